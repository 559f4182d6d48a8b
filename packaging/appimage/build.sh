#!/bin/sh
# build.sh RUNTIME OUT    An AppImage of the frozen folder in build/dist/earmark-portable.
#
# RUNTIME is the official type-2 runtime (https://github.com/AppImage/type2-runtime/releases), OUT
# the file to write. Needs mksquashfs. No package manager brings a runtime, so this runs only where
# one may be downloaded: see .github/workflows/packages.yml.
set -eu
runtime=$(realpath "$1") out=$2
cd "$(dirname "$0")/../.."
id=org.earmark.Earmark
tree=build/Earmark.AppDir
rm -rf $tree
mkdir -p $tree/usr/lib
cp -a build/dist/earmark-portable $tree/usr/lib/earmark
sh packaging/linux/lay_out.sh $tree
ln -s usr/lib/earmark/earmark $tree/AppRun
cp $tree/usr/share/applications/$id.desktop $tree/
cp resources/icons/earmark-256.png $tree/$id.png
ln -s $id.png $tree/.DirIcon
mksquashfs $tree build/earmark.squashfs -root-owned -noappend -comp zstd -quiet \
    -mkfs-time "${SOURCE_DATE_EPOCH:-0}" -all-time "${SOURCE_DATE_EPOCH:-0}"
cat "$runtime" build/earmark.squashfs >"$out"
chmod 755 "$out"
