"""From the files a reader chose to an episode that can be shown: runs off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader import formats, pairing
from reader.errors import ReaderError, TranscriptError
from reader.reading_text import ReadingText
from reader.timeline import Timeline
from reader.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Script:
    """A transcript made ready to be read and followed."""

    path: Path
    transcript: Transcript
    reading: ReadingText
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Opened:
    """What one opening found: a recording, a transcript or both, and what else could belong."""

    recording: Path | None
    script: Script | None
    candidates: tuple[Path, ...] = ()
    problem: ReaderError | None = field(default=None, compare=False)

    @property
    def title(self) -> str:
        """What the transcript calls itself, else the file's name."""
        given = self.script.transcript.metadata.get("title", "") if self.script else ""
        path = self.recording or (self.script.path if self.script else None)
        return given or (path.stem if path else "")


@dataclass(frozen=True, slots=True)
class Wish:
    """Which files to open, and how."""

    paths: tuple[Path, ...]
    are_blanks_shown: bool = False


PartnerOf = Callable[[Path], Path | None]
"""The partner that the reader once chose for a file."""


def open_files(
    wish: Wish,
    chosen_partner: PartnerOf,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> Opened:
    """Tell recording from transcript by content, find the partner, read the transcript.

    Raises ReaderError naming the file that can't be opened.
    """
    recording, transcript = _sorted_out(wish.paths)
    candidates: tuple[Path, ...] = ()
    if recording is None or transcript is None:
        known = transcript or recording
        assert known is not None
        partner, candidates = _partner(known, chosen_partner, is_recording=transcript is None)
        recording, transcript = recording or partner, transcript or partner
    is_asked_for = transcript in wish.paths
    script, problem = None, None
    if transcript is not None:
        try:
            script = read_script(
                transcript, progress, is_cancelled, are_blanks_shown=wish.are_blanks_shown
            )
        except TranscriptError as error:
            if is_asked_for:
                raise
            problem = error  # the recording that was asked for plays without it
    return Opened(recording, script, candidates, problem)


def read_script(
    path: Path,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    *,
    are_blanks_shown: bool = False,
) -> Script:
    """A transcript with all that following needs. Raises TranscriptError."""
    transcript = formats.load(path, progress=progress, is_cancelled=is_cancelled)
    reading = ReadingText(transcript, are_blanks_shown=are_blanks_shown)
    return Script(path, transcript, reading, Timeline(transcript.cues))


def _sorted_out(paths: Sequence[Path]) -> tuple[Path | None, Path | None]:
    """The first recording and the first transcript among `paths`."""
    recordings = [path for path in paths if pairing.is_recording(path)]
    transcripts = [path for path in paths if path not in recordings]
    if not paths:
        raise ReaderError("There is no file to open.")
    return next(iter(recordings), None), next(iter(transcripts), None)


def _partner(
    path: Path, chosen_partner: PartnerOf, *, is_recording: bool
) -> tuple[Path | None, tuple[Path, ...]]:
    chosen = chosen_partner(path)
    if chosen is not None:
        return chosen, ()
    find = pairing.find_transcript if is_recording else pairing.find_recording
    found = find(path)
    return found.match, found.candidates
