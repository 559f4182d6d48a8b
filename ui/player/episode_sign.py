"""What plays, at the player's edge: its picture, its title and its show."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance.theme import LIGHT, Theme

COVER = 48  # px, its side
_ROUND, _GAP, _END = 6, 12, 12  # px; `_END` parts it from the buttons
_WIDEST, _NARROWEST = 184, 72  # px of the words
_LEADING = 3  # px between title and show
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class EpisodeSign(QWidget):
    """Says nothing, and takes no room, while nothing is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = self.show_name = ""
        self._picture: QImage | None = None
        self._theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_names(self, title: str, show_name: str) -> None:
        """Name the episode; empty while nothing is open."""
        self.title, self.show_name = title, show_name
        both = "\n".join(filter(None, (title, show_name)))
        self.setToolTip(both)
        self.setAccessibleName(both.replace("\n", ", "))
        self._renew()

    def set_picture(self, picture: QImage | None) -> None:
        """A square picture, three times as large as it is shown; None where there is none."""
        self._picture = picture
        self._renew()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words, within bounds, and the picture."""
        title, show_name = (QFontMetrics(font) for font in self._fonts())
        words = max(
            title.horizontalAdvance(self.title), show_name.horizontalAdvance(self.show_name)
        )
        return QSize(self._indent() + max(_NARROWEST, min(_WIDEST, words + 1)) + _END, COVER)

    def minimumSizeHint(self) -> QSize:
        """No narrower: it goes as a whole."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture with round corners, the words beside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is not None:
            cover, shape = QRectF(0, (self.height() - COVER) / 2, COVER, COVER), QPainterPath()
            shape.addRoundedRect(cover, _ROUND, _ROUND)
            painter.save()
            painter.setClipPath(shape)
            painter.drawImage(cover, self._picture)
            painter.restore()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # that of the words
        for font, colour, text, area in self._lines():
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, _START, shown)

    def _lines(self) -> list[tuple[QFont, str, str, QRect]]:
        """Font, colour, text and place of each line, both in the middle of the height."""
        title, show_name = self._fonts()
        lines = [(title, self._theme.chrome_ink, self.title)]
        if self.show_name:
            lines.append((show_name, self._theme.quiet, self.show_name))
        heights = [QFontMetrics(font).height() for font, _, _ in lines]
        y = (self.height() - sum(heights) - _LEADING * (len(lines) - 1)) // 2
        left, width = self._indent(), self.width() - self._indent() - _END
        placed = []
        for (font, colour, text), height in zip(lines, heights, strict=True):
            placed.append((font, colour, text, QRect(left, y, width, height)))
            y += height + _LEADING
        return placed

    def _fonts(self) -> tuple[QFont, QFont]:
        title, show_name = QFont(self.font()), QFont(self.font())
        title.setWeight(QFont.Weight.DemiBold)
        show_name.setPointSizeF(show_name.pointSizeF() * 0.92)
        return title, show_name

    def _indent(self) -> int:
        return COVER + _GAP if self._picture is not None else 0

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
