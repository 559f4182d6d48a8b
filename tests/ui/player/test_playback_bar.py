from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.playback.player import PlayerState
from ui.actions import Actions
from ui.appearance.cover_picture import square_picture
from ui.appearance.icons import Icons
from ui.appearance.theme import LIGHT
from ui.player.playback_bar import PlaybackBar
from ui.player.seek_marks import SeekMark
from ui.player.speed_popup import SpeedPopup
from ui.widgets.bar_button import BarButton

LENGTH = 4_860_000
PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">'
    b'<rect width="80" height="60" fill="#123456"/></svg>'
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    actions = Actions(Icons(paths.resources() / "icons", LIGHT))
    actions.set_available(recording=True, transcript=True)
    actions.set_favourite_rates((0.8, 1.0, 1.25, 1.5, 2.0))
    return actions


@pytest.fixture
def bar(qtbot: QtBot, actions: Actions) -> Iterator[PlaybackBar]:
    window = QWidget()
    bar = PlaybackBar(actions)
    bar.set_look(LIGHT, Icons(paths.resources() / "icons", LIGHT))
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    window.resize(1280, 120)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    bar.set_length(LENGTH)
    bar.set_skips(10_000, 30_000)
    yield bar
    window.close()


def settle() -> None:
    """Let the layout have its way, as it would before the next painting."""
    QApplication.processEvents()


def button(bar: PlaybackBar, name: str) -> QAbstractButton:
    """The button that assistive technology knows by a name starting like this."""
    return next(b for b in bar.findChildren(QAbstractButton) if b.accessibleName().startswith(name))


def shown_texts(bar: PlaybackBar) -> list[str]:
    labels = [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]
    return labels + [b.text() for b in bar.findChildren(QAbstractButton) if b.isVisible()]


def shown_names(bar: PlaybackBar) -> set[str]:
    return {b.accessibleName() for b in bar.findChildren(QAbstractButton) if b.isVisible()}


class TestTimes:
    def test_elapsed_and_remaining_time_are_shown(self, bar: PlaybackBar) -> None:
        bar.set_time(754_321)
        assert {"12:34", "−1:08:25"} <= set(shown_texts(bar))

    def test_what_remains_is_counted_at_this_speed_if_asked_for(self, bar: PlaybackBar) -> None:
        bar.set_time(60_000)
        bar.set_rate(1.5)
        bar.set_remaining_at_rate(True)
        assert "−53:20 at 1.5×" in shown_texts(bar)
        assert button(bar, "Remaining").accessibleDescription() == "53 minutes 20 seconds"

    def test_no_second_that_passes_is_a_change_to_read_aloud(self, bar: PlaybackBar) -> None:
        bar.set_time(100_000)
        remaining = button(bar, "Remaining")
        elapsed = next(e for e in bar.findChildren(QLabel) if e.accessibleName() == "Elapsed")
        said = set()
        for time in range(100_000, 119_000, 250):
            bar.set_time(time)
            said.add((remaining.accessibleDescription(), elapsed.accessibleDescription()))
        assert len(said) == 1
        bar.set_state(PlayerState.PAUSED)
        assert elapsed.accessibleDescription() == "1 minute 58 seconds"
        bar.set_time(600_000)
        assert elapsed.accessibleDescription() == "10 minutes"

    def test_a_click_on_remaining_asks_for_the_other(self, qtbot: QtBot, bar: PlaybackBar) -> None:
        with qtbot.waitSignal(bar.remaining_at_rate_requested) as request:
            QTest.mouseClick(button(bar, "Remaining"), LEFT)
        assert request.args == [True]

    def test_times_keep_their_width_while_they_run(self, bar: PlaybackBar) -> None:
        bar.set_length(599_000)
        widths = set()
        for time in range(0, 599_000, 7_000):
            bar.set_time(time)
            settle()
            widths.add(bar.seek_bar.width())
        assert len(widths) == 1

    def test_without_a_recording_nothing_plays_or_seeks(
        self, bar: PlaybackBar, actions: Actions
    ) -> None:
        actions.set_available(transcript=True)
        bar.set_length(0)
        assert not bar.seek_bar.isEnabled()
        assert not button(bar, "Play").isEnabled()


class TestRequests:
    def test_the_seek_bar_asks_for_a_time(self, qtbot: QtBot, bar: PlaybackBar) -> None:
        bar.seek_bar.setFocus()
        with qtbot.waitSignal(bar.seek_requested) as request:
            QTest.keyClick(bar.seek_bar, Qt.Key.Key_End)
        assert request.args == [LENGTH]

    def test_the_play_button_plays(self, qtbot: QtBot, bar: PlaybackBar, actions: Actions) -> None:
        with qtbot.waitSignal(actions["play"].triggered):
            QTest.mouseClick(button(bar, "Play"), LEFT)

    def test_the_slider_asks_for_a_volume(self, qtbot: QtBot, bar: PlaybackBar) -> None:
        bar.set_volume(50)
        volume = next(s for s in bar.findChildren(QSlider) if s.accessibleName() == "Volume")
        volume.setFocus()
        with qtbot.waitSignal(bar.volume_requested) as request:
            QTest.keyClick(volume, Qt.Key.Key_Right)
        assert request.args == [55]

    def test_showing_a_state_requests_nothing(self, qtbot: QtBot, bar: PlaybackBar) -> None:
        with (
            qtbot.assertNotEmitted(bar.volume_requested),
            qtbot.assertNotEmitted(bar.rate_requested),
            qtbot.assertNotEmitted(bar.seek_requested),
        ):
            bar.set_volume(30)
            bar.set_rate(2.0)
            bar.set_time(99_000)

    def test_the_speed_button_opens_a_slider_of_speeds(
        self, qtbot: QtBot, bar: PlaybackBar, actions: Actions
    ) -> None:
        QTest.mouseClick(button(bar, "Speed"), LEFT)
        popup = bar.findChild(SpeedPopup)
        assert isinstance(popup, SpeedPopup)
        assert popup.isVisible()
        slider = popup.findChild(QSlider)
        assert isinstance(slider, QSlider)
        with qtbot.waitSignal(bar.rate_requested) as request:
            QTest.keyClick(slider, Qt.Key.Key_Right)
        assert request.args == [1.05]
        favourites = [b.text() for b in popup.findChildren(QAbstractButton)]
        assert favourites == ["0.8×", "1×", "1.25×", "1.5×", "2×"]
        with qtbot.waitSignal(actions.rate_requested) as favourite:
            popup.findChildren(QAbstractButton)[4].click()
        assert favourite.args == [2.0]
        popup.close()


def test_the_speed_that_is_on_is_marked_also_among_favourites_set_later(
    bar: PlaybackBar, actions: Actions
) -> None:
    bar.set_rate(1.5)
    actions.set_favourite_rates((0.9, 1.0, 1.2, 1.5, 1.8))
    QTest.mouseClick(button(bar, "Speed"), LEFT)
    popup = bar.findChild(SpeedPopup)
    assert isinstance(popup, SpeedPopup)
    marked = [each.text() for each in popup.findChildren(QAbstractButton) if each.isChecked()]
    assert marked == ["1.5×"]
    popup.close()


class TestState:
    def test_play_becomes_pause(self, bar: PlaybackBar, actions: Actions) -> None:
        before = button(bar, "Play").icon().cacheKey()
        actions.set_playing(True)
        bar.set_state(PlayerState.PLAYING)
        assert button(bar, "Pause").toolTip() == "Pause (Space)"
        assert button(bar, "Pause").icon().cacheKey() != before

    def test_speed_stands_on_its_button(self, bar: PlaybackBar) -> None:
        bar.set_rate(1.25)
        assert "1.25×" in shown_texts(bar)

    def test_loop_and_sleep_show_what_is_set(self, bar: PlaybackBar, actions: Actions) -> None:
        bar.set_loop((700_000, 760_000))
        bar.set_sleep("14:05")
        assert {"11:40–12:40", "14:05"} <= set(shown_texts(bar))
        actions["loop"].setChecked(True)
        assert "11:40–12:40" in shown_texts(bar), "the action's own text must not come back"
        bar.set_loop(None)
        bar.set_sleep("")
        assert not {"11:40–12:40", "14:05"} & set(shown_texts(bar))


class TestStudy:
    def test_while_it_is_on_a_button_says_so(self, bar: PlaybackBar, actions: Actions) -> None:
        assert not any(name.startswith("Study") for name in shown_names(bar))
        actions["pause_after_lines"].setChecked(True)
        assert "Study" in shown_texts(bar)
        assert button(bar, "Study").toolTip() == "Study: pausing after each line"
        actions["shorten_pauses"].setChecked(True)
        name = "Study: pausing after each line, shortening pauses"
        assert button(bar, "Study").accessibleName() == name
        actions["pause_after_lines"].setChecked(False)
        actions["shorten_pauses"].setChecked(False)
        assert not any(name.startswith("Study") for name in shown_names(bar))

    @pytest.mark.parametrize("width", [360, 480, 640])
    def test_its_sign_stays_in_a_narrow_bar(
        self, bar: PlaybackBar, actions: Actions, width: int
    ) -> None:
        actions["pause_after_lines"].setChecked(True)
        bar.window().resize(width, 120)
        settle()
        assert button(bar, "Study").isVisible()
        assert bar.rect().contains(button(bar, "Study").geometry())

    def test_it_leads_to_where_it_is_switched_off(self, bar: PlaybackBar, actions: Actions) -> None:
        actions["pause_after_lines"].setChecked(True)
        menu = button(bar, "Study").menu()  # type: ignore[attr-defined]
        assert actions["pause_after_lines"] in menu.actions()


class TestFolding:
    @pytest.mark.parametrize("width", [320, 400, 480, 640, 900, 1280, 2560])
    def test_nothing_is_cut_off(self, bar: PlaybackBar, width: int) -> None:
        bar.set_rate(1.25)
        bar.set_loop((700_000, 760_000) if width >= 480 else None)
        bar.window().resize(width, 120)
        settle()
        shown = [c for c in bar.findChildren(BarButton) if c.isVisible()]
        for control in shown:
            assert control.width() >= control.sizeHint().width(), control.accessibleName()
            assert bar.rect().contains(control.geometry())

    def test_narrow_keeps_what_matters(self, bar: PlaybackBar) -> None:
        bar.window().resize(360, 120)
        names = shown_names(bar)
        assert {"Play", "Keep What Was Said", "More", "Remaining time"} <= names
        assert any(name.startswith("Skip Back") for name in names)
        assert "Repeat Line" not in names

    def test_what_is_folded_stands_in_the_menu(self, bar: PlaybackBar) -> None:
        bar.window().resize(360, 120)
        menu = bar._more.menu()
        menu.aboutToShow.emit()
        texts = [action.text().replace("&", "") for action in menu.actions()]
        assert {"Repeat Line", "Previous Line", "Speed", "Output Device"} <= set(texts)
        bar.window().resize(1280, 120)
        menu.aboutToShow.emit()
        assert [a.text().replace("&", "") for a in menu.actions()] == ["Output Device"]

    def test_play_is_in_the_middle_where_there_is_room(self, bar: PlaybackBar) -> None:
        bar.window().resize(2560, 120)
        settle()
        play = button(bar, "Play").geometry()
        assert play.center().x() == pytest.approx(bar.width() / 2, abs=2)


class TestEpisode:
    def test_its_names_stand_where_they_leave_play_in_the_middle(self, bar: PlaybackBar) -> None:
        sign = bar._sign
        assert not sign.isVisible()
        bar.set_episode("The Four Wars of the AI Stack", "Latent Space")
        bar.set_picture(square_picture(PICTURE, 144))
        assert sign.isVisible()
        assert sign.accessibleName() == "The Four Wars of the AI Stack, Latent Space"
        settle()
        play = button(bar, "Play").geometry()
        assert play.center().x() == pytest.approx(bar.width() / 2, abs=2)
        for width in (900, 480):
            bar.window().resize(width, 120)
            settle()
            assert not sign.isVisible()
        bar.window().resize(1280, 120)
        bar.set_episode("", "")
        assert not sign.isVisible()

    def test_they_stay_where_only_the_other_side_needs_room(self, bar: PlaybackBar) -> None:
        """In German the title of the episode was gone, and half of its side was empty."""
        bar._words[bar._find] = "In der Episode suchen"
        bar.set_episode("The Four Wars of the AI Stack", "Latent Space")
        settle()
        assert bar._sign.isVisible()
        assert not bar._volume.isVisible()
        play = button(bar, "Play").geometry()
        assert play.center().x() == pytest.approx(bar.width() / 2, abs=2)

    def test_the_picture_is_painted_and_takes_its_room(self, bar: PlaybackBar) -> None:
        bar.set_episode("Harbour", "")
        without = bar._sign.sizeHint().width()
        bar.set_picture(square_picture(PICTURE, 144))
        settle()
        assert bar._sign.sizeHint().width() == without + 60
        assert bar._sign.grab().toImage().pixelColor(24, 24).name() == "#123456"


class TestKeeping:
    @pytest.mark.parametrize("width", [320, 360, 480, 640, 900, 1280, 2560])
    def test_keep_never_folds(self, bar: PlaybackBar, width: int) -> None:
        bar.set_loop((700_000, 760_000))
        bar.window().resize(width, 120)
        settle()
        assert button(bar, "Keep").isVisible()
        assert button(bar, "Keep").text() == "Keep"

    @pytest.mark.parametrize(("name", "action"), [("Keep", "keep"), ("Find", "find")])
    def test_a_click_on_a_button_triggers_its_action(
        self, qtbot: QtBot, bar: PlaybackBar, name: str, action: str
    ) -> None:
        actions = bar._actions
        with qtbot.waitSignal(actions[action].triggered):
            QTest.mouseClick(button(bar, name), LEFT)

    def test_the_tooltip_names_the_key(self, bar: PlaybackBar) -> None:
        assert button(bar, "Keep").toolTip() == "Keep What Was Said (B)"

    def test_the_button_counts_what_was_kept(self, bar: PlaybackBar) -> None:
        assert "Notes" in shown_texts(bar)
        bar.set_marks([SeekMark(1_000, 0, "a"), SeekMark(2_000, 1, "b")], lambda _: "")
        assert "Notes 2" in shown_texts(bar)

    @pytest.mark.parametrize("width", [900, 1000, 1280])
    def test_the_first_note_moves_no_button(self, bar: PlaybackBar, width: int) -> None:
        bar.window().resize(width, 120)
        settle()
        controls = bar.findChildren(BarButton)
        before = [each.geometry() for each in controls]
        for count in (1, 10):
            bar.set_marks([SeekMark(k, 0, str(k)) for k in range(count)], lambda _: "")
            settle()
            assert [each.geometry() for each in controls] == before

    def test_long_words_leave_the_speed_in_a_narrow_bar(self, bar: PlaybackBar) -> None:
        for word in bar._words:
            bar._words[word] = {"Keep": "Behalten", "Find": "Suchen"}.get(bar._words[word], "")
        bar.window().resize(480, 120)
        bar._fold()
        settle()
        assert {"Speed 1×", "Show Notes"} <= shown_names(bar)

    def test_words_go_before_buttons_do(self, bar: PlaybackBar) -> None:
        bar.window().resize(480, 120)
        settle()
        assert {"Show Notes", "Find", "Speed 1×"} <= shown_names(bar)
        assert "Find" not in shown_texts(bar)

    def test_in_a_narrow_bar_keep_stands_by_itself(self, bar: PlaybackBar) -> None:
        bar.window().resize(480, 120)
        settle()
        assert button(bar, "Keep").x() < button(bar, "Play").x() < button(bar, "Find").x()
        bar.window().resize(1280, 120)
        settle()
        assert button(bar, "Play").x() < button(bar, "Keep").x() < button(bar, "Find").x()


class TestForEveryone:
    def test_every_control_has_a_name_and_a_tooltip(self, bar: PlaybackBar) -> None:
        for control in [*bar.findChildren(BarButton), *bar.findChildren(QSlider)]:
            assert control.accessibleName(), control
            if control.parent() is bar:
                assert control.toolTip(), control.accessibleName()

    def test_every_control_is_reached_with_tab(self, bar: PlaybackBar) -> None:
        controls = [c for c in bar.findChildren(BarButton) if c.isVisible() and c.isEnabled()]
        for control in [*controls, bar.seek_bar]:
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus

    def test_tab_goes_in_reading_order(self, bar: PlaybackBar) -> None:
        bar.seek_bar.setFocus()
        order = []
        for _ in range(30):
            focused = bar.window().focusWidget()
            if focused in order:
                break
            order.append(focused)
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert button(bar, "Keep") in order
        places = [(w.y() > bar.seek_bar.geometry().bottom(), w.x()) for w in order]
        assert places == sorted(places)

    def test_space_presses_the_focused_button(self, bar: PlaybackBar) -> None:
        played: list[None] = []
        shortcut = QShortcut(QKeySequence("Space"), bar.window())
        shortcut.activated.connect(lambda: played.append(None))
        speed = button(bar, "Speed")
        speed.setFocus()
        QTest.keyClick(speed, Qt.Key.Key_Space)
        popup = bar.findChild(SpeedPopup)
        assert popup is not None
        assert popup.isVisible()
        assert played == []
        popup.close()

    def test_a_click_leaves_the_focus_where_it_was(self, bar: PlaybackBar) -> None:
        bar.seek_bar.setFocus()
        QTest.mouseClick(button(bar, "Skip Back"), LEFT)
        assert bar.window().focusWidget() is bar.seek_bar


def test_time_runs_from_left_to_right_in_every_language(qtbot: QtBot, bar: PlaybackBar) -> None:
    bar.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert button(bar, "Skip Back").x() < button(bar, "Skip Forward").x()
    assert bar.seek_bar.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("width", [480, 700, 1_000, 1_600])
def test_whatever_its_width_it_is_laid_out_before_it_is_painted(
    bar: PlaybackBar, width: int
) -> None:
    def places() -> dict[str, QRect]:
        buttons = bar.findChildren(QAbstractButton)
        return {b.accessibleName(): b.geometry() for b in buttons if b.isVisible()}

    bar.resize(width, bar.height())
    at_once = places()
    bar.window().resize(width, 120)
    settle()
    assert at_once == places()


def test_nothing_is_laid_out_again_as_time_passes(bar: PlaybackBar) -> None:
    settle()
    watch = LayoutRequests(bar)
    for second in range(60, 120):
        bar.set_time(second * 1_000)
        settle()
    assert "1:59" in shown_texts(bar)
    assert watch.count == 0


class LayoutRequests(QObject):
    """Counts how often a widget is to be laid out."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False
