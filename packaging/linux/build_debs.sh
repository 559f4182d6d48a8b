#!/bin/bash
# build_debs.sh BUILT OUT VERSION    The .deb of the folders earmark-deb, earmark-clips and earmark-sync-deb in BUILT.
#
# No maintainer scripts: the triggers of desktop-file-utils, shared-mime-info, hicolor-icon-theme,
# man-db and libvlc-bin do it all.
set -euo pipefail
cd "$(dirname "$0")/../.."
built=$1 out=$(realpath -m "$2") version=$3
here=packaging/linux work=build/debs
arch=$(dpkg --print-architecture)
maintainer="Earmark contributors <earmark@users.noreply.github.com>"
umask 022
rm -rf $work
mkdir -p $work "$out"

# Names what dlopen loads: dpkg-shlibdeps sees only what is linked.
vlc="libvlc5 (>= 3.0.18), libvlc-bin (>= 3.0.18), vlc-plugin-base (>= 3.0.18)"
fonts="fonts-dejavu-core | fonts-noto-core | fonts-liberation2"
# What those plugins of Qt need that are only loaded where there is such a desktop.
desktops="libgtk-3-0 | libgtk-3-0t64, libwayland-client0, libwayland-cursor0, libwayland-egl1"

lay_out_app() {
    local tree=$1 lib=$1/usr/lib/earmark
    mkdir -p "$lib" "$tree/usr/bin"
    cp -a "$built/earmark-deb/." "$lib/"
    ln -s ../lib/earmark/earmark "$tree/usr/bin/earmark"
    sh $here/lay_out.sh "$tree"
    document "$tree" earmark
}

# lay_out_part TREE FOLDER PACKAGE
lay_out_part() {
    local lib=$1/usr/lib/earmark
    mkdir -p "$lib"
    cp -a "$built/$2/." "$lib/"
    document "$1" "$3"
}

document() {
    local doc=$1/usr/share/doc/$2
    mkdir -p "$doc" "$1/usr/share/lintian/overrides"
    install -m 644 "build/parts/copyright-$2" "$doc/copyright"
    changelog "$2" | gzip -9n >"$doc/changelog.gz"
    install -m 644 "$here/lintian/$2" "$1/usr/share/lintian/overrides/$2"
}

changelog() {
    printf '%s (%s) unstable; urgency=medium\n\n  * Version %s: CHANGELOG.md says what is new.\n\n' \
        "$1" "$version" "$version"
    printf ' -- %s  %s\n' "$maintainer" "$(date -R -u -d "@$SOURCE_DATE_EPOCH")"
}

# What the ELF files of a tree are linked with, as a Depends line.
linked_with() {
    local lib=$PWD/$1/usr/lib/earmark/_internal elfs=()
    mkdir -p $work/scan/debian
    printf 'Source: earmark\n\nPackage: earmark\nArchitecture: any\n' >$work/scan/debian/control
    mapfile -t elfs < <(elf_files "$PWD/$1")  # an array: the place may have a blank in its name
    (cd $work/scan && dpkg-shlibdeps -O --ignore-missing-info -l"$lib" -l"$lib/PySide6/Qt/lib" \
        -l"$lib/PySide6" -l"$lib/shiboken6" -l"$lib/av.libs" "${elfs[@]/#/-e}" \
        2>shlibdeps.log || { cat shlibdeps.log >&2; exit 1; }) | sed -n 's/^shlibs:Depends=//p'
}

elf_files() {
    find "$1/usr/lib/earmark" -type f \( -name '*.so*' -o -name earmark \) \
        ! -name libqgtk3.so ! -ipath '*wayland*' ! -name '*Wl*' ! -name '*cups*' | sort
}

control() {
    local name=$1 tree=$2
    shift 2
    mkdir -p "$tree/DEBIAN"
    {
        printf 'Package: %s\nVersion: %s\nArchitecture: %s\n' "$name" "$version" "$arch"
        printf 'Maintainer: %s\nSection: sound\nPriority: optional\n' "$maintainer"
        printf 'Installed-Size: %s\n' "$(du -sk --apparent-size --exclude=DEBIAN "$tree" | cut -f1)"
        printf '%s\n' "$@"
    } >"$tree/DEBIAN/control"
}

# Modes as Debian wants them, and times that do not tell when it was built.
pack() {
    local name=$1 tree=$2
    find "$tree" -type d -exec chmod 755 {} +
    find "$tree/usr/lib" -type f -exec chmod 644 {} +
    [ ! -e "$tree/usr/lib/earmark/earmark" ] || chmod 755 "$tree/usr/lib/earmark/earmark"
    (cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    echo "Packing ${name}_${version}_$arch.deb" >&2
    dpkg-deb --root-owner-group -Zxz "-z${XZ_LEVEL:-9}" -b "$tree" "$out/${name}_${version}_$arch.deb" >/dev/null
}

lay_out_app $work/earmark
control earmark $work/earmark \
    "Depends: $(linked_with $work/earmark), $vlc, $fonts" \
    "Recommends: earmark-clips (= $version), $desktops, xdg-desktop-portal, xdg-utils" \
    "Suggests: earmark-sync (= $version)" \
    "Description: listen to an episode and read its transcript at once" \
    " Earmark opens a recording and its transcript, plays it, and the line being" \
    " spoken lights up. Click a word and it plays from there; find a phrase and play" \
    " it; one key keeps the sentence that was just heard. No account, no network."
pack earmark $work/earmark

if [ -d "$built/earmark-clips" ]; then
    lay_out_part $work/earmark-clips earmark-clips earmark-clips
    control earmark-clips $work/earmark-clips \
        "Depends: earmark (= $version), $(linked_with $work/earmark-clips)" \
        "Enhances: earmark" \
        "Description: audio clips for Earmark" \
        " Cuts kept passages out of a recording, finds the true length of recordings that" \
        " do not say it, and reads chapters and transcripts inside of them. It carries" \
        " PyAV and FFmpeg, with the encoders x264 and x265, and so falls under the GPL."
    pack earmark-clips $work/earmark-clips
fi

if [ -d "$built/earmark-sync-deb" ]; then
    lay_out_part $work/earmark-sync earmark-sync-deb earmark-sync
    control earmark-sync $work/earmark-sync \
        "Depends: earmark (= $version), earmark-clips (= $version), $(linked_with $work/earmark-sync)" \
        "Enhances: earmark" \
        "Description: finds in the sound where a text is spoken, for Earmark" \
        " Listens to an English recording on this computer and brings its transcript in" \
        " sync: adverts, cuts, another speed, texts without times, and each word. It" \
        " carries PocketSphinx with its English model."
    pack earmark-sync $work/earmark-sync
fi
