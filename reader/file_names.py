"""Names for files out of what people write: safe on every system, and free."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import Path

_LONGEST = 60  # characters
_MOST_BYTES = 200  # of the 255 that file systems take, the rest is for numbers and suffixes
_UNSAFE = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)  # on Windows


def safe_name(text: str, *, longest: int = _LONGEST) -> str:
    """`text` as a name without suffix, cut at a word where it is long; may be empty."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    words = _UNSAFE.sub("-", unicodedata.normalize("NFC", printable)).split()
    name = _shortened(" ".join(words), longest).strip(" .-")
    return _RESERVED.sub(lambda found: f"{found[0]}_", name, count=1) if name else ""


def free_path(folder: Path, name: str, suffix: str, taken: Collection[Path] = ()) -> Path:
    """`name` in a folder, with a number after it where there is such a file or it is `taken`."""
    path, number = folder / f"{name}{suffix}", 1
    while path in taken or path.exists():
        number += 1
        path = folder / f"{name} {number}{suffix}"
    return path


def _shortened(name: str, longest: int) -> str:
    short = name[:longest].encode()[:_MOST_BYTES].decode(errors="ignore")
    if len(short) == len(name):
        return name
    whole_words, blank, _ = short.rpartition(" ")
    return whole_words if blank and len(whole_words) > longest // 2 else short
