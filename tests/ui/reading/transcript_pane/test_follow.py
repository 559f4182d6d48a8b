"""Following: when the page moves, how far, and what ends it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, QPointF, QPropertyAnimation, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from reader.transcript.model import Cue, Transcript
from tests.ui.reading.transcript_pane.conftest import Open
from ui.reading.transcript_pane.follow import Follow
from ui.reading.transcript_pane.transcript_pane import TranscriptPane

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pane(open_pane: Open) -> TranscriptPane:
    return open_pane()


@pytest.fixture
def follow(pane: TranscriptPane) -> Follow:
    return Follow(pane)


def say(pane: TranscriptPane, follow: Follow, cue: int) -> None:
    pane.set_current((cue,))
    follow.keep()


def height_of(pane: TranscriptPane, cue: int) -> float:
    """Where a line is in the view: 0 at its top, 1 at its foot."""
    top, _ = pane.spoken.extent_of(cue)
    return (top - pane.scroll_bar.value()) / pane.viewport().height()


def is_gliding(follow: Follow) -> bool:
    glide = follow.findChild(QPropertyAnimation)
    assert glide is not None
    return glide.state() is QAbstractAnimation.State.Running


def settle(follow: Follow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not is_gliding(follow))


def cue_near(pane: TranscriptPane, height: float) -> int:
    """The line at this height of the view."""
    return min(range(len(pane.reading.transcript.cues)), key=lambda cue: _off(pane, cue, height))


def _off(pane: TranscriptPane, cue: int, height: float) -> float:
    return abs(height_of(pane, cue) - height)


def test_the_page_stays_while_the_line_is_in_the_comfort_zone(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot
) -> None:
    say(pane, follow, 300)
    settle(follow, qtbot)
    for height in (0.22, 0.35, 0.48):
        low = cue_near(pane, height)
        y = pane.scroll_bar.value()
        say(pane, follow, low)
        assert not is_gliding(follow)
        assert pane.scroll_bar.value() == y


@pytest.mark.parametrize("cue", [0, 1, 599])
def test_a_line_that_cannot_come_nearer_starts_no_glide(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot, cue: int
) -> None:
    """At either end of the text: it glided from 0 to 0 for ever, 65 times a second."""
    for each in (cue, cue):
        say(pane, follow, each)
        settle(follow, qtbot)
    follow.keep()
    assert not is_gliding(follow)
    follow.start()
    assert not is_gliding(follow)


def test_a_line_higher_than_the_view_starts_no_glide_twice(open_pane: Open, qtbot: QtBot) -> None:
    cues = [
        Cue(k, k * 1_000, k * 1_000 + 900, "word " * 3_000 if k == 1 else "a") for k in range(9)
    ]
    pane = open_pane(Transcript(tuple(cues)))
    follow = Follow(pane)
    say(pane, follow, 1)
    settle(follow, qtbot)
    follow.keep()
    assert not is_gliding(follow)


@pytest.mark.parametrize("height", [0.75, 0.95, 0.05])
def test_outside_of_it_the_line_glides_to_a_third(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot, height: float
) -> None:
    say(pane, follow, 300)
    settle(follow, qtbot)
    cue = cue_near(pane, height)
    before = pane.scroll_bar.value()
    say(pane, follow, cue)
    assert is_gliding(follow)
    assert abs(pane.scroll_bar.value() - before) < 3  # it begins softly
    settle(follow, qtbot)
    assert height_of(pane, cue) == pytest.approx(1 / 3, abs=0.02)


def test_a_long_jump_is_cut(pane: TranscriptPane, follow: Follow) -> None:
    say(pane, follow, 500)
    assert not is_gliding(follow)
    assert height_of(pane, 500) == pytest.approx(1 / 3, abs=0.02)


def test_with_reduced_motion_nothing_glides(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot
) -> None:
    say(pane, follow, 300)
    settle(follow, qtbot)
    follow.is_motion_reduced = True
    cue = cue_near(pane, 0.9)
    say(pane, follow, cue)
    assert not is_gliding(follow)
    assert height_of(pane, cue) == pytest.approx(1 / 3, abs=0.02)


def test_the_first_lines_do_not_move_the_page(pane: TranscriptPane, follow: Follow) -> None:
    say(pane, follow, 0)
    assert pane.scroll_bar.value() == 0


def turn_wheel(pane: TranscriptPane) -> None:
    point = QPointF(100, 100)
    where = QPointF(pane.viewport().mapToGlobal(point.toPoint()))
    phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    turn = QWheelEvent(point, where, QPoint(), QPoint(0, -240), none, PLAIN, phase, False)
    QApplication.sendEvent(pane.viewport(), turn)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> Callable[[TranscriptPane], None]:
    return lambda pane: QTest.keyClick(pane, key, modifiers)


def drag(pane: TranscriptPane) -> None:
    view = pane.viewport()
    QTest.mousePress(view, LEFT, PLAIN, QPoint(300, 200))
    QTest.mouseMove(view, QPoint(400, 260))
    QTest.mouseRelease(view, LEFT, PLAIN, QPoint(400, 260))


def double_click(pane: TranscriptPane) -> None:
    box = pane.boxes(*pane.reading.ranges(300)[0])[0]
    point = box.center().toPoint() - QPoint(0, pane.scroll_bar.value())
    QTest.mouseDClick(pane.viewport(), LEFT, PLAIN, point)


def move_slider(pane: TranscriptPane) -> None:
    pane.scroll_bar.setSliderDown(True)
    pane.scroll_bar.setSliderPosition(40)
    pane.scroll_bar.setSliderDown(False)


def page_by_bar(pane: TranscriptPane) -> None:
    pane.scroll_bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)


WAYS = {
    "wheel": turn_wheel,
    "slider": move_slider,
    "scroll bar": page_by_bar,
    "page down": press(Qt.Key.Key_PageDown),
    "up": press(Qt.Key.Key_Up),
    "home": press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier),
    "shift and arrow": press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
    "select all": press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier),
    "drag": drag,
    "double click": double_click,
}


@pytest.mark.parametrize("way", WAYS)
def test_looking_elsewhere_ends_the_pulling_until_it_is_started(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot, way: str
) -> None:
    say(pane, follow, 300)
    settle(follow, qtbot)
    with qtbot.waitSignal(follow.changed, check_params_cb=lambda is_on: not is_on):
        WAYS[way](pane)
    assert not follow.is_on
    y = pane.scroll_bar.value()
    for cue in (301, 302, 310, 320, 500):
        say(pane, follow, cue)  # nothing pulls, however long it plays on
    assert not is_gliding(follow)
    assert pane.scroll_bar.value() == y
    with qtbot.waitSignal(follow.changed, check_params_cb=bool):
        follow.start()
    settle(follow, qtbot)
    assert height_of(pane, 500) == pytest.approx(1 / 3, abs=0.02)


def test_its_own_movement_does_not_end_it(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(follow.changed):
        for cue in range(300, 330, 3):
            say(pane, follow, cue)
            settle(follow, qtbot)
    assert follow.is_on


def test_the_wheel_stops_a_glide_at_once(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot
) -> None:
    say(pane, follow, 300)
    settle(follow, qtbot)
    say(pane, follow, cue_near(pane, 0.9))
    turn_wheel(pane)
    assert not is_gliding(follow)


def test_the_direction_of_the_line(pane: TranscriptPane, follow: Follow) -> None:
    assert follow.direction() == 0  # there is none
    say(pane, follow, 300)
    assert follow.direction() == 0
    follow.stop()
    pane.scroll_to(0)
    assert follow.direction() == 1
    pane.scroll_to(pane.scroll_bar.maximum())
    assert follow.direction() == -1


def test_going_on_leaves_the_page_where_the_line_is_in_view(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot
) -> None:
    say(pane, follow, 300)
    settle(follow, qtbot)
    follow.stop()
    pane.set_current((cue_near(pane, 0.8),))
    y = pane.scroll_bar.value()
    follow.go_on()
    assert follow.is_on
    assert pane.scroll_bar.value() == y
    assert not is_gliding(follow)
    pane.set_current((500,))
    follow.go_on()
    assert follow.direction() == 0


def test_started_it_brings_the_line_to_a_third_from_wherever_it_is(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot
) -> None:
    """Inside the comfort zone as well, where following alone would leave it."""
    say(pane, follow, 300)
    settle(follow, qtbot)
    follow.stop()
    low = cue_near(pane, 0.5)
    pane.set_current((low,))
    follow.start()
    assert is_gliding(follow)
    settle(follow, qtbot)
    assert height_of(pane, low) == pytest.approx(1 / 3, abs=0.02)


def test_a_glide_under_way_is_not_begun_again(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot
) -> None:
    say(pane, follow, 300)
    settle(follow, qtbot)
    say(pane, follow, cue_near(pane, 0.9))
    glide = follow.findChild(QPropertyAnimation)
    assert glide is not None
    glide.setCurrentTime(60)
    follow.keep()
    assert is_gliding(follow)
    assert glide.currentTime() >= 60


def test_a_page_that_was_moved_since_the_last_glide_comes_back(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot
) -> None:
    say(pane, follow, 300)
    settle(follow, qtbot)
    say(pane, follow, cue_near(pane, 0.9))
    settle(follow, qtbot)
    pane.scroll_to(0)
    follow.keep()
    assert follow.direction() == 0


def test_a_line_is_in_view_to_its_last_pixel(pane: TranscriptPane, follow: Follow) -> None:
    layout = pane.page_layout
    layout.refine(0, layout.documentSize().height())  # else lines move while the page does
    say(pane, follow, 300)
    follow.stop()
    top, bottom = pane.spoken.extent_of(300)
    height = pane.viewport().height()
    for y, direction in (
        *((bottom, -1), (bottom - 1, 0)),
        *((top - height, 1), (top - height + 1, 0)),
    ):
        pane.scroll_bar.setValue(y)
        assert pane.spoken.extent_of(300) == (top, bottom)
        assert follow.direction() == direction


def test_following_is_reported_once(pane: TranscriptPane, follow: Follow) -> None:
    reported: list[bool] = []
    follow.changed.connect(reported.append)
    for act in (follow.start, follow.stop, follow.stop, follow.start, follow.go_on):
        act()
    assert reported == [False, True]


def test_without_a_line_nothing_moves(pane: TranscriptPane, follow: Follow) -> None:
    follow.stop()
    follow.start()
    follow.keep()
    assert pane.scroll_bar.value() == 0


def test_a_glide_that_missed_its_line_goes_on(
    pane: TranscriptPane, follow: Follow, qtbot: QtBot
) -> None:
    """Heights become exact on the way: the line is then elsewhere than it was."""
    low = cue_near(pane, 0.9)
    say(pane, follow, low)
    glide = follow.findChild(QPropertyAnimation)
    assert glide is not None
    glide.setEndValue(glide.startValue())
    qtbot.waitUntil(lambda: height_of(pane, low) < 0.4)
