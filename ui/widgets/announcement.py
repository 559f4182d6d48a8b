"""Says a text to assistive technology without moving the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject


def announce(source: QObject, text: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader say `text`; an urgent one may interrupt what it is saying."""
    # Its many kinds take time that the start of the app can do without.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(source, text)
    if is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
