"""A listener puts a text right that does not fit its recording, in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reader import settings as prefs
from reader.sync_map import PointSource, SyncMap, SyncPoint
from reader.transcript.model import Word
from reader.transcript.reading_text import Place
from reader.transcript.spoken_times import CueTimes
from reader.transcript.text_sync import TextSync
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, end, notebook_of, ready_notebook
from ui.app import Earmark
from ui.notes.toast import Toast
from ui.sync.pins import pins_in
from ui.sync.sync_card import SyncCard
from ui.sync.sync_controller import SyncController
from ui.sync.sync_dialog import SyncDialog


def controller_of(earmark: Earmark, qtbot: QtBot) -> SyncController:
    return ready_notebook(earmark, qtbot).sync


def card_of(earmark: Earmark) -> SyncCard:
    card = earmark.window.findChild(SyncCard)
    assert card is not None
    return card


def starts(earmark: Earmark) -> list[int]:
    script = earmark.session.script
    assert script is not None
    return [-1 if cue.start is None else cue.start for cue in script.effective.cues]


def press(card: SyncCard, text: str) -> None:
    buttons = [*card.findChildren(QPushButton), *card.findChildren(QToolButton)]
    next(each for each in buttons if each.text() == text and each.isVisibleTo(card)).click()


def opened(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> tuple[Earmark, SyncController]:
    """Three lines, from 1, 3 and 5 s on."""
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    return earmark, controller_of(earmark, qtbot)


@pytest.fixture
def talk(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> tuple[Earmark, SyncController]:
    return opened(start, write_talk, qtbot)


Talk = tuple[Earmark, SyncController]


def test_one_press_moves_all_lines_and_the_light_with_them(talk: Talk, qtbot: QtBot) -> None:
    earmark, controller = talk
    before = starts(earmark)
    earmark.transport.seek(before[1] + 500)
    controller.set_spoken_now(1)
    qtbot.waitUntil(lambda: starts(earmark) != before)
    assert starts(earmark) == [each + 500 for each in before]
    assert earmark.session.follower.lead == 1
    assert card_of(earmark).isVisible()
    earmark.window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: starts(earmark) == before)
    assert not card_of(earmark).isVisible()
    earmark.window.commands["redo"].trigger()
    qtbot.waitUntil(lambda: starts(earmark) != before)


def test_esc_on_the_page_sends_the_card_away_and_the_text_stays_moved(
    talk: Talk, qtbot: QtBot
) -> None:
    earmark, controller = talk
    before = starts(earmark)
    earmark.transport.seek(before[1] + 500)
    controller.set_spoken_now(1)
    qtbot.waitUntil(lambda: starts(earmark) != before)
    earmark.window.pane.setFocus()
    QTest.keyClick(earmark.window.pane, Qt.Key.Key_Escape)
    assert not card_of(earmark).isVisible()
    assert starts(earmark) != before


def test_an_advert_takes_two_presses(talk: Talk, qtbot: QtBot) -> None:
    earmark, controller = talk
    before = starts(earmark)
    earmark.transport.seek(before[1] + 30_000)
    controller.set_spoken_now(1)
    qtbot.waitUntil(lambda: starts(earmark) != before)
    press(card_of(earmark), "Set a Break")
    qtbot.waitUntil(lambda: starts(earmark)[0] == before[0])
    assert starts(earmark)[1] == before[1] + 30_000
    script = earmark.session.script
    assert script is not None
    assert script.sync_map.adverts == ((before[1], before[1] + 30_000),)
    assert script.timeline.current(before[1] + 10_000) == ()
    press(card_of(earmark), "−1 s")
    qtbot.waitUntil(lambda: starts(earmark)[1] == before[1] + 29_000)
    press(card_of(earmark), "Undo")
    qtbot.waitUntil(lambda: starts(earmark)[1] == before[1] + 30_000)


def test_what_is_kept_moves_along_with_its_words(talk: Talk, qtbot: QtBot) -> None:
    earmark, controller = talk
    notebook = notebook_of(earmark).notes.notebook
    earmark.transport.seek(4_600)
    earmark.window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: len(notebook.kept) == 1)
    before = notebook.kept[0].annotation.selector
    earmark.transport.seek(before.time[0] + 2_000)
    cue = earmark.session.script.timeline.cue_at_or_before(before.time[0])  # type: ignore[union-attr]
    assert cue is not None
    controller.set_spoken_now(cue)
    qtbot.waitUntil(lambda: notebook.kept[0].annotation.selector.time != before.time)
    after = notebook.kept[0].annotation.selector
    assert after.quote == before.quote
    assert after.transcript_time == before.transcript_time
    assert after.time[1] - after.time[0] == before.time[1] - before.time[0]


def test_it_is_there_again_at_the_next_start(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    earmark = start(transcript)
    controller = controller_of(earmark, qtbot)
    before = starts(earmark)
    earmark.transport.seek(6_000)
    controller.set_spoken_now(1)
    qtbot.waitUntil(lambda: starts(earmark) != before)
    moved = starts(earmark)
    qtbot.waitUntil(lambda: not notebook_of(earmark).notes.notebook.is_saving)
    end(earmark)
    again = start(transcript)
    qtbot.waitUntil(lambda: again.session.script is not None and starts(again) == moved)


def test_the_menu_of_a_line_offers_it(talk: Talk, qtbot: QtBot) -> None:
    earmark, controller = talk
    before = starts(earmark)
    earmark.transport.seek(9_000)
    menu = QMenu()
    controller.add_actions(menu, QPoint(), Place(1, 0))
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: starts(earmark)[1] == 9_000)
    assert before[1] != 9_000


def test_the_key_means_the_line_with_the_caret(talk: Talk, qtbot: QtBot) -> None:
    earmark, _ = talk
    pane = earmark.window.reading_page.pane
    earmark.transport.seek(7_000)
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    place = pane.caret_place()
    assert place is not None
    earmark.window.commands["spoken_now"].trigger()
    qtbot.waitUntil(lambda: starts(earmark)[place.cue] == 7_000)


def test_points_are_listed_moved_and_removed(talk: Talk, qtbot: QtBot) -> None:
    earmark, controller = talk
    before = starts(earmark)
    earmark.window.commands["sync_points"].trigger()
    dialog = earmark.window.findChild(SyncDialog)
    assert dialog is not None
    assert any(
        "Ctrl+T" in label.text() and label.isVisible() for label in dialog.findChildren(QLabel)
    )
    earmark.transport.seek(6_000)
    controller.set_spoken_now(1)
    qtbot.waitUntil(lambda: starts(earmark)[1] == 6_000)

    def button(name: str) -> QPushButton:
        found = dialog.findChildren(QPushButton)
        return next(each for each in found if each.accessibleName() == name)

    button("0:06: later").click()
    qtbot.waitUntil(lambda: starts(earmark)[1] == 6_100)
    with qtbot.waitSignal(dialog.hear_requested) as heard:
        button("Hear 0:06").click()
    assert heard.args == [4_100]
    button("Remove 0:06").click()
    qtbot.waitUntil(lambda: starts(earmark) == before)


def test_late_sound_is_marked_late(talk: Talk) -> None:
    earmark, _ = talk
    follower = earmark.session.follower
    earmark.session.settings.set(prefs.OUTPUT_DELAY, 200)
    follower.tick(0, "seek")
    assert follower.heard(5_000) == 4_800
    assert follower.heard(100) == 0
    follower.tick(5_000, "seek")
    assert follower.heard(5_100) == 5_000


def test_of_two_cards_at_the_foot_the_newer_stays(talk: Talk, qtbot: QtBot) -> None:
    earmark, controller = talk
    earmark.transport.seek(4_600)
    earmark.window.commands["keep"].trigger()
    toast = earmark.window.findChild(Toast)
    assert toast is not None
    qtbot.waitUntil(toast.isVisible)
    controller.set_spoken_now(1)
    assert card_of(earmark).isVisible()
    assert not toast.isVisible()
    earmark.window.commands["keep"].trigger()
    qtbot.waitUntil(toast.isVisible)
    assert not card_of(earmark).isVisible()


def test_a_pin_says_what_was_set_and_lets_it_be_moved_and_removed(
    talk: Talk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    earmark, controller = talk
    before = starts(earmark)
    earmark.transport.seek(6_000)
    controller.set_spoken_now(1)
    qtbot.waitUntil(lambda: starts(earmark)[1] == 6_000)
    script, card = earmark.session.script, card_of(earmark)
    assert script is not None
    (pin,) = pins_in(script)
    assert pin.text.startswith("You set this line to 0:06.\nThe text runs 3 s later.")
    assert script.reading.place_at(pin.position) == Place(1, 0)
    card.dismiss()

    def chosen(name: str) -> None:
        menus: list[QMenu] = []
        monkeypatch.setattr(QMenu, "popup", lambda menu, *_: menus.append(menu))
        earmark.window.reading_page.pane.pin_requested.emit(pin.id, QPoint())
        actions = {each.text().replace("&", ""): each for each in menus[-1].actions()}
        actions[name].trigger()

    chosen("Hear It")
    qtbot.waitUntil(lambda: earmark.transport.time >= 4_000)
    chosen("Move…")
    assert not next(b for b in card.findChildren(QToolButton) if b.text() == "Undo").isVisible()
    press(card, "+0.1 s")
    qtbot.waitUntil(lambda: starts(earmark)[1] == 6_100)
    press(card, "Undo")
    qtbot.waitUntil(lambda: starts(earmark)[1] == 6_000)
    chosen("Remove")
    qtbot.waitUntil(lambda: starts(earmark) == before)
    script = earmark.session.script
    assert script is not None and pins_in(script) == []


def test_found_points_have_no_pin_and_no_diamond(talk: Talk, qtbot: QtBot) -> None:
    earmark, _ = talk
    found = SyncMap((SyncPoint(3_000, 6_000, PointSource.FOUND),))
    notebook_of(earmark).notes.notebook.set_sync(TextSync(found), "Apply")
    qtbot.waitUntil(lambda: starts(earmark)[1] == 6_000)
    script = earmark.session.script
    assert script is not None and pins_in(script) == []
    assert earmark.window.playback_bar.seek_bar._points == ()


def test_words_that_were_heard_light_up_when_they_are_and_move_with_their_line(
    talk: Talk, qtbot: QtBot
) -> None:
    earmark, controller = talk
    heard = CueTimes(1, 3_200, 5_000, (Word(3_200, 3_300, 0, 5), Word(4_800, 5_000, 6, 7)))
    notebook_of(earmark).notes.notebook.set_sync(TextSync(times=(heard,)), "Apply")
    qtbot.waitUntil(lambda: starts(earmark)[1] == 3_200)
    script = earmark.session.script
    assert script is not None
    assert [word.start for word in script.words_of(1)] == [3_200, 4_800]
    earmark.transport.seek(9_000)
    controller.set_spoken_now(1)
    qtbot.waitUntil(lambda: starts(earmark)[1] == 9_000)
    assert starts(earmark)[0] == 6_800
    script = earmark.session.script
    assert script is not None
    assert [word.start for word in script.words_of(1)] == [9_000, 10_600]
    earmark.window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: starts(earmark)[:2] == [1_000, 3_200])


def test_a_text_without_times_shows_its_adverts_once_it_was_heard(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    text = write_talk("talk.txt", "talk.mp3")
    text.write_text("The harbour wakes early today.\n\nGulls quarrel over the nets.\n")
    earmark = start(text)
    controller_of(earmark, qtbot)
    heard = (CueTimes(0, 20_000, 22_000), CueTimes(1, 40_000, 42_000))
    notebook_of(earmark).notes.notebook.set_sync(TextSync(times=heard), "Apply Sync")
    bar = earmark.window.playback_bar.seek_bar
    qtbot.waitUntil(lambda: bar._breaks == ((0, 20_000), (22_000, 40_000)))


def test_remove_all_leads_back_to_what_the_file_says(talk: Talk, qtbot: QtBot) -> None:
    earmark, _ = talk
    before = starts(earmark)
    found = SyncMap((SyncPoint(1_000, 8_000, PointSource.FOUND),))
    heard = (CueTimes(1, 10_050, 11_000),)
    notebook_of(earmark).notes.notebook.set_sync(TextSync(found, heard), "Apply Sync")
    qtbot.waitUntil(lambda: starts(earmark)[1] == 10_050)
    earmark.window.commands["sync_points"].trigger()
    dialog = earmark.window.findChild(SyncDialog)
    assert dialog is not None
    qtbot.waitUntil(
        lambda: any("found in the sound" in label.text() for label in dialog.findChildren(QLabel))
    )
    dialog._reset.click()
    qtbot.waitUntil(lambda: starts(earmark) == before)
    assert not dialog._reset.isEnabled()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: starts(earmark)[1] == 10_050)
    QTest.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: starts(earmark) == before)
