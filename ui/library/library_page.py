"""The first page: what was begun, shows and episodes, and one field that finds every word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QIcon, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.library.shelf import ShelfEpisode, ShelfOrder, WatchedFolder, total_length
from ui.library.library_empty import LibraryEmpty
from ui.library.library_field import LibraryField
from ui.library.library_sidebar import LibrarySidebar, sidebar_ground
from ui.library.queue_view import QueueView
from ui.library.scan_foot import ScanFoot
from ui.library.search_view import SearchView
from ui.library.shelf_body import ShelfBody
from ui.library.shelf_paint import ShelfLook
from ui.library.shelf_places import (
    EVERYWHERE,
    PlaceKind,
    ShelfPlace,
    folder_places,
    show_places,
)
from ui.library.shelf_requests import ShelfRequests
from ui.library.undo_bar import UndoBar
from ui.widgets.focus import ShortcutGuard, has_focus_within

WIDE = 900  # px from which places stand beside the page
_SIDEBAR = 240
_MARGIN, _SMALL_MARGIN, _NARROW = 32, 16, 620
_WIDEST = 1_240  # px of what is listed: beyond, a title and its length lie too far apart
_FEW = 3  # shows and folders below which no sidebar is needed


SubPage = SearchView | QueueView


class LibraryPage(QWidget):
    """Sidebar, field, and under it the shelf, what was found, or how to begin."""

    place_requested = Signal(object)  # ShelfPlace that is not listed here: notes, watching, details
    unwatch_requested = Signal(object)  # Path
    scan_requested = Signal()
    back_requested = Signal()  # to the episode that is open
    open_requested = Signal()
    sample_requested = Signal()
    restore_requested = Signal(object)  # ShelfEpisode, after all not to be forgotten
    look_changed = Signal(object, bool)  # ShelfOrder, whether covers are shown
    left_place = Signal()  # another page of this one came in view

    def __init__(self, mark: QIcon, look: ShelfLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self, self._takes_back)
        self.requests = ShelfRequests(self)
        self.field = LibraryField()
        self.sidebar = LibrarySidebar(look)
        self.foot = ScanFoot()
        self.body = ShelfBody(self.requests, look)
        self._empty, self._unread = LibraryEmpty(mark), QWidget()
        self._open = QPushButton()
        self._undo_bar = UndoBar()
        self._pages = QStackedWidget()
        self._episodes: Sequence[ShelfEpisode] = ()
        self._folders: Sequence[WatchedFolder] = ()
        self._removed: list[ShelfEpisode] = []
        self._returning = ""  # the id of an episode that comes back, and the keyboard with it
        self._subpages: list[SubPage] = []
        self._numbers = {PlaceKind.QUEUE: 0, PlaceKind.NOTES: 0}
        self._is_known = False  # what the library has: it takes a moment to answer
        self._is_field_asked = False  # by the listener, who is about to type
        self._lay_out()
        self._connect()
        self.set_look(look)
        self._show_state()

    # What is shown

    def set_shelf(
        self,
        episodes: Sequence[ShelfEpisode],
        folders: Sequence[WatchedFolder] = (),
        scanned_at: datetime | None = None,
    ) -> None:
        """List these; the episode that the keyboard is on keeps it."""
        is_waiting = self._is_waiting
        self._is_known = True
        self._episodes, self._folders = episodes, folders
        self.foot.set_scanned(scanned_at, datetime.now(UTC))
        self._show_episodes()
        if is_waiting:
            self.focus_first()

    def set_progress(self, progress: tuple[int, int] | None) -> None:
        """How many of how many files of the folders were looked at; None: they are not read."""
        self.foot.set_progress(progress)
        self.body.set_scanning(is_scanning=progress is not None)

    def set_numbers(self, *, queue: int | None = None, notes: int | None = None) -> None:
        """How many episodes play next, and how many notes there are."""
        for kind, number in ((PlaceKind.QUEUE, queue), (PlaceKind.NOTES, notes)):
            if number is not None:
                self._numbers[kind] = number
        self._show_places()

    def set_look(self, look: ShelfLook) -> None:
        """Take on other colours, icons and covers."""
        self.field.set_icons(look.icons)
        self.sidebar.set_look(look)
        self.foot.set_icons(look.icons)
        self.body.set_look(look)
        self._empty.set_icons(look.icons, look.theme.accent_ink)
        self._open.setIcon(look.icons.icon("open"))

    def set_order(self, order: ShelfOrder, *, is_covers: bool) -> None:
        """As it was chosen the last time."""
        self.body.set_order(order, is_covers=is_covers)

    def add_page(self, page: SubPage) -> None:
        """Give another view of the library its place under the field."""
        self._pages.addWidget(page)
        self._subpages.append(page)

    def show_page(self, page: SubPage) -> None:
        """Show one that was added."""
        self._pages.setCurrentWidget(page)
        self._fit()

    def show_shelf(self) -> None:
        """Show the episodes again, or how to begin."""
        self._show_state()

    def offer_undo(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done; `undo` takes it back, also by Ctrl+Z."""
        self._removed.clear()
        self._undo_bar.offer(text, undo)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list, and nothing from which something may come."""
        return self._is_known and not self._episodes and not self._folders

    def focus_first(self) -> None:
        """Put the keyboard where one begins: what was begun, else the list, else a button."""
        page = self._pages.currentWidget()
        if page is self._empty:
            self._empty.focus_first()
        elif page is self.body:
            if not self.body.focus_first():
                self.field.setFocus()
        else:
            shown = next((each for each in self._subpages if each is page), None)
            if shown is None or not shown.focus_first():
                self.field.setFocus()

    def focus_field(self) -> None:
        """Be ready to be typed in; what is listed later does not take the keyboard away.

        Where there is nothing to search, the first way to begin has it.
        """
        self._is_field_asked = True
        if self._empty.isVisible():
            self._empty.focus_first()
            return
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z brings back what was removed; Esc leads back to what is open."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._undo_bar.undo()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Offer Undo no longer."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._removed.clear()
            self._undo_bar.withdraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar where there is room, and lines that are not too long."""
        super().resizeEvent(event)
        self._fit()

    # Building

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Library"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._open.setMinimumHeight(40)
        self._open.setIconSize(QSize(20, 20))
        self._open.setAccessibleName(self.tr("Open…"))
        self._open.setToolTip(self.tr("Open a recording or a transcript (Ctrl+O)"))
        self._beside = QWidget()
        self._beside.setObjectName("library-sidebar")
        self._beside.setFixedWidth(_SIDEBAR)
        sidebar_ground(self._beside)
        lines = self._beside_lines = QVBoxLayout(self._beside)
        lines.setContentsMargins(12, 16, 12, 12)
        lines.addWidget(self.sidebar, 1)
        lines.addWidget(self.foot)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self.field, 1)
        self._head.addWidget(self._open)
        column = self._column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._pages, 1)
        self._pages.setMinimumHeight(1)  # in a low window, the field above keeps its height
        self._undo_row = QHBoxLayout()
        self._undo_row.addWidget(self._undo_bar)
        column.addLayout(self._undo_row)
        for page in (self.body, self._empty, self._unread):
            self._pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._beside)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self._open.clicked.connect(self.open_requested)
        self._empty.open_requested.connect(self.open_requested)
        self._empty.sample_requested.connect(self.sample_requested)
        self._empty.watch_requested.connect(
            lambda: self.place_requested.emit(ShelfPlace(PlaceKind.WATCH))
        )
        self.sidebar.place_chosen.connect(self._go)
        self.body.place_chosen.connect(self._go)
        self.sidebar.unwatch_requested.connect(self.unwatch_requested)
        self.sidebar.scan_requested.connect(self.scan_requested)
        self.body.field_requested.connect(self.field.setFocus)
        self.body.look_changed.connect(self.look_changed)
        self.field.list_requested.connect(self.focus_first)
        self.requests.forget.connect(self._forget)

    # Its own work

    def _takes_back(self, event: QKeyEvent) -> bool:
        """What is offered here comes before what the window would undo, unseen."""
        is_undo = event.matches(QKeySequence.StandardKey.Undo)
        return is_undo and not self._undo_bar.isHidden()

    def _fit(self) -> None:
        is_empty = self._pages.currentWidget() is self._empty
        places = len(self.body.shows) + len(self._folders)
        is_wide = self.width() >= WIDE and places >= _FEW and not is_empty
        self._beside.setVisible(is_wide)
        self.body.set_places_shown(is_shown=not is_wide)
        self._place_foot(is_beside=is_wide)
        room = self.width() - (_SIDEBAR if is_wide else 0)
        margin = _MARGIN if room >= _NARROW else _SMALL_MARGIN
        side = max(margin, (room - _WIDEST) // 2)
        self._head.setContentsMargins(side, 16 if room >= _NARROW else 12, side, 4)
        self._undo_row.setContentsMargins(side, 0, side, 0)
        self.body.set_room(room, side)
        for page in self._subpages:
            page.set_room(room, side)
        is_small = room < 480
        self._open.setText("" if is_small else self.tr("Open…"))
        if self._open.property("narrow") != is_small:
            self._open.setProperty("narrow", is_small)
            self.style().unpolish(self._open)  # the style sheet looks at properties then alone
            self.style().polish(self._open)
        self.field.setVisible(not is_empty)
        is_searching = isinstance(self._pages.currentWidget(), SearchView)
        self._open.setVisible(not (is_empty or is_searching))

    @property
    def _is_waiting(self) -> bool:
        """Whether the keyboard is here only because there was nothing better for it."""
        is_free = not self._is_known and not self._is_field_asked
        # Also while another window is active: this one may come to the front later.
        is_there = self.window().focusWidget() is self.field
        is_in_field = is_free and is_there and not self.field.text()
        return is_in_field or (self._empty.isVisible() and has_focus_within(self._empty))

    def _place_foot(self, *, is_beside: bool) -> None:
        """Under the sidebar, or at the end of the list."""
        lines = self._beside_lines if is_beside else self.body.foot_lines
        if self.foot.parentWidget() is not lines.parentWidget():
            lines.addWidget(self.foot)
            self.foot.show()

    def _show_episodes(self) -> None:
        gone = {each.id for each in self._removed}
        shown = [each for each in self._episodes if each.id not in gone]
        self.foot.set_size(len(shown), total_length(shown))
        self.body.set_episodes(shown, is_known=self._is_known, folders=self._folders)
        self._show_places()
        if self._pages.currentWidget() in {self.body, self._empty, self._unread}:
            self._show_state()
        if self._returning in {each.id for each in shown}:
            QTimer.singleShot(0, self, partial(self.body.go_to, self._returning))
            self._returning = ""

    def _show_places(self) -> None:
        shown = len(self.body.all_episodes)
        places = [
            EVERYWHERE._replace(number=shown),
            ShelfPlace(PlaceKind.QUEUE, number=self._numbers[PlaceKind.QUEUE]),
            ShelfPlace(PlaceKind.NOTES, number=self._numbers[PlaceKind.NOTES]),
            *show_places(self.body.all_episodes),
            *folder_places(self._folders),
            ShelfPlace(PlaceKind.WATCH),
        ]
        self.sidebar.set_places(places)
        self.body.set_places(places, self.sidebar.places.name)
        self._fit()

    def _show_state(self) -> None:
        """Until the library has answered there is nothing to order, to narrow or to go to."""
        is_empty = self.is_empty and not self._removed
        known = self._empty if is_empty else self.body
        self._pages.setCurrentWidget(known if self._is_known else self._unread)
        self._fit()

    def _go(self, place: ShelfPlace) -> None:
        if place.kind in {PlaceKind.ALL, PlaceKind.SHOW, PlaceKind.FOLDER}:
            self.sidebar.show_chosen(place)
            self.body.show_place(place)
            self.left_place.emit()
            self._show_state()
            return
        if place.kind is PlaceKind.QUEUE:
            self.sidebar.show_chosen(place)
        self.place_requested.emit(place)

    def _forget(self, each: ShelfEpisode) -> None:
        self._removed.append(each)
        self._show_episodes()
        titles = [each.episode.title for each in self._removed]
        text = self.tr("Removed from the library: {title}").format(title=titles[0])
        if len(titles) > 1:
            text = self.tr("Removed from the library: %n episode(s)", "", len(titles))
        self._undo_bar.offer(text, self._put_back)
        if not self.body.listed:
            self._undo_bar.setFocus()

    def _put_back(self) -> None:
        back, self._removed = self._removed, []
        self._returning = back[-1].id if back else ""
        for each in back:
            self.restore_requested.emit(each)
        self._show_episodes()

    def sizeHint(self) -> QSize:
        """It takes what there is."""
        return QSize(1000, 700)

    def minimumSizeHint(self) -> QSize:
        """As narrow as a window may be."""
        return QSize(320, 240)

    @property
    def cover_views(self) -> tuple[QAbstractItemView, ...]:
        """The lists with covers in them."""
        return self.body.list, self.body.shelf, self.sidebar
