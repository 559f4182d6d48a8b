#!/bin/sh
# lock.sh    Makes packaging/locks/*.txt from pyproject.toml: each version and each file's hash.
#
# run: what Earmark needs. qt-player: the same, and sound without VLC. dev: the same, and the tools.
# package: what Earmark needs, and what freezes it.
# setuptools is in each, so that the project itself installs without a network.
# Versions that are still allowed stay as they are; for newer ones say UPGRADE=1.
set -eu
cd "$(dirname "$0")/.."

compile() {
    name=$1
    shift
    echo "setuptools>=77" | .venv/bin/python -m uv pip compile --quiet --universal \
        --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate \
        ${UPGRADE:+--upgrade} --output-file "packaging/locks/$name.txt" "$@" pyproject.toml -
}

.venv/bin/python -m pip install --quiet --disable-pip-version-check uv
# The largest first: the others must agree with it.
compile dev --all-extras --group dev
compile qt-player --all-extras --constraint packaging/locks/dev.txt
compile run --constraint packaging/locks/dev.txt
compile package --group package --constraint packaging/locks/dev.txt
