"""The notes of all episodes: searched as you type, filtered, tidied, opened where they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QWidget,
)

from reader.notes.all_notes import PAGE, Answer, FilterChoices, NoteQuery
from reader.store.annotation_search import FoundOrder
from ui.appearance.icons import SIZE, Icons
from ui.appearance.theme import LIGHT, Theme
from ui.notes.found_notes import FoundNotes
from ui.notes.note_delegate import FoundDelegate
from ui.notes.note_filters import NoteFilters
from ui.notes.note_list import NoteList
from ui.notes.note_requests import NoteRequests
from ui.widgets.announcement import announce
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.column import middle_column
from ui.widgets.focus import ShortcutGuard

_COLUMN = 900  # px, the widest the content gets
_ROOMY = 560  # px, for the head with its count
_EPISODE_LETTERS = 24
_ANNOUNCED_AFTER = (
    700  # ms without typing after which assistive technology hears how many there are
)


class AllNotesPage(QWidget):
    """Emits what is looked for, and on `requests` what is asked for what was found."""

    query_changed = Signal(object)  # NoteQuery
    play_all_requested = Signal()
    close_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self)
        self.model = FoundNotes(self)
        self.requests = NoteRequests(self)
        self.list = NoteList(self.model, self.requests, is_in_text=False, delegate=FoundDelegate)
        self.filters = NoteFilters()
        self._back, self._title, self._count = QToolButton(), QLabel(), QLabel()
        self._play_all = QToolButton()
        self._episodes, self._orders = ChoiceBox(), ChoiceBox()
        self._empty = QLabel(wordWrap=True)
        self._survey = FilterChoices((), (), 0)
        self._limit = PAGE
        self._announcing = QTimer(self, interval=_ANNOUNCED_AFTER, singleShot=True)
        self._lay_out()
        self._name_controls()
        self._connect()
        self.set_look(LIGHT, icons)

    # What is shown

    @property
    def query(self) -> NoteQuery:
        """What is looked for."""
        chosen = self.filters.chosen
        return NoteQuery(
            chosen.words,
            chosen.colours,
            chosen.is_noted_only,
            chosen.is_unreviewed_only,
            self._episodes.currentData() or "",
            self._orders.currentData(),
            self._limit,
        )

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in use."""
        return self._survey.tags

    def show_answer(self, answer: Answer) -> None:
        """List what was found."""
        is_grouped = answer.query.is_grouped
        self.list.setUniformItemSizes(not is_grouped)
        change = partial(
            self.model.set_found, answer.found, has_more=answer.has_more, is_grouped=is_grouped
        )
        self.list.keep_current(change)
        first = self.tr("Latest episode") if not answer.query.text else self.tr("Best first")
        self._orders.setItemText(0, first)
        self._show_state()

    def show_survey(self, survey: FilterChoices) -> None:
        """What there is to choose from."""
        self._survey = survey
        self.filters.set_tags(survey.tags)
        self.filters.set_unreviewed(survey.unreviewed)
        chosen = self._episodes.currentData()
        with QSignalBlocker(self._episodes):
            self._episodes.clear()
            self._episodes.addItem(self.tr("All episodes"), "")
            for each in survey.episodes:
                self._episodes.addItem(f"{each.title} ({each.uses})", each.id)
            self._episodes.setCurrentIndex(max(0, self._episodes.findData(chosen)))
        if chosen and not self._episodes.currentData():
            self._ask()
        self._show_state()

    def set_colour_names(self, names: Mapping[int, str]) -> None:
        """What the colours 1 to 5 are called."""
        self.model.set_colour_names(names)
        self.filters.set_colour_names(self.model.colour_name)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Take on other colours and icons."""
        self.list.note_delegate.theme = theme
        self.list.viewport().update()
        self.filters.set_theme(theme)
        self._back.setIcon(icons.icon("history-back"))
        self._play_all.setIcon(icons.icon("play"))

    def focus_first(self) -> None:
        """Put the keyboard on the field."""
        self.filters.field.setFocus()
        self.filters.field.selectAll()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all again, then goes back."""
        if event.key() != Qt.Key.Key_Escape:
            return
        if self.filters.chosen.is_open and not self._episodes.currentData():
            self.close_requested.emit()
        else:
            self._show_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The count goes where there is no room for it."""
        super().resizeEvent(event)
        self._count.setVisible(event.size().width() >= _ROOMY)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: much may have been kept since."""
        super().showEvent(event)
        self._ask()

    # Building

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("All notes"))
        self.setAutoFillBackground(True)
        self._title.setObjectName("heading")
        for label in (self._count, self._empty):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._empty.setContentsMargins(16, 60, 16, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        lines = middle_column(self, _COLUMN)
        lines.setContentsMargins(8, 10, 8, 0)
        lines.setSpacing(6)
        lines.addLayout(self._head())
        lines.addWidget(self.filters)
        lines.addLayout(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        for button in (self._back, self._play_all):
            button.setIconSize(QSize(SIZE, SIZE))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for box in (self._episodes, self._orders):
            box.setSizeAdjustPolicy(
                ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._episodes.setMinimumContentsLength(_EPISODE_LETTERS)
        self._orders.setMinimumContentsLength(12)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 10, 0)
        row.setSpacing(6)
        row.addWidget(self._back)
        row.addWidget(self._title)
        row.addWidget(self._count, 1)
        row.addWidget(self._play_all)
        row.addWidget(self._episodes)
        row.addWidget(self._orders)
        return row

    def _name_controls(self) -> None:
        self._title.setText(self.tr("All Notes"))
        self._back.setAccessibleName(self.tr("Back"))
        self._back.setToolTip(self.tr("Back to where you were (Esc)"))
        self._play_all.setAccessibleName(self.tr("Play all"))
        self._play_all.setToolTip(
            self.tr("Play what is listed, one episode after the other (Ctrl+Enter)")
        )
        self._episodes.setAccessibleName(self.tr("Episode"))
        self._episodes.setToolTip(self.tr("Show only what you kept of one episode"))
        self._episodes.addItem(self.tr("All episodes"), "")
        self._orders.setAccessibleName(self.tr("Order"))
        self._orders.setToolTip(self.tr("What comes first"))
        for text, order in (
            (self.tr("Best first"), FoundOrder.BEST),
            (self.tr("Newest first"), FoundOrder.NEWEST),
            (self.tr("By episode"), FoundOrder.BY_EPISODE),
        ):
            self._orders.addItem(text, order)
        field = self.filters.field
        field.setPlaceholderText(self.tr("Search quotes and notes; #tag"))
        field.setAccessibleName(self.tr("Search all notes by words or tags"))
        field.setToolTip(self.tr("Search words, “a phrase”, #tag or voice:name (Esc shows all)"))

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask_anew)
        self.filters.list_requested.connect(self.list.setFocus)
        self._episodes.currentIndexChanged.connect(self._ask_anew)
        self._orders.currentIndexChanged.connect(self._ask_anew)
        self.model.more_requested.connect(self._ask_for_more)
        self._back.clicked.connect(self.close_requested)
        self._play_all.clicked.connect(self.play_all_requested)
        self.list.play_all_requested.connect(self.play_all_requested)
        self._announcing.timeout.connect(lambda: announce(self, self._count.text()))
        self.requests.keep.connect(lambda _: announce(self, self.tr("Kept")))

    # Its own work

    def _ask(self) -> None:
        if self.isVisible():
            self.query_changed.emit(self.query)

    def _ask_anew(self) -> None:
        self._limit = PAGE
        self.list.scrollToTop()
        self._announcing.start()
        self._ask()

    def _ask_for_more(self) -> None:
        self._limit += PAGE
        self._ask()

    def _show_all(self) -> None:
        with QSignalBlocker(self._episodes), QSignalBlocker(self.filters):
            self._episodes.setCurrentIndex(0)
            self.filters.clear()
        self._ask_anew()

    def _show_state(self) -> None:
        shown, total = len(self.model.rows), self._survey.total
        self._count.setText(self._count_text(shown, total))
        self._play_all.setEnabled(shown > 0)
        had_focus = self.list.hasFocus()
        self._stack.setCurrentWidget(self.list if shown else self._empty)
        self._empty.setText(self._empty_text(total))
        if had_focus and not shown:
            self.filters.field.setFocus()

    def _count_text(self, shown: int, total: int) -> str:
        if not total:
            return ""
        if self.model.has_more:
            return self.tr("The first {shown} of {total}").format(shown=shown, total=total)
        if shown < total:
            return self.tr("{shown} of {total}").format(shown=shown, total=total)
        episodes = len(self._survey.episodes)
        return self.tr("{0} in %n episode(s)", "", episodes).format(total)

    def _empty_text(self, total: int) -> str:
        if not total:
            return self.tr(
                "Nothing kept yet.\n\nPress B while you listen to an episode: the sentence you "
                "just heard is kept, and comes here with all others."
            )
        if self.filters.chosen.is_unreviewed_only and not self._survey.unreviewed:
            return self.tr("You have looked at all of them.")
        return self.tr("Nothing here matches.\n\nEsc shows all again.")
