"""Keys pressed before what they are meant for is there: they are done when it is."""

from __future__ import annotations

from functools import cache

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.window.main_window import MainWindow

_LONGEST = 5_000  # ms; whoever typed that long ago has forgotten it
_AT_ONCE = (
    "Up Down PageUp PageDown Home End Escape Tab Backtab Shift Control Alt Meta AltGr"
).split()
"""What the text itself answers to, from its first paint on."""


class EarlyKeys(QObject):
    """Holds the keys of a shown window until `release` does what each of them stands for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._held: list[QKeyEvent] = []
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)
        QTimer.singleShot(_LONGEST, self, self.release)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold a key that would reach nobody yet."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.isAutoRepeat() or event.key() in _keys_at_once():
            return False
        self._held.append(_copy(event))
        return True

    def release(self) -> None:
        """Do what was held, in its order, and hold no more."""
        self._handle.removeEventFilter(self)
        held, self._held = self._held, []
        for event in held:
            self._do(event)

    def _do(self, event: QKeyEvent) -> None:
        for action in self._window.actions():
            if any(_is_pressed(keys, event) for keys in action.shortcuts()):
                action.trigger()
                return
        target = self._window.focusWidget() or self._window
        QApplication.sendEvent(target, event)


@cache
def _keys_at_once() -> frozenset[int]:
    return frozenset(QtCore.Qt.Key[f"Key_{name}"] for name in _AT_ONCE)


def _is_pressed(keys: QtGui.QKeySequence, event: QKeyEvent) -> bool:
    """Whether an event presses `keys`; a sign such as > is one whatever makes it."""
    sequence = QtGui.QKeySequence  # looked at this late since its 71 standard keys take 1 ms
    return keys in (sequence(event.keyCombination()), sequence(event.text()))


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
