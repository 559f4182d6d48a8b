"""Which recording belongs to a transcript, and which transcript to a recording, by their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from reader.formats import TRANSCRIPT_SUFFIXES, is_transcript
from reader.formats.signatures import RECORDING_SUFFIXES
from reader.regular_file import is_regular

_TAG = re.compile(
    r"\.(?:[a-z]{2,3}(?:[-_][a-z0-9]{2,8})?|auto|captions?|sdh|cc|forced|transcript)$"
)
_MOST_CANDIDATES = 200
_LEAST_LACK = 30_000  # ms
_AUDIO_FIRST = (".mp3", ".m4a", ".opus", ".ogg", ".flac", ".wav")


@dataclass(frozen=True, slots=True)
class Pairing:
    """The file that belongs to another, or else the candidates to ask about."""

    match: Path | None
    candidates: tuple[Path, ...] = ()


def find_recording(transcript: Path) -> Pairing:
    """The recording of a transcript in the same folder. Never raises: no folder, no candidates."""
    recordings = [path for path in _neighbours(transcript) if _is_named_recording(path)]
    return _pairing(
        _best(recordings, _names(transcript), _recording_names, _AUDIO_FIRST), recordings
    )


def find_transcript(recording: Path) -> Pairing:
    """The transcript of a recording in the same folder; files that hold none do not count."""
    named = [path for path in _neighbours(recording) if _is_named_transcript(path)]
    wanted = _recording_names(recording)
    alike = [path for path in named if _rank(wanted, _names(path)) and is_transcript(path)]
    if best := _best(alike, wanted, _names, TRANSCRIPT_SUFFIXES):
        return Pairing(best)
    return _pairing(None, [path for path in named[:_MOST_CANDIDATES] if is_transcript(path)])


def pairs_in(
    recordings: Sequence[Path],
    transcripts: Sequence[Path],
    chosen: Mapping[Path, Path],
    is_readable: Callable[[Path], bool],
) -> list[tuple[Path | None, Path | None]]:
    """Each recording of a folder with its transcript, and transcripts that stand alone.

    `chosen` are recordings that the listener picked for transcripts. The only recording and the
    only transcript belong together whatever they are called, as when one is opened; where there
    are more, none is guessed.
    """
    by_name: dict[str, list[Path]] = {}
    for path in recordings:
        for name in _recording_names(path):
            by_name.setdefault(name, []).append(path)
    alike: dict[Path, list[Path]] = {path: [] for path in recordings}
    alone: list[Path] = []
    for path in transcripts:
        named = [other for name in _names(path) for other in by_name.get(name, ())]
        owners = [chosen[path]] if chosen.get(path) in alike else list(dict.fromkeys(named))
        if path in chosen and chosen[path] not in alike:
            continue  # its recording lies elsewhere
        for owner in owners:
            alike[owner].append(path)
        if not owners:
            alone.append(path)
    matches = {path: _match(path, alike[path], chosen, is_readable) for path in recordings}
    alone = [path for path in alone if is_readable(path)]
    if len(recordings) == 1 and len(alone) == 1 and matches[recordings[0]] is None:
        matches[recordings[0]] = alone.pop()
    return [*matches.items(), *((None, path) for path in alone)]


def _match(
    recording: Path,
    transcripts: Sequence[Path],
    chosen: Mapping[Path, Path],
    is_readable: Callable[[Path], bool],
) -> Path | None:
    """The transcript that was chosen for a recording, else the nearest by name that can be read."""
    picked = [path for path in transcripts if chosen.get(path) == recording]
    near = _ranked(transcripts, _recording_names(recording), _names, TRANSCRIPT_SUFFIXES)
    return next(filter(is_readable, [*picked, *near]), None)


def is_too_short(length: int, end: int) -> bool:
    """Whether a recording of this length (ms) cannot be that of a text that ends at `end`.

    Some of it may be missing, and without an index a player takes it for a third too short.
    """
    return end > length * 1.5 + _LEAST_LACK


def _pairing(best: Path | None, others: Sequence[Path]) -> Pairing:
    if best or len(others) == 1:
        return Pairing(best or others[0])
    return Pairing(None, tuple(others))


def _best(
    paths: Iterable[Path],
    wanted: Sequence[str],
    names: Callable[[PurePath], Sequence[str]],
    suffixes: Sequence[str],
) -> Path | None:
    """The path whose name is nearest to `wanted`, if any is."""
    return next(iter(_ranked(paths, wanted, names, suffixes)), None)


def _ranked(
    paths: Iterable[Path],
    wanted: Sequence[str],
    names: Callable[[PurePath], Sequence[str]],
    suffixes: Sequence[str],
) -> list[Path]:
    """Those named like `wanted`, the nearest first; of equals, the one with the earlier suffix."""
    ranked = [
        (rank, _place(path.suffix.lower(), suffixes), path.name, path)
        for path in paths
        if (rank := _rank(wanted, names(path)))
    ]
    return [path for *_, path in sorted(ranked)]


def _rank(wanted: Sequence[str], names: Sequence[str]) -> int:
    """From 1 (the nearest): how far down both lists the first name lies that they share; else 0."""
    shared = [
        1 + i + k
        for i, name in enumerate(wanted)
        for k, other in enumerate(names)
        if name and name == other
    ]
    return min(shared, default=0)


def _place(suffix: str, suffixes: Sequence[str]) -> int:
    return suffixes.index(suffix) if suffix in suffixes else len(suffixes)


def _names(transcript: PurePath) -> Sequence[str]:
    """`talk.mp3.en.vtt` -> `talk.mp3.en`, `talk.mp3`, `talk`: the nearest first."""
    names = [_folded(transcript.stem)]
    while tag := _TAG.search(names[-1]):
        names.append(names[-1][: tag.start()])
    names += [PurePath(name).stem for name in names if PurePath(name).suffix in RECORDING_SUFFIXES]
    return list(dict.fromkeys(names))


def _recording_names(recording: PurePath) -> Sequence[str]:
    return [_folded(recording.name), _folded(recording.stem)]


def _folded(name: str) -> str:
    """Case and the way accents are stored (macOS decomposes them) make no difference."""
    return unicodedata.normalize("NFC", name).casefold()


def _is_named_recording(path: Path) -> bool:
    return path.suffix.lower() in RECORDING_SUFFIXES


def _is_named_transcript(path: Path) -> bool:
    return path.suffix.lower() in TRANSCRIPT_SUFFIXES


def _neighbours(path: Path) -> list[Path]:
    """The visible files beside `path`, by name; none where the folder cannot be read."""
    try:
        beside = [other for other in path.parent.iterdir() if not other.name.startswith(".")]
        return sorted(other for other in beside if other.name != path.name and is_regular(other))
    except (OSError, ValueError):
        return []
