"""How far a long job is, with a way to end it; what is behind it can be used meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QPushButton, QWidget

from reader.jobs import Job

_PATIENCE = 400  # ms before it is shown: what is done sooner needs none
_STEPS = 1_000


class JobProgress(QProgressDialog):
    """Shows itself only for a job that takes its time; Esc and Cancel end the job."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(text, "", 0, _STEPS, parent)
        cancel = QPushButton(self.tr("Cancel"))
        self.setCancelButton(cancel)
        cancel.setAutoDefault(False)
        self._bar = QProgressBar(textVisible=False)
        self.setBar(self._bar)
        self.setRange(0, _STEPS)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setMinimumDuration(_PATIENCE)
        self.setMinimumWidth(360)
        self.setAutoReset(False)
        self.setValue(0)

    def watch(self, job: Job) -> None:
        """Cancelling ends this job, and this dialog."""
        self.canceled.connect(job.cancel)
        self.canceled.connect(self.deleteLater)

    def show_fraction(self, fraction: float) -> None:
        """Show how much is done, 0 to 1."""
        self.setValue(round(fraction * _STEPS))

    def end(self) -> None:
        """The job is over."""
        self.reset()
        self.deleteLater()
