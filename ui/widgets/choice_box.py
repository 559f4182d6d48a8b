"""A box of choices, long ones among them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_EDGE = 4  # px that the style takes from the text's room


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
