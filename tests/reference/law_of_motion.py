"""The deterministic flow of the model page, written a second time, from the page alone.

Plain NumPy, elementwise sums in place of the engine's one product, no code shared with the engine.
It reads a resolved scenario (every default filled in) and plays events and flow; noise and choices
must be off. docs/model.md, sections 1 to 3 and 5, is what it follows.
"""
import datetime
import tomllib

import numpy as np

SANCTIONS = ["none", "targeted", "sectoral", "severe", "embargo"]
SUPPORT = ["none", "political", "dual-use", "lethal", "forces"]


def number_of(level, names):
    return names.index(level) if isinstance(level, str) else level


class Flow:
    """A world at its start; `tick()` moves it by one step."""

    def __init__(self, text, goldstein):
        self.doc = tomllib.loads(text)
        self.goldstein = goldstein  # CAMEO code -> score
        self.dynamics = self.doc["dynamics"]
        self.read_who()
        self.read_dyads()
        self.read_groups()
        self.Z = np.arctanh(self.A) if self.tanh else self.A.copy()
        self.home0, self.X0 = 1 - self.D.sum(1), self.X.copy()
        self.benchmark()
        self.ticks_done = 0

    def read_who(self):
        scenario = self.doc["scenario"]
        count, unit = scenario["step"].split()
        self.days = int(count) * (7 if unit.startswith("week") else 1)
        self.dt = self.days / 365.25
        self.start = scenario["start"]
        actors = self.doc["actor"]
        self.ids = [actor["id"] for actor in actors]
        self.at = {name: i for i, name in enumerate(self.ids)}
        capability = np.array([actor["capability"] for actor in actors])
        self.share = capability / capability.sum()
        common = self.dynamics["dependence"]["diversification"]
        self.zeta = np.array([actor.get("diversification", common) for actor in actors])
        self.tanh = self.dynamics["alignment"]["link"] == "tanh"

    def read_dyads(self):
        n, floor = len(self.ids), self.dynamics["dependence"]["floor"]
        self.A, self.S, self.M, self.P = (np.zeros((n, n)) for _ in range(4))
        self.D, self.R = np.full((n, n), floor), np.ones((n, n))
        self.target = {}
        for row in self.doc.get("relation", []):
            ends = [(self.at[row["from"]], self.at[row["to"]])]
            ends += [(j, i) for i, j in ends] if row.get("mutual") else []
            for i, j in ends:
                self.A[i, j] = row.get("alignment", 0)
                self.D[i, j] = max(row.get("dependence", 0), floor)
                self.R[i, j] = row.get("recognition", 1)
                self.S[i, j] = self.intensity("sanctions", row.get("sanctions", 0))
                self.M[i, j] = self.intensity("support", row.get("support", 0))
                if "baseline" in row:
                    self.target[i, j] = row["baseline"]
        np.fill_diagonal(self.D, 0)
        for pact in self.doc.get("pact", []):
            i, j = (self.at[name] for name in pact["between"])
            self.P[i, j] = self.P[j, i] = pact["strength"]

    def intensity(self, layer, level):
        names = SANCTIONS if layer == "sanctions" else SUPPORT
        return number_of(level, names) / self.dynamics[layer]["levels"]

    def read_groups(self):
        n = len(self.ids)
        blocs, issues = self.doc.get("bloc", []), self.doc.get("issue", [])
        conflicts = self.doc.get("conflict", [])
        self.blocs, self.issues, self.conflicts = (
            [entry["id"] for entry in entries] for entries in (blocs, issues, conflicts))
        self.m, self.cohesion = np.zeros((len(blocs), n)), np.array([b["cohesion"] for b in blocs])
        for g, bloc in enumerate(blocs):
            members = bloc["members"]
            for name in members:
                self.m[g, self.at[name]] = members[name] if isinstance(members, dict) else 1
        self.X, self.salience = np.zeros((n, len(issues))), np.ones((n, len(issues)))
        for k, issue in enumerate(issues):
            for name, x in issue.get("positions", {}).items():
                self.X[self.at[name], k] = x
            for name, s in issue.get("salience", {}).items():
                self.salience[self.at[name], k] = s
        if issues:
            self.salience /= self.salience.sum(1, keepdims=True)
        self.declared = np.zeros((len(conflicts), n))
        self.h = np.array([conflict["intensity"] for conflict in conflicts])
        for k, conflict in enumerate(conflicts):
            for side, sign in (("attackers", 1), ("defenders", -1)):
                for name, weight in conflict.get(side, {}).items():
                    self.declared[k, self.at[name]] = sign * weight

    def rate(self, mechanism):
        entry = self.dynamics["alignment"][mechanism]
        return entry["rate"] if isinstance(entry, dict) else float(entry)

    def drift_without_inertia(self):
        n, A, D = len(self.ids), self.A, self.D
        balance = self.dynamics["alignment"]["balance"]
        uniform = isinstance(balance, dict) and balance["weighting"] == "uniform"
        weight = np.full(n, 1 / (n - 2)) if uniform else self.share
        F = self.rate("balance") * np.einsum("ik,k,kj->ij", A, weight, A)
        F += self.rate("reciprocity") * (A.T - A)
        F += self.rate("influence") * (np.einsum("ik,kj->ij", D, A) - (D.sum(1)[:, None] - D) * A)
        F += self.rate("dependence") * D - self.rate("grievance") * self.S.T
        F += self.rate("pacts") * self.P
        F += self.rate("membership") * np.einsum("g,gi,gj->ij", self.cohesion, self.m, self.m)
        if self.issues:
            mean = (self.salience[:, None, :] + self.salience[None, :, :]) / 2
            apart = np.abs(self.X[:, None, :] - self.X[None, :, :])
            F += self.rate("agreement") * (1 - (mean * apart).sum(2))
        side = self.sides()
        F += self.rate("conflict") * np.einsum("k,ki,kj->ij", self.h, side, side)
        F -= self.rate("recognition") * (1 - np.minimum(self.R, self.R.T))
        np.fill_diagonal(F, 0)
        return F

    def sides(self):
        support = self.M @ np.sign(self.declared).T  # attackers' less defenders', actor by conflict
        return np.clip(self.declared + support.T, -1, 1)

    def pull(self, zeta):
        p, cut = self.dynamics["dependence"], 1 - self.dynamics["dependence"]["blockade"] * self.S
        return np.exp(p["alignment"] * self.A - zeta * self.D) * cut * cut.T

    def benchmark(self):
        kappa = self.rate("inertia")
        self.Z_bar = self.Z.copy()
        for (i, j), b in self.target.items():
            self.Z_bar[i, j] = np.arctanh(b) if self.tanh else b
        if self.dynamics["alignment"]["baseline"] == "benchmark" and kappa > 0:
            self.Z_bar -= self.drift_without_inertia() / kappa
        self.G = self.D / self.pull(self.dynamics["dependence"]["diversification"])

    def apply(self, event):
        if event["type"] == "interaction":
            p = self.dynamics["alignment"]
            score = event["goldstein"] if "goldstein" in event else self.goldstein[event["cameo"]]
            jump = p["jump"] * score / 10
            i, j = self.at[event["from"]], self.at[event["to"]]
            self.Z[i, j] += jump
            self.Z[j, i] += jump if event.get("mutual") else p["echo"] * jump
            self.A = self.alignment()
            return
        layer, *names = event["path"].split(".")
        value = event["value"]
        if layer == "membership":
            self.m[self.blocs.index(names[0]), self.at[names[1]]] = value
        elif layer == "position":
            self.X[self.at[names[0]], self.issues.index(names[1])] = value
        elif layer == "conflict":
            self.h[self.conflicts.index(names[0])] = value
        else:
            i, j = (self.at[name] for name in names)
            if layer == "pact":
                self.P[i, j] = self.P[j, i] = value
            elif layer == "recognition":
                self.R[i, j] = value
            else:
                {"sanctions": self.S, "support": self.M}[layer][i, j] = self.intensity(layer, value)

    def alignment(self):
        A = np.tanh(self.Z) if self.tanh else self.Z.copy()
        np.fill_diagonal(A, 0)
        return A

    def tick(self):
        begin = self.start + datetime.timedelta(days=self.ticks_done * self.days)
        end = begin + datetime.timedelta(days=self.days)
        due = [event for event in self.doc.get("event", []) if begin <= event["date"] < end]
        for event in sorted(due, key=lambda event: event["date"]):
            self.apply(event)
        dZ = self.drift_without_inertia() - self.rate("inertia") * (self.Z - self.Z_bar)
        np.fill_diagonal(dZ, 0)
        V = self.G * self.pull(self.zeta[:, None])
        dD = self.dynamics["dependence"]["rate"] * (V / (self.home0 + V.sum(1))[:, None] - self.D)
        self.X = self.X + self.dt * self.position_drift()
        self.Z, self.D = self.Z + self.dt * dZ, self.D + self.dt * dD
        self.A = self.alignment()
        self.ticks_done += 1

    def position_drift(self):
        p = self.dynamics["positions"]
        friendship = np.maximum(self.A, 0) * self.share
        total = friendship.sum(1, keepdims=True)
        weight = np.divide(friendship, total, out=np.zeros_like(friendship), where=total > 0)
        towards = weight @ self.X - weight.sum(1, keepdims=True) * self.X
        return p["influence"] * towards + p["inertia"] * (self.X0 - self.X)
