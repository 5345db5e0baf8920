"""Runs scenarios with noise and choices off and holds every number of their flow against another
implementation, to 1e-10: the class Flow of the file LAW, by default of the reference beside this one.

usage: compare.py [--law LAW] PROGRAM SCENARIO…        exit status 77: a Python package is missing
"""
import argparse
import importlib.util
import pathlib
import subprocess
import sys
import tempfile

try:
    import netCDF4
    import numpy as np
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


def flow_of(law):
    spec = importlib.util.spec_from_file_location(law.stem, law)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Flow


def compare(program, scenario, folder, Flow):
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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--law", type=pathlib.Path,
                        default=pathlib.Path(__file__).with_name("law_of_motion.py"))
    parser.add_argument("program")
    parser.add_argument("scenarios", nargs="+")
    asked = parser.parse_args()
    flow = flow_of(asked.law)
    with tempfile.TemporaryDirectory() as scratch:
        differences = [compare(asked.program, scenario, pathlib.Path(scratch), flow)
                       for scenario in asked.scenarios]
    sys.exit(any(not difference <= TOLERANCE for difference in differences))


if __name__ == "__main__":
    main()
