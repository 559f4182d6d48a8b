"""The library page: connects what the library has with the lists that show it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader import settings as prefs
from reader.library.library_shelf import LibraryShelf, Shelf
from reader.library.shelf import Heard, ShelfEpisode, ShelfOrder
from reader.session.reading_session import ReadingSession
from ui.library.library_page import LibraryPage
from ui.library.shelf_places import PlaceKind, ShelfPlace
from ui.widgets.file_dialogs import FileDialogs
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow


class ShelfController(QObject):
    """All wires of the page but those of searching, of the queue and of folders."""

    rename_requested = Signal(object)  # Episode
    listed = Signal(object)  # Shelf, as the page shows it now

    def __init__(
        self,
        session: ReadingSession,
        shelf: LibraryShelf,
        page: LibraryPage,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._shelf, self._page, self._window = session, shelf, page, window
        self._dialogs = FileDialogs(window, session.settings)
        self._notice = SingleMessage(window.message_bar)  # of an episode that is not connected
        self._away = ""  # its id
        self._to_play: str | None = None  # the id of an episode that is being opened
        self.shelf = Shelf()
        self._connect_page()
        self._connect_requests()
        self._connect_facts()
        order = ShelfOrder(session.settings.get(prefs.LIBRARY_ORDER))
        page.set_order(order, is_covers=session.settings.get(prefs.ARE_COVERS_SHOWN))
        shelf.load()

    def find(self, episode_id: str) -> ShelfEpisode | None:
        """What the library has of an episode, as it was read last."""
        return next((each for each in self.shelf.episodes if each.id == episode_id), None)

    def open(self, each: ShelfEpisode, *, is_played: bool = False) -> bool:
        """Open an episode, and play it if asked for; False where its disk is away."""
        self._notice.withdraw()
        if each.is_unplugged:
            self._report_unplugged(each)
            return False
        self._to_play = each.id if is_played else None
        if self._is_open(each):
            self._window.show_reading(self._session.title)
            self._play_if_wanted()
        else:
            self._session.open(*each.episode.files)
        return True

    def look_again(self) -> None:
        """Something in the library has changed: read it again, if it is seen."""
        if self._page.isVisible():
            self._shelf.load()

    # The wires

    def _connect_page(self) -> None:
        page, commands = self._page, self._window.commands
        page.open_requested.connect(commands["open"].trigger)
        page.sample_requested.connect(commands["sample"].trigger)
        page.place_requested.connect(self._go)
        page.back_requested.connect(self._go_back)
        page.restore_requested.connect(lambda each: self._shelf.restore([each.episode]))
        page.look_changed.connect(self._remember_look)

    def _connect_requests(self) -> None:
        requests = self._page.requests
        requests.open.connect(self.open)
        requests.play.connect(lambda each: self.open(each, is_played=True))
        requests.rename.connect(lambda each: self.rename_requested.emit(each.episode))
        requests.mark.connect(self._mark)
        requests.forget.connect(lambda each: self._shelf.forget([each.episode]))
        requests.show_in_folder.connect(self._show_in_folder)
        requests.choose_transcript.connect(self._choose_transcript)
        requests.choose_recording.connect(self._choose_recording)

    def _connect_facts(self) -> None:
        session, shelf = self._session, self._shelf
        shelf.changed.connect(self._show)
        shelf.failed.connect(session.report_failure)
        session.episode_opened.connect(self._play_if_wanted)
        session.failed.connect(self._forget_request)
        # What is heard and kept meanwhile is seen when one comes back to the page.
        session.recent.changed.connect(lambda _: self.look_again())
        self._window.page_changed.connect(self.look_again)

    # What is shown

    def _show(self, shelf: Shelf) -> None:
        self.shelf = shelf
        back = self.find(self._away)
        if back is not None and not back.is_unplugged:
            self._notice.withdraw()
        self._page.set_shelf(shelf.episodes, shelf.folders, shelf.scanned_at)
        self._page.set_numbers(notes=sum(each.notes for each in shelf.episodes))
        self.listed.emit(shelf)

    def _remember_look(self, order: ShelfOrder, is_covers: bool) -> None:
        self._session.settings.set(prefs.LIBRARY_ORDER, order.value)
        self._session.settings.set(prefs.ARE_COVERS_SHOWN, is_covers)

    # Requests

    def _go(self, place: ShelfPlace) -> None:
        if place.kind is PlaceKind.NOTES:
            self._window.commands["all_notes"].trigger()

    def _go_back(self) -> None:
        if any(self._session.files):
            self._window.show_reading(self._session.title)

    def _is_open(self, each: ShelfEpisode) -> bool:
        episode = self._session.episode
        return episode is not None and episode.id == each.id and any(self._session.files)

    def _play_if_wanted(self) -> None:
        episode, wanted = self._session.episode, self._to_play
        self._to_play = None
        if episode is not None and episode.id == wanted:
            self._session.transport.play()

    def _forget_request(self) -> None:
        self._to_play = None

    def _mark(self, each: ShelfEpisode) -> None:
        self._shelf.set_finished([each.id], each.heard is not Heard.FINISHED)

    def _show_in_folder(self, each: ShelfEpisode) -> None:
        file = each.episode.recording or each.episode.transcript
        if file is not None:
            self._dialogs.show_in_folder(file)

    def _choose_transcript(self, each: ShelfEpisode) -> None:
        recording = each.episode.recording
        if recording is not None:
            self._dialogs.ask_for_transcript(recording, self._opening(recording))

    def _choose_recording(self, each: ShelfEpisode) -> None:
        transcript = each.episode.transcript
        if transcript is not None:
            self._dialogs.ask_for_recording(transcript, self._opening(transcript))

    def _opening(self, half: Path) -> Callable[[Path], None]:
        """Opened together, they are one episode from then on."""
        return lambda other: self._session.open(half, other)

    def _report_unplugged(self, each: ShelfEpisode) -> None:
        place = each.folder.name if each.folder is not None else ""
        text = self.tr("“{0}” lies in “{1}”, which is not connected.")
        again = MessageAction(self.tr("Try Again"), self._page.scan_requested.emit)
        self._away = each.id
        self._notice.report(MessageKind.WARNING, text.format(each.episode.title, place), again)
