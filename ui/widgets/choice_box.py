"""A box of choices, long ones among them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_EDGE = 4  # px that the style takes from the text's room
_BESIDE_TEXT = 52  # px of a box: arrow, padding, border


class ChoiceBox(QComboBox):
    """Ends a text that it has no room for with an ellipsis; its list shows all of each.

    A style sheet's own painting cuts letters.
    """

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the style does, with what fits of the text."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_text(option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def shown_text(self, option: QStyleOptionComboBox | None = None) -> str:
        """What is seen of the current text."""
        if option is None:
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        room = field.width() - _EDGE
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def showPopup(self) -> None:
        """The list is as wide as its longest text, as far as the screen allows."""
        view = self.view()
        needed = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + _EDGE
        view.setMinimumWidth(min(needed, self.screen().availableGeometry().width() // 2))
        super().showPopup()


class QuietBox(ChoiceBox):
    """Words with an arrow behind them, without a frame: as wide as what is chosen."""

    def __init__(self, widest: int, parent: QWidget | None = None) -> None:
        """`widest` is in px."""
        super().__init__(parent)
        self._widest = widest
        self.setProperty("quiet", True)
        self.setMinimumContentsLength(1)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentTextChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Room for the text and the arrow."""
        width = self.fontMetrics().horizontalAdvance(self.currentText()) + _BESIDE_TEXT
        return QSize(min(width, self._widest), super().sizeHint().height())
