"""Notes that Earmark runs and what is open, so that the next start knows how the last one ended."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from reader.private_files import make_own_folder, make_private_file
from reader.regular_file import read_regular

_LARGEST = 4_000_000  # bytes
_BETWEEN = b"\0"  # the one character that no path has


class Crash(NamedTuple):
    """A run that did not end by itself."""

    files: tuple[Path, ...]  # what was open
    trace: str  # what Python could still write down; empty after a kill or a power cut


class CrashWatch:
    """Begins with the program; `end` says that it ended as it should.

    Faults of the folder are no faults of the program: without it, it only notices less.
    """

    def __init__(self, folder: Path) -> None:
        self._mark, self._trace = folder / "running", folder / "crash.log"
        self._file: IO[str] | None = None
        self.crash = self._read_crash()
        with suppress(OSError):
            make_own_folder(folder)
            for each in (self._mark, self._trace):
                make_private_file(each)
            self._file = self._trace.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
            self.note_open(())

    def note_open(self, files: Iterable[Path]) -> None:
        """What would have to be opened again."""
        with suppress(OSError):
            self._mark.write_bytes(_BETWEEN.join(os.fsencode(each.absolute()) for each in files))

    def end(self) -> None:
        """From now on there is nothing to report."""
        with suppress(OSError):
            self._mark.unlink(missing_ok=True)
        if self._file is not None:
            faulthandler.disable()
            self._file.close()

    def _read_crash(self) -> Crash | None:
        try:
            names = read_regular(self._mark, _LARGEST).split(_BETWEEN)
        except OSError:
            return None
        trace = ""
        with suppress(OSError):
            trace = read_regular(self._trace, _LARGEST).decode(errors="replace")
        return Crash(tuple(Path(os.fsdecode(name)) for name in names if name), trace)
