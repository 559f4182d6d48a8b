"""Opens the episode that a link names, at its moment."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode, missing_files
from reader.errors import LinkError
from reader.jobs import JobThreads, Worker
from reader.library.links import EpisodeLink, link_in
from reader.session.reading_session import ReadingSession
from reader.store.library import Library


class LinkOpener(QObject):
    """Finds an episode in the library by the content of its files, and plays it from there."""

    arrived = Signal(int)  # at a time, in ms
    missing = Signal(object, object)  # EpisodeLink; Episode whose files are gone, or None: unknown
    mistaken = Signal(object)  # EpisodeLink: what was chosen for it is something else
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        session: ReadingSession,
        library: Library,
        keeper: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._library = session, library
        self._keeper, self._lookers = keeper, JobThreads(self)
        self._wanted: EpisodeLink | None = None  # whose files are being opened
        session.episode_opened.connect(self._arrive)
        session.failed.connect(self._give_up)

    def open(self, text: str) -> None:
        """Follow a link; what is not a link is reported."""
        try:
            link = link_in(text)
        except LinkError as error:
            self.failed.emit(error)
            return
        if self._session.episode is not None and _names(link, self._session.episode):
            self._go(link)
            return
        self._lookers.run(
            lambda _: self._find(link), partial(self._open_found, link), self.failed.emit
        )

    def open_with(self, link: EpisodeLink, *files: Path) -> None:
        """Follow a link with files that the listener chose for it."""
        self._wanted = link
        self._session.open(*files)

    def _find(self, link: EpisodeLink) -> tuple[Episode | None, list[Path]]:
        """The episode, and those of its files that are there."""
        found = self._keeper.ask(lambda: self._library.find(link.recording, link.transcript))
        if found is None:
            return None, []
        missing = missing_files([found])
        return found, [file for file in found.files if file not in missing]

    def _open_found(self, link: EpisodeLink, found: tuple[Episode | None, list[Path]]) -> None:
        episode, files = found
        if files:
            self.open_with(link, *files)
        else:
            self.missing.emit(link, episode)

    def _arrive(self, episode: Episode) -> None:
        link, self._wanted = self._wanted, None
        if link is None:
            return
        if not _means(link, episode):
            self.mistaken.emit(link)
        self._go(link)

    def _give_up(self) -> None:
        self._wanted = None

    def _go(self, link: EpisodeLink) -> None:
        if link.time is None:
            return
        if self._session.recording is not None:
            self._session.navigator.play_at(link.time)
        self.arrived.emit(link.time)


def _names(link: EpisodeLink, episode: Episode) -> bool:
    """Whether the link is about this recording; where it names none, about this transcript."""
    if link.recording:
        return link.recording == episode.recording_key
    return link.transcript == episode.transcript_key


def _means(link: EpisodeLink, episode: Episode) -> bool:
    """Whether an episode opened for the link is the right one, as far as is known."""
    is_half = not episode.recording_key and link.transcript == episode.transcript_key
    return is_half or _names(link, episode)
