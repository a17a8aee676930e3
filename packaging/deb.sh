#!/usr/bin/env bash
# Makes a Debian package with cargo-deb, looks into it, and writes the SHA-256 beside it.
#
#     packaging/deb.sh FOLDER [--no-build]      needs cargo-deb (cargo install cargo-deb)
set -euo pipefail
cd "$(dirname "$0")/.."

folder=${1:?name a folder for the package}
shift
mkdir -p "$folder" target/packaging
case " $* " in *" --no-build "*) ;; *) cargo build --release --locked --bin isonym ;; esac
target/release/isonym man >target/packaging/isonym.1
target/release/isonym completions bash >target/packaging/isonym.bash
target/release/isonym completions zsh >target/packaging/_isonym
target/release/isonym completions fish >target/packaging/isonym.fish
cargo deb --no-build --output "$folder/"
cd "$folder"
for package in isonym_*.deb; do
    dpkg-deb --contents "$package" | grep -q ' ./usr/bin/isonym$' || { echo "$package has no program" >&2; exit 1; }
    sha256sum "$package" >"$package.sha256"
    echo "$folder/$package"
done
