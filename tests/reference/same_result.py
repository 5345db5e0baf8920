#!/usr/bin/python3
"""Compares two results number by number.

    same_result.py A.nc B.nc

Dimensions, variables and attributes must be the same to the last bit, but for the attribute
`build`, which names the compiler.
"""

import sys

import netCDF4
import numpy


def stored(thing):
    """What a group or variable says of itself, the build excepted."""
    return {name: thing.getncattr(name) for name in thing.ncattrs() if name != "build"}


def differ(one, other):
    if isinstance(one, str) or isinstance(other, str):
        return one != other
    one, other = numpy.asarray(one), numpy.asarray(other)
    if one.dtype == object:  # texts
        return one.tolist() != other.tolist()
    return (one.dtype, one.shape, one.tobytes()) != (other.dtype, other.shape, other.tobytes())


def differences(one, other):
    """What is not the same in two files, one line each."""
    if {n: len(d) for n, d in one.dimensions.items()} != {n: len(d) for n, d in other.dimensions.items()}:
        yield "dimensions"
    pairs = [("", stored(one), stored(other)), ("variables", one.variables, other.variables)]
    for name in one.variables.keys() & other.variables.keys():
        for file in one, other:
            file[name].set_auto_maskandscale(False)
        pairs.append((name, stored(one[name]), stored(other[name])))
        if differ(one[name][:], other[name][:]):
            yield f"numbers of {name}"
    for where, these, those in pairs:
        if list(these) != list(those):
            yield f"names of attributes or variables: {where} {sorted(these.keys() ^ those.keys())}"
        elif where != "variables":
            yield from (f"attribute {where}:{name}" for name in these
                        if differ(these[name], those[name]))


def main():
    with netCDF4.Dataset(sys.argv[1]) as one, netCDF4.Dataset(sys.argv[2]) as other:
        found = sorted(differences(one, other))
        if found:
            sys.exit(f"{sys.argv[1]} and {sys.argv[2]} differ in\n  " + "\n  ".join(found))
        print(f"{len(one.variables)} variables, the same in both")


if __name__ == "__main__":
    main()
