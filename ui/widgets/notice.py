"""Notifications that assistive technology alone notices."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget


class Notice(QWidget):
    """A dot of a window in its own colour, which stands for what was announced last."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFixedSize(1, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show()


def show_notice(source: QObject, text: str) -> None:
    """Report a notification with this text in the window of `source`."""
    window = source.window() if isinstance(source, QWidget) else QApplication.activeWindow()
    if window is None:
        return
    notice = window.findChild(Notice)
    if notice is None:
        QAccessible.installFactory(_interface_of)  # one that is installed already stays one
        notice = Notice(window)
    notice.setAccessibleName(text)
    QAccessible.updateAccessibility(QAccessibleEvent(notice, QAccessible.Event.ObjectShow))


def _interface_of(_name: str, described: QObject) -> QAccessibleWidget | None:
    if isinstance(described, Notice):
        return QAccessibleWidget(described, QAccessible.Role.Notification)
    return None
