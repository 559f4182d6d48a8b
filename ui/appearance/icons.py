"""The line icons of `resources/icons`, drawn in the colours of a theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.appearance.theme import Theme

SIZE = 24  # of the grid they are drawn on, so that their lines fall on pixels


class Icons:
    """Icons by the name of their file; sharp on every screen that is there now."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self._colours = (
            (QIcon.Mode.Normal, theme.chrome_ink),
            (QIcon.Mode.Disabled, theme.disabled_sign),
        )
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, colour: str = "") -> QIcon:
        """The icon of this name in `colour` or the theme's own.

        Raises FileNotFoundError where there is none.
        """
        drawn = self._drawn.get((name, colour))
        if drawn is None:
            drawn = self._drawn[name, colour] = self._draw(name, colour)
        return drawn

    def _draw(self, name: str, colour: str) -> QIcon:
        renderer = QSvgRenderer(QByteArray((self._folder / f"{name}.svg").read_bytes()))
        if not renderer.isValid():
            raise ValueError(f"{name}.svg is not an icon that Qt can read.")
        icon = QIcon()
        for mode, own_colour in self._colours:
            for scale in _scales():
                icon.addPixmap(_pixmap(renderer, colour or own_colour, scale), mode)
        return icon


def _scales() -> set[float]:
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()}


def _pixmap(renderer: QSvgRenderer, colour: str, scale: float) -> QPixmap:
    pixels = round(SIZE * scale)
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
