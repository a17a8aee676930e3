#!/bin/sh
# Compares isonym with its peers and prints the ratios: the scanner with aho-corasick and daachorse in one process, names a slip away
# with symspell, the listing of names with ripgrep, the whole lint with typos, and one thread with two.
#
#   benches/peers/run.sh [NAMES [MEGABYTES]]
#
# ISONYM=PROGRAM measures a program that is there instead of building one. With INSTALL=1 typos is installed by pip beside what is
# built and ripgrep from Debian, if they are absent; without them, what they are compared in is passed over.
set -eu
cd "$(dirname "$0")/../.."
names=${1:-10000}
megabytes=${2:-8}
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"
tools="$CARGO_TARGET_DIR/peers"
export PATH="$tools/bin:$PATH"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if [ "${INSTALL:-0}" = 1 ] && ! command -v rg >/dev/null; then
    apt-get install -y ripgrep
fi
if [ "${INSTALL:-0}" = 1 ] && ! command -v typos >/dev/null; then
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet typos
fi

echo "$(date +%F) $(nproc) processors: $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(rustc --version)"
isonym=${ISONYM:-}
if [ -z "$isonym" ]; then
    cargo build --release --quiet --bin isonym
    isonym="$CARGO_TARGET_DIR/release/isonym"
fi

cargo build --release --quiet --manifest-path benches/peers/Cargo.toml
benches/rows.sh 33334 > "$scratch/near.csv"
"$CARGO_TARGET_DIR/release/fuzzy" "$scratch/near.csv"
"$CARGO_TARGET_DIR/release/scan" "$names" "$megabytes"
# With a folder it only leaves the names and a text there, for what follows.
"$CARGO_TARGET_DIR/release/scan" "$names" "$megabytes" "$scratch"
export ISONYM_CACHE_DIR="$scratch/cache"
"$isonym" index build --quiet --no-default-glossary "$scratch/names.csv"

python3 - "$isonym" "$scratch" "$megabytes" <<'PYTHON'
"""Whole processes, interleaved: processor seconds (user and system), median of three."""
import json, os, resource, shutil, statistics, subprocess, sys, time

isonym, scratch, megabytes = sys.argv[1], sys.argv[2], int(sys.argv[3])
ARTICLES = {"en": "examples/heihe.md", "ru": "examples/heihe.ru.md", "zh": "examples/heihe.zh.md"}

def seconds(command, threads=None):
    """Processor seconds and wall seconds of a command."""
    env = dict(os.environ, **({"RAYON_NUM_THREADS": str(threads)} if threads else {}))
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env)
    if command[0] == isonym and done.returncode > 1:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.time() - start

def race(*commands):
    """The median processor time of each, the rounds interleaved."""
    rounds = [[seconds(command)[0] for command in commands] for _ in range(3)]
    return [statistics.median(column) for column in zip(*rounds)]

# Articles of about 5 KB that differ from each other in their numbers.
def article(lang, number):
    text = open(ARTICLES[lang], encoding="utf-8").read()
    return (text * (5000 // len(text.encode()) + 1)) + f"\n{number}\n"

# All names in a text: ours says which entries are meant, too.
ours = [isonym, "mentions", "--no-default-glossary", "--glossary", f"{scratch}/names.csv", f"{scratch}/mixed.txt"]
if shutil.which("rg"):
    mentions, rg = race(ours, ["rg", "-F", "-o", "-f", f"{scratch}/names.txt", f"{scratch}/mixed.txt"])
    print(f"names of a mixed text of {megabytes} MB: isonym mentions {mentions:.2f} s of processor time, rg -F -o -f {rg:.2f} s; ratio {rg / mentions:.1f}")

for lang in ARTICLES:
    path = f"{scratch}/{lang}.jsonl"
    text = f"{scratch}/{lang}.txt"
    with open(path, "w", encoding="utf-8") as lines, open(text, "w", encoding="utf-8") as whole:
        size = number = 0
        while size < megabytes * 1_000_000:
            one = article(lang, number)
            lines.write(json.dumps({"text": one}, ensure_ascii=False) + "\n")
            whole.write(one)
            size, number = size + len(one.encode()), number + 1
    ours = [isonym, "lint", "--format", "jsonl", "--jsonl-field", "text", path]
    if shutil.which("typos"):
        lint, typos = race(ours, ["typos", "--format", "json", text])
        print(f"lint {lang}: {size / 1e6 / lint:.1f} MB/s of processor time; typos {size / 1e6 / typos:.1f}; ratio {typos / lint:.2f}")
    else:
        print(f"lint {lang}: {size / 1e6 / race(ours)[0]:.1f} MB/s of processor time; typos is not installed")

# 10,000 small articles with one thread and with two.
with open(f"{scratch}/many.jsonl", "w", encoding="utf-8") as lines:
    for number in range(10_000):
        lang = list(ARTICLES)[number % 3]
        lines.write(json.dumps({"text": article(lang, number)}, ensure_ascii=False) + "\n")
many = [isonym, "lint", "--format", "jsonl", "--jsonl-field", "text", f"{scratch}/many.jsonl"]
walls = [[seconds(many, threads)[1] for threads in (1, 2)] for _ in range(3)]
one, two = (statistics.median(column) for column in zip(*walls))
print(f"10,000 articles: {10_000 / one:.0f} a second with one thread, {10_000 / two:.0f} with two; ratio {one / two:.2f}")
PYTHON
