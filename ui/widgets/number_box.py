"""Fields for numbers that stand in from their border as all other fields do."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QWidget

_ROOM = 8  # px beside the number, on either side: languages are read from both


class NumberBox(QSpinBox):
    """A field for a whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _make_room(self)


class DecimalBox(QDoubleSpinBox):
    """A field for a number with decimals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _make_room(self)


def _make_room(box: QAbstractSpinBox) -> None:
    """Qt sets the text at the very edge, whatever padding a style sheet gives the field."""
    box.lineEdit().setTextMargins(_ROOM, 0, _ROOM, 0)
