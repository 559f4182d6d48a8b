"""What plays next, as a list that can be put in another order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.shelved import shelved
from tests.ui.library.conftest import Show
from ui.library.queue_view import QueueView
from ui.library.shelf_paint import ShelfLook
from ui.library.shelf_requests import ShelfRequests

_ALT = Qt.KeyboardModifier.AltModifier
_NONE, _LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
_MOVE = Qt.DropAction.MoveAction
_UP, _DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def view(look: ShelfLook, show: Show) -> QueueView:
    made = QueueView(ShelfRequests(), look)
    show(made)
    made.set_queue([shelved(name) for name in ("one", "two", "three")])
    assert made.focus_first()
    return made


def test_alt_with_an_arrow_moves(view: QueueView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.list.move_requested) as asked:
        QTest.keyClick(view.list, _DOWN, _ALT)
    assert asked.args is not None
    assert (asked.args[0].id, asked.args[1]) == ("one", 1)
    with qtbot.assertNotEmitted(view.list.move_requested):
        QTest.keyClick(view.list, _UP, _ALT)


def test_the_moved_one_keeps_the_keyboard(view: QueueView) -> None:
    view.set_queue([shelved(name) for name in ("two", "one", "three")])
    assert view.list.currentIndex().row() == 1


def place(view: QueueView, row: int, *, below: bool) -> QPoint:
    """In the upper or the lower half of a row."""
    rect = view.list.visualRect(view.list.episodes.index(row))
    return QPoint(rect.center().x(), rect.bottom() - 4 if below else rect.top() + 4)


def drag(view: QueueView, where: QPoint, mime: QMimeData) -> bool:
    """Whether something may be dragged there."""
    event = QDragMoveEvent(where, _MOVE, mime, _LEFT, _NONE)
    view.list.dragMoveEvent(event)
    return event.isAccepted()


def drop(view: QueueView, where: QPoint, mime: QMimeData) -> bool:
    """Whether it is taken there."""
    event = QDropEvent(QPointF(where), _MOVE, mime, _LEFT, _NONE)
    view.list.dropEvent(event)
    return event.isAccepted()


@pytest.mark.parametrize(
    ("chosen", "row", "below", "expected"),
    [
        (0, 1, True, ("one", 1)),
        (0, 2, True, ("one", 2)),
        (2, 0, False, ("three", 0)),
        (2, 1, False, ("three", 1)),
        (1, 1, True, None),
        (1, 0, True, None),
        (1, 2, False, None),
    ],
)
def test_the_mouse_moves_too(
    view: QueueView, chosen: int, row: int, below: bool, expected: tuple[str, int] | None
) -> None:
    moves: list[tuple[str, int]] = []
    view.list.move_requested.connect(lambda each, row: moves.append((each.id, row)))
    view.list.go_to(chosen)
    mime = view.list.episodes.mimeData([view.list.currentIndex()])
    where = place(view, row, below=below)
    assert drag(view, where, mime)
    assert gap(view) == row + below
    view.grab()
    assert drop(view, where, mime)
    assert moves == ([expected] if expected else [])
    assert gap(view) is None
    assert view.list.episodes.supportedDragActions() is Qt.DropAction.MoveAction
    assert view.list.episodes.flags(view.list.currentIndex()) & Qt.ItemFlag.ItemIsDragEnabled


def test_words_from_elsewhere_move_nothing(view: QueueView, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("a word")
    with qtbot.assertNotEmitted(view.list.move_requested):
        assert not drop(view, place(view, 2, below=True), mime)


def gap(view: QueueView) -> int | None:
    """Before which row something would come."""
    return view.list._gap


def test_delete_takes_off_and_enter_plays(view: QueueView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.list.remove_requested) as asked:
        QTest.keyClick(view.list, Qt.Key.Key_Delete)
    assert asked.args is not None
    assert asked.args[0].id == "one"
    with qtbot.waitSignal(view.list._requests.play):
        QTest.keyClick(view.list, Qt.Key.Key_Return)


def test_the_menu_moves_too(view: QueueView, qtbot: QtBot) -> None:
    index = view.list.episodes.index(2)
    view.list.show_menu(index, view.mapToGlobal(view.rect().center()))
    menu = view.list.findChild(QMenu)
    assert isinstance(menu, QMenu)
    entries = {each.text(): each for each in menu.actions() if each.text()}
    assert list(entries) == ["&Play", "&Open", "Move &Up", "&Remove From Up Next"]
    with qtbot.waitSignal(view.list.move_requested) as asked:
        entries["Move &Up"].trigger()
    assert asked.args is not None
    assert (asked.args[0].id, asked.args[1]) == ("three", 1)
    menu.close()


def test_an_empty_queue_says_how_to_fill_it(view: QueueView) -> None:
    view.set_queue([])
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert any("Press Q" in text for text in shown)
    assert not view.focus_first()
    clear = next(each for each in view.findChildren(QPushButton))
    assert not clear.isVisible()
