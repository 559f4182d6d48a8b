"""Bugs: reports one in plain words; the program goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.playback.transport import Transport
from ui.window.main_window import MainWindow
from ui.window.versions import issues_address, versions

if TYPE_CHECKING:
    from ui.faults.fault_dialog import FaultDialog


class FaultController(QObject):
    """Gathers bugs in one dialog."""

    def __init__(self, transport: Transport, window: MainWindow) -> None:
        super().__init__(window)
        self._transport, self._window = transport, window
        self._dialog: FaultDialog | None = None

    def show(self, error: BaseException) -> None:
        """Report a bug."""
        from ui.faults.fault_report import fault_report
        from ui.faults.running_log import log_report

        report = fault_report(error, versions(self._transport.player_name))
        log_report(report)
        self._shown_dialog().show_fault(report)

    def show_crash(self, trace: str) -> None:
        """Report the end of the last run; `trace` is what was written down then."""
        from ui.faults.fault_report import crash_report

        self._shown_dialog().show_fault(crash_report(trace, versions(self._transport.player_name)))

    def _shown_dialog(self) -> FaultDialog:
        from ui.faults.fault_dialog import FaultDialog

        if self._dialog is None:
            kept = self.tr("Your place and notes are kept.")
            self._dialog = FaultDialog(self._window, kept=kept, issues=issues_address())
            self._dialog.quit_requested.connect(self._window.close)
        return self._dialog
