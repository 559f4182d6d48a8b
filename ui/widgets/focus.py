"""The keyboard focus: who has it, and which keys belong to it whatever the window does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QMenuBar, QWidget
from shiboken6 import isValid

from ui.widgets.key_table import KeyTaker, focus_kind, taker_of

_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ShortcutGuard(QObject):
    """Keeps from the window's shortcuts the keys that by the table are of what has the keyboard in
    a widget; and those that the widget calls its own."""

    def __init__(
        self, widget: QWidget, is_own: Callable[[QKeyEvent], bool] = lambda _: False
    ) -> None:
        super().__init__(widget)
        self._widget, self._is_own = widget, is_own
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that the widget wants the key."""
        is_question = event.type() == QEvent.Type.ShortcutOverride
        if is_question and isinstance(event, QKeyEvent) and self._is_wanted(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _is_wanted(self, event: QKeyEvent) -> bool:
        is_plain = plain_modifiers(event) in {_PLAIN, _SHIFT}
        focused = self._widget.window().focusWidget() or self._widget
        taker = taker_of(Qt.Key(event.key()), focus_kind(focused))
        return (is_plain and taker is KeyTaker.WIDGET) or self._is_own(event)


def plain_modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """The modifiers without the mark of the keypad."""
    return event.modifiers() & ~_KEYPAD


class EnterActivates(QObject):
    """Enter presses the focused button of a window, as it does in dialogs: Qt's do it for Space.

    A key comes to the window when nothing in it wanted it.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            button = self._window.focusWidget()
            is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if (
                is_enter
                and plain_modifiers(event) == _PLAIN
                and isinstance(button, QAbstractButton)
            ):
                button.click()
                return True
        return super().eventFilter(watched, event)


class MenuKeys(QObject):
    """F10 leads to the menu bar and Shift+F10 is the Menu key, which few keyboards have now: Qt
    leaves both to desktops that don't do it."""

    def __init__(self, window: QMainWindow, menu_bar: QMenuBar) -> None:
        super().__init__(window)
        self._window, self._menu_bar = window, menu_bar
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu."""
        is_press = event.type() == QEvent.Type.KeyPress
        if not is_press or not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_F10:
            return super().eventFilter(watched, event)
        modifiers = plain_modifiers(event)
        if modifiers == _SHIFT:
            _ask_for_menu(self._window.focusWidget() or self._window)
        elif modifiers == _PLAIN:
            self._menu_bar.setActiveAction(self._menu_bar.actions()[0])
        return True


def _ask_for_menu(widget: QWidget) -> None:
    at = QRectF(widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).center().toPoint()
    by_keyboard = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(by_keyboard, at, widget.mapToGlobal(at)))


class FocusReturn(QObject):
    """Gives the keyboard back where it fell on a bar because what had it is hidden, disabled or
    gone: Qt passes it on to whatever comes next, and Space would press a button there."""

    def __init__(self, bar: QWidget, give_back: Callable[[], None]) -> None:
        super().__init__(bar)
        self._bar, self._give_back = bar, give_back
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._look)

    def _look(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or new is None or not self._bar.isAncestorOf(new):
            return
        if not self._bar.isAncestorOf(old):
            # Later: a widget that is about to be disabled does not say so yet.
            QTimer.singleShot(0, self, lambda: self._return_from(new, old))

    def _return_from(self, new: QWidget, old: QWidget) -> None:
        is_gone = not isValid(old) or not old.isVisible() or not old.isEnabled()
        if is_gone and isValid(new) and new.hasFocus():
            self._give_back()


def to_front(window: QWidget) -> None:
    """Show a window before all others, with the keyboard in it."""
    window.show()
    window.raise_()
    window.activateWindow()


def has_focus_within(widget: QWidget) -> bool:
    """Whether `widget` or a part of it has the keyboard in its window."""
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def drop_focus(widget: QWidget) -> None:
    """Take the keyboard from `widget` and its parts before it is hidden: Qt would hand it on as if
    Tab had been pressed, and the page shows a caret to those who come by Tab."""
    focused = widget.window().focusWidget()
    if focused is not None and has_focus_within(widget):
        focused.clearFocus()
