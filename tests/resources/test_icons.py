from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from reader.paths import resources

ICONS = resources() / "icons"
MARKS = [ICONS / "earmark.svg", ICONS / "earmark-small.svg"]
# Which cannot colour them: see tests/ui/appearance/test_theme.py.
IN_STYLE_SHEETS = sorted(ICONS.glob("drop-*.svg"))
ACTIONS = sorted(set(ICONS.glob("*.svg")) - set(MARKS) - set(IN_STYLE_SHEETS))
PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
BESIDE_THE_DRAWING = 5

by_name = pytest.mark.parametrize("path", ACTIONS, ids=lambda path: path.stem)


def drawn(path: Path, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(str(path)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def alphas(image: QImage) -> list[list[int]]:
    columns = range(image.width())
    return [[image.pixelColor(x, y).alpha() for x in columns] for y in range(image.height())]


def test_there_are_icons() -> None:
    assert len(ACTIONS) >= 31


@by_name
def test_it_is_one_colour_on_the_common_grid(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    colours = {part.get(paint) for part in root.iter() for paint in ("fill", "stroke")}
    assert colours <= {None, "none", "currentColor"}
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke-width") == "1.75"
    assert root.get("stroke-linecap") == "round"
    assert not re.search("style|class|opacity|#", path.read_text(encoding="utf-8"))


@by_name
def test_qt_draws_it_inside_its_margin(qtbot: QtBot, path: Path) -> None:
    rows = alphas(drawn(path, 96))
    inked = sum(alpha > 128 for row in rows for alpha in row)
    assert inked > 250
    edges = [*rows[:BESIDE_THE_DRAWING], *rows[-BESIDE_THE_DRAWING:]]
    edges += [row[:BESIDE_THE_DRAWING] + row[-BESIDE_THE_DRAWING:] for row in rows]
    assert max(map(max, edges)) < 128


@pytest.mark.parametrize("name", ["back", "forward"])
def test_a_number_fits_into_the_arrow(qtbot: QtBot, name: str) -> None:
    rows = alphas(drawn(ICONS / f"{name}.svg", 96))
    middle = [row[32:64] for row in rows[41:65]]
    assert max(map(max, middle)) == 0


@pytest.mark.parametrize("size", PNG_SIZES)
def test_the_mark_is_there_in_each_size(qtbot: QtBot, size: int) -> None:
    image = QImage(str(ICONS / f"earmark-{size}.png"))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(size // 2, size // 4) == QColor("#278079")
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("path", MARKS, ids=lambda path: path.stem)
def test_the_mark_is_a_drawing(qtbot: QtBot, path: Path) -> None:
    assert QSvgRenderer(str(path)).isValid()
