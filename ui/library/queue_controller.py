"""What plays next: connects the queue with its list, and with whatever puts episodes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode
from reader.library.play_queue import PlayQueue
from reader.library.shelf import ShelfEpisode
from reader.session.reading_session import ReadingSession
from ui.library.library_page import LibraryPage
from ui.library.queue_view import QueueView
from ui.library.shelf_places import PlaceKind, ShelfPlace
from ui.window.main_window import MainWindow

Find = Callable[[str], ShelfEpisode | None]


class QueueController(QObject):
    """All wires of the queue; what begins to play leaves it."""

    next_changed = Signal(object)  # Episode that would be played next, or None

    def __init__(
        self,
        session: ReadingSession,
        queue: PlayQueue,
        page: LibraryPage,
        view: QueueView,
        window: MainWindow,
        *,
        find: Find,
    ) -> None:
        """`find` gives what the library has of an episode, by its id."""
        super().__init__(window)
        self._session, self._queue, self._page, self._view = session, queue, page, view
        self._find, self._queued = find, tuple[Episode, ...]()
        self._connect(page, view)
        queue.load()

    @property
    def queued(self) -> Sequence[Episode]:
        """The queue, the next first."""
        return self._queued

    def show_again(self) -> None:
        """The library knows more of the episodes now."""
        self._view.set_queue([self._shelved(each) for each in self._queued])

    def _connect(self, page: LibraryPage, view: QueueView) -> None:
        queue, requests = self._queue, page.requests
        queue.changed.connect(self._show)
        queue.failed.connect(self._session.report_failure)
        requests.play_next.connect(self._play_next)
        requests.play_later.connect(self._play_later)
        page.place_requested.connect(self._go)
        view.list.remove_requested.connect(self._remove)
        view.list.move_requested.connect(lambda each, row: queue.move(each.id, row))
        view.list.field_requested.connect(page.field.setFocus)
        view.clear_requested.connect(self._clear)
        self._session.episode_opened.connect(self._take)

    def _show(self, queued: tuple[Episode, ...]) -> None:
        self._queued = queued
        self._page.set_numbers(queue=len(queued))
        self.show_again()
        self.next_changed.emit(queued[0] if queued else None)

    def _shelved(self, episode: Episode) -> ShelfEpisode:
        return self._find(episode.id) or ShelfEpisode(episode, episode.opened_at)

    def _go(self, place: ShelfPlace) -> None:
        if place.kind is PlaceKind.QUEUE:
            self._page.show_page(self._view)
            if not self._view.focus_first():
                self._page.sidebar.setFocus()

    # Requests

    def _play_next(self, each: ShelfEpisode) -> None:
        self._queue.play_next([each.id])
        self._say(self.tr("“{0}” plays next.").format(each.episode.title))

    def _play_later(self, each: ShelfEpisode) -> None:
        self._queue.play_later([each.id])
        self._say(self.tr("“{0}” plays later.").format(each.episode.title))

    def _remove(self, each: ShelfEpisode) -> None:
        self._say(self.tr("Taken off: {0}").format(each.episode.title))
        self._queue.remove([each.id])

    def _clear(self) -> None:
        self._say(self.tr("Nothing waits to be played any more."))
        self._queue.put([])

    def _take(self, episode: Episode) -> None:
        if any(each.id == episode.id for each in self._queued):
            self._queue.remove([episode.id])

    def _say(self, text: str) -> None:
        before = [each.id for each in self._queued]
        self._page.offer_undo(text, lambda: self._queue.put(before))
