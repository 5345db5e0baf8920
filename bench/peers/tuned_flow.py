"""The deterministic flow of the model page in NumPy, made as fast as NumPy is.

What a user of NumPy would write who cares for speed: no temporary matrices, one BLAS product a tick,
rates multiplied by the step beforehand, and all that stays the same from one event to the next summed
once. Reading a scenario and playing its events is the reference's (tests/reference). A test holds
both to the engine's numbers; noise and choices must be off.
"""
import collections
import pathlib
import sys

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/reference"))
import law_of_motion  # noqa: E402


class Flow(law_of_motion.Flow):
    """A world at its start; `tick()` moves it by one step."""

    def __init__(self, text, goldstein):
        super().__init__(text, goldstein)
        n, k = self.X.shape
        self.B, self.F, self.T = (np.empty((n, n)) for _ in range(3))
        self.weighted = np.empty((n, k + 1))  # ω x_k, and ω in the last column
        self.weighted[:, k] = self.share
        self.agenda = collections.defaultdict(list)
        for event in sorted(self.doc.get("event", []), key=lambda event: event["date"]):
            self.agenda[(event["date"] - self.start).days // self.days].append(event)
        self.renew()

    def renew(self):
        """What changes only with an event. Every rate is per tick here."""
        n, dt = len(self.ids), self.dt
        self.per_tick = {name: dt * self.rate(name) for name in
                         ("inertia", "reciprocity", "influence", "dependence")}
        balance = self.dynamics["alignment"]["balance"]
        uniform = isinstance(balance, dict) and balance["weighting"] == "uniform"
        self.balance = dt * self.rate("balance") * (1 / (n - 2) if uniform else self.share)
        side = self.sides()
        standing = self.rate("pacts") * self.P - self.rate("grievance") * self.S.T
        standing += self.rate("membership") * (self.m.T * self.cohesion) @ self.m
        standing += self.rate("conflict") * (side.T * self.h) @ side
        standing -= self.rate("recognition") * (1 - np.minimum(self.R, self.R.T))
        standing += self.rate("inertia") * self.Z_bar
        if self.issues:
            standing += self.rate("agreement")
        self.standing = dt * standing
        self.apart = [dt * self.rate("agreement") * (s[:, None] + s) / 2 for s in self.salience.T]
        cut = 1 - self.dynamics["dependence"]["blockade"] * self.S
        self.gravity = self.G * cut * cut.T

    def tick(self):
        if self.ticks_done in self.agenda:
            for event in self.agenda[self.ticks_done]:
                self.apply(event)
            self.renew()
        self.find_drift()
        self.move_dependence()
        self.move_positions()
        self.move_alignment()
        self.ticks_done += 1

    def find_drift(self):
        """F: how far affinity moves in the tick, but for inertia's pull on Z itself."""
        A, B, F, T, rates = self.A, self.B, self.F, self.T, self.per_tick
        np.multiply(A, self.balance, out=B)
        np.multiply(self.D, rates["influence"], out=T)
        B += T
        np.matmul(B, A, out=F)
        T -= (rates["influence"] * self.D.sum(1) + rates["reciprocity"])[:, None]
        T *= A
        F += T
        np.multiply(A.T, rates["reciprocity"], out=T)
        F += T
        np.multiply(self.D, rates["dependence"], out=T)
        F += T
        F += self.standing
        for x, weight in zip(self.X.T, self.apart):
            np.subtract(x[:, None], x, out=T)
            np.abs(T, out=T)
            T *= weight
            F -= T

    def move_dependence(self):
        p, V, T = self.dynamics["dependence"], self.B, self.T
        step = self.dt * p["rate"]
        np.multiply(self.A, p["alignment"], out=V)
        np.multiply(self.D, self.zeta[:, None], out=T)
        V -= T
        np.exp(V, out=V)
        V *= self.gravity
        V *= (step / (self.home0 + V.sum(1)))[:, None]
        self.D *= 1 - step
        self.D += V

    def move_positions(self):
        p, k = self.dynamics["positions"], self.X.shape[1]
        np.maximum(self.A, 0, out=self.T)
        np.multiply(self.X, self.share[:, None], out=self.weighted[:, :k])
        drawn = self.T @ self.weighted
        total = drawn[:, k:]
        towards = np.divide(drawn[:, :k], total, out=self.X.copy(), where=total > 0) - self.X
        self.X = self.X + self.dt * (p["influence"] * towards + p["inertia"] * (self.X0 - self.X))

    def move_alignment(self):
        self.Z *= 1 - self.per_tick["inertia"]
        self.Z += self.F
        np.fill_diagonal(self.Z, 0)
        if self.tanh:
            np.tanh(self.Z, out=self.A)
        else:
            self.A[...] = self.Z
