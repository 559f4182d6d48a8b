#!/bin/sh
# install.sh             Puts Earmark into your menu and makes it open its files; nothing is copied.
# install.sh --remove    Takes it out again. What you kept stays where it is.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
id=org.earmark.Earmark

files() { cd "$here/share" && find applications icons mime metainfo -type f; }

remove() {
    files | while read -r each; do rm -f "$share/$each"; done
    if [ "$(readlink "$HOME/.local/bin/earmark" || true)" = "$here/earmark" ]; then
        rm "$HOME/.local/bin/earmark"
    fi
}

add() {
    files | while read -r each; do install -D -m 644 "$here/share/$each" "$share/$each"; done
    # A blank or a sign in the path is quoted as the desktop entry specification wants it.
    path=$(printf '%s' "$here/earmark" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g; s/[&|]/\\&/g')
    # Where there is none it stays bare: xdg-open without a desktop takes quotes for the name.
    case $here in *[!A-Za-z0-9/._+@:,-]*) path="\"$path\"" ;; esac
    sed -i "s|^Exec=earmark|Exec=$path|" "$share/applications/$id.desktop"
    mkdir -p "$HOME/.local/bin"
    [ -e "$HOME/.local/bin/earmark" ] || ln -s "$here/earmark" "$HOME/.local/bin/earmark"
}

case ${1:-} in
'') add ;;
--remove) remove ;;
*) echo "usage: install.sh [--remove]" >&2; exit 2 ;;
esac
if command -v update-desktop-database >/dev/null; then
    update-desktop-database -q "$share/applications" || true
fi
if command -v update-mime-database >/dev/null && [ -d "$share/mime" ]; then
    update-mime-database "$share/mime" || true
fi
