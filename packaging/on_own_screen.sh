#!/bin/sh
# on_own_screen.sh COMMAND...    Runs a command on an X server and a session bus of its own.
#
# So that tests see the same desktop everywhere, and none of their windows land on yours.
set -eu

runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
trap 'exit 130' INT TERM

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR="$runtime"
bus="dbus-run-session --"
command -v dbus-run-session >/dev/null || bus=
xvfb-run -a -s "-screen 0 1280x800x24" $bus "$@"
