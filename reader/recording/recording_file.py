"""Opens recordings for FFmpeg: regular files only, read as far as makes sense.

Where it finds no frame, FFmpeg keeps all that it has read: in a file of 20 GB that is mostly a
hole, that took 2 GB of memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import av
from av.container import InputContainer

from reader.errors import Cancelled
from reader.message import message
from reader.regular_file import open_regular

_TO_OPEN = 64_000_000  # bytes read until it must be known what the file is: covers are in them
_BLANK = 16_000_000  # zero bytes in a row, after which a stream of frames has ended
_BUFFER = 65_536
_FRAMES_ALONE = frozenset(("aac", "ac3", "dts", "eac3", "flac", "loas", "mp3"))
"""Formats without an index, in which FFmpeg looks for the next frame byte by byte."""


@contextmanager
def opened(
    recording: Path,
    format: str | None = None,
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[InputContainer]:
    """A recording for PyAV. Raises OSError and `av.FFmpegError`, and Cancelled amid reading."""
    with open_regular(recording) as file:
        source = _Source(file, recording, is_cancelled)
        # The name helps FFmpeg to guess the format.
        with av.open(
            source, "r", format=format, metadata_errors="replace", buffer_size=_BUFFER
        ) as container:
            source.go_on(are_blanks_an_end=not _FRAMES_ALONE.isdisjoint(_names(container)))
            yield container


def _names(container: InputContainer) -> list[str]:
    return container.format.name.split(",")


class _Source:
    """What FFmpeg reads from. An end comes early where it reads too much for what it does."""

    def __init__(self, file: BinaryIO, path: Path, is_cancelled: Callable[[], bool]) -> None:
        self.name = os.fspath(path)
        self._file, self._is_cancelled = file, is_cancelled
        self._left: float = _TO_OPEN
        self._most_blank: float = _TO_OPEN
        self._blank = 0

    def go_on(self, *, are_blanks_an_end: bool) -> None:
        """Its format is known."""
        self._left = float("inf")
        self._most_blank = _BLANK if are_blanks_an_end else float("inf")

    def read(self, size: int) -> bytes:
        """The next bytes; none at the end."""
        if self._is_cancelled():
            raise Cancelled(message("Reading the recording was cancelled."))
        content = self._file.read(size)
        self._left -= len(content)
        self._blank = 0 if content.strip(b"\0") else self._blank + len(content)
        return content if self._left > 0 and self._blank <= self._most_blank else b""

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go there."""
        self._blank = 0
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Where it is."""
        return self._file.tell()
