"""The page's measure."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from reader import paths
from ui.appearance.theme import load_fonts
from ui.reading.transcript_pane.page_style import PageMetrics, PageStyle, page_metrics


@pytest.fixture(scope="module", autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts(paths.resources() / "fonts")


def measure(
    width: int, style: PageStyle | None = None, *, is_mirrored: bool = False
) -> PageMetrics:
    return page_metrics(style or PageStyle(), width, "Nora", "0:00:00", is_mirrored=is_mirrored)


def test_a_wide_page_has_a_column_of_the_measure_asked_for() -> None:
    page = measure(2_000)
    assert page.column == pytest.approx(68 * page.letter, abs=1)
    assert page.are_names_beside
    assert page.left + page.column / 2 == pytest.approx(1_000, abs=2)


def test_large_type_on_a_narrow_page_has_times_above() -> None:
    """They took a third of the width."""
    large = PageStyle(size=26)
    page = measure(480, large)
    assert not page.are_times_beside
    assert page.time_line > 0
    assert page.column > 0.85 * 480
    for other in (measure(480), measure(1_280, large)):
        assert other.are_times_beside
        assert other.time_line == 0


def test_a_narrow_page_has_names_above_and_all_the_room() -> None:
    page = measure(480)
    assert not page.are_names_beside
    assert page.name_height > page.pitch
    assert page.column > 0.7 * 480


@given(
    width=st.integers(260, 3_000),
    size=st.integers(8, 30),
    characters=st.integers(40, 110),
    is_mirrored=st.booleans(),
)
@settings(deadline=None, max_examples=60)
def test_nothing_lies_upon_another_or_outside(
    width: int, size: int, characters: int, is_mirrored: bool
) -> None:
    page = measure(width, PageStyle(size=size, characters=characters), is_mirrored=is_mirrored)
    column = (page.left, page.left + page.column)
    spans = [column]
    if page.are_times_beside:
        spans.append((page.time_area[0], sum(page.time_area)))
    if page.are_names_beside:
        spans.append((page.name_area[0], sum(page.name_area)))
    spans.sort()
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    if page.column > 140:  # the least; below it a view is too narrow for the type
        assert spans[0][0] >= 0
        assert spans[-1][1] <= width


def test_type_sets_the_pitch() -> None:
    assert measure(900, PageStyle(line_height=2.4)).pitch > measure(900).pitch
    assert measure(900, PageStyle(size=30)).pitch == pytest.approx(2 * measure(900).pitch, abs=2)


def test_lines_break_alike_where_only_the_margins_differ() -> None:
    assert measure(1_500).has_same_lines(measure(1_600))
    assert not measure(1_500).has_same_lines(measure(700))
    assert not measure(1_500).has_same_lines(None)


def test_names_and_times_are_smaller_than_the_text() -> None:
    style = PageStyle(size=20)
    heights = [
        QFontMetricsF(font).height()
        for font in (style.time_font(), style.name_font(), style.text_font())
    ]
    assert heights == sorted(heights)
    digits = QFontMetricsF(style.time_font())
    assert digits.horizontalAdvance("1") == digits.horizontalAdvance("8")
