"""Bugs: tells of one in plain words; the program goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.playback.transport import Transport
from ui.main_window import MainWindow
from ui.versions import versions

if TYPE_CHECKING:
    from ui.dialogs.fault import FaultDialog


class FaultDesk(QObject):
    """Gathers bugs in one dialog."""

    def __init__(self, transport: Transport, window: MainWindow) -> None:
        super().__init__(window)
        self._transport, self._window = transport, window
        self._dialog: FaultDialog | None = None

    def show(self, error: BaseException) -> None:
        """Tell of a bug."""
        from ui.fault_report import fault_report  # noqa: PLC0415 - seldom needed

        report = fault_report(error, versions(self._transport.player_name))
        self._shown_dialog().show_fault(report)

    def _shown_dialog(self) -> FaultDialog:
        from ui.dialogs.fault import FaultDialog  # noqa: PLC0415

        if self._dialog is None:
            self._dialog = FaultDialog(self._window, kept=self.tr("Your place is kept."))
            self._dialog.quit_requested.connect(self._window.close)
        return self._dialog
