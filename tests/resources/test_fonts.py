from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont
from pytestqt.qtbot import QtBot

from reader.paths import resources

FONTS = resources() / "fonts"
FILES = sorted(FONTS.glob("*.ttf"))
FAMILIES = ("Literata", "Inter")
SCRIPTS = "Straße Łódź Þór fiancé Ελλάδα Ὁ Привет “—” … ½ → ≥"


@pytest.fixture(autouse=True)
def families(qtbot: QtBot) -> set[str]:
    """The families that Qt found in the files."""
    added = [QFontDatabase.addApplicationFont(str(path)) for path in FILES]
    assert -1 not in added
    return {name for font in added for name in QFontDatabase.applicationFontFamilies(font)}


def font(
    family: str, weight: QFont.Weight = QFont.Weight.Normal, *, is_italic: bool = False
) -> QFont:
    made = QFont(family)
    made.setPixelSize(40)
    made.setWeight(weight)
    made.setItalic(is_italic)
    return made


def width(text: str, of: QFont) -> float:
    return QFontMetricsF(of).horizontalAdvance(text)


def test_qt_finds_both_families(families: set[str]) -> None:
    assert families >= set(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(
    ("weight", "is_italic", "style"),
    [
        (QFont.Weight.Normal, False, "Regular"),
        (QFont.Weight.Normal, True, "Italic"),
        (QFont.Weight.Bold, False, "Bold"),
        (QFont.Weight.Bold, True, "Bold Italic"),
    ],
)
def test_each_style_is_a_real_one(
    family: str, weight: QFont.Weight, is_italic: bool, style: str
) -> None:
    found = QFontInfo(font(family, weight, is_italic=is_italic))
    assert (found.family(), found.styleName()) == (family, style)


@pytest.mark.parametrize("family", FAMILIES)
def test_bold_is_wider_than_regular(family: str) -> None:
    assert width("Hamburg", font(family, QFont.Weight.Bold)) > width("Hamburg", font(family))


def test_names_can_be_half_bold() -> None:
    assert QFontInfo(font("Inter", QFont.Weight.DemiBold)).styleName() == "SemiBold"


@pytest.mark.parametrize("family", FAMILIES)
def test_figures_of_a_time_can_have_one_width(family: str) -> None:
    tabular = font(family)
    tabular.setFeature(QFont.Tag("tnum"), 1)
    assert width("1:11:11", tabular) == width("8:08:48", tabular)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_writes_latin_greek_and_cyrillic(path: Path) -> None:
    raw = QRawFont(str(path), 20)
    assert [letter for letter in SCRIPTS if not raw.supportsCharacter(ord(letter))] == []


def test_each_family_brings_its_licence() -> None:
    for family in FAMILIES:
        text = (FONTS / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in text


def test_they_are_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 2_500_000
