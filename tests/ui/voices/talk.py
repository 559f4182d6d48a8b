"""A window that shows a text, in which a listener says who speaks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.transcript.reading_text import Place
from tests.ui.conftest import notebook_of
from ui.app import Earmark
from ui.voices.naming_card import NamingCard
from ui.window.notebook_wiring import NotebookControllers

DASHES = """WEBVTT

00:01.000 --> 00:03.000
- The harbour is quiet.

00:03.000 --> 00:05.000
- Is it always so?

00:05.000 --> 00:07.000
- Only in the morning.

00:07.000 --> 00:09.000
Later the boats come in.

00:09.000 --> 00:11.000
- And the gulls.
"""
NAMED = (
    DASHES.replace("- The", "<v S1>The").replace("- Is", "<v S2>Is").replace("- Only", "<v S1>Only")
)
SILENT = DASHES.replace("- ", "")
EMPTY = "WEBVTT\n"
OPEN: dict[str, str] = {"dashes": DASHES, "named": NAMED, "silent": SILENT, "empty": EMPTY}


class Talk:
    """A window that shows a text, and what a listener does in it."""

    def __init__(self, earmark: Earmark, qtbot: QtBot) -> None:
        self.earmark, self.qtbot = earmark, qtbot
        self.controllers: NotebookControllers = notebook_of(earmark)
        self.notebook = self.controllers.notes.notebook
        qtbot.waitUntil(lambda: self.notebook.is_ready and self.notebook.can_name_voices)

    @property
    def names(self) -> list[str]:
        reading = self.earmark.session.script.reading  # type: ignore[union-attr]
        spans = (reading.block_span(k) for k in range(reading.block_count) if reading.is_voice(k))
        return [reading.text[slice(*span)] for span in spans]

    @property
    def card(self) -> NamingCard:
        card = self.earmark.window.findChild(NamingCard)
        assert card is not None and card.isVisible()
        return card

    def ask(self, cue: int, *, is_line: bool = False) -> NamingCard:
        self.controllers.voices.ask(Place(cue, 2), is_line=is_line)
        return self.card

    def type(self, text: str, *, enter: bool = True) -> None:
        field = self.earmark.window.focusWidget()
        assert isinstance(field, QLineEdit)
        field.setText(text[: field.maxLength()])
        if enter:
            QTest.keyClick(field, Qt.Key.Key_Return)

    def press(self, text: str) -> None:
        button(self.card, text).click()

    def wait_for(self, *names: str) -> None:
        self.qtbot.waitUntil(lambda: self.names == list(names))

    def trigger(self, action: str) -> None:
        self.earmark.window.commands[action].trigger()

    def is_on(self, action: str) -> bool:
        return self.earmark.window.commands[action].isChecked()

    def wait_to_read(self, text: str) -> None:
        bar = self.earmark.window.message_bar
        self.qtbot.waitUntil(lambda: text in {each.text for each in bar.messages})

    def wait_to_be_at(self, time: int) -> None:
        self.qtbot.waitUntil(lambda: self.earmark.transport.time == time)


def buttons(within: QWidget) -> list[QAbstractButton]:
    found: list[QAbstractButton] = [*within.findChildren(QPushButton)]
    found += within.findChildren(QToolButton)
    return [each for each in found if each.isVisibleTo(within)]


def button(within: QWidget, text: str) -> QAbstractButton:
    return next(each for each in buttons(within) if each.text() == text)


def choose(card: NamingCard, text: str) -> None:
    radios = card.findChildren(QRadioButton)
    next(each for each in radios if each.text() == text and each.isVisibleTo(card)).click()


Opened = Callable[[str], Talk]
Heard = Callable[..., Talk]
