"""Says a text to assistive technology without moving the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

_BY_NOTICES = "announces_by_notices"  # a property of the application


def announce(source: QObject, text: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader say `text`; an urgent one may interrupt what it is saying."""
    # Its many kinds take time that the start of the app can do without.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    application = QCoreApplication.instance()
    if application is not None and application.property(_BY_NOTICES):
        from ui.widgets.notice import show_notice

        show_notice(source, text)
        return
    event = QAccessibleAnnouncementEvent(source, text)
    if is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def announce_by_notices(is_needed: bool) -> None:
    """Have announcements made as notifications, which screen readers without announcements say."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_BY_NOTICES, is_needed)


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
