"""What was kept in this episode, beside its transcript: found, played, tidied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QKeyEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.annotation import Annotation
from ui.appearance.icons import SIZE, Icons
from ui.appearance.theme import Theme
from ui.notes.note_editor import NoteEditor
from ui.notes.note_filters import NoteFilters
from ui.notes.note_list import NoteList
from ui.notes.note_requests import NoteRequests
from ui.notes.notes_model import NoteOrder, NotesModel
from ui.notes.unplaced_tray import Unplaced, UnplacedTray
from ui.widgets.announcement import announce
from ui.widgets.focus import ShortcutGuard

_WIDTH = 344  # px it likes to have
_NARROWEST = 240
_LOWEST = 24  # px of the list: in a low window, what stands above it keeps its height


class NotesPanel(QWidget):
    """Lists annotations, and emits on `requests` what is asked for them."""

    play_all_requested = Signal(list)  # ids, in the order shown
    current_changed = Signal(str)  # the id of the selected one, "" for none
    take_words_requested = Signal()  # those of the transcript, where it says it otherwise
    close_requested = Signal()
    export_requested = Signal()
    all_notes_requested = Signal()
    shown = Signal()  # it came into view

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self)
        self._model = NotesModel(self)
        self.requests = NoteRequests(self)
        self._list = NoteList(self._model, self.requests)
        self._title, self._count = QLabel(self.tr("Notes")), QLabel()
        self._filters = NoteFilters()
        self._export, self._all_notes, self._close = QToolButton(), QToolButton(), QToolButton()
        self._play_all, self._more = QToolButton(), QToolButton()
        self.tray = UnplacedTray()
        self.editor = NoteEditor()
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._menu = QMenu(self)
        self._orders = self._add_orders()
        self._lay_out()
        self._name_controls()
        self._connect()
        self.set_look(theme, icons)
        self._show_state()

    # What is shown

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """List these; the selected one stays so, or the one in its place."""
        self._list.keep_current(lambda: self._model.set_annotations(annotations))
        self._show_state()

    def set_unplaced(self, unplaced: Sequence[Unplaced]) -> None:
        """Offer guesses for those that have no place in the open text."""
        self._model.set_unplaced(frozenset(each.id for each in unplaced))
        self.tray.set_unplaced(unplaced)

    def set_unsaved(self, annotation_ids: frozenset[str]) -> None:
        """Mark what is in memory only."""
        self._model.set_unsaved(annotation_ids)

    def set_colour_names(self, names: Mapping[int, str]) -> None:
        """What the colours 1 to 5 are called."""
        self._model.set_colour_names(names)
        self._filters.set_colour_names(self._model.colour_name)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Take on other colours and icons."""
        self._list.note_delegate.theme = theme
        self._list.viewport().update()
        self._filters.set_theme(theme)
        self._play_all.setIcon(icons.icon("play"))
        self._close.setIcon(icons.icon("close"))

    def set_just_kept(self, is_just_kept: bool) -> None:
        """Whether the toast shows something kept: then the digits are about that."""
        self._list.is_just_kept = is_just_kept

    def set_reworded(self, count: int) -> None:
        """How many quotes the transcript says in other words."""
        self._take_words.setEnabled(count > 0)

    def select(self, annotation_id: str) -> None:
        """Bring one into view and select it; the filter is taken away where it hides it."""
        if self._model.row_of(annotation_id) is None:
            self.clear_filter()
        self._list.select(annotation_id)

    def offer(self, annotation_id: str) -> None:
        """Bring what was just kept into view, where the filter lets it through."""
        self._list.offer(annotation_id)

    def edit(self, annotation: Annotation) -> None:
        """Write on a note in its row; the filter does not hide it meanwhile."""
        self.editor.begin(annotation, self.tags)
        self._list.keep_current(lambda: self._model.set_pinned(annotation.id))
        self._show_state()
        self._list.host(self.editor, annotation.id)
        self.editor.take_focus()

    def _end_edit(self) -> None:
        self._list.release()
        self._list.keep_current(lambda: self._model.set_pinned(""))
        self._show_state()

    def select_nearest(self, time: int) -> None:
        """Bring into view what is nearest to a time in milliseconds."""
        if nearest := self._model.nearest(time):
            self._list.select(nearest)

    def clear_filter(self) -> None:
        """Show all."""
        self._filters.clear()

    def show_unreviewed(self) -> None:
        """Only what was not looked at yet, or all where that is nothing."""
        self._filters.show_unreviewed()

    def focus_list(self) -> None:
        """Put the keyboard on the list, or on what there is while it is empty."""
        if self._model.rows:
            self._list.setFocus()
        else:
            (self._filters.field if self._model.total else self._all_notes).setFocus()

    @property
    def chosen_ids(self) -> list[str]:
        """What is selected, in the order shown."""
        return self._list.chosen_ids

    @property
    def is_filtered(self) -> bool:
        """Whether the filter hides any."""
        return len(self._model.rows) < self._model.total

    @property
    def shown_ids(self) -> list[str]:
        """What the filter lets through, in the order shown."""
        return [each.id for each in self._model.rows]

    def colour_name(self, colour: int) -> str:
        """What a colour is called."""
        return self._model.colour_name(colour)

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in use here."""
        return self._model.tags

    # Qt's events

    def sizeHint(self) -> QSize:
        """A slim column."""
        return QSize(_WIDTH, 400)

    def minimumSizeHint(self) -> QSize:
        """As slim as its head allows."""
        return QSize(max(_NARROWEST, self._head_row.minimumSize().width()), 200)

    def showEvent(self, event: QShowEvent) -> None:
        """Say so."""
        super().showEvent(event)
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the filter away, then asks to close."""
        if event.key() == Qt.Key.Key_Escape:
            if self._filters.chosen.is_open:
                self.close_requested.emit()
            else:
                self.clear_filter()

    # Building

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Notes"))
        self.setAutoFillBackground(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._title.setObjectName("heading")
        for label in (self._count, self._empty):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._empty.setContentsMargins(16, 40, 16, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedLayout()
        for page in (self._list, self._empty):
            page.setMinimumHeight(_LOWEST)
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        self._head_row = self._head()
        column.addLayout(self._head_row)
        column.addWidget(self._filters)
        column.addLayout(self._stack, 1)
        column.addWidget(self.tray)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 6, 0)
        row.setSpacing(4)
        row.addWidget(self._title)
        row.addSpacing(4)
        row.addWidget(self._count, 1)
        for button in (self._export, self._all_notes, self._close, self._play_all, self._more):
            button.setIconSize(QSize(SIZE, SIZE))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in (self._export, self._all_notes, self._close):
            row.addWidget(button)
        for button in (self._play_all, self._more):
            self._filters.add_beside_field(button)
        self._more.setText("⋯")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu)
        return row

    def _add_orders(self) -> QActionGroup:
        group = QActionGroup(self)
        for text, order in (
            (self.tr("In Order of &Time"), NoteOrder.BY_TIME),
            (self.tr("&Newest First"), NoteOrder.BY_MAKING),
        ):
            action = group.addAction(text)
            action.setCheckable(True)
            action.setChecked(order is NoteOrder.BY_TIME)
            action.setData(order)
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._copy_all = self._menu.addAction(self.tr("&Copy All Shown"))
        self._take_words = self._menu.addAction(self.tr("Take &Words From This Transcript"))
        self._take_words.setToolTip(
            self.tr("Some quotes were kept with another transcript, in other words")
        )
        self._menu.setToolTipsVisible(True)
        self.set_reworded(0)
        return group

    def _name_controls(self) -> None:
        self._export.setText(self.tr("Export"))
        self._all_notes.setText(self.tr("All Notes"))
        for button, name, tip in (
            (
                self._export,
                self.tr("Export"),
                self.tr("Take these notes out as a file or a text (Ctrl+Alt+E)"),
            ),
            (
                self._all_notes,
                self.tr("All Notes"),
                self.tr("What you kept in every episode (Ctrl+Shift+A)"),
            ),
            (
                self._play_all,
                self.tr("Play all"),
                self.tr("Play what is listed, one after the other (Ctrl+Enter)"),
            ),
            (self._more, self.tr("More"), self.tr("Order and copy (Space)")),
            (self._close, self.tr("Close notes"), self.tr("Close the notes (Esc)")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(tip)

    def _connect(self) -> None:
        self._filters.changed.connect(self._filter)
        self.editor.finished.connect(self._end_edit)
        self.editor.height_changed.connect(lambda: self._list.make_room(self.editor.annotation_id))
        self._filters.list_requested.connect(self.focus_list)
        self._orders.triggered.connect(self._set_order)
        self._play_all.clicked.connect(self._ask_play_all)
        self._take_words.triggered.connect(self.take_words_requested)
        self._copy_all.triggered.connect(lambda: self.requests.copy.emit(self.shown_ids))
        self._close.clicked.connect(self.close_requested)
        self._export.clicked.connect(self.export_requested)
        self._all_notes.clicked.connect(self.all_notes_requested)
        self._list.play_all_requested.connect(self._ask_play_all)
        self.requests.keep.connect(lambda _: announce(self, self.tr("Kept")))
        self._list.current_changed.connect(self.current_changed)

    # Its own work

    def _filter(self) -> None:
        self._list.keep_current(lambda: self._model.set_filter(self._filters.chosen))
        self._show_state()

    def _set_order(self, action: QAction) -> None:
        self._list.keep_current(lambda: self._model.set_order(action.data()))

    def _ask_play_all(self) -> None:
        if self._model.rows:
            self.play_all_requested.emit(self.shown_ids)

    def _show_state(self) -> None:
        """Bring counts and the empty state up to date."""
        shown, total, new = len(self._model.rows), self._model.total, self._model.unreviewed
        both = self.tr("{shown} of {total}").format(shown=shown, total=total)
        self._count.setText(both if shown < total else str(total) if total else "")
        self._count.setAccessibleName(self.tr("{count} notes").format(count=self._count.text()))
        self._filters.set_unreviewed(new)
        self._filters.set_counts(self._model.counts, self._model.noted)
        self._filters.set_tags(self._model.tags)
        self._filters.setVisible(total > 0)
        self._play_all.setEnabled(shown > 0)
        self._export.setEnabled(total > 0)
        self._copy_all.setEnabled(shown > 0)
        had_focus = self._list.hasFocus()
        self._stack.setCurrentWidget(self._list if shown else self._empty)
        self._empty.setText(self._empty_text(total))
        if had_focus and not shown:
            (self._filters.field if total else self._all_notes).setFocus()

    def _empty_text(self, total: int) -> str:
        if not total:
            return self.tr(
                "Nothing kept yet.\n\nPress B while you listen: the sentence you just heard is "
                "kept here, and the sound goes on.\n\nOr select words in the transcript and "
                "press 1 to 5."
            )
        if self._filters.chosen.is_unreviewed_only and not self._model.unreviewed:
            return self.tr("You have looked at all of them.")
        return self.tr("Nothing here matches.\n\nEsc shows all again.")
