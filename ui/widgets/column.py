"""A column of limited width in the middle of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def middle_column(page: QWidget, width: int, margin: int = 0) -> QVBoxLayout:
    """The lines of a column of `page`, at most `width` px wide, with `margin` px around it."""
    column = QWidget()
    column.setMaximumWidth(width)
    outer = QHBoxLayout(page)
    outer.setContentsMargins(margin, margin, margin, margin)
    outer.addStretch(1)
    outer.addWidget(column, 1000)
    outer.addStretch(1)
    return QVBoxLayout(column)
