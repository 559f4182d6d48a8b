"""The names and hues of the five colours of highlights."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.annotation import COLOURS, HUES
from ui.appearance.swatch import swatch
from ui.appearance.theme import LIGHT, Theme

_SWATCH = 26
_LONGEST = 40  # characters of a name


class ColoursDialog(QDialog):
    """Every change counts at once, everywhere, and can be undone (Ctrl+Z)."""

    renamed = Signal(int, str)  # number, name
    hue_chosen = Signal(int, str)  # number, "#rrggbb"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[int, str] = {}
        self._hues: Mapping[int, str] = {}
        self._theme = LIGHT
        self._fields = [QLineEdit() for _ in range(COLOURS)]
        self._swatches = [QToolButton() for _ in range(COLOURS)]
        self._resets = [QPushButton(self.tr("Reset")) for _ in range(COLOURS)]
        self._lay_out()
        self._connect()

    def set_names(self, names: Mapping[int, str]) -> None:
        """What they are called."""
        self._names = names
        for number, field in enumerate(self._fields, start=1):
            name = names.get(number, "")
            if not field.isModified():
                field.setText(name)
                field.setCursorPosition(0)
            swatch_button = self._swatches[number - 1]
            swatch_button.setAccessibleName(self.tr("Colour of {0}").format(name))
            self._resets[number - 1].setAccessibleName(self.tr("Reset {0}").format(name))

    def set_hues(self, hues: Mapping[int, str]) -> None:
        """How they look, "#rrggbb"."""
        self._hues = hues
        for number, reset in enumerate(self._resets, start=1):
            reset.setEnabled(hues.get(number, "").lower() != HUES[number - 1])

    def set_theme(self, theme: Theme) -> None:
        """Show them as they look in this theme."""
        self._theme = theme
        for number, button in enumerate(self._swatches, start=1):
            button.setIcon(swatch(theme, number, self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        """Room for the names."""
        return QSize(440, super().sizeHint().height())

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Colours"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row in range(COLOURS):
            self._add_row(grid, row)
        hint = QLabel(wordWrap=True)
        hint.setText(
            self.tr("Text on a colour stays readable: each theme takes as much of it as it can.")
        )
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addLayout(grid)
        column.addWidget(hint)
        column.addWidget(buttons)

    def _add_row(self, grid: QGridLayout, row: int) -> None:
        field, button, reset = self._fields[row], self._swatches[row], self._resets[row]
        label = QLabel(f"&{row + 1}")
        label.setBuddy(field)
        field.setMaxLength(_LONGEST)
        field.setAccessibleName(self.tr("Name of colour {0}").format(row + 1))
        field.setToolTip(self.tr("What it stands for, such as “Idea” (Alt+{0})").format(row + 1))
        button.setIconSize(QSize(_SWATCH, _SWATCH))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self.tr("Choose another colour… (Space)"))
        reset.setAutoDefault(False)
        reset.setToolTip(self.tr("Look as it came with Earmark"))
        for place, widget in enumerate((label, button, field, reset)):
            grid.addWidget(widget, row, place)

    def _connect(self) -> None:
        for number in range(1, COLOURS + 1):
            at = number - 1
            self._fields[at].editingFinished.connect(partial(self._rename, number))
            self._swatches[at].clicked.connect(partial(self._ask_hue, number))
            self._resets[at].clicked.connect(partial(self._reset, number))

    def _rename(self, number: int) -> None:
        field = self._fields[number - 1]
        name, old = " ".join(field.text().split()), self._names.get(number, "")
        field.setModified(False)
        field.setText(name or old)
        if name and name != old:
            self.renamed.emit(number, name)

    def _reset(self, number: int, _is_checked: bool = False) -> None:
        self.hue_chosen.emit(number, HUES[number - 1])

    def _ask_hue(self, number: int, _is_checked: bool = False) -> None:
        dialog = QColorDialog(QColor(self._shown_hue(number)), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setWindowTitle(self.tr("Colour of {0}").format(self._names.get(number, number)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda hue: self.hue_chosen.emit(number, hue.name()))
        dialog.open()

    def _shown_hue(self, number: int) -> str:
        """What was chosen; before that, what the theme shows."""
        hue = self._hues.get(number, "").lower()
        return hue if hue and hue != HUES[number - 1] else self._theme.mark_bars[number - 1]
