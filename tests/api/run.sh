#!/usr/bin/env bash
# Sends `isonym serve` what schemathesis makes of its own description: no request may bring out a mistake of the server,
# or an answer that the description does not have.
#
#     tests/api/run.sh BINARY [EXAMPLES]      so many requests for each service at most (30)
#
# Needs Python 3; schemathesis is installed into a virtual environment of its own, or taken from the one that API_TOOLS names.
set -euo pipefail
program=$(realpath "${1:?name the program}")
examples=${2:-30}

skip() {
    echo "the services were not tried: $1" >&2
    exit 0
}
command -v python3 >/dev/null || skip "Python 3 is not installed"
work=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi; rm -rf "$work"' EXIT
tools=${API_TOOLS:-$work/venv}
if [ ! -x "$tools/bin/schemathesis" ]; then
    python3 -m venv "$tools" >"$work/why" 2>&1 || skip "python3 -m venv does not work"
    "$tools/bin/pip" install --quiet --disable-pip-version-check 'schemathesis>=4,<5' >"$work/why" 2>&1 \
        || skip "schemathesis could not be installed"
fi

printf 'id,kind,status,zh,ru,en,form,style,system,valid,note,source\nzzyk,city,preferred,,Ззык,Zzyk,,,,,,\n' >"$work/terms.csv"
"$program" serve --port 0 --quiet --glossary "$work/terms.csv" --writable >"$work/address" &
server=$!
for _ in $(seq 100); do
    [ -s "$work/address" ] && break
    sleep 0.1
done
address=$(head -1 "$work/address")
[ -n "$address" ] || { echo "the server did not start" >&2; exit 1; }

cd "$work"
"$tools/bin/schemathesis" run "${address}openapi.json" --max-examples "$examples" --seed 1 --workers 2 --request-timeout 60 \
    --phases examples,coverage,fuzzing --suppress-health-check all --no-color --generation-database none \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance
kill -0 "$server" 2>/dev/null || { echo "the server has ended" >&2; exit 1; }
