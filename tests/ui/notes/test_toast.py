from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import ui.notes.toast
from ui.notes.toast import Toast

LONG = "The harbour wakes early today and those who live there have long been up. " * 9


@pytest.fixture
def view(qtbot: QtBot) -> QPlainTextEdit:
    view = QPlainTextEdit()
    qtbot.addWidget(view)
    view.resize(480, 400)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    return view


@pytest.fixture
def toast(view: QPlainTextEdit) -> Iterator[Toast]:
    yield Toast(view)


def _button(toast: Toast, name: str) -> QToolButton:
    buttons = toast.findChildren(QToolButton)
    return next(each for each in buttons if each.accessibleName() == name)


def test_comes_over_the_foot_without_taking_the_focus(toast: Toast, view: QPlainTextEdit) -> None:
    toast.offer("Kept", LONG)
    assert toast.isVisible()
    assert view.hasFocus()
    assert view.rect().contains(toast.geometry())
    assert 0 < view.height() - toast.geometry().bottom() < 30
    texts = [each.text() for each in toast.findChildren(QLabel)]
    assert texts[0] == "Kept"
    assert texts[1].count("\n") == 1
    assert texts[1].endswith("…")


def test_stands_above_what_comes_to_the_foot(toast: Toast, view: QPlainTextEdit) -> None:
    card = QWidget(view)
    toast.keep_clear_of(card)
    toast.offer("Kept", LONG)
    at_the_foot = toast.geometry()
    card.setGeometry(20, 380, 440, 150)
    card.show()
    assert 0 < card.y() - toast.geometry().bottom() < 30
    card.move(20, 200)
    assert 0 < card.y() - toast.geometry().bottom() < 30
    card.move(20, 10)
    assert toast.y() == 0
    card.hide()
    assert toast.geometry() == at_the_foot


def test_stays_inside_a_view_that_shrinks(toast: Toast, view: QPlainTextEdit) -> None:
    toast.offer("Kept", LONG)
    view.resize(320, 300)
    QApplication.processEvents()
    assert view.rect().contains(toast.geometry())


@pytest.mark.parametrize("width", [340, 420, 560, 900])
def test_title_and_buttons_are_never_cut(toast: Toast, view: QPlainTextEdit, width: int) -> None:
    view.resize(width, 400)
    toast.offer("Not saved yet: 10:48:59", LONG)
    QApplication.processEvents()
    title, row = toast.findChildren(QLabel)[0], toast.findChildren(QToolButton)
    assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())
    for button in (each for each in row if each.isVisible()):
        assert button.width() >= button.sizeHint().width()
        assert toast.rect().contains(button.geometry())
        assert not button.geometry().intersects(title.geometry())
    assert view.rect().contains(toast.geometry())


def test_a_report_is_a_line_with_a_way_back_and_is_about_no_note(
    toast: Toast, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(ui.notes.toast, "announce", lambda _, text: said.append(text))
    toast.report("Removed bookmark 2:19", can_redo=True)
    assert said == ["Removed bookmark 2:19"]
    assert not toast.is_about_note
    assert not _button(toast, "Undo").isVisible()
    with qtbot.waitSignal(toast.redo_requested):
        _button(toast, "Redo").click()
    toast.offer("Kept at 0:03", LONG)
    assert not _button(toast, "Redo").isVisible()


def test_only_shown_buttons_need_room(toast: Toast, view: QPlainTextEdit) -> None:
    view.resize(420, 400)
    for title in ("Kept at 0:03", "Already kept at 0:03"):
        toast.offer(title, LONG, is_about_kept=title.startswith("Kept"), is_noted=True)
        QApplication.processEvents()
        close = _button(toast, "Close").geometry()
        assert close.top() < toast.findChildren(QLabel)[0].geometry().bottom()


def test_keeps_clear_of_the_way_back(view: QPlainTextEdit) -> None:
    way_back = QToolButton(view)
    toast = Toast(view, way_back=way_back)
    toast.offer("Kept", LONG)
    below = toast.geometry().bottom()
    way_back.resize(120, 36)
    way_back.show()
    assert toast.geometry().bottom() <= below - 36
    way_back.hide()
    assert toast.geometry().bottom() == below


def test_floats_over_what_is_seen_instead_of_the_view(qtbot: QtBot) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    both.resize(400, 400)
    column = QVBoxLayout(both)
    view, panel = QPlainTextEdit(), QPlainTextEdit()
    column.addWidget(view)
    column.addWidget(panel)
    both.show()
    toast = Toast(view, instead=panel)
    reported: list[bool] = []
    toast.offer_changed.connect(lambda: reported.append(toast.is_about_note))
    toast.offer("Kept", LONG)
    assert toast.parentWidget() is view
    view.hide()
    QApplication.processEvents()
    assert toast.parentWidget() is panel
    assert panel.rect().contains(toast.geometry())
    assert reported[-1]
    assert toast.isVisible()
    view.show()
    panel.hide()
    assert toast.parentWidget() is view
    assert toast.isVisible()
    toast.dismiss()
    view.hide()
    panel.show()
    assert not toast.isVisible()


def test_is_read_aloud(toast: Toast, view: QPlainTextEdit, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[object, str]] = []
    monkeypatch.setattr(
        ui.notes.toast, "announce", lambda source, text: said.append((source, text))
    )
    toast.offer("Kept", "Gulls  quarrel.")
    assert said == [(view, "Kept: Gulls quarrel.")]


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


@pytest.mark.parametrize(
    ("key", "signal", "stays"),
    [
        (Qt.Key.Key_N, "note_requested", False),
        (Qt.Key.Key_BracketLeft, "shrink_requested", True),
        (Qt.Key.Key_BracketRight, "grow_requested", True),
    ],
)
def test_keys_while_it_has_the_focus(
    toast: Toast, qtbot: QtBot, key: Qt.Key, signal: str, stays: bool
) -> None:
    toast.offer("Kept", "Gulls quarrel.")
    _button(toast, "Undo").setFocus()
    with qtbot.waitSignal(getattr(toast, signal)):
        _press(key)
    assert toast.isVisible() is stays


def test_undo_by_key_and_mouse(toast: Toast, qtbot: QtBot) -> None:
    toast.offer("Kept", "Gulls quarrel.")
    _button(toast, "Close").setFocus()
    with qtbot.waitSignal(toast.undo_requested):
        QTest.keyClick(toast, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    toast.offer("Kept", "Gulls quarrel.")
    with qtbot.waitSignal(toast.undo_requested):
        QTest.mouseClick(_button(toast, "Undo"), Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_gives_the_focus_back_when_it_goes(toast: Toast, qtbot: QtBot) -> None:
    toast.offer("Kept", "Gulls quarrel.")
    _button(toast, "Undo").setFocus()
    with qtbot.waitSignal(toast.focus_released):
        _press(Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_esc_on_the_view_sends_it_away(toast: Toast, view: QPlainTextEdit) -> None:
    toast.offer("Kept", "Gulls quarrel.")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_goes_by_itself_but_not_from_under_the_keyboard(view: QPlainTextEdit, qtbot: QtBot) -> None:
    toast = Toast(view, stay=20)
    toast.offer("Kept", "Gulls quarrel.")
    qtbot.waitUntil(lambda: not toast.isVisible())
    toast.offer("Kept", "Gulls quarrel.")
    _button(toast, "Undo").setFocus()
    rounds: list[int] = []
    toast._timer.timeout.connect(lambda: rounds.append(1))
    qtbot.waitUntil(lambda: len(rounds) > 2)
    assert toast.isVisible()
    view.setFocus()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_moment_without_words_is_neither_more_nor_less(toast: Toast) -> None:
    toast.offer("Kept at 0:03", "Nothing was said there: the moment is kept.", has_words=False)
    assert _button(toast, "Undo").isVisible() and _button(toast, "Write a note").isVisible()
    assert not _button(toast, "One sentence longer").isVisible()
    assert not _button(toast, "One sentence shorter").isVisible()
    toast.offer("Kept at 0:03", LONG)
    assert _button(toast, "One sentence longer").isVisible()
