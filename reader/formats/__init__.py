"""Transcripts of every format: bytes -> text -> which format -> its reader -> Transcript.

A format is one module and one row of `FORMATS`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reader.errors import OpeningCancelled, TranscriptError
from reader.formats import subrip, webvtt, whisper_console
from reader.formats.decoding import CHUNK, decode
from reader.formats.signatures import RECORDING_SUFFIXES, foreign
from reader.formats.source import Source, unwatched
from reader.transcript import Transcript

LARGEST = 200_000_000
"""Bytes; whatever is larger is no transcript."""

_HEAD = 1 << 16
_MANY_OBJECTS = 20_000
_READING = 0.1  # the share of the work that reading the bytes is


class Format(NamedTuple):
    """How a format is called, told apart (by its first lines) and read."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    is_like: Callable[[list[str]], bool]
    read: Callable[[Source], Transcript]
    may_be_empty: bool = False


FORMATS = (
    Format("webvtt", "WebVTT", (".vtt",), webvtt.is_like, webvtt.read, may_be_empty=True),
    Format(
        "whisper.cpp", "whisper.cpp text", (".txt",), whisper_console.is_like, whisper_console.read
    ),
    Format("subrip", "SubRip", (".srt",), subrip.is_like, subrip.read),
)
"""In the order they are asked: the more distinct first. Names lie: only the content is asked."""

TRANSCRIPT_SUFFIXES = tuple(suffix for row in FORMATS for suffix in row.suffixes)
"""In lower case, the richest format first."""


def load(
    path: Path,
    *,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Transcript:
    """The transcript in a file; `progress` is told the share done, in the calling thread.

    Raises TranscriptError for what is no transcript, OpeningCancelled when `is_cancelled` says so.
    """
    watch = _watch(progress, is_cancelled)
    try:
        data = _bytes(path, watch)
        transcript = read(data, path.name, watch=lambda share: watch(_READING + 0.9 * share))
    except TranscriptError as error:
        error.path = path
        raise
    watch(1.0)
    return transcript


def read(data: bytes, name: str, *, watch: Callable[[float], None] = unwatched) -> Transcript:
    """The transcript in the bytes of a file called `name`. Raises TranscriptError."""
    if not data[:_HEAD].strip() and not data[_HEAD:]:
        raise TranscriptError(f"{name} is empty.")
    _refuse_foreign(data[:_HEAD], name)
    decoded = decode(data, step=lambda: watch(0.0))
    source = Source(name, decoded.text, decoded.encoding, watch)
    row = _format_of(source)
    with _no_collection():
        transcript = row.read(source) if row else None
    if row and transcript and (transcript.cues or row.may_be_empty):
        return transcript
    raise TranscriptError(
        f"{name} holds no transcript that can be read. Expected lines with times, as in"
        f" {_listed([known.title for known in FORMATS])}; {_beginning(source)}",
        line=1,
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage is searched for meanwhile, nor later among what was made.

    Reading makes no cycles, and one search through 200,000 cues stops every thread for 50 ms.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY_OBJECTS:
            gc.freeze()
        if was_enabled:
            gc.enable()


def is_transcript(path: Path) -> bool:
    """Whether a file is, by its first bytes, a transcript; False where it cannot be read."""
    head = _head(path)
    if not head.strip() or foreign(head):
        return False
    text, encoding = decode(head[: head.rfind(b"\n") + 1] or head)
    return _format_of(Source(path.name, text, encoding)) is not None


def is_recording(path: Path) -> bool:
    """Whether a file is, by its first bytes, else by its suffix, audio or video."""
    head = _head(path)
    kind = foreign(head)
    if kind and kind.is_recording:
        return True
    is_named_so = path.suffix.lower() in RECORDING_SUFFIXES
    return bool(head) and is_named_so and (kind is None or kind.title == "a binary file")


def _format_of(source: Source) -> Format | None:
    head = source.head()
    return next((row for row in FORMATS if row.is_like(head)), None)


def _refuse_foreign(head: bytes, name: str) -> None:
    if kind := foreign(head):
        raise TranscriptError(f"{name} is {kind.title}, not a transcript.")


def _bytes(path: Path, watch: Callable[[float], None]) -> bytes:
    name = path.name or str(path)
    if path.is_dir():
        raise TranscriptError(f"{name} is a folder, not a transcript.")
    if path.exists() and not path.is_file():
        raise TranscriptError(f"{name} is a device, not a file.")
    try:
        with path.open("rb") as file:
            return _content(file, path.stat().st_size, name, watch)
    except FileNotFoundError:
        raise TranscriptError(f"{name} was not found; was it moved or renamed?") from None
    except PermissionError:
        raise TranscriptError(f"{name} may not be read: permission denied.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TranscriptError(f"{name} cannot be read: {reason}.") from error


def _content(file: BinaryIO, size: int, name: str, watch: Callable[[float], None]) -> bytes:
    pieces = [file.read(_HEAD)]
    _refuse_foreign(pieces[0], name)
    if size > LARGEST:
        raise TranscriptError(
            f"{name} is too large for a transcript: {size // 1_000_000} MB,"
            f" at most {LARGEST // 1_000_000} MB can be opened."
        )
    length = len(pieces[0])
    while pieces[-1] and length <= LARGEST:
        watch(_READING * min(1.0, length / max(1, size)))
        pieces.append(file.read(CHUNK))
        length += len(pieces[-1])
    return b"".join(pieces)


def _head(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_HEAD)
    except (OSError, ValueError):
        return b""


def _watch(
    progress: Callable[[float], None] | None, is_cancelled: Callable[[], bool] | None
) -> Callable[[float], None]:
    def watch(share: float) -> None:
        if is_cancelled and is_cancelled():
            raise OpeningCancelled("Opening was cancelled.")
        if progress:
            progress(share)

    return watch


def _beginning(source: Source) -> str:
    first = next((line.strip() for line in source.head() if line.strip()), "")
    return f"it begins with “{first[:60]}”." if first else "it holds only blank lines."


def _listed(titles: list[str]) -> str:
    return f"{', '.join(titles[:-1])} or {titles[-1]}"
