"""Keys by their place: what a key means on a keyboard that writes another script.

On a Russian or Greek keyboard no key is a B; on a French one the digits need Shift. There a key
that means nothing by what it writes means what it does on a US keyboard.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_ROWS = {
    2: ("1234567890-=", "!@#$%^&*()_+"),
    16: ("QWERTYUIOP[]", "QWERTYUIOP{}"),
    30: ("ASDFGHJKL;'`", 'ASDFGHJKL:"~'),
    44: ("ZXCVBNM,./", "ZXCVBNM<>?"),
}
"""By the scan code of a row's first key: what its keys write without and with Shift."""

_PLACES = {
    first + at: (Qt.Key(ord(plain)), Qt.Key(ord(shifted)))
    for first, row in _ROWS.items()
    for at, (plain, shifted) in enumerate(zip(*row, strict=True))
}
_DIGITS = range(2, 12)
_FIRST_FOREIGN, _FIRST_NAMED = 0x370, 0x1000000  # Greek is the first script after Latin
_SCAN_CODE_SHIFT = {"linux": 8, "win32": 0}  # X11 and Wayland add 8 to the kernel's number
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def meant_key(event: QKeyEvent) -> Qt.Key:
    """The key pressed; one that writes another script counts as the Latin one in its place."""
    key = event.key()
    is_foreign = _FIRST_FOREIGN <= key < _FIRST_NAMED
    place = _PLACES.get(_scan_code(event)) if is_foreign else None
    return place[0] if place else Qt.Key(key)


class KeyPlaces(QObject):
    """Fires the actions of a window for keys that by what they write mean nothing to it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key comes to the window when no shortcut and no focused widget wanted it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            action = self._action_for(event)
            if action is not None:
                action.trigger()
                return True
        return super().eventFilter(watched, event)

    def _action_for(self, event: QKeyEvent) -> QAction | None:
        wanted = list(_sequences(event))
        if not wanted or self._is_writing():
            return None
        enabled = (action for action in self._window.actions() if action.isEnabled())
        return next((each for each in enabled if set(each.shortcuts()) & set(wanted)), None)

    def _is_writing(self) -> bool:
        focused = self._window.focusWidget()
        return focused is not None and focused.testAttribute(
            Qt.WidgetAttribute.WA_InputMethodEnabled
        )


def _sequences(event: QKeyEvent) -> Iterator[QKeySequence]:
    """What the key in this place is on a US keyboard, if what it writes is to be overlooked."""
    code = _scan_code(event)
    if code not in _PLACES or not (code in _DIGITS or meant_key(event) != event.key()):
        return
    plain, shifted = _PLACES[code]
    modifiers = event.modifiers()
    yield QKeySequence(QKeyCombination(modifiers, plain))
    if modifiers & _SHIFT:
        yield QKeySequence(QKeyCombination(modifiers & ~_SHIFT, shifted))


def _scan_code(event: QKeyEvent) -> int:
    """The kernel's and Windows' number of a key; -1 where its place is not known."""
    shift = _SCAN_CODE_SHIFT.get(sys.platform)
    return event.nativeScanCode() - shift if shift is not None else -1
