"""Prints as JSON what a result's first variant says: quantiles of its series over runs, means of its
relations, and in how many runs who raised or lowered what.

usage: read_result.py FILE.nc        exit status 77: a Python package is missing
"""
import collections
import json
import sys

try:
    import netCDF4
    import numpy as np
except ImportError as missing:
    print(f"{missing}; install python3-netcdf4 and python3-numpy")
    sys.exit(77)

PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95]


def days(result):
    time = result["time"]
    return [str(day)[:10] for day in netCDF4.num2date(time[:], time.units, time.calendar)]


def quantiles(result):
    every = np.quantile(np.asarray(result["series"][0]), PROBABILITIES, axis=0)  # [5, time, path]
    return {str(path): every[:, :, p].T.tolist() for p, path in enumerate(result["path"][:])}


def means(result):
    layers = [name for name in ("alignment", "dependence", "sanctions", "support") if name in result.variables]
    return {name: np.asarray(result[name][0]).mean(axis=0).tolist() for name in layers}


def moves(result):
    """{"sanctions USA CHN": {"raised": runs, "lowered": runs}}"""
    actors = [str(actor) for actor in result["actor"][:]]
    runs = collections.defaultdict(lambda: {"raised": set(), "lowered": set()})
    columns = ["layer", "actor", "target", "from", "to", "replicate", "variant"]
    for layer, actor, target, before, after, run, variant in zip(
            *(np.asarray(result[f"decision_{name}"][:]) for name in columns)):
        if variant == 0:
            key = f"{['sanctions', 'support'][layer]} {actors[actor]} {actors[target]}"
            runs[key]["raised" if after > before else "lowered"].add(int(run))
    return {key: {way: len(found) for way, found in ways.items()} for key, ways in runs.items()}


def contributions(result):
    """What each part has added to the affinity of the explained dyads by the end, on average."""
    if "contribution" not in result.variables:
        return {}
    end = np.asarray(result["contribution"][0, :, -1]).mean(axis=0)  # [explained, part]
    parts = [str(part) for part in result["part"][:]]
    return {str(path): dict(zip(parts, end[d].tolist())) for d, path in enumerate(result["explained"][:])}


with netCDF4.Dataset(sys.argv[1]) as result:
    print(json.dumps({
        "days": days(result), "actors": [str(actor) for actor in result["actor"][:]],
        "runs": result.dimensions["replicate"].size, "quantiles": quantiles(result),
        "means": means(result), "moves": moves(result), "contributions": contributions(result)}))
