"""A list of what was kept, with its keys and its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QRegion,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QMenu, QWidget

from reader.annotation import COLOURS, Annotation
from ui.notes.note_delegate import NoteDelegate
from ui.notes.note_keys import LIST_KEYS, pressed
from ui.notes.note_menu import NoteLook, NoteMenu
from ui.notes.note_requests import EDGE_KEYS, NoteRequests
from ui.notes.notes_model import NoteRows
from ui.widgets.key_places import meant_key
from ui.widgets.key_table import FocusKind, KeyTaker, taker_of

_PLAIN = Qt.KeyboardModifier.NoModifier
_Command = Callable[[], object]
_MANY, _BATCH = 200, 40  # rows
_SELECT = QItemSelectionModel.SelectionFlag.Select


class NoteList(QListView):
    """Emits on `requests` what is asked for the selected notes.

    With `is_in_text` their passages can be changed too: their text is open. While something
    `is_just_kept`, the digits are its.
    """

    play_all_requested = Signal()
    current_changed = Signal(str)  # the id of the current one, "" for none

    def __init__(
        self,
        model: NoteRows,
        requests: NoteRequests,
        *,
        is_in_text: bool = True,
        delegate: type[NoteDelegate] = NoteDelegate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._notes, self._requests, self._is_in_text = model, requests, is_in_text
        self._is_changing = self.is_just_kept = False
        self._hosted: QWidget | None = None
        self.note_delegate = delegate(self)
        self.setUniformItemSizes(self.note_delegate.is_uniform)
        self._showing = QTimer(self, interval=0, singleShot=True)  # when its size is known
        self._showing.timeout.connect(lambda: self.scrollTo(self.currentIndex()))
        self._keys = self._keys_of(self._commands())
        self._edges = EDGE_KEYS if is_in_text else {}
        self._lay_out()

    # What is being written on

    def host(self, editor: QWidget, annotation_id: str) -> None:
        """Make room for `editor` under the words of a note, and keep it there.

        It lies over the list, not in it: assistive technology finds only rows within a list.
        """
        self._hosted = editor
        editor.setParent(self.parentWidget())
        editor.installEventFilter(self)
        self.make_room(annotation_id)
        editor.show()
        editor.raise_()

    def make_room(self, annotation_id: str) -> None:
        """As much as the editor needs now."""
        if self._hosted is not None:
            self.note_delegate.hosted = annotation_id, self._hosted.sizeHint().height()
            self.doItemsLayout()
            self.select(annotation_id)
            self._place_hosted()

    def release(self) -> None:
        """Nothing is written any more."""
        if self._hosted is not None:
            self._hosted.removeEventFilter(self)
        self._hosted, self.note_delegate.hosted = None, ("", 0)
        self.scheduleDelayedItemsLayout()

    def _place_hosted(self) -> None:
        """With its row; it goes where the row does not pass the filter any more."""
        ground = self.parentWidget()
        if self._hosted is None or ground is None:
            return
        row = self._notes.row_of(self.note_delegate.hosted[0])
        if row is None:
            self._hosted.hide()
            return
        row_area = self.visualRect(self._notes.index(row))
        area = self.note_delegate.hosted_area(row_area, self.layoutDirection())
        seen = area.intersected(self.viewport().rect())
        if seen.isEmpty():  # to where nobody sees it: hidden, it would be done
            area.moveRight(-ground.width())
        corner = self.viewport().mapTo(ground, area.topLeft())
        self._hosted.setGeometry(QRect(corner, area.size()))
        self._hosted.setMask(QRegion(seen.translated(-area.topLeft())))

    # What is selected

    def keep_current(self, change: Callable[[], object]) -> None:
        """Call `change`, which replaces the rows; what is selected stays so, or its place.

        Of several that are selected, those that are left: the next key is about nothing else.
        """
        row, before, chosen = self.currentIndex().row(), self._current_id(), set(self.chosen_ids)
        self._is_changing = True
        change()
        self._lay_out_soon()
        again = self._row_again(row, before, chosen)
        if again is not None:
            self.setCurrentIndex(self._notes.index(again))
        if len(chosen) > 1:
            self._choose_again(chosen)
        self._is_changing = False
        if self._current_id() != before:
            self.current_changed.emit(self._current_id())

    def _row_again(self, row: int, current_id: str, chosen: set[str]) -> int | None:
        rows = self._notes.rows
        left = [k for k, each in enumerate(rows) if each.id in chosen]
        again = self._notes.row_of(current_id)
        if again is None and left:
            return min(left, key=lambda k: abs(k - row))
        return min(row, len(rows) - 1) if again is None and row >= 0 and rows else again

    def select(self, annotation_id: str) -> None:
        """Select this one alone and bring it into view."""
        row = self._notes.row_of(annotation_id)
        if row is not None:
            self._go_to(row)

    def offer(self, annotation_id: str) -> None:
        """Select what was just kept, so that the keys are about it; not under hands at work."""
        if self.isVisible() and not self.hasFocus() and len(self.chosen) < 2:
            self.select(annotation_id)

    @property
    def chosen(self) -> list[Annotation]:
        """What is selected, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._notes.rows[row] for row in rows]

    @property
    def chosen_ids(self) -> list[str]:
        """The ids of what is selected, in the order shown."""
        return [each.id for each in self.chosen]

    def _choose_again(self, ids: set[str]) -> None:
        for row, each in enumerate(self._notes.rows):
            if each.id in ids:
                self.selectionModel().select(self._notes.index(row), _SELECT)

    def _lay_out_soon(self) -> None:
        """Many new rows are laid out a few at a time, so that the window does not stand still."""
        is_much = self.note_delegate.count_unmeasured(self._notes.rows) > _MANY
        mode = QListView.LayoutMode.Batched if is_much else QListView.LayoutMode.SinglePass
        if mode != self.layoutMode():
            self.setLayoutMode(mode)

    def _lay_out_all(self) -> None:
        """At once: what comes into view next may be far down."""
        if self.layoutMode() == QListView.LayoutMode.Batched:
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()

    def _go_to(self, row: int) -> None:
        self._lay_out_all()
        self.setCurrentIndex(self._notes.index(row))
        self.scrollTo(self.currentIndex())

    def _go_on(self) -> None:
        """To the next that waits to be looked at, if there is one besides what is selected."""
        rows, here = self._notes.rows, self.currentIndex().row()
        chosen = set(self.chosen_ids)
        order = (*range(here + 1, len(rows)), *range(here))
        waiting = (row for row in order if rows[row].is_unreviewed and rows[row].id not in chosen)
        following = next(waiting, None)
        if following is not None:
            self._go_to(following)

    def _current(self) -> Annotation | None:
        row = self.currentIndex().row()
        return self._notes.rows[row] if 0 <= row < len(self._notes.rows) else None

    def _current_id(self) -> str:
        current = self._current()
        return current.id if current is not None else ""

    def _report_current(self) -> None:
        if not self._is_changing:
            self.current_changed.emit(self._current_id())

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Keep the list's keys from the window's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.hasFocus()  # not from an editor within
            and self._command(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel turns the list also over what is written on."""
        if watched is self._hosted and isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What lies over it goes with it."""
        super().hideEvent(event)
        if self._hosted is not None and not event.spontaneous():
            self._hosted.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """What is selected comes into view with it."""
        super().showEvent(event)
        self._showing.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select a row where none is: the keys need one."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self._notes.rows:
            self.setCurrentIndex(self._notes.index(max(0, self.currentIndex().row())))
        self._showing.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list's keys; the arrows are the view's own."""
        command = self._command(event)
        if command is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            command()

    def updateGeometries(self) -> None:  # noqa: N802
        """Rows were laid out: the editor goes with its own."""
        super().updateGeometries()
        self._place_hosted()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """So it does when they move."""
        super().scrollContentsBy(dx, dy)
        self._place_hosted()

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802
        """Letters are keys here, not the start of a quote."""

    def changeEvent(self, event: QEvent) -> None:
        """In another font rows have other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.note_delegate.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows' lines again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _lay_out(self) -> None:
        self.setModel(self._notes)
        self.setItemDelegate(self.note_delegate)
        self.selectionModel().currentChanged.connect(self._report_current)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Notes"))
        self.setBatchSize(_BATCH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        if self._is_in_text:
            self.clicked.connect(self._clicked)
        else:  # it would lead away
            self.doubleClicked.connect(self._clicked)

    # Requests

    def _commands(self) -> dict[str, _Command]:
        requests, one, chosen = self._requests, self._with_one, self._with_chosen
        return {
            "play": one(requests.play.emit),
            "play_all": self.play_all_requested.emit,
            "edit": one(requests.edit.emit),
            "keep": self._keep,
            "drop": self._drop,
            "copy": chosen(requests.copy.emit),
            "link": chosen(requests.link.emit),
            "export": chosen(requests.export.emit),
            "clips": chosen(requests.clips.emit),
            "card": one(requests.card.emit),
            "merge": chosen(requests.merge.emit),
            "split": one(requests.split.emit),
            "move": one(requests.move.emit),
            **{f"colour_{k}": chosen(partial(self._colour, k)) for k in range(COLOURS + 1)},
        }

    def _keys_of(self, commands: dict[str, _Command]) -> dict[QKeySequence, _Command]:
        return {
            keys: commands[row.command]
            for row in LIST_KEYS
            if self._is_in_text or not row.is_in_text
            for keys in row.sequences
        }

    def _command(self, event: QKeyEvent) -> _Command | None:
        edge = self._edges.get(event.text())  # by what is typed: keyboards differ in the key
        if edge is not None:
            return self._with_one(lambda key: self._requests.resize.emit(key, edge))
        return None if self._is_of_just_kept(event) else self._keys.get(pressed(event))

    def _is_of_just_kept(self, event: QKeyEvent) -> bool:
        taker = taker_of(meant_key(event), FocusKind.LIST)
        return self.is_just_kept and taker is KeyTaker.JUST_KEPT

    def _with_one(self, request: Callable[[str], object]) -> _Command:
        def command() -> None:
            if key := self._current_id():
                request(key)

        return command

    def _with_chosen(self, request: Callable[[list[str]], object]) -> _Command:
        def command() -> None:
            if ids := self.chosen_ids:
                request(ids)

        return command

    def _colour(self, colour: int, ids: list[str]) -> None:
        self._requests.colour.emit(ids, colour)

    def _keep(self) -> None:
        ids = [each.id for each in self.chosen if each.is_unreviewed]
        if ids:
            self._go_on()
            self._requests.keep.emit(ids)

    def _drop(self) -> None:
        chosen = self.chosen
        if any(each.is_unreviewed for each in chosen):
            self._go_on()
        if chosen:
            self._requests.delete.emit([each.id for each in chosen])

    def _clicked(self, _index: QModelIndex) -> None:
        """A plain click plays; with Ctrl or Shift it only selects."""
        if QGuiApplication.keyboardModifiers() == _PLAIN:
            self._with_one(self._requests.play.emit)()

    def _show_menu(self, position: QPoint) -> None:
        chosen = self.chosen
        if not self.indexAt(position).isValid() or not chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look = NoteLook(self._notes.colour_name, self.note_delegate.theme, self.devicePixelRatioF())
        NoteMenu(menu, chosen, self._requests, look, is_in_text=self._is_in_text)
        menu.popup(self.viewport().mapToGlobal(position))
