"""Runs many steps on the GUI thread, and lets the window answer between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from itertools import chain

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Gives each step a turn of the event loop of its own. In one turn they would block the window
    for a tenth of a second and more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest: Iterator[Callable[[], object]] = iter(())
        # Not `singleShot` each time: of those Qt does two before it looks at anything else.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._go_on)
        self._is_stopped = False

    def add(self, *steps: Iterable[Callable[[], object]]) -> None:
        """Do these, too, after all that were added before."""
        if not self._is_stopped:
            self._rest = chain(self._rest, *steps)
            self._soon.start()

    def stop(self) -> None:
        """Begin no step any more."""
        self._is_stopped = True
        self._soon.stop()

    def _go_on(self) -> None:
        step = next(self._rest, None)
        if step is None:
            return
        try:
            step()
        finally:  # one that fails holds up none of the others
            if not self._is_stopped:
                self._soon.start()


def loading(names: Iterable[str]) -> Iterator[Callable[[], object]]:
    """Steps that import one module each."""
    return (partial(import_module, name) for name in names)
