"""What the library page lists: what was begun, then all episodes of a place, in an order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.library.shelf import (
    ShelfEpisode,
    ShelfFilter,
    ShelfOrder,
    ShelfView,
    WatchedFolder,
    continued,
    counts,
    listed,
    place_of,
    shows,
)
from ui.appearance.icons import SIZE
from ui.appearance.theme import SERIF, text_font
from ui.library.shelf_list import ContinueShelf, ShelfList
from ui.library.shelf_paint import ShelfLook
from ui.library.shelf_places import EVERYWHERE, PlaceKind, ShelfPlace
from ui.library.shelf_requests import ShelfRequests
from ui.widgets.choice_box import ChoiceBox, QuietBox
from ui.widgets.flow_layout import FlowLayout

_SMALL = 620  # px below which filters are a field for choices
_WIDEST_BOX = 320  # px
_INSET = 12  # px by which the ground of a row reaches beyond its text


class ShelfBody(QScrollArea):
    """Scrolls as a whole; the keyboard goes from the field to what was begun and to the list."""

    place_chosen = Signal(object)  # ShelfPlace, from the field for choices
    field_requested = Signal()
    look_changed = Signal(object, bool)  # ShelfOrder, whether covers are shown

    def __init__(self, requests: ShelfRequests, look: ShelfLook) -> None:
        super().__init__()
        self.list = ShelfList(requests, look)
        self.shelf = ContinueShelf(requests, look)
        self.all_episodes: Sequence[ShelfEpisode] = ()
        self.shows: Sequence[str] = ()
        self._view = ShelfView()
        self._place = EVERYWHERE
        self._folders: Sequence[WatchedFolder] = ()
        self._is_known, self._is_wide = False, True
        self._is_scanning = False
        self._side = 32  # px of margin on either side
        self._continue, self._title = QLabel(self.tr("Continue")), QLabel()
        self._places, self._filters, self._orders = ChoiceBox(), ChoiceBox(), QuietBox(_WIDEST_BOX)
        self._chips = {which: QToolButton() for which in ShelfFilter}
        self._as_list, self._as_covers = QToolButton(), QToolButton()
        self._hint, self._nothing = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._show_all = QPushButton(self.tr("Show All"))
        self.foot_lines = QVBoxLayout()
        self._lay_out()
        self._name_controls()
        self._connect()

    # What is shown

    @property
    def listed(self) -> Sequence[ShelfEpisode]:
        """Those on show, in their order."""
        return self.list.episodes.episodes

    def set_episodes(
        self,
        episodes: Sequence[ShelfEpisode],
        *,
        is_known: bool,
        folders: Sequence[WatchedFolder] = (),
    ) -> None:
        """All that the library has."""
        self.all_episodes, self._is_known, self._folders = episodes, is_known, folders
        self.shows = [each.name for each in shows(episodes)]
        self._show()

    def set_scanning(self, *, is_scanning: bool) -> None:
        """Whether folders are being read: what is not there yet may come."""
        if is_scanning != self._is_scanning:
            self._is_scanning = is_scanning
            self._nothing.setText(self._nothing_text())

    def set_places(
        self, places: Sequence[ShelfPlace], name_of: Callable[[ShelfPlace], str]
    ) -> None:
        """Where one can go, for when there is no sidebar."""
        with QSignalBlocker(self._places):
            self._places.clear()
            for each in [*places, ShelfPlace(PlaceKind.DETAILS)]:
                number = f" {each.number}" if each.number else ""
                self._places.addItem(f"{name_of(each)}{number}", each)
        self._show_place_row()
        self._title.setText(name_of(self._place))

    def show_place(self, place: ShelfPlace) -> None:
        """List the episodes of a place, from the first on."""
        show = place.name if place.kind is PlaceKind.SHOW else ""
        self._place = place
        self._view = self._view._replace(show=show, folder=place.folder, filter=ShelfFilter.ALL)
        self._show_place_row()
        self._title.setText(place.name or self.tr("All Episodes"))
        self._show()
        self.verticalScrollBar().setValue(0)

    def set_order(self, order: ShelfOrder, *, is_covers: bool) -> None:
        """What comes first, and whether covers are shown; nothing is emitted."""
        self._view = self._view._replace(order=order)
        with QSignalBlocker(self._orders):
            self._orders.setCurrentIndex(max(0, self._orders.findData(order)))
        (self._as_covers if is_covers else self._as_list).setChecked(True)
        self.list.set_covers(is_covers=is_covers)
        self._show()

    def set_look(self, look: ShelfLook) -> None:
        """Take on other colours, icons and covers."""
        self.list.set_look(look)
        self.shelf.set_look(look)
        self._as_list.setIcon(look.icons.icon("list"))
        self._as_covers.setIcon(look.icons.icon("grid"))

    def set_places_shown(self, *, is_shown: bool) -> None:
        """Whether places are chosen here; else the sidebar has them."""
        self._places.setVisible(is_shown)
        self._title.setVisible(not is_shown)

    def set_room(self, width: int, side: int) -> None:
        """How wide all of it is, and how much of that is margin on either side."""
        self._is_wide = width >= _SMALL
        self._side = side
        self._fit_margins()
        length = 9 if self._is_wide else 3
        for box in (self._places, self._filters):
            box.setMinimumContentsLength(length)
        self._orders.setMaximumWidth(_WIDEST_BOX if self._is_wide else 3 * width // 10)
        self.shelf.fit(width)
        self._show_filters()

    def focus_first(self) -> bool:
        """Put the keyboard on what was begun last, else on the list; False where both are empty."""
        if self.shelf.isVisibleTo(self):
            self.shelf.setFocus()
        elif self.listed:
            self.list.setFocus()
        else:
            return False
        return True

    def go_to(self, episode_id: str) -> None:
        """Put the keyboard on an episode of the list."""
        row = self.list.episodes.row_of(episode_id)
        if row is not None:
            self.list.setFocus()
            self.list.go_to(row)

    # Building

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content = QWidget()
        content.setAutoFillBackground(False)
        column = self._column = QVBoxLayout(content)
        column.setSpacing(0)
        size = self.font().pointSizeF()
        for heading in (self._continue, self._title):
            heading.setFont(text_font(SERIF, size * 1.8))
            heading.setContentsMargins(_INSET, 12, _INSET, 6)
            heading.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._hint, self._nothing):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.setContentsMargins(_INSET, 8, _INSET, 8)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setContentsMargins(_INSET, 32, _INSET, 12)
        column.addWidget(self._continue)
        column.addWidget(self.shelf)
        column.addLayout(self._heading_row())
        column.addWidget(self._chip_row())
        column.addWidget(self._hint)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        column.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        foot = QWidget()
        foot.setLayout(self.foot_lines)
        self.foot_lines.setContentsMargins(_INSET - 8, 16, _INSET, 0)  # the foot itself leaves 8
        column.addWidget(foot)
        self.setWidget(content)

    def _heading_row(self) -> QHBoxLayout:
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 12, _INSET, 4)
        self._head.setSpacing(6)
        self._orders.setMinimumWidth(64)
        for box in (self._places, self._filters):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(9)
            box.setMinimumWidth(86)  # cut, rather than wider than the page
        places = QHBoxLayout()
        places.setContentsMargins(_INSET, 0, 0, 0)
        places.setSpacing(6)
        self._places.setMaximumWidth(_WIDEST_BOX)
        places.addWidget(self._places, 2)
        places.addWidget(self._filters, 1)
        places.addStretch(0)
        self._head.addWidget(self._title)
        self._head.addLayout(places, 1)
        self._head.addWidget(self._orders)
        group = QButtonGroup(self)
        for button in (self._as_list, self._as_covers):
            button.setCheckable(True)
            button.setIconSize(QSize(SIZE, SIZE))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            group.addButton(button)
            self._head.addWidget(button)
        self._as_list.setChecked(True)
        return self._head

    def _chip_row(self) -> QWidget:
        self._chip_box = QWidget()
        flow = FlowLayout(self._chip_box, spacing=4)
        flow.setContentsMargins(_INSET - 12, 0, 0, 8)
        group = QButtonGroup(self)
        for button in self._chips.values():
            button.setCheckable(True)
            button.setProperty("pill", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            group.addButton(button)
            flow.addWidget(button)
        self._chips[ShelfFilter.ALL].setChecked(True)
        return self._chip_box

    def _name_controls(self) -> None:
        for text, order in (
            (self.tr("Newest first"), ShelfOrder.NEWEST),
            (self.tr("By title"), ShelfOrder.TITLE),
            (self.tr("Last heard first"), ShelfOrder.LAST_HEARD),
            (self.tr("Longest first"), ShelfOrder.LENGTH),
        ):
            self._orders.addItem(text, order)
        self._orders.setAccessibleName(self.tr("Order"))
        self._orders.setToolTip(self.tr("What comes first"))
        self._places.setAccessibleName(self.tr("Place in the library"))
        self._places.setToolTip(self.tr("All episodes, a show or a folder"))
        self._filters.setAccessibleName(self.tr("Which episodes"))
        self._filters.setToolTip(self.tr("Show only some of the episodes"))
        self._as_list.setAccessibleName(self.tr("As a list"))
        self._as_list.setToolTip(self.tr("Show the episodes as a list"))
        self._as_covers.setAccessibleName(self.tr("As covers"))
        self._as_covers.setToolTip(self.tr("Show the episodes under their covers"))

    def _connect(self) -> None:
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._fit_margins())
        self.list.row_shown.connect(self._bring_into_view)
        self.list.head_requested.connect(self._go_up)
        self.shelf.list_requested.connect(self.list.setFocus)
        self.shelf.field_requested.connect(self.field_requested)
        self._orders.currentIndexChanged.connect(self._order)
        self._places.activated.connect(self._choose_place)
        self._filters.activated.connect(lambda row: self._filter(self._filters.itemData(row)))
        self._as_list.clicked.connect(lambda: self._show_as(is_covers=False))
        self._as_covers.clicked.connect(lambda: self._show_as(is_covers=True))
        for which, button in self._chips.items():
            button.clicked.connect(lambda _=False, which=which: self._filter(which))
        self._show_all.clicked.connect(lambda: self._filter(ShelfFilter.ALL))

    # Its own work

    def _show(self) -> None:
        among = place_of(self.all_episodes, self._view)
        rows = listed(among, self._view)
        self.list.keep_current(partial(self.list.episodes.set_episodes, rows))
        begun = continued(self.all_episodes) if self._place.is_same(EVERYWHERE) else []
        self.shelf.keep_current(partial(self.shelf.episodes.set_episodes, begun))
        for widget in (self._continue, self.shelf):
            widget.setVisible(bool(begun))
        self._show_counts(counts(among))
        self._show_filters()
        self._show_nothing(len(among), len(rows))

    def _show_counts(self, numbers: dict[ShelfFilter, int]) -> None:
        with QSignalBlocker(self._filters):
            self._filters.clear()
            for which, button in self._chips.items():
                name, number = self._filter_name(which), numbers[which]
                is_chosen = which is self._view.filter
                button.setText(f"{name}  {number}")
                button.setAccessibleName(f"{name}, {number}")
                button.setToolTip(self._filter_tip(which))
                button.setChecked(is_chosen)
                is_of_use = number > 0 or which is ShelfFilter.ALL or is_chosen
                button.setVisible(is_of_use)
                if is_of_use:
                    self._filters.addItem(f"{name} {number}", which)
            self._filters.setCurrentIndex(self._filters.findData(self._view.filter))

    def _show_filters(self) -> None:
        has_any = bool(self.all_episodes)
        self._chip_box.setVisible(self._is_wide and has_any)
        self._filters.setVisible(not self._is_wide and has_any)
        for widget in (self._orders, self._as_list, self._as_covers):
            widget.setVisible(has_any and (self._is_wide or widget is self._orders))
        is_lacking = self._view.filter is ShelfFilter.WITHOUT_TRANSCRIPT
        self._hint.setVisible(is_lacking)
        if is_lacking:
            self._hint.setText(
                self.tr(
                    "Their words cannot be read or found. Put a transcript (VTT, SRT, TTML, JSON…) "
                    "of the same name beside the recording, or choose one. Many podcasts offer it "
                    "for download; programs such as whisper.cpp write one."
                )
            )

    def _show_nothing(self, among: int, rows: int) -> None:
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(self._is_known and rows == 0)
        self._show_all.setVisible(among > 0 and rows == 0)
        self._nothing.setText(self._nothing_text())

    def _nothing_text(self) -> str:
        if place_of(self.all_episodes, self._view):
            return self.tr("No episode here is like that.")
        if self._is_scanning:
            return self.tr("Reading your folders: what is found comes here.")
        if self._place.folder is not None:
            text = self.tr("No recording and no transcript was found in “{0}” yet.")
            return text.format(self._place.name)
        return self.tr("No recording and no transcript was found in your folders yet.")

    def _filter_name(self, which: ShelfFilter) -> str:
        return {
            ShelfFilter.ALL: self.tr("All"),
            ShelfFilter.NEW: self.tr("New"),
            ShelfFilter.BEGUN: self.tr("Begun"),
            ShelfFilter.FINISHED: self.tr("Heard"),
            ShelfFilter.WITH_NOTES: self.tr("With notes"),
            ShelfFilter.WITHOUT_TRANSCRIPT: self.tr("Without transcript"),
        }[which]

    def _filter_tip(self, which: ShelfFilter) -> str:
        return {
            ShelfFilter.ALL: self.tr("Show all episodes"),
            ShelfFilter.NEW: self.tr("Show what you have not begun"),
            ShelfFilter.BEGUN: self.tr("Show what you have begun and not finished"),
            ShelfFilter.FINISHED: self.tr("Show what you heard to its end"),
            ShelfFilter.WITH_NOTES: self.tr("Show where you kept something"),
            ShelfFilter.WITHOUT_TRANSCRIPT: self.tr("Show what has no words to read"),
        }[which]

    def _fit_margins(self) -> None:
        """What is listed ends where the field above ends, with a scroll bar or without."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        near = self._side - _INSET
        self._column.setContentsMargins(near, 8, max(0, near - taken), 24)

    def _bring_into_view(self, row: QRect) -> None:
        """With the next row to be seen too, so that one knows that it goes on."""
        top = self.list.y() + row.top()
        self.ensureVisible(0, top + row.height() // 2, 0, row.height() * 3 // 4)

    def _go_up(self) -> None:
        if self.shelf.isVisible():
            self.shelf.setFocus()
            self.verticalScrollBar().setValue(0)
        else:
            self.field_requested.emit()

    def _choose_place(self, row: int) -> None:
        place = self._places.itemData(row)
        if place.kind in {PlaceKind.NOTES, PlaceKind.WATCH, PlaceKind.DETAILS}:
            self._show_place_row()
        self.place_chosen.emit(place)

    def _show_place_row(self) -> None:
        rows = range(self._places.count())
        row = next((k for k in rows if self._place.is_same(self._places.itemData(k))), 0)
        with QSignalBlocker(self._places):
            self._places.setCurrentIndex(row)

    def _order(self) -> None:
        self._view = self._view._replace(order=self._orders.currentData())
        self._show()
        self.look_changed.emit(self._view.order, self.list.is_covers)

    def _filter(self, which: ShelfFilter) -> None:
        self._view = self._view._replace(filter=which)
        self._show()

    def _show_as(self, *, is_covers: bool) -> None:
        self.list.set_covers(is_covers=is_covers)
        self.look_changed.emit(self._view.order, is_covers)
