"""Full screen is a reading mode: menu and player come when pointer or key ask for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.focus import has_focus_within
from ui.window.main_window import MainWindow

STAY = 1_500  # ms they stay when nobody is at them any more
_EDGE = 4  # px at the edges of the screen that the pointer has to touch
_ASKING = frozenset({Qt.Key.Key_Alt, Qt.Key.Key_F10, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class ReadingMode(QObject):
    """Floats menu and player over the page while the window fills the screen, so that the text
    stays where it is when they come; Esc sends them away, and without them leads out."""

    def __init__(self, window: MainWindow, *, stay: int = STAY) -> None:
        super().__init__(window)
        self._window = window
        self._edges = [_Edge(window), _Edge(window)]
        self._timer = QTimer(self, interval=stay, singleShot=True)
        self._timer.timeout.connect(self._hide)
        for edge in self._edges:
            edge.touched.connect(self._show)
        window.full_screen_changed.connect(self._set_on)
        window.page_changed.connect(self._wait)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        for menu in window.commands.menus.values():
            menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._leave_menu))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that ask for menu or player; Esc, where nothing else wanted it; other sizes."""
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._place()
        elif isinstance(event, QKeyEvent) and watched is self._window:
            if kind == QEvent.Type.ShortcutOverride and Qt.Key(event.key()) in _ASKING:
                self._show()
            elif kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def _set_on(self, is_on: bool) -> None:
        window = self._window
        if is_on == window.is_floating:
            return
        window.float_bars(is_floating=is_on)
        for edge in self._edges:
            edge.setVisible(is_on)
        for watched in (window, window.content):
            watched.removeEventFilter(self)
            if is_on:
                watched.installEventFilter(self)
        if is_on:
            self._hide_now()
        else:
            self._timer.stop()

    def _place(self) -> None:
        """The bars at the edges, and strips at the very edges that feel the pointer."""
        window = self._window
        width, height = window.width(), window.height()
        menu, player = window.menu_bar, window.playback_bar
        menu.setGeometry(0, 0, width, menu.sizeHint().height())
        foot = player.sizeHint().height()
        player.setGeometry(0, window.content.height() - foot, width, foot)
        self._edges[0].setGeometry(0, 0, width, _EDGE)
        self._edges[1].setGeometry(0, height - _EDGE, width, _EDGE)

    def _show(self) -> None:
        window = self._window
        self._place()
        window.menu_bar.show()
        window.playback_bar.setVisible(window.has_player)
        for bar in self._bars:
            bar.raise_()
        window.keep_edges_free()
        self._timer.start()

    @property
    def _bars(self) -> tuple[QWidget, QWidget]:
        return self._window.menu_bar, self._window.playback_bar

    def _leave(self) -> None:
        """First the bars, wherever the pointer is, then the full screen."""
        if any(each.isVisible() for each in self._bars):
            self._window.focus_page()
            self._hide_now()
        else:
            self._window.commands["full_screen"].trigger()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Whoever left them by the keyboard is done with them."""
        if old is None or new is None or not self._window.is_floating:
            return
        was_at, is_at = (
            any(bar is each or bar.isAncestorOf(each) for bar in self._bars) for each in (old, new)
        )
        if was_at and not is_at:
            QTimer.singleShot(0, self, self._hide)  # a menu that closes is still seen

    def _wait(self) -> None:
        """Another page may have brought the player."""
        if self._window.is_floating:
            self._timer.start()

    def _leave_menu(self) -> None:
        """Esc in a menu leads back to the page, and not only to the menu's title: the bars would
        stay for it."""
        bar = self._window.menu_bar
        is_left = QApplication.activePopupWidget() is None and bar.activeAction() is not None
        if self._window.is_floating and is_left and not bar.underMouse():
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                escape = QKeyEvent(kind, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
                QApplication.sendEvent(bar, escape)

    def _hide(self) -> None:
        is_used = QApplication.activePopupWidget() is not None or any(
            each.underMouse() or has_focus_within(each) for each in self._bars
        )
        if not self._window.is_floating:
            return
        if is_used or self._window.menu_bar.activeAction() is not None:
            self._timer.start()
        else:
            self._hide_now()

    def _hide_now(self) -> None:
        self._timer.stop()
        for bar in self._bars:
            bar.hide()
        self._window.keep_edges_free()
        self._place()
        for edge in self._edges:
            edge.raise_()


class _Edge(QWidget):
    """A strip that is not seen and feels the pointer."""

    touched = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say so."""
        super().enterEvent(event)
        self.touched.emit()
