"""Ctrl+C in the terminal, and the end of the desktop's session."""

from __future__ import annotations

import signal

from PySide6.QtCore import QTimer

from ui.desktop.arrivals import Application

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # the last is not known to Windows
_BEAT = 500  # ms


def close_on_interrupt(application: Application) -> None:
    """Close the windows on SIGINT, SIGTERM and SIGHUP; if no window is shown yet, quit.

    A signal that the parent process ignores stays ignored, as `nohup` expects.
    """

    def is_shown() -> bool:
        return any(each.isVisible() for each in application.topLevelWidgets())

    def close() -> None:
        if not is_shown():
            application.quit()
            return
        application.closeAllWindows()
        if is_shown():
            application.ending.emit()

    def close_soon(*_: object) -> None:
        """Not in the middle of other work: the window would close, but the application go on."""
        QTimer.singleShot(0, application, close)

    for name in _NAMES:
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) != signal.SIG_IGN:
            signal.signal(getattr(signal, name), close_soon)
    beat = QTimer(application, interval=_BEAT)  # lets Python handle the signals
    beat.timeout.connect(lambda: None)
    beat.start()
