#!/bin/sh
# on_own_screen.sh COMMAND...    Runs a command on an X server and a session bus of its own.
#
# So that tests see the same desktop everywhere, and none of their windows land on yours.
set -eu

runtime=$(mktemp -d)
trap 'rm -rf "$runtime" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR="$runtime"

# The bus and the services it starts talk a lot: they get a log, only the command our output.
on_bus() {
    dbus-run-session -- sh -c 'exec "$@" >&3 2>&4 3>&- 4>&-' sh "$@" \
        3>&1 4>&2 >"$runtime/bus.log" 2>&1
}

bus=on_bus
command -v dbus-run-session >/dev/null || bus=
status=0
$bus xvfb-run -a -s "-screen 0 1280x800x24" "$@" || status=$?
[ -z "$bus" ] || [ "$status" != 127 ] || cat "$runtime/bus.log" >&2
exit "$status"
