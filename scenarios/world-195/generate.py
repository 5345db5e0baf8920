#!/usr/bin/env python3
"""Writes the synthetic benchmark world: ../world-195.toml, actors.csv and relations.csv.

    python3 generate.py            # standard library only; the seed is fixed, so the files never change

195 states lie on a square map and on a left-right axis. Who deals with whom follows gravity (size over
distance), who likes whom follows nearness on the axis and on the map, and sanctions, recognition and
the war follow from that. Nothing here is a fact about the real world.
"""

import csv
import math
import random
from pathlib import Path

N = 195
PARTNERS = 26          # directed relations per state
HERE = Path(__file__).resolve().parent
CAMPS = ["WEST", "EAST", "SOUTH"]

draw = random.Random(195)


def normal():
    """A standard normal from two uniforms, so that only random() is relied on."""
    return math.sqrt(-2.0 * math.log(1.0 - draw.random())) * math.cos(2.0 * math.pi * draw.random())


def clip(x, low, high):
    return max(low, min(high, x))


def make_states():
    states = []
    for k in range(N):
        axis = clip(0.75 * (k % 3 - 1) + 0.25 * normal(), -1.0, 1.0)
        states.append({
            "id": f"A{k + 1:03d}",
            "camp": [1, 2, 0][k % 3],                      # index into CAMPS: left East, centre South, right West
            "axis": axis,
            "x": draw.random(),
            "y": draw.random(),
            "size": math.exp(1.6 * normal()),
            "democracy": clip(0.5 + 0.4 * axis + 0.15 * normal(), 0.0, 1.0),
        })
    total = sum(s["size"] for s in states)
    for s in states:
        s["capability"] = s["size"] / total
    return states


def distance(a, b):
    return math.hypot(a["x"] - b["x"], a["y"] - b["y"])


def gravity(a, b):
    return b["size"] / (0.05 + distance(a, b))


def alignment(a, b):
    near = 0.9 - 1.5 * abs(a["axis"] - b["axis"]) - 0.3 * distance(a, b)
    return math.tanh(clip(near + 0.2 * normal(), -1.6, 1.6))


def make_relations(states):
    """PARTNERS relations from each state, to its partners by gravity; dependence in proportion."""
    rows = {}
    for a in states:
        others = sorted((b for b in states if b is not a), key=lambda b: -gravity(a, b) * draw.random())
        chosen = others[:PARTNERS]
        openness = 0.15 + 0.4 * draw.random()              # row sums of dependence stay below 0.55
        pull = sum(gravity(a, b) for b in chosen)
        for b in chosen:
            rows[a["id"], b["id"]] = {
                "from": a["id"],
                "to": b["id"],
                "alignment": alignment(a, b),
                "dependence": openness * gravity(a, b) / pull,
            }
    for (i, j), row in rows.items():
        if row["alignment"] < -0.5 and draw.random() < 0.25:
            row["sanctions"] = 1 + int(4 * draw.random() ** 2)
        if row["alignment"] < -0.6 and draw.random() < 0.15:
            row["recognition"] = round(0.2 + 0.6 * draw.random(), 2)
    return rows


def make_war(states, rows):
    """The strongest state of the East with a neighbour, against a neighbour in the West."""
    east = sorted((s for s in states if s["camp"] == 1), key=lambda s: -s["size"])
    attacker = east[0]
    second = min(east[1:], key=lambda s: distance(s, attacker))
    west = sorted((s for s in states if s["camp"] == 0), key=lambda s: distance(s, attacker))
    victim, ally = west[0], west[1]
    givers = sorted((s for s in states if s["camp"] == 0 and s not in (victim, ally)), key=lambda s: -s["size"])
    for giver, taker, level in [(givers[0], victim, 3), (givers[1], victim, 2), (second, attacker, 2)]:
        row = rows.setdefault((giver["id"], taker["id"]),
                              {"from": giver["id"], "to": taker["id"], "alignment": alignment(giver, taker)})
        row["support"] = level
    return attacker, second, victim, ally


def write_csv(name, columns, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        out = csv.DictWriter(file, columns, lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


def write_tables(states, rows):
    write_csv("actors.csv", ["id", "name", "capability", "covariates.democracy", "basis"], [{
        "id": s["id"], "name": f"State {s['id'][1:]}, {CAMPS[s['camp']].title()}",
        "capability": f"{s['capability']:.3e}", "covariates.democracy": f"{s['democracy']:.2f}",
        "basis": "synthetic"} for s in states])
    columns = ["from", "to", "alignment", "dependence", "recognition", "sanctions", "support", "basis"]
    write_csv("relations.csv", columns, [{
        **row, "alignment": f"{row['alignment']:.3f}",
        "dependence": f"{row['dependence']:.6f}" if "dependence" in row else "",
        "basis": "synthetic"} for _, row in sorted(rows.items())])


def pacts(states):
    """Each camp's two strongest states protect the next eight."""
    text = []
    for camp in range(3):
        ranked = sorted((s for s in states if s["camp"] == camp), key=lambda s: -s["size"])
        for patron in ranked[:2]:
            for client in ranked[2:10]:
                text.append(f'[[pact]]\nbetween = ["{patron["id"]}", "{client["id"]}"]\n'
                            f'strength = {0.3 + 0.7 * draw.random():.2f}\nbasis = "synthetic"\n')
    return "\n".join(text)


def blocs(states):
    text = []
    for camp, name in enumerate(CAMPS):
        members = ", ".join(f'{s["id"]} = {0.5 + 0.5 * draw.random():.2f}' for s in states if s["camp"] == camp)
        text.append(f'[[bloc]]\nid = "{name}"\nname = "{name.title()}ern union"\nmembers = {{ {members} }}\n'
                    f'cohesion = {[0.6, 0.4, 0.2][camp]}\ndecision = "none"\nbasis = "synthetic"\n')
    return "\n".join(text)


def issues(states):
    text = []
    for name, title, slope in [("order", "Who writes the rules", 0.9), ("climate", "Who pays for the climate", -0.5)]:
        positions = ", ".join(f'{s["id"]} = {clip(slope * s["axis"] + 0.2 * normal(), -1, 1):.2f}' for s in states)
        salience = ", ".join(f'{s["id"]} = {0.5 + 1.5 * draw.random():.2f}' for s in states[::4])
        text.append(f'[[issue]]\nid = "{name}"\ntitle = "{title}"\npositions = {{ {positions} }}\n'
                    f'salience = {{ {salience} }}\nbasis = "synthetic"\n')
    return "\n".join(text)


def events(states):
    """One interaction a month between two strong states, and one change of each kind."""
    strong = sorted(states, key=lambda s: -s["size"])[:30]
    codes = ["043", "057", "042", "061", "111", "112", "125", "163", "036", "150"]
    text = []
    for k in range(24):
        a, b = draw.sample(strong, 2)
        text.append(f'[[event]]\nid = "e{k + 1:02d}"\ndate = {2020 + k // 12}-{k % 12 + 1:02d}-15\n'
                    f'type = "interaction"\nfrom = "{a["id"]}"\nto = "{b["id"]}"\ncameo = "{codes[k % len(codes)]}"\n'
                    f'basis = "synthetic"\n')
    a, b = strong[0]["id"], strong[1]["id"]
    changes = [("pact", f"pact.{a}.{b}", 0.5), ("recognition", f"recognition.{b}.{a}", 0.7),
               ("sanctions", f"sanctions.{a}.{b}", 1), ("position", f"position.{a}.order", 0.5),
               ("intensity", "conflict.war.intensity", 0.4)]
    for k, (name, path, value) in enumerate(changes):
        text.append(f'[[event]]\nid = "set-{name}"\ndate = 2021-0{k + 2}-20\ntype = "set"\npath = "{path}"\n'
                    f'value = {value}\nbasis = "synthetic"\n')
    return "\n".join(text)


def scenario(states, war):
    attacker, second, victim, ally = (s["id"] for s in war)
    first = max(states, key=lambda s: s["size"])["id"]
    return f'''# A synthetic world of {N} states, for benchmarks: every mechanism on, tables beside the scenario.
# Written by world-195/generate.py; change that and run it again. Nothing here is a fact.
format = 1
actors = "world-195/actors.csv"
relations = "world-195/relations.csv"

[scenario]
id = "world-195"
title = "A synthetic world of {N} states"
question = "How long does a world the size of ours take to simulate?"
start = 2020-01-01
end = 2022-01-01
step = "1 week"
seed = 195

[[source]]
id = "synthetic"
title = "Drawn by scenarios/world-195/generate.py with seed 195"
date = 2020-01-01

{pacts(states)}
{blocs(states)}
{issues(states)}
[[conflict]]
id = "war"
attackers = {{ {attacker} = 1.0, {second} = 0.4 }}
defenders = {{ {victim} = 1.0, {ally} = 0.5 }}
intensity = 0.8
basis = "synthetic"

{events(states)}
# Democracies sanction more, and are sanctioned less.
[dynamics.sanctions]
ego = {{ democracy = 0.8 }}
alter = {{ democracy = -0.8 }}

[output]
watch = [
  "alignment.{attacker}.{victim}",
  "alignment.{victim}.{attacker}",
  "dependence.{victim}.{first}",
  "welfare.{attacker}",
  "welfare.{victim}",
]
'''


def main():
    states = make_states()
    rows = make_relations(states)
    war = make_war(states, rows)
    write_tables(states, rows)
    (HERE.parent / "world-195.toml").write_text(scenario(states, war), encoding="utf-8")


if __name__ == "__main__":
    main()
