"""Does much on the GUI thread while the window answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer


def do_in_turns(owner: QObject, steps: Iterable[Callable[[], object]]) -> None:
    """Do each step in a turn of its own; they end with `owner`. All at once would keep the window
    from answering for a tenth of a second and more."""
    rest = iter(steps)

    def go_on() -> None:
        step = next(rest, None)
        if step is not None:
            step()
            QTimer.singleShot(0, owner, go_on)

    QTimer.singleShot(0, owner, go_on)


def loading(names: Iterable[str]) -> Iterator[Callable[[], object]]:
    """Steps that load a module each."""
    return (partial(import_module, name) for name in names)
