"""Paints a row of a preview: words in their sentence, those of the file struck out."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

HIT = Qt.ItemDataRole.UserRole + 1
_MARGIN = 6
_BOX = 60  # px for the tick and the edges

Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """Rows whose HIT role holds HTML made by `hit_html`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row with its box, then the sentence."""
        html = index.data(HIT)
        if not html:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, widget)
        document = self._document(html, option, area.width())
        painter.save()
        painter.translate(area.left(), area.top() + _MARGIN)
        document.drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence takes lines."""
        html = index.data(HIT)
        if not html:
            return super().sizeHint(option, index)
        view = option.widget
        room = view.viewport().width() if isinstance(view, QAbstractItemView) else 400
        width = room - _BOX
        document = self._document(html, option, width)
        return QSize(width, round(document.size().height()) + 2 * _MARGIN)

    def _document(self, html: str, option: QStyleOptionViewItem, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        palette = option.palette
        ink = palette.color(QPalette.ColorRole.Text).name()
        quiet = palette.color(QPalette.ColorRole.PlaceholderText).name()
        document.setDefaultStyleSheet(
            f"p {{ color: {ink}; }} s, .quiet {{ color: {quiet}; }} b {{ color: {ink}; }}"
        )
        document.setTextWidth(max(120, width))
        document.setHtml(html)
        return document


def hit_html(time: str, before: str, said: str, text: str, after: str) -> str:
    """A sentence with what the file says struck out and what is read instead beside it."""
    when = f'<span class="quiet">{escape(time)}&nbsp;&nbsp;</span>' if time else ""
    words = f"<s>{escape(said)}</s>&nbsp;<b>{escape(text)}</b>"
    return f"<p>{when}{escape(before)}{words}{escape(after)}</p>"
