#!/bin/sh
# bootstrap.sh run|test    Makes this machine able to run Earmark, or to test it.
#
# Safe to repeat: a second call finds everything in place, says nothing and needs no network.
# It changes two things: the system's packages (apt-get, through sudo where not root) and .venv.
#   NO_APT=1                    never touch the system's packages
#   PYTHON=/path/to/python3.12  the Python to make .venv with
set -eu

OLDEST=3.11
NEWEST=3.14
PYTHONS="python3 python3.14 python3.13 python3.12 python3.11"

# What Qt loads, as library:package. Found by trying in a bare Debian 12.
QT_LIBRARIES="
    libEGL.so.1:libegl1 libGL.so.1:libgl1 libdbus-1.so.3:libdbus-1-3
    libfontconfig.so.1:libfontconfig1 libglib-2.0.so.0:libglib2.0-0 libX11-xcb.so.1:libx11-xcb1
    libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
    libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1
    libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0
    libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0"
VLC_LIBRARY="libvlc.so.5:libvlc5"
VLC_PACKAGES="libvlc5 libvlc-bin vlc-plugin-base"
# Qt Multimedia, which plays where there is no VLC, loads this one.
PULSE_LIBRARY="libpulse.so.0:libpulse0"
# xdotool presses real keys, ffmpeg decodes the sample, playerctl and gdbus are foreign clients of
# the media keys, and the last four let a test read the window as a screen reader does.
TEST_PACKAGES="xvfb xauth xdotool ffmpeg playerctl libglib2.0-bin dbus-x11 at-spi2-core python3-pyatspi gir1.2-atspi-2.0"

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# --- one at a time -------------------------------------------------------------------------

lock() {
    if has flock; then
        exec 9<packaging/bootstrap.sh
        flock -n 9 || { say "Waiting for another make that prepares .venv."; flock 9; }
    else
        mkdir .bootstrap-lock 2>/dev/null || wait_for_folder
        own_lock=.bootstrap-lock
    fi
}

wait_for_folder() {
    say "Waiting for another make that prepares .venv (if there is none: rmdir .bootstrap-lock)."
    until mkdir .bootstrap-lock 2>/dev/null; do sleep 1; done
}

clean_up() {
    rm -f "$log"
    [ -z "$own_lock" ] || rmdir "$own_lock"
}

# --- Python --------------------------------------------------------------------------------

# Prints "3.11" for a Python that Earmark can use, fails for any other.
usable_version() {
    "$1" -I -S -c '
import sys
oldest, newest = (tuple(map(int, limit.split("."))) for limit in sys.argv[1:])
if not oldest <= sys.version_info[:2] <= newest:
    sys.exit(1)
print("%d.%d" % sys.version_info[:2])' "$OLDEST" "$NEWEST" 2>/dev/null
}

# Sets python and version to the first usable one of the commands given, or to nothing.
find_python() {
    for python; do
        version=$(usable_version "$python") && return 0
    done
    python='' version=''
    return 1
}

find_any_python() {
    if [ -n "${PYTHON:-}" ]; then find_python "$PYTHON"; else find_python .venv/bin/python $PYTHONS; fi
}

# Ubuntu 22.04 has Python 3.11 beside its own 3.10.
apt_python() {
    can_apt || return
    for each in $PYTHONS; do
        [ "$each" != python3 ] || continue
        if apt-cache show "$each-venv" >/dev/null 2>&1; then
            echo "$each" "$each-venv"
            return
        fi
    done
    return 1
}

# A Python that is there, but not of our age, is the user's to replace.
refuse_wrong_python() {
    found=${PYTHON:-python3}
    if [ -z "${PYTHON:-}" ] && apt_python >/dev/null; then return; fi
    if [ -n "$python" ] || { [ -z "${PYTHON:-}" ] && ! has python3; }; then return; fi
    say "Earmark needs Python $OLDEST to $NEWEST. Here: $("$found" --version 2>&1 || echo "no $found")."
    die "Install one of these, then name it:  make $mode PYTHON=/path/to/python$OLDEST"
}

python_packages() {
    if [ -z "$python" ] && has python3; then
        apt_python || true
    elif [ -z "$python" ]; then
        echo python3 python3-venv
    elif ! "$python" -I -S -c 'import ensurepip, venv' 2>/dev/null; then
        echo "python$version-venv"
    fi
}

# --- system packages -----------------------------------------------------------------------

# Prints the packages of those library:package pairs that cannot be loaded.
missing_libraries() {
    [ "$(uname)" = Linux ] || return 0
    if [ -z "$python" ]; then
        for pair; do echo "${pair#*:}"; done
        return
    fi
    "$python" -I -S -c '
import ctypes, sys
for pair in sys.argv[1:]:
    library, package = pair.split(":")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)' "$@"
}

# VLC reads every recording through this plugin (see reader/playback/vlc_player.py).
has_vlc_plugins() {
    [ -n "${VLC_PLUGIN_PATH:-}" ] && return
    for plugin in /usr/lib*/vlc/plugins/codec/libavcodec_plugin.* \
        /usr/lib/*/vlc/plugins/codec/libavcodec_plugin.* \
        /Applications/VLC.app/Contents/MacOS/plugins/libavcodec_plugin.*; do
        if [ -e "$plugin" ]; then return; fi
    done
    return 1
}

missing_vlc() {
    if [ -n "$(missing_libraries $VLC_LIBRARY)" ] || ! has_vlc_plugins; then
        echo $VLC_PACKAGES
    fi
}

missing_test_packages() {
    if ! has xvfb-run || ! has Xvfb || ! has xauth; then
        echo $TEST_PACKAGES $(missing_sound_server)
    elif has apt-get && ! has_all_test_tools; then
        echo $TEST_PACKAGES $(missing_sound_server)
    fi
}

# One from which a test takes the outputs away. A desktop with PipeWire would lose that to it.
missing_sound_server() {
    has pulseaudio || has pipewire || echo pulseaudio
}

# What tests skip without: not worth refusing to run where no apt-get can bring it.
has_all_test_tools() {
    has xdotool && has ffmpeg && has gdbus && has dbus-run-session && has dbus-launch &&
        [ -z "$(missing_sound_server)" ] &&
        [ -e /usr/libexec/at-spi-bus-launcher ] &&
        [ -e /usr/lib/python3/dist-packages/pyatspi ]
}

# Sets needed (packages without which nothing works) and vlc (those we can do without).
look() {
    find_any_python || refuse_wrong_python
    needed=$(python_packages; missing_libraries $QT_LIBRARIES)
    if [ "$mode" = test ]; then needed="$needed $(missing_test_packages)"; fi
    needed=$(echo $needed)
    vlc=$(missing_vlc)
}

# Sets as_root to what makes a command run as root; fails where nothing does.
find_root() {
    as_root=''
    [ "$(id -u)" = 0 ] && return
    as_root=sudo
    has sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }
}

can_apt() { [ -z "${NO_APT:-}" ] && has apt-get && find_root; }

# The packages' own services must not inherit the lock, hence 9>&-.
apt_get() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" \
        >>"$log" 2>&1 9>&-
}

apt_install() {
    say "Installing system packages: $*"
    : >"$log"
    apt_get install -y --no-install-recommends "$@" && return
    apt_get update && apt_get install -y --no-install-recommends "$@" && return
    say "apt-get failed:"
    tail -n 8 "$log" >&2
    return 1
}

refuse_system() {
    say "Earmark needs these system packages: $needed"
    if has apt-get; then
        say "They could not be installed from here: that takes root, or sudo. As root, run:"
        say "  apt-get update && apt-get install -y --no-install-recommends $needed $vlc"
    else
        say "(Debian's names). To install their like:"
        say "  Fedora:  sudo dnf install python3 mesa-libEGL mesa-libGL dbus-libs fontconfig" \
            "glib2 libX11-xcb xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms" \
            "xcb-util-renderutil libxkbcommon-x11 vlc-libs vlc-plugins-base vlc-plugin-ffmpeg"
        say "  Arch:    sudo pacman -S --needed python libglvnd mesa dbus fontconfig glib2 libx11" \
            "xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil" \
            "libxkbcommon-x11 vlc vlc-plugin-ffmpeg"
        if [ "$mode" = test ]; then
            say "  and for the tests:  xorg-x11-server-Xvfb xauth (Fedora), xorg-server-xvfb (Arch)"
        fi
    fi
    die "Then run the same command again."
}

install_system_packages() {
    look
    if [ -n "$needed" ] && can_apt; then
        apt_install $needed $vlc || { [ -n "$vlc" ] && apt_install $needed; } || true
        look
        if [ -z "$python" ]; then apt_install $needed || true; look; fi  # python3 came, too old
    elif [ -n "$vlc" ] && ! is_installed qt-player dev && can_apt; then
        apt_install $vlc || true
        look
    fi
    [ -z "$needed" ] || refuse_system
}

install_sound_without_vlc() {
    say "VLC cannot be had here, so sound goes through Qt Multimedia (a larger download)."
    pulse=$(missing_libraries $PULSE_LIBRARY)
    if [ -z "$pulse" ]; then return; fi
    { can_apt && apt_install $pulse; } || say "Without the package $pulse there is no sound."
}

# --- Python packages -----------------------------------------------------------------------

# What an installation of this lock file depends on, as one line.
fingerprint() {
    { echo "$version $PWD"; cat pyproject.toml "packaging/locks/$1.txt"; } | cksum
}

# Is one of these lock files installed, as it is now?
is_installed() {
    [ -x .venv/bin/earmark ] && has_our_python || return
    for name; do
        [ "$(cat ".venv/.installed-$name" 2>/dev/null)" = "$(fingerprint "$name")" ] && return
    done
    return 1
}

has_our_python() {
    [ "$python" = .venv/bin/python ] || [ "$(usable_version .venv/bin/python)" = "$version" ]
}

prepare_venv() {
    if has_our_python && .venv/bin/python -m pip --version >/dev/null 2>&1; then return; fi
    rm -rf .venv
    usable_version "$python" >/dev/null || find_python $PYTHONS || refuse_wrong_python
    say "Making .venv with Python $version"
    "$python" -m venv .venv >"$log" 2>&1 || { cat "$log" >&2; die "Could not make .venv."; }
}

pip() { .venv/bin/python -m pip --disable-pip-version-check "$@" >"$log" 2>&1; }

refuse_offline() {
    tail -n 4 "$log" >&2
    say "The Python packages could not be installed. If this machine is offline, run on one that"
    say "is not, with the same system and Python:"
    say "  python3 -m pip download --no-deps --require-hashes -r packaging/locks/$1.txt -d wheels"
    die "copy the folder wheels here, and run:  PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels make $mode"
}

install_lock() {
    prepare_venv
    say "Installing Python packages (the first time some $2 MB are downloaded)"
    pip install --no-deps --require-hashes --only-binary :all: -r "packaging/locks/$1.txt" ||
        refuse_offline "$1"
    pip install --no-deps --no-build-isolation --editable . || { cat "$log" >&2; exit 1; }
    fingerprint "$1" >".venv/.installed-$1"
}

install_python_packages() {
    if [ "$mode" = test ]; then
        is_installed dev || install_lock dev 300
    elif [ -z "$vlc" ]; then
        is_installed run qt-player dev || install_lock run 80
    elif ! is_installed qt-player dev; then
        install_sound_without_vlc
        install_lock qt-player 250
    fi
}

# -------------------------------------------------------------------------------------------

mode=${1:-}
case $mode in run | test) ;; *) die "usage: bootstrap.sh run|test" ;; esac
cd "$(dirname "$0")/.."
log=$(mktemp) own_lock=
trap clean_up EXIT
trap 'exit 130' INT TERM
lock
install_system_packages
install_python_packages
