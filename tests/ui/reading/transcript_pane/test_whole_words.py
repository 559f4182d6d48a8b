"""Which words a selection means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.transcript.model import Cue, Transcript
from reader.transcript.reading_text import Place, ReadingText
from tests.ui.reading.transcript_pane.conftest import Open
from ui.reading.transcript_pane.transcript_pane import TranscriptPane
from ui.reading.transcript_pane.whole_words import whole_words, words

LEFT, PLAIN, ALT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
)


def _reading(text: str) -> ReadingText:
    return ReadingText(Transcript((Cue(0, 0, 1_000, text),)))


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        (
            "A number of areas in the Arctic.",
            "umber of areas in the A",
            "number of areas in the Arctic",
        ),
        ("They haven't gone.", "haven", "haven't"),
        ("They haven’t gone.", "en’", "haven’t"),
        ("A well-known state-of-the-art thing", "known state", "well-known state-of-the-art"),
        ("Whole words stay.", "words", "words"),
        ("Blanks go.", "lanks ", "Blanks"),
        ("The end. Then on.", "end. Th", "end. Then"),
        ("A mark stays.", "stays.", "stays."),
        ("Ein Gespräch über Öl", "präch übe", "Gespräch über"),
        ("हिन्दी में बात", "न्दी", "हिन्दी"),
        ("A 😀 face of 3.14 men", "ce of 3.1", "face of 3.14"),
    ],
)
def test_a_selection_grows_to_the_words_it_cuts(text: str, part: str, whole: str) -> None:
    reading = _reading(text)
    start = reading.text.index(part)
    first, last = whole_words(reading, (start, start + len(part)))
    assert reading.text[first:last] == whole


def test_where_no_blanks_part_the_words_a_selection_stays_as_small_as_the_platform_has_it() -> None:
    reading = _reading("今日は東京へ行きます。")
    first, last = whole_words(reading, (3, 4))
    assert (first, last) == (3, 4)
    assert list(words("한국어 단어")) == [(0, 3), (4, 6)]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_it_never_loses_a_letter_and_a_second_time_changes_nothing(
    text: str, one: int, other: int
) -> None:
    reading = _reading(text)
    length = len(reading.text)
    start, end = sorted((min(one, length), min(other, length)))
    if start == end:
        return
    grown = whole_words(reading, (start, end))
    assert reading.text[start:end].strip() in reading.text[slice(*grown)]
    assert whole_words(reading, grown) == grown


def _where(pane: TranscriptPane, offset: int) -> QPoint:
    """The left edge of a character of the first line."""
    position = pane.reading.position_of(Place(0, offset)) or 0
    box = pane.boxes(position, position + 1)[0]
    return QPoint(round(box.left()), round(box.center().y())) - QPoint(0, pane.scroll_bar.value())


def _drag(pane: TranscriptPane, start: int, end: int, keys: Qt.KeyboardModifier) -> str:
    view = pane.viewport()
    pane.select(0, 0)  # else what is selected would be dragged
    QTest.mousePress(view, LEFT, keys, _where(pane, start))
    QTest.mouseMove(view, _where(pane, end))
    QTest.mouseRelease(view, LEFT, keys, _where(pane, end))
    return pane.reading.text[slice(*(pane.selected_span() or (0, 0)))]


def test_words_are_whole_on_release_and_to_the_letter_with_alt(open_pane: Open) -> None:
    said = Cue(0, 0, 1_000, "They haven't seen a number of areas.")
    pane = open_pane(Transcript((said,)))
    assert _drag(pane, 20, 31, PLAIN) == "number of areas"
    assert _drag(pane, 22, 8, PLAIN) == "haven't seen a number"
    assert pane.textCursor().position() < pane.textCursor().anchor()
    assert _drag(pane, 21, 28, ALT) == said.text[21:28]
    QTest.mouseDClick(pane.viewport(), LEFT, PLAIN, _where(pane, 7))
    assert pane.reading.text[slice(*(pane.selected_span() or (0, 0)))] == "haven't"
