"""What chosen files can show at once, before the library is asked about them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader import settings as prefs
from reader.file_pair import FilePair, sorted_out
from reader.jobs import Job
from reader.script import ReadingOptions, Script, read_script
from reader.settings import Settings


class FirstLook(NamedTuple):
    """The files told apart, and the transcript among them, if there is one."""

    files: FilePair
    script: Script | None

    @property
    def title(self) -> str:
        """What the transcript calls itself, else the files."""
        return (self.script and self.script.title) or self.files.title


def first_look(paths: Sequence[Path], options: ReadingOptions, job: Job) -> FirstLook:
    """Tell files apart and read what is to be read. Takes its time: not for the GUI thread.

    Raises ReaderError.
    """
    files = sorted_out([path.absolute() for path in paths])
    if files.transcript is None:
        return FirstLook(files, None)
    return FirstLook(files, script_in(files.transcript, options, job))


def script_in(path: Path, options: ReadingOptions, job: Job) -> Script:
    """The transcript in a file, read for a job that may be cancelled. Raises ReaderError."""
    return read_script(path, options, progress=job.report, is_cancelled=lambda: job.is_cancelled)


def reading_options(settings: Settings) -> ReadingOptions:
    """How the reader wants every file to be read."""
    is_on = settings.get
    views = frozenset(name for name, view in prefs.VIEWS.items() if is_on(view))
    return ReadingOptions(is_on(prefs.ARE_BLANKS_SHOWN), views)
