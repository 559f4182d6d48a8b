"""How a bar across the window looks."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget


def paint_band(bar: QWidget, ground: QPalette.ColorRole = QPalette.ColorRole.Window) -> None:
    """Give a bar its ground, and a line to what is below; while it is painted."""
    painter, palette = QPainter(bar), bar.palette()
    painter.fillRect(bar.rect(), palette.color(ground))
    painter.setPen(palette.color(QPalette.ColorRole.Mid))
    painter.drawLine(bar.rect().bottomLeft(), bar.rect().bottomRight())
