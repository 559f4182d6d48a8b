"""The notifications that stand in for announcements, for screen readers without these."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.announcement import announce, announce_by_notices
from ui.widgets.notice import Notice


@pytest.fixture
def _by_notices() -> Iterator[None]:
    announce_by_notices(True)
    yield
    announce_by_notices(False)


def described(notice: Notice) -> tuple[QAccessible.Role, str]:
    interface = QAccessible.queryAccessibleInterface(notice)
    return interface.role(), interface.text(QAccessible.Text.Name)


@pytest.mark.usefixtures("_by_notices")
def test_an_announcement_is_a_notification_of_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    for text in ("Kept: Gulls quarrel.", "Undone"):
        announce(field, text)
        (notice,) = window.findChildren(Notice)
        assert described(notice) == (QAccessible.Role.Notification, text)
    assert QAccessible.queryAccessibleInterface(field).role() is QAccessible.Role.EditableText


def test_otherwise_it_is_none(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    announce(window, "Kept")
    assert window.findChild(Notice) is None
