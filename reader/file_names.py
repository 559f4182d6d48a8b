"""Names for files out of what people write: safe on every system, and free."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

_LONGEST = 60  # characters
_MOST_BYTES = 200  # of the 255 that file systems take, the rest is for numbers and suffixes
_UNSAFE = re.compile(r'[<>:"/\\|?*]')
_ENDS = " .-…“”„‟«»‹›\"'"  # blanks and marks that no name begins or ends with
_LINK_MARKS = str.maketrans("[]", "()", "#^")
_DOUBLE_PERCENT = re.compile("%{2,}")
# On Windows, whatever follows a dot; blanks before it are not seen there.
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))", re.I
)


def safe_name(text: str, *, longest: int = _LONGEST) -> str:
    """`text` as a name without suffix, cut at a word where it is long; may be empty."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    words = _UNSAFE.sub("-", unicodedata.normalize("NFC", printable)).split()
    name = _shortened(" ".join(words), longest).strip(_ENDS)
    reserved = _RESERVED.match(name)
    return f"{reserved[0]}_{name[reserved.end() :]}" if reserved else name


def linkable_name(text: str) -> str:
    """A `safe_name` without what ends a `[[link]]` to the file in Obsidian and its kin.

    https://help.obsidian.md/links: `# ^ | [[ ]]` and `%%` mean something there.
    """
    return safe_name(_DOUBLE_PERCENT.sub("%", text.translate(_LINK_MARKS)))


def free_path(
    folder: Path,
    name: str,
    suffix: str,
    *,
    taken: Iterable[Path] = (),
    also: Iterable[str] = (),
    may_replace: bool = False,
) -> Path:
    """`name` in a folder, with a number after it where there is such a file or it is `taken`.

    The name is free with the suffixes in `also` too, for what will lie beside the file. With
    `may_replace` only what is `taken` counts.
    """
    suffixes = (suffix, *also)
    used = {_as_disks_see_it(each) for each in taken}
    stem, number = name, 1
    while any(_is_used(folder / f"{stem}{each}", used, may_replace) for each in suffixes):
        number += 1
        stem = f"{name} {number}"
    return folder / f"{stem}{suffix}"


def _is_used(path: Path, used: set[str], may_replace: bool) -> bool:
    return _as_disks_see_it(path) in used or (not may_replace and os.path.lexists(path))


def _as_disks_see_it(path: Path) -> str:
    """Many disks take `Same` and `same` for one name, and letters however they are composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", str(path)).casefold())


def _shortened(name: str, longest: int) -> str:
    short = name[:longest].encode()[:_MOST_BYTES].decode(errors="ignore")
    if len(short) == len(name):
        return name
    whole_words, blank, _ = short.rpartition(" ")
    return whole_words if blank and len(whole_words) > longest // 2 else short
