from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from reader import paths
from ui.appearance.icons import SIZE, Icons
from ui.appearance.theme import DARK, LIGHT

FOLDER = paths.resources() / "icons"


def strongest_colour(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    image = icon.pixmap(QSize(SIZE, SIZE), mode=mode).toImage()
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return QColor(max(pixels, key=QColor.alpha).rgb()).name()


def test_icons_take_the_colours_of_the_theme(qapp: QApplication) -> None:
    for theme in (LIGHT, DARK):
        icon = Icons(FOLDER, theme).icon("play")
        assert strongest_colour(icon) == theme.chrome_ink
        assert strongest_colour(icon, QIcon.Mode.Disabled) == theme.disabled_sign


def test_an_icon_can_have_a_colour_of_its_own(qapp: QApplication) -> None:
    icon = Icons(FOLDER, LIGHT).icon("play", "#123456")
    assert strongest_colour(icon) == "#123456"


def test_icons_are_sharp_on_this_screen(qapp: QApplication) -> None:
    scale = qapp.primaryScreen().devicePixelRatio()
    pixmap = Icons(FOLDER, LIGHT).icon("find").pixmap(QSize(SIZE, SIZE), scale)
    assert pixmap.size() == QSize(SIZE, SIZE) * scale
    assert pixmap.devicePixelRatio() == scale


def test_a_missing_icon_is_named(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError, match=r"unicorn\.svg"):
        Icons(FOLDER, LIGHT).icon("unicorn")


def test_a_broken_icon_is_named(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "torn.svg").write_text("no svg", encoding="utf-8")
    with pytest.raises(ValueError, match=r"torn\.svg"):
        Icons(tmp_path, LIGHT).icon("torn")
