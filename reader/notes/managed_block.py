"""A part of a text file that Earmark writes, amid a text that is the listener's own.

The part stands between two markers, and the first one has a digest of what stands between them. As
long as the digest fits, the part is Earmark's and is written again; once anything in it was changed
by hand it is the listener's like the rest, which stays as it is to the byte.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

_MARKER = "<!-- earmark:"
_HINT = "written by Earmark; write your own above or below"
_BEGIN = re.compile(r"<!-- earmark:begin (\S+) ([0-9a-f]{10}):(?:(?!-->|<!--)[^\n])*+-->")
_END = re.compile(r"<!-- earmark:end -->")

Span = tuple[int, int]


def merged(text: str, key: str, pieces: Sequence[str]) -> str:
    """`text` with the part called `key` holding these pieces, but those that stand elsewhere in it.

    Where it has no such part, one comes to its end if there is anything to be said.
    """
    parts = list(_parts(text, key))
    own = _flat(_without(text, parts))
    lines = "\r\n" if "\r\n" in text or text.endswith("\r") else "\n"
    wanted = [piece for piece in map(_harmless, pieces) if _flat(piece) not in own]
    part = _part(key, wanted).replace("\n", lines)
    if parts:
        start, end = parts[0]
        return text[:start] + part + text[end:]
    return text + _gap(text, lines) + part + lines if wanted else text


def _part(key: str, pieces: Sequence[str]) -> str:
    body = "".join(f"\n{piece.strip()}\n" for piece in pieces)
    return f"{_MARKER}begin {key} {_digest(body)}: {_HINT} -->\n{body}\n{_MARKER}end -->"


def _parts(text: str, key: str) -> Iterator[Span]:
    """Where the parts are that nobody has changed; a marker without its other half is none."""
    begins = list(_BEGIN.finditer(text))
    limits = [*(begin.start() for begin in begins[1:]), len(text)]
    for begin, limit in zip(begins, limits, strict=False):
        end = _END.search(text, begin.end(), limit)
        if begin[1] == key and end and _digest(text[begin.end() : end.start()]) == begin[2]:
            yield begin.start(), end.end()


def _without(text: str, parts: Sequence[Span]) -> str:
    starts = [0, *(end for _, end in parts)]
    ends = [*(start for start, _ in parts), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _digest(text: str) -> str:
    """Of the words: line ends, and blanks before them, change on their way through other tools."""
    return hashlib.sha256(_flat(text).encode(errors="surrogateescape")).hexdigest()[:10]


def _flat(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def _harmless(piece: str) -> str:
    """A note may mention markers; it must not be one."""
    lines = piece.replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace(_MARKER, f"&lt;{_MARKER[1:]}")


def _gap(text: str, lines: str) -> str:
    """What makes a paragraph of its own of what follows."""
    if not text:
        return ""
    return lines if text.endswith("\n") else lines * 2
