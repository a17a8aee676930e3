#!/usr/bin/env bash
# Validates what `isonym lint --format sarif` writes against the published JSON schema of SARIF 2.1.0.
#
#     tests/ci/sarif.sh [PROGRAM]      PROGRAM is target/debug/isonym if it is not given
#
# The schema comes out of the Rust package serde-sarif, which ships it as it was published, and is checked to say so; the validator is
# the Python package jsonschema. Both are fetched into a scratch folder; where they cannot be had the script says so and succeeds.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$(realpath "${1:-target/debug/isonym}")
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/crate/src"
cat >"$work/crate/Cargo.toml" <<'TOML'
[package]
name = "scratch"
version = "0.0.0"
edition = "2021"
[dependencies]
serde-sarif = "=0.8.0"
[workspace]
TOML
touch "$work/crate/src/lib.rs"
(cd "$work/crate" && cargo vendor --quiet vendor >/dev/null 2>"$work/why") || { echo "skipped: the schema cannot be fetched:"; cat "$work/why"; exit 0; }
python3 -m venv "$work/venv" 2>"$work/why" \
    && "$work/venv/bin/pip" install --quiet --disable-pip-version-check jsonschema 2>"$work/why" \
    || { echo "skipped: jsonschema could not be installed:"; cat "$work/why"; exit 0; }

mkdir "$work/texts"
cp examples/* "$work/texts/"
printf 'Mo\xd1\x81квa \xf0\x9f\x91\xa9 Blagoveschchensk.\n' >"$work/texts/a name with spaces.txt"
cd "$work"
"$program" lint --format sarif texts nowhere.txt >found.sarif 2>/dev/null || [ $? -eq 2 ]
"$program" lint --format sarif --quiet texts/heihe.md >some.sarif || [ $? -eq 1 ]
echo Heihe | "$program" lint --format sarif >none.sarif
"$work/venv/bin/python" - "$work/crate/vendor/serde-sarif/src/schema.json" found.sarif some.sarif none.sarif <<'PYTHON'
import json, sys
from jsonschema import Draft7Validator
schema = json.load(open(sys.argv[1]))
assert "2.1.0" in schema["title"], schema["title"]
validator = Draft7Validator(schema)
for name in sys.argv[2:]:
    log = json.load(open(name))
    wrong = list(validator.iter_errors(log))
    for error in wrong[:10]:
        print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    assert not wrong, f"{name}: {len(wrong)} errors"
    print(f"{name}: valid, {sum(len(run['results']) for run in log['runs'])} results")
# The validator would see a mistake.
del log["runs"][0]["tool"]
assert list(validator.iter_errors(log)), "the schema asks for nothing"
PYTHON
