"""A theme with the colours of highlights that a listener chose, always to be read and seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QColor

from reader.annotation import COLOURS, HUES
from ui.appearance.theme import Theme

_SHARES = 20  # steps from one colour to another
_STRONGEST = 9  # of those steps, how much of a hue a ground has at most
_TEXT, _SIGN = 4.6, 3.1  # contrast of text on its ground, of signs (WCAG 2.2: 4.5 and 3)


def tinted(theme: Theme, hues: Mapping[int, str]) -> Theme:
    """`theme` with grounds and bars of these hues ("#rrggbb" by number); its own stay where the
    hue is the one that came with Earmark."""
    marks, bars = list(theme.marks), list(theme.mark_bars)
    for number in range(1, COLOURS + 1):
        hue = hues.get(number, HUES[number - 1])
        if hue.lower() != HUES[number - 1]:
            marks[number - 1] = _ground(theme, hue)
            bars[number - 1] = _bar(theme, hue, marks[number - 1])
    return theme._replace(marks=tuple(marks), mark_bars=tuple(bars))


def contrast(one: str, other: str) -> float:
    """Of two colours "#rrggbb", as WCAG 2.2 defines it: 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _ground(theme: Theme, hue: str) -> str:
    """As much of the hue on the paper as leaves the text readable."""
    steps = range(_STRONGEST, -1, -1)
    return _first(steps, theme.paper, hue, lambda found: contrast(found, theme.ink) >= _TEXT)


def _bar(theme: Theme, hue: str, mark: str) -> str:
    """The hue, with as little ink as makes it stand out from all that it may stand on."""
    grounds = (theme.paper, theme.chrome, theme.raised, theme.hover, theme.current, mark)

    def is_seen(colour: str) -> bool:
        return all(contrast(colour, ground) >= _SIGN for ground in grounds)

    return _first(range(_SHARES + 1), hue, theme.ink, is_seen)


def _first(steps: range, start: str, end: str, is_good: Callable[[str], bool]) -> str:
    """The first mixture of two colours that is good, else the last one."""
    mixtures = [mixed(start, end, step / _SHARES) for step in steps]
    return next(filter(is_good, mixtures), mixtures[-1])


def mixed(start: str, end: str, share: float) -> str:
    """The colour that lies on the way from one to another, 0 to 1."""
    pairs = zip(_parts(start), _parts(end), strict=True)
    return QColor(*(round(a + (b - a) * share) for a, b in pairs)).name()


def _parts(colour: str) -> tuple[int, int, int]:
    found = QColor(colour)
    return found.red(), found.green(), found.blue()


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
