"""What Earmark is made of: each part with its version and licence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import qVersion


class Part(NamedTuple):
    """A part by the name it is known by."""

    name: str
    version: str
    licence: str


_PACKAGES = {
    # name: how the package is called, and its licence
    "PySide6": ("PySide6-Essentials", "LGPL 3"),
    "python-vlc": ("python-vlc", "LGPL 2.1 or later"),
    "PyAV, with FFmpeg": ("av", "BSD 3-clause; FFmpeg as built into it GPL 3 or later"),
    "genanki": ("genanki", "MIT"),
    "jeepney": ("jeepney", "MIT"),
    "Jinja2": ("jinja2", "BSD 3-clause"),
    "markdown-it-py": ("markdown-it-py", "MIT"),
    "num2words": ("num2words", "LGPL 2.1 or later"),
    "platformdirs": ("platformdirs", "MIT"),
    "PocketSphinx": ("pocketsphinx", "BSD 2-clause"),
    "pysubs2": ("pysubs2", "MIT"),
    "RapidFuzz": ("rapidfuzz", "MIT"),
    "sqlite-utils": ("sqlite-utils", "Apache 2.0"),
    "tinytag": ("tinytag", "MIT"),
    "ttconv": ("ttconv", "BSD 2-clause"),
    "webvtt-py": ("webvtt-py", "MIT"),
}


def parts() -> Iterator[Part]:
    """Those that are installed here; VLC is listed though the system may bring it."""
    yield Part("Earmark", version_of("earmark") or "from source", "MIT")
    yield Part("Python", sys.version.split()[0], "PSF 2.0")
    yield Part("Qt", qVersion(), "LGPL 3")
    yield Part("VLC", "", "LGPL 2.1 or later; some of its plug-ins GPL 2 or later")
    for name, (package, licence) in _PACKAGES.items():
        version = version_of(package)
        if version:
            yield Part(name, version, licence)
    yield Part("Literata and Inter (typefaces)", "", "SIL Open Font License 1.1")


def version_of(package: str) -> str:
    """As installed; empty where it is not."""
    # It reads what was installed with the modules for mail: not at the start of the app.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return ""
