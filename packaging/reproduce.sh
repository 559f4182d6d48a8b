#!/bin/sh
# reproduce.sh    Builds the packages of HEAD twice, in two clones at two places, and compares.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for each in one "the other"; do
    git clone -q --no-local . "$work/$each"
    (cd "$work/$each" && sh packaging/package.sh)
done
cd "$work"
for file in one/dist/*; do
    cmp "$file" "the other/dist/${file##*/}"
    sha256sum "$file"
done
echo "The two builds are identical."
