"""The page: following, finding and copying in one place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader import paths
from reader.overlays.overlays import scripted
from reader.settings import Settings
from reader.transcript.model import Cue, Transcript
from reader.transcript.reading_text import Place
from reader.transcript.script import ReadingOptions, Script
from tests.ui.reading.transcript_pane.conftest import long_transcript
from ui.appearance.appearance import Appearance
from ui.notes.toast import Toast
from ui.reading.reading_page import ReadingPage

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def appearance(dressed: None, tmp_path: Path) -> Iterator[Appearance]:
    appearance = Appearance(Settings(tmp_path / "earmark.ini"), paths.resources())
    yield appearance
    appearance.deleteLater()  # it dresses the application whenever its colours change


@pytest.fixture
def script() -> Script:
    return scripted(Path("talk.vtt"), long_transcript())


@pytest.fixture
def page(appearance: Appearance, script: Script, qtbot: QtBot) -> ReadingPage:
    page = ReadingPage(appearance)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.show_script(script)
    return page


def point_of(page: ReadingPage, cue: int) -> QPoint:
    box = page.pane.boxes(*page.pane.reading.ranges(cue)[0])[0]
    return QPoint(round(box.left()) + 12, round(box.center().y()) - page.pane.scroll_bar.value())


def lowest(page: ReadingPage) -> int:
    """The last line that is wholly in view."""
    cues = range(len(page.pane.reading.transcript.cues))
    return max(
        cue
        for cue in cues
        if page.pane.spoken.extent_of(cue)[1] - page.pane.scroll_bar.value() < 690
    )


def test_a_click_does_not_move_the_page_under_the_mouse(page: ReadingPage, qtbot: QtBot) -> None:
    page.set_current((0,))
    page.place_requested.connect(lambda place: page.set_current((place.cue,)))
    cue, y = lowest(page), page.pane.scroll_bar.value()
    point = point_of(page, cue)
    QTest.mouseClick(page.pane.viewport(), LEFT, PLAIN, point)
    assert page.pane.spoken.lead == cue
    assert page.follow.is_on
    QTest.qWait(1)
    assert page.pane.scroll_bar.value() == y
    page.set_current((cue + 1,))  # with the next line it follows
    qtbot.waitUntil(lambda: page.pane.scroll_bar.value() > y)


def test_a_click_after_scrolling_follows_again(page: ReadingPage) -> None:
    page.place_requested.connect(lambda place: page.set_current((place.cue,)))
    page.set_current((0,))
    page.follow.stop()
    page.pane.scroll_to(5_000)
    assert page.back_button.isVisible()
    cue = lowest(page) - 3
    QTest.mouseClick(page.pane.viewport(), LEFT, PLAIN, point_of(page, cue))
    assert page.follow.is_on
    assert not page.back_button.isVisible()


def test_the_way_back_shows_where_and_when(page: ReadingPage) -> None:
    page.set_current((300,))
    assert not page.back_button.isVisible()
    page.follow.stop()
    page.pane.scroll_to(0)
    assert page.back_button.text() == "Back to 10:00"
    page.set_current((301,))
    assert page.back_button.text() == "Back to 10:02"
    page.set_current(())
    assert not page.back_button.isVisible()


@pytest.fixture
def turn(page: ReadingPage) -> Script:
    """A turn of twenty minutes, as Otter, Teams and Meet write them, on the page."""
    said = " ".join(f"Here is sentence number {number} of all." for number in range(500))
    cues = Cue(0, 0, 1_200_000, said), Cue(1, 1_200_000, 1_202_000, "Thank you.")
    script = scripted(Path("meeting.txt"), Transcript(cues))
    page.follow.is_motion_reduced = True
    page.show_script(script)
    page.set_current((0,))
    return script


def say_word(page: ReadingPage, script: Script, number: int) -> float:
    """Have a word spoken; where it is in the view then, from 0 to 1."""
    word = script.words_of(0)[number]
    page.set_word(0, word.offset, word.length)
    position = page.pane.reading.position_of(Place(0, word.offset))
    assert position is not None
    top = page.pane.boxes(position, position + 1)[0].top() - page.pane.scroll_bar.value()
    return top / page.pane.viewport().height()


def test_in_an_advert_the_way_leads_to_where_the_text_goes_on(page: ReadingPage) -> None:
    page.set_current((0,))
    page.follow.wait()
    page.set_current(())
    page.set_resting(300)
    assert page.pane.scroll_bar.value() == 0
    assert page.back_button.text() == "Back to 10:00"
    page.back_button.click()
    assert page.pane.scroll_bar.value() > 0
    assert not page.back_button.isVisible()
    page.follow.stop()
    assert page.back_button.text() == "Follow from 10:00"
    page.set_resting(None)
    assert not page.back_button.isVisible()


def test_a_turn_taller_than_the_view_is_followed_by_the_word(
    page: ReadingPage, turn: Script
) -> None:
    for number in (400, 1_800, 3_000):
        assert say_word(page, turn, number) == pytest.approx(1 / 3, abs=0.03)
    y = page.pane.scroll_bar.value()
    say_word(page, turn, 3_001)
    page.set_word(-1, 0, 0)  # between two words
    assert page.pane.scroll_bar.value() == y


def test_it_is_followed_too_where_no_word_is_marked(page: ReadingPage, turn: Script) -> None:
    page.set_word_marked(False)
    assert say_word(page, turn, 1_800) == pytest.approx(1 / 3, abs=0.03)


def test_the_way_back_knows_the_word_in_a_tall_turn(page: ReadingPage, turn: Script) -> None:
    say_word(page, turn, 1_800)
    page.follow.stop()
    page.pane.scroll_to(0)
    assert page.follow.direction() == 1
    minutes = int(page.back_button.text().removeprefix("Back to ").split(":")[0])
    assert minutes == pytest.approx(20 * 1_800 / 3_500, abs=1.5)
    page.back_button.click()
    assert page.follow.direction() == 0
    assert say_word(page, turn, 1_800) == pytest.approx(1 / 3, abs=0.03)


def test_the_keyboard_goes_back_to_the_page_with_the_way_back(
    page: ReadingPage, qtbot: QtBot
) -> None:
    page.activateWindow()
    page.set_current((300,))
    page.follow.stop()
    page.pane.scroll_to(0)
    page.back_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(page.back_button.hasFocus)
    page.follow.start()  # as with Ctrl+G
    assert page.pane.hasFocus()


def test_the_place_is_reported_a_moment_after_scrolling(page: ReadingPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.scrolled_to, timeout=1_500) as reported:
        page.pane.scroll_to(6_000)  # far: the delay is the same everywhere
    assert reported.args == [page.pane.first_position()]


def test_a_place_that_was_left_comes_to_the_top(page: ReadingPage) -> None:
    start, _ = page.pane.reading.ranges(400)[0]
    page.show_reading_place(start)
    assert abs(point_of(page, 400).y()) < 60
    assert page.follow.is_on  # nothing is being spoken: there is nowhere else to be


def test_left_far_from_the_line_it_does_not_follow(page: ReadingPage) -> None:
    page.set_current((10,))
    page.show_reading_place(page.pane.reading.ranges(400)[0][0])
    assert not page.follow.is_on
    assert page.back_button.isVisible()


def test_another_script_starts_at_its_top_and_is_followed(
    page: ReadingPage, script: Script
) -> None:
    page.follow.stop()
    page.pane.scroll_to(5_000)
    page.show_script(scripted(Path("b.vtt"), long_transcript(50)))
    assert page.pane.scroll_bar.value() == 0
    assert page.follow.is_on


def test_the_same_script_set_anew_keeps_the_place(page: ReadingPage, script: Script) -> None:
    page.follow.stop()
    page.pane.scroll_to(5_000)
    before = page.pane.first_position()
    page.show_changed_script(
        scripted(script.path, script.source, ReadingOptions(are_blanks_shown=True))
    )
    assert abs(page.pane.first_position() - before) < 150
    assert not page.follow.is_on


def test_the_word_is_marked_only_if_that_is_wanted(page: ReadingPage) -> None:
    page.set_current((3,))
    page.set_word(3, 0, 3)
    marked = page.pane.viewport().grab().toImage()
    page.set_word_marked(False)
    page.set_word(3, 4, 3)
    assert page.pane.viewport().grab().toImage() != marked
    plain = page.pane.viewport().grab().toImage()
    page.set_word(3, 0, 3)
    assert page.pane.viewport().grab().toImage() == plain


def test_playing_a_hit_follows_it(page: ReadingPage, qtbot: QtBot) -> None:
    page.open_find()
    QTest.keyClicks(page.window().focusWidget(), "brown fox")
    assert not page.follow.is_on
    with qtbot.waitSignal(page.place_requested) as asked:
        page.play_hit()
    assert asked.args is not None
    assert isinstance(asked.args[0], Place)
    assert page.follow.is_on


def test_going_back_to_the_voice_ends_a_selection_out_of_view_and_no_other(
    page: ReadingPage, qtbot: QtBot
) -> None:
    page.set_current((3,))
    qtbot.waitUntil(lambda: page.follow.direction() == 0)
    seen = page.pane.reading.ranges(4)[0]
    page.pane.select(*seen)
    page.pane.user_selected.emit()
    page.pane.scroll_to(9_000)
    page.follow.start()
    assert page.selected_span() == page.chosen_span() == seen
    page.pane.scroll_to(9_000)
    page.follow.stop()
    last = len(page.pane.reading.transcript.cues) - 1
    page.pane.select(*page.pane.reading.ranges(last)[0])
    page.pane.user_selected.emit()
    page.back_button.click()
    qtbot.waitUntil(lambda: page.selected_span() is None)
    assert page.follow.direction() == 0
    page.pane.select(*seen)
    page.set_current((last,))  # and where the page goes on without it
    qtbot.waitUntil(lambda: page.selected_span() is None)


def test_while_typing_the_hit_stays_near(page: ReadingPage) -> None:
    page.pane.scroll_to(5_000)
    first = page.pane.first_position()
    page.open_find()
    QTest.keyClicks(page.window().focusWidget(), "lazy")
    hit = page._finder.hit
    assert hit is not None
    assert hit[0] >= first
    QTest.keyClicks(page.window().focusWidget(), " dog")
    assert page._finder.hit is not None
    assert page._finder.hit[0] - hit[0] < 2_000


def test_what_floats_over_the_page_covers_no_hit(page: ReadingPage) -> None:
    page.resize(900, 420)
    toast = Toast(page, way_back=page.back_button)
    toast.offer("Kept", "These words")
    page.open_find()
    QTest.keyClicks(page.window().focusWidget(), "fox")
    for _ in range(12):  # one of them lies where it floats
        page.find_next()
        assert page._finder.hit is not None
        box = page.pane.boxes(*page._finder.hit)[0].translated(0, -page.pane.scroll_bar.value())
        seen = box.toRect().translated(page.pane.viewport().mapTo(page, QPoint()))
        assert not seen.intersects(toast.geometry())


def test_a_text_without_words_says_so(page: ReadingPage) -> None:
    """A file with a header alone gave a blank page."""
    page.show_script(scripted(Path("talk.vtt"), Transcript(())))
    (label,) = (each for each in page.findChildren(QLabel) if "no words" in each.text())
    assert label.isVisible()
    assert "talk.vtt" in label.text()
    page.show_script(scripted(Path("other.vtt"), long_transcript()))
    assert page.pane.isVisible()


def test_a_recording_without_text_says_so(page: ReadingPage, qtbot: QtBot) -> None:
    page.show_nothing("talk.mp3")
    assert not page.pane.isVisible()
    page.show_script(scripted(Path("b.vtt"), long_transcript(50)))
    assert page.pane.isVisible()


def test_after_finding_the_text_has_the_keyboard_and_no_caret(
    page: ReadingPage, qtbot: QtBot
) -> None:
    page.activateWindow()
    page.focus_text()
    qtbot.waitUntil(page.pane.hasFocus)
    page.open_find()
    field = page.search_bar._field
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "line 20")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.pane.hasFocus)
    assert not page.search_bar.isVisible()
    assert not page.pane.page_layout.is_caret_shown
