"""The page: what clicks mean, what stays in place, and every script's characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.transcript.model import Cue, Transcript, VoiceChange
from reader.transcript.reading_text import Place, ReadingText
from tests.ui.reading.transcript_pane.conftest import Open
from ui.appearance.theme import THEMES
from ui.reading.transcript_pane.page_style import PageStyle
from ui.reading.transcript_pane.transcript_pane import TranscriptPane

LEFT, PLAIN, CTRL = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def where(pane: TranscriptPane, cue: int, offset: int = 1) -> QPoint:
    """The middle of a character of a cue, in the viewport."""
    position = pane.reading.position_of(Place(cue, offset))
    assert position is not None
    pane.show_position(position)
    box = pane.boxes(position, position + 1)[0]
    return box.center().toPoint() - QPoint(0, pane.scroll_bar.value())


def drag(pane: TranscriptPane, start: QPoint, end: QPoint) -> None:
    view = pane.viewport()
    QTest.mousePress(view, LEFT, PLAIN, start)
    for point in (start + QPoint(15, 0), end):
        moved = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(point),
            QPointF(view.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            LEFT,
            PLAIN,
        )
        QApplication.sendEvent(view, moved)
    QTest.mouseRelease(view, LEFT, PLAIN, end)


def test_a_click_on_a_word_asks_to_play_from_it(open_pane: Open, qtbot: QtBot) -> None:
    pane = open_pane()
    point = where(pane, 7, 4)
    with qtbot.waitSignal(pane.place_requested) as asked:
        QTest.mouseClick(pane.viewport(), LEFT, PLAIN, point)
    assert asked.args is not None
    assert asked.args[0].cue == 7
    assert abs(asked.args[0].offset - 4) <= 1


def test_a_drag_selects_across_lines_and_does_not_play(open_pane: Open, qtbot: QtBot) -> None:
    pane = open_pane()
    start, end = where(pane, 2), where(pane, 8)
    with qtbot.assertNotEmitted(pane.place_requested):
        drag(pane, start, end)
    span = pane.selected_span()
    assert span is not None
    assert {3, 4, 5, 6, 7} <= set(pane.reading.cues_between(*span))


def test_a_click_that_only_clears_a_selection_does_not_play(open_pane: Open, qtbot: QtBot) -> None:
    pane = open_pane()
    drag(pane, where(pane, 2), where(pane, 3))
    point = where(pane, 8)
    with qtbot.assertNotEmitted(pane.place_requested):
        QTest.mouseClick(pane.viewport(), LEFT, PLAIN, point)
    assert pane.selected_span() is None
    with qtbot.waitSignal(pane.place_requested):
        QTest.mouseClick(pane.viewport(), LEFT, PLAIN, point + QPoint(30, 0))


def test_a_double_click_selects_the_word_and_takes_the_jump_back(
    open_pane: Open, qtbot: QtBot
) -> None:
    pane = open_pane()
    point = where(pane, 7, 5)
    with qtbot.waitSignals([pane.place_requested, pane.place_taken_back]):
        QTest.mouseClick(pane.viewport(), LEFT, PLAIN, point)
        QTest.mouseDClick(pane.viewport(), LEFT, PLAIN, point)
    span = pane.selected_span()
    assert span is not None
    assert pane.reading.text[slice(*span)].isalpha()


@pytest.mark.parametrize("between", [(), ("",)])
def test_the_word_of_a_double_click_is_forgotten_with_its_text(
    open_pane: Open, between: tuple[str, ...]
) -> None:
    """Qt extends it by its place, which another text does not have: it warns, and fails this."""
    pane = open_pane()
    QTest.mouseDClick(pane.viewport(), LEFT, PLAIN, where(pane, 7, 5))
    for text in (*between, "Hi there."):
        cues = (Cue(0, 0, 1_000, text),) if text else ()
        pane.show_text(ReadingText(Transcript(cues)))
    QTest.mouseClick(pane.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, where(pane, 0, 3))
    span = pane.selected_span()
    assert span is None or span <= (0, 9)


def test_without_click_to_play_only_ctrl_click_and_the_time_play(
    open_pane: Open, qtbot: QtBot
) -> None:
    pane = open_pane()
    pane.is_click_to_play = False
    point = where(pane, 7, 5)
    with qtbot.assertNotEmitted(pane.place_requested):
        QTest.mouseClick(pane.viewport(), LEFT, PLAIN, point)
    with qtbot.waitSignal(pane.place_requested):
        QTest.mouseClick(pane.viewport(), LEFT, CTRL, point)
    block = pane.reading.block_at(pane.reading.position_of(Place(10, 0)) or 0)
    time = pane.time_area(block).center().toPoint() - QPoint(0, pane.scroll_bar.value())
    with qtbot.waitSignal(pane.place_requested) as asked:
        QTest.mouseClick(pane.viewport(), LEFT, PLAIN, time)
    assert asked.args == [Place(10, 0)]


def test_playing_from_the_caret(open_pane: Open, qtbot: QtBot) -> None:
    pane = open_pane()
    cursor = QTextCursor(pane.document())
    cursor.setPosition(pane.reading.position_of(Place(3, 2)) or 0)
    pane.setTextCursor(cursor)
    with qtbot.waitSignal(pane.place_requested) as asked:
        assert pane.play_from_caret()
    assert asked.args == [Place(3, 2)]


def test_a_caret_that_the_reader_did_not_move_plays_nothing(open_pane: Open, qtbot: QtBot) -> None:
    pane = open_pane()
    with qtbot.assertNotEmitted(pane.place_requested):
        assert not pane.play_from_caret()  # it stayed at the top
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert pane.play_from_caret()
    assert not pane.play_from_caret()  # it was left behind by the sound
    pane.select(*pane.reading.ranges(4)[0])
    with qtbot.waitSignal(pane.place_requested) as asked:
        assert pane.play_from_caret()
    assert asked.args == [Place(4, 0)]


def test_copying_gives_clean_text_without_names(open_pane: Open) -> None:
    pane = open_pane()
    pane.selectAll()
    QTest.keyClick(pane, Qt.Key.Key_C, CTRL)
    copied = QApplication.clipboard().text()
    assert copied.startswith("the quick brown.")
    assert "Nora" not in copied


def test_ctrl_wheel_zooms_and_the_wheel_alone_is_scrolling(open_pane: Open, qtbot: QtBot) -> None:
    pane = open_pane()

    with qtbot.waitSignal(pane.zoom_requested) as asked, qtbot.assertNotEmitted(pane.user_scrolled):
        turn_wheel(pane, QPoint(0, 120), CTRL)
    assert asked.args == [1]
    with qtbot.waitSignal(pane.user_scrolled):
        turn_wheel(pane, QPoint(0, 120), PLAIN)


def test_an_input_method_writes_nothing_over_what_is_selected(open_pane: Open) -> None:
    pane = open_pane()
    text = pane.toPlainText()
    pane.selectAll()
    event = QInputMethodEvent()
    event.setCommitString("世界")
    QApplication.sendEvent(pane, event)
    assert pane.toPlainText() == text


@pytest.mark.parametrize(
    ("turns", "steps"),
    [
        ([(0, 15)] * 16, [1, 1]),
        ([(0, 15)] * 7, []),
        ([(0, 60), (0, -60), (0, -60)], [-1]),
        ([(0, 360)], [3]),
        ([(120, 0), (-360, 0)], []),
    ],
)
def test_ctrl_zooms_by_notches_and_not_sideways(
    open_pane: Open, turns: list[tuple[int, int]], steps: list[int]
) -> None:
    pane, asked = open_pane(), list[int]()
    pane.zoom_requested.connect(asked.append)
    for turn in turns:
        turn_wheel(pane, QPoint(*turn), CTRL)
    assert asked == steps


def test_a_sideways_wheel_is_no_scrolling(open_pane: Open, qtbot: QtBot) -> None:
    pane = open_pane()
    with qtbot.assertNotEmitted(pane.user_scrolled):
        turn_wheel(pane, QPoint(120, 0), PLAIN)


def turn_wheel(pane: TranscriptPane, angle: QPoint, modifier: Qt.KeyboardModifier) -> None:
    point = QPointF(300, 300)
    wheel = QWheelEvent(
        point,
        QPointF(pane.viewport().mapToGlobal(point.toPoint())),
        QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.viewport(), wheel)


def top_line(pane: TranscriptPane) -> tuple[int, float]:
    """The first position in view and its distance from the top."""
    position = pane.first_position()
    box = pane.boxes(position, position + 1)[0]
    return position, box.top() - pane.scroll_bar.value()


@pytest.mark.parametrize("step", [60, -60])
def test_scrolling_moves_the_text_by_just_that_much(open_pane: Open, step: int) -> None:
    """Heights become exact while scrolling, both ways, and nothing may jump by it."""
    pane = open_pane()
    bar = pane.scroll_bar
    for start in (bar.maximum() // 2, bar.maximum() // 5, bar.maximum() * 4 // 5):
        bar.setValue(start)
        for _ in range(12):
            position, before = top_line(pane)
            bar.setValue(bar.value() + step)
            after = pane.boxes(position, position + 1)[0].top() - bar.value()
            assert abs(before - after - step) <= 2


def is_same_line(pane: TranscriptPane, position: int) -> bool:
    """Whether `position` is at the top still, or just under the name of who says it."""
    reading = pane.reading
    return abs(reading.block_at(pane.first_position()) - reading.block_at(position)) <= int(
        reading.is_voice(reading.block_at(pane.first_position()))
    )


def test_a_voice_far_above_moves_nothing_in_view(open_pane: Open, qtbot: QtBot) -> None:
    """Its paragraphs are laid out for the first time: their heights were only estimated."""
    pane = open_pane(width=420)
    pane.show_position(len(pane.reading) * 3 // 4)
    position, before = top_line(pane)
    scrolled = pane.scroll_bar.value()
    with qtbot.assertNotEmitted(pane.view_moved):
        for cue in range(100, 200):
            pane.set_current((cue,))
            pane.spoken.extent()
    assert pane.scroll_bar.value() != scrolled  # else this proves nothing
    assert top_line(pane) == (position, before)


def test_selecting_far_above_moves_nothing_in_view(open_pane: Open) -> None:
    pane = open_pane(width=420)
    pane.show_position(len(pane.reading) * 3 // 4)
    before = top_line(pane)
    for start in range(2_000, 6_000, 400):
        pane.select(start, start + 9)
    assert top_line(pane) == before


def test_a_place_that_was_brought_to_the_top_stays_there_while_the_voice_moves(
    open_pane: Open,
) -> None:
    pane = open_pane(width=420)
    pane.show_from(len(pane.reading) * 3 // 4)
    before = pane.top()
    for cue in range(100, 200):
        pane.set_current((cue,))
        pane.spoken.extent()
    assert pane.top() == before


@pytest.mark.parametrize("size", [9, 22, 40])
def test_zooming_keeps_the_line_at_the_top(open_pane: Open, size: int) -> None:
    pane = open_pane()
    pane.scroll_bar.setValue(pane.scroll_bar.maximum() // 2)
    before = pane.first_position()
    pane.set_page_style(PageStyle(size=size))
    assert is_same_line(pane, before)


@pytest.mark.parametrize("width", [360, 640, 1_600])
def test_resizing_keeps_the_line_at_the_top(open_pane: Open, width: int) -> None:
    pane = open_pane()
    pane.scroll_bar.setValue(pane.scroll_bar.maximum() // 2)
    before = pane.first_position()
    pane.resize(width, 700)
    QApplication.processEvents()
    assert is_same_line(pane, before)


def test_nothing_is_wider_than_the_view_however_narrow(open_pane: Open) -> None:
    for width in (300, 480, 620, 900, 2_560):
        pane = open_pane(width=width)
        page = pane.page_layout.page
        assert page.left >= 0
        assert page.left + page.column + page.times <= pane.viewport().width() + 1


def test_a_highlight_repaints_only_its_lines(open_pane: Open) -> None:
    pane = open_pane()
    pane.set_current((4,))
    QApplication.processEvents()
    painted = PaintedArea()
    pane.viewport().installEventFilter(painted)
    pane.set_current((5,))
    QApplication.processEvents()
    whole = pane.viewport().width() * pane.viewport().height()
    assert 0 < painted.pixels < whole * 0.15


class PaintedArea(QObject):
    """Counts the pixels that were asked to be painted."""

    pixels = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            areas = cast("Iterable[QRect]", event.region())  # the stubs don't know it iterates
            self.pixels += sum(area.width() * area.height() for area in areas)
        return False


SCRIPTS = {
    "arabic": "مرحبا بكم في هذه الحلقة من البرنامج",
    "hebrew with numbers": "שלום 123 עולם (טוב)",
    "mixed": "He said مرحبا بكم and left 12:30 שלום",
    "chinese": "今天我们来谈谈语音识别的技术和应用。" * 4,
    "emoji": "Fine 👍🏽 family 👩‍👩‍👧‍👦 flag 🇩🇪 end",
    "combining": "e\u0301a\u0308o\u0302 re\u0301sume\u0301 ก็ดีนะ हिन्दी",
    "ten thousand words": " ".join(f"word{n}" for n in range(10_000)),
    "one long word": "a" * 5_000,
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_is_drawn_selected_and_clicked(
    open_pane: Open, qtbot: QtBot, name: str
) -> None:
    text = SCRIPTS[name]
    cues = (Cue(0, 0, 900, "Before it.", (VoiceChange(0, "Ann"),)), Cue(1, 900, 1_800, text))
    pane = open_pane(Transcript(cues))
    pane.set_current((1,))
    for start, end in pane.reading.ranges(1):
        boxes = pane.boxes(start, end)
        assert boxes
        assert all(box.width() > 0 for box in boxes)
        page = pane.page_layout.page
        assert all(page.left - 4 <= box.left() for box in boxes)
        assert all(box.right() <= page.left + page.column + 4 for box in boxes)
    pane.selectAll()
    QTest.keyClick(pane, Qt.Key.Key_C, CTRL)
    assert "".join(text.split()) in "".join(QApplication.clipboard().text().split())
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    point = where(pane, 1, len(text) // 2)
    with qtbot.waitSignal(pane.place_requested) as asked:
        QTest.mouseClick(pane.viewport(), LEFT, PLAIN, point)
    assert asked.args is not None
    assert asked.args[0].cue == 1
    assert abs(asked.args[0].offset - len(text) // 2) <= 7  # a family of four is one character


def test_a_right_to_left_text_is_mirrored(open_pane: Open) -> None:
    pane = open_pane(Transcript((Cue(0, 0, 900, SCRIPTS["arabic"], (VoiceChange(0, "أحمد"),)),)))
    page = pane.page_layout.page
    assert page.is_mirrored
    assert page.name_area[0] > page.left > page.time_area[0]


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_paints_ink_on_its_paper(open_pane: Open, name: str) -> None:
    pane = open_pane()
    pane.set_theme(THEMES[name])
    pane.set_current((2,))
    image = pane.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 800, 3) for y in range(0, 300, 3)}
    assert THEMES[name].paper in colours
    assert THEMES[name].current in colours


def test_an_empty_transcript_can_be_used(open_pane: Open) -> None:
    pane = open_pane(Transcript(()))
    pane.set_current(())
    pane.set_hits(())
    pane.selectAll()
    assert pane.first_position() == 0


def test_the_text_before_takes_no_memory_once_another_is_shown(
    open_pane: Open, qtbot: QtBot
) -> None:
    """A listener opens hundreds of episodes in one run."""
    pane = open_pane(Transcript((Cue(0, 0, 1_000, "One."),)))
    for text in ("Two.", "Three."):
        with qtbot.waitSignal(pane.document().destroyed):
            pane.show_text(ReadingText(Transcript((Cue(0, 0, 1_000, text),))))
    assert pane.document().toPlainText() == "Three."


def test_a_press_within_what_is_selected_begins_another_selection(open_pane: Open) -> None:
    pane = open_pane()
    drag(pane, where(pane, 2), where(pane, 4))
    first = pane.selected_span()
    drag(pane, where(pane, 3), where(pane, 3, 12))
    second = pane.selected_span()
    assert first is not None
    assert second is not None
    assert first[0] < second[0] < second[1] < first[1]


def test_the_caret_goes_on_from_what_is_read(open_pane: Open) -> None:
    pane = open_pane()
    middle = pane.reading.position_of(Place(len(pane.reading.transcript.cues) // 2, 0)) or 0
    pane.show_from(middle)
    scrolled = pane.scroll_bar.value()
    assert scrolled > pane.viewport().height()
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert abs(pane.scroll_bar.value() - scrolled) <= pane.page_layout.page.pitch
    assert abs(pane.caret_position() - middle) < 200
    QTest.keyClick(pane, Qt.Key.Key_Home, CTRL)
    assert pane.scroll_bar.value() == 0
    QTest.keyClick(pane, Qt.Key.Key_End, CTRL)
    assert pane.scroll_bar.value() == pane.scroll_bar.maximum()
