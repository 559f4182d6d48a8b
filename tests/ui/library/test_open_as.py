"""Asking how a file is to be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from reader.formats import FORMATS
from reader.formats.decoding import ENCODINGS
from ui.library.open_as import OpenAsDialog


def test_it_asks_for_encoding_and_format_each_as_guessed_at_first(qtbot: QtBot) -> None:
    dialog = OpenAsDialog(Path("/talks/" + "a long name " * 20 + ".vtt"))
    qtbot.addWidget(dialog)
    dialog.show()
    encoding, format = dialog.findChildren(QComboBox)
    assert [encoding.itemData(k) for k in range(encoding.count())] == ["", *ENCODINGS]
    assert [format.itemData(k) for k in range(format.count())] == ["", *(r.name for r in FORMATS)]
    assert encoding.hasFocus() or not dialog.isActiveWindow()
    assert dialog.width() < 700
    assert any("a long name" in label.text() for label in dialog.findChildren(QLabel))
    encoding.setCurrentIndex(encoding.findData("cp1251"))
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    with qtbot.waitSignal(dialog.chosen) as reported:
        buttons.button(QDialogButtonBox.StandardButton.Open).click()
    assert reported.args == ["cp1251", ""]
