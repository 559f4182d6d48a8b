"""What comes from outside: files and links of a second start, a file manager, the media panel."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6 import QtGui
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.foreign_names import path_of

LINK = "earmark:"  # how a link to a moment begins
_LONGEST = 32_767 if sys.platform == "win32" else 4_095  # bytes of a path, as systems have it


class Arrival(NamedTuple):
    """What is to be opened: links to moments, and files; `are_all_names`: nothing was left out
    that no file can be called."""

    links: tuple[str, ...]
    files: tuple[Path, ...]
    are_all_names: bool = True


def arrival(names: Iterable[str]) -> Arrival:
    """Names as a desktop hands them over: paths, `file:` addresses, links."""
    given = list(names)
    links = tuple(each for each in given if is_link(each))
    paths = tuple(path_of(each) for each in given if not is_link(each))
    files = tuple(each for each in paths if _can_be_a_file(each))
    return Arrival(links, files, len(files) == len(paths))


def is_link(name: str) -> bool:
    """Whether it is not a file, but a link to a moment of an episode."""
    return name.lower().startswith(LINK)


class Application(QApplication):
    """The application, to which macOS passes what was double-clicked."""

    file_opened = Signal(str)  # a path or an address
    ending = Signal()  # by a signal of the system, while a window waits for an answer

    def event(self, event: QEvent) -> bool:
        """Pass on what is to be opened."""
        if isinstance(event, QtGui.QFileOpenEvent):
            self.file_opened.emit(event.file() or event.url().toString())
            return True
        return super().event(event)


def bring_up(window: QWidget, token: str = "") -> None:
    """Show the window in front; `token` is what the desktop gave for it to whoever asked."""
    from ui.widgets.focus import to_front  # it looks at `Qt`, for which the first frame cannot wait

    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from here, once, under Wayland
    if window.isMinimized():
        window.showNormal()
    to_front(window)
    QApplication.alert(window)  # where it may not come to the front, it is at least marked


def _can_be_a_file(path: Path) -> bool:
    """Whether a system can be asked for it: no NUL, no half characters, not endless."""
    try:
        encoded = os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return b"\0" not in encoded and len(encoded) <= _LONGEST
