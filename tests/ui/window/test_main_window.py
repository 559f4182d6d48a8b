"""The window: every action does what it says, every fault is reported, everything comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.exporting import writer_named
from reader.playback.player import OutputDevice, PlayerState
from reader.transcript.reading_text import Place
from tests.conftest import WriteTalk, vtt
from tests.ui.conftest import Start, end, notebook_of
from ui.app import Earmark
from ui.library.choose_partner import ChoosePartnerDialog
from ui.library.names_dialog import NamesDialog
from ui.menus import SLEEP_MINUTES
from ui.window.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
T = TypeVar("T")


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk) -> Earmark:
    """With a talk of six lines open, paused at its start."""
    return start(write_talk("talk.vtt", "talk.mp3"))


@pytest.fixture
def window(earmark: Earmark) -> MainWindow:
    return earmark.window


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN
) -> None:
    """As a key is pressed by hand: it goes to whatever has the focus."""
    target = window.focusWidget() or window
    QTest.keyClick(target, key, modifiers)


def select(window: MainWindow, first: str, last: str = "") -> None:
    pane = window.reading_page.pane
    text = pane.reading.text
    start = text.index(first)
    pane.select(start, text.index(last, start) + len(last) if last else start + len(first))


def clipboard() -> str:
    return QApplication.clipboard().text()


def shown(window: MainWindow) -> list[str]:
    """The messages on show and waiting."""
    return [message.text for message in window.message_bar.messages]


def button(window: QWidget, text: str) -> QPushButton:
    return next(
        each
        for each in window.findChildren(QPushButton)
        if each.text() == text and each.isVisible()
    )


# Actions


def at(time: int) -> Callable[[Earmark], None]:
    return lambda earmark: earmark.transport.seek(time)


def nothing(_: Earmark) -> None:
    pass


def playing(earmark: Earmark) -> None:
    earmark.transport.play()


def jumped(earmark: Earmark) -> None:
    earmark.session.navigator.jump(20_500)


def walked_back(earmark: Earmark) -> None:
    jumped(earmark)
    earmark.session.navigator.go_back()


def some_selected(earmark: Earmark) -> None:
    select(earmark.window, "harbour", "nets")


def is_at(time: int) -> Callable[[Earmark], bool]:
    return lambda earmark: earmark.transport.time == time


def has(preference: prefs.Preference[T], value: T) -> Callable[[Earmark], bool]:
    return lambda earmark: earmark.settings.get(preference) == value


def focus_name(earmark: Earmark) -> str:
    widget = earmark.window.focusWidget()
    return widget.accessibleName() if widget is not None else ""


def has_dialog(kind: str) -> Callable[[Earmark], bool]:
    return lambda earmark: any(
        type(dialog).__name__ == kind and dialog.isVisible()
        for dialog in earmark.window.findChildren(QDialog)
    )


Case = tuple[str, Callable[[Earmark], None], Callable[[Earmark], bool]]

CASES: list[Case] = [
    ("open", nothing, has_dialog("QFileDialog")),
    ("choose_recording", nothing, has_dialog("QFileDialog")),
    ("choose_transcript", nothing, has_dialog("QFileDialog")),
    ("close_episode", nothing, lambda e: e.window.library_page.isVisible()),
    ("quit", nothing, lambda e: not e.window.isVisible()),
    ("copy", some_selected, lambda _: clipboard().startswith("harbour wakes early")),
    ("copy_with_times", some_selected, lambda _: clipboard().startswith("[0:01] Mara: harbour")),
    ("copy_as_quote", some_selected, lambda _: clipboard().endswith("> — Mara, *talk*, 0:01\n")),
    ("select_all", nothing, lambda e: e.window.reading_page.selected_span() is not None),
    ("find", nothing, lambda e: e.window.reading_page.search_bar.isVisible()),
    ("find_next", nothing, lambda e: e.window.reading_page.search_bar.isVisible()),
    ("find_previous", nothing, lambda e: e.window.reading_page.search_bar.isVisible()),
    ("search_library", nothing, lambda e: focus_name(e).startswith("Search titles")),
    ("show_library", nothing, lambda e: e.window.library_page.isVisible()),
    ("watch_folder", nothing, has_dialog("QFileDialog")),
    ("library_details", nothing, has_dialog("LibraryDetails")),
    ("preferences", nothing, has_dialog("PreferencesDialog")),
    ("zoom_in", nothing, has(prefs.TYPE_SIZE, 16)),
    ("zoom_out", nothing, has(prefs.TYPE_SIZE, 14)),
    ("zoom_reset", lambda e: e.settings.set(prefs.TYPE_SIZE, 30), has(prefs.TYPE_SIZE, 15)),
    (
        "typeface_serif",
        lambda e: e.settings.set(prefs.TYPE_FAMILY, "sans"),
        has(prefs.TYPE_FAMILY, "serif"),
    ),
    ("typeface_sans", nothing, has(prefs.TYPE_FAMILY, "sans")),
    ("theme_system", lambda e: e.settings.set(prefs.THEME, "dark"), has(prefs.THEME, "system")),
    ("theme_light", nothing, has(prefs.THEME, "light")),
    ("theme_dark", nothing, lambda e: e.appearance.theme.name == "dark"),
    ("theme_sepia", nothing, lambda e: e.appearance.theme.name == "sepia"),
    ("theme_contrast", nothing, lambda e: e.appearance.theme.name == "contrast"),
    ("mark_word", nothing, has(prefs.IS_WORD_MARKED, False)),
    ("full_screen", nothing, lambda e: e.window.isFullScreen()),
    ("play", nothing, lambda e: e.transport.state is PlayerState.PLAYING),
    ("play", playing, lambda e: e.transport.state is PlayerState.PAUSED),
    ("back", at(21_000), is_at(11_000)),
    ("forward", at(1_000), is_at(31_000)),
    ("repeat_line", at(21_000), lambda e: 20_000 <= e.transport.time < 21_000),
    ("loop", at(21_000), lambda e: e.transport.loop == (20_000, 22_000)),
    ("play_here", nothing, lambda e: e.transport.state is PlayerState.PLAYING),
    ("slower", nothing, lambda e: e.transport.rate == 0.95),
    ("faster", nothing, lambda e: e.transport.rate == 1.05),
    ("normal_speed", lambda e: e.transport.set_rate(2.0), lambda e: e.transport.rate == 1.0),
    *[
        (
            f"favourite_{number}",
            lambda e: e.transport.set_rate(3.0),
            lambda e, rate=rate: e.transport.rate == rate,
        )
        for number, rate in enumerate(prefs.FAVOURITE_RATES.default, start=1)
    ],
    ("volume_up", nothing, lambda e: e.transport.volume == 85),
    ("volume_down", nothing, lambda e: e.transport.volume == 75),
    ("mute", nothing, lambda e: e.transport.is_muted),
    ("sleep_off", lambda e: e.sleep_timer.start(5), lambda e: e.sleep_timer.remaining < 0),
    *[
        (
            f"sleep_{minutes}",
            nothing,
            lambda e, minutes=minutes: e.sleep_timer.remaining == minutes * 60,
        )
        for minutes in SLEEP_MINUTES
    ],
    ("sleep_end", nothing, lambda e: e.sleep_timer.remaining >= 0),
    ("previous_line", at(21_900), is_at(20_000)),
    ("next_line", at(3_000), is_at(6_000)),
    (
        "current_line",
        lambda e: e.window.reading_page.follow.stop(),
        lambda e: e.window.reading_page.follow.is_on,
    ),
    ("follow", nothing, lambda e: not e.window.reading_page.follow.is_on),
    ("history_back", jumped, is_at(0)),
    ("history_forward", walked_back, is_at(20_500)),
    ("export", nothing, has_dialog("QFileDialog")),
    ("view_rolls", nothing, has(prefs.ARE_ROLLS_COLLAPSED, False)),
    ("view_loops", nothing, has(prefs.ARE_LOOPS_FOLDED, False)),
    ("view_sentences", nothing, has(prefs.ARE_LINES_JOINED, True)),
    ("keyboard", nothing, has_dialog("KeyboardDialog")),
    ("sample", nothing, lambda e: "A tour of Earmark" in e.window.windowTitle()),
    ("about", nothing, has_dialog("AboutDialog")),
    ("restore_backup", nothing, has_dialog("RestoreDialog")),
]
LONG = "Line {0} tells of boats and of the weather, so that the page has to be scrolled."
OBSERVED_ELSEWHERE = {"announce", "show_in_folder"} | {  # the second half in test_notes_desk
    *("back_up", "check_library", "move_library"),  # in test_library_desk
    *("keep", "note", "notes", "all_notes", "colours", "undo", "redo"),
    *(f"colour_{number}" for number in range(6)),
    *("caption_window", "pause_after_lines", "shorten_pauses"),  # in test_study_controller
    *("find_action", "rename_episode"),  # in test_action_palette, test_names_controller
    *("spoken_now", "sync_points"),  # in test_sync_controller
    *("save_clip", "quote_card"),  # in test_picked_desk
    *("export_notes", "import_notes", "copy_link"),  # in test_export_desk, test_links_desk
    *("as_file_says", "correct", "corrections", "save_corrected"),  # in test_corrections_controller
    "check_sync",  # in test_check_controller
    *("confirm_voices", "guesses", "name_voice", "reset_voices", "take_voices"),  # in test_voices
    *("next_turn", "previous_turn", "only_voice", "play_voice", "who_speaks"),  # there too
}


@pytest.mark.parametrize(("name", "before", "is_done"), CASES, ids=[case[0] for case in CASES])
def test_every_action_does_what_it_says(
    earmark: Earmark,
    qtbot: QtBot,
    name: str,
    before: Callable[[Earmark], None],
    is_done: Callable[[Earmark], bool],
) -> None:
    before(earmark)
    assert not is_done(earmark) or name in {"theme_light", "normal_speed"}
    action = earmark.window.commands[name]
    assert action.isEnabled()
    action.trigger()
    qtbot.waitUntil(lambda: is_done(earmark), timeout=3_000)


def test_every_action_was_tried(window: MainWindow) -> None:
    actions = {action.objectName() for _, found in window.commands.sections() for action in found}
    reopening = {
        name for name in actions if name.startswith(("encoding_", "format_", "frame_rate_"))
    }
    assert len(reopening) > 20
    assert actions - reopening == {name for name, _, _ in CASES} | OBSERVED_ELSEWHERE


def test_a_transcript_is_reopened_as_the_menu_says(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt")
    transcript.write_bytes("WEBVTT\n\n00:01.000 --> 00:03.000\nMoře\n".encode("cp1250"))
    window = start(transcript).window
    reading_page = window.reading_page
    with qtbot.waitSignal(window.commands.encoding_requested):
        window.commands["encoding_cp1250"].trigger()
    qtbot.waitUntil(lambda: "Moře" in reading_page.pane.reading.text)
    window.commands["format_plain"].trigger()
    qtbot.waitUntil(lambda: "WEBVTT" in reading_page.pane.reading.text)
    assert "Moře" in reading_page.pane.reading.text
    window.commands["format_"].trigger()
    qtbot.waitUntil(lambda: "WEBVTT" not in reading_page.pane.reading.text)


def test_a_guessed_frame_rate_is_chosen_in_a_menu(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.txt")
    transcript.write_text("00:00:01:12 - 00:00:03:00\nSalt.\n\n00:00:03:00 - 00:00:05:06\nGulls.\n")
    earmark = start(transcript)
    window, session = earmark.window, earmark.session
    (message,) = [each for each in window.message_bar.messages if "repaired" in each.text]
    assert message.actions[0].label == "Frame Rate…"
    message.actions[0].callback()
    assert window.commands.menus["frame_rate"].isVisible()
    window.commands.menus["frame_rate"].close()
    window.commands["frame_rate_50"].trigger()
    qtbot.waitUntil(lambda: bool(session.script and session.script.source.cues[0].start == 1_240))
    assert window.commands["frame_rate_50"].isChecked()
    assert window.commands["format_"].isChecked()


def test_where_two_encodings_are_likely_the_other_is_a_click_away(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt")
    said = "WEBVTT\n\n00:01.000 --> 00:03.000\nŽe vroče.\n"
    transcript.write_bytes(said.encode("iso8859-2"))
    window = start(transcript).window
    (message,) = [each for each in window.message_bar.messages if "1252" in each.text]
    (read,) = message.actions
    assert "Že vroče" in window.reading_page.pane.reading.text
    assert read.label == "Read as Western European (Windows-1252)"
    read.callback()
    qtbot.waitUntil(lambda: "®e vroèe" in window.reading_page.pane.reading.text)
    assert message not in window.message_bar.messages
    assert window.commands["encoding_cp1252"].isChecked()


def test_a_transcript_is_exported_and_reported(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark = start(write_talk("talk.vtt"))
    target = tmp_path / "out.srt"
    with qtbot.waitSignal(earmark.session.exported):
        earmark.session.export(target, writer_named("srt"))
    assert any("out.srt" in each.text for each in earmark.window.message_bar.messages)
    assert "-->" in target.read_text(encoding="utf-8")


def test_repairs_are_reported_quietly_with_a_report(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt")
    lost = "no cue\n\n" * 2
    transcript.write_text(f"WEBVTT\n\n00:01,000 --> 00:03,000\nHello\n\n{lost}")
    window = start(transcript).window
    words = "1 line was repaired. 2 lines could not be shown."
    message = next(each for each in window.message_bar.messages if words in each.text)
    message.actions[0].callback()
    assert "00:01,000" in QGuiApplication.clipboard().text()


def test_the_current_line_is_said(earmark: Earmark, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.reading.reading_page.announce", lambda _, text, **__: said.append(text))
    earmark.transport.seek(3_500)
    earmark.window.commands["announce"].trigger()
    earmark.transport.seek(0)
    earmark.window.commands["announce"].trigger()
    assert said == ["Gulls quarrel over the nets.", "No line is being spoken."]


def test_the_folder_is_shown(earmark: Earmark, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("ui.widgets.file_dialogs.FileDialogs.show_in_folder", shown.append)
    earmark.window.commands["show_in_folder"].trigger()
    assert shown == [earmark.session.files.transcript]


def test_actions_are_enabled_by_what_is_open(start: Start, write_talk: WriteTalk) -> None:
    window = start().window
    enabled = window.commands.__getitem__
    assert enabled("open").isEnabled()
    for name in ("play", "find", "repeat_line", "copy", "close_episode", "history_back"):
        assert not enabled(name).isEnabled(), name
    text = start(write_talk("talk.vtt", folder="text")).window
    assert text.commands["find"].isEnabled()
    assert not text.commands["play"].isEnabled()
    sound = start(write_talk("talk.mp3", folder="sound")).window
    assert sound.commands["play"].isEnabled()
    assert not sound.commands["find"].isEnabled()
    assert not sound.commands["repeat_line"].isEnabled()


def test_every_key_is_shown_in_a_tooltip(window: MainWindow) -> None:
    for _, actions in window.commands.sections():
        for action in actions:
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            assert not keys or keys in action.toolTip(), action.objectName()


def test_following_is_checked_from_the_start(window: MainWindow) -> None:
    assert window.commands["follow"].isChecked()
    window.reading_page.follow.stop()
    assert not window.commands["follow"].isChecked()


def test_menus_show_what_is_chosen_from_the_start(earmark: Earmark, qtbot: QtBot) -> None:
    commands = earmark.window.commands
    for name in ("theme_system", "typeface_serif", "sleep_off", "mark_word"):
        assert commands[name].isChecked(), name
    earmark.sleep_timer.start(5)
    earmark.sleep_timer.cancel()
    assert commands["sleep_off"].isChecked()
    commands.set_devices([OutputDevice("", ""), OutputDevice("usb", "Headphones")], "")
    names = [(each.text(), each.isChecked()) for each in commands.menus["device"].actions()]
    assert names == [("System Default", True), ("Headphones", False)]


# Keys


def test_space_plays_in_the_page_and_types_in_the_search_field(
    earmark: Earmark, qtbot: QtBot
) -> None:
    window = earmark.window
    press(qtbot, window, Key.Key_Space)
    qtbot.waitUntil(lambda: earmark.transport.state is PlayerState.PLAYING)
    press(qtbot, window, Key.Key_Space)
    qtbot.waitUntil(lambda: earmark.transport.state is PlayerState.PAUSED)
    press(qtbot, window, Key.Key_F, CTRL)
    for key in (Key.Key_A, Key.Key_Space, Key.Key_M):
        press(qtbot, window, key)
    assert window.reading_page.search_bar.phrase == "a m"
    assert earmark.transport.state is PlayerState.PAUSED
    assert not earmark.transport.is_muted


def test_left_and_right_skip_and_with_shift_they_select(earmark: Earmark, qtbot: QtBot) -> None:
    window = earmark.window
    press(qtbot, window, Key.Key_Right)
    assert earmark.transport.time == 30_000
    press(qtbot, window, Key.Key_Left)
    assert earmark.transport.time == 20_000
    press(qtbot, window, Key.Key_Right, SHIFT)
    assert window.reading_page.selected_span() is not None
    assert earmark.transport.time == 20_000


def test_ctrl_and_arrows_go_line_by_line(earmark: Earmark, qtbot: QtBot) -> None:
    press(qtbot, earmark.window, Key.Key_Down, CTRL)
    press(qtbot, earmark.window, Key.Key_Down, CTRL)
    assert earmark.transport.time == 3_000
    press(qtbot, earmark.window, Key.Key_Up, CTRL)
    assert earmark.transport.time == 1_000


def test_alt_and_arrows_walk_where_you_listened(earmark: Earmark, qtbot: QtBot) -> None:
    earmark.session.navigator.jump(20_500)
    press(qtbot, earmark.window, Key.Key_Left, ALT)
    assert earmark.transport.time == 0
    assert earmark.window.commands["history_forward"].isEnabled()
    press(qtbot, earmark.window, Key.Key_Right, ALT)
    assert earmark.transport.time == 20_500


# Clicks


def highlight(window: MainWindow, text: str) -> QPoint:
    pane = window.reading_page.pane
    position = pane.reading.text.index(text) + 1
    box = pane.boxes(position, position + 1)[0]
    return box.center().toPoint() - QPoint(0, pane.scroll_bar.value())


def test_a_click_on_a_word_plays_from_it(earmark: Earmark, qtbot: QtBot) -> None:
    view = earmark.window.reading_page.pane.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, PLAIN, highlight(earmark.window, "boats"))
    assert 20_000 < earmark.transport.time < 22_000
    assert earmark.transport.state is PlayerState.PLAYING
    earmark.window.commands["history_back"].trigger()
    assert earmark.transport.time < 1_000


def test_a_double_click_selects_and_leaves_the_sound_alone(earmark: Earmark, qtbot: QtBot) -> None:
    earmark.session.navigator.jump(3_500)
    view = earmark.window.reading_page.pane.viewport()
    point = highlight(earmark.window, "boats")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, PLAIN, point)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, PLAIN, point)
    span = earmark.window.reading_page.selected_span()
    assert span is not None
    assert earmark.window.reading_page.pane.reading.text[slice(*span)] == "boats"
    assert earmark.transport.time == 3_500
    assert earmark.transport.state is PlayerState.PAUSED


def test_the_menu_of_a_word_plays_from_it(earmark: Earmark, qtbot: QtBot) -> None:
    window = earmark.window
    window.reading_page.pane.menu_requested.emit(Place(4, 0), window.mapToGlobal(QPoint(90, 90)))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    next(each for each in menu.actions() if "Here" in each.text()).trigger()
    menu.close()
    assert 20_000 <= earmark.transport.time < 22_000


def wheel(window: MainWindow, steps: int) -> None:
    view = window.reading_page.pane.viewport()
    point = QPointF(100, 100)
    where = QPointF(view.mapToGlobal(point.toPoint()))
    turn = QWheelEvent(
        point,
        where,
        QPoint(),
        QPoint(0, -120 * steps),
        Qt.MouseButton.NoButton,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, turn)


def test_the_way_back_appears_with_the_wheel_and_goes_with_a_click(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    lines = tuple((k * 2_000, k * 2_000 + 1_900, "Mara", LONG.format(k)) for k in range(200))
    transcript.write_text(vtt(lines))
    earmark = start(transcript)
    earmark.transport.seek(100_500)
    page = earmark.window.reading_page
    qtbot.waitUntil(lambda: page.follow.direction() == 0)
    assert not page.back_button.isVisible()
    wheel(earmark.window, 30)
    assert page.back_button.isVisible()
    assert page.back_button.text() == "Back to 1:40"
    QTest.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert not page.back_button.isVisible()
    qtbot.waitUntil(lambda: page.follow.direction() == 0)
    assert earmark.window.focusWidget() is page.pane
    press(qtbot, earmark.window, Key.Key_Space)
    qtbot.waitUntil(lambda: earmark.transport.state is PlayerState.PLAYING)


# Finding


def count(window: MainWindow) -> str:
    return window.reading_page.search_bar._count.text()


def test_the_toggles_of_find_are_remembered(start: Start, write_talk: WriteTalk) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    first = start(talk)
    toggles(first)["Match accents"].click()
    end(first)
    states = {name: each.isChecked() for name, each in toggles(start(talk)).items()}
    assert states == {"Match case": False, "Match accents": True}


def toggles(earmark: Earmark) -> dict[str, QToolButton]:
    buttons = earmark.window.reading_page.search_bar.findChildren(QToolButton)
    return {each.accessibleName(): each for each in buttons if each.isCheckable()}


def test_finding_counts_wraps_and_ends_with_the_hit_selected(
    earmark: Earmark, qtbot: QtBot
) -> None:
    window = earmark.window
    press(qtbot, window, Key.Key_F, CTRL)
    QTest.keyClicks(window.focusWidget(), "THE")
    assert count(window) == "1 of 5"
    for expected in ("2 of 5", "3 of 5"):
        press(qtbot, window, Key.Key_Return)
        assert count(window) == expected
    for expected in ("2 of 5", "1 of 5", "5 of 5"):
        press(qtbot, window, Key.Key_Return, SHIFT)
        assert count(window) == expected
    press(qtbot, window, Key.Key_Return)
    assert count(window) == "1 of 5"
    assert not window.reading_page.follow.is_on
    press(qtbot, window, Key.Key_Escape)
    span = window.reading_page.selected_span()
    assert span is not None
    assert window.reading_page.pane.reading.text[slice(*span)] == "The"
    assert window.focusWidget() is window.reading_page.pane


def test_a_phrase_is_found_across_the_borders_of_lines(earmark: Earmark, qtbot: QtBot) -> None:
    press(qtbot, earmark.window, Key.Key_F, CTRL)
    QTest.keyClicks(earmark.window.focusWidget(), "early today. gulls")
    assert count(earmark.window) == "1 of 1"
    press(qtbot, earmark.window, Key.Key_Return, CTRL)
    assert 2_000 < earmark.transport.time < 3_000
    assert earmark.transport.state is PlayerState.PLAYING
    assert earmark.window.reading_page.follow.is_on


def test_what_is_selected_is_looked_for(earmark: Earmark, qtbot: QtBot) -> None:
    select(earmark.window, "boats")
    press(qtbot, earmark.window, Key.Key_F, CTRL)
    assert count(earmark.window) == "1 of 1"


# Files


def test_files_can_be_dropped_anywhere(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> None:
    earmark = start(write_talk("first.vtt"))
    dropped = write_talk("talk.vtt", "talk.mp3", folder="other")
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile(str(dropped)), QUrl.fromLocalFile(str(dropped.with_suffix(".mp3")))]
    )
    view = earmark.window.reading_page.pane.viewport()
    copy, left, here = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, QPoint(50, 50)
    for event in (
        QDragEnterEvent(here, copy, data, left, PLAIN),
        QDragMoveEvent(here, copy, data, left, PLAIN),
        QDropEvent(QPointF(here), copy, data, left, PLAIN),
    ):
        event.ignore()
        QApplication.sendEvent(view, event)
        assert event.isAccepted()
    qtbot.waitUntil(lambda: earmark.session.files == (dropped.with_suffix(".mp3"), dropped))


def test_recent_episodes_are_in_the_menu_and_on_the_library_page(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    recent = earmark.window.commands.menus["recent"]
    qtbot.waitUntil(lambda: [each.text() for each in recent.actions()] == ["talk"])
    earmark.window.commands["close_episode"].trigger()
    qtbot.waitUntil(earmark.window.library_page.isVisible)
    recent.actions()[0].trigger()
    qtbot.waitUntil(lambda: earmark.session.episode is not None)
    assert earmark.session.title == "talk"
    assert earmark.window.windowTitle() == "talk — Earmark"


def test_a_recent_episode_whose_recording_is_gone_can_still_be_read(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    earmark = start(transcript)
    recent = earmark.window.commands.menus["recent"]
    qtbot.waitUntil(lambda: len(recent.actions()) == 1)
    transcript.with_suffix(".mp3").unlink()
    recent.actions()[0].trigger()
    qtbot.waitUntil(lambda: earmark.session.files == (None, transcript))
    qtbot.waitUntil(lambda: bool(shown(earmark.window)))
    assert shown(earmark.window) == ["“talk.mp3” is not where it was; you can go on without it."]


def test_a_recording_too_short_for_its_text_is_reported_until_it_is_not(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    """11 s of sound for 5 minutes of text were played in silence."""
    transcript = write_talk("talk.vtt", "talk.mp3")
    lines = [(k * 5_000, k * 5_000 + 4_000, "Mara", "And so on.") for k in range(60)]
    transcript.write_text(vtt(tuple(lines)), "utf-8")
    earmark = start(transcript)
    earmark.transport.set_sure_length(11_000)
    (text,) = shown(earmark.window)
    assert "0:11 long" in text
    assert "goes on to 4:59" in text
    assert button(earmark.window, "Choose Another Recording…")
    earmark.transport.set_sure_length(300_000)
    assert shown(earmark.window) == []


def test_with_two_candidates_the_reader_is_asked(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt", "one.mp3", "two.mp3")
    earmark = start(transcript)
    (dialog,) = earmark.window.findChildren(ChoosePartnerDialog)
    qtbot.waitUntil(dialog.isVisible)
    QTest.mouseClick(button(dialog, "Use This File"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: earmark.session.recording == transcript.with_name("one.mp3"))


def test_a_missing_recording_can_be_chosen_from_the_message(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt")
    recording = write_talk("far.mp3", folder="other")
    earmark = start(transcript)
    qtbot.waitUntil(lambda: bool(shown(earmark.window)))
    QTest.mouseClick(button(earmark.window, "Choose Recording…"), Qt.MouseButton.LeftButton)
    (dialog,) = earmark.window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(recording)])
    dialog.done(0)
    qtbot.waitUntil(lambda: earmark.session.recording == recording)
    assert shown(earmark.window) == []


def test_a_recording_without_transcript_offers_to_choose_one(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    recording = write_talk("talk.mp3")
    transcript = write_talk("far.vtt", folder="other")
    earmark = start(recording)
    window = earmark.window
    QTest.mouseClick(button(window, "Choose Transcript…"), Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(transcript)])
    dialog.done(0)
    qtbot.waitUntil(lambda: earmark.session.files == (recording, transcript))
    assert window.reading_page.pane.isVisible()


def test_an_episode_is_renamed_and_that_is_undone(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("000_c5c8ed661156632b.vtt"))
    window, session = earmark.window, earmark.session
    qtbot.waitUntil(lambda: notebook_of(earmark).notes.notebook.is_ready)
    before = window.windowTitle()
    assert "c5c8" not in before
    window.commands["rename_episode"].trigger()
    (dialog,) = window.findChildren(NamesDialog)
    field = dialog.findChildren(QLineEdit)[0]
    field.setText("The harbour")
    dialog.accept()
    qtbot.waitUntil(lambda: window.windowTitle() == "The harbour — Earmark")
    assert session.title == "The harbour"
    qtbot.waitUntil(window.commands["undo"].isEnabled)
    assert "Rename Episode" in window.commands["undo"].text()
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: window.windowTitle() == before)


def test_without_a_transcript_space_is_the_players(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.mp3"))
    window = earmark.window
    qtbot.waitUntil(window.isActiveWindow)
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: earmark.transport.state is PlayerState.PLAYING)
    assert not window.findChildren(QFileDialog)
    button(window, "Choose Transcript…").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button(window, "Choose Transcript…"), Qt.Key.Key_Space)
    assert window.findChildren(QFileDialog)


def test_a_broken_transcript_beside_a_recording_is_reported(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    recording = write_talk("talk.mp3", "talk.vtt")
    earmark = start(recording.with_suffix(".vtt"), recording)
    earmark.window.commands["close_episode"].trigger()
    recording.with_suffix(".vtt").write_bytes(b"")
    earmark.session.open(recording)
    qtbot.waitUntil(lambda: earmark.session.episode is not None)
    qtbot.waitUntil(lambda: shown(earmark.window) == ["talk.vtt is empty."])
    assert button(earmark.window, "Choose Transcript…")


@pytest.mark.parametrize("kind", ["gone", "empty", "binary", "folder", "picture"])
def test_a_file_that_cannot_be_opened_is_reported_and_the_old_episode_stays(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    bad = tmp_path / f"{kind}.vtt"
    contents = {
        "empty": b"",
        "binary": bytes(range(256)) * 99,
        "picture": b"\x89PNG\r\n\x1a\n" + bytes(60),
    }
    if kind == "folder":
        bad.mkdir()
    elif kind in contents:
        bad.write_bytes(contents[kind])
    title = earmark.window.windowTitle()
    earmark.transport.play()
    earmark.session.open(bad)
    qtbot.waitUntil(lambda: bool(shown(earmark.window)))
    assert bad.name in shown(earmark.window)[0]
    assert earmark.window.message_bar.isVisible()
    assert earmark.window.windowTitle() == title
    assert earmark.transport.state is PlayerState.PLAYING
    assert earmark.window.reading_page.pane.isVisible()


def test_a_fault_with_nothing_open_is_reported_on_the_library_page(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    earmark = start()
    earmark.session.open(tmp_path / "gone.mp3")
    qtbot.waitUntil(lambda: bool(shown(earmark.window)))
    assert earmark.window.library_page.isVisible()


def test_a_broken_library_is_reported_once_and_the_episode_plays(
    start: Start, write_talk: WriteTalk, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "earmark.db").write_bytes(b"no database at all " * 200)
    earmark = start(write_talk("talk.mp3"))
    qtbot.waitUntil(lambda: len(shown(earmark.window)) == 1)
    assert "earmark.db" in shown(earmark.window)[0]
    earmark.window.message_bar.dismiss()
    earmark.window.commands["play"].trigger()
    qtbot.waitUntil(lambda: earmark.transport.time > 300)
    earmark.session.places.save()
    earmark.window.commands["play"].trigger()
    assert shown(earmark.window) == []
    assert earmark.window.playback_bar.isVisible()


def test_a_bug_is_reported_and_the_program_goes_on(earmark: Earmark, qtbot: QtBot) -> None:
    error = RuntimeError("a bug of ours")
    earmark.controllers.faults.show(error)
    qtbot.waitUntil(lambda: has_dialog("FaultDialog")(earmark))


# What comes back


def test_window_look_and_sound_come_back(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    first = start(transcript)
    first.window.resize(700, 610)
    first.window.commands["theme_sepia"].trigger()
    first.window.commands["zoom_in"].trigger()
    first.transport.set_volume(35)
    first.transport.set_muted(True)
    first.transport.set_rate(1.75)
    first.transport.seek(21_000)
    end(first)
    second = start(transcript)
    window = second.window
    assert (window.width(), window.height()) == (700, 610)
    assert second.appearance.theme.name == "sepia"
    assert window.commands["theme_sepia"].isChecked()
    assert second.settings.get(prefs.TYPE_SIZE) == 16
    assert (second.transport.volume, second.transport.rate) == (35, 1.75)
    assert second.transport.is_muted
    assert window.commands["mute"].isChecked()
    assert second.transport.time == 21_000
    assert window.reading_page.pane.spoken.lead == 4


def test_the_text_comes_back_where_it_was_left(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt")
    lines = tuple((k * 2_000, k * 2_000 + 1_900, "Mara", LONG.format(k)) for k in range(200))
    transcript.write_text(vtt(lines))
    first = start(transcript)
    pane = first.window.reading_page.pane
    with qtbot.waitSignal(first.window.reading_page.scrolled_to):
        pane.scroll_to(3_000)
    left = pane.first_position()
    end(first)
    second = start(transcript)
    pane = second.window.reading_page.pane
    assert pane.scroll_bar.value() > 2_500
    assert abs(pane.first_position() - left) < 200


def test_blanks_are_shown_without_losing_the_place(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt")
    lines = tuple(
        (k * 2_000, k * 2_000 + 1_900, "Mara", "[BLANK_AUDIO]" if k % 9 == 0 else LONG.format(k))
        for k in range(200)
    )
    transcript.write_text(vtt(lines))
    earmark = start(transcript)
    page = earmark.window.reading_page
    wheel(earmark.window, 30)
    place = page.pane.reading.place_at(page.pane.first_position())
    earmark.settings.set(prefs.ARE_BLANKS_SHOWN, True)
    qtbot.waitUntil(lambda: "[BLANK_AUDIO]" in page.pane.reading.text)
    after = page.pane.reading.place_at(page.pane.first_position())
    assert place is not None
    assert after is not None
    assert abs(after.cue - place.cue) <= 2  # a line
    assert not page.follow.is_on
