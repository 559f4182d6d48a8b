"""Says a text to assistive technology without moving the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


def announce(source: QObject, text: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader say `text`; an urgent one may interrupt what it is saying."""
    # Its many kinds take time that the start of the app can do without.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(source, text)
    if is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def announce_row(view: QAbstractItemView) -> None:
    """Have a screen reader hear the row that the keyboard comes to with its list: Qt reports only
    the list, and rows once the keyboard moves on."""
    QTimer.singleShot(0, view, lambda: _report_row(view))  # after the list itself


def _report_row(view: QAbstractItemView) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    if view.hasFocus() and view.currentIndex().isValid():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(view.currentIndex().row())
        QAccessible.updateAccessibility(event)
