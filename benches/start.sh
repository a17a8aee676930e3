#!/bin/sh
# What a start costs: whole processes that look one name up, against an empty one, interleaved; and what the index of a large glossary
# costs in time and memory the first time.
#
#   benches/start.sh [ROWS]        three names a row; target/release/isonym must be built
set -eu
cd "$(dirname "$0")/.."
rows=${1:-333334}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
echo 'fn main() {}' > "$scratch/empty.rs"
rustc -O -o "$scratch/empty" "$scratch/empty.rs"
benches/rows.sh "$rows" > "$scratch/many.csv"
echo "$(date +%F) $(nproc) processors: $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(rustc --version)"
ISONYM_CACHE_DIR="$scratch/cache" python3 - "${CARGO_TARGET_DIR:-target}/release/isonym" "$scratch" <<'PYTHON'
import os, statistics, subprocess, sys, time

isonym, scratch = sys.argv[1:]
many = f"{scratch}/many.csv"

def run(command):
    """Processor seconds, wall seconds and most memory (MB) of a process."""
    start = time.time()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    return used.ru_utime + used.ru_stime, time.time() - start, used.ru_maxrss / 1000

mapped = [isonym, "lookup", "--glossary", many]
processor, wall, memory = run(mapped + ["Niretavo"])
size = sum(os.path.getsize(f"{scratch}/cache/index/{name}") for name in os.listdir(f"{scratch}/cache/index"))
print(f"first use of {os.path.getsize(many) / 1e6:.0f} MB of rows: {processor:.1f} s of processor, {wall:.1f} s, {memory:.0f} MB; index {size / 1e6:.0f} MB")
time.sleep(2.5)
processor, wall, memory = run(mapped + ["Niretavo"])
print(f"the first use after that, which checks the whole index: {processor * 1000:.0f} ms of processor")
commands = {
    "an empty process": [f"{scratch}/empty"],
    "--version": [isonym, "--version"],
    "lookup Heihe": [isonym, "lookup", "Heihe"],
    "lookup 海兰泡": [isonym, "lookup", "海兰泡"],
    "lookup Blagoveschchensk, a slip away": [isonym, "lookup", "Blagoveschchensk"],
    "lookup of the large glossary": mapped + ["Niretavo"],
    "lookup of the large glossary, a slip away": mapped + ["Niretavu"],
}
times = {name: [] for name in commands}
for _ in range(60):
    for name, command in commands.items():
        times[name].append(run(command))
empty = statistics.median(time[0] for time in times["an empty process"])
for name, runs in times.items():
    processor = statistics.median(time[0] for time in runs)
    print(f"{processor * 1000:6.2f} ms  {processor / empty:5.2f}  {statistics.median(time[2] for time in runs):4.0f} MB  {name}")
PYTHON
