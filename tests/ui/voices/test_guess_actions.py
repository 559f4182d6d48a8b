"""Confirm and Swap From Here under a guessed name on the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.transcript.reading_text import Place
from tests.ui.voices.talk import Opened, Talk, buttons
from ui.voices.guess_actions import GuessActions


@pytest.fixture
def guessed(opened: Opened) -> Talk:
    """Four turns of two voices, of which the first alone is sure."""
    talk = opened("dashes")
    talk.ask(0)
    talk.type("Ann")
    talk.type("Bo")
    talk.wait_for("Ann", "Bo?", "Ann?", "Bo?")
    return talk


def actions_of(talk: Talk) -> QWidget | None:
    found = talk.earmark.window.findChild(GuessActions)
    return found if found is not None and found.isVisible() else None


def is_beside(talk: Talk, cue: int) -> bool:
    """Whether they stand under the name of this turn."""
    actions, pane = actions_of(talk), talk.earmark.window.reading_page.pane
    name = pane.in_view.name_box(Place(cue, 2))
    if actions is None or name is None:
        return False
    top = actions.mapTo(pane.viewport().window(), QPoint(0, 0)).y()
    foot = pane.viewport().mapTo(pane.viewport().window(), name.bottomLeft()).y()
    return abs(top - foot) < name.height()


def is_clear_of_words(talk: Talk) -> bool:
    """Whether they are there, and cover neither a name nor a line; their edges may touch."""
    actions, page = actions_of(talk), talk.earmark.window.reading_page
    if actions is None:
        return False
    pane = page.pane
    area = actions.geometry().translated(-pane.viewport().mapTo(page, QPoint(0, 0)))
    area.adjust(8, 8, -8, -8)
    spans = [span for cue in range(5) for span in pane.reading.ranges(cue)]
    names = [pane.in_view.name_box(Place(cue, 2)) for cue in range(5)]
    taken = [*(pane.area_of(*span) for span in spans), *(name for name in names if name)]
    return not any(each.intersects(area) for each in taken)


def action(talk: Talk, name: str) -> QAbstractButton:
    """By what assistive technology says: the words are fewer where there is little room."""
    actions = actions_of(talk)
    assert actions is not None
    return next(each for each in buttons(actions) if each.accessibleName() == name)


def press(talk: Talk, name: str) -> None:
    QTest.mouseClick(action(talk, name), Qt.MouseButton.LeftButton)


def test_a_guess_is_confirmed_and_swapped_under_its_name_and_undone(guessed: Talk) -> None:
    talk, wait = guessed, guessed.qtbot.waitUntil
    wait(lambda: is_beside(talk, 1))
    press(talk, "Confirm that Bo says this")
    talk.wait_for("Ann", "Bo", "Ann?", "Bo?")
    wait(lambda: is_beside(talk, 2))
    press(talk, "Swap From Here")
    talk.wait_for("Ann", "Bo", "Bo?", "Ann?")
    talk.trigger("undo")
    talk.wait_for("Ann", "Bo", "Ann?", "Bo?")
    talk.trigger("undo")
    talk.wait_for("Ann", "Bo?", "Ann?", "Bo?")
    talk.trigger("confirm_voices")
    wait(lambda: actions_of(talk) is None)


def test_they_come_to_the_turn_that_is_pointed_at_and_to_the_one_being_spoken(
    guessed: Talk,
) -> None:
    talk, pane = guessed, guessed.earmark.window.reading_page.pane
    talk.qtbot.waitUntil(lambda: is_beside(talk, 1))
    start, end = pane.reading.ranges(2)[0]
    box = pane.area_of(start, end)
    QTest.mouseMove(pane.viewport(), QPoint(pane.viewport().width() - 4, box.center().y()))
    talk.qtbot.waitUntil(lambda: is_beside(talk, 2))
    talk.earmark.session.follower.current_changed.emit((4,))
    talk.qtbot.waitUntil(lambda: is_beside(talk, 4))


def test_the_keyboard_leads_there_and_back(guessed: Talk) -> None:
    talk, window = guessed, guessed.earmark.window
    pane = window.reading_page.pane
    talk.qtbot.waitUntil(lambda: actions_of(talk) is not None)
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Tab)
    confirm = window.focusWidget()
    assert isinstance(confirm, QAbstractButton)
    assert confirm.accessibleName() == "Confirm that Bo says this"
    QTest.keyClick(confirm, Qt.Key.Key_Tab)
    swap = window.focusWidget()
    assert isinstance(swap, QAbstractButton) and swap.accessibleName() == "Swap From Here"
    QTest.keyClick(swap, Qt.Key.Key_Return)
    talk.wait_for("Ann", "Ann?", "Bo?", "Ann?")
    QTest.keyClick(swap, Qt.Key.Key_Escape)
    assert pane.hasFocus()


def test_what_has_gone_gives_the_keyboard_back(guessed: Talk) -> None:
    talk, window = guessed, guessed.earmark.window
    talk.qtbot.waitUntil(lambda: actions_of(talk) is not None)
    action(talk, "Confirm that Bo says this").setFocus()
    talk.trigger("confirm_voices")
    talk.qtbot.waitUntil(window.reading_page.pane.hasFocus)


@pytest.mark.parametrize("width", [480, 1000])
@pytest.mark.parametrize("voice", ["Bo", "Wilhelmina von Hohenzollern-Sig", "\u05d3\u05d5\u05d3"])
def test_they_never_lie_over_words(opened: Opened, width: int, voice: str) -> None:
    talk = opened("dashes")
    talk.ask(0)
    talk.type("Ann")
    talk.type(voice)
    talk.wait_for("Ann", f"{voice}?", "Ann?", f"{voice}?")
    window = talk.earmark.window
    window.resize(width, 760)
    talk.qtbot.waitUntil(lambda: window.width() == width and is_clear_of_words(talk))
    assert is_beside(talk, 1)
