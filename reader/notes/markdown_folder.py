"""A folder of Markdown files, one an episode, in which listeners write too.

A file is known by the episode's id in it, so it can be renamed and moved within the folder. Nothing
here is for the GUI thread.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader.errors import ReaderError
from reader.exporting.turns import one_line
from reader.file_names import free_path, linkable_name
from reader.markdown_text import escaped_for_obsidian
from reader.message import message, system_reason
from reader.notes.managed_block import merged
from reader.notes.yaml_text import yaml_text
from reader.regular_file import read_regular
from reader.whole_file import write_file

LARGEST = 50_000_000  # bytes of a file that notes can be in
_FRONT_MATTER = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)", re.S | re.M)
_KEY = re.compile(rb"^earmark: *[\"']?([^\s\"'#]+)", re.MULTILINE)
_MARKER = re.compile(rb"^<!-- earmark:begin (\S+) [0-9a-f]{10}:", re.MULTILINE)
_ATTEMPTS = 3  # to write a file that somebody else writes at the same time


class MarkdownFolder:
    """Writes what was kept of an episode into its file, and nowhere else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, Path] | None = None  # by the episodes' ids

    def write(self, key: str, title: str, pieces: Sequence[str]) -> Path | None:
        """Bring an episode's file up to date; one is made if there is something to write.

        Gives the file if it was changed. Raises ReaderError.
        """
        try:
            path = self._file_of(key)
            if path is not None:
                return path if _update(path, key, pieces) else None
            return self._make(key, title, pieces) if pieces else None
        except OSError as error:
            raise self._fault(error) from error

    def _make(self, key: str, title: str, pieces: Sequence[str]) -> Path:
        path = free_path(self.folder, linkable_name(title) or "Episode", ".md")
        _put(path, merged(_head(key, title), key, pieces), may_replace=False)
        if self._files is not None:
            self._files[key] = path
        return path

    def _file_of(self, key: str) -> Path | None:
        """Where it was last; where it is not there any more, the folder is searched."""
        if not self.folder.is_dir():
            raise FileNotFoundError(2, message("the folder is not there"))
        known = self._files.get(key) if self._files is not None else None
        if known is None or not _is_of(known, key):
            self._files = _searched(self.folder)
            known = self._files.get(key)
        return known

    def _fault(self, error: OSError) -> ReaderError:
        return ReaderError(
            message(
                "The Markdown folder “{folder}” cannot be written: {reason}. What you "
                "keep stays in the library.",
                folder=self.folder.name,
                reason=system_reason(error),
            ),
            path=self.folder,
        )


def _is_of(path: Path, key: str) -> bool:
    keys = _keys_in(path)
    return key == keys.head or key in keys.parts


def _update(path: Path, key: str, pieces: Sequence[str]) -> bool:
    """Whether it had to be changed. An editor that saves in between is not written over."""
    for _ in range(_ATTEMPTS):
        before, text = path.stat(), _text(path)
        after = merged(text, key, pieces)
        if after == text:
            return False
        if _is_same(before, path.stat()):
            _put(path.resolve(), after, may_replace=True)
            return True
    raise OSError(16, message("another program keeps writing it"))


def _is_same(one: os.stat_result, other: os.stat_result) -> bool:
    return (one.st_mtime_ns, one.st_size) == (other.st_mtime_ns, other.st_size)


def _head(key: str, title: str) -> str:
    """What a new file begins with: from then on the listener's own."""
    line = one_line(title)
    return f"---\nearmark: {key}\ntitle: {yaml_text(line)}\n---\n\n# {escaped_for_obsidian(line)}\n"


class _Keys(NamedTuple):
    """The ids in a file: the one that its head gives, and those of the parts that Earmark wrote.

    Anywhere else the listener may write what they like, also about ids.
    """

    head: str = ""
    parts: frozenset[str] = frozenset()


def _keys_in(path: Path) -> _Keys:
    try:
        content = read_regular(path, LARGEST)
    except OSError:
        return _Keys()
    front = _FRONT_MATTER.match(content)
    head = _KEY.search(front[1]) if front else None
    parts = frozenset(map(_id, _MARKER.findall(content)))
    return _Keys(_id(head[1]) if head else "", parts)


def _id(found: bytes) -> str:
    return found.decode(errors="replace")


def _searched(folder: Path) -> dict[str, Path]:
    """Which file is whose, also deeper in the folder.

    A part may have been copied into the file of another episode: the file whose head has the id
    comes first. Of two that are alike in that, the first one is meant.
    """
    by_head: dict[str, Path] = {}
    by_part: dict[str, Path] = {}
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(place, name) for name in sorted(names) if name.endswith(".md")):
            keys = _keys_in(path)
            by_head.setdefault(keys.head, path)
            for key in keys.parts:
                by_part.setdefault(key, path)
    return by_part | by_head


def _text(path: Path) -> str:
    """Byte for byte, also what is not UTF-8."""
    return read_regular(path, LARGEST).decode(errors="surrogateescape")


def _put(path: Path, text: str, *, may_replace: bool) -> None:
    write_file(path, text.encode(errors="surrogateescape"), may_replace=may_replace)
