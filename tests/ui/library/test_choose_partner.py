from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from reader.library.candidates import Candidate
from ui.library.choose_partner import ChoosePartnerDialog, PartnerKind
from ui.widgets.wrapped_text import WrappedText

OPENED = Path("/talks/talk.vtt")
FIRST = Candidate(Path("/talks/one.mp3"), 4_860_000, datetime(2024, 1, 12, tzinfo=UTC))
SECOND = Candidate(Path("/talks/two.ogg"))
RECORDING = PartnerKind.RECORDING


def _open(
    qtbot: QtBot, *candidates: Candidate, opened: Path = OPENED, kind: PartnerKind = RECORDING
) -> tuple[ChoosePartnerDialog, list[Path | None]]:
    dialog = ChoosePartnerDialog(opened, kind, candidates)
    qtbot.addWidget(dialog)
    choices: list[Path | None] = []
    dialog.chosen.connect(choices.append)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog, choices


def _tree(dialog: ChoosePartnerDialog) -> QTreeWidget:
    tree = dialog.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    return tree


def _press(dialog: ChoosePartnerDialog, qtbot: QtBot, text: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _question(dialog: ChoosePartnerDialog) -> str:
    text = dialog.findChild(WrappedText)
    assert isinstance(text, WrappedText)
    return text.toPlainText()


def test_it_asks_by_name_and_reports_length_and_date(qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale.c())
    dialog, _ = _open(qtbot, FIRST, SECOND)
    assert _question(dialog) == "Which recording belongs to talk.vtt?"
    items = [_tree(dialog).topLevelItem(row) for row in range(2)]
    rows = [[item.text(column) for column in range(3)] for item in items if item is not None]
    assert rows == [["one.mp3", "1:21:00", "12 Jan 2024"], ["two.ogg", "", ""]]


def test_what_is_found_out_later_is_shown_then(qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale.c())
    dialog, _ = _open(qtbot, Candidate(FIRST.path), SECOND)
    assert _tree(dialog).isColumnHidden(1)
    dialog.describe([FIRST, SECOND])
    assert not _tree(dialog).isColumnHidden(1)
    item = _tree(dialog).topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in (1, 2)] == ["1:21:00", "12 Jan 2024"]
    assert _tree(dialog).currentItem() is item


def test_down_and_enter_choose_the_second_once(qtbot: QtBot) -> None:
    dialog, choices = _open(qtbot, FIRST, SECOND)
    QTest.keyClick(_tree(dialog), Qt.Key.Key_Down)
    QTest.keyClick(_tree(dialog), Qt.Key.Key_Return)
    assert choices == [SECOND.path]
    assert dialog.isHidden()


def test_a_double_click_chooses_once(qtbot: QtBot) -> None:
    dialog, choices = _open(qtbot, FIRST, SECOND)
    tree = _tree(dialog)
    middle = tree.visualItemRect(tree.topLevelItem(1)).center()  # type: ignore[arg-type]
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert choices == [SECOND.path]


def test_esc_and_the_button_go_on_without(qtbot: QtBot) -> None:
    without = [None]
    dialog, choices = _open(qtbot, FIRST)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert choices == without
    dialog, choices = _open(qtbot, FIRST)
    _press(dialog, qtbot, "Read Without a Recording")
    assert choices == without


def test_closing_the_window_goes_on_without(qtbot: QtBot) -> None:
    dialog, choices = _open(qtbot, FIRST)
    dialog.close()
    assert choices == [None]


def test_a_file_from_elsewhere_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    elsewhere = tmp_path / "three.mp3"
    elsewhere.touch()
    dialog, choices = _open(qtbot, FIRST)
    _press(dialog, qtbot, "Browse…")
    browser = dialog.findChild(QFileDialog)
    assert isinstance(browser, QFileDialog)
    field = browser.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(str(elsewhere))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(choices))
    assert choices == [elsewhere]
    assert dialog.isHidden()


def test_leaving_the_file_browser_leaves_the_question(qtbot: QtBot) -> None:
    dialog, choices = _open(qtbot, FIRST)
    _press(dialog, qtbot, "Browse…")
    browser = dialog.findChild(QFileDialog)
    assert isinstance(browser, QFileDialog)
    QTest.keyClick(browser, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert choices == []


def test_a_recording_asks_for_a_transcript(qtbot: QtBot) -> None:
    dialog, choices = _open(qtbot, opened=Path("/talks/a.mp3"), kind=PartnerKind.TRANSCRIPT)
    assert _question(dialog) == "There is no transcript beside a.mp3."
    assert _tree(dialog).isHidden()
    _press(dialog, qtbot, "Play Without a Transcript")
    assert choices == [None]


def test_a_long_name_does_not_widen_the_window(qtbot: QtBot) -> None:
    long = Candidate(Path("/talks/" + "long_name_" * 20 + ".mp3"), 1)
    dialog, _ = _open(qtbot, long, opened=Path("/talks/" + "long_name_" * 20 + ".vtt"))
    assert dialog.width() <= 480 + 80
