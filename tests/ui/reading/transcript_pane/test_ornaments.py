"""What is painted beside and under the text, seen in the picture of a real page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange
from reader.transcript.reading_text import Place
from tests.ui.reading.transcript_pane.conftest import Open
from ui.appearance.theme import LIGHT, Theme
from ui.reading.transcript_pane.page_style import PageStyle
from ui.reading.transcript_pane.transcript_pane import TranscriptPane

TALK = Transcript(
    (
        Cue(0, 0, 2_000, "The harbour wakes early today.", (VoiceChange(0, "Mara"),)),
        Cue(1, 2_000, 4_000, "Gulls quarrel over the nets.", (VoiceChange(0, "Jon"),)),
        Cue(2, 4_000, 5_000, "(a horn)", kind=CueKind.SOUND),
    )
)


@pytest.fixture
def pane(open_pane: Open, theme: Theme) -> TranscriptPane:
    pane = open_pane(TALK)
    pane.set_theme(theme)
    return pane


def picture(pane: TranscriptPane) -> QImage:
    return pane.viewport().grab().toImage()


def count(image: QImage, area: QRectF, colour: str) -> int:
    """How many points of this colour there are in an area, in logical pixels."""
    wanted, box = QColor(colour).rgb(), area.toAlignedRect()
    return sum(
        image.pixel(x, y) == wanted
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
        if image.rect().contains(x, y)
    )


def line(pane: TranscriptPane, cue: int) -> QRectF:
    return pane.boxes(*pane.reading.ranges(cue)[0])[0]


def word(pane: TranscriptPane, text: str) -> QRectF:
    start = pane.reading.text.index(text)
    return pane.boxes(start, start + len(text))[0]


def test_the_current_line_has_a_ground_and_a_bar_beside_it(
    pane: TranscriptPane, theme: Theme
) -> None:
    bar = line(pane, 1).translated(-20, 0)
    bar.setWidth(16)
    assert count(picture(pane), bar, theme.current_mark) == 0
    pane.set_current((1,))
    image = picture(pane)
    assert count(image, line(pane, 1), theme.current) > 500
    assert count(image, bar, theme.current_mark) > 20  # not by colour alone
    pane.set_current(())
    assert count(picture(pane), bar, theme.current_mark) == 0


def test_the_current_word_has_a_ground_and_a_line_under_it(
    pane: TranscriptPane, theme: Theme
) -> None:
    pane.set_current((1,))
    pane.set_word(1, 6, 7)
    image, box = picture(pane), word(pane, "quarrel")
    assert count(image, box, theme.word) > 100
    under = QRectF(box.left() + 5, box.bottom() - 1, box.width() - 10, 3)
    assert count(image, under, theme.word) < count(image, under.translated(0, -8), theme.word)
    pane.set_word(0)
    assert count(picture(pane), box, theme.word) == 0 or theme.word == theme.current


def test_hits_are_marked_and_the_chosen_one_is_framed(pane: TranscriptPane, theme: Theme) -> None:
    text = pane.reading.text
    spans = [(at, at + 3) for at in (text.index("the"), text.index("har"))]
    pane.set_hits(spans, 0)
    image = picture(pane)
    assert count(image, word(pane, "the"), theme.hit_current) > 30
    assert count(image, word(pane, "har"), theme.hit) > 30


def test_names_have_the_voice_s_colour_and_times_stand_in_the_margin(
    pane: TranscriptPane, theme: Theme
) -> None:
    image = picture(pane)
    names = QRectF(0, 0, line(pane, 0).left() - 20, pane.viewport().height())
    assert count(image, names, theme.voices[0]) > 0
    assert count(image, names, theme.voices[1]) > 0
    block = pane.reading.block_at(pane.reading.ranges(1)[0][0])
    assert count(image, pane.time_area(block), theme.paper) < 0.99 * _size(pane.time_area(block))


def _size(area: QRectF) -> float:
    return area.width() * area.height()


class Repaints(QObject):
    """Where a viewport was painted again."""

    def __init__(self, pane: TranscriptPane) -> None:
        super().__init__()
        self.region = QRegion()
        pane.viewport().installEventFilter(self)

    def have_come(self) -> bool:
        return not self.region.isEmpty()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)


def test_a_bar_over_several_lines_is_repainted_whole(open_pane: Open, qtbot: QtBot) -> None:
    pane = open_pane(Transcript((Cue(0, 0, 9_000, "Salt and wind and gulls. " * 12),)))
    QApplication.processEvents()
    repaints = Repaints(pane)
    pane.set_current((0,))
    qtbot.waitUntil(repaints.have_come)
    boxes = pane.boxes(*pane.reading.ranges(0)[0])
    assert len(boxes) > 3
    middle = round(boxes[0].left() - 11)
    rows = range(int(boxes[0].top()) + 1, int(boxes[-1].bottom()))
    assert all(repaints.region.contains(QPoint(middle, y)) for y in rows)


def test_a_time_is_repainted_when_its_paragraph_begins_or_ends_to_be_spoken(
    open_pane: Open, qtbot: QtBot
) -> None:
    pane = open_pane()
    first, last = (pane.reading.block_at(pane.reading.ranges(cue)[0][0]) for cue in (0, 5))
    times = [pane.time_area(block).center().toPoint() for block in (first, last)]
    for cue, is_repainted in ((0, (True, False)), (1, (False, False)), (5, (True, True))):
        QApplication.processEvents()
        repaints = Repaints(pane)
        pane.set_current((cue,))
        qtbot.waitUntil(repaints.have_come)
        assert tuple(map(repaints.region.contains, times)) == is_repainted


def test_a_sound_is_quieter_than_speech(pane: TranscriptPane, theme: Theme) -> None:
    image = picture(pane)
    assert count(image, line(pane, 2), theme.ink) == 0
    assert count(image, line(pane, 1), theme.ink) > 0


@pytest.mark.parametrize("names", [True, False])
def test_a_time_above_is_seen_and_clicked(
    open_pane: Open, theme: Theme, qtbot: QtBot, names: bool
) -> None:
    talk = TALK if names else Transcript((TALK.cues[0]._replace(voices=(), start=61_000),))
    pane = open_pane(talk, 480, 700)
    pane.set_theme(theme)
    pane.set_page_style(PageStyle(size=34))
    block = 1 if names else 0
    area = pane.time_area(block)
    assert area.bottom() <= line(pane, 0).top() + 8
    image = picture(pane)
    assert any(count(image, area, colour) for colour in (theme.faint, theme.ink))
    x = area.right() - 12 if names else area.left() + 12
    with qtbot.waitSignal(pane.place_requested) as asked:
        where = QPoint(round(x), round(area.center().y()))
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [Place(0, 0)]


@pytest.mark.parametrize("name", ["Mara", "مريم"])
def test_the_sign_of_a_voice_stands_before_its_name_in_a_narrow_window(
    open_pane: Open, name: str
) -> None:
    said = Cue(0, 0, 2_000, "The harbour wakes early today.", (VoiceChange(0, name),))
    pane = open_pane(Transcript((said,)), width=420)
    pane.set_theme(LIGHT)
    box, written = pane.in_view.name_box(Place(0, 2)), word(pane, name)
    assert box is not None
    before = QRectF(box)
    if name == "Mara":
        before.setRight(written.left() - 2)
        assert abs(box.right() - written.right()) < 4
    else:
        before.setLeft(written.right() + 2)
        assert abs(box.left() - written.left()) < 4
    assert count(picture(pane), before, LIGHT.voices[0]) > 20
