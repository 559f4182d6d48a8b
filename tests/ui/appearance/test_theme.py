from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.annotation import COLOURS
from ui.appearance.theme import (
    CONTRAST,
    DARK,
    LIGHT,
    SANS,
    SEPIA,
    SERIF,
    SYSTEM,
    THEMES,
    Theme,
    load_fonts,
    palette,
    style_sheet,
    text_font,
    theme_named,
)

GROUNDS_OF_THE_PAGE = ("paper", "current", "word", "hit", "hit_current", "selection")
GROUNDS_OF_THE_CHROME = ("chrome", "raised", "hover")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def text_pairs(theme: Theme) -> list[tuple[str, str]]:
    return [
        *((theme.ink, getattr(theme, ground)) for ground in GROUNDS_OF_THE_PAGE),
        *((colour, theme.paper) for colour in (theme.faint, *theme.voices)),
        *(
            (getattr(theme, text), getattr(theme, ground))
            for text, ground in product(("chrome_ink", "quiet", "accent"), GROUNDS_OF_THE_CHROME)
        ),
        (theme.chrome_ink, theme.pressed),
        (theme.accent_ink, theme.accent),
    ]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
class TestTheme:
    def test_text_can_be_read(self, theme: Theme) -> None:
        weak = {pair: contrast(*pair) for pair in text_pairs(theme) if contrast(*pair) < 4.5}
        assert not weak

    def test_what_cannot_be_done_looks_so_and_can_be_read(self, theme: Theme) -> None:
        for dimmed in (theme.disabled, theme.disabled_sign):
            assert contrast(dimmed, theme.chrome) < 0.7 * contrast(theme.chrome_ink, theme.chrome)
            assert contrast(dimmed, theme.chrome) >= 3

    def test_signs_can_be_seen(self, theme: Theme) -> None:
        grounds = (theme.paper, theme.chrome, theme.raised)
        pairs = [*product((theme.focus, theme.accent, theme.edge), grounds)]
        weak = {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 3}
        assert not weak
        assert contrast(theme.current_mark, theme.paper) >= 3

    @pytest.mark.parametrize("arrow", ["drop-down.svg", "drop-up.svg"])
    def test_the_arrows_of_fields_can_be_seen(self, theme: Theme, arrow: str) -> None:
        drawing = (paths.resources() / "icons" / arrow).read_text(encoding="utf-8")
        (grey,) = re.findall("#[0-9a-f]{6}", drawing)
        assert contrast(grey, theme.raised) >= 3

    @pytest.mark.parametrize("arrow", ["drop-down", "drop-up"])
    def test_an_arrow_at_its_bound_is_fainter_and_there(self, theme: Theme, arrow: str) -> None:
        drawing = (paths.resources() / "icons" / f"{arrow}-off.svg").read_text(encoding="utf-8")
        assert f"{arrow}-off.svg" in style_sheet(theme)
        assert 'stroke-opacity="0.4"' in drawing

    def test_five_highlights_can_be_read_and_distinguished(self, theme: Theme) -> None:
        assert len(set(theme.marks)) == len(set(theme.mark_bars)) == COLOURS
        assert all(contrast(theme.ink, ground) >= 4.5 for ground in theme.marks)
        grounds = ("paper", "chrome", "raised", "hover", "current")
        pairs = [*product(theme.mark_bars, (getattr(theme, name) for name in grounds))]
        pairs += zip(theme.mark_bars, theme.marks, strict=True)
        assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 3} == {}

    def test_has_colours_for_six_voices_all_different(self, theme: Theme) -> None:
        assert len(set(theme.voices)) == len(theme.voices) >= 6

    def test_marks_differ_from_each_other(self, theme: Theme) -> None:
        marks = [getattr(theme, ground) for ground in GROUNDS_OF_THE_PAGE] + [*theme.marks]
        assert len(set(marks)) == len(marks)

    def test_style_sheet_has_every_colour_filled_in(self, theme: Theme) -> None:
        sheet = style_sheet(theme)
        assert "$" not in sheet
        assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= set(_colours(theme))

    def test_palette_paints_ink_on_paper(self, theme: Theme) -> None:
        colours = palette(theme)
        assert colours.color(QPalette.ColorRole.Base).name() == theme.paper
        assert colours.color(QPalette.ColorRole.Text).name() == theme.ink


def _colours(theme: Theme) -> list[str]:
    return [getattr(theme, name) for name in theme._fields if name != "voices"]


def test_contrast_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("name", "is_dark", "is_contrast", "expected"),
    [
        ("sepia", True, True, SEPIA),
        ("light", True, False, LIGHT),
        (SYSTEM, False, False, LIGHT),
        (SYSTEM, True, False, DARK),
        (SYSTEM, False, True, CONTRAST),
        ("from a later version", True, False, DARK),
    ],
)
def test_a_theme_is_found_by_name_or_as_the_system_has_it(
    name: str, is_dark: bool, is_contrast: bool, expected: Theme
) -> None:
    assert theme_named(name, is_dark, is_contrast) is expected


def test_bundled_fonts_are_the_ones_used(qapp: QApplication) -> None:
    assert {"Literata", "Inter"} <= set(load_fonts(paths.resources() / "fonts"))
    assert QFontInfo(text_font(SERIF, 15)).family() == "Literata"
    assert QFontInfo(text_font(SANS, 15)).family() == "Inter"


def test_a_broken_font_is_named(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    with pytest.raises(ValueError, match=r"broken\.ttf"):
        load_fonts(tmp_path)
