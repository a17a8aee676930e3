#!/usr/bin/env bash
# Drives Neovim without a screen as a client of `isonym lsp`: open, type, see, fix, hover, complete, rename.
#
#     tests/editors/run.sh [PROGRAM]      PROGRAM is target/debug/isonym if it is not given
#
# Needs Neovim (Debian: neovim). With CI=true it is installed where it is absent; else the script says so and succeeds.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$(pwd)

program=${1:-}
if [ -z "$program" ]; then
    cargo build --quiet --bin isonym
    program=target/debug/isonym
fi
program=$(realpath "$program")
command -v nvim >/dev/null || .ci/install neovim || true
command -v nvim >/dev/null || { echo "skipped: Neovim is not installed"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/project"
cd "$work/project"
HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state XDG_CACHE_HOME=$work/cache \
    ISONYM=$program timeout 300 nvim --clean --headless -n -c "luafile $here/tests/editors/session.lua" -c "cquit 1" </dev/null 2>"$work/said" \
    || { cat "$work/said" >&2; exit 1; }
grep -q '^failed' "$work/said" && { cat "$work/said" >&2; exit 1; }
echo "Neovim $(nvim --version | sed -n '1s/NVIM v//p'): the session went as it should"
