"""What was kept, seen in the picture of a real page and clicked with a real mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.transcript.model import Cue, Transcript, VoiceChange
from tests.ui.reading.transcript_pane.conftest import Open
from tests.ui.reading.transcript_pane.test_ornaments import count, picture
from ui.appearance.theme import THEMES, Theme
from ui.reading.transcript_pane.marks import Mark, Marks
from ui.reading.transcript_pane.page_text import PageText
from ui.reading.transcript_pane.transcript_pane import TranscriptPane

TALK = Transcript(
    (
        Cue(0, 0, 2_000, "The harbour wakes early today.", (VoiceChange(0, "Mara"),)),
        Cue(1, 2_000, 4_000, "Gulls quarrel over the nets.", (VoiceChange(0, "Jon"),)),
        Cue(2, 4_000, 5_000, "Later 🐟 the boats come in.", (VoiceChange(0, "Mara"),)),
    )
)


@pytest.fixture
def pane(open_pane: Open, theme: Theme) -> TranscriptPane:
    pane = open_pane(TALK)
    pane.set_theme(theme)
    return pane


def mark(pane: TranscriptPane, text: str, colour: int, note: str = "", name: str = "") -> Mark:
    start = pane.reading.text.index(text)
    return Mark(name or text, start, start + len(text), colour, note)


def box(pane: TranscriptPane, text: str) -> QRectF:
    start = pane.reading.text.index(text)
    return pane.boxes(start, start + len(text))[0]


def beside(pane: TranscriptPane, text: str) -> tuple[QRectF, QRectF]:
    """The margins left and right of the line of a text: of the signs, and of the bars."""
    line, page = box(pane, text), pane.page_layout.page
    left = QRectF(page.left - 24, line.top() - 2, 10, line.height() + 4)
    return left, QRectF(page.left + page.column + 3, line.top(), 12, line.height())


def click(pane: TranscriptPane, point: QPointF) -> None:
    QTest.mouseClick(
        pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(point.x()), int(point.y()))
    )


def test_a_highlight_has_a_ground_a_line_and_a_bar(pane: TranscriptPane, theme: Theme) -> None:
    pane.set_marks([mark(pane, "Gulls quarrel", 3)])
    image, (signs, bars) = picture(pane), beside(pane, "Gulls")
    assert count(image, box(pane, "Gulls quarrel"), theme.marks[2]) > 300
    assert count(image, bars, theme.mark_bars[2]) > 20
    assert count(image, signs, theme.ink) == 0
    assert count(image, box(pane, "over the nets"), theme.marks[2]) < 40
    pane.set_marks([])
    assert count(picture(pane), bars, theme.mark_bars[2]) == 0


def test_every_colour_is_its_own(pane: TranscriptPane, theme: Theme) -> None:
    for colour in range(1, 6):
        pane.set_marks([mark(pane, "harbour wakes", colour)])
        ground = box(pane, "harbour wakes")
        assert count(picture(pane), ground, theme.marks[colour - 1]) > 300


def test_the_current_line_lies_over_it_and_its_bar_stays(
    pane: TranscriptPane, theme: Theme
) -> None:
    pane.set_marks([mark(pane, "Gulls quarrel over", 1)])
    pane.set_current((1,))
    image, (_, bars) = picture(pane), beside(pane, "Gulls")
    assert count(image, box(pane, "Gulls quarrel"), theme.current) > 300
    assert count(image, bars, theme.mark_bars[0]) > 20


def test_two_that_overlap_have_a_bar_each(pane: TranscriptPane, theme: Theme) -> None:
    pane.set_marks([mark(pane, "Gulls quarrel over", 1), mark(pane, "over the nets", 4)])
    image, (_, bars) = picture(pane), beside(pane, "Gulls")
    assert count(image, bars, theme.mark_bars[0]) > 20
    assert count(image, bars, theme.mark_bars[3]) > 20


def test_a_bookmark_is_a_ribbon_and_a_note_has_a_sign(pane: TranscriptPane, theme: Theme) -> None:
    where = pane.reading.text.index("Later")
    pane.set_marks([Mark("place", where, where), mark(pane, "Gulls", 2, "Ask her")])
    image = picture(pane)
    assert count(image, beside(pane, "Later")[0], theme.accent) > 20
    assert count(image, beside(pane, "Gulls")[0], theme.ink) > 5
    assert count(image, beside(pane, "Gulls")[0], theme.accent) == 0


def test_what_b_kept_is_underlined_in_the_text(pane: TranscriptPane, theme: Theme) -> None:
    def foot(text: str) -> QRectF:
        line = box(pane, text)
        return QRectF(line.left() + 4, line.bottom() - 3, line.width() - 8, 6)

    pane.set_marks([mark(pane, "Gulls quarrel", 0)])
    image = picture(pane)
    assert count(image, foot("Gulls quarrel"), theme.accent) > 60
    assert count(image, foot("over the nets"), theme.accent) == 0
    assert count(image, beside(pane, "Gulls")[0], theme.accent) > 20  # its ribbon stays
    assert count(image, beside(pane, "Gulls")[1], theme.accent) == 0  # and it has no bar
    highlight, under = mark(pane, "Gulls quarrel over", 2), foot("Gulls quarrel").toRect()
    pane.set_marks([highlight])
    alone = picture(pane).copy(under)
    pane.set_marks([mark(pane, "Gulls quarrel", 0), highlight])
    assert picture(pane).copy(under) != alone  # a line of its own below that of a highlight


def test_a_click_on_a_sign_or_a_bar_asks_for_its_mark(
    pane: TranscriptPane, qtbot: QtBot, theme: Theme
) -> None:
    pane.set_marks([mark(pane, "Later", 2, "Ask her"), mark(pane, "Gulls", 3)])
    asked: list[str] = []
    places: list[object] = []
    pane.mark_requested.connect(asked.append)
    pane.place_requested.connect(places.append)
    click(pane, beside(pane, "Later")[0].center())
    click(pane, QPointF(beside(pane, "Gulls")[1].left() + 2, box(pane, "Gulls").center().y()))
    assert asked == ["Later", "Gulls"]
    assert places == []
    click(pane, box(pane, "Gulls").center())
    assert len(places) == 1  # the words still play


def test_a_sign_of_several_shows_them_in_turn(pane: TranscriptPane, theme: Theme) -> None:
    where = pane.reading.text.index("Later")
    pane.set_marks([Mark("a", where, where), Mark("b", where + 6, where + 6)])
    asked: list[str] = []
    pane.mark_requested.connect(asked.append)
    for _ in range(3):
        click(pane, beside(pane, "Later")[0].center())
    assert asked == ["a", "b", "a"]


def test_a_colour_is_named_too(pane: TranscriptPane, theme: Theme) -> None:
    noted = mark(pane, "Gulls", 2, "Nets!")._replace(name="Idea")
    pane.set_marks([noted, mark(pane, "Later", 3)._replace(name="Ask")])
    assert pane._tip(box(pane, "Gulls").center()) == "<p>Idea: Nets!</p>"
    assert pane._tip(box(pane, "Later").center()) == "Ask"
    assert pane._tip(beside(pane, "Gulls")[0].center()) == "<p>Idea: Nets!</p>"


def test_notes_are_shown_as_plain_text(pane: TranscriptPane, theme: Theme) -> None:
    pane.set_marks([mark(pane, "Gulls", 2, "a <b>\nline"), mark(pane, "Later", 3)])
    assert pane._tip(box(pane, "Gulls").center()) == "<p>a &lt;b&gt;<br>line</p>"
    assert pane._tip(beside(pane, "Gulls")[0].center()) == "<p>a &lt;b&gt;<br>line</p>"
    assert pane._tip(box(pane, "quarrel").center()) == ""
    assert "Play from" in pane._tip(pane.time_area(1).center())


def test_marks_are_on_the_scroll_bar_and_go_with_the_text(open_pane: Open, qtbot: QtBot) -> None:
    pane = open_pane()
    pane.set_marks([Mark("a", 5_000, 5_100, 2)])
    assert [colour for _, colour in pane.scroll_bar._kept] == [THEMES["light"].mark_bars[1]]
    pane.set_theme(THEMES["dark"])
    assert [colour for _, colour in pane.scroll_bar._kept] == [THEMES["dark"].mark_bars[1]]
    pane.show_text(pane.reading)
    assert pane.scroll_bar._kept == ()


def test_a_wide_character_before_it_moves_nothing(pane: TranscriptPane, theme: Theme) -> None:
    pane.set_marks([mark(pane, "boats", 5)])
    image = picture(pane)
    assert count(image, box(pane, "boats"), theme.marks[4]) > 100
    assert count(image, box(pane, "come"), theme.marks[4]) < 30


def test_what_is_outside_the_text_does_no_harm(pane: TranscriptPane, theme: Theme) -> None:
    end = len(pane.reading.text)
    pane.set_marks([Mark("a", end, end), Mark("b", end - 3, end + 50, 1), Mark("c", end, end, 2)])
    picture(pane)


def test_only_what_touches_is_found(pane: TranscriptPane, theme: Theme) -> None:
    found = Marks(PageText(pane.reading), [Mark("a", 10, 20, 1), Mark("b", 15, 30, 2)])
    assert [each.mark.id for each in found.touching(16, 17)] == ["a", "b"]
    assert [each.mark.id for each in found.touching(20, 21)] == ["b"]
    assert len({each.lane for each in found.touching(16, 17)}) == 2


def test_the_edges_of_a_selection_are_in_the_view(pane: TranscriptPane, theme: Theme) -> None:
    assert pane.selected_edges() is None
    pane.select(pane.reading.text.index("harbour"), pane.reading.text.index("quarrel"))
    edges = pane.selected_edges()
    assert edges is not None
    assert edges[0].top() < edges[1].top()
    assert abs(edges[0].center().y() - box(pane, "harbour").center().y()) < 4


def test_a_sign_stands_beside_the_line_its_mark_begins_in(open_pane: Open) -> None:
    pane = open_pane(width=480)
    starts = [pane.reading.ranges(cue)[0][0] for cue in range(5)]
    for start in starts:
        pane.set_marks([Mark("place", start, start)])
        line = pane.boxes(start, start + 1)[0]
        area = QRectF(pane.page_layout.page.left - 24, line.top() - 2, 10, line.height() + 4)
        assert count(picture(pane), area, THEMES["light"].accent) > 20
    assert len({pane.boxes(start, start + 1)[0].top() for start in starts}) > 2
