"""Texts as they were read last, ready to be shown: a cache that can be thrown away.

To read 200,000 cues and set them in paragraphs takes seconds, to read them from here a tenth. A
text is found by what its file holds and by the code that reads it, never by its name or its date,
and what the listener has laid over it by all that this is made of; what is damaged, of another
Python or another Earmark is read from the file as if it were not here.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from itertools import chain, pairwise
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from reader.formats import LARGEST
from reader.message import Message
from reader.overlays.overlays import NO_OVERLAYS, Overlays, laid_again, scripted
from reader.regular_file import open_regular, read_regular
from reader.transcript.model import (
    Corrected,
    Cue,
    CueKind,
    Problem,
    Transcript,
    VoiceChange,
    Word,
    WordEdit,
)
from reader.transcript.reading_text import ReadingText
from reader.transcript.script import ReadingOptions, Script
from reader.transcript.spoken_text import SpokenText
from reader.transcript.timeline import Timeline

M = TypeVar("M")

_MOST = 64_000_000  # bytes of one text, as it is kept
_ROOM = 128_000_000  # bytes of all; what was not read for longest goes first
_STEP = 2_000  # cues that are taken at once, and with them Python's lock
_CODE = ("formats", "library", "overlays", "transcript")  # what reads a text, sets and keeps it
_KINDS = tuple(CueKind)
_NONE = (None,) * 3
_MADE: tuple[Any, ...] = (*_NONE, VoiceChange, Word, CueKind, *_NONE, Corrected)  # of columns
_DAMAGED = (OSError, ValueError, TypeError, KeyError, IndexError, EOFError)


class ScriptCache:
    """The texts in a folder of Earmark's own. All it does asks the disk: not for the GUI thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._found: tuple[Path, Script] | None = None  # where the last one was, and itself

    def find(self, path: Path, overlays: Overlays = NO_OVERLAYS) -> Script | None:
        """The script of a file, as it was shown last, with voices and corrections laid over it.

        Those that were others then are laid again. Never raises: what cannot be found is to be
        read. Whoever asks while another one is being answered waits, and gets the same where it is
        the same: a start that gave up waiting.
        """
        with self._lock, suppress(OSError):
            place = self._place(path)
            laid = _laid_place(place, overlays)
            if self._found is None or self._found[0] != laid:
                script = _laid_script(path, place, laid) if laid != place else None
                if script is None:
                    bare = _read(place, lambda parts: _bare_script(path, parts))
                    if bare is None:
                        return None
                    script = bare if laid == place else laid_again(bare, overlays)
                self._found = laid, script
            return replace(self._found[1], path=path, voices=overlays.voices)
        return None

    def keep(self, script: Script, overlays: Overlays = NO_OVERLAYS) -> None:
        """Keep a script of a file that was read as guessed and has its own times, with the voices
        and corrections that are laid over it."""
        self._found = None  # by now nobody asks for it twice
        options = script.options
        if options.encoding is not None or options.format is not None or script.sync:
            return
        from reader.private_files import make_own_folder

        with suppress(*_DAMAGED):
            place = self._place(script.path)
            laid = _laid_place(place, overlays)
            make_own_folder(self._folder)
            if not _is_kept(place, options):
                self._write(place, _bare_values(_bare(script)))
            for other in set(self._folder.glob(f"{place.name}-*")) - {laid}:
                other.unlink()
            if laid != place and not _is_kept(laid, options) and _is_laid(script, overlays):
                self._write(laid, _shown_values(script))

    def _write(self, place: Path, values: Iterable[Any]) -> None:
        from reader.whole_file import write_file

        content = _joined(values)
        if len(content) <= _MOST:
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
                    for place in self._folder.glob(f"{self._place(Path(name)).name}*"):
                        place.unlink()

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
            files = sorted((each for each in found if each.is_file()), key=lambda each: each.name)
            known += (each.stat().st_mtime_ns for each in files)
    if len(known) == 1:  # all in one file
        known.append(Path(sys.executable).stat().st_mtime_ns)
    return f"{zlib.crc32(repr(known).encode()):08x}"


def _laid_place(place: Path, overlays: Overlays) -> Path:
    """Where a text is kept with voices and corrections: the name says what they are, too."""
    if not (overlays.voices or overlays.corrections):
        return place
    from hashlib import blake2b

    from reader.store.corrections import deciding_values

    voices, corrections = overlays.voices, deciding_values(overlays.corrections)
    laid: Any = [turn[:-1] for turn in voices.turns], voices.by_said, corrections
    # Format 2: what later ones write depends on which texts are one object.
    digest = blake2b(marshal.dumps(laid, 2), digest_size=16)
    return place.with_name(f"{place.name}-{digest.hexdigest()}")


def _is_laid(script: Script, overlays: Overlays) -> bool:
    """Whether it is shown with just these: others may have come, and not be laid over it yet."""
    return overlays.voices.says_as(script.voices) and overlays.edits(script.spoken) == script.edits


# Parts of bytes, each with its length, after a sum of all


def _read(place: Path, made_of: Callable[[list[memoryview]], M]) -> M | None:
    """What a file of the cache holds; one that is damaged is removed. Raises OSError."""
    content = read_regular(place, _MOST)
    with suppress(*_DAMAGED):
        made = made_of(_parts(content))
        os.utime(place)  # read again: it stays for longer
        return made
    place.unlink()
    return None


def _laid_script(path: Path, place: Path, laid: Path) -> Script | None:
    """The script of a file with what is laid over it, as it was kept so."""
    with suppress(OSError):
        return _read(laid, lambda parts: _shown_script(path, parts, _spoken_text(place)))
    return None


def _spoken_text(place: Path) -> SpokenText:
    """What the file itself says. Raises OSError, and ValueError where it is damaged."""
    spoken = _read(place, lambda parts: SpokenText(_source(parts[2:])))
    if spoken is None:
        raise ValueError("It is damaged.")
    return spoken


def _joined(values: Iterable[Any]) -> bytes:
    """Raises ValueError for what is not a plain value."""
    parts: list[bytes] = []
    for value in values:
        part = marshal.dumps(value)
        parts += [len(part).to_bytes(4), part]
    body = b"".join(parts)
    return zlib.crc32(body).to_bytes(4) + body


def _parts(content: bytes) -> list[memoryview]:
    view = memoryview(content)
    if zlib.crc32(view[4:]).to_bytes(4) != bytes(view[:4]):
        raise ValueError("It is damaged.")
    parts, start = [], 4
    while start < len(view):
        end = start + 4 + int.from_bytes(view[start : start + 4])
        parts.append(view[start + 4 : end])
        start = end
    return parts


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


# A script as plain values: how it is shown and its path, what is shown, and of one that nothing is
# laid over a head of its file, then its cues by the thousand


def _bare(script: Script) -> Script:
    """A script that nothing is laid over."""
    if not (script.voices or script.edits):
        return script
    return scripted(script.path, script.source, script.options, spoken=script.spoken)


def _bare_values(script: Script) -> Iterator[Any]:
    return chain(_shown_values(script), _source_values(script.source))


def _bare_script(path: Path, parts: Sequence[memoryview]) -> Script:
    return _shown_script(path, parts[:2], SpokenText(_source(parts[2:])))


def _shown_values(script: Script) -> Iterator[Any]:
    stages = script.source, script.uncorrected, script.effective, script.transcript
    yield (*_shown_as(script.options), str(script.path))
    yield (
        [_changed_columns(*each) for each in pairwise(stages)],
        {cue: list(map(tuple, edits)) for cue, edits in script.edits.items()},
        _from_state(script.reading.state),
        _from_state(script.timeline.state),
    )


def _shown_script(path: Path, parts: Sequence[memoryview], spoken: SpokenText) -> Script:
    first, (changes, edits, reading, timeline) = map(marshal.loads, parts)
    options = ReadingOptions(first[0], frozenset(first[1]))
    stages = [spoken.transcript]
    for columns in changes:
        stages.append(_with_columns(stages[-1], columns))
    source, uncorrected, effective, shown = stages
    return Script(
        path,
        source,
        uncorrected,
        effective,
        shown,
        ReadingText.of_state(shown, _to_state(reading)),
        Timeline.of_state(_to_state(timeline)),
        options,
        spoken=spoken,
        edits=_KeptEdits(edits),
    )


def _source_values(source: Transcript) -> Iterator[Any]:
    yield (
        source.format,
        source.encoding,
        dict(source.metadata),
        [_from_problem(each) for each in source.problems],
        source.other_encoding,
    )
    for first in range(0, len(source.cues), _STEP):
        yield _columns(source.cues[first : first + _STEP])


def _source(parts: Sequence[memoryview]) -> Transcript:
    head, *steps = map(marshal.loads, parts)
    format_name, encoding, metadata, problems, other = head
    cues: list[Cue] = []
    for columns in steps:
        cues += _cues(range(len(cues), len(cues) + len(columns[0])), _fields(columns))
    found = tuple(map(_to_problem, problems))
    return Transcript(tuple(cues), format_name, encoding, metadata, found, other)


def _changed_columns(before: Transcript, after: Transcript) -> tuple[Any, ...]:
    """The numbers of the cues that differ, and the columns in which they do, None for the others;
    empty where no cue differs."""
    pairs = zip(before.cues, after.cues, strict=True)
    changed = [(old, cue) for old, cue in pairs if cue is not old and cue != old]
    if not changed:
        return ()
    old, new = (_columns(cues) for cues in zip(*changed, strict=True))
    columns = (column if column != was else None for was, column in zip(old, new, strict=True))
    return ([cue.index for _, cue in changed], *columns)


def _with_columns(transcript: Transcript, values: Sequence[Any]) -> Transcript:
    """With those cues in place of its own; itself without any."""
    if not values:
        return transcript
    numbers, *columns = values
    cues = list(transcript.cues)
    _, *before = zip(*map(cues.__getitem__, numbers), strict=True)
    given = zip(before, _fields(columns), strict=True)
    changed = _cues(numbers, (was if field is None else field for was, field in given))
    for number, cue in zip(numbers, changed, strict=True):
        cues[number] = cue
    return replace(transcript, cues=tuple(cues))


class _KeptEdits(Mapping[int, tuple[WordEdit, ...]]):
    """Those of each cue are made when they are asked for: to show a text takes none."""

    def __init__(self, values: Mapping[int, Sequence[Sequence[Any]]]) -> None:
        self._values = values

    def __getitem__(self, cue: int) -> tuple[WordEdit, ...]:
        return tuple(map(_as(WordEdit), self._values[cue]))

    def __iter__(self) -> Iterator[int]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def _shown_as(options: ReadingOptions) -> tuple[bool, list[str]]:
    return options.are_blanks_shown, sorted(options.views)


def _columns(cues: Sequence[Cue]) -> tuple[Any, ...]:
    _, starts, ends, texts, voices, words, kinds, lines, raws, ids, corrected = zip(
        *cues, strict=True
    )
    return (
        starts,
        ends,
        texts,
        _plain(voices),
        _plain(words),
        bytes(map(_KINDS.index, kinds)),
        lines,
        raws,
        ids,
        _plain(corrected),
    )


def _cues(numbers: Iterable[int], fields: Iterable[Iterable[Any]]) -> Iterator[Cue]:
    return map(_as(Cue), zip(numbers, *fields, strict=True))


def _fields(columns: Sequence[Any]) -> Iterator[Any]:
    """What the columns hold; None where one is None."""
    for column, made in zip(columns, _MADE, strict=True):
        if made is None or column is None:
            yield column
        elif made is CueKind:
            yield map(_KINDS.__getitem__, column)
        else:
            value = _as(made)
            yield [tuple(map(value, each)) if each else () for each in column]


def _as(kind: type[tuple[Any, ...]]) -> Callable[[Iterable[Any]], Any]:
    """Makes a named tuple of all its values, three times as fast as by its name."""
    return partial(tuple.__new__, kind)


def _plain(column: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    return tuple(tuple(map(tuple, each)) for each in column)


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
