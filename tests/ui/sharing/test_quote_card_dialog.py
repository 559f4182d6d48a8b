from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from reader.settings import Settings
from ui.sharing.quote_card import CardShape, CardStyle, Quote, painted
from ui.sharing.quote_card_dialog import CardPreview, QuoteCardDialog

GULLS = Quote("Gulls quarrel over the nets.", "Mara", "The Harbour", "0:03", "#1b7f88")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "earmark.ini")


@pytest.fixture
def dialog(settings: Settings, qtbot: QtBot) -> QuoteCardDialog:
    dialog = QuoteCardDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show_quote(GULLS)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def choose(dialog: QuoteCardDialog, *names: str) -> None:
    for name in names:
        button = dialog.findChild(QRadioButton, name)
        assert isinstance(button, QRadioButton)
        button.click()


def test_card_is_as_it_is_chosen_and_stays_so(
    dialog: QuoteCardDialog, settings: Settings, qtbot: QtBot
) -> None:
    assert dialog.card == painted(GULLS, CardStyle.PAPER, CardShape.SQUARE)
    choose(dialog, "colour", "wide")
    assert dialog.card == painted(GULLS, CardStyle.COLOUR, CardShape.WIDE)
    again = QuoteCardDialog(settings)
    qtbot.addWidget(again)
    again.show_quote(GULLS)
    assert again.card == painted(GULLS, CardStyle.COLOUR, CardShape.WIDE)


def test_ctrl_c_copies_the_picture(dialog: QuoteCardDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == CardShape.SQUARE.value
    assert copied.pixelColor(540, 540) == dialog.card.pixelColor(540, 540)


def test_enter_and_ctrl_s_ask_to_save(dialog: QuoteCardDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.save_requested) as reported:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert reported.args == [dialog.card, GULLS]
    with qtbot.waitSignal(dialog.save_requested):
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_card_is_described_in_words(dialog: QuoteCardDialog) -> None:
    preview = dialog.findChild(CardPreview)
    assert isinstance(preview, CardPreview)
    reported = "Gulls quarrel over the nets., Mara, The Harbour, 0:03"
    assert preview.accessibleDescription() == reported


def test_it_says_when_a_quote_is_too_long(dialog: QuoteCardDialog) -> None:
    (hint,) = dialog.findChildren(QLabel)
    assert not hint.isVisible()
    dialog.show_quote(GULLS._replace(words=GULLS.words * 200))
    assert hint.isVisible()
