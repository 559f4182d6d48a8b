"""What plays next: connects the queue with its list, and with whatever puts episodes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.episode import Episode
from reader.library.play_queue import PlayQueue
from reader.session.reading_session import ReadingSession

if TYPE_CHECKING:
    from reader.library.shelf import ShelfEpisode
    from ui.library.library_page import LibraryPage
    from ui.library.queue_view import QueueView
    from ui.library.shelf_places import ShelfPlace

    Find = Callable[[str], ShelfEpisode | None]


class _Shown(NamedTuple):
    page: LibraryPage
    view: QueueView
    find: Find


class QueueController(QObject):
    """All wires of the queue; what begins to play leaves it."""

    changed = Signal()

    def __init__(self, session: ReadingSession, queue: PlayQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._queue = session, queue
        self._queued: tuple[Episode, ...] = ()
        self._to_play = ""  # the id of an episode that is being opened
        self._shown: _Shown | None = None
        queue.changed.connect(self._take_queue)
        queue.failed.connect(session.report_failure)
        session.episode_opened.connect(self._begin)

    def load(self) -> None:
        """Read what was queued before."""
        self._queue.load()

    def play_first(self) -> bool:
        """Open what comes next, and play it; False where nothing is queued."""
        if not self._queued:
            return False
        episode = self._queued[0]
        self._to_play = episode.id
        self._session.open(*episode.files)
        return True

    def show_on(self, page: LibraryPage, view: QueueView, find: Find) -> None:
        """Show the queue in its view of the page; `find` gives what the library has of an episode,
        by its id."""
        self._shown = _Shown(page, view, find)
        self._connect(page, view)
        self._show()

    @property
    def queued(self) -> Sequence[Episode]:
        """The queue, the next first."""
        return self._queued

    def show_again(self) -> None:
        """The library knows more of the episodes now."""
        self._show()

    def _connect(self, page: LibraryPage, view: QueueView) -> None:
        queue, requests = self._queue, page.requests
        requests.play_next.connect(self._play_next)
        requests.play_later.connect(self._play_later)
        page.place_requested.connect(self._go)
        view.list.remove_requested.connect(self._remove)
        view.list.move_requested.connect(lambda each, row: queue.move(each.id, row))
        view.list.field_requested.connect(page.field.setFocus)
        view.clear_requested.connect(self._clear)

    def _take_queue(self, queued: tuple[Episode, ...]) -> None:
        self._queued = queued
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        if self._shown is not None:
            from reader.library.shelf import ShelfEpisode

            page, view, find = self._shown
            page.set_numbers(queue=len(self._queued))
            view.set_queue(
                [find(each.id) or ShelfEpisode(each, each.opened_at) for each in self._queued]
            )

    def _go(self, place: ShelfPlace) -> None:
        from ui.library.shelf_places import PlaceKind

        if place.kind is PlaceKind.QUEUE and self._shown is not None:
            self._shown.page.show_page(self._shown.view)
            if not self._shown.view.focus_first():
                self._shown.page.sidebar.setFocus()

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

    def _begin(self, episode: Episode) -> None:
        wanted, self._to_play = self._to_play, ""
        if any(each.id == episode.id for each in self._queued):
            self._queue.remove([episode.id])
        if episode.id == wanted:
            self._session.transport.play()

    def _say(self, text: str) -> None:
        before = [each.id for each in self._queued]
        if self._shown is not None:
            self._shown.page.offer_undo(text, lambda: self._queue.put(before))
