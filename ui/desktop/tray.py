"""An icon in the system tray, for who asks for it: play, keep and quit without the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from reader import settings as prefs
from reader.settings import Settings
from ui.widgets.message_bar import MessageKind
from ui.window.main_window import MainWindow
from ui.window.messages_controller import MessagesController


class Tray(QObject):
    """Comes and goes with its preference; says so where the desktop has no tray."""

    def __init__(
        self,
        settings: Settings,
        window: MainWindow,
        messages: MessagesController,
        bring_up: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._settings, self._window, self._messages = settings, window, messages
        self._bring_up = bring_up
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        settings.changed.connect(self._show_preference)
        if settings.get(prefs.IS_TRAY_SHOWN):
            self._show()

    def _show_preference(self, key: str) -> None:
        if key != prefs.IS_TRAY_SHOWN.key:
            return
        if self._settings.get(prefs.IS_TRAY_SHOWN):
            self._show()
        elif self._icon is not None:
            self._icon.hide()

    def _show(self) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            text = self.tr("This desktop has no tray for an icon. Earmark's media keys work.")
            self._messages.report(MessageKind.INFO, text)
            return
        if self._icon is None:
            self._icon = self._made_icon()
        self._icon.show()

    def _made_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self._window.windowIcon(), self)
        icon.setToolTip(self._window.windowTitle())
        self._window.windowTitleChanged.connect(icon.setToolTip)
        icon.activated.connect(self._activate)
        self._menu = self._made_menu()
        icon.setContextMenu(self._menu)
        return icon

    def _made_menu(self) -> QMenu:
        menu, commands = QMenu(self._window), self._window.commands
        menu.addAction(self.tr("&Show Earmark")).triggered.connect(lambda _=False: self._bring_up())
        menu.addSeparator()
        for name in ("play", "keep"):
            menu.addAction(commands[name])
        menu.addSeparator()
        menu.addAction(commands["quit"])
        return menu

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._bring_up()
