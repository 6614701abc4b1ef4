#!/usr/bin/env python3
"""validate.py SCHEMA FILE…: holds JSON files against a JSON Schema with Python's jsonschema."""
import json
import sys

import jsonschema


def main():
    schema_file, *files = sys.argv[1:]
    with open(schema_file, encoding="utf-8") as file:
        schema = json.load(file)
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    failed = not files
    for name in files:
        with open(name, encoding="utf-8") as file:
            for error in validator.iter_errors(json.load(file)):
                failed = True
                print(f"{name}: /{'/'.join(map(str, error.absolute_path))} {error.message}")
    print(f"not all files hold against {schema_file}" if failed else f"{len(files)} files hold against {schema_file}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
