"""Only what can be seen is laid out, and what is laid out is where it is said to be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSizeF, Qt

from reader.transcript.model import Cue, Transcript
from tests.ui.reading.transcript_pane.conftest import Open, long_transcript
from ui.reading.transcript_pane.transcript_pane import TranscriptPane


def exact_heights(pane: TranscriptPane) -> list[int]:
    layout = pane.page_layout
    layout.refine(0, layout.documentSize().height())
    return [layout.heights[number] for number in range(len(layout.heights))]


def _told(pane: TranscriptPane) -> set[int]:
    """The blocks whose lines Qt has."""
    blocks = map(pane.document().findBlockByNumber, range(pane.document().blockCount()))
    return {block.blockNumber() for block in blocks if block.layout().lineCount()}


def test_a_long_text_is_not_laid_out_as_a_whole(open_pane: Open) -> None:
    pane = open_pane(long_transcript(20_000))
    pane.page_layout.has_listener = lambda: True
    pane.grab()
    assert 5 < len(_told(pane)) < 40


def test_only_assistive_technology_has_qt_lay_out_what_is_seen(open_pane: Open) -> None:
    pane = open_pane()
    pane.page_layout.has_listener = lambda: False
    pane.scroll_to(2_000)
    pane.grab()
    assert _told(pane) <= {0, pane.document().blockCount() - 1}  # of the caret and the end
    pane.page_layout.has_listener = lambda: True
    pane.grab()
    assert len(_told(pane)) > 5


def test_what_was_passed_long_ago_is_not_kept(open_pane: Open) -> None:
    pane = open_pane(long_transcript(2_000))
    layout, height = pane.page_layout, pane.viewport().height()
    start = layout.block_at(0)
    first, second = layout.laid(start), layout.laid(start + 1)
    pane.scroll_to(height // 3)
    assert layout.laid(start) is first
    pane.scroll_to(height * 3)
    pane.scroll_to(0)
    assert layout.laid(start) is not first
    assert layout.laid(start + 1) is not second


def test_the_estimate_is_near_the_exact_height(open_pane: Open) -> None:
    pane = open_pane()
    estimated = pane.page_layout.documentSize().height()
    exact = sum(exact_heights(pane))
    assert abs(estimated - exact) < 0.25 * exact


def test_tops_are_the_sums_of_the_heights(open_pane: Open) -> None:
    pane = open_pane()
    heights = exact_heights(pane)
    layout = pane.page_layout
    assert layout.top(0) == layout.page.top
    for number in (1, 50, len(heights) - 1):
        assert layout.top(number) == layout.page.top + sum(heights[:number])
        if heights[number]:
            assert layout.block_at(layout.top(number) + 1) == number


def test_a_character_is_found_again_where_it_is_drawn(open_pane: Open) -> None:
    pane = open_pane()
    text = pane.reading.text
    for position in range(0, 4_000, 97):
        if text[position].isspace() or not pane.boxes(position, position + 1):
            continue
        if pane.reading.is_voice(pane.reading.block_at(position)):
            continue
        centre = pane.boxes(position, position + 1)[0].center()
        assert pane.page_layout.character_at(centre) == position


def test_beside_the_text_there_is_no_character_but_a_nearest_place(open_pane: Open) -> None:
    pane = open_pane()
    box = pane.boxes(*pane.reading.ranges(3)[0])[0]
    beside = QPointF(2, box.center().y())
    assert pane.page_layout.character_at(beside) == -1
    assert pane.page_layout.hitTest(beside, Qt.HitTestAccuracy.FuzzyHit) > 0
    assert pane.page_layout.hitTest(beside, Qt.HitTestAccuracy.ExactHit) == -1


def test_the_last_line_can_be_brought_up(open_pane: Open) -> None:
    pane = open_pane()
    last = len(pane.reading.transcript.cues) - 1
    top, _ = pane.extent_of(last)
    pane.scroll_to(top)
    assert top - pane.scroll_bar.value() < 0.6 * pane.viewport().height()


def test_a_line_of_ten_thousand_words_is_laid_out(open_pane: Open) -> None:
    words = " ".join(f"word{number}" for number in range(10_000))
    pane = open_pane(Transcript((Cue(0, 0, 1_000, words),)))
    start = pane.reading.text.index("word9999")
    (box,) = pane.boxes(start, start + 8)
    assert box.top() > 1_000
    assert pane.page_layout.character_at(box.center()) in range(start, start + 8)


def test_an_empty_text_has_a_page_too(open_pane: Open) -> None:
    pane = open_pane(Transcript(()))
    assert pane.page_layout.pageCount() == 1
    assert pane.page_layout.documentSize() != QSizeF(0, 0)
    assert pane.page_layout.character_at(QPointF(100, 100)) <= 0
