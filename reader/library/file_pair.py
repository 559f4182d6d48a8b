"""The files of an episode: which is its recording, which its transcript, what belongs to them.

These look at the disk: not for the GUI thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader import formats
from reader.errors import FileMissing, ReaderError
from reader.foreign_names import shown
from reader.message import message, system_reason
from reader.regular_file import NotRegularFileError, open_regular

_IS_TRANSCRIPT = message("“{file}” is a transcript, not a recording.")
_NO_RECORDING = message("“{file}” is not a recording.")


class FilePair(NamedTuple):
    """A recording, a transcript or both."""

    recording: Path | None
    transcript: Path | None

    @property
    def is_whole(self) -> bool:
        """Whether neither is missing."""
        return self.recording is not None and self.transcript is not None

    @property
    def title(self) -> str:
        """The name that both share."""
        path = self.recording or self.transcript
        return shown(path.stem) if path else ""

    @property
    def known(self) -> Path:
        """The one that is there, where the other is missing."""
        path = self.transcript or self.recording
        assert path is not None
        return path

    def with_partner(self, partner: Path | None) -> FilePair:
        """With `partner` in the place of the missing one."""
        return FilePair(self.recording or partner, self.transcript or partner)


class Partner(NamedTuple):
    """The other half of an episode, or the files that it may be among.

    `fault`: why the sound that a book brings along cannot be played.
    """

    path: Path | None
    candidates: tuple[Path, ...] = ()
    fault: ReaderError | None = None


class MissingPartner(NamedTuple):
    """A half of an episode that was not found: which, for which file, and what it may be."""

    is_recording: bool
    known: Path
    candidates: tuple[Path, ...]


def sorted_out(paths: Sequence[Path]) -> FilePair:
    """The first recording and the first transcript that are there, distinguished by content.

    Raises ReaderError where none of them can be read, or where all there is cannot be heard.
    """
    faults = {path: _fault(path) for path in paths}
    readable = [path for path in paths if faults[path] is None]
    if not readable:
        raise next(fault for fault in faults.values() if fault)
    recordings = [path for path in readable if _is_recording(path)]
    transcripts = [path for path in readable if path not in recordings]
    files = FilePair(next(iter(recordings), None), next(iter(transcripts), None))
    return files if transcripts else heard(files)


def checked(files: FilePair) -> FilePair:
    """The same files, if both can be read and the recording is one. Raises ReaderError."""
    for fault in map(_fault, filter(None, files)):
        if fault:
            raise fault
    path = files.recording
    if path is not None and not _is_recording(path):
        said = _IS_TRANSCRIPT if formats.is_transcript(path) else _NO_RECORDING
        raise ReaderError(said.filled(file=path.name), path=path)
    return files


def heard(files: FilePair) -> FilePair:
    """The same files, if there is sound in the recording. Raises ReaderError.

    Without PyAV nobody knows before it is played.
    """
    try:
        from reader.recording.sound_check import holds_sound
    except ImportError:
        return files
    path = files.recording
    if path is not None and not holds_sound(path):
        fault = message(
            "“{file}” is damaged or is not a recording: no sound was found in it.", file=path.name
        )
        raise ReaderError(fault, path=path)
    return files


def partner_of(files: FilePair, chosen: Path | None) -> Partner:
    """The missing half: what the reader chose before, else what lies beside the file."""
    from reader.library import pairing

    if files.is_whole:
        return Partner(None)
    if chosen is not None:
        return Partner(chosen)
    if files.transcript is not None:
        found = pairing.find_recording(files.transcript)
    else:
        assert files.recording is not None
        found = pairing.find_transcript(files.recording)
    return Partner(found.match, found.candidates)


def _is_recording(path: Path) -> bool:
    """By content first: a transcript that is named like a recording is none."""
    return formats.is_recording(path) and not formats.is_transcript(path)


def _fault(path: Path) -> ReaderError | None:
    """Why a file can't be read, in words for the reader."""
    try:
        with open_regular(path):
            return None
    except IsADirectoryError:
        fault = message("“{file}” is a folder, not a recording or a transcript.", file=path.name)
    except NotRegularFileError:
        fault = message("“{file}” is a pipe or a device, not a file.", file=path.name)
    except (FileNotFoundError, ValueError):  # with a NUL in it, or half a character
        return FileMissing(
            message("“{file}” was not found; was it moved or renamed?", file=path.name), path=path
        )
    except OSError as error:
        reason = system_reason(error) if error.strerror else message("unknown reason")
        fault = message("“{file}” can't be read: {reason}.", file=path.name, reason=reason)
    return ReaderError(fault, path=path)
