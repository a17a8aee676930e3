#!/usr/bin/env bash
# How fast `isonym serve` answers: the median time of a warm `POST /api/lint` with an article of 7 KB, one request after the
# other, and the requests a second that it answers at once (wrk, 2 threads, 32 connections).
#
#     cargo build --release && benches/serve.sh target/release/isonym
#
# Needs Python 3 and wrk (Debian: wrk); without wrk only the times are measured.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
program=$(realpath "${1:-$here/target/release/isonym}")
work=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi; rm -rf "$work"' EXIT
"$program" serve --port 0 --quiet >"$work/address" &
server=$!
until [ -s "$work/address" ]; do sleep 0.1; done
address=$(head -1 "$work/address")

python3 - "$address" "$here/examples/heihe.md" "$work" <<'PYTHON'
import http.client, json, statistics, sys, time
from urllib.parse import urlsplit

address, example, work = sys.argv[1:]
host = urlsplit(address).netloc
paragraphs = open(example, encoding="utf-8").read().strip()
text = ""
while len(text.encode()) < 7000:
    text += paragraphs + "\n\n"
text = text.encode()[:7000].decode(errors="ignore")
short = paragraphs.split("\n\n")[1]


def median(path, body, times):
    connection = http.client.HTTPConnection(host)
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        if body is None:
            connection.request("GET", path)
        else:
            connection.request("POST", path, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        taken.append(time.perf_counter() - start)
        assert answer.status == 200, answer.status
    warm = taken[len(taken) // 5 :]
    return statistics.median(warm) * 1000


article = json.dumps({"text": text}).encode()
print(f"POST /api/lint, {len(text.encode())} bytes: median {median('/api/lint', article, 500):.2f} ms")
print(f"POST /api/names, the same: median {median('/api/names', article, 300):.2f} ms")
print(f"GET /api/lookup: median {median('/api/lookup?q=%E6%B5%B7%E5%85%B0%E6%B3%A1', None, 500):.2f} ms")
print(f"GET /api/suggest, two letters: median {median('/api/suggest?q=bl', None, 300):.2f} ms")

for name, body in (("article", text), ("paragraph", short)):
    with open(f"{work}/{name}.lua", "w", encoding="utf-8") as script:
        script.write('wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\n')
        script.write(f"wrk.body = [==[{json.dumps({'text': body})}]==]\n")
PYTHON

command -v wrk >/dev/null || { echo "wrk is not installed: requests a second were not counted" >&2; exit 0; }
rate() {
    echo "$1: $(wrk -t2 -c32 -d8s "${@:2}" | sed -n 's/^Requests\/sec: *//p') requests a second"
}
rate "GET /api/lookup?q=海兰泡" "${address}api/lookup?q=%E6%B5%B7%E5%85%B0%E6%B3%A1"
rate "POST /api/lint, a paragraph" -s "$work/paragraph.lua" "${address}api/lint"
rate "POST /api/lint, 7 KB" -s "$work/article.lua" "${address}api/lint"
