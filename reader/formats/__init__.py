"""Transcripts of every format: bytes -> text -> which format -> its reader -> Transcript.

A format is one module and one row of `FORMATS`. One that is not a text is recognised by its first
bytes and read from the open file.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple

from reader.errors import OpeningCancelled, TranscriptError
from reader.formats.decoding import CHUNK, Decoded, decode, decode_as
from reader.formats.readers import reader_of
from reader.formats.signatures import RECORDING_SUFFIXES, foreign
from reader.formats.source import Source, unwatched
from reader.message import Message, message, unreadable
from reader.regular_file import NotRegularFileError, open_regular, size_of
from reader.transcript.model import Transcript

LARGEST = 200_000_000
"""Bytes; whatever is larger is not a transcript."""

_HEAD = 1 << 16
_LARGEST_LOOKED_INTO = 5_000_000  # bytes of a manuscript that is read to see whether it has times
_WITH_RATE = re.compile(r"([^@]{0,40})@(\d{1,3}(?:\.\d{1,3})?)")
_EXAMPLES = message("WebVTT, SubRip, whisper.cpp text, JSON or TTML")
_READING = 0.1  # the share of the work that reading the bytes is


class Format(NamedTuple):
    """How a format is called, recognised by its first lines, and read.

    A text `opens` with one of these characters, if any are named. Of formats that are not
    `is_certain` another may claim the same text: there the suffix decides. What is not a text is
    recognised by its first bytes: it has `magic` at a place of its own, and is asked only then, so
    that no text loads the readers of archives. Whether there are times in a manuscript, only
    reading shows. Where `parted_by` stands in a text, one cue ends: its beginning can be read
    alone.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    opens: str = ""
    may_be_empty: bool = False
    is_certain: bool = True
    is_timed: bool = True
    is_manuscript: bool = False
    magic: bytes = b""
    magic_at: int = 0
    parted_by: str = ""

    @property
    def is_binary(self) -> bool:
        """Whether it is not a text."""
        return bool(self.magic)

    def is_like_bytes(self, head: bytes) -> bool:
        """Whether the first bytes are of this format; False where it is a text."""
        has_magic = self.is_binary and head.startswith(self.magic, self.magic_at)
        return has_magic and reader_of(self.name).is_like(head)

    def is_like(self, head: list[str]) -> bool:
        """Whether the first lines are of this format."""
        if self.is_binary:
            return False
        if self.opens:
            first = next((text[0] for line in head if (text := line.lstrip("\ufeff \t"))), "")
            if not first or first not in self.opens:
                return False
        return reader_of(self.name).is_like(head)

    def read(self, source: Source) -> Transcript:
        """The transcript in a text. Raises TranscriptError."""
        return reader_of(self.name).read(source)


_ZIP = b"PK\x03\x04"
_TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".log")

FORMATS = (
    Format("webvtt", "WebVTT", (".vtt",), opens="W", may_be_empty=True, parted_by="\n\n"),
    Format("earmark", "Earmark JSON", (".json",), opens="{"),
    Format("otranscribe", "oTranscribe", (".otr",), opens="{"),
    Format("rtf", message("Rich Text"), (".rtf",), opens="{", is_manuscript=True),
    Format("microdvd", "MicroDVD", (".sub",), opens="{"),
    Format("json", "JSON", (".json", ".json3", ".jsonl")),
    Format("ttml", "TTML", (".ttml", ".dfxp", ".xml", ".imsc"), opens="<"),
    Format("xml", message("timed XML"), (".xml", ".xsl", ".srv3"), opens="<"),
    Format("elan", "ELAN", (".eaf",), opens="<"),
    Format("exmaralda", "EXMARaLDA", (".exb",), opens="<"),
    Format("transcriber", "Transcriber", (".trs",), opens="<"),
    Format("fcpxml", message("Final Cut Pro captions"), (".fcpxml", ".xml"), opens="<"),
    Format("audacity-project", message("Audacity project"), (".aup",), opens="<"),
    Format("hyperaudio", "Hyperaudio", (".html", ".htm"), opens="<"),
    Format("html", "HTML", (".html", ".htm", ".xhtml"), opens="<"),
    Format("textgrid", "Praat TextGrid", (".textgrid",), opens='Ff"'),
    Format("chat", "CHAT", (".cha",), opens="@"),
    Format("scc", "Scenarist (SCC)", (".scc",), opens="Ss"),
    Format("ass", "ASS or SSA", (".ass", ".ssa")),
    Format("sbv", "SubViewer (SBV)", (".sbv", ".sub")),
    Format("whisper.cpp", message("whisper.cpp text"), (".txt",), parted_by="\n"),
    Format("subrip", "SubRip", (".srt",), parted_by="\n\n"),
    Format("stl", message("Spruce STL"), (".stl",)),
    Format("rttm", message("RTTM (voices)"), (".rttm",)),
    Format("stm", "STM", (".stm",)),
    Format("ctm", "CTM", (".ctm",)),
    Format("lrc", "LRC", (".lrc",)),
    Format("audacity", message("Audacity labels"), (".txt",), is_certain=False),
    Format("tsv", "TSV", (".tsv", ".tab", ".txt"), is_certain=False),
    Format("csv", "CSV", (".csv",), is_certain=False),
    Format("text", message("text with times"), _TEXT_SUFFIXES, is_certain=False),
    Format("plain", message("plain text"), _TEXT_SUFFIXES, is_certain=False, is_timed=False),
    Format("docx", message("Word document"), (".docx", ".docm"), magic=_ZIP, is_manuscript=True),
    Format("epub", message("narrated book (EPUB)"), (".epub",), magic=_ZIP, is_manuscript=True),
    Format(
        "audacity-database",
        message("Audacity 3 project"),
        (".aup3",),
        magic=b"SQLite",
        is_manuscript=True,
    ),
    Format("ebu-stl", "EBU STL", (".stl",), magic=b"STL", magic_at=3),
)
"""In the order they are asked: the more distinct first. Names lie: the content is asked first."""

TRANSCRIPT_SUFFIXES = tuple(
    dict.fromkeys(
        suffix
        for row in sorted(FORMATS, key=lambda row: row.is_manuscript)
        for suffix in row.suffixes
    )
)
"""In lower case, the richest format first; what may be a manuscript comes last."""


def load(
    path: Path,
    *,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    encoding: str | None = None,
    format: str | None = None,
) -> Transcript:
    """The transcript in a file; `progress` gets the share done, in the calling thread.

    `encoding` (a codec, as in `decoding.ENCODINGS`) and `format` (the name of a row of `FORMATS`)
    overrule what would be guessed; a format may end with the frames that a second has, as
    `text@29.97`, or be only these, as `@25`. Raises TranscriptError for what is not a transcript,
    OpeningCancelled when `is_cancelled` says so.
    """
    watch = _watch(progress, is_cancelled)
    try:
        transcript = _loaded(path, watch, encoding, format)
    except TranscriptError as error:
        error.path = path
        raise
    watch(1.0)
    return transcript


def read(
    data: bytes,
    name: str,
    *,
    watch: Callable[[float], None] = unwatched,
    encoding: str | None = None,
    format: str | None = None,
) -> Transcript:
    """The transcript in the bytes of a file called `name`. Raises TranscriptError."""
    if not data[:_HEAD].strip() and not data[_HEAD:]:
        raise TranscriptError(message("{file} is empty.", file=name))
    if row := _binary_format(data[:_HEAD], format):
        source = Source(name, "", watch=watch, file=io.BytesIO(data))
        return _read_binary(row, source, is_chosen=format is not None)
    _refuse_foreign(data[:_HEAD], name, is_text=encoding is not None)
    try:
        return _read_as(data, name, watch, encoding, format)
    except TranscriptError as error:
        error.may_be_other = True
        raise


def chosen_format(format: str | None) -> tuple[str | None, float | None]:
    """A format's name, and the frames that a second has where it ends with them."""
    found = _WITH_RATE.fullmatch(format or "")
    return (found[1] or None, float(found[2])) if found else (format or None, None)


def _binary_format(head: bytes, chosen: str | None) -> Format | None:
    """The format of what is not a text: the one that was chosen, or that of the first bytes."""
    chosen, _ = chosen_format(chosen)
    if chosen is not None:
        row = format_named(chosen)
        return row if row.is_binary else None
    return next((row for row in FORMATS if row.is_like_bytes(head)), None)


def _read_binary(row: Format, source: Source, *, is_chosen: bool) -> Transcript:
    try:
        transcript = row.read(source)
    except TranscriptError as error:
        error.may_be_other = is_chosen
        raise
    if transcript.cues:
        return transcript
    raise TranscriptError(
        message("{file} holds no words that can be read.", file=source.name), line=1
    )


def _read_as(
    data: bytes,
    name: str,
    watch: Callable[[float], None],
    encoding: str | None,
    format: str | None,
) -> Transcript:
    decoded = _decoded(data, name, encoding, watch)
    format, rate = chosen_format(format)
    source = Source(name, decoded.text, decoded.encoding, watch, frame_rate=rate)
    row = format_named(format) if format else _format_of(source)
    transcript = row.read(source) if row else None
    if row and transcript and (transcript.cues or row.may_be_empty):
        return replace(transcript, other_encoding=decoded.other) if decoded.other else transcript
    expected = (
        format_named(format).title
        if format
        else message("text with times, as in {formats}", formats=_EXAMPLES)
    )
    raise TranscriptError(_unexpected(source, expected), line=1)


def format_named(name: str) -> Format:
    """The format called so. Raises TranscriptError where there is none."""
    known = next((row for row in FORMATS if row.name == name), None)
    if known is None:
        names = _listed([row.name for row in FORMATS])
        raise TranscriptError(
            message("There is no format called {name}; choose {choices}.", name=name, choices=names)
        )
    return known


def _decoded(
    data: bytes, name: str, encoding: str | None, watch: Callable[[float], None]
) -> Decoded:
    if encoding is None:
        return decode(data, step=lambda: watch(0.0))
    try:
        return decode_as(data, encoding, step=lambda: watch(0.0))
    except (LookupError, UnicodeError):
        raise TranscriptError(
            message(
                "{file} cannot be read as {encoding}: no such encoding.",
                file=name,
                encoding=encoding,
            )
        ) from None


def is_transcript(path: Path) -> bool:
    """Whether a file is, by its first bytes, a transcript; False where it cannot be read.

    A text without times does not count: any text could be one.
    """
    head = _head(path)
    if not head.strip():
        return False
    row = recognised(head, path.name)
    if row is None:
        return False
    return _is_timed_manuscript(path) if row.is_manuscript else row.is_timed


def recognised(head: bytes, name: str) -> Format | None:
    """The format of a file called `name`, by its first bytes; None where there is none."""
    if binary := _binary_format(head, None):
        return binary
    if foreign(head):
        return None
    decoded = decode(head[: head.rfind(b"\n") + 1] or head)
    return _format_of(Source(name, decoded.text, decoded.encoding))


def _is_timed_manuscript(path: Path) -> bool:
    try:
        is_small = size_of(path) <= _LARGEST_LOOKED_INTO
        return load(path).is_timed if is_small else _is_narrated(path)
    except (TranscriptError, OSError):
        return False


def _is_narrated(path: Path) -> bool:
    """Whether it is a book that brings its sound along: the text in it is small."""
    from reader.formats import narrated_book

    with open_regular(path) as file:
        is_book = narrated_book.is_like(file.read(_HEAD))
        return is_book and bool(narrated_book.sound_files(Source(path.name, "", file=file)))


def is_recording(path: Path) -> bool:
    """Whether a file is, by its first bytes, else by its suffix, audio or video."""
    head = _head(path)
    kind = foreign(head)
    if kind and kind.is_recording:
        return True
    is_named_so = path.suffix.lower() in RECORDING_SUFFIXES
    return bool(head) and is_named_so and (kind is None or kind.title == "a binary file")


def _format_of(source: Source) -> Format | None:
    """The first format that claims the text; among those that are not sure, by the suffix."""
    head = source.head()
    suffix = PurePath(source.name).suffix.lower()
    claims = (row for row in FORMATS if row.is_like(head))
    first = next(claims, None)
    if first is None or first.is_certain:
        return first
    return min([first, *claims], key=lambda row: (not row.is_timed, suffix not in row.suffixes))


def _refuse_foreign(head: bytes, name: str, *, is_text: bool) -> None:
    kind = foreign(head)
    may_be_text = kind is not None and kind.title == "a binary file"
    if kind and not (is_text and may_be_text):
        error = TranscriptError(
            message("{file} is {kind}, not a transcript.", file=name, kind=kind.title)
        )
        error.may_be_other = may_be_text
        raise error


def _loaded(
    path: Path, watch: Callable[[float], None], encoding: str | None, format: str | None
) -> Transcript:
    def later(share: float) -> None:
        watch(_READING + 0.9 * share)

    name = path.name or str(path)
    try:
        with open_regular(path) as file:
            head = file.read(_HEAD)
            if row := _binary_format(head, format):
                source = Source(name, "", watch=later, file=file, path=path)
                return _read_binary(row, source, is_chosen=format is not None)
            size = os.fstat(file.fileno()).st_size
            data = _content(file, head, size, name, watch, is_text=encoding is not None)
    except (OSError, ValueError) as error:
        raise TranscriptError(_why_unread(name, error)) from error
    return read(data, name, watch=later, encoding=encoding, format=format)


def _why_unread(name: str, error: Exception) -> Message:
    match error:
        case IsADirectoryError():
            return message("{file} is a folder, not a transcript.", file=name)
        case NotRegularFileError():
            return message("{file} is a pipe or a device, not a file.", file=name)
        case FileNotFoundError():
            return message("{file} was not found; was it moved or renamed?", file=name)
        case PermissionError():
            return message("{file} may not be read: permission denied.", file=name)
    return unreadable(name, error)


def _content(
    file: BinaryIO,
    head: bytes,
    size: int,
    name: str,
    watch: Callable[[float], None],
    *,
    is_text: bool,
) -> bytes:
    pieces = [head]
    _refuse_foreign(pieces[0], name, is_text=is_text)
    if size > LARGEST:
        raise TranscriptError(
            message(
                "{file} is too large for a transcript: {size} MB, at most {most} MB can be opened.",
                file=name,
                size=size // 1_000_000,
                most=LARGEST // 1_000_000,
            )
        )
    length = len(pieces[0])
    while pieces[-1] and length <= LARGEST:
        watch(_READING * min(1.0, length / max(1, size)))
        pieces.append(file.read(CHUNK))
        length += len(pieces[-1])
    return b"".join(pieces)


def _head(path: Path) -> bytes:
    try:
        with open_regular(path) as file:
            return file.read(_HEAD)
    except (OSError, ValueError):
        return b""


def _watch(
    progress: Callable[[float], None] | None, is_cancelled: Callable[[], bool] | None
) -> Callable[[float], None]:
    def watch(share: float) -> None:
        if is_cancelled and is_cancelled():
            raise OpeningCancelled(message("Opening was cancelled."))
        if progress:
            progress(share)

    return watch


def _unexpected(source: Source, expected: str) -> Message:
    fault = message(
        "{file} holds no transcript that can be read. Expected {expected}; "
        "it holds only blank lines."
    )
    first = next((line.strip() for line in source.head() if line.strip()), "")
    if first:
        fault = message(
            "{file} holds no transcript that can be read. Expected {expected}; "
            "it begins with “{beginning}”."
        )
    return fault.filled(file=source.name, expected=expected, beginning=first[:60])


def _listed(titles: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(titles[:-1]), titles[-1])))
