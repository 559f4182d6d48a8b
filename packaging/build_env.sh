# Sourced by what builds packages: what it takes is installed, and build/venv made, if missing.
#
# Built with Debian's own Python where it is to be had: one that was built here or by pyenv bears
# the builder's paths, and is linked with what happened to be there.

tools=''
for pair in strip:binutils dpkg-shlibdeps:dpkg-dev xz:xz-utils gzip:gzip; do
    command -v "${pair%:*}" >/dev/null || tools="$tools ${pair#*:}"
done
base=/usr/bin/python3
"$base" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || base=
if [ -z "$base" ] && command -v apt-get >/dev/null; then tools="$tools python3 python3-venv"; fi
if [ -n "$tools" ]; then
    root=$([ "$(id -u)" = 0 ] || echo sudo)
    echo "Installing system packages:$tools" >&2
    { $root apt-get update && DEBIAN_FRONTEND=noninteractive \
        $root apt-get install -y --no-install-recommends $tools; } >/dev/null
    base=/usr/bin/python3
fi
base=${base:-python3}

lock=packaging/locks/package.txt
stamp=$({ "$base" --version; pwd; cat pyproject.toml "$lock"; } | cksum)
if [ "$(cat build/venv/.stamp 2>/dev/null)" != "$stamp" ]; then
    echo "Making build/venv with $("$base" --version)" >&2
    rm -rf build/venv
    mkdir -p build
    "$base" -m venv build/venv
    build/venv/bin/python -m pip --disable-pip-version-check install --quiet --no-deps \
        --require-hashes --only-binary :all: -r "$lock" >build/pip.log 2>&1 || { cat build/pip.log >&2; exit 1; }
    echo "$stamp" >build/venv/.stamp
fi
# Each time: the metadata that is packed has the README's words of today.
build/venv/bin/python -m pip --disable-pip-version-check install --quiet --no-deps \
    --no-build-isolation --editable . 2>/dev/null
