"""Collects garbage on the GUI thread alone.

Python collects on whichever thread allocates. On a worker's it would destroy Qt objects that are
in a cycle there: their timers then fire into freed memory.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

_PERIOD = 2_000  # ms
_MANY = 20_000  # new objects: only a transcript's are as many at once


class GarbageCollection(QObject):
    """Takes the place of Python's own, which is off from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what the start has made stays, and need not be searched
        self._timer = QTimer(self, interval=_PERIOD)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        self._freezes = 0  # since all was searched
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self.search_all)

    @Slot(Qt.ApplicationState)
    def search_all(self, state: Qt.ApplicationState) -> None:
        """Search what was frozen too, which takes long, when no window is looked at."""
        if state != Qt.ApplicationState.ApplicationActive and self._freezes:
            self._freezes = 0
            gc.unfreeze()
            gc.collect()
            gc.freeze()

    def _collect(self) -> None:
        """The oldest generation that Python would collect by now.

        A transcript makes no cycles: to search 200,000 cues would hold up the window for 50 ms.
        """
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [k for k, most in enumerate(thresholds) if most and counts[k] > most]
        if counts[0] > _MANY:
            gc.freeze()
            self._freezes += 1
        elif due:
            gc.collect(max(due))
