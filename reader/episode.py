"""An episode: a recording, a transcript or both, and where its reader left off."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from reader.paths import is_book_sound
from reader.regular_file import is_regular

_PATIENCE = 10.0  # seconds: a disk that rests needs some to answer


class FormerKeys(NamedTuple):
    """The content keys that an episode's files had before others took their names."""

    recording: str
    transcript: str


class Names(NamedTuple):
    """What an episode is called; empty where it is not known.

    A date is "2024-01-12", or less exact "2024-01" or "2024".
    """

    title: str = ""
    show: str = ""
    date: str = ""

    @property
    def line(self) -> str:
        """Title and show, as they stand under a quote."""
        return " · ".join(filter(None, (self.title, self.show)))

    @property
    def source(self) -> str:
        """Show and date, as a citation names them after the title."""
        return ", ".join(filter(None, (self.show, self.date)))


NO_NAMES = Names()


@dataclass(frozen=True, slots=True)
class Episode:
    """What the library keeps of one episode. Times are milliseconds, moments are UTC.

    The keys are `content_key`s, by which a renamed or moved file is known again; empty if the
    file could not be read. `rate` is None until a place was remembered; `scroll` is an offset
    into the transcript's text. Where the library failed, `is_recorded` is false and `id` is new.
    Where the transcript held other content when it was opened last, `former` has what it held.
    `found` is what its files call it; where title, show or date differ, the listener chose them.
    One that is not `is_opened` was found in a watched folder only, at its `opened_at`; `added_at`
    is when it came into the library, None for one that was not written yet.
    """

    id: str
    title: str
    recording: Path | None
    transcript: Path | None
    opened_at: datetime
    updated_at: datetime
    recording_key: str = ""
    transcript_key: str = ""
    length: int = 0
    position: int = 0
    rate: float | None = None
    scroll: int = 0
    is_recorded: bool = True
    former: FormerKeys | None = None
    show: str = ""
    date: str = ""
    found: Names = NO_NAMES
    is_opened: bool = True
    added_at: datetime | None = None

    @property
    def names(self) -> Names:
        """What it is called: as found, or as the listener chose."""
        return Names(self.title, self.show, self.date)

    def called(self, names: Names) -> Episode:
        """The same, as its listener calls it; without a title it has the one that was found."""
        title = names.title or self.found.title or self.title
        return replace(self, title=title, show=names.show, date=names.date)

    def found_as(self, found: Names) -> Episode:
        """The same, as its files call it now; what the listener chose stays."""
        pairs = zip(self.names, self.found, found, strict=True)
        names = Names(*(now if mine == before else mine for mine, before, now in pairs))
        return replace(self, found=found).called(names)

    @property
    def is_other(self) -> bool:
        """Whether nothing of it is left: all its files hold other content than before."""
        former = self.former
        return former is not None and (
            not former.recording or former.recording != self.recording_key
        )

    @property
    def files(self) -> tuple[Path, ...]:
        """Its recording and its transcript, as far as it has them."""
        return tuple(file for file in (self.recording, self.transcript) if file is not None)

    @property
    def own_files(self) -> tuple[Path, ...]:
        """The same without the sound of a book, which Earmark makes again."""
        return tuple(file for file in self.files if not is_book_sound(file))

    @property
    def progress(self) -> float:
        """How much was heard, 0 to 1; 0 while the length is not known."""
        return min(1.0, self.position / self.length) if self.length else 0.0

    @property
    def left(self) -> int:
        """What is left to hear, at the speed it was heard at; 0 where it is not known."""
        return round(max(0, self.length - self.position) / (self.rate or 1.0))


def show_by_folder(files: Iterable[Path], folder: Path) -> str:
    """The show of an episode that names none: the folder of its first file within the watched
    `folder`, as many programs keep a folder for each show; empty where it lies in that itself."""
    file = next(iter(files), folder)
    return file.parent.name if folder in file.parent.parents else ""


def missing_files(episodes: Iterable[Episode]) -> frozenset[Path]:
    """The files of `episodes` that are not there, or on a disk that does not answer.

    Asks the disk: not for the GUI thread.
    """
    files = frozenset(file for episode in episodes for file in episode.own_files)
    by_folder: dict[Path, list[Path]] = {}
    for file in files:
        by_folder.setdefault(file.parent, []).append(file)
    there: set[Path] = set()

    def look(among: list[Path]) -> None:
        there.update(filter(is_regular, among))

    # One for each folder: behind a network that is gone, a look may take for ever.
    looks = [Thread(target=look, args=(each,), daemon=True) for each in by_folder.values()]
    for each in looks:
        each.start()
    end = time.monotonic() + _PATIENCE
    for each in looks:
        each.join(max(0.0, end - time.monotonic()))
    return files - there
