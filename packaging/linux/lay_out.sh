#!/bin/sh
# lay_out.sh TREE [portable]    Puts what a desktop reads of Earmark into TREE: desktop file, icons,
# metainfo, file types, man page, completions. `portable`: into TREE/share, where install.sh of the
# archive takes them from; else into TREE/usr/share.
set -eu
cd "$(dirname "$0")/../.."
id=org.earmark.Earmark
here=packaging/linux
python=build/venv/bin/python
if [ "${2:-}" = portable ]; then share=$1/share; else share=$1/usr/share; fi

put() { install -D -m 644 "$1" "$share/$2"; }
make() { mkdir -p "$(dirname "$share/$1")" && cat >"$share/$1"; }

put $here/$id.desktop applications/$id.desktop
put $here/$id.mime.xml mime/packages/$id.xml
$python $here/metainfo.py "${SITE:-}" | make metainfo/$id.metainfo.xml
for size in 16 22 24 32 48 64 128 256 512; do
    put resources/icons/earmark-$size.png icons/hicolor/${size}x$size/apps/$id.png
done
put resources/icons/earmark.svg icons/hicolor/scalable/apps/$id.svg
put $here/$id-symbolic.svg icons/hicolor/symbolic/apps/$id-symbolic.svg
$python $here/man_page.py | gzip -9n | make man/man1/earmark.1.gz
$python -m ui completion bash | make bash-completion/completions/earmark
$python -m ui completion zsh | make zsh/vendor-completions/_earmark
$python -m ui completion fish | make fish/vendor_completions.d/earmark.fish
if [ "${2:-}" = portable ]; then
    install -m 755 $here/install.sh "$1/install.sh"
    install -m 644 $here/PORTABLE.txt "$1/README.txt"
    cp -r build/parts/licences "$1/licences"
    install -m 644 build/parts/PARTS.md LICENSE "$1"
fi
