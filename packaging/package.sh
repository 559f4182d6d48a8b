#!/bin/sh
# package.sh    Builds everything that Linux users install, into dist/:
#
#   earmark_VERSION_amd64.deb             needs the system's VLC, which apt brings along
#   earmark-clips_VERSION_amd64.deb       PyAV, for audio clips; recommended by the first
#   earmark-sync_VERSION_amd64.deb        PocketSphinx, which listens to recordings; suggested by it
#   earmark-VERSION-linux-x86_64.tar.xz   all but that inside, for any Linux
#   earmark-sync-VERSION-linux-x86_64.tar.xz   that part for it: unpack it in the same place
#   PARTS.md  SHA256SUMS                  of what they are made, under which licences; checksums
#
# Two builds of one commit are identical, byte for byte (reproduce.sh shows it).
#   VERSION=0.0.9                 another version than pyproject.toml's, for the test of upgrades
#   SITE=https://...              where the metainfo's screenshots are published
#   ONLY=portable                 only the folder build/dist/earmark-portable, as checks want it
#   XZ_LEVEL=1                    quicker and larger
set -eu
cd "$(dirname "$0")/.."
umask 022
. packaging/build_env.sh

export LC_ALL=C.UTF-8 TZ=UTC PYTHONHASHSEED=1 PYTHONDONTWRITEBYTECODE=1 QT_QPA_PLATFORM=offscreen
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1764000000)}
export SOURCE_DATE_EPOCH
version=${VERSION:-$(build/venv/bin/python -c '
import pathlib, sys
sys.path.insert(0, "packaging")
import bundle
print(bundle.version(pathlib.Path()))')}
built=build/dist

say() { printf '%s\n' "$*" >&2; }

freeze() {
    say "Freezing earmark-$1 (log: build/freeze-$1.log)"
    FLAVOUR=$1 build/venv/bin/python -m PyInstaller --noconfirm --log-level WARN \
        --distpath "$built" --workpath "build/work-$1" packaging/earmark.spec \
        >"build/freeze-$1.log" 2>&1 || { tail -n 20 "build/freeze-$1.log" >&2; exit 1; }
}

# Fixed times first: VLC's cache notes its plugins' times, and is stale once they change.
settle() {
    find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    plugins=$1/_internal/vlc/plugins
    [ -d "$plugins" ] || return 0
    LD_LIBRARY_PATH="$1/_internal" "$(vlc_cache_gen)" "$(realpath "$plugins")"
    touch -d "@$SOURCE_DATE_EPOCH" "$plugins/plugins.dat" "$plugins"
}

vlc_cache_gen() { ls /usr/lib/*/vlc/vlc-cache-gen | head -n 1; }

archive() {
    name=earmark-$version-linux-$(uname -m)
    say "Packing $name.tar.xz"
    rm -rf "build/$name"
    cp -a "$built/earmark-portable" "build/$name"
    sh packaging/linux/lay_out.sh "build/$name" portable
    settle "build/$name"
    tar -C build --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$name" |
        xz "-${XZ_LEVEL:-9}" --threads=2 --block-size=64MiB >"dist/$name.tar.xz"
}

# Takes the part that listens out of the folder earmark-$1, into earmark-sync-$1.
part_sync() {
    mkdir -p "$built/earmark-sync-$1/_internal"
    mv "$built/earmark-$1/_internal/pocketsphinx" "$built/earmark-$1/_internal/num2words" \
        "$built/earmark-sync-$1/_internal/"
}

archive_sync() {
    name=earmark-$version-linux-$(uname -m)
    say "Packing its part sync"
    rm -rf build/sync
    mkdir -p build/sync
    cp -a "$built/earmark-sync-portable" "build/sync/$name"
    settle "build/sync/$name"
    tar -C build/sync --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$name" |
        xz "-${XZ_LEVEL:-9}" >"dist/earmark-sync-$version-linux-$(uname -m).tar.xz"
}

rm -rf "$built"
mkdir -p "$built" dist
freeze portable
part_sync portable
settle "$built/earmark-portable"
[ "${ONLY:-}" != portable ] || exit 0
freeze deb
part_sync deb
mkdir -p "$built/earmark-clips/_internal"
mv "$built"/earmark-deb/_internal/av "$built"/earmark-deb/_internal/av.libs \
    "$built/earmark-clips/_internal/"
rm -rf dist/*.deb dist/*.tar.xz dist/PARTS.md dist/SHA256SUMS
build/venv/bin/python packaging/parts.py "$built" build/parts
cp build/parts/PARTS.md dist/
archive
archive_sync
bash packaging/linux/build_debs.sh "$built" dist "$version"
(cd dist && sha256sum -- *.deb *.tar.xz PARTS.md >SHA256SUMS)
ls -l dist >&2
