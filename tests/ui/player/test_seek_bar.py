from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QCursor,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.appearance.theme import DARK, LIGHT
from ui.player.seek_bar import SeekBar, SeekPreview
from ui.player.seek_marks import SeekMark

LENGTH = 4_860_000  # 1 hour 21 minutes
TIME = 754_321
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(SeekBar())
    window.resize(800, 200)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def bar(window: QWidget) -> SeekBar:
    bar = window.findChild(SeekBar)
    assert isinstance(bar, SeekBar)
    bar.set_length(LENGTH)
    bar.set_time(TIME)
    bar.set_line_source(lambda time: f"The line at {time // 60_000}")
    return bar


@pytest.fixture
def sought(bar: SeekBar) -> list[int]:
    times: list[int] = []
    bar.seek_requested.connect(times.append)
    return times


def middle(bar: SeekBar) -> QPoint:
    return QPoint(bar.width() // 2, bar.height() // 2)


def preview(window: QWidget, qtbot: QtBot) -> SeekPreview:
    """The pointer is moved by the X server, which reports it when it likes."""
    qtbot.waitUntil(lambda: window.findChild(SeekPreview) is not None)
    found = window.findChild(SeekPreview)
    assert isinstance(found, SeekPreview)
    return found


class TestMouse:
    def test_a_click_jumps_to_that_time(self, bar: SeekBar, sought: list[int]) -> None:
        QTest.mouseClick(bar, LEFT, pos=middle(bar))
        assert sought == [pytest.approx(LENGTH / 2, abs=LENGTH / bar.width())]
        assert bar.shown_time() == sought[0]

    def test_drag_seeks_only_on_release(self, bar: SeekBar, sought: list[int]) -> None:
        QTest.mousePress(bar, LEFT, pos=QPoint(20, 10))
        QTest.mouseMove(bar, middle(bar))
        QTest.mouseMove(bar, QPoint(bar.width() + 500, 10))
        assert sought == []
        assert bar.shown_time() == LENGTH
        bar.set_time(TIME + 40)
        assert bar.shown_time() == LENGTH, "playing on must not pull the handle away"
        QTest.mouseRelease(bar, LEFT, pos=QPoint(bar.width() + 500, 10))
        assert sought == [LENGTH]

    def test_hover_shows_time_and_line_above_the_bar(
        self, window: QWidget, bar: SeekBar, qtbot: QtBot
    ) -> None:
        QTest.mouseMove(bar, middle(bar))
        sheet = preview(window, qtbot)
        assert sheet.isVisible()
        assert sheet.text() == "40:30\nThe line at 40"
        assert sheet.geometry().bottom() < bar.y()

    @pytest.mark.parametrize("x", [0, 799])
    def test_preview_stays_inside_the_window(
        self, window: QWidget, bar: SeekBar, qtbot: QtBot, x: int
    ) -> None:
        bar.set_line_source(lambda _time: "word " * 200)
        QTest.mouseMove(bar, bar.mapFrom(window, QPointF(x, bar.y() + 5)).toPoint())
        QTest.mouseMove(bar, QPoint(min(max(1, x), bar.width() - 2), 8))
        assert window.rect().contains(preview(window, qtbot).geometry())

    def test_the_wheel_is_left_to_the_page(self, bar: SeekBar, sought: list[int]) -> None:
        point = QPointF(middle(bar))
        phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.KeyboardModifier.NoModifier
        turn = QWheelEvent(
            *(point, bar.mapToGlobal(point), QPoint(), QPoint(0, 240)),
            *(Qt.MouseButton.NoButton, none, phase, False),
        )
        QApplication.sendEvent(bar, turn)
        assert not turn.isAccepted()
        assert (sought, bar.shown_time(), bar.value()) == ([], TIME, TIME // 1000)

    def test_another_button_ends_no_drag(self, bar: SeekBar, sought: list[int]) -> None:
        QTest.mousePress(bar, Qt.MouseButton.RightButton, pos=middle(bar))
        assert bar.shown_time() == TIME
        QTest.mousePress(bar, LEFT, pos=QPoint(20, 10))
        QTest.mouseRelease(bar, Qt.MouseButton.RightButton, pos=middle(bar))
        assert sought == []
        QTest.mouseRelease(bar, LEFT, pos=middle(bar))
        assert len(sought) == 1

    def test_without_a_line_the_preview_has_the_time_alone(
        self, window: QWidget, bar: SeekBar, qtbot: QtBot
    ) -> None:
        bar.set_line_source(lambda _time: "")
        QTest.mouseMove(bar, middle(bar))
        sheet = preview(window, qtbot)
        assert sheet.text() == "40:30"
        assert sheet.wordWrap()

    def test_nothing_to_seek_without_a_recording(self, bar: SeekBar, sought: list[int]) -> None:
        bar.set_length(0)
        QTest.mouseClick(bar, LEFT, pos=middle(bar))
        assert sought == []
        assert not bar.isEnabled()


class TestKeys:
    @pytest.mark.parametrize(
        ("key", "target"),
        [
            (Qt.Key.Key_Left, TIME - 5_000),
            (Qt.Key.Key_Right, TIME + 5_000),
            (Qt.Key.Key_PageDown, TIME - 60_000),
            (Qt.Key.Key_PageUp, TIME + 60_000),
            (Qt.Key.Key_Home, 0),
            (Qt.Key.Key_End, LENGTH),
        ],
    )
    def test_a_key_seeks(self, bar: SeekBar, sought: list[int], key: Qt.Key, target: int) -> None:
        bar.setFocus()
        QTest.keyClick(bar, key)
        assert sought == [target]

    def test_keys_with_others_and_without_a_recording_are_no_seeks(
        self, bar: SeekBar, sought: list[int]
    ) -> None:
        bar.setFocus()
        QTest.keyClick(bar, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        assert sought == []
        QTest.keyClick(bar, Qt.Key.Key_Right, Qt.KeyboardModifier.KeypadModifier)
        assert sought == [TIME + 5_000]
        bar.set_length(0)
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
        bar.keyPressEvent(press)
        assert not press.isAccepted()
        assert len(sought) == 1

    def test_steps_stop_at_the_ends(self, bar: SeekBar, sought: list[int]) -> None:
        bar.setFocus()
        bar.set_time(2_000)
        QTest.keyClick(bar, Qt.Key.Key_Left)
        bar.set_time(LENGTH - 10)
        QTest.keyClick(bar, Qt.Key.Key_PageUp)
        assert sought == [0, LENGTH]

    def test_arrows_are_mirrored_with_the_layout(self, bar: SeekBar, sought: list[int]) -> None:
        bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        bar.setFocus()
        QTest.keyClick(bar, Qt.Key.Key_Left)
        QTest.keyClick(bar, Qt.Key.Key_Right)
        assert sought == [TIME + 5_000, TIME]

    def test_focused_it_keeps_its_keys_from_shortcuts(
        self, window: QWidget, bar: SeekBar, sought: list[int]
    ) -> None:
        taken: list[str] = []
        for key in ("Left", "Space"):
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.activated.connect(lambda key=key: taken.append(key))
        bar.setFocus()
        QTest.keyClick(bar, Qt.Key.Key_Left)
        QTest.keyClick(bar, Qt.Key.Key_Space)
        assert taken == ["Space"]
        assert len(sought) == 1


class TestAssistiveTechnology:
    def test_is_a_slider_that_speaks_time(self, bar: SeekBar) -> None:
        bar.setFocus()
        reported = QAccessible.queryAccessibleInterface(bar)
        assert reported.role() == QAccessible.Role.Slider
        assert reported.text(QAccessible.Text.Name) == (
            "Position: 12 minutes 34 seconds of 1 hour 21 minutes"
        )

    def test_value_is_in_seconds(self, bar: SeekBar) -> None:
        bar.setFocus()
        value = QAccessible.queryAccessibleInterface(bar).valueInterface()
        assert value is not None
        assert (value.currentValue(), value.maximumValue()) == (754, 4860)

    def test_steps_are_reported_at_once(self, bar: SeekBar) -> None:
        bar.setFocus()
        QTest.keyClick(bar, Qt.Key.Key_Right)
        assert bar.accessibleName() == "Position: 12 minutes 39 seconds of 1 hour 21 minutes"

    def test_playing_is_not_reported_while_focused(self, qtbot: QtBot, bar: SeekBar) -> None:
        bar.setFocus()
        for _ in range(3):
            bar.set_time(bar.shown_time() + 1_000)
        qtbot.waitUntil(lambda: not bar._announcing.isActive())
        assert "34 seconds" in bar.accessibleName()
        bar.clearFocus()
        bar.set_time(bar.shown_time() + 1_000)
        qtbot.waitUntil(lambda: "38 seconds" in bar.accessibleName())

    def test_a_jump_is_reported_while_focused(self, bar: SeekBar) -> None:
        bar.setFocus()
        bar.set_time(60_000)
        assert bar.accessibleName().startswith("Position: 1 minute of")

    def test_it_can_set_the_value(self, bar: SeekBar, sought: list[int]) -> None:
        value = QAccessible.queryAccessibleInterface(bar).valueInterface()
        assert value is not None
        value.setCurrentValue(60)
        assert sought == [60_000]

    def test_announcing_does_not_seek(self, bar: SeekBar, sought: list[int]) -> None:
        bar.set_length(1_000)
        bar.set_time(900)
        bar.setFocus()
        assert sought == []


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_ticks_repaint_only_when_the_handle_moves(bar: SeekBar) -> None:
    paints = Paints(bar)
    for tick in range(600):  # ten seconds of 60 Hz: 1.6 pixels
        bar.set_time(TIME + tick * 1000 // 60)
        QApplication.processEvents()
    assert 1 <= paints.count <= 3
    assert bar.shown_time() == TIME + 599 * 1000 // 60


def test_the_played_part_is_shown_by_height_and_the_rest_can_be_seen(bar: SeekBar) -> None:
    image = bar.grab().toImage()
    theme, middle = bar._theme, image.height() // 2

    def height(x: int, colour: str) -> int:
        return [image.pixelColor(x, y).name() for y in range(image.height())].count(colour)

    played, left = 60, image.width() - 60
    assert image.pixelColor(left, middle).name() == theme.edge
    assert height(played, theme.accent) > height(left, theme.edge) > 0


@pytest.mark.parametrize(("length", "is_enabled"), [(-5, False), (0, False), (1, True)])
def test_a_recording_of_any_length_can_be_sought_in(
    bar: SeekBar, length: int, is_enabled: bool
) -> None:
    bar.set_length(length)
    assert bar.isEnabled() is is_enabled
    assert (bar.minimum(), bar.maximum()) == (0, int(is_enabled))


def colour_at(bar: SeekBar, x: int, y: int) -> str:
    return bar.grab().toImage().pixelColor(x, y).name()


def test_the_focus_is_shown_by_a_ring(window: QWidget, bar: SeekBar, qtbot: QtBot) -> None:
    y = bar.height() // 2
    edges = (1, y), (bar.width() - 2, y), (bar.width() // 2, 1), (bar.width() // 2, 2 * y - 2)
    bar.clearFocus()
    assert LIGHT.focus not in {colour_at(bar, *edge) for edge in edges}
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    assert {colour_at(bar, *edge) for edge in edges} == {LIGHT.focus}


def test_the_handle_is_larger_while_it_is_held(bar: SeekBar, qtbot: QtBot) -> None:
    QCursor.setPos(1_270, 790)
    qtbot.waitUntil(lambda: not bar.underMouse())
    x, y = bar.width() // 2, bar.height() // 2
    bar.set_time(LENGTH // 2)
    bar.clearFocus()
    assert (colour_at(bar, x, y - 3), colour_at(bar, x, y - 6) == LIGHT.accent) == (
        LIGHT.accent,
        False,
    )
    QTest.mousePress(bar, LEFT, pos=QPoint(x, y))
    assert colour_at(bar, x, y - 6) == LIGHT.accent
    QTest.mouseRelease(bar, LEFT, pos=QPoint(x, y))
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    assert colour_at(bar, x, y - 6) == LIGHT.accent


def test_the_handle_is_larger_under_the_pointer(bar: SeekBar, qtbot: QtBot) -> None:
    x, y = bar.width() // 2, bar.height() // 2
    bar.set_time(LENGTH // 2)
    bar.clearFocus()
    QTest.mouseMove(bar, QPoint(20, y))
    qtbot.waitUntil(bar.underMouse)
    assert colour_at(bar, x, y - 6) == LIGHT.accent


@pytest.mark.parametrize(("length", "width"), [(LENGTH // 4, None), (1, 6)])
def test_where_a_break_is_painted(bar: SeekBar, length: int, width: int | None) -> None:
    """A box of ten pixels' height in the groove, wide enough to be seen."""
    bar.set_time(0)
    before = bar.grab().toImage()
    start = LENGTH // 2
    bar.set_breaks([(start, start + length)])
    after = bar.grab().toImage()
    changed = [
        (x, y)
        for x in range(after.width())
        for y in range(after.height())
        if after.pixel(x, y) != before.pixel(x, y)
    ]
    columns, rows = ({place[k] for place in changed} for k in (0, 1))
    top = (bar.height() - 10) // 2
    assert (min(rows), max(rows)) == (top - 1, top + 10)
    expected = width or (bar.width() - 18) // 4
    assert max(columns) - min(columns) == pytest.approx(expected, abs=2)


def test_where_a_loop_is_painted(bar: SeekBar) -> None:
    middle, y = bar.width() // 2, bar.height() // 2
    bar.set_time(0)
    bar.set_loop((LENGTH // 2, LENGTH * 3 // 4))
    end = (middle + bar.width() - 9) // 2
    for x in (middle, end):
        assert colour_at(bar, x, y - 7) == LIGHT.focus
    between = (middle + end) // 2
    assert colour_at(bar, between, y + 7) == LIGHT.focus
    assert colour_at(bar, between, y - 7) != LIGHT.focus
    bar.set_length(0)
    assert LIGHT.focus not in {colour_at(bar, x, y - 7) for x in range(bar.width())}


def test_a_loop_is_painted(bar: SeekBar) -> None:
    without = bar.grab().toImage()
    bar.set_loop((LENGTH // 2, LENGTH // 2 + 60_000))
    assert bar.grab().toImage() != without
    bar.set_loop(None)
    assert bar.grab().toImage() == without


def test_what_was_kept_is_marked_and_reported(window: QWidget, bar: SeekBar, qtbot: QtBot) -> None:
    before = bar.grab().toImage()
    half = LENGTH // 2
    bar.set_marks([SeekMark(half, 2, "gulls"), SeekMark(9_000, 0, "nets")], "Quote: {}".format)
    after = bar.grab().toImage()
    assert after != before
    tick = after.pixelColor(bar.width() // 2, bar.height() // 2 + 7)
    assert tick.name() == LIGHT.mark_bars[1]
    QTest.mouseMove(bar, middle(bar) + QPoint(2, 0))
    assert preview(window, qtbot).text() == "40:30\nQuote: gulls"
    QTest.mouseMove(bar, middle(bar) + QPoint(20, 0))
    qtbot.waitUntil(lambda: "The line at" in preview(window, qtbot).text())
    bar.set_theme(DARK)
    tick = bar.grab().toImage().pixelColor(bar.width() // 2, bar.height() // 2 + 7)
    assert tick.name() == DARK.mark_bars[1]


def test_points_are_diamonds_over_the_groove(bar: SeekBar) -> None:
    x, y = bar.width() // 2, bar.height() // 2
    bar.set_time(0)
    bar.set_points([LENGTH // 2])
    assert colour_at(bar, x, y - 8) == LIGHT.focus
    assert colour_at(bar, x - 6, y - 8) != LIGHT.focus
    bar.set_points(())
    assert colour_at(bar, x, y - 8) != LIGHT.focus


def test_what_the_text_does_not_have_is_said_under_the_pointer(bar: SeekBar, qtbot: QtBot) -> None:
    bar.set_line_source(lambda _: "")
    bar.set_breaks([(LENGTH // 4, LENGTH * 3 // 4)])
    QTest.mouseMove(bar, QPoint(bar.width() // 2, bar.height() // 2))
    shown = preview(bar.window(), qtbot)
    qtbot.waitUntil(lambda: shown.text().endswith("\nNot in the text"))
    QTest.mouseMove(bar, QPoint(bar.width() - 20, bar.height() // 2))
    qtbot.waitUntil(lambda: "Not in the text" not in shown.text())
