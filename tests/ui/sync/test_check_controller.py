"""A listener has a recording checked, in a real window; what listens is a stand-in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.errors import ReaderError
from reader.message import message
from reader.session import sync_check
from reader.sync.report import SyncReport
from reader.sync_map import SyncMap, SyncPoint
from reader.transcript.text_sync import TextSync
from tests.conftest import WriteTalk
from tests.reader.sync.listening import FakeListener
from tests.ui.conftest import Start, end, notebook_of
from tests.ui.sync.test_sync_controller import starts
from ui.app import Earmark
from ui.sync.check_dialog import CheckDialog, CheckPage
from ui.widgets.message_bar import MessageBar

Listening = Callable[[FakeListener], Earmark]
OTHER = "This is another episode, as far as can be heard."


@pytest.fixture
def listening(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Listening:
    """A window in which this listens, and reports all that it hears at once."""
    monkeypatch.setattr(sync_check, "REPORT_AFTER", 0.0)
    monkeypatch.setattr(sync_check, "GLANCE_AFTER", 0)

    def begin(listener: FakeListener | None) -> Earmark:
        tools = None if listener is None else listener.tools
        monkeypatch.setattr(sync_check, "installed_tools", lambda: tools)
        earmark = start(write_talk("talk.vtt", "talk.mp3"))
        qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
        qtbot.waitUntil(lambda: notebook_of(earmark).notes.notebook.is_ready)
        return earmark

    return begin


def asked(earmark: Earmark, qtbot: QtBot) -> CheckDialog:
    """The dialog, once it is shown."""
    earmark.window.commands["check_sync"].trigger()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in earmark.window.findChildren(CheckDialog)))
    dialog = earmark.window.findChild(CheckDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)  # before that, keys are the page's
    return dialog


def buttons(dialog: CheckDialog) -> dict[str, QPushButton]:
    found = dialog._buttons
    return {(each.accessibleName() or each.text()).replace("&", ""): each for each in found}


def said(dialog: CheckDialog) -> str:
    labels = dialog.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if not each.isHidden())


def reported(dialog: CheckDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.page in (CheckPage.REPORT, CheckPage.MESSAGE))
    qtbot.waitUntil(lambda: all(each.isVisible() for each in dialog._buttons))


def test_a_text_is_put_right_by_the_sound_and_back_again(
    listening: Listening, qtbot: QtBot
) -> None:
    earmark = listening(FakeListener())
    before = starts(earmark)
    dialog = asked(earmark, qtbot)
    qtbot.waitUntil(lambda: "nothing changes" in said(dialog))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: "97 %\nof the words timed" in said(dialog) and not dialog._progress.isVisible()
    )
    assert "7.3 s\nThe text runs early from the beginning" in said(dialog)
    assert starts(earmark) == before
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: starts(earmark) == [each + 7_300 for each in before])
    assert not dialog.isVisible()
    bar = earmark.window.findChild(MessageBar)
    assert bar is not None
    (done,) = [each for each in bar.messages if "follows this recording" in each.text]
    play, undo = done.actions
    play.callback()
    qtbot.waitUntil(lambda: earmark.transport.time >= 6_000)
    undo.callback()
    qtbot.waitUntil(lambda: starts(earmark) == before)
    assert done not in bar.messages
    earmark.window.commands["redo"].trigger()
    qtbot.waitUntil(lambda: starts(earmark) != before)


def test_cancel_keeps_what_was_heard_and_it_goes_on_from_there(
    listening: Listening, qtbot: QtBot
) -> None:
    listener = FakeListener(minutes=5, is_waiting=True)
    earmark = listening(listener)
    dialog = asked(earmark, qtbot)
    buttons(dialog)["Check"].click()
    listener.go(3)
    qtbot.waitUntil(lambda: "3:00 of 5:00 heard" in said(dialog))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    qtbot.waitUntil(lambda: not notebook_of(earmark).check._check.is_running)
    again = asked(earmark, qtbot)
    qtbot.waitUntil(lambda: "3:00 of" in said(again))
    assert "Begin Again" in buttons(again)
    listener.go(100)
    buttons(again)["Go On"].click()
    reported(again, qtbot)
    assert len(listener.requests[-1].state.windows) == 3


def test_a_report_that_was_left_is_there_again_at_once(listening: Listening, qtbot: QtBot) -> None:
    listener = FakeListener()
    earmark = listening(listener)
    dialog = asked(earmark, qtbot)
    buttons(dialog)["Check"].click()
    qtbot.waitUntil(lambda: not notebook_of(earmark).check._check.is_running)
    dialog.reject()
    again = asked(earmark, qtbot)
    reported(again, qtbot)
    assert listener.requests[-1].state.is_complete


def test_what_is_found_can_be_applied_before_all_words_are_timed(
    listening: Listening, qtbot: QtBot
) -> None:
    listener = FakeListener(minutes=3, is_waiting=True)
    earmark = listening(listener)
    before = starts(earmark)
    dialog = asked(earmark, qtbot)
    buttons(dialog)["Check"].click()
    listener.go(4)
    reported(dialog, qtbot)
    qtbot.waitUntil(lambda: "Timing the words" in said(dialog))
    buttons(dialog)["Apply"].click()
    qtbot.waitUntil(lambda: starts(earmark) != before)
    session = earmark.session
    listener.go(100)
    qtbot.waitUntil(lambda: len(session.sync.times) == 3)
    earmark.window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: starts(earmark) == before and not session.sync)


def test_words_that_come_late_do_not_undo_an_undo(listening: Listening, qtbot: QtBot) -> None:
    listener = FakeListener(minutes=3, is_waiting=True)
    earmark = listening(listener)
    before = starts(earmark)
    dialog = asked(earmark, qtbot)
    buttons(dialog)["Check"].click()
    listener.go(4)
    reported(dialog, qtbot)
    buttons(dialog)["Apply"].click()
    qtbot.waitUntil(lambda: starts(earmark) != before)
    earmark.window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: starts(earmark) == before)
    with qtbot.waitSignal(notebook_of(earmark).check._check.ended):
        listener.go(100)
    qtbot.waitUntil(lambda: not notebook_of(earmark).notes.notebook.is_saving)
    assert starts(earmark) == before and not earmark.session.sync


def test_without_the_part_that_listens_it_is_said_how_to_get_it(
    listening: Listening, qtbot: QtBot
) -> None:
    earmark = listening(None)  # type: ignore[arg-type]
    dialog = asked(earmark, qtbot)
    qtbot.waitUntil(lambda: "earmark-sync" in said(dialog) and "Ctrl+T" in said(dialog))
    assert list(buttons(dialog)) == ["Close"]
    buttons(dialog)["Close"].click()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (SyncReport(had_times=True, refusal=message(OTHER)), OTHER),
        (SyncReport(had_times=True), "there is nothing to change"),
    ],
)
def test_where_there_is_nothing_to_apply_nothing_is_offered(
    listening: Listening, qtbot: QtBot, report: SyncReport, text: str
) -> None:
    listener = FakeListener()
    listener.report = report
    dialog = asked(listening(listener), qtbot)
    buttons(dialog)["Check"].click()
    qtbot.waitUntil(lambda: text in said(dialog))
    assert list(buttons(dialog)) == ["Close"]


def test_a_fault_is_said_and_can_be_tried_again(listening: Listening, qtbot: QtBot) -> None:
    listener = FakeListener()
    listener.fault = ReaderError(message("There is no sound in it."))
    dialog = asked(listening(listener), qtbot)
    buttons(dialog)["Check"].click()
    qtbot.waitUntil(lambda: "There is no sound in it." in said(dialog))
    listener.fault = None
    buttons(dialog)["Try Again"].click()
    reported(dialog, qtbot)
    assert dialog.page is CheckPage.REPORT


def test_after_a_fault_it_goes_on_from_what_was_heard(listening: Listening, qtbot: QtBot) -> None:
    listener = FakeListener(is_waiting=True)
    dialog = asked(listening(listener), qtbot)
    buttons(dialog)["Check"].click()
    listener.go()
    qtbot.waitUntil(lambda: "1:00 of" in said(dialog))
    listener.fault = ReaderError(message("The part that listens ended by itself."))
    listener.go()
    qtbot.waitUntil(lambda: "ended by itself" in said(dialog))
    listener.fault = None
    listener.go(100)
    buttons(dialog)["Try Again"].click()
    reported(dialog, qtbot)
    assert [len(each.state.windows) for each in listener.requests] == [0, 1]


def test_each_passage_can_be_heard_and_a_missing_line_shown(
    listening: Listening, qtbot: QtBot
) -> None:
    listener = FakeListener()
    advert = SyncMap((SyncPoint(1_000, 1_000), SyncPoint(6_000, 36_000, is_after_break=True)))
    listener.report = SyncReport(
        had_times=True,
        sync_map=advert,
        adverts=advert.adverts,
        lines_not_heard=(4, 5),
        lines=6,
        length=60_000,
    )
    earmark = listening(listener)
    dialog = asked(earmark, qtbot)
    buttons(dialog)["Check"].click()
    reported(dialog, qtbot)
    with qtbot.waitSignal(dialog.hear_requested) as heard:
        buttons(dialog)["Hear 0:06"].click()
    assert heard.args == [4_000]
    with qtbot.waitSignal(dialog.hear_requested) as heard:
        buttons(dialog)["▶  Hear the First Change"].click()
    assert heard.args == [4_000]
    with qtbot.waitSignal(dialog.show_requested) as shown:
        buttons(dialog)["Show the first of them on the page"].click()
    assert shown.args == [4]
    assert not earmark.window.reading_page.follow.is_on


def test_another_episode_closes_it(
    listening: Listening, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    listener = FakeListener(minutes=5, is_waiting=True)
    earmark = listening(listener)
    dialog = asked(earmark, qtbot)
    buttons(dialog)["Check"].click()
    listener.go(1)
    qtbot.waitUntil(lambda: "1:00 of 5:00" in said(dialog))
    earmark.session.open(write_talk("other.vtt", "other.mp3", folder="others"))
    qtbot.waitUntil(lambda: not dialog.isVisible())
    qtbot.waitUntil(lambda: not notebook_of(earmark).check._check.is_running)


def test_figures_that_are_renewed_leave_the_keyboard_where_it_is(
    listening: Listening, qtbot: QtBot
) -> None:
    listener = FakeListener(minutes=3, is_waiting=True)
    dialog = asked(listening(listener), qtbot)
    buttons(dialog)["Check"].click()
    listener.go(4)
    reported(dialog, qtbot)
    buttons(dialog)["Cancel"].setFocus()
    listener.go(1)
    qtbot.waitUntil(lambda: "2:00 of 3:00" in said(dialog))
    listener.go(100)
    qtbot.waitUntil(lambda: "Timing" not in said(dialog))
    assert buttons(dialog)["Cancel"].hasFocus()


def hints(earmark: Earmark) -> list[str]:
    bar = earmark.window.findChild(MessageBar)
    assert bar is not None
    return [
        each.text for each in bar.messages if "may not fit" in each.text or "no times" in each.text
    ]


def test_a_recording_of_another_length_is_hinted_at_once_and_never_again(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, listening: Listening
) -> None:
    listener = FakeListener()
    earmark = listening(listener)
    earmark.transport.set_sure_length(25_000)
    qtbot.waitUntil(lambda: not notebook_of(earmark).notes.notebook.is_saving)
    assert hints(earmark) == []
    earmark.transport.set_sure_length(200_000)
    qtbot.waitUntil(lambda: hints(earmark) == ["The text may not fit this recording."])
    bar = earmark.window.findChild(MessageBar)
    assert bar is not None
    bar.messages[0].actions[0].callback()
    qtbot.waitUntil(lambda: notebook_of(earmark).check._is_shown)
    end(earmark)
    again = start(write_talk("talk.vtt", "talk.mp3"))
    qtbot.waitUntil(lambda: again.controllers.notebook is not None)
    with qtbot.waitSignal(again.transport.length_settled):
        again.transport.set_sure_length(200_000)
    again.keeper.settle(5)
    assert hints(again) == []


def test_a_text_that_is_heard_elsewhere_is_hinted_at_once(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, listening: Listening
) -> None:
    listener = FakeListener()
    listener.will_be_astray = True
    earmark = listening(listener)
    earmark.transport.set_sure_length(25_000)
    qtbot.waitUntil(lambda: hints(earmark) == ["The text may not fit this recording."])
    buttons(asked(earmark, qtbot))["Check"].click()
    assert hints(earmark) == []
    end(earmark)
    again = start(write_talk("talk.vtt", "talk.mp3"))
    qtbot.waitUntil(lambda: again.controllers.notebook is not None)
    with qtbot.waitSignal(again.transport.length_settled):
        again.transport.set_sure_length(25_000)
    again.keeper.settle(5)
    assert hints(again) == []
    assert len(listener.glances) == 1


def test_a_text_that_was_put_right_needs_no_hint(listening: Listening, qtbot: QtBot) -> None:
    earmark = listening(FakeListener())
    moved = TextSync(SyncMap((SyncPoint(1_000, 31_000),)))
    notebook_of(earmark).notes.notebook.set_sync(moved, "Move Text")
    qtbot.waitUntil(lambda: earmark.session.sync == moved)
    earmark.transport.set_sure_length(200_000)
    earmark.keeper.settle(5)
    assert hints(earmark) == []


@pytest.fixture
def heard_text(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, str], Earmark]:
    """Opens a text of this name and content with a recording that can be listened to."""
    tools = FakeListener().tools
    monkeypatch.setattr(sync_check, "installed_tools", lambda: tools)

    def opened(name: str, content: str) -> Earmark:
        text = write_talk(name, "talk.mp3")
        text.write_text(content)
        earmark = start(text)
        qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
        earmark.transport.set_sure_length(60_000)
        return earmark

    return opened


def test_a_text_without_times_is_offered_some(
    heard_text: Callable[[str, str], Earmark], qtbot: QtBot
) -> None:
    said = "The harbour wakes early today.\n\nGulls quarrel over the nets.\n"
    earmark = heard_text("talk.txt", said)
    expected = ["This text has no times; they can be found in the sound."]
    qtbot.waitUntil(lambda: hints(earmark) == expected)


def test_a_text_without_words_is_offered_nothing(
    heard_text: Callable[[str, str], Earmark],
) -> None:
    earmark = heard_text("talk.vtt", "WEBVTT\n")
    earmark.keeper.settle(5)
    QApplication.processEvents()
    assert not any("no times" in hint for hint in hints(earmark))


def test_asked_for_again_before_it_has_ended_it_says_how_far_it_came(
    listening: Listening, qtbot: QtBot
) -> None:
    listener = FakeListener(minutes=5, is_waiting=True)
    earmark = listening(listener)
    dialog = asked(earmark, qtbot)
    buttons(dialog)["Check"].click()
    listener.go(2)
    qtbot.waitUntil(lambda: "2:00 of 5:00 heard" in said(dialog))
    dialog.reject()
    earmark.window.commands["check_sync"].trigger()
    qtbot.waitUntil(lambda: "2:00 of" in said(dialog) and "Go On" in buttons(dialog))
