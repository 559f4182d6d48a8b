"""Only what can be seen is laid out, and what is laid out is where it is said to be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QImage, QPainter

from reader.transcript.model import Cue, Transcript
from tests.ui.reading.transcript_pane.conftest import Open, long_transcript
from ui.reading.transcript_pane.transcript_pane import TranscriptPane


def exact_heights(pane: TranscriptPane) -> list[int]:
    layout = pane.page_layout
    layout.refine(0, layout.documentSize().height())
    return [layout.heights[number] for number in range(len(layout.heights))]


def _given(pane: TranscriptPane) -> set[int]:
    """The blocks whose lines Qt has."""
    blocks = map(pane.document().findBlockByNumber, range(pane.document().blockCount()))
    return {block.blockNumber() for block in blocks if block.layout().lineCount()}


def test_a_long_text_is_not_laid_out_as_a_whole(open_pane: Open) -> None:
    pane = open_pane(long_transcript(20_000))
    pane.page_layout.has_listener = lambda: True
    pane.grab()
    assert 5 < len(_given(pane)) < 40


def test_only_assistive_technology_has_qt_lay_out_what_is_seen(open_pane: Open) -> None:
    pane = open_pane()
    pane.page_layout.has_listener = lambda: False
    pane.scroll_to(2_000)
    pane.grab()
    assert _given(pane) <= {0, pane.document().blockCount() - 1}  # of the caret and the end
    pane.page_layout.has_listener = lambda: True
    pane.grab()
    assert len(_given(pane)) > 5


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
    top, _ = pane.spoken.extent_of(last)
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
    assert pane.page_layout.character_at(QPointF(100, 100)) == -1


def spoken(*texts: str) -> Transcript:
    return Transcript(tuple(Cue(k, k * 1_000, k * 1_000 + 900, t) for k, t in enumerate(texts)))


def span(pane: TranscriptPane, first: str, last: str = "") -> tuple[int, int]:
    text, last = pane.reading.text, last or first
    return text.index(first), text.index(last) + len(last)


def test_a_right_to_left_line_runs_from_the_right_edge(open_pane: Open) -> None:
    pane = open_pane(spoken("مرحبا بالعالم اليوم"))
    first, second, last = (
        pane.boxes(*span(pane, word))[0] for word in ("مرحبا", "بالعالم", "اليوم")
    )
    page = pane.page_layout.page
    assert first.right() == pytest.approx(page.left + page.column, abs=3)
    assert last.right() <= second.left() + 1
    assert second.right() <= first.left() + 1
    (whole,) = pane.boxes(*span(pane, "مرحبا", "اليوم"))
    assert (whole.left(), whole.right()) == pytest.approx((last.left(), first.right()), abs=2)


def test_a_selection_across_two_directions_lies_in_two_boxes(open_pane: Open) -> None:
    """From the English into the first Arabic word, which stands right of the second."""
    pane = open_pane(spoken("They say مرحبا بالعالم to all."))
    across = pane.boxes(*span(pane, "say", "مرحبا"))
    assert len(across) == 2
    english, arabic = sorted(across, key=lambda box: box.left())
    (between,) = pane.boxes(*span(pane, "بالعالم"))
    assert english.right() <= between.left() + 3
    assert between.right() <= arabic.left() + 3
    (alone,) = pane.boxes(*span(pane, "مرحبا"))
    assert arabic.right() == pytest.approx(alone.right(), abs=1)
    (whole,) = pane.boxes(*span(pane, "They", "all."))
    assert whole.left() == pytest.approx(pane.boxes(*span(pane, "They"))[0].left(), abs=1)
    assert whole.right() == pytest.approx(pane.boxes(*span(pane, "all."))[0].right(), abs=1)


def test_in_two_directions_each_letter_is_found_where_it_is_drawn(open_pane: Open) -> None:
    pane = open_pane(spoken("We say مرحبا to all."))  # Literata draws "Th" as one sign
    for position, letter in enumerate(pane.reading.text):
        if letter != " ":
            centre = pane.boxes(position, position + 1)[0].center()
            assert pane.page_layout.character_at(centre) == position


def test_an_accent_makes_no_line_run_otherwise(open_pane: Open) -> None:
    pane = open_pane(spoken("Café au lait, 今日"))
    (box,) = pane.boxes(*span(pane, "Café", "lait"))
    assert box.left() == pytest.approx(pane.page_layout.page.left, abs=2)


def test_neighbours_share_their_edge(open_pane: Open) -> None:
    """Each box goes a little beyond its letters on both sides."""
    pane = open_pane()
    start, _ = pane.reading.ranges(3)[0]
    (one,), (other,) = pane.boxes(start, start + 4), pane.boxes(start + 4, start + 8)
    assert one.right() - other.left() == pytest.approx(3, abs=0.01)
    assert pane.boxes(start, start) == []


@pytest.mark.parametrize("width", [420, 900])
def test_no_paragraph_reaches_into_the_next(open_pane: Open, width: int) -> None:
    pane = open_pane(long_transcript(60), width=width)
    layout, reading = pane.page_layout, pane.reading
    exact_heights(pane)
    assert layout.page.are_names_beside is (width == 900)
    for number in range(reading.block_count):
        if reading.is_voice(number) and layout.page.are_names_beside:
            continue
        boxes = pane.boxes(*reading.block_span(number))
        top, bottom = layout.top(number), layout.top(number) + layout.heights[number]
        assert boxes[0].top() >= top + layout.lines_top(number)
        assert boxes[-1].bottom() <= bottom - (0 if reading.is_voice(number) else layout.page.gap)


@pytest.mark.parametrize("width", [420, 900])
def test_where_the_first_line_of_a_turn_is(open_pane: Open, width: int) -> None:
    layout = open_pane(long_transcript(20), width=width).page_layout
    gap = layout.page.turn_gap
    assert [layout.reading.is_voice(number) for number in range(4)] == [True, False] * 2
    found = [layout.lines_top(number) for number in range(4)]
    assert found == ([0, gap] * 2 if width == 900 else [gap // 2, 0] * 2)
    assert layout.documentSize().width() == layout.document().pageSize().width()
    assert layout.frameBoundingRect(layout.document().rootFrame()) == QRectF(
        QPointF(0, 0), layout.documentSize()
    )


def test_a_hit_is_exact_only_on_the_letters(open_pane: Open) -> None:
    pane = open_pane(spoken("so it was"))
    (box,) = pane.boxes(*span(pane, "so", "was"))
    layout = pane.page_layout
    y = box.center().y()
    for beside in (
        QPointF(box.left() - 3, y),
        QPointF(box.right() + 3, y),
        QPointF(box.center().x(), box.top() - layout.page.pitch),
        QPointF(box.center().x(), box.bottom() + layout.page.pitch),
    ):
        assert layout.character_at(beside) == -1
    assert layout.character_at(QPointF(box.left() + 3, y)) == 0
    assert layout.character_at(QPointF(box.right() - 3, y)) == 8
    nearest = Qt.HitTestAccuracy.FuzzyHit
    assert layout.hitTest(QPointF(box.right() + 90, y), nearest) == 9
    assert layout.hitTest(QPointF(box.left() - 20, y + 900), nearest) == 0


def _painted(pane: TranscriptPane, context: QAbstractTextDocumentLayout.PaintContext) -> QImage:
    image = QImage(pane.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    pane.page_layout.draw(painter, context)
    painter.end()
    return image


def test_text_is_painted_where_it_was_laid(open_pane: Open) -> None:
    pane = open_pane(spoken("one line", "and another"))
    layout = pane.page_layout
    layout.under = None
    (image, expected) = (_painted(pane, QAbstractTextDocumentLayout.PaintContext()) for _ in "ab")
    expected.fill(Qt.GlobalColor.white)
    painter = QPainter(expected)
    for number in range(len(layout.heights)):
        layout.laid(number).layout.draw(painter, QPointF(0, 0))
    painter.end()
    assert image == expected


@pytest.mark.parametrize("number", [1, 3])
def test_the_caret_stands_before_its_letter(open_pane: Open, number: int) -> None:
    pane = open_pane(long_transcript(20))
    start = pane.reading.block_span(number)[0] + 4
    context = QAbstractTextDocumentLayout.PaintContext()
    context.cursorPosition = start
    pane.page_layout.is_caret_shown = False
    without = _painted(pane, context)
    pane.page_layout.is_caret_shown = True
    shown = _painted(pane, context)
    (box,) = pane.boxes(start, start + 1)
    columns, rows = range(shown.width()), range(shown.height())
    changed = [
        QPointF(x, y) for x in columns for y in rows if shown.pixel(x, y) != without.pixel(x, y)
    ]
    assert {point.x() for point in changed} <= {round(box.left()) + k for k in range(4)}
    assert any(box.contains(point) for point in changed)


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_name_beside_the_text_stands_next_to_it(open_pane: Open, *, is_mirrored: bool) -> None:
    pane = open_pane(long_transcript(20))
    layout = pane.page_layout
    layout.metrics = layout.page._replace(is_mirrored=is_mirrored)
    (box,) = layout.rectangles(0, layout.top(0), 0, len("Nora"))
    x, room = layout.page.name_area
    place = layout._place(0, layout.laid(0))
    width = layout.laid(0).layout.lineAt(0).naturalTextWidth()
    assert box.width() < room
    assert place.x() == pytest.approx(x if is_mirrored else x + room - width)
