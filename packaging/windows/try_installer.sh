#!/bin/sh
# try_installer.sh    Compiles the installer around a stand-in for the app and runs it under Wine:
# installs, looks, updates, removes, and looks that nothing is left. Needs makensis and wine64.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
PATH=$PATH:/usr/lib/wine
export PATH WINEPREFIX="$work/prefix" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)

mkdir -p "$work/app/_internal/Ö mit Blank"
cp "$(find /usr/lib -name notepad.exe -path '*x86_64*' | head -n 1)" "$work/app/earmark.exe"
echo part >"$work/app/_internal/Ö mit Blank/part.txt"
makensis -WX -V2 "-DVERSION=$version" "-DDIST=$work/app" "-DOUT=$work/earmark-setup.exe" \
    packaging/windows/installer.nsi

check() {
    if "$@" >/dev/null 2>&1; then verdict=ok; else verdict=FAIL; fi
    printf '%-5s %s\n' "$verdict" "$*"
    [ $verdict = ok ]
}
absent() { ! "$@"; }
asks() { "$wine" reg query "$@"; }

"$wine" wineboot --init >/dev/null 2>&1
home=$(find "$WINEPREFIX/drive_c/users" -maxdepth 1 -name "$(id -un)")
there=$home/AppData/Local/Programs/Earmark
"$wine" winecfg -v win7
check absent "$wine" "$work/earmark-setup.exe" /S
check absent test -e "$there"
"$wine" winecfg -v win10
check "$wine" "$work/earmark-setup.exe" /S
check test -e "$there/earmark.exe"
check test -e "$there/_internal/Ö mit Blank/part.txt"
check asks 'HKCU\Software\Classes\.vtt\OpenWithProgids' /v Earmark.Transcript
check asks 'HKCU\Software\Classes\earmark\shell\open\command'
check asks 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Earmark' /v DisplayVersion

echo old >"$there/_internal/old.pyc"
echo mine >"$there/mine.txt"
check "$wine" "$work/earmark-setup.exe" /S
check absent test -e "$there/_internal/old.pyc"

"$wine" "$there/uninstall.exe" /S "_?=$(winepath -w "$there" 2>/dev/null || "$wine" winepath -w "$there")"
check absent test -e "$there/earmark.exe"
check absent test -e "$there/_internal"
check test -e "$there/mine.txt"
check absent asks 'HKCU\Software\Classes\.vtt\OpenWithProgids' /v Earmark.Transcript
check absent asks 'HKCU\Software\Classes\Earmark.Transcript'
check absent asks 'HKCU\Software\Earmark'
echo "The installer does what it should."
