"""Lists of episodes with their keys, their buttons and their menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyleOptionViewItem,
    QWidget,
)

from reader.library.shelf import Heard, ShelfEpisode
from ui.library.episode_row import EpisodeRow, RowButton
from ui.library.episode_tile import WIDTH as TILE_WIDTH
from ui.library.episode_tile import EpisodeCard, EpisodeTile
from ui.library.shelf_model import ShelfModel, ShelfRole
from ui.library.shelf_paint import ShelfLook
from ui.library.shelf_requests import ShelfRequests
from ui.widgets.announcement import announce_row
from ui.widgets.focus import ShortcutGuard, plain_modifiers
from ui.widgets.item_views import Index

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SMALL = 620  # px below which cards are small
_PAGE_HEIGHT = 400  # px that PageUp and PageDown go at least: about what is seen at once
_TWO_COVERS = 300  # px from which two stand side by side


class EpisodeView(QListView):
    """What rows, tiles and cards have in common. A click opens, as Enter does."""

    def __init__(self, requests: ShelfRequests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self.episodes = ShelfModel(self)
        self.setModel(self.episodes)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        ShortcutGuard(self, self._is_own)

    @property
    def chosen(self) -> ShelfEpisode | None:
        """The episode that the keyboard is on."""
        return self.at(self.currentIndex())

    def at(self, index: Index) -> ShelfEpisode | None:
        """The episode in a row."""
        found = index.data(ShelfRole.EPISODE) if index.isValid() else None
        return found if isinstance(found, ShelfEpisode) else None

    def go_to(self, row: int) -> None:
        """Select a row and bring it into view."""
        self.setCurrentIndex(self.episodes.index(row, 0))

    def keep_current(self, change: Callable[[], object]) -> None:
        """Change the rows; the keyboard stays on its episode, or on the row where that was."""
        before, row = self.chosen, self.currentIndex().row()
        change()
        if before is None or not self.episodes.episodes:
            return
        same = self.episodes.row_of(before.id)
        if self.currentIndex().row() != same or same is None:
            last = len(self.episodes.episodes) - 1
            self.go_to(same if same is not None else min(max(row, 0), last))

    # Qt's events

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select a row where none is: the keys need one."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.episodes.episodes:
            self.go_to(max(0, self.currentIndex().row()))
        elif self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        announce_row(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of an episode; the arrows are the view's own."""
        request, each = self._key_request(event), self.chosen
        if request is None:
            super().keyPressEvent(event)
        elif each is not None and not event.isAutoRepeat():
            request(each)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the mouse; by the keyboard, at the row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            point = self.visualRect(index).center()
        else:
            index, point = self.indexAt(event.pos()), event.pos()
        self.show_menu(index, self.viewport().mapToGlobal(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        index = self.indexAt(event.position().toPoint())
        is_click = event.button() is Qt.MouseButton.LeftButton and index == self.currentIndex()
        super().mouseReleaseEvent(event)
        each = self.at(index)
        if is_click and each is not None:
            self.click(index, each, event.position().toPoint())

    def click(self, _index: Index, each: ShelfEpisode, _point: QPoint) -> None:
        """What a click on an episode does."""
        self._requests.open.emit(each)

    # The menu

    def show_menu(self, index: Index, where: QPoint) -> None:
        """All that can be done with an episode."""
        each = self.at(index)
        if each is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in self._entries(each):
            if entry is None:
                menu.addSeparator()
                continue
            text, keys, request = entry
            action = menu.addAction(text)
            if keys:
                action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, request=request: request(each))
        menu.popup(where)

    def _entries(
        self, each: ShelfEpisode
    ) -> Iterator[tuple[str, str, Callable[[ShelfEpisode], object]] | None]:
        ask, is_playable = self._requests, each.episode.recording is not None
        yield self.tr("&Open"), "Return", ask.open.emit
        if is_playable:
            yield self.tr("&Play"), "", ask.play.emit
            yield None
            yield self.tr("Play Ne&xt"), "Shift+Q", ask.play_next.emit
            yield self.tr("Play &Later"), "Q", ask.play_later.emit
        yield None
        yield self.tr("Rena&me…"), "F2", ask.rename.emit
        if each.heard is Heard.FINISHED:
            yield self.tr("Mark as Not &Heard"), "Ctrl+M", ask.mark.emit
        else:
            yield self.tr("Mark as &Heard"), "Ctrl+M", ask.mark.emit
        if is_playable:
            text = self.tr("Choose Another &Transcript…")
            if not each.has_transcript:
                text = self.tr("Choose &Transcript…")
            yield text, "", ask.choose_transcript.emit
        else:
            yield self.tr("Choose Re&cording…"), "", ask.choose_recording.emit
        yield self.tr("Show in &Folder"), "", ask.show_in_folder.emit
        yield None
        yield self.tr("&Remove From Library"), "Del", ask.forget.emit

    def _is_own(self, event: QKeyEvent) -> bool:
        """Keys that the window has for what is open are here for what is chosen; but Space stays
        the player's where something is open, and comes here where nothing is."""
        is_sideways = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self.is_sideways
        is_space = event.key() == Qt.Key.Key_Space
        return is_sideways or (not is_space and self._key_request(event) is not None)

    @property
    def is_sideways(self) -> bool:
        """Whether Left and Right walk along it."""
        return self.flow() is QListView.Flow.LeftToRight

    def _key_request(self, event: QKeyEvent) -> Callable[[ShelfEpisode], object] | None:
        key, modifiers = Qt.Key(event.key()), plain_modifiers(event)
        ask = self._requests
        table: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[ShelfEpisode], object]] = {
            (Qt.Key.Key_Return, _NONE): ask.open.emit,
            (Qt.Key.Key_Enter, _NONE): ask.open.emit,
            (Qt.Key.Key_Space, _NONE): ask.play.emit,
            (Qt.Key.Key_Q, _NONE): ask.play_later.emit,
            (Qt.Key.Key_Q, _SHIFT): ask.play_next.emit,
            (Qt.Key.Key_F2, _NONE): ask.rename.emit,
            (Qt.Key.Key_M, _CTRL): ask.mark.emit,
            (Qt.Key.Key_Delete, _NONE): ask.forget.emit,
        }
        return table.get((key, modifiers))


class ShelfList(EpisodeView):
    """All episodes, as rows or under their covers; as high as they are: the page scrolls."""

    row_shown = Signal(QRect)  # what ought to be in view
    head_requested = Signal()  # Up on the first row

    def __init__(
        self, requests: ShelfRequests, look: ShelfLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(requests, parent)
        self._row, self._tile = EpisodeRow(look, self), EpisodeTile(look, self)
        self.setAccessibleName(self.tr("Episodes"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setItemDelegate(self._row)
        self.episodes.modelReset.connect(self.fit)
        self.entered.connect(lambda _: self._see_button(None))

    @property
    def is_covers(self) -> bool:
        """Whether covers are shown instead of rows."""
        return self.itemDelegate() is self._tile

    def set_covers(self, *, is_covers: bool) -> None:
        """Show tiles or rows."""
        modes = QListView.ViewMode
        self.setItemDelegate(self._tile if is_covers else self._row)
        self.setViewMode(modes.IconMode if is_covers else modes.ListMode)
        self.setMovement(QListView.Movement.Static)
        self.setFlow(QListView.Flow.LeftToRight if is_covers else QListView.Flow.TopToBottom)
        self.setWrapping(is_covers)
        if not is_covers:
            self.setGridSize(QSize())
        self.fit()

    def set_look(self, look: ShelfLook) -> None:
        """Take on other colours and icons."""
        self._row.look = self._tile.look = look
        self.viewport().update()

    def fit(self) -> None:
        """Be as high as all episodes."""
        rows = self.episodes.rowCount()
        if not rows:
            self.setFixedHeight(0)
            return
        least = 2 if self.width() >= _TWO_COVERS else 1
        columns = max(least, self.width() // TILE_WIDTH) if self.is_covers else 1
        self._tile.width = (self.width() - 1) // columns  # the last must not touch the end
        size = self.itemDelegate().sizeHint(self._option(), self.episodes.index(0))
        if self.is_covers:
            self.setGridSize(size)
        self.setFixedHeight(-(-rows // columns) * size.height() + 2)

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths have other columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the list."""
        event.ignore()

    def scrollTo(  # noqa: N802
        self,
        index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Ask for a row to be brought into view."""
        if index.isValid():
            self.row_shown.emit(self.visualRect(index))

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """A page is what is seen of it; Up from the first row leaves it."""
        moves, row = QAbstractItemView.CursorAction, self.currentIndex().row()
        if action in {moves.MovePageDown, moves.MovePageUp} and row >= 0:
            size = self.visualRect(self.currentIndex())
            step = max(1, _PAGE_HEIGHT // max(1, size.height()) - 1) * self._columns
            step = step if action is moves.MovePageDown else -step
            last = self.episodes.rowCount() - 1
            return self.episodes.index(min(last, max(0, row + step)), 0)
        if action is moves.MoveUp and 0 <= row < self._columns:
            self.head_requested.emit()
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which button of a row is under the mouse."""
        super().mouseMoveEvent(event)
        self._see_button(event.position().toPoint())

    def click(self, index: Index, each: ShelfEpisode, point: QPoint) -> None:
        """A button, else the row."""
        match self._button_at(index, point):
            case RowButton.PLAY:
                self._requests.play.emit(each)
            case RowButton.CHOOSE:
                self._requests.choose_transcript.emit(each)
            case RowButton.MORE:
                self.show_menu(index, self.viewport().mapToGlobal(point))
            case _:
                super().click(index, each, point)

    # Its own work

    @property
    def _columns(self) -> int:
        return max(1, self.width() // max(1, self.gridSize().width())) if self.is_covers else 1

    def _option(self, index: Index | None = None) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        if index is not None:
            option.rect = self.visualRect(index)
        return option

    def _button_at(self, index: Index, point: QPoint) -> RowButton | None:
        if self.is_covers or not index.isValid():
            return None
        return self._row.button_at(self._option(index), index, point)

    def _see_button(self, point: QPoint | None) -> None:
        index = self.indexAt(point) if point is not None else QModelIndex()
        button = self._button_at(index, point) if point is not None else None
        found = (index.row(), button) if button is not None else None
        if found != self._row.pressed_at:
            self._row.pressed_at = found
            self.viewport().update()
        hand = button is RowButton.CHOOSE
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)


class ContinueShelf(EpisodeView):
    """What was begun, side by side; Left and Right walk along it, Down leaves it."""

    list_requested = Signal()
    field_requested = Signal()

    def __init__(
        self, requests: ShelfRequests, look: ShelfLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(requests, parent)
        self._card = EpisodeCard(look, self)
        self.setAccessibleName(self.tr("Continue"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setSpacing(0)
        self.setItemDelegate(self._card)

    def set_look(self, look: ShelfLook) -> None:
        """Take on other colours and icons."""
        self._card.look = look
        self.viewport().update()

    def fit(self, page_width: int) -> None:
        """Smaller cards where there is little room."""
        self._card.is_small = page_width < _SMALL
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        self.setFixedHeight(self._card.sizeHint(option, QModelIndex()).height() + 2)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down leave it, for what stands there."""
        if event.key() == Qt.Key.Key_Down:
            self.list_requested.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.field_requested.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that turns sideways, or with Shift, scrolls along; else the page does."""
        step = event.angleDelta().x() or event.pixelDelta().x()
        bar = self.horizontalScrollBar()
        if step and bar.maximum():
            bar.setValue(bar.value() - step)
            event.accept()
        else:
            event.ignore()
