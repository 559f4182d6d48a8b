from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.kept import THREE, kept
from ui.appearance.icons import Icons
from ui.appearance.theme import DARK, LIGHT
from ui.notes.note_list import NoteList
from ui.notes.note_requests import Edge
from ui.notes.notes_panel import NotesPanel

ICONS = Path(__file__).parents[3] / "resources" / "icons"
PLAYER_KEYS = ("Space", "Left", "Right", "Return", "Delete", "Up", "Down", "1", "5", "D", "E", "K")
PASSED_ON = "B"


class Window(QMainWindow):
    """A window with the player's keys, and the panel in it."""

    def __init__(self) -> None:
        super().__init__()
        self.leaked: list[str] = []
        for key in (*PLAYER_KEYS, PASSED_ON):
            action = QAction(key, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, key=key: self.leaked.append(key))
            self.addAction(action)
        self.panel = NotesPanel(LIGHT, Icons(ICONS, LIGHT))
        self.setCentralWidget(self.panel)


class Requests:
    """What the panel asked for, in order."""

    def __init__(self, panel: NotesPanel) -> None:
        self.heard: list[tuple[object, ...]] = []
        names = "play edit copy keep colour delete merge split move resize".split()
        signals = {name: getattr(panel.requests, name) for name in names}
        signals |= {"play_all": panel.play_all_requested, "close": panel.close_requested}
        for name, signal in signals.items():
            signal.connect(lambda *values, name=name: self.heard.append((name, *values)))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    window.resize(300, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    assert [key for key in window.leaked if key != PASSED_ON] == []


@pytest.fixture
def panel(window: Window) -> NotesPanel:
    window.panel.set_annotations(THREE)
    window.panel.focus_list()
    return window.panel


@pytest.fixture
def requests(panel: NotesPanel) -> Requests:
    return Requests(panel)


def _list(panel: NotesPanel) -> NoteList:
    view = panel.findChild(NoteList)
    assert isinstance(view, NoteList)
    return view


def _field(panel: NotesPanel) -> QLineEdit:
    field = panel.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def _button(panel: NotesPanel, name: str) -> QToolButton:
    buttons = panel.findChildren(QToolButton)
    return next(each for each in buttons if name in (each.accessibleName(), each.text()))


def _press(key: Qt.Key, *, is_ctrl: bool = False) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    ctrl, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focused, key, ctrl if is_ctrl else none)


def _texts(panel: NotesPanel) -> str:
    return " ".join(each.text() for each in panel.findChildren(QLabel) if each.isVisible())


def test_the_keys_work_on_the_selected_note(panel: NotesPanel, requests: Requests) -> None:
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_E)
    _press(Qt.Key.Key_F2)
    _press(Qt.Key.Key_5)
    _press(Qt.Key.Key_C, is_ctrl=True)
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Delete)
    _press(Qt.Key.Key_Return, is_ctrl=True)
    assert requests.heard == [
        ("play", "harbour"),
        ("edit", "gulls"),
        ("edit", "gulls"),
        ("colour", ["gulls"], 5),
        ("copy", ["gulls"]),
        ("delete", ["boats"]),
        ("play_all", ["harbour", "gulls", "boats"]),
    ]


def test_what_is_new_is_worked_through_with_one_key_each(
    panel: NotesPanel, requests: Requests
) -> None:
    panel.set_annotations([kept(name, name, k, is_unreviewed=True) for k, name in enumerate("abc")])
    new = _button(panel, "New  3")
    QTest.mouseClick(new, Qt.MouseButton.LeftButton)
    panel.focus_list()
    _press(Qt.Key.Key_K)
    _press(Qt.Key.Key_T)
    _press(Qt.Key.Key_D)
    assert requests.heard == [("keep", ["a"]), ("edit", "b"), ("delete", ["b"])]
    panel.set_annotations([kept("c", "c")])
    assert "looked at all" in _texts(panel)


def test_what_was_looked_at_is_not_kept_twice(panel: NotesPanel, requests: Requests) -> None:
    panel.select("gulls")
    _press(Qt.Key.Key_K)
    assert requests.heard == []


def test_b_goes_on_to_the_window(window: Window, panel: NotesPanel) -> None:
    _press(Qt.Key.Key_B)
    assert window.leaked == [PASSED_ON]


def test_empty_it_teaches_b(window: Window) -> None:
    assert "Press B" in _texts(window.panel)
    assert not _field(window.panel).isVisible()


def test_words_narrow_the_list_and_esc_shows_all(panel: NotesPanel, requests: Requests) -> None:
    _field(panel).setFocus()
    QTest.keyClicks(_field(panel), "gulls")
    assert panel.shown_ids == ["gulls"]
    assert "1 of 3" in _texts(panel)
    _press(Qt.Key.Key_Down)
    assert _list(panel).hasFocus()
    _press(Qt.Key.Key_Escape)
    assert len(panel.shown_ids) == 3
    assert requests.heard == []
    _press(Qt.Key.Key_Escape)
    assert requests.heard == [("close",)]


def test_colours_kinds_and_notes_narrow_the_list(panel: NotesPanel) -> None:
    panel.set_colour_names({2: "Idea", 4: "Ask"})
    QTest.mouseClick(_button(panel, "Only Idea"), Qt.MouseButton.LeftButton)
    assert panel.shown_ids == ["gulls"]
    QTest.mouseClick(_button(panel, "Only Bookmark"), Qt.MouseButton.LeftButton)
    assert panel.shown_ids == ["harbour", "gulls"]
    QTest.mouseClick(_button(panel, "Only with a note"), Qt.MouseButton.LeftButton)
    assert panel.shown_ids == []
    assert "Esc shows all" in _texts(panel)
    panel.select("boats")
    assert len(panel.shown_ids) == 3


def test_the_order_is_chosen_in_the_menu(panel: NotesPanel, requests: Requests) -> None:
    menu = _button(panel, "More").menu()
    assert isinstance(menu, QMenu)
    newest = next(each for each in menu.actions() if "Newest" in each.text())
    newest.trigger()
    assert panel.shown_ids == ["gulls", "harbour", "boats"]
    next(each for each in menu.actions() if "Copy" in each.text()).trigger()
    assert requests.heard == [("copy", ["gulls", "harbour", "boats"])]


def test_the_selected_note_stays_so_when_others_come_and_go(
    panel: NotesPanel, qtbot: QtBot
) -> None:
    panel.select("gulls")
    reported: list[str] = []
    panel.current_changed.connect(reported.append)
    panel.set_annotations([*THREE, kept("new", "New", 500)])
    assert reported == []
    assert _list(panel).currentIndex().row() == 2
    panel.set_annotations([each for each in THREE if each.id != "gulls"])
    assert reported == ["boats"]  # what took its place, so that Delete can go on


def test_a_click_plays(panel: NotesPanel, requests: Requests) -> None:
    view = _list(panel)
    where = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert requests.heard == [("play", "boats")]


def test_several_are_selected_and_changed_at_once(panel: NotesPanel, requests: Requests) -> None:
    view = _list(panel)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    for key in (Qt.Key.Key_3, Qt.Key.Key_0, Qt.Key.Key_J, Qt.Key.Key_Delete):
        _press(key)
    both = ["harbour", "gulls"]
    assert requests.heard == [
        ("colour", both, 3),
        ("colour", both, 0),
        ("merge", both),
        ("delete", both),
    ]
    panel.set_annotations([*THREE, kept("new", "New", 500)])
    assert view.chosen_ids == both


def test_a_click_with_ctrl_selects_and_does_not_play(panel: NotesPanel, requests: Requests) -> None:
    view, ctrl = _list(panel), Qt.KeyboardModifier.ControlModifier
    where = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, ctrl, where)
    assert (view.chosen_ids, requests.heard) == (["harbour", "boats"], [])


def test_keys_split_move_and_shift_the_ends(panel: NotesPanel, requests: Requests) -> None:
    panel.select("gulls")
    QTest.keyClicks(_list(panel), "sp[]{}")
    assert requests.heard == [
        ("split", "gulls"),
        ("move", "gulls"),
        ("resize", "gulls", Edge.END_EARLIER),
        ("resize", "gulls", Edge.END_LATER),
        ("resize", "gulls", Edge.START_EARLIER),
        ("resize", "gulls", Edge.START_LATER),
    ]


def test_the_menu_offers_all_with_its_keys(panel: NotesPanel, requests: Requests) -> None:
    panel.set_colour_names({1: "Idea"})
    view = _list(panel)
    where: QPoint = view.visualRect(view.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, view.mapToGlobal(where))
    QApplication.sendEvent(view.viewport(), event)
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    actions = {each.text(): each for each in menu.actions()}
    (more,) = menu.findChildren(QMenu, "more")
    rest = {each.text(): each for each in more.actions()}
    assert {"&Play", "&Edit Note…", "Mar&k as Looked At", "&Copy", "Idea", "&Delete"} < set(actions)
    assert len([each for each in menu.actions() if not each.isSeparator()]) == 11  # with More
    assert {"Bookmark", "&Merge With Next", "&Split", "Move to Selected &Words"} < set(rest)
    assert rest["Bookmark"].isChecked()
    actions["Idea"].trigger()
    actions["&Delete"].trigger()
    menu.close()
    assert requests.heard == [("colour", ["harbour"], 1), ("delete", ["harbour"])]


@pytest.mark.parametrize("width", [240, 300, 480])
def test_many_rows_lie_one_below_the_other_and_none_is_cut(
    window: Window, qtbot: QtBot, width: int
) -> None:
    quotes = ("Yes.", "The harbour wakes early today and all are up. " * 8, "x" * 400)
    window.panel.set_annotations(
        [kept(str(k), quotes[k % 3], k, colour=k % 6, note="n " * k) for k in range(200)]
    )
    window.resize(width, 600)
    view = _list(window.panel)
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(199, 0)).bottom() > 600)
    boxes = [view.visualRect(view.model().index(row, 0)) for row in range(200)]
    assert all(a.bottom() < b.top() for a, b in pairwise(boxes))
    assert view.horizontalScrollBar().maximum() == 0
    window.panel.select("199")
    bottom = view.visualRect(view.model().index(199, 0)).bottom()
    assert 0 < bottom <= view.viewport().height()


def test_every_control_has_a_name_and_a_tip(panel: NotesPanel) -> None:
    panel.set_look(DARK, Icons(ICONS, DARK))
    for button in panel.findChildren(QToolButton):
        if button.isVisible() and button.parent() is not _field(panel):
            assert button.accessibleName() or button.text()
            assert button.toolTip()
            assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_thousands_are_laid_out_a_few_at_a_time_and_the_last_is_found(
    window: Window, qtbot: QtBot
) -> None:
    many = [kept(str(k), f"Quote {k}. " * (1 + k % 9), k) for k in range(1_500)]
    view = _list(window.panel)
    window.panel.set_annotations(many)
    assert view.layoutMode() == NoteList.LayoutMode.Batched
    window.panel.select("1400")
    bottom = view.visualRect(view.model().index(1_400, 0)).bottom()
    assert 0 < bottom <= view.viewport().height()
    y = view.verticalScrollBar().value()
    window.panel.set_annotations([*many, kept("new", "New", 1_400_000)])
    assert view.layoutMode() == NoteList.LayoutMode.SinglePass
    qtbot.wait(0)
    assert abs(view.verticalScrollBar().value() - y) < 200


def test_what_is_left_of_several_that_were_merged_is_selected_alone(panel: NotesPanel) -> None:
    panel.select("harbour")
    QTest.keyClick(_list(panel), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.chosen_ids == ["harbour", "gulls"]
    panel.set_annotations([each for each in THREE if each.id != "gulls"])
    assert panel.chosen_ids == ["harbour"]
    assert _list(panel).currentIndex().row() == 0


def test_what_is_selected_is_in_view_when_the_panel_comes(
    window: Window, panel: NotesPanel, qtbot: QtBot
) -> None:
    panel.hide()
    panel.set_annotations([kept(f"n{k}", "words " * 20, k * 1_000) for k in range(40)])
    panel.select("n39")
    panel.show()
    view = _list(panel)
    qtbot.waitUntil(lambda: view.viewport().rect().intersects(view.visualRect(view.currentIndex())))


def test_the_head_leads_on_in_words(panel: NotesPanel, qtbot: QtBot) -> None:
    for name, signal in (
        ("Export", panel.export_requested),
        ("All Notes", panel.all_notes_requested),
    ):
        button = _button(panel, name)
        assert button.text() == name
        with qtbot.waitSignal(signal):
            button.click()


def test_a_chosen_row_leaves_the_place_of_a_scroll_bar_free(panel: NotesPanel) -> None:
    """Its frame ran into the edge of the window, and moved when a scroll bar came."""
    view = _list(panel)
    picture = view.viewport().grab().toImage()
    row = view.visualRect(view.currentIndex())
    ground = picture.pixelColor(2, picture.height() - 2)
    assert picture.pixelColor(row.right() - 2, row.center().y()) == ground
    assert picture.pixelColor(row.right() - 30, row.center().y()) != ground


def test_colours_are_filtered_by_name_with_how_many_there_are(panel: NotesPanel) -> None:
    panel.set_colour_names({2: "Idea", 4: "Quote"})
    texts = [each.text() for each in panel.findChildren(QToolButton) if each.isVisible()]
    assert {"Bookmark  1", "Idea  1", "Quote  1", "With a Note  1"} <= set(texts)
    assert not any(text.startswith("Colour") for text in texts), "what there is none of is left out"


@pytest.mark.parametrize(
    ("time", "nearest"),
    [(0, "harbour"), (2_900, "harbour"), (3_500, "gulls"), (9_000, "gulls"), (19_000, "boats")],
)
def test_it_opens_at_the_note_nearest_to_the_voice(
    panel: NotesPanel, time: int, nearest: str
) -> None:
    panel.select_nearest(time)
    assert panel.chosen_ids == [nearest]
