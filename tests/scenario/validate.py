"""validate.py SCHEMA.json SCENARIO.toml: whether the scenario fits the schema (0) or not (3)."""

import datetime
import json
import sys
import tomllib

import jsonschema


def plain(value):
    """The document as JSON has it: dates are texts."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[2], "rb") as file:
    document = plain(tomllib.load(file))
jsonschema.Draft202012Validator.check_schema(schema)
problems = list(jsonschema.Draft202012Validator(schema).iter_errors(document))
for problem in problems:
    print(problem.json_path, problem.message)
sys.exit(3 if problems else 0)
