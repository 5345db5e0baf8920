#!/usr/bin/python3
"""The check of the facts finds a wrong sign, an effect that is none, and what a scenario cannot carry."""

import pathlib
import subprocess
import sys
import tempfile

root, program = (pathlib.Path(path).resolve() for path in sys.argv[1:])

LIST = """format = 1
scenario = "{scenario}"
runs = 60

[[fact]]
id = "T"
text = "a fact"
{fact}
"""
VISIT = 'without = ["event.beijing-visit"]\n'


def outcome(expect, date):
    return f'outcome = [{{ of = "alignment.BLR.CHN", at = {date}, expect = "{expect}" }}]\n'


def check(fact):
    """(whether the check passes, what it prints) for a list of one fact."""
    with tempfile.TemporaryDirectory() as scratch:
        file = pathlib.Path(scratch) / "facts.toml"
        scenario = root / "scenarios/minsk-beijing-2023.toml"
        file.write_text(LIST.format(scenario=scenario, fact=fact))
        done = subprocess.run([root / "scripts/update-facts", "--check", "--program", program,
                               "--facts", file], text=True, capture_output=True)
        return done.returncode == 0, done.stdout + done.stderr


def expect(passes, words, fact):
    passed, printed = check(fact)
    if passed != passes or words not in printed:
        sys.exit(f"expected {'success' if passes else 'failure'} and \"{words}\" of\n{fact}\n"
                 f"but it printed\n{printed}")


expect(True, "facts tried: 1, outcomes not as expected: 0", VISIT + outcome("lower", "2023-03-29"))
expect(False, "alignment.BLR.CHN should be higher: -0.0", VISIT + outcome("higher", "2023-03-29"))
expect(False, "should be lower: +0 (+0 … +0)", VISIT + outcome("lower", "2023-02-20"))  # before it
expect(False, "skipped, the scenario lacks a commitment embargo",
       'without = ["commitment.embargo"]\n' + outcome("lower", "2023-03-29"))
expect(False, "skipped, the scenario lacks a variant wars",
       'within = "wars"\n' + VISIT + outcome("lower", "2023-03-29"))
