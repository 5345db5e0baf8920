#!/usr/bin/env python3
"""Writes actors.csv and relations.csv, the tables of ../eu-unanimity.toml, from the estimates below.

    python3 generate.py            # standard library only; nothing is drawn at random

Capabilities are in thousandths of the world's, of the order of CINC in 2005 (Correlates of War, National
Material Capabilities). Alignments are the modeller's reading of each government's statements and votes on
Belarus and Russia in 2020 and early 2021. Trade with Belarus and Russia is of the order of goods imports
over absorption.
"""

import csv
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Per member: capability, alignment with Belarus, with Russia, dependence on Belarus, on Russia.
MEMBERS = {
    "AUT": (2.5, -0.30, -0.05, 0.0002, 0.010), "BEL": (4.0, -0.35, -0.20, 0.0003, 0.010),
    "BGR": (1.5, -0.25, -0.05, 0.0003, 0.045), "CYP": (0.2, -0.20, -0.05, 0.0003, 0.020),
    "CZE": (2.4, -0.45, -0.30, 0.0005, 0.018), "DEU": (27.0, -0.40, -0.20, 0.0004, 0.012),
    "DNK": (1.2, -0.45, -0.35, 0.0003, 0.008), "ESP": (10.0, -0.30, -0.10, 0.0002, 0.005),
    "EST": (0.2, -0.60, -0.60, 0.0030, 0.045), "FIN": (2.0, -0.40, -0.25, 0.0005, 0.035),
    "FRA": (19.0, -0.35, -0.10, 0.0002, 0.006), "GRC": (4.0, -0.25, -0.05, 0.0002, 0.025),
    "HRV": (2.1, -0.30, -0.05, 0.0003, 0.010), "HUN": (1.6, -0.15, 0.10, 0.0006, 0.025),
    "IRL": (0.6, -0.35, -0.20, 0.0002, 0.003), "ITA": (18.0, -0.30, -0.10, 0.0003, 0.010),
    "LTU": (0.5, -0.70, -0.65, 0.0100, 0.060), "LUX": (0.4, -0.35, -0.15, 0.0002, 0.005),
    "LVA": (0.3, -0.60, -0.55, 0.0120, 0.050), "MLT": (0.1, -0.25, -0.05, 0.0002, 0.010),
    "NLD": (5.3, -0.40, -0.30, 0.0004, 0.015), "POL": (6.5, -0.65, -0.60, 0.0040, 0.030),
    "PRT": (2.1, -0.30, -0.15, 0.0002, 0.005), "ROU": (3.5, -0.40, -0.40, 0.0004, 0.015),
    "SVK": (1.4, -0.30, -0.05, 0.0005, 0.035), "SVN": (0.3, -0.30, -0.05, 0.0003, 0.010),
    "SWE": (2.9, -0.50, -0.40, 0.0004, 0.010),
}
# How Belarus stands to each member, where it differs from the common -0.25.
OF_BELARUS = {"HUN": 0.15, "LTU": -0.55, "POL": -0.55, "LVA": -0.45, "EST": -0.40, "DEU": -0.30}
OTHERS = {"BLR": (2.1, "Belarus"), "RUS": (40.0, "Russia"), "UKR": (11.0, "Ukraine"),
          "USA": (150.0, "United States")}
NAMES = dict(zip(sorted(MEMBERS), (
    "Austria", "Belgium", "Bulgaria", "Cyprus", "Czechia", "Germany", "Denmark", "Spain", "Estonia",
    "Finland", "France", "Greece", "Croatia", "Hungary", "Ireland", "Italy", "Lithuania",
    "Luxembourg", "Latvia", "Malta", "Netherlands", "Poland", "Portugal", "Romania", "Slovakia",
    "Slovenia", "Sweden")))
FIELDS = ["from", "to", "alignment", "dependence", "baseline", "recognition", "sanctions", "basis",
          "note"]


def relation(i, j, alignment, dependence, note, **rest):
    row = dict.fromkeys(FIELDS, "")
    row.update({"from": i, "to": j, "alignment": f"{alignment:.2f}",
                "dependence": f"{dependence:.5f}", "basis": "estimate", "note": note}, **rest)
    return row


def with_outsiders():
    for m, (_, belarus, russia, on_belarus, on_russia) in sorted(MEMBERS.items()):
        drifts = {"baseline": "0.55"} if m == "HUN" else {}
        yield relation(m, "BLR", belarus, on_belarus,
                       "Does not recognise the election of 2020" + ("; tends to Minsk" if drifts else ""),
                       recognition="0.5", sanctions="targeted", **drifts)
        yield relation("BLR", m, OF_BELARUS.get(m, -0.25), 0.25 * MEMBERS[m][0] / 124,
                       "A quarter of Belarus's imports, over absorption, in proportion to capability")
        yield relation(m, "RUS", russia, on_russia, "Energy above all", sanctions="sectoral")
        yield relation("RUS", m, russia, 0.10 * MEMBERS[m][0] / 124, "As the other way round",
                       sanctions="targeted")
        yield relation(m, "UKR", 0.35 - 0.35 * russia, 0.001, "Association since 2014")
        yield relation("UKR", m, 0.60, 0.20 * MEMBERS[m][0] / 124, "Wants to join")
        yield relation(m, "USA", 0.50 - 0.30 * russia, 0.025, "Ally or partner")
        yield relation("USA", m, 0.60, 0.03 * MEMBERS[m][0] / 124, "Ally or partner")


def among_members():
    """Warm to all; two thirds of trade are with each other, in proportion to size."""
    for i in sorted(MEMBERS):
        for j in sorted(MEMBERS):
            if i != j:
                yield relation(i, j, 0.55, 0.25 * MEMBERS[j][0] / 124, "Fellow member")


def among_outsiders():
    yield relation("BLR", "RUS", 0.75, 0.42, "Ally, market and supplier")
    yield relation("RUS", "BLR", 0.70, 0.012, "Ally")
    yield relation("BLR", "UKR", 0.10, 0.02, "Neighbour", )
    yield relation("UKR", "BLR", -0.10, 0.02, "Neighbour, followed the EU in part",
                   sanctions="targeted")
    yield relation("BLR", "USA", -0.45, 0.003, "Hostile in words")
    yield relation("USA", "BLR", -0.45, 0.0001, "Sanctions since 2006", recognition="0.7",
                   sanctions="sectoral")
    yield relation("RUS", "UKR", -0.75, 0.005, "After Crimea", sanctions="severe")
    yield relation("UKR", "RUS", -0.85, 0.02, "After Crimea", sanctions="severe")
    yield relation("RUS", "USA", -0.75, 0.004, "Adversary", sanctions="sectoral")
    yield relation("USA", "RUS", -0.75, 0.0006, "Adversary", sanctions="sectoral")
    yield relation("UKR", "USA", 0.70, 0.05, "Aid")
    yield relation("USA", "UKR", 0.55, 0.0001, "Aid")


def write(name, fields, rows):
    with open(HERE / name, "w", newline="") as file:
        table = csv.DictWriter(file, fields, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


actors = [{"id": m, "name": NAMES[m], "capability": f"{MEMBERS[m][0] / 1000:.4f}"}
          for m in sorted(MEMBERS)]
actors += [{"id": a, "name": name, "capability": f"{capability / 1000:.4f}"}
           for a, (capability, name) in OTHERS.items()]
write("actors.csv", ["id", "name", "capability", "basis", "note"],
      [{**row, "basis": "estimate", "note": "Of the order of CINC in 2005"} for row in actors])
write("relations.csv", FIELDS, [*with_outsiders(), *among_members(), *among_outsiders()])
