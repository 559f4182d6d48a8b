"""Ogg files in which several streams follow one another, as radio recorders write them.

RFC 3533: a file is a row of pages; each has a header of 27 bytes, a table of its segments and
these. A page that begins a stream after the others' pages have come begins a chained one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from reader.regular_file import open_regular

SUFFIXES = frozenset((".ogg", ".oga", ".ogx", ".opus", ".spx"))
_MARK, _HEADER = b"OggS", 27
_BEGINS = 0x02  # among a page's flags


def has_chained_streams(recording: Path, is_cancelled: Callable[[], bool] = lambda: False) -> bool:
    """Whether another stream begins where the first has ended. Raises OSError."""
    has_data = False
    with open_regular(recording) as file:
        while (header := file.read(_HEADER)).startswith(_MARK) and len(header) == _HEADER:
            is_beginning = bool(header[5] & _BEGINS)
            if (is_beginning and has_data) or is_cancelled():
                return is_beginning and has_data
            has_data = has_data or not is_beginning
            file.seek(sum(file.read(header[26])), os.SEEK_CUR)
    return False
