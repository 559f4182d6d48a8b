"""Render earmark.svg, the application's mark, as earmark-SIZE.png with Qt.

At 16 and 22 pixels the simpler earmark-small.svg is used, drawn to that grid.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
LARGEST_SMALL = 22


def render(size: int) -> QImage:
    """The mark as a square picture with a transparent ground."""
    drawing = "earmark-small.svg" if size <= LARGEST_SMALL else "earmark.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(HERE / drawing)).render(painter)
    painter.end()
    return image


if __name__ == "__main__":
    for each in SIZES:
        render(each).save(str(HERE / f"earmark-{each}.png"))
