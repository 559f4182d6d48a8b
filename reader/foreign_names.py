"""Names that are not UTF-8, as Linux allows them: how they come in, and how they are shown.

Python keeps their odd bytes as lone surrogates, which neither Qt nor UTF-8 can hold.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

_SURROGATES = re.compile("[\ud800-\udfff]")
_LOST = "\ufffd"


def shown(text: str) -> str:
    """`text` as UTF-8 can hold it, as long as before."""
    return _SURROGATES.sub(_LOST, text)


def path_of(address: str) -> Path:
    """The path that a `file:` address names, to the byte. Another text is taken for a path."""
    if not address.lower().startswith("file:"):
        return Path(address)
    try:
        return Path(path_of_address(address))
    except ValueError:  # brackets amid the host, or surrogates that stand for no byte
        return Path(address)


def path_of_address(address: str, system: str = os.name) -> str:
    """The path that a `file:` address names; `system` is as in `os.name`. On Windows a drive
    stands after a slash, and another computer is named before the path. RFC 8089, appendix E.

    Raises ValueError.
    """
    parts = urlsplit(address)
    path = os.fsdecode(unquote_to_bytes(os.fsencode(parts.path)))
    if system != "nt":
        return path
    if re.match(r"/[A-Za-z]:", path):
        return path[1:]
    return path if parts.netloc in {"", "localhost"} else f"//{parts.netloc}{path}"


def found_again(path: Path) -> Path:
    """The file or folder that is meant where odd bytes of its name were lost, as in Qt's dialogs.

    Where none or several are shown so, `path` stays as it is.
    """
    if _LOST not in str(path) or os.path.lexists(path):
        return path
    parent = found_again(path.parent)
    try:
        alike = [each for each in parent.iterdir() if _looks(each.name) == _looks(path.name)]
    except OSError:
        return path
    return alike[0] if len(alike) == 1 else path


def _looks(name: str) -> str:
    """How many signs stand for the bytes that were lost differs."""
    return re.sub(f"{_LOST}+", _LOST, shown(name))
