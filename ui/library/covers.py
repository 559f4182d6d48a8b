"""Covers as small pictures: read and scaled off the GUI thread, and never more than so many."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from reader.jobs import JobThreads
from ui.appearance.cover_picture import square_picture

SIDE = 208  # px of the largest that is shown
_MOST = 120  # pictures in memory: 20 MB at 208 px
_AT_ONCE = 3  # threads; a disk that does not answer may hold some of them for ever
_SOON = 30  # ms in which what comes is shown together

PictureIn = Callable[[Path], bytes | None]


class Covers(QObject):
    """Gives what is there at once, reads the rest, and emits when some of it came."""

    changed = Signal()

    def __init__(self, picture_in: PictureIn, parent: QObject | None = None) -> None:
        """`picture_in` gives the bytes of the picture that belongs to a file, on any thread."""
        super().__init__(parent)
        self._picture_in = picture_in
        self._threads = JobThreads(self)
        self._pictures: OrderedDict[Path, QPixmap | None] = OrderedDict()
        self._wanted: OrderedDict[Path, None] = OrderedDict()
        self._reading: set[Path] = set()
        self._ratio = 1.0
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self._soon.timeout.connect(self.changed)

    def set_ratio(self, ratio: float) -> None:
        """How many pixels of the screen one of Qt's is."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._pictures.clear()

    def picture(self, path: Path | None) -> QPixmap | None:
        """The cover in a file, if it is there; else None, and it is read."""
        if path is None:
            return None
        if path in self._pictures:
            self._pictures.move_to_end(path)
            return self._pictures[path]
        self._wanted[path] = None
        self._wanted.move_to_end(path)
        if len(self._wanted) > _MOST:
            self._wanted.popitem(last=False)
        self._read_next()
        return None

    def _read_next(self) -> None:
        """What was asked for last is what is seen now."""
        while self._wanted and len(self._reading) < _AT_ONCE:
            path, _ = self._wanted.popitem()
            if path not in self._reading:
                self._reading.add(path)
                self._read(path, round(SIDE * self._ratio))

    def _read(self, path: Path, side: int) -> None:
        self._threads.run(
            lambda _: _square_in(self._picture_in, path, side),
            partial(self._take, path),
            crashed=partial(self._take, path, None),
        )

    def _take(self, path: Path, image: QImage | None, *_: object) -> None:
        self._reading.discard(path)
        self._pictures[path] = None if image is None else QPixmap.fromImage(image)
        while len(self._pictures) > _MOST:
            self._pictures.popitem(last=False)
        if image is not None and not self._soon.isActive():
            self._soon.start()
        self._read_next()


def _square_in(picture_in: PictureIn, path: Path, side: int) -> QImage | None:
    content = picture_in(path)
    return square_picture(content, side) if content else None
