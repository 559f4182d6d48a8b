"""Texts as they were read last, ready to be shown: a cache that can be thrown away.

To read 200,000 cues and set them in paragraphs takes seconds, to read them from here a tenth. A
text is found by what its file holds and by the code that reads it, never by its name or its date;
what is damaged, of another Python or another Earmark is read from the file as if it were not here.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from reader.formats import LARGEST
from reader.message import Message
from reader.overlays.overlays import scripted
from reader.regular_file import open_regular, read_regular
from reader.transcript.model import Cue, CueKind, Problem, Transcript, VoiceChange, Word
from reader.transcript.reading_text import ReadingText
from reader.transcript.script import ReadingOptions, Script
from reader.transcript.spoken_text import SpokenText
from reader.transcript.timeline import Timeline

_MOST = 64_000_000  # bytes of one text, as it is kept
_ROOM = 128_000_000  # bytes of all; what was not read for longest goes first
_STEP = 2_000  # cues that are taken at once, and with them Python's lock
_CODE = ("formats", "overlays", "transcript")  # what reads a text and sets it
_KINDS = tuple(CueKind)
_DAMAGED = (OSError, ValueError, TypeError, KeyError, IndexError, EOFError)


class ScriptCache:
    """The texts in a folder of Earmark's own. All it does asks the disk: not for the GUI thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._found: tuple[Path, Script] | None = None  # where the last one was, and itself

    def find(self, path: Path) -> Script | None:
        """The script of a file, as it was shown last without anything laid over it.

        Never raises: what cannot be found is to be read. Whoever asks while another one is being
        answered waits, and gets the same where it is the same: a start that gave up waiting.
        """
        with self._lock, suppress(OSError):
            place = self._place(path)
            if self._found is not None and self._found[0] == place:
                return replace(self._found[1], path=path)
            content = read_regular(place, _MOST)
            with suppress(*_DAMAGED):
                script = _script(path, list(_parts(content)))
                os.utime(place)  # read again: it stays for longer
                self._found = place, script
                return script
            place.unlink()
        return None

    def keep(self, script: Script) -> None:
        """Keep a script of a file that was read as guessed, without what is laid over it."""
        self._found = None  # by now nobody asks for it twice
        if script.options.encoding is not None or script.options.format is not None:
            return
        from reader.private_files import make_own_folder
        from reader.whole_file import write_file

        with suppress(*_DAMAGED):
            place = self._place(script.path)
            if _is_kept(place, script.options):
                return
            content = _joined(_values(_bare(script)))
            if len(content) <= _MOST:
                make_own_folder(self._folder)
                write_file(place, content, may_replace=True, is_private=True)
                self._make_room()

    def forget(self, paths: Iterable[Path]) -> None:
        """Remove what is kept of files, also of those that are gone."""
        names = set(map(str, paths))
        with self._lock, suppress(OSError):
            self._found = None
            for place in self._folder.iterdir():
                if _path_in(place) in names:
                    place.unlink()
            for name in names:
                with suppress(OSError):
                    self._place(Path(name)).unlink()

    def _place(self, path: Path) -> Path:
        """Where the text of a file is kept: the name says all that it depends on."""
        data = read_regular(path, LARGEST)
        sums = zlib.crc32(data), zlib.adler32(data), zlib.crc32(path.suffix.lower().encode())
        return self._folder / f"{len(data)}-{'-'.join(f'{each:08x}' for each in sums)}-{_code()}"

    def _make_room(self) -> None:
        files = [(found.stat(), found) for found in self._folder.iterdir() if found.is_file()]
        room = _ROOM
        for stat, found in sorted(files, key=lambda each: each[0].st_mtime_ns, reverse=True):
            room -= stat.st_size
            if room < 0:
                found.unlink()


@cache
def _code() -> str:
    """A sum of this Python and of the code that reads texts: with other code they may differ."""
    known = [sys.hexversion]
    for name in _CODE:
        with suppress(OSError), os.scandir(Path(__file__).parents[1] / name) as found:
            known += (each.stat().st_mtime_ns for each in sorted(found, key=lambda each: each.name))
    if len(known) == 1:  # all in one file
        known.append(Path(sys.executable).stat().st_mtime_ns)
    return f"{zlib.crc32(repr(known).encode()):08x}"


# Parts of bytes, each with its length, after a sum of all


def _joined(values: Iterable[Any]) -> bytes:
    """Raises ValueError for what is not a plain value."""
    parts: list[bytes] = []
    for value in values:
        part = marshal.dumps(value)
        parts += [len(part).to_bytes(4), part]
    body = b"".join(parts)
    return zlib.crc32(body).to_bytes(4) + body


def _parts(content: bytes) -> Iterator[Any]:
    view = memoryview(content)
    if zlib.crc32(view[4:]).to_bytes(4) != bytes(view[:4]):
        raise ValueError("It is damaged.")
    start = 4
    while start < len(view):
        end = start + 4 + int.from_bytes(view[start : start + 4])
        yield marshal.loads(view[start + 4 : end])
        start = end


def _is_kept(place: Path, options: ReadingOptions) -> bool:
    """Whether a script is there that is shown so."""
    return _first_part(place)[:2] == _shown_as(options)


def _path_in(place: Path) -> str:
    """The path of the file from which a script there was kept."""
    _, _, path = (*_first_part(place), "", "", "")[:3]
    return str(path)


def _first_part(place: Path) -> tuple[Any, ...]:
    """The part that is read without the others; empty where there is none."""
    try:
        with open_regular(place) as file:
            file.seek(4)
            return tuple(marshal.loads(file.read(int.from_bytes(file.read(4)))))
    except _DAMAGED:
        return ()


# A script as plain values: how it is shown and its path, a head, then its cues by the thousand


class _Head(NamedTuple):
    transcript: tuple[Any, ...]
    changed: list[tuple[Any, ...]]
    """The columns of the cues that a view shows otherwise, and before them their numbers."""
    reading: dict[str, Any]
    timeline: dict[str, Any]


def _bare(script: Script) -> Script:
    """A script that nothing is laid over."""
    if not (script.sync or script.voices or script.edits):
        return script
    return scripted(script.path, script.source, script.options, spoken=script.spoken)


def _values(script: Script) -> Iterator[Any]:
    source, shown = script.source, script.transcript
    changed = [cue for cue, before in zip(shown.cues, source.cues, strict=True) if cue != before]
    yield (*_shown_as(script.options), str(script.path))
    yield tuple(
        _Head(
            (
                source.format,
                source.encoding,
                dict(source.metadata),
                [_from_problem(each) for each in source.problems],
                source.other_encoding,
            ),
            [(cue.index, *_columns([cue])) for cue in changed],
            _from_state(script.reading.state),
            _from_state(script.timeline.state),
        )
    )
    for first in range(0, len(source.cues), _STEP):
        yield _columns(source.cues[first : first + _STEP])


def _script(path: Path, parts: list[Any]) -> Script:
    options, head = ReadingOptions(parts[0][0], frozenset(parts[0][1])), _Head(*parts[1])
    cues: list[Cue] = []
    for columns in parts[2:]:
        cues += _cues(len(cues), columns)
    format_name, encoding, metadata, problems, other = head.transcript
    source = Transcript(
        tuple(cues), format_name, encoding, metadata, tuple(map(_to_problem, problems)), other
    )
    shown = source
    if head.changed:
        for index, *columns in head.changed:
            cues[index] = next(_cues(index, columns))
        shown = replace(source, cues=tuple(cues))
    return Script(
        path,
        source,
        source,
        source,
        shown,
        ReadingText.of_state(shown, _to_state(head.reading)),
        Timeline.of_state(_to_state(head.timeline)),
        options,
        spoken=SpokenText(source),
    )


def _shown_as(options: ReadingOptions) -> tuple[bool, list[str]]:
    return options.are_blanks_shown, sorted(options.views)


def _columns(cues: Sequence[Cue]) -> tuple[Any, ...]:
    _, starts, ends, texts, voices, words, kinds, lines, raws, ids, corrected = zip(
        *cues, strict=True
    )
    if any(corrected):
        raise ValueError("A file's own text is not corrected.")
    return (
        starts,
        ends,
        texts,
        tuple(tuple(map(tuple, each)) for each in voices),
        tuple(tuple(map(tuple, each)) for each in words),
        bytes(map(_KINDS.index, kinds)),
        lines,
        raws,
        ids,
    )


def _cues(first: int, columns: Sequence[Any]) -> Iterator[Cue]:
    starts, ends, texts, voices, words, kinds, lines, raws, ids = columns
    return map(
        Cue,
        count(first),
        starts,
        ends,
        texts,
        [tuple(map(VoiceChange._make, each)) if each else () for each in voices],
        [tuple(map(Word._make, each)) if each else () for each in words],
        map(_KINDS.__getitem__, kinds),
        lines,
        raws,
        ids,
    )


def _from_problem(problem: Problem) -> tuple[Any, ...]:
    return problem.line, _from_message(problem.reason), problem.text, problem.is_repaired


def _to_problem(values: Sequence[Any]) -> Problem:
    line, reason, text, is_repaired = values
    return Problem(line, _to_message(reason), text, is_repaired)


def _from_message(text: Any) -> Any:
    if not isinstance(text, Message):
        return text
    return text.template, {name: _from_message(each) for name, each in text.arguments.items()}


def _to_message(values: Any) -> Any:
    if not isinstance(values, tuple):
        return values
    template, arguments = values
    return Message(template, {name: _to_message(each) for name, each in arguments.items()})


def _from_state(state: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: (each.typecode, each.tobytes()) if isinstance(each, array) else [each]
        for name, each in state.items()
    }


def _to_state(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: array(*each) if isinstance(each, tuple) else each[0] for name, each in values.items()
    }
