"""A listener says who speaks, in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QTreeWidget,
)

from reader.overlays.naming import take_turns
from reader.overlays.voices import turns_of
from reader.playback.player import PlayerState
from reader.transcript.reading_text import Place
from reader.voice_names import LONGEST_NAME, NO_VOICES
from tests.ui.conftest import end
from tests.ui.voices.talk import Heard, Opened, button, buttons, choose
from ui.voices.guesses_dialog import GuessesDialog
from ui.voices.naming_card import NamingCard
from ui.voices.talk_strip import TalkStrip


def test_two_names_are_enough_and_all_is_undone(opened: Opened) -> None:
    talk = opened("dashes")
    talk.ask(0)
    talk.type("Ann")
    talk.wait_for("Ann", "–", "–", "–")
    talk.type("Bo")
    talk.wait_for("Ann", "Bo?", "Ann?", "Bo?")
    talk.trigger("confirm_voices")
    talk.wait_for("Ann", "Bo", "Ann", "Bo")
    for _ in range(3):
        talk.trigger("undo")
    talk.wait_for("–", "–", "–", "–")


@pytest.mark.parametrize("width", [1180, 1400])
def test_the_card_covers_no_word_where_it_has_room_beside_them(opened: Opened, width: int) -> None:
    talk = opened("dashes")
    window, pane = talk.earmark.window, talk.earmark.window.reading_page.pane
    window.resize(width, 700)
    talk.ask(0)
    for _ in range(2):
        card = window.findChild(NamingCard)
        assert card is not None and card.isVisible()
        words = pane.area_of(*pane.reading.block_span(1))
        assert (
            card.mapToGlobal(card.rect().topRight()).x()
            < pane.viewport().mapToGlobal(words.topLeft()).x()
        )
        talk.type("Ann")


def test_a_guess_is_confirmed_swapped_and_ended(opened: Opened) -> None:
    talk = opened("dashes")
    talk.ask(0)
    talk.type("Ann")
    talk.type("Bo")
    talk.wait_for("Ann", "Bo?", "Ann?", "Bo?")
    talk.ask(2)
    talk.press("Swap From Here")
    talk.wait_for("Ann", "Bo?", "Bo?", "Ann?")
    talk.ask(2)
    talk.press("Confirm")
    talk.wait_for("Ann", "Bo?", "Bo", "Ann?")
    talk.ask(4)
    talk.press("Stop Guessing")
    talk.wait_for("Ann", "Bo?", "Bo", "–")


def test_a_voice_of_the_file_is_renamed_everywhere_and_made_one(opened: Opened) -> None:
    talk = opened("named")
    talk.ask(0)
    talk.type("Ann")
    talk.wait_for("Ann", "S2", "Ann", "–")
    talk.ask(1)
    talk.type("Ann")
    talk.wait_for("Ann", "–")
    talk.trigger("reset_voices")
    talk.wait_for("S1", "S2", "S1", "–")


def test_a_text_without_voices_is_named_line_by_line(opened: Opened) -> None:
    talk = opened("silent")
    assert talk.names == []
    talk.ask(2, is_line=True)
    talk.type("Ann")
    talk.wait_for("Ann")
    reading = talk.earmark.session.script.reading  # type: ignore[union-attr]
    assert reading.text.index("Ann") < reading.text.index("Only in the morning.")


def test_esc_says_nothing_and_gives_the_keyboard_back(opened: Opened) -> None:
    talk = opened("dashes")
    card = talk.ask(0)
    talk.type("Ann", enter=False)
    QTest.keyClick(talk.earmark.window.focusWidget(), Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert talk.earmark.window.focusWidget() is talk.earmark.window.pane
    assert not talk.notebook.is_saving


@pytest.mark.parametrize("typed", ["", "   ", "\u202e"])
def test_without_a_name_nothing_can_be_said(opened: Opened, typed: str) -> None:
    talk = opened("dashes")
    card = talk.ask(0)
    talk.type(typed)
    assert card.isVisible()
    assert not button(card, "Name").isEnabled()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ('Ann, "the" Bo', 'Ann, "the" Bo'),
        ("مريم", "مريم"),
        ("x" * 500, "x" * LONGEST_NAME),
        ("A & B", "A & B"),
    ],
)
def test_any_name_is_shown_as_it_is(opened: Opened, typed: str, name: str) -> None:
    talk = opened("dashes")
    talk.ask(4)
    talk.type(typed)
    talk.wait_for("–", "–", "–", name)


def test_two_who_take_turns_have_two_names(opened: Opened) -> None:
    talk = opened("dashes")
    card = talk.ask(0)
    choose(card, "From here, two take turns")
    talk.type("Ann", enter=False)
    assert not button(card, "Guess").isEnabled()


def test_a_click_on_a_dash_asks(opened: Opened) -> None:
    talk = opened("dashes")
    pane = talk.earmark.window.pane
    box = pane.in_view.name_box(Place(1, 2))
    assert box is not None
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert talk.card.isVisible()


def test_the_menu_of_a_line_asks(opened: Opened) -> None:
    talk = opened("dashes")
    menu = QMenu()
    talk.controllers.voices.add_actions(menu, QPoint(), Place(1, 2))
    menu.actions()[0].trigger()
    assert talk.card.isVisible()


def test_notes_take_the_voices_of_the_text_on_request(opened: Opened) -> None:
    talk = opened("dashes")
    start = talk.earmark.session.script.reading.text.index("Is it")  # type: ignore[union-attr]
    talk.notebook.highlight((start, start + 16), 1)
    talk.qtbot.waitUntil(lambda: len(talk.notebook.kept) == 1)
    talk.ask(1)
    talk.type("Bo", enter=True)
    talk.wait_for("–", "Bo", "–", "–")
    assert talk.notebook.kept[0].annotation.voice == ""
    bar = talk.earmark.window.message_bar
    talk.qtbot.waitUntil(lambda: any(b.text() == "Take Voices" for b in buttons(bar)))
    button(bar, "Take Voices").click()
    talk.qtbot.waitUntil(lambda: talk.notebook.kept[0].annotation.voice == "Bo")


def test_the_strip_shows_who_speaks_when(opened: Opened) -> None:
    talk = opened("dashes")
    talk.trigger("who_speaks")
    strip = talk.earmark.window.findChild(TalkStrip)
    assert strip is not None and strip.isVisible()
    assert "Not named 100" in strip.lanes.accessibleName()
    talk.ask(0)
    talk.type("Ann")
    talk.type("Bo")
    talk.wait_for("Ann", "Bo?", "Ann?", "Bo?")
    assert strip.lanes.accessibleName().startswith("Who speaks when: Ann 60")
    button(strip, "Confirm All").click()
    talk.wait_for("Ann", "Bo", "Ann", "Bo")
    assert "Bo 40" in strip.lanes.accessibleName()
    talk.trigger("who_speaks")
    assert not strip.isVisible()


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_the_picture_is_saved(opened: Opened, tmp_path: Path, suffix: str) -> None:
    from reader.transcript.talk import lanes
    from ui.appearance.theme import LIGHT
    from ui.voices.talk_picture import TalkPicture, save_picture

    talk = opened("dashes")
    talk.ask(0)
    talk.type("Ann")
    talk.wait_for("Ann", "–", "–", "–")
    path = tmp_path / f"talk{suffix}"
    picture = TalkPicture(lanes(talk.controllers.talk.turns), 11_000, "Harbour", "Not named")
    save_picture(picture, LIGHT, path, may_replace=False)
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG" if suffix == ".png" else b"<?xml")
    if suffix == ".svg":
        assert b"Ann" in content and b"Harbour" in content


def test_an_episode_opens_with_its_names(opened: Opened) -> None:
    talk = opened("dashes")
    talk.ask(0)
    talk.type("Ann")
    talk.wait_for("Ann", "–", "–", "–")
    earmark, path = talk.earmark, talk.earmark.session.script.path  # type: ignore[union-attr]
    earmark.session.close()
    shown: list[tuple[str, ...]] = []
    earmark.session.script_opened.connect(lambda script: shown.append(script.reading.voices))
    earmark.session.open(path)
    talk.qtbot.waitUntil(lambda: bool(shown))
    assert shown == [("Ann",)]


def test_one_steps_through_the_turns_of_the_voice_that_is_heard(heard: Heard) -> None:
    talk = heard("named")
    talk.earmark.transport.seek(1_500)
    talk.trigger("next_turn")
    talk.wait_to_be_at(5_000)
    talk.trigger("next_turn")
    talk.wait_to_read("This voice has no other turn there.")
    talk.trigger("previous_turn")
    talk.wait_to_be_at(1_000)


def test_what_one_voice_says_is_heard_alone(heard: Heard) -> None:
    talk = heard("named")
    sought: list[int] = []
    talk.earmark.transport.seek(2_900)
    talk.earmark.transport.seeked.connect(lambda _, to: sought.append(to))
    talk.trigger("play_voice")
    assert talk.is_on("play_voice")
    talk.wait_to_read("Playing only S1.")
    talk.qtbot.waitUntil(lambda: sought == [2_900, 5_000])  # S2 speaks from 3 to 5 s


def test_one_voice_alone_is_heard_until_all_are_wanted(heard: Heard) -> None:
    talk = heard("named")
    talk.trigger("play_voice")
    talk.trigger("play_voice")
    assert not talk.is_on("play_voice")
    talk.qtbot.waitUntil(lambda: talk.earmark.transport.state is PlayerState.PLAYING)


def test_a_voice_that_says_no_more_is_not_played(heard: Heard) -> None:
    talk = heard("named")
    talk.earmark.transport.seek(10_900)
    talk.ask(4)
    talk.type("Bo")
    talk.wait_for("S1", "S2", "S1", "Bo")
    talk.earmark.transport.seek(11_500)
    talk.trigger("play_voice")
    talk.wait_to_read("This voice has no other turn there.")
    assert not talk.is_on("play_voice")


def test_one_voice_alone_is_read_until_all_are_wanted(heard: Heard) -> None:
    talk = heard("named")
    pane = talk.earmark.window.reading_page.pane
    talk.earmark.transport.seek(3_500)
    talk.trigger("only_voice")
    talk.wait_to_read("Only S2 is shown.")
    assert talk.is_on("only_voice")
    folded = [pane.page_layout.is_folded(k) for k in range(pane.reading.block_count)]
    assert folded.count(False) == 2  # the name, and what it says
    talk.ask(1)
    talk.type("Ann")
    talk.wait_to_read("Only Ann is shown.")
    assert (pane.only_voice, talk.is_on("only_voice")) == ("Ann", True)
    button(talk.earmark.window.message_bar, "Show All").click()
    assert pane.only_voice is None
    assert not talk.is_on("only_voice")


def test_the_key_asks_who_says_the_line_with_the_caret(opened: Opened) -> None:
    talk = opened("named")
    pane = talk.earmark.window.reading_page.pane
    start = pane.reading.text.index("Is it")
    pane.select(start, start)
    pane.page_layout.is_caret_shown = True
    talk.trigger("name_voice")
    field = talk.earmark.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "S2"
    talk.type("Bo")
    talk.wait_for("S1", "Bo", "S1", "–")


def test_the_text_read_in_another_way_takes_the_card_away(opened: Opened) -> None:
    talk = opened("dashes")
    card = talk.ask(4)
    talk.trigger("format_plain")
    talk.qtbot.waitUntil(lambda: not card.isVisible())
    talk.earmark.window.reading_page.pane.view_moved.emit()
    talk.trigger("format_")
    talk.wait_for("–", "–", "–", "–")


def test_the_key_asks_of_what_is_selected(opened: Opened) -> None:
    talk = opened("named")
    pane = talk.earmark.window.reading_page.pane
    start = pane.reading.text.index("Is it")
    pane.select(start, start + 5)
    talk.trigger("name_voice")
    field = talk.earmark.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "S2"


def test_notes_take_the_voices_of_the_text_by_the_menu_too(opened: Opened) -> None:
    talk = opened("dashes")
    talk.trigger("take_voices")
    talk.wait_to_read("All notes name the voices of the text.")
    start = talk.earmark.session.script.reading.text.index("Is it")  # type: ignore[union-attr]
    talk.notebook.highlight((start, start + 16), 1)
    talk.qtbot.waitUntil(lambda: len(talk.notebook.kept) == 1)
    talk.ask(1)
    talk.type("Bo")
    talk.wait_for("–", "Bo", "–", "–")
    bar = talk.earmark.window.message_bar
    talk.qtbot.waitUntil(lambda: any(b.text() == "Take Voices" for b in buttons(bar)))
    talk.trigger("take_voices")
    talk.qtbot.waitUntil(lambda: talk.notebook.kept[0].annotation.voice == "Bo")
    talk.qtbot.waitUntil(lambda: not bar.messages)  # it is not true any more


def test_names_are_offered_in_the_next_episode_of_the_show(heard: Heard) -> None:
    talk = heard("dashes", "one", show="The Quay")
    talk.ask(0)
    talk.type("Ann & Co")
    talk.type("Bo")
    talk.wait_for("Ann & Co", "Bo?", "Ann & Co?", "Bo?")
    end(talk.earmark)

    talk = heard("dashes", "two", show="The Quay")
    talk.wait_for("–", "–", "–", "–")
    card = talk.ask(0)
    assert {"Ann && Co", "Bo"} <= {each.text() for each in buttons(card)}
    button(card, "Bo").click()
    field = talk.earmark.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Ann & Co"  # who likely takes turns with Bo
    talk.press("Guess")
    talk.wait_for("Bo", "Ann & Co?", "Bo?", "Ann & Co?")
    end(talk.earmark)

    talk = heard("dashes", "three", show="The Hill")
    assert "Bo" not in {each.text() for each in buttons(talk.ask(0))}


def test_a_name_is_shown_before_it_is_saved_and_two_at_once_both_count(opened: Opened) -> None:
    talk = opened("dashes")
    for cue, name in ((0, "Alessio"), (1, "swyx")):
        talk.ask(cue)
        talk.type(name)
    assert talk.notebook.is_saving
    talk.wait_for("Alessio", "swyx", "–", "–")
    pane = talk.earmark.window.reading_page.pane
    assert pane.toPlainText() == pane.reading.text
    talk.qtbot.waitUntil(lambda: not talk.notebook.is_saving)
    assert talk.names == ["Alessio", "swyx", "–", "–"]
    talk.trigger("undo")
    talk.wait_for("Alessio", "–", "–", "–")
    talk.trigger("undo")
    talk.wait_for("–", "–", "–", "–")


def test_guesses_are_confirmed_and_swapped_one_by_one(heard: Heard) -> None:
    talk = heard("dashes")
    window = talk.earmark.window
    talk.ask(0)
    talk.type("Alessio")
    talk.type("swyx")
    talk.wait_for("Alessio", "swyx?", "Alessio?", "swyx?")
    talk.trigger("guesses")
    sheet = window.findChild(GuessesDialog)
    assert sheet is not None
    rows = sheet.findChild(QTreeWidget)
    assert rows is not None

    def listed() -> list[tuple[str, str]]:
        items = [rows.topLevelItem(k) for k in range(rows.topLevelItemCount())]
        return [(item.text(0), item.text(1)) for item in items if item is not None]

    assert listed() == [("0:03", "swyx?"), ("0:05", "Alessio?"), ("0:09", "swyx?")]
    QTest.keyClick(rows, Qt.Key.Key_Space)
    talk.qtbot.waitUntil(lambda: talk.earmark.transport.time >= 3_000)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    talk.wait_for("Alessio", "swyx", "Alessio?", "swyx?")
    talk.qtbot.waitUntil(lambda: listed() == [("0:05", "Alessio?"), ("0:09", "swyx?")])
    assert [item.text(0) for item in rows.selectedItems()] == ["0:05"]
    button(sheet, "&Swap From Here").click()
    talk.wait_for("Alessio", "swyx", "swyx?", "Alessio?")
    button(sheet, "Confirm &All").click()
    talk.wait_for("Alessio", "swyx", "Alessio")
    talk.qtbot.waitUntil(lambda: not listed())
    sheet.close()


def test_what_was_refused_is_not_said_once_it_can_be_done(opened: Opened) -> None:
    talk = opened("dashes")
    talk.trigger("confirm_voices")
    refused = "There is no guess to confirm."
    talk.wait_to_read(refused)
    first, *_ = turns_of(talk.earmark.session.script.source, NO_VOICES)  # type: ignore[union-attr]
    talk.notebook.set_voices(take_turns(NO_VOICES, first, "Alessio", "swyx"), "Guess")
    talk.wait_for("Alessio", "swyx?", "Alessio?", "swyx?")
    bar = talk.earmark.window.message_bar
    assert refused not in {each.text for each in bar.messages}


def test_while_one_voice_is_shown_what_others_say_is_not_copied(heard: Heard) -> None:
    talk = heard("named")
    page = talk.earmark.window.reading_page
    page.pane.show_only("S1")
    page.pane.select(0, len(page.pane.reading))
    page.pane.copy_text()
    copied = QGuiApplication.clipboard().text()
    assert "quiet" in copied
    assert "always so" not in copied
    page.copy("with times")
    assert "always so" not in QGuiApplication.clipboard().text()


def test_a_text_without_words_has_no_guesses_to_list(opened: Opened) -> None:
    window = opened("empty").earmark.window
    window.commands["guesses"].trigger()
    sheet = window.findChild(GuessesDialog)
    assert sheet is not None and sheet.isVisible()
