#!/usr/bin/env bash
# Builds the fuzz targets and runs each for some seconds, within memory and time bounds: any panic, hang or excess fails.
#
#     fuzz/run.sh [SECONDS]          30 if left out
#
# Needs a Rust toolchain and a C++ compiler. It does what `cargo fuzz run` does, which works here, too, with a nightly toolchain.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-30}
command -v c++ >/dev/null || ../.ci/install g++ || true
command -v c++ >/dev/null || { echo "skipped: no C++ compiler is installed"; exit 0; }

# Coverage for libFuzzer, and checks that a release build leaves out. The flags are those of nightly toolchains; the variable lets
# any toolchain take them.
export RUSTC_BOOTSTRAP=1
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
-Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 -Cdebug-assertions \
-Coverflow-checks --cfg fuzzing"
target=$(rustc -vV | sed -n 's/^host: //p')
cargo build --release --target "$target"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for name in document container exchange glossary; do
    mkdir "$scratch/$name"
    [ -d "seeds/$name" ] && cp "seeds/$name"/* "$scratch/$name/"
    echo "== $name"
    "target/$target/release/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="$scratch/" "$scratch/$name" 2>"$scratch/log" || { tail -40 "$scratch/log"; cp "$scratch"/*-* . 2>/dev/null || true; exit 1; }
    grep -E "stat::(number_of_executed_units|peak_rss_mb)|^Done" "$scratch/log" || true
done
