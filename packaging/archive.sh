#!/usr/bin/env bash
# Packs a built program with its completions, manual page and licences, runs it from the archive, and writes the SHA-256 beside it.
#
#     packaging/archive.sh TARGET FOLDER      after cargo build --release --target TARGET; TARGET `host` takes target/release
set -euo pipefail
cd "$(dirname "$0")/.."

target=${1:?name a target}
folder=${2:?name a folder for the archive}
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
case $target in
    host) built=target/release ;;
    *) built=target/$target/release ;;
esac
case $target in
    *windows*) program=isonym.exe ;;
    *) program=isonym ;;
esac
name=isonym-$version-$target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/$name/completions" "$folder"
cp "$built/$program" README.md CHANGELOG.md LICENSE-APACHE LICENSE-MIT "$work/$name/"
cp glossaries/README.md "$work/$name/DATA.md"
for shell in bash zsh fish powershell; do
    "$built/$program" completions "$shell" >"$work/$name/completions/isonym.$shell"
done
"$built/$program" man >"$work/$name/isonym.1"
folder=$(cd "$folder" && pwd)
cd "$work"
if [ "$program" = isonym.exe ]; then
    archive=$name.zip
    7z a -bso0 "$folder/$archive" "$name"
    mkdir check && (cd check && 7z x -bso0 "$folder/$archive")
else
    archive=$name.tar.gz
    tar -czf "$folder/$archive" "$name"
    mkdir check && tar -xzf "$folder/$archive" -C check
fi
[ "$("check/$name/$program" --version)" = "isonym $version" ] || { echo "the program in $archive does not run" >&2; exit 1; }
[ "$("check/$name/$program" translit --to palladius 西安)" = Сиань ] || { echo "the program in $archive does not work" >&2; exit 1; }
cd "$folder"
if command -v sha256sum >/dev/null; then sha256sum "$archive"; else shasum -a 256 "$archive"; fi >"$archive.sha256"
echo "$folder/$archive"
