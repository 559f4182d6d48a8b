"""How the page is set: type, measure, and the sizes that follow from them."""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from reader import settings as prefs
from reader.settings import Settings
from reader.transcript.reading_text import UNNAMED
from ui.appearance.theme import SANS, text_font

_SAMPLE = "And today I am joined just by my host, for a new podcast format where we talk"
_EDGE = 18  # pixels between the page's edge and what stands nearest to it
NAME_GAP = 30  # between a voice's name and the column
TIME_GAP = 18  # between the column and its times
SIGN_ROOM = 17  # for the sign of a voice before its name
_LEAST_COLUMN = 140
_MOST_FOR_TIMES = 0.18  # of the width
_LEAST_CHARACTERS_BESIDE_NAMES = 38


class PageStyle(NamedTuple):
    """What the reader chose: a family, points, a line's height in ems, characters a line."""

    family: str = "serif"
    size: float = 15.0
    line_height: float = 1.7
    characters: int = 68

    def text_font(self) -> QFont:
        """The font of the running text."""
        return text_font(self.family, self.size)

    def name_font(self, *, is_guess: bool = False) -> QFont:
        """The font of the voices' names; a guess is lighter."""
        return _name_font(self.size, is_guess=is_guess)

    def time_font(self) -> QFont:
        """The font of the times in the margin."""
        return _time_font(self.size)


def chosen_style(settings: Settings) -> PageStyle:
    """The style that the reader chose in the preferences."""
    family, size = settings.get(prefs.TYPE_FAMILY), settings.get(prefs.TYPE_SIZE)
    return PageStyle(
        family, size, settings.get(prefs.LINE_HEIGHT), settings.get(prefs.COLUMN_WIDTH)
    )


class PageMetrics(NamedTuple):
    """The page in whole pixels: a column, names beside or above it, times on its other side.

    Where these would take too much of the width, `times` is 0, and they stand above: at the end of
    a name's line, else in a line of their own.

    A page in a right-to-left script `is_mirrored`: names right of the column, times left.
    """

    width: int
    column: int
    left: int
    pitch: int  # from one line to the next
    letter: float  # mean width of a character
    names: int  # width of the gutter with the names; 0 where they stand above the paragraph
    times: int
    gap: int  # under a paragraph
    turn_gap: int  # above a speaker turn
    top: int
    is_mirrored: bool = False
    time_line: int = 0  # height of a time above a paragraph

    @property
    def name_area(self) -> tuple[int, int]:
        """Left edge and width of the names beside the column."""
        room = self.names - NAME_GAP - 4
        x = self.left + self.column + NAME_GAP if self.is_mirrored else self.left - NAME_GAP - room
        return x, room

    @property
    def time_area(self) -> tuple[int, int]:
        """Left edge and width of the times beside the column, or of those above it."""
        if not self.are_times_beside:
            return self.left, self.column
        room = self.times - TIME_GAP
        is_left = self.is_mirrored
        x = self.left - TIME_GAP - room if is_left else self.left + self.column + TIME_GAP
        return x, room

    @property
    def are_times_beside(self) -> bool:
        """Whether times stand in a margin."""
        return self.times > 0

    @property
    def are_names_beside(self) -> bool:
        """Whether names stand in a gutter."""
        return self.names > 0

    @property
    def name_height(self) -> int:
        """The height of a name's block."""
        return 0 if self.are_names_beside else self.pitch + self.turn_gap // 2

    def has_same_lines(self, other: PageMetrics | None) -> bool:
        """Whether lines break at the same places: then a new width needs no new layout."""
        return other is not None and (
            (self.column, self.pitch, self.letter, self.are_names_beside, self.time_line)
            == (other.column, other.pitch, other.letter, other.are_names_beside, other.time_line)
        )


def page_metrics(
    style: PageStyle, width: int, longest_name: str, longest_time: str, *, is_mirrored: bool = False
) -> PageMetrics:
    """The page for a view of `width` pixels."""
    font = style.text_font()
    metrics = QFontMetricsF(font)
    letter = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    pitch = round(QFontInfo(font).pixelSize() * style.line_height)
    time_font = QFontMetricsF(style.time_font())
    times = ceil(time_font.horizontalAdvance(longest_time)) + TIME_GAP
    is_time_above = times > _MOST_FOR_TIMES * width
    times = 0 if is_time_above else times
    names = _names_width(style, longest_name, letter)
    room = width - times - _EDGE
    are_beside = bool(longest_name) and room - names >= _LEAST_CHARACTERS_BESIDE_NAMES * letter
    lead = names if are_beside else _EDGE + 6
    column = round(max(_LEAST_COLUMN, min(style.characters * letter, room - lead)))
    left = max(lead, min((width - column) // 2, width - column - times - _EDGE))
    return PageMetrics(
        width=width,
        column=column,
        left=width - left - column if is_mirrored else left,
        pitch=pitch,
        letter=letter,
        names=names if are_beside else 0,
        times=times,
        gap=round(pitch * 0.42),
        turn_gap=round(pitch * 0.28),
        top=round(pitch * 1.4),
        is_mirrored=is_mirrored,
        time_line=round(time_font.height() * 1.2) if is_time_above else 0,
    )


def _names_width(style: PageStyle, longest_name: str, letter: float) -> int:
    wanted = QFontMetricsF(style.name_font()).horizontalAdvance(longest_name)
    room = ceil(min(max(wanted, letter * 2), letter * 12)) + NAME_GAP + _EDGE
    return room + (SIGN_ROOM if longest_name != UNNAMED else 0)


@cache
def _name_font(size: float, *, is_guess: bool) -> QFont:
    font = text_font(SANS, size * 0.74)
    font.setWeight(QFont.Weight.Normal if is_guess else QFont.Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4)
    return font


@cache
def _time_font(size: float) -> QFont:
    font = text_font(SANS, size * 0.66)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
