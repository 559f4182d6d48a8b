"""Covers as they come in recordings: any picture of any size becomes a small square."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

_MOST_PIXELS = 20_000_000  # of the file's picture


def square_picture(content: bytes, side: int) -> QImage | None:
    """A square of `side` pixels out of the middle of a picture; None where it cannot be read, or
    is so large that nobody meant it for a cover."""
    source = QBuffer()
    source.setData(QByteArray(content))
    reader = QImageReader(source)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty() or size.width() * size.height() > _MOST_PIXELS:
        return None
    wanted = size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if wanted.width() > side * 8 or wanted.height() > side * 8:
        return None  # a line rather than a picture
    reader.setScaledSize(wanted)
    image = reader.read()
    if image.isNull():
        return None
    middle = QRect(0, 0, side, side)
    middle.moveCenter(image.rect().center())
    return image.copy(middle)
