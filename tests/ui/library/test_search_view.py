"""What a search of the library shows: hits with their keys, numbers, what is near."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reader.library.search_query import Where
from reader.library.search_values import FoundFirst, NearWord, SearchResult
from tests.shelved import shelved
from tests.ui.library.conftest import Show
from tests.ui.library.found import episode, line, note, result
from ui.library.hit_rows import HitButton
from ui.library.hits_model import HitKind, HitRole
from ui.library.search_view import SearchView
from ui.library.shelf_paint import ShelfLook
from ui.widgets.choice_box import QuietBox

_SPACE, _ENTER, _DOWN, _UP = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up
_CTRL = Qt.KeyboardModifier.ControlModifier


def tea() -> SearchResult:
    first = episode(
        "On tea",
        line(3, "They drink tea all day.", "tea"),
        line(7, "Tea again.", "Tea", "Jon"),
        moments=5,
        notes=(note("buy tea", "tea"),),
    )
    return result("tea", [first, episode("More tea"), episode("Third", line(1, "tea", "tea"))])


@pytest.fixture
def view(look: ShelfLook, show: Show) -> SearchView:
    made = SearchView(look)
    made.set_shelf([shelved(name) for name in ("On tea", "More tea", "Third")])
    show(made)
    made.set_room(1_000, 32)
    made.show_result(tea())
    made.focus_first()
    return made


def kinds(view: SearchView) -> list[HitKind]:
    return [row.kind for row in view.list.hits.rows]


def press(view: SearchView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.list, key)


def shown(view: SearchView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def pill(view: SearchView, name: str) -> QToolButton:
    return next(each for each in view.findChildren(QToolButton) if each.text().startswith(name))


def test_an_episode_then_its_lines_its_notes_and_what_more_there_is(view: SearchView) -> None:
    assert kinds(view) == [
        HitKind.EPISODE, HitKind.LINE, HitKind.LINE, HitKind.NOTE, HitKind.MORE,
        HitKind.EPISODE, HitKind.EPISODE, HitKind.LINE,
    ]  # fmt: skip
    assert view.list.hits.index(4).data() == "3 more in this episode"
    assert view.list.hits.index(0).data(HitRole.COUNT) == "5 moments, 1 note"
    said = view.list.hits.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Mara, 0:03, They drink tea all day., On tea"


def test_the_arrows_pass_over_titles_that_have_lines(view: SearchView) -> None:
    rows = [view.list.currentIndex().row()]
    for _ in range(6):
        press(view, _DOWN)
        rows.append(view.list.currentIndex().row())
    assert rows == [1, 2, 3, 4, 5, 7, 7]
    press(view, _UP)
    assert view.list.currentIndex().row() == 5


def test_space_enter_and_ctrl_enter(view: SearchView, qtbot: QtBot) -> None:
    row = view.list.hits.rows[1]
    with qtbot.waitSignal(view.list.listen_requested) as asked:
        press(view, _SPACE)
    assert asked.args == [row]
    with qtbot.waitSignal(view.list.play_requested) as asked:
        press(view, _ENTER)
    assert asked.args == [row]
    with qtbot.waitSignal(view.list.open_requested) as asked:
        QTest.keyClick(view.list, _ENTER, _CTRL)
    assert asked.args == [row]


def test_up_from_the_first_and_escape_lead_to_the_field(view: SearchView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.list.field_requested):
        press(view, _UP)
    with qtbot.waitSignal(view.list.field_requested):
        press(view, Qt.Key.Key_Escape)


def test_more_lines_come_under_the_same_episode(view: SearchView, qtbot: QtBot) -> None:
    view.list.go_to(4)
    with qtbot.waitSignal(view.list.more_requested) as asked:
        press(view, _ENTER)
    assert asked.args is not None
    assert asked.args[0].found.episode_id == "On tea"
    lines = [line(cue, "tea", "tea") for cue in range(5)]
    view.show_whole(episode("On tea", *lines))
    assert kinds(view)[:7] == [HitKind.EPISODE, *[HitKind.LINE] * 5, HitKind.EPISODE]
    assert view.list.currentIndex().row() == 4


def test_the_chosen_hit_says_what_can_be_done(view: SearchView) -> None:
    chosen, other = view.list.hits.index(1), view.list.hits.index(2)
    assert view.list.visualRect(chosen).height() > view.list.visualRect(other).height()
    rows = view.list._rows
    option = view.list._option(chosen)
    fonts = rows.fonts(option)
    buttons = {button: area for button, area, _, _ in rows._actions(option, chosen, fonts)}
    assert list(buttons) == [HitButton.LISTEN, HitButton.PLAY, HitButton.OPEN]
    asked: list[object] = []
    view.list.open_requested.connect(asked.append)
    where = buttons[HitButton.OPEN].center()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked == [view.list.hits.rows[1]]


def test_a_click_on_a_hit_plays_from_it(view: SearchView, qtbot: QtBot) -> None:
    where = view.list.visualRect(view.list.hits.index(7)).center()
    with qtbot.waitSignal(view.list.play_requested) as asked:
        QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [view.list.hits.rows[7]]


def test_what_lies_on_a_disk_that_is_away_offers_nothing(look: ShelfLook, show: Show) -> None:
    view = SearchView(look)
    view.set_shelf([shelved("On tea", is_unplugged=True)])
    show(view)
    view.show_result(tea())
    view.focus_first()
    assert not view.list._rows._has_actions(view.list.currentIndex())


def test_the_numbers_say_where_it_was_found(view: SearchView, qtbot: QtBot) -> None:
    assert pill(view, "Everything").text() == "Everything  7"
    assert pill(view, "Spoken").text() == "Spoken  6"
    assert pill(view, "Notes").text() == "Notes  1"
    with qtbot.waitSignal(view.changed):
        pill(view, "Notes").click()
    assert view.where is Where.NOTES
    assert view.order is FoundFirst.BEST
    view.show_result(result("tea", [], spoken=12_345, is_estimate=True))
    assert pill(view, "Spoken").text() == "Spoken  ~12\u202f345"


def test_nothing_found_offers_what_is_near(view: SearchView, qtbot: QtBot) -> None:
    view.show_result(result("Zwix", [], near=(NearWord("zwickz", 4), NearWord("six", 9))))
    assert "Nothing in your 3 episodes has “Zwix”." in shown(view)
    assert not view.list.isVisible()
    view.focus_first()
    near = QApplication.focusWidget()
    assert isinstance(near, QPushButton)
    assert near.text() == "zwickz  4"
    with qtbot.waitSignal(view.replaced) as asked:
        near.click()
    assert asked.args == ["zwickz"]
    view.show_result(tea())
    assert view.list.isVisible()
    assert not any("Zwix" in text for text in shown(view))


def test_what_a_near_word_finds_is_listed(view: SearchView) -> None:
    nearby = result("scale ", [episode("On tea", line(1, "just scale it", "scale"), moments=6)])
    view.show_result(result("scaling", [], near=(NearWord("scale", 6),), nearby=nearby))
    assert view.list.isVisible()
    assert view.listed is nearby
    assert view.list.hits.index(0).data(HitRole.COUNT) == "6 moments with “scale”"
    view.show_result(tea())
    assert view.listed is view.result
    assert view.list.hits.index(0).data(HitRole.COUNT) == "5 moments, 1 note"


def boxes(view: SearchView) -> dict[str, QuietBox]:
    return {each.accessibleName(): each for each in view.findChildren(QuietBox)}


def test_boxes_narrow_by_show_voice_and_year(look: ShelfLook, show: Show, qtbot: QtBot) -> None:
    view = SearchView(look)
    show(view)
    view.set_room(1_000, 32)
    assert [name for name, box in boxes(view).items() if box.isVisible()] == ["Order"]
    view.set_shelf(
        [
            shelved("a", show="Open Road", voices=("Ann", "Ben"), date="2024-05-01"),
            shelved("b", show="Nature", voices=("Ann",), date="2023"),
        ]
    )
    choices = {
        name: [box.itemText(k) for k in range(box.count())] for name, box in boxes(view).items()
    }
    assert choices["Show"] == ["Any show", "Nature", "Open Road"]
    assert choices["Voice"] == ["Any voice", "Ann", "Ben"]
    assert choices["Date"] == ["Any date", "2024", "2023"]
    for name, row, expected in (
        ("Show", 2, {"show": "Open Road"}),
        ("Show", 0, {"show": ""}),
        ("Date", 1, {"after": "2024", "before": "2025"}),
        ("Date", 0, {"after": "", "before": ""}),
    ):
        with qtbot.waitSignal(view.narrowed) as asked:
            boxes(view)[name].setCurrentIndex(row)
            boxes(view)[name].activated.emit(row)
        assert asked.args == [expected]
    view.set_room(700, 16)
    assert not boxes(view)["Show"].isVisible()


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("tea", ["Any show", "Any voice", "Any date"]),
        ('tea show:"open road"', ["Open Road", "Any voice", "Any date"]),
        ("tea voice:an after:2024 before:2025", ["Any show", "an", "2024"]),
        ("tea after:2023-05 show:open", ["open", "Any voice", "2023-05–"]),
    ],
)
def test_boxes_show_what_was_typed(view: SearchView, typed: str, texts: list[str]) -> None:
    view.set_shelf([shelved("On tea", show="Open Road", voices=("Ann",), date="2024-05-01")])
    for _ in range(2):
        view.show_result(result(typed, []))
        assert [boxes(view)[name].currentText() for name in ("Show", "Voice", "Date")] == texts
    view.show_result(result("tea", []))
    assert boxes(view)["Show"].count() == 2


def test_what_only_a_note_has_is_listed_before_what_is_near(view: SearchView) -> None:
    found = episode("On tea", notes=(note("scaling laws", "scaling"),))
    view.show_result(result("scaling", [found], spoken=0, near=(NearWord("scale", 2),)))
    assert view.list.isVisible()
    assert "Nobody says “scaling”." in shown(view)


@pytest.mark.parametrize(
    ("typed", "verdict", "advice"),
    [
        ("++", "“++” is not found by itself.", "Signs are found beside letters or numbers"),
        ('"', "There is no word to look for yet.", "Go on typing:"),
        ("voice:", "There is no word to look for yet.", "Go on typing:"),
        ("C++", "Nothing in your 3 episodes has “C++”.", "Fewer words, or other ones,"),
    ],
)
def test_what_cannot_be_looked_for_says_why(
    view: SearchView, typed: str, verdict: str, advice: str
) -> None:
    view.show_result(result(typed, []))
    assert verdict in shown(view)
    assert any(text.startswith(advice) for text in shown(view))


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"indexed": 2}, "2 of 3 episodes have been read so far."),
        ({"is_index_on": False}, "Only titles and notes are searched: the index of words is off."),
        ({"is_newest_first": True}, "So much was found that the newest comes first."),
    ],
)
def test_what_is_not_whole_says_so(view: SearchView, changes: dict[str, object], text: str) -> None:
    view.show_result(result("tea", [], **changes))
    assert text in shown(view)


def test_the_examples_are_of_this_library(look: ShelfLook, show: Show, qtbot: QtBot) -> None:
    view = SearchView(look)
    show(view)
    view.set_shelf([shelved("a", show="Open Road", voices=("Ann Lee",), date="2024-05-01")])
    buttons = {each.text(): each for each in view.findChildren(QPushButton) if each.isVisible()}
    assert list(buttons) == [
        "“words in a row”", "-without", 'voice:"Ann Lee"', 'show:"Open Road"', "after:2024",
        "in:notes",
    ]  # fmt: skip
    with qtbot.waitSignal(view.added) as asked:
        buttons["in:notes"].click()
    assert asked.args == ["in:notes"]


@pytest.mark.parametrize("width", [320, 500, 2_000])
def test_every_row_is_as_high_as_its_words(view: SearchView, width: int) -> None:
    view.window().resize(width, 700)
    QApplication.processEvents()
    text = "a word of tea " * 11
    view.show_result(result("tea", [episode("On tea", line(3, text, "tea"))]))
    view.set_room(width, 16)
    row = view.list.visualRect(view.list.hits.index(1))
    assert 20 < row.height() < 260
    view.grab()
