"""The episode that comes after the open one in the same folder, as a listener would sort them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader import formats
from reader.episode import Episode
from reader.errors import ReaderError
from reader.formats import TRANSCRIPT_SUFFIXES
from reader.formats.signatures import RECORDING_SUFFIXES
from reader.jobs import Job, JobThreads, Worker
from reader.library import pairing
from reader.library.file_pair import FilePair
from reader.natural_order import natural_key
from reader.paths import is_book_sound
from reader.regular_file import is_regular
from reader.store.library import Library


class NextWhy(Enum):
    """Why an episode is the next one."""

    QUEUE = "queue"  # the listener said so
    SHOW = "show"  # it came out after the open one
    FOLDER = "folder"  # it lies behind it


class NextEpisode(NamedTuple):
    """Its files, what it is called, and how much of it is left, in milliseconds; 0: not known.
    Where it is not begun, that is all of it. An empty show is not known."""

    files: FilePair
    title: str
    left: int = 0
    is_begun: bool = False
    why: NextWhy = NextWhy.FOLDER
    show: str = ""


class NextEpisodes(QObject):
    """Looks for it off the GUI thread; only the answer to the last question is given."""

    found = Signal(object)  # NextEpisode | None

    def __init__(self, library: Library, keeper: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._lookers = library.asked_by(keeper.ask), JobThreads(self)
        self._looking: Job | None = None

    def look_after(self, files: FilePair) -> None:
        """Find what comes after these files."""
        self.stop()
        library = self._library
        self._looking = self._lookers.run(lambda _: _found(files, library), self.found.emit)

    def stop(self) -> None:
        """Nobody waits for it any more."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None


def next_files(files: FilePair) -> FilePair | None:
    """The next recording in the folder of the open one, in natural order, with its transcript;
    for a text without a recording the next transcript. None after the last.

    Looks at the disk: not for the GUI thread. Never raises.
    """
    recording = files.recording
    if recording is not None and is_book_sound(recording):
        recording = None  # others lie beside the book
    here = recording or files.transcript
    if here is None:
        return None
    is_recording = recording is not None
    suffixes = RECORDING_SUFFIXES if is_recording else TRANSCRIPT_SUFFIXES
    for path in _after(here, _named(here.parent, suffixes)):
        if is_recording:
            return FilePair(path, pairing.find_transcript(path).match)
        if formats.is_transcript(path):
            return FilePair(pairing.find_recording(path).match, path)
    return None


def _after(here: Path, paths: Iterable[Path]) -> list[Path]:
    """Those that sort behind it; another form of the same episode has the same name."""
    key = natural_key(here.stem)
    later = [path for path in paths if natural_key(path.stem) > key]
    return sorted(later, key=lambda path: (natural_key(path.stem), path.name))


def _named(folder: Path, suffixes: Iterable[str]) -> list[Path]:
    try:
        visible = [path for path in folder.iterdir() if not path.name.startswith(".")]
        return [path for path in visible if path.suffix.lower() in suffixes and is_regular(path)]
    except (OSError, ValueError):
        return []


def _found(files: FilePair, library: Library) -> NextEpisode | None:
    """What is queued, else the next of the show, else the next in the folder."""
    open_one = _known(library, files)
    for why, find in ((NextWhy.QUEUE, library.first_queued), (NextWhy.SHOW, library.next_of_show)):
        episode = _asked(find, open_one.id if open_one else "")
        if episode is not None and all(map(is_regular, episode.own_files)):
            pair = FilePair(episode.recording, episode.transcript)
            return _next(library, episode, pair, why)
    following = next_files(files)
    if following is None:
        return None
    known = _known(library, following)
    if known is None:
        return NextEpisode(following, following.title)
    return _next(library, known, following, NextWhy.FOLDER)


def _next(library: Library, episode: Episode, files: FilePair, why: NextWhy) -> NextEpisode:
    is_begun, title = episode.position > 0, episode.title or files.title
    left = episode.left if is_begun else episode.length
    return NextEpisode(files, title, left, is_begun, why, _show(library, episode))


def _show(library: Library, episode: Episode) -> str:
    try:
        return library.show_of(episode)
    except ReaderError:
        return episode.show


def _asked(find: Callable[[str], Episode | None], episode_id: str) -> Episode | None:
    try:
        return find(episode_id)
    except ReaderError:
        return None


def _known(library: Library, files: FilePair) -> Episode | None:
    try:
        return library.known_episode(*files) if any(files) else None
    except ReaderError:
        return None
