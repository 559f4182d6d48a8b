"""Paints a row of a preview: words in their sentence, those of the file struck out."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.widgets.item_views import Index

HIT = Qt.ItemDataRole.UserRole + 1
_MARGIN = 6
_GAP = 4
_BOX = 44  # px for the tick and the edges

_State = QStyle.StateFlag


class HitDelegate(QStyledItemDelegate):
    """Rows whose HIT role holds HTML made by `hit_html`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row with its box, then the sentence."""
        html = index.data(HIT)
        if not html:  # the title of an episode is nothing to be clicked
            option.state &= ~(_State.State_MouseOver | _State.State_HasFocus)
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, widget)
        is_ticked = option.checkState is Qt.CheckState.Checked
        whole = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, widget)
        option.state &= ~_State.State_HasFocus  # round a text that is not there
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        line = QFontMetrics(option.font).height()  # the box stands beside the first one
        box.moveTop(option.rect.top() + _MARGIN + (line - box.height()) // 2)
        _paint_tick(painter, box, option.palette, is_ticked=is_ticked)
        document = self._document(html, option)
        painter.save()
        painter.translate(whole.left() + _GAP, option.rect.top() + _MARGIN)
        document.drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence takes lines."""
        html = index.data(HIT)
        if not html:
            return super().sizeHint(option, index)
        size = self._document(html, option).size()
        return QSize(round(size.width()), round(size.height()) + 2 * _MARGIN)

    def _document(self, html: str, option: QStyleOptionViewItem) -> QTextDocument:
        """The sentence, with its lines as they are counted and painted."""
        view = option.widget
        room = view.viewport().width() if isinstance(view, QAbstractItemView) else 400
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        palette = option.palette
        ink = palette.color(QPalette.ColorRole.Text).name()
        quiet = palette.color(QPalette.ColorRole.PlaceholderText).name()
        document.setDefaultStyleSheet(
            f"p {{ margin: 0; }} p, b {{ color: {ink}; }} s, .quiet {{ color: {quiet}; }}"
        )
        document.setTextWidth(max(120, room - _BOX))
        document.setHtml(html)
        return document


def _paint_tick(painter: QPainter, box: QRect, colours: QPalette, *, is_ticked: bool) -> None:
    """A box that is seen on any ground: those of some styles are not, on a dark one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.color(QPalette.ColorRole.PlaceholderText), 1.2))
    painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
    if is_ticked:
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Text), 1.8))
        x, y, side = box.left(), box.top(), box.width()
        points = ((0.27, 0.52), (0.44, 0.69), (0.75, 0.32))
        painter.drawPolyline([QPointF(x + a * side, y + b * side) for a, b in points])
    painter.restore()


def hit_html(time: str, before: str, said: str, text: str, after: str) -> str:
    """A sentence with what the file says struck out and what is read instead beside it."""
    when = f'<span class="quiet">{escape(time)}&nbsp;&nbsp;</span>' if time else ""
    words = f"<s>{escape(said)}</s>&nbsp;<b>{escape(text)}</b>"
    return f"<p>{when}{escape(before)}{words}{escape(after)}</p>"
