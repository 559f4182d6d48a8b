"""The library page: what it lists, how one walks through it, what it offers where it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QIcon, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.library.shelf import ShelfEpisode, ShelfOrder, WatchedFolder
from tests.shelved import HOUR, START, shelved
from tests.ui.library.conftest import Show
from ui.library.library_page import LibraryPage
from ui.library.shelf_paint import ShelfLook
from ui.library.shelf_places import PlaceKind, ShelfPlace

_UP, _DOWN, _ENTER = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return
PODS = Path("/pods")
FOLDERS = [WatchedFolder(PODS, 3), WatchedFolder(Path("/media/Disk"), 1, is_connected=False)]


def episodes() -> list[ShelfEpisode]:
    return [
        shelved("Begun", day=3, position=HOUR // 3, heard_at=START, show="Leaves", folder=PODS),
        shelved("New", day=2, show="Leaves", folder=PODS),
        shelved("Mute", day=1, transcript=None, show="Stones", folder=PODS),
        shelved(
            "Over", day=0, is_finished=True, notes=4, is_unplugged=True, folder=FOLDERS[1].path
        ),
    ]


@pytest.fixture
def page(look: ShelfLook, show: Show) -> LibraryPage:
    made = LibraryPage(QIcon(), look)
    show(made, 1280, 860)
    made.set_shelf(episodes(), FOLDERS)
    made.focus_first()
    return made


def titles(page: LibraryPage) -> list[str]:
    return [each.episode.title for each in page.body.listed]


def focused() -> object:
    return QApplication.focusWidget()


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)


def chip(page: LibraryPage, name: str) -> QToolButton:
    return next(
        each
        for each in page.findChildren(QToolButton)
        if each.text().startswith(name) and each.isVisible()
    )


def texts(page: LibraryPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_before_the_library_answers_there_is_the_field_alone(look: ShelfLook, show: Show) -> None:
    page = LibraryPage(QIcon(), look)
    show(page, 1280, 860)
    controls = [*page.findChildren(QComboBox), *page.findChildren(QToolButton)]
    assert page.field.isVisible()
    assert not any(each.isVisible() for each in controls)
    assert not page.sidebar.isVisible()
    page.set_shelf(episodes(), FOLDERS)
    assert page.body.isVisible()
    assert any(each.isVisible() for each in controls)


def test_a_window_behind_another_puts_the_keyboard_where_one_begins(
    look: ShelfLook, show: Show
) -> None:
    page = LibraryPage(QIcon(), look)
    window = show(page, 1280, 860)
    page.focus_first()
    assert window.focusWidget() is page.field
    show(QWidget())
    page.set_shelf(episodes(), FOLDERS)
    assert window.focusWidget() is page.body.shelf


def test_all_are_listed_the_newest_first(page: LibraryPage) -> None:
    assert titles(page) == ["Begun", "New", "Mute", "Over"]
    assert [each.id for each in page.body.shelf.episodes.episodes] == ["Begun"]
    assert "4 episodes, 4 h 0 min" in texts(page)


def test_the_keyboard_walks_from_the_field_to_the_last_row_and_back(
    page: LibraryPage, qtbot: QtBot
) -> None:
    page.field.setFocus()
    press(_DOWN)
    assert focused() is page.body.shelf
    press(_DOWN)
    assert focused() is page.body.list
    press(_DOWN, _DOWN)
    assert page.body.list.currentIndex().row() == 2
    with qtbot.waitSignal(page.requests.open) as asked:
        press(_ENTER)
    assert asked.args == [page.body.listed[2]]
    press(_UP, _UP, _UP)
    assert focused() is page.body.shelf
    press(_UP)
    assert focused() is page.field


@pytest.mark.parametrize(
    ("key", "modifiers", "request_name"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, "play"),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier, "play_later"),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier, "play_next"),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "rename"),
        (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier, "mark"),
    ],
)
def test_each_key_asks_for_the_chosen_episode(
    page: LibraryPage,
    qtbot: QtBot,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    request_name: str,
) -> None:
    page.body.go_to("New")
    with qtbot.waitSignal(getattr(page.requests, request_name)) as asked:
        press(key, modifiers=modifiers)
    assert asked.args == [page.body.listed[1]]


def test_what_is_removed_comes_back_with_ctrl_z(page: LibraryPage, qtbot: QtBot) -> None:
    undone = QShortcut(QKeySequence("Ctrl+Z"), page)  # as of the notes of what is open
    undone.activated.connect(lambda: pytest.fail("the window undid something unseen"))
    page.body.go_to("New")
    with qtbot.waitSignal(page.requests.forget):
        press(Qt.Key.Key_Delete)
    assert titles(page) == ["Begun", "Mute", "Over"]
    assert focused() is page.body.list
    assert page.body.list.chosen is page.body.listed[1]
    assert "Removed from the library: New" in texts(page)
    with qtbot.waitSignal(page.restore_requested) as back:
        press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert back.args is not None
    assert back.args[0].id == "New"
    assert titles(page) == ["Begun", "New", "Mute", "Over"]
    qtbot.waitUntil(lambda: page.body.list.currentIndex().row() == 1)


def test_the_keyboard_comes_back_with_what_the_library_gives_back(
    page: LibraryPage, qtbot: QtBot
) -> None:
    page.body.go_to("New")
    press(Qt.Key.Key_Delete)
    page.set_shelf([each for each in episodes() if each.id != "New"], FOLDERS)
    press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    page.set_shelf(episodes(), FOLDERS)
    qtbot.waitUntil(lambda: page.body.list.currentIndex().row() == 1)
    assert focused() is page.body.list


def test_all_can_be_removed_and_all_come_back(page: LibraryPage) -> None:
    page.set_shelf(episodes()[:2])
    page.body.list.setFocus()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Delete)
    assert titles(page) == []
    undo = focused()
    assert isinstance(undo, QPushButton)
    assert undo.text() == "Undo"
    press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert titles(page) == ["Begun", "New"]


def test_undo_is_over_when_the_page_goes(page: LibraryPage, qtbot: QtBot) -> None:
    page.body.go_to("New")
    press(Qt.Key.Key_Delete)
    page.hide()
    page.show()
    with qtbot.assertNotEmitted(page.restore_requested):
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_filters_with_their_numbers(page: LibraryPage) -> None:
    shown = [
        each.text()
        for each in page.findChildren(QToolButton)
        if each.property("pill") and each.isVisible()
    ]
    assert shown == [
        "All  4", "New  2", "Begun  1", "Heard  1", "With notes  1", "Without transcript  1"
    ]  # fmt: skip
    chip(page, "New").click()
    assert titles(page) == ["New", "Mute"]
    chip(page, "Without").click()
    assert titles(page) == ["Mute"]
    assert any("whisper.cpp" in text for text in texts(page))
    chip(page, "All").click()
    assert len(titles(page)) == 4


def test_another_order_is_kept_for_the_next_time(page: LibraryPage, qtbot: QtBot) -> None:
    orders = next(each for each in page.findChildren(QComboBox) if each.accessibleName() == "Order")
    with qtbot.waitSignal(page.look_changed) as changed:
        orders.setCurrentIndex(orders.findText("By title"))
    assert changed.args == [ShelfOrder.TITLE, False]
    assert titles(page) == ["Begun", "Mute", "New", "Over"]
    with qtbot.waitSignal(page.look_changed) as changed:
        chip_named(page, "As covers").click()
    assert changed.args == [ShelfOrder.TITLE, True]


def chip_named(page: LibraryPage, name: str) -> QToolButton:
    return next(each for each in page.findChildren(QToolButton) if each.accessibleName() == name)


def test_covers_stand_side_by_side(page: LibraryPage) -> None:
    page.set_order(ShelfOrder.NEWEST, is_covers=True)
    view = page.body.list
    first, second = (view.visualRect(view.model().index(row, 0)) for row in (0, 1))
    assert first.top() == second.top()
    assert first.right() <= second.left()
    assert view.height() >= first.height()
    view.setFocus()
    view.go_to(0)
    press(Qt.Key.Key_Right)
    assert view.currentIndex().row() == 1


@pytest.mark.parametrize(("width", "least"), [(360, 2), (480, 2), (1_000, 4), (1_500, 6)])
def test_covers_fill_a_row_from_margin_to_margin(page: LibraryPage, width: int, least: int) -> None:
    page.window().resize(width, 760)
    page.set_shelf([shelved(f"e{k}") for k in range(9)])
    page.set_order(ShelfOrder.NEWEST, is_covers=True)
    QApplication.processEvents()
    view = page.body.list
    rects = [view.visualRect(view.model().index(row, 0)) for row in range(9)]
    first = [rect for rect in rects if rect.top() == rects[0].top()]
    assert len(first) >= least
    assert first[0].left() == 0
    assert view.width() - len(first) - 1 <= first[-1].right() + 1 <= view.width()


def test_the_sidebar_leads_to_shows_and_folders(page: LibraryPage, qtbot: QtBot) -> None:
    names = [page.sidebar.model().index(row, 0).data() for row in range(11)]
    assert names == [
        "All Episodes", "Up Next", "All Notes", "Shows", "Leaves", "Stones",
        "Folders", "pods", "Disk", "Watch a Folder…", None,
    ]  # fmt: skip
    page.sidebar.setFocus()
    row = names.index("Stones")
    page.sidebar.setCurrentIndex(page.sidebar.model().index(row - 1, 0))
    press(_DOWN)
    assert titles(page) == ["Mute"]
    assert not page.body.shelf.isVisible()
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.mouseClick(
            page.sidebar.viewport(),
            Qt.MouseButton.LeftButton,
            pos=page.sidebar.visualRect(page.sidebar.model().index(9, 0)).center(),
        )
    assert asked.args is not None
    assert asked.args[0].kind is PlaceKind.WATCH
    assert titles(page) == ["Mute"]


def test_a_folder_that_is_away_is_said_to_be(page: LibraryPage) -> None:
    index = page.sidebar.model().index(8, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Disk, not connected"


@pytest.mark.parametrize(("width", "is_beside"), [(1280, True), (880, False), (360, False)])
def test_places_stand_beside_the_page_where_there_is_room(
    page: LibraryPage, qtbot: QtBot, width: int, is_beside: bool
) -> None:
    page.window().resize(width, 760)
    qtbot.waitUntil(lambda: page.body.width() == width - (240 if is_beside else 0))
    places = next(
        each
        for each in page.findChildren(QComboBox)
        if each.accessibleName() == "Place in the library"
    )
    assert page.sidebar.isVisible() is is_beside
    assert places.isVisible() is not is_beside
    content = page.body.widget()
    assert content is not None
    assert content.width() <= page.body.viewport().width()


def test_with_few_shows_a_field_for_choices_serves(page: LibraryPage) -> None:
    page.set_shelf(episodes()[:2], FOLDERS[:1])
    assert not page.sidebar.isVisible()


def test_a_place_is_chosen_in_the_field_too(page: LibraryPage, qtbot: QtBot) -> None:
    page.window().resize(600, 700)
    qtbot.waitUntil(lambda: not page.sidebar.isVisible())
    places = next(
        each
        for each in page.findChildren(QComboBox)
        if each.accessibleName() == "Place in the library"
    )
    row = next(k for k in range(places.count()) if places.itemText(k).startswith("Stones"))
    places.setCurrentIndex(row)
    places.activated.emit(row)
    assert titles(page) == ["Mute"]


def test_an_empty_library_says_how_to_begin(look: ShelfLook, show: Show, qtbot: QtBot) -> None:
    page = LibraryPage(QIcon(), look)
    show(page)
    assert "Everything you listen to, in words" not in texts(page)
    page.set_shelf((), ())
    assert "Everything you listen to, in words" in texts(page)
    page.focus_first()
    button = focused()
    assert isinstance(button, QPushButton)
    assert button.text() == "Watch a Folder…"
    button.clearFocus()
    page.focus_field()  # as Find in Library does: there is nothing yet to find
    assert focused() is button
    with qtbot.waitSignal(page.place_requested) as asked:
        button.click()
    assert asked.args == [ShelfPlace(PlaceKind.WATCH)]
    for text, signal in (
        ("Open…", page.open_requested),
        ("Try the Sample", page.sample_requested),
    ):
        with qtbot.waitSignal(signal):
            next(
                each
                for each in page.findChildren(QPushButton)
                if each.text() == text and each.isVisible()
            ).click()


def test_an_empty_library_can_be_begun_in_the_lowest_window(look: ShelfLook, show: Show) -> None:
    page = LibraryPage(QIcon(), look)
    show(page)
    page.set_shelf((), ())
    page.resize(480, 290)
    page.focus_first()
    for _ in range(3):
        button = focused()
        assert isinstance(button, QPushButton)
        assert button.height() >= button.sizeHint().height()
        assert button.visibleRegion().boundingRect() == button.rect()
        QTest.keyClick(button, Qt.Key.Key_Tab)


def test_the_first_episode_takes_the_keyboard_from_the_empty_page(
    look: ShelfLook, show: Show
) -> None:
    page = LibraryPage(QIcon(), look)
    show(page)
    page.focus_first()
    page.set_shelf((), ())
    assert isinstance(focused(), QPushButton)
    page.set_shelf(episodes())
    assert focused() is page.body.shelf


def test_what_is_listed_late_leaves_the_keyboard_to_whoever_searches(
    look: ShelfLook, show: Show
) -> None:
    page = LibraryPage(QIcon(), look)
    show(page)
    page.focus_field()
    page.set_shelf(episodes())
    assert focused() is page.field


def test_a_watched_folder_with_nothing_in_it_says_so(page: LibraryPage) -> None:
    page.set_shelf((), FOLDERS[:1])
    assert "No recording and no transcript was found in your folders yet." in texts(page)


def test_a_new_reading_keeps_the_chosen_episode(page: LibraryPage) -> None:
    page.body.go_to("Mute")
    page.set_shelf([shelved("Newer", day=9), *episodes()], FOLDERS)
    assert page.body.list.chosen is not None
    assert page.body.list.chosen.id == "Mute"
    page.set_shelf(episodes()[:2], FOLDERS)
    assert page.body.list.chosen.id == "New"


def test_the_menu_of_a_row(page: LibraryPage, qtbot: QtBot) -> None:
    view = page.body.list
    middle = view.visualRect(view.model().index(2, 0)).center()
    where = view.viewport().mapToGlobal(middle)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, where)
    QApplication.sendEvent(view.viewport(), event)
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert list(entries) == [
        "&Open", "&Play", "Play Ne&xt", "Play &Later", "Rena&me…", "Mark as &Heard",
        "Choose &Transcript…", "Show in &Folder", "&Remove From Library",
    ]  # fmt: skip
    with qtbot.waitSignal(page.requests.choose_transcript) as asked:
        entries["Choose &Transcript…"].trigger()
    assert asked.args == [page.body.listed[2]]
    menu.close()


def test_the_buttons_of_a_row_under_the_mouse(page: LibraryPage, qtbot: QtBot) -> None:
    view, index = page.body.list, page.body.list.model().index(2, 0)
    areas = view._row.areas(view._option(index))
    with qtbot.waitSignal(page.requests.play) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=areas.play.center())
    assert asked.args == [page.body.listed[2]]
    choose = view._row._choose_area(view._option(index), index, areas).center()
    with qtbot.waitSignal(page.requests.choose_transcript):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=choose)
    with qtbot.waitSignal(page.requests.open):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=areas.cover.center())


def test_a_thousand_episodes_are_scrolled_by_the_keys(page: LibraryPage) -> None:
    many: Sequence[ShelfEpisode] = [shelved(f"Part {k}", day=-k) for k in range(1_000)]
    page.set_shelf(many, ())
    page.body.list.setFocus()
    page.body.list.go_to(0)
    press(Qt.Key.Key_End)
    assert page.body.list.currentIndex().row() == 999
    bar = page.body.verticalScrollBar()
    assert bar.value() > bar.maximum() - 200
    press(Qt.Key.Key_PageUp)
    assert 980 < page.body.list.currentIndex().row() < 998
    press(Qt.Key.Key_Home)
    row = page.body.list.visualRect(page.body.list.currentIndex())
    top = page.body.list.mapTo(page.body.viewport(), QPoint(0, row.top())).y()
    assert 0 <= top < page.body.viewport().height()


def test_escape_leads_back_to_what_is_open(page: LibraryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.back_requested):
        press(Qt.Key.Key_Escape)
