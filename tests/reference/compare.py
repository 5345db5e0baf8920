"""Runs scenarios with noise and choices off and holds every number of their flow against the
reference implementation beside this file, to 1e-10.

usage: compare.py PROGRAM SCENARIO…        exit status 77: a Python package is missing
"""
import pathlib
import subprocess
import sys
import tempfile

try:
    import netCDF4
    import numpy as np

    from law_of_motion import Flow
except ImportError as missing:
    print(f"skipped: {missing}; install python3-netcdf4 and python3-numpy")
    sys.exit(77)

TOLERANCE = 1e-10
STILL = ["dynamics.alignment.noise=0", "dynamics.sanctions.rate=0", "dynamics.support.rate=0"]


def cameo_scores(program):
    printed = subprocess.run([program, "list", "events"], check=True, capture_output=True, text=True)
    scores = {}
    for line in printed.stdout.splitlines():
        words = line.split()
        if len(words) >= 2 and words[0].isdigit():
            scores[words[0]] = float(words[1].replace("−", "-"))
    return scores


def compare(program, scenario, folder):
    result = folder / "result.nc"
    sets = [word for setting in STILL for word in ("--set", setting)]
    subprocess.run([program, "run", scenario, "--runs", "1", "--record", "full", "--quiet",
                    "-o", str(result), *sets], check=True)
    with netCDF4.Dataset(result) as engine:
        reference = Flow(engine.scenario, cameo_scores(program))
        worst = 0.0
        for t in range(engine.dimensions["time"].size):
            if t > 0:
                reference.tick()
            for name, mine in (("alignment", reference.A), ("dependence", reference.D),
                               ("position", reference.X)):
                if name in engine.variables:
                    theirs = np.asarray(engine.variables[name][0, 0, t])
                    worst = max(worst, np.abs(theirs - mine).max(initial=0.0))
    print(f"{scenario}: {worst:.1e} at most, over {t} ticks")
    return worst


program, *scenarios = sys.argv[1:]
with tempfile.TemporaryDirectory() as scratch:
    differences = [compare(program, scenario, pathlib.Path(scratch)) for scenario in scenarios]
sys.exit(any(not difference <= TOLERANCE for difference in differences))
