from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QIcon, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMainWindow, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader.episode import Episode
from ui.library.welcome_page import EpisodeList, UndoBar, WelcomePage

MARK = Path(__file__).parents[3] / "resources" / "icons" / "earmark.svg"
MOMENT = datetime(2026, 3, 10, tzinfo=UTC)
PLAYER_KEYS = ("Space", "Left", "Right", "Return", "Delete", "Up", "Down")


def _episode(name: str) -> Episode:
    file = Path(f"/shows/{name}.mp3")
    return Episode(name, name, file, None, MOMENT, MOMENT, length=600_000, position=60_000)


EPISODES = [_episode(name) for name in ("one", "two", "three")]


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[WelcomePage]:
    window = QMainWindow()
    qtbot.addWidget(window)
    leaked: list[str] = []
    for key in PLAYER_KEYS:
        action = QAction(key, window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _=False, key=key: leaked.append(key))
        window.addAction(action)
    page = WelcomePage(QIcon(str(MARK)))
    window.setCentralWidget(page)
    page.set_episodes(EPISODES)
    window.resize(480, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.focus_first()
    yield page
    assert leaked == []


def _list(page: WelcomePage) -> EpisodeList:
    view = page.findChild(EpisodeList)
    assert isinstance(view, EpisodeList)
    return view


def _titles(page: WelcomePage) -> list[str]:
    model = _list(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _selected(page: WelcomePage) -> list[str]:
    return [index.data() for index in _list(page).selectedIndexes()]


def _press(page: WelcomePage, qtbot: QtBot, text: str) -> None:
    button = next(each for each in page.findChildren(QPushButton) if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _undo_bar(page: WelcomePage) -> UndoBar:
    bar = page.findChild(UndoBar)
    assert isinstance(bar, UndoBar)
    return bar


def test_open_and_sample_are_requests(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested):
        _press(page, qtbot, "Open…")
    with qtbot.waitSignal(page.sample_requested):
        _press(page, qtbot, "Try the Sample")


def test_with_nothing_heard_yet_it_says_what_will_come(page: WelcomePage) -> None:
    page.set_episodes([])
    assert _list(page).isHidden()
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Recent" not in shown
    assert "What you open will be listed here, with how far you got." in shown
    page.focus_first()
    assert page.findChildren(QPushButton)[0].hasFocus()


def test_it_says_nothing_of_the_list_before_the_library_has_answered(qtbot: QtBot) -> None:
    page = WelcomePage(QIcon(str(MARK)))
    qtbot.addWidget(page)
    page.show()
    hints = [each for each in page.findChildren(QLabel) if "listed here" in each.text()]
    assert [each.isVisible() for each in hints] == [False]
    page.set_episodes([])
    assert [each.isVisible() for each in hints] == [True]


def test_the_keyboard_begins_at_the_last_heard(page: WelcomePage, qtbot: QtBot) -> None:
    assert _selected(page) == ["one"]
    with qtbot.waitSignal(page.episode_requested) as reported:
        QTest.keyClick(_list(page), Qt.Key.Key_Return)
    assert reported.args == [EPISODES[0]]


def test_arrows_and_enter_open_another_once(page: WelcomePage, qtbot: QtBot) -> None:
    reported: list[Episode] = []
    page.episode_requested.connect(reported.append)
    QTest.keyClick(_list(page), Qt.Key.Key_Down)
    QTest.keyClick(_list(page), Qt.Key.Key_Return)
    assert reported == [EPISODES[1]]


def test_a_click_opens(page: WelcomePage, qtbot: QtBot) -> None:
    view = _list(page)
    middle = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(page.episode_requested) as reported:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert reported.args == [EPISODES[2]]


def test_delete_forgets_and_undo_restores(page: WelcomePage, qtbot: QtBot) -> None:
    QTest.keyClick(_list(page), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.forget_requested) as reported:
        QTest.keyClick(_list(page), Qt.Key.Key_Delete)
    assert reported.args == [EPISODES[1]]
    assert _titles(page) == ["one", "three"]
    assert _undo_bar(page).text == "Removed from the list: two"
    with qtbot.waitSignal(page.restore_requested) as reported:
        _press(page, qtbot, "Undo")
    assert reported.args == [EPISODES[1]]
    assert _titles(page) == ["one", "two", "three"]
    assert _undo_bar(page).isHidden()


def test_all_can_be_removed_and_ctrl_z_brings_all_back(page: WelcomePage, qtbot: QtBot) -> None:
    for _ in EPISODES:
        QTest.keyClick(_list(page), Qt.Key.Key_Delete)
    assert _titles(page) == []
    assert _undo_bar(page).text == "Removed from the list: 3 episodes"
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Undo"
    QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _titles(page) == ["one", "two", "three"]
    assert _list(page).hasFocus()


def test_undo_is_over_when_the_page_goes(page: WelcomePage, qtbot: QtBot) -> None:
    QTest.keyClick(_list(page), Qt.Key.Key_Delete)
    page.hide()
    page.show()
    assert _undo_bar(page).isHidden()
    with qtbot.assertNotEmitted(page.restore_requested):
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_new_list_keeps_the_selected_row(page: WelcomePage, qtbot: QtBot) -> None:
    QTest.keyClick(_list(page), Qt.Key.Key_Down)
    page.set_episodes(EPISODES[:2])
    assert _selected(page) == ["two"]
    page.set_episodes(EPISODES[:1])
    assert _selected(page) == ["one"]


def test_the_menu_offers_the_folder(page: WelcomePage, qtbot: QtBot) -> None:
    view = _list(page)
    middle = view.visualRect(view.model().index(1, 0)).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, middle, view.viewport().mapToGlobal(middle)
    )
    QApplication.sendEvent(view.viewport(), event)
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    entries = {action.text(): action for action in menu.actions()}
    assert list(entries) == ["&Open", "Show in &Folder", "Rena&me…", "&Remove From List"]
    with qtbot.waitSignal(page.folder_requested) as reported:
        entries["Show in &Folder"].trigger()
    assert reported.args == [EPISODES[1]]
    menu.close()


def test_f2_renames(page: WelcomePage, qtbot: QtBot) -> None:
    _list(page).go_to(1)
    with qtbot.waitSignal(page.rename_requested) as reported:
        QTest.keyClick(_list(page), Qt.Key.Key_F2)
    assert reported.args == [EPISODES[1]]


def test_no_menu_beside_the_rows(page: WelcomePage) -> None:
    view = _list(page)
    view.customContextMenuRequested.emit(QPoint(5, 5_000))
    assert view.findChild(QMenu) is None


def test_a_missing_file_is_shown_in_its_row(page: WelcomePage) -> None:
    page.set_missing([Path("/shows/two.mp3")])
    index = _list(page).model().index(1, 0)
    assert "Recording not found" in index.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("count", [0, 1, 30])
def test_it_fits_into_a_small_window(page: WelcomePage, qtbot: QtBot, count: int) -> None:
    page.set_episodes([_episode(f"a title that is rather long, number {n}") for n in range(count)])
    page.window().resize(480, 600)
    qtbot.waitUntil(lambda: page.window().size().width() == 480)
    assert page.window().height() == 600
    view = _list(page)
    assert view.isHidden() == (count == 0)
    if count == 30:
        assert view.height() >= 3 * view.sizeHintForRow(0)
        assert view.verticalScrollBar().maximum() > 0
    assert isinstance(view, QListView)
