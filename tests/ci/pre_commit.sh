#!/usr/bin/env bash
# Runs the hooks of .pre-commit-hooks.yaml in a scratch repository: a commit with a misspelt name fails, and one without it passes.
#
#     tests/ci/pre_commit.sh [PROGRAM]      PROGRAM is target/debug/isonym if it is not given
#
# Needs git and python3; pre-commit is installed into a scratch folder. Where that cannot be done the script says so and succeeds.
# The hooks run the program that was built (`language: system`): building it once more is what `cargo install` is tested by.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$(realpath "${1:-target/debug/isonym}")
hooks=$(realpath .pre-commit-hooks.yaml)
for needed in git python3; do
    command -v "$needed" >/dev/null || { echo "skipped: $needed is not installed"; exit 0; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" 2>"$work/why" \
    && "$work/venv/bin/pip" install --quiet --disable-pip-version-check pre-commit 2>"$work/why" \
    || { echo "skipped: pre-commit could not be installed:"; cat "$work/why"; exit 0; }
mkdir "$work/bin" "$work/hooks" "$work/articles"
ln -s "$program" "$work/bin/isonym"
export PATH="$work/bin:$work/venv/bin:$PATH" PRE_COMMIT_HOME="$work/cache" HOME="$work"
git config --global user.name Test
git config --global user.email test@localhost
git config --global init.defaultBranch main
git config --global protocol.file.allow always
git config --global advice.defaultBranchName false

# The repository of the hooks, as a user names it; the program stands on the search path already.
sed 's/language: rust/language: system/' "$hooks" >"$work/hooks/.pre-commit-hooks.yaml"
git -C "$work/hooks" init --quiet
git -C "$work/hooks" add .
git -C "$work/hooks" commit --quiet -m hooks
revision=$(git -C "$work/hooks" rev-parse HEAD)

cd "$work/articles"
git init --quiet
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $work/hooks
    rev: $revision
    hooks:
      - id: isonym-system
YAML
git add .pre-commit-config.yaml
git commit --quiet -m settings
pre-commit install >/dev/null
printf 'The ferry from Heihe to Blagoveshchensk.\n' >right.md
printf 'fn main() { let blagoveschchensk = "Blagoveschchensk"; }\n' >code.rs
git add . && git commit --quiet -m right >"$work/log" 2>&1 || { echo "a right article was refused:"; cat "$work/log"; exit 1; }
printf 'The ferry from Heihe to Blagoveschchensk.\n' >wrong.md
git add .
if git commit --quiet -m wrong >"$work/log" 2>&1; then echo "a misspelt name went through"; exit 1; fi
grep -q 'misspelled-name' "$work/log" || { echo "the commit failed for another reason:"; cat "$work/log"; exit 1; }
git rev-parse --verify --quiet HEAD~2 >/dev/null && { echo "the commit was made all the same"; exit 1; }
# The fixing hook mends the file, and fails so that it is looked at; then the commit passes.
sed -i 's/isonym-system/isonym-fix/' .pre-commit-config.yaml
git add .pre-commit-config.yaml
if git commit --quiet -m wrong >"$work/log" 2>&1; then echo "a file that was mended went through unseen"; exit 1; fi
grep -q Blagoveshchensk wrong.md || { echo "nothing was mended:"; cat "$work/log"; exit 1; }
git add . && git commit --quiet -m mended >"$work/log" 2>&1 || { echo "a mended article was refused:"; cat "$work/log"; exit 1; }
echo "pre-commit $(pre-commit --version | cut -d' ' -f2): passes and fails as it should"
