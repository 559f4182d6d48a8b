"""Runs many steps on the GUI thread, and lets the window answer between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer


def do_in_turns(owner: QObject, steps: Iterable[Callable[[], object]]) -> None:
    """Run each step in a turn of the event loop of its own, as long as `owner` lives. In one turn
    they would block the window for a tenth of a second and more."""
    rest = iter(steps)
    # Not `singleShot` each time: of those Qt does two before it looks at anything else.
    soon = QTimer(owner, interval=0, singleShot=True)

    def go_on() -> None:
        step = next(rest, None)
        if step is None:
            soon.deleteLater()
            return
        try:
            step()
        finally:
            soon.start()  # one that fails holds up none of the others

    soon.timeout.connect(go_on)
    soon.start()


def loading(names: Iterable[str]) -> Iterator[Callable[[], object]]:
    """Steps that import one module each."""
    return (partial(import_module, name) for name in names)
