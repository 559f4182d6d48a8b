#!/bin/bash
# package_test.sh [SUITE...]    Installs the packages in dist/ into fresh systems and tries them.
#
# As root, with debootstrap. A SUITE (bookworm, trixie) is a minimal system without Python and
# without VLC, made once in build/systems and copied for each trial. Prints a line per trial and
# ends with 1 if one failed.
#   DISPLAY_NUMBER=67    the X display that the windows open on
set -uo pipefail
cd "$(dirname "$0")/.."
id=org.earmark.Earmark
systems=$PWD/build/systems
display=:${DISPLAY_NUMBER:-67}
new=$(ls -t dist/earmark_*_amd64.deb | head -n 1)
version=$(dpkg-deb -f "$new" Version)
archive=$PWD/dist/earmark-$version-linux-x86_64.tar.xz
archive_sync=$PWD/dist/earmark-sync-$version-linux-x86_64.tar.xz
# What the archive's README.txt asks of a bare system.
base=$(sed -n 's/^  \(lib.*\)$/\1/p; s/^  \(fonts-.*\)$/\1/p' packaging/linux/PORTABLE.txt)
failed=0 suite='' root='' older=''

say() { printf '%s\n' "$*" >&2; }
log() { mkdir -p build/package-test && echo "$PWD/build/package-test/$suite-${1// /-}.log"; }

# trial NAME COMMAND...    runs it, prints how it went; what it says last goes into the table.
trial() {
    local name=$1 file status=0
    shift
    file=$(log "$name")
    "$@" >"$file" 2>&1 || status=$?
    case $status in
    0) printf '%-9s %-34s ok    %s\n' "$suite" "$name" "$(tail -n 1 "$file" | cut -c1-70)" ;;
    77) printf '%-9s %-34s skip  %s\n' "$suite" "$name" "$(tail -n 1 "$file" | cut -c1-70)" ;;
    *)
        failed=1
        printf '%-9s %-34s FAIL  %s\n' "$suite" "$name" "$file"
        tail -n 12 "$file" | sed 's/^/    /' >&2
        ;;
    esac
}

# --- systems -------------------------------------------------------------------------------

base_system() {
    [ -e "$systems/$suite/.whole" ] && return
    say "Making a minimal $suite (debootstrap)"
    rm -rf "${systems:?}/$suite"
    mkdir -p "$systems"
    debootstrap --variant=minbase "$suite" "$systems/$suite" http://deb.debian.org/debian \
        >"$(log debootstrap)" 2>&1 && touch "$systems/$suite/.whole"
}

fresh() {
    close_system
    root=$systems/trial-$suite
    rm -rf --one-file-system "$root"
    cp -a "$systems/$suite" "$root"
    mount -t proc proc "$root/proc"
    mount -t tmpfs tmpfs "$root/tmp"
    mkdir -p -m 1777 "$root/dev/shm" "$root/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
    for proxy in /etc/apt/apt.conf.d/*proxy*; do
        [ ! -e "$proxy" ] || cp "$proxy" "$root/etc/apt/apt.conf.d/"
    done
    chroot "$root" useradd -m -u 4242 listener
    install -d -m 700 -o 4242 -g 4242 "$root/run/listener"
    mkdir -p "$root/episodes"
    cp -r build/package-test/episodes/. "$root/episodes"
}

# stop SIGNAL [NAME]    ends what runs in the system, and nothing else of that name.
stop() {
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/root" 2>/dev/null)" = "$root" ] || continue
        [ -z "${2:-}" ] || [ "$(cat "$process/comm")" = "$2" ] || continue
        kill "-$1" "${process#/proc/}"
    done
}

# A bus or a portal that still runs in there would keep its file systems busy.
close_system() {
    [ -n "$root" ] || return 0
    stop KILL
    for place in tmp/.X11-unix tmp proc; do
        ! mountpoint -q "$root/$place" || umount "$root/$place" || umount -l "$root/$place"
    done
}

in_system() { chroot "$root" env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }
apt() { in_system DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends "$@"; }

# As somebody at a desktop: own user, own bus, a display.
as_listener() {
    in_system HOME=/home/listener XDG_RUNTIME_DIR=/run/listener DISPLAY="$display" ${network:-} \
        setpriv --reuid 4242 --regid 4242 --clear-groups --no-new-privs "$@"
}

without_network() { network="unshare -n" as_listener "$@"; }

# --- trials of the .deb --------------------------------------------------------------------

install_debs() {
    cp dist/earmark*_"$version"_*.deb "$root/root/"
    apt update && apt install /root/earmark_"$version"_amd64.deb || return
    echo "$(in_system dpkg-query -W -f '.\n' | wc -l) packages are now in the system"
}

has_no_python() {
    if [ -e "$root/usr/bin/python3" ] || [ -e "$root/usr/lib/x86_64-linux-gnu/libvlc.so.5" ]; then
        echo "there is a Python or a VLC already"
        return 1
    fi
    echo "neither Python nor VLC"
}


self_test() {
    as_listener "${1:-earmark}" --self-test "/episodes/$2"
}

# The way a menu does it: the desktop file's own command, its window on the screen.
start_by_desktop_file() {
    local line code=0
    line=$(sed -n 's/^Exec=//p' "$root/usr/share/applications/$id.desktop" | head -n 1)
    line=${line/ %U/ file:///episodes/tour.vtt}
    as_listener timeout 60 dbus-run-session -- $line &
    wait_for_window || code=1
    stop TERM earmark
    wait $! 2>/dev/null
    return $code
}

wait_for_window() {
    local title
    for _ in $(seq 100); do
        title=$(DISPLAY=$display xdotool search --onlyvisible --name 'Earmark' getwindowname 2>&1)
        case $title in *Tour*Earmark* | *tour*Earmark*) echo "window: $title"; return 0 ;; esac
        sleep 0.3
    done
    echo "no window came; the last title was: $title"
    return 1
}

# A foreign program steers it, as the keys of a headset do.
drive_with_playerctl() {
    apt install playerctl >/dev/null 2>&1 || { echo "playerctl cannot be installed"; return 77; }
    cat >"$root/usr/local/bin/drive" <<'DRIVE'
#!/bin/sh
earmark file:///episodes/tour.vtt &
app=$!
trap 'kill $app' EXIT
for _ in $(seq 100); do playerctl -l 2>/dev/null | grep -q '^earmark' && break; sleep 0.2; done
playerctl -l 2>/dev/null | grep -q '^earmark' || { echo "no MPRIS service answered"; exit 1; }
player() { playerctl -p earmark "$@"; }
until [ "$(player status)" = Paused ] || [ $((n += 1)) -gt 50 ]; do sleep 0.2; done
player play; sleep 2
[ "$(player status)" = Playing ] || { echo "play: $(player status)"; exit 1; }
player position 60; sleep 1
echo "$(player status) at $(player position) of $(player metadata mpris:length): $(player metadata title)"
player position | awk '{ exit !($1 >= 59 && $1 < 75) }' || { echo "seek: $(player position)"; exit 1; }
player pause; sleep 0.5
[ "$(player status)" = Paused ] || { echo "pause: $(player status)"; exit 1; }
DRIVE
    chmod 755 "$root/usr/local/bin/drive"
    as_listener timeout 90 dbus-run-session -- drive
}

cut_clip() {
    as_listener earmark clip /episodes/tour.opus --from 0:05 --to 0:09 --force --output /tmp/clip.mp3
}

# PyAV has a package of its own: without it a clip is refused in plain words.
refuse_clip() {
    local said
    said=$(cut_clip 2>&1) && return 1
    echo "$said"
    [[ $said = *earmark-clips* ]]
}

install_clips() {
    apt install /root/earmark-clips_"$version"_amd64.deb && cut_clip || return
    [ -s "$root/tmp/clip.mp3" ] && echo "cut by earmark-clips: $(wc -c <"$root/tmp/clip.mp3") bytes"
}

# What a listener hears there, and a text that comes 5 s early: $1 is the command.
sync_later() {
    "$@" sync /episodes/tour.vtt /episodes/later.opus --words --force --output /tmp/fits.vtt
}

# So has PocketSphinx.
refuse_sync() {
    local said
    said=$(sync_later as_listener earmark 2>&1) && return 1
    echo "$said"
    [[ $said = *earmark-sync* ]]
}

install_sync() {
    apt install /root/earmark-sync_"$version"_amd64.deb || return
    finds_the_shift as_listener earmark
}

finds_the_shift() {
    local said
    said=$(sync_later "$@") || return
    printf '%s\n' "$said" && [[ $said = *"5.0 s early"* ]] && grep -q -- '-->' "$root/tmp/fits.vtt"
}

upgrade() {
    local old=$1 now
    cp "$old" "$root/root/"
    apt update && apt install "/root/$(basename "$old")" || return
    as_listener mkdir -p /home/listener/.local/share/earmark
    as_listener sh -c 'echo mine >/home/listener/.local/share/earmark/kept'
    cp "$new" "$root/root/"
    apt install "/root/$(basename "$new")" || return
    now=$(as_listener earmark --version)
    [ "$now" = "earmark $version" ] || { echo "it is $now"; return 1; }
    echo "$(dpkg-deb -f "$old" Version) to $now"
}

# What dpkg put there is gone; what the listener made stays.
remove() {
    local left
    apt purge earmark earmark-clips earmark-sync || return
    left=$(find "$root/usr" "$root/etc" "$root/opt" "$root/var/lib" -xdev -iname '*earmark*' \
        ! -path '*/var/lib/dpkg/*' ! -path '*/var/lib/apt/*')
    [ -z "$left" ] || { echo "left behind: $left"; return 1; }
    grep -rq earmark "$root/usr/share/applications/mimeinfo.cache" 2>/dev/null &&
        { echo "still in mimeinfo.cache"; return 1; }
    [ -e "$root/home/listener/.local/share/earmark/kept" ] || { echo "data is gone"; return 1; }
    echo "nothing left but the listener's data"
}

opens_its_files() {
    local cache=$root/usr/share/applications/mimeinfo.cache
    apt install desktop-file-utils shared-mime-info || return
    for type in text/vtt application/x-subrip audio/mpeg x-scheme-handler/earmark; do
        grep -q "^$type=.*$id.desktop" "$cache" || { echo "$type is not opened"; return 1; }
    done
    echo "transcripts, recordings and earmark:// are"
}

# --- trials of the archive -----------------------------------------------------------------

unpack_archive() {
    place="/opt/Mein Ohr übt"
    mkdir -p "$root$place"
    tar -C "$root$place" --strip-components=1 -xf "$archive" || return
    apt update && apt install $base || return
    echo "in $place, with $(echo $base | wc -w) packages of the system"
}

# VLC leaves out what cannot be loaded, in silence, and with it the truth after a jump.
portable_libraries() {
    local missing
    missing=$(in_system sh -c '
        cd "$1/_internal" && for each in *.so* vlc/plugins/*/*.so; do
            case $each in *Wayland* | *WlShell*) continue ;; esac
            LD_LIBRARY_PATH=.:PySide6/Qt/lib ldd "$each" | sed -n "s|=> not found|in $each|p"
        done' sh "$place")
    [ -z "$missing" ] || { echo "$missing"; return 1; }
    echo "each finds what it is linked with"
}

portable_self_test() { without_network "$place/earmark" --self-test "/episodes/$1"; }

portable_clip() {
    without_network "$place/earmark" clip /episodes/tour.opus --from 0:05 --to 0:09 --force \
        --output /tmp/clip.m4a
}

portable_sync() {
    tar -C "$root$place" --strip-components=1 -xf "$archive_sync" || return
    finds_the_shift without_network "$place/earmark"
}

portable_menu() {
    as_listener "$place/install.sh" || return
    local file=$root/home/listener/.local/share/applications/$id.desktop
    grep -q "^Exec=\"\?$place/earmark\"\? %U" "$file" || { grep Exec "$file"; return 1; }
    as_listener "$place/install.sh" --remove || return
    [ ! -e "$file" ] || { echo "$file stays"; return 1; }
    echo "put into the menu and taken out"
}

# --- all -----------------------------------------------------------------------------------

# The tour's recording in each format, each in a name of its own.
make_episodes() {
    local out=build/package-test/episodes sample=resources/sample/earmark-tour
    [ -e "$out/.whole" ] && [ -e "$out/later.opus" ] && return
    mkdir -p "$out"
    for format in mp3 m4a opus wav; do
        ffmpeg -loglevel error -y -i $sample.opus "$out/tour-$format.$format" || return
        cp $sample.vtt "$out/tour-$format.vtt"
    done
    cp $sample.vtt "$out/tour.vtt"
    cp $sample.opus "$out/tour.opus"
    ffmpeg -loglevel error -y -i $sample.opus -af adelay=5000:all=1 "$out/later.opus" || return
    chmod -R a+rX "$out"
    touch "$out/.whole"
}

# The same app under an older number: what is tried is that a newer one takes its place.
make_older() {
    local tree=build/older-$$/tree
    older=$PWD/build/older-$$/earmark_0.0.1_amd64.deb
    mkdir -p build/older-$$
    dpkg-deb --raw-extract "$new" $tree &&
        sed -i -e 's/^Version: .*/Version: 0.0.1/' -e '/^Recommends:/d' $tree/DEBIAN/control &&
        dpkg-deb --root-owner-group -Zxz -z0 -b $tree "$older" >/dev/null && rm -rf $tree
}

try_deb() {
    fresh
    trial "a bare system" has_no_python
    trial "install with apt" install_debs
    trial "opens its files" opens_its_files
    apt install dbus >/dev/null 2>&1
    trial "start by its desktop file" start_by_desktop_file
    for format in mp3 m4a opus wav; do trial "self-test $format" self_test earmark "tour-$format.vtt"; done
    trial "drive with playerctl" drive_with_playerctl
    trial "a clip without earmark-clips" refuse_clip
    trial "a clip with it" install_clips
    trial "a check without earmark-sync" refuse_sync
    trial "a check with it" install_sync
    fresh
    trial "upgrade" upgrade "$older"
    trial "remove" remove
}

try_archive() {
    fresh
    trial "archive: unpack" unpack_archive
    trial "archive: libraries" portable_libraries
    for format in mp3 m4a opus wav; do
        trial "archive: self-test $format" portable_self_test "tour-$format.vtt"
    done
    trial "archive: a clip" portable_clip
    trial "archive: listens with its part" portable_sync
    trial "archive: menu" portable_menu
}

[ "$(id -u)" = 0 ] || { say "This makes systems to install into: run it as root."; exit 1; }
for tool in debootstrap ffmpeg xdotool Xvfb; do
    command -v $tool >/dev/null || { say "Missing: $tool (apt-get install debootstrap ffmpeg xdotool xvfb)"; exit 1; }
done
make_episodes && make_older || exit 1
Xvfb "$display" -screen 0 1280x800x24 -ac >/dev/null 2>&1 &
screen=$!
trap 'close_system; kill $screen; rm -rf build/older-$$' EXIT
for suite in "${@:-bookworm}"; do
    base_system || { say "$suite cannot be had here"; failed=1; continue; }
    try_deb
    try_archive
    close_system
done
exit $failed
