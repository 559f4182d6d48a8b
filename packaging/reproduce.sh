#!/bin/bash
# reproduce.sh    Builds the packages of HEAD twice, in two clones at two places, and compares.
#
# Where they differ it names the members that do, and leaves both builds for you to look at.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)

take() { git clone -q --no-local . "$work/$1"; }

build() { (cd "$work/$1" && sh packaging/package.sh); }

unpack() {
    mkdir -p "$2"
    case $1 in
        *.deb) dpkg-deb -R "$1" "$2" ;;
        *.tar.xz) tar -C "$2" -xf "$1" ;;
    esac
}

# Of the first: mode, size, seconds and name of each member in the order of the archive.
members() {
    case $1 in
        *.deb) dpkg-deb -c "$1" ;;
        *.tar.xz) tar -tvf "$1" --full-time ;;
    esac
}

tell_difference() {
    local name=${1##*/}
    echo "$name differs:" >&2
    diff <(members "$1") <(members "$2") | head -n 20 >&2 || true
    unpack "$1" "$work/members/one/$name"
    unpack "$2" "$work/members/the other/$name"
    (cd "$work/members" && diff -rq --no-dereference "one/$name" "the other/$name") >&2 || true
}

# Both at once, before it takes its time: a commit meanwhile would make them differ.
take one
take "the other"
build one
build "the other"
differing=0
for file in "$work"/one/dist/*; do
    other="$work/the other/dist/${file##*/}"
    if cmp -s "$file" "$other"; then
        sha256sum "$file"
    else
        differing=$((differing + 1))
        tell_difference "$file" "$other"
    fi
done
if [ "$differing" != 0 ]; then
    echo "$differing files differ between the two builds in $work" >&2
    exit 1
fi
rm -rf "$work"
echo "The two builds are identical."
