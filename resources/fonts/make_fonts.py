"""Make the static fonts of this folder from the variable fonts of Literata and Inter.

Needs fonttools and the PyPI packages fontpkg-literata 3.103 and fontpkg-inter 4.1.post1. Usage:
    python make_fonts.py FOLDER_WITH_THE_VARIABLE_FONTS...
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
OPTICAL_SIZE = 14
LATIN = [(0x20, 0x24F), (0x250, 0x2AF), (0x2B0, 0x36F), (0x1E00, 0x1EFF)]
GREEK_AND_CYRILLIC = [(0x370, 0x3FF), (0x1F00, 0x1FFF), (0x400, 0x52F)]
SIGNS = [(0x2000, 0x206F), (0x2070, 0x20CF), (0x2100, 0x22FF), (0x25A0, 0x25FF), (0xFB00, 0xFB04)]
FEATURES = (
    "kern mark mkmk ccmp locl liga calt rvrn tnum pnum lnum onum case frac numr dnom ordn sups subs"
)


class Style(NamedTuple):
    """One static font: the variable font it comes from and its weight."""

    name: str
    source: str
    weight: int


STYLES = (
    Style("Literata-Regular", "Literata[opsz,wght].ttf", 400),
    Style("Literata-Bold", "Literata[opsz,wght].ttf", 700),
    Style("Literata-Italic", "Literata-Italic[opsz,wght].ttf", 400),
    Style("Literata-BoldItalic", "Literata-Italic[opsz,wght].ttf", 700),
    Style("Inter-Regular", "Inter[opsz,wght].ttf", 400),
    Style("Inter-SemiBold", "Inter[opsz,wght].ttf", 600),
    Style("Inter-Bold", "Inter[opsz,wght].ttf", 700),
    Style("Inter-Italic", "Inter-Italic[opsz,wght].ttf", 400),
    Style("Inter-BoldItalic", "Inter-Italic[opsz,wght].ttf", 700),
)


def make(style: Style, folders: list[Path]) -> None:
    """Write one static font with the scripts and features that Earmark uses."""
    source = next(path for folder in folders if (path := folder / style.source).exists())
    sized = instantiateVariableFont(TTFont(source), {"opsz": OPTICAL_SIZE})
    font = instantiateVariableFont(sized, {"wght": style.weight}, updateFontNames=True)
    subsetter = Subsetter(Options(layout_features=FEATURES.split(), name_IDs=["*"], hinting=True))
    ranges = [*LATIN, *GREEK_AND_CYRILLIC, *SIGNS]
    subsetter.populate(unicodes=[code for a, b in ranges for code in range(a, b + 1)])
    subsetter.subset(font)
    font.save(HERE / f"{style.name}.ttf")


if __name__ == "__main__":
    for each in STYLES:
        make(each, [Path(folder) for folder in sys.argv[1:]])
