#!/bin/sh
# lock.sh    Makes packaging/locks/*.txt from pyproject.toml: each version and each file's hash.
#
# run: what Earmark needs. qt-player: the same, and sound without VLC. dev: the same, and the tools.
# package: what Earmark and its part `sync` need, and what freezes them.
# Packages that others require are left out where Earmark never imports them: sqlite-utils needs
# three for its command line and num2words one, PocketSphinx three for microphones, python-dateutil
# tzdata for zones that the system has.
# That is why the locks are installed with --no-deps.
# setuptools is in each, so that the project itself installs without a network.
# Versions that are still allowed stay as they are; for newer ones say UPGRADE=1.
# Fails where a Python that bootstrap.sh accepts finds no wheel of a version.
set -eu
cd "$(dirname "$0")/.."

UNUSED="--no-emit-package tzdata --no-emit-package pip --no-emit-package tabulate
    --no-emit-package click-default-group --no-emit-package docopt --no-emit-package sounddevice
    --no-emit-package cffi --no-emit-package pycparser"

compile() {
    name=$1
    shift
    echo "setuptools>=77" | .venv/bin/python -m uv pip compile --quiet --universal \
        --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate \
        $UNUSED ${UPGRADE:+--upgrade} --output-file "packaging/locks/$name.txt" "$@" pyproject.toml -
}

.venv/bin/python -m pip install --quiet --disable-pip-version-check uv
# The largest first: the others must agree with it.
compile dev --all-extras --group dev
compile qt-player --extra qt-player --constraint packaging/locks/dev.txt
compile run --constraint packaging/locks/dev.txt
compile package --extra sync --group package --constraint packaging/locks/dev.txt
for version in 3.11 3.12 3.13 3.14; do
    .venv/bin/python -m uv pip install --quiet --dry-run --target build/none \
        --python-version "$version" --only-binary :all: --no-deps --require-hashes \
        --requirement packaging/locks/dev.txt
done
