"""Words put right on a page that is shown: the rest of it stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from reader.overlays.overlays import Overlays, scripted, with_corrections
from reader.transcript.model import Transcript
from reader.transcript.script import Script
from tests.reader.corrections import at, everywhere, talk
from ui.reading.transcript_pane.marks import Mark
from ui.reading.transcript_pane.transcript_pane import TranscriptPane

LINES = [f"Line {n} says something of Zwickz here and goes on for a while." for n in range(300)]
WIDE = ["😀 one", *LINES]


class Painted(QObject):
    """What of the view was painted."""

    def __init__(self, pane: TranscriptPane) -> None:
        super().__init__(pane)
        self.region = QRegion()
        pane.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def shown(qtbot: QtBot, lines: list[str]) -> tuple[TranscriptPane, Script]:
    script = scripted(Path("talk.vtt"), talk(*lines))
    pane = TranscriptPane()
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show_text(script.reading)
    pane.show()
    qtbot.waitExposed(pane)
    return pane, script


def corrected(pane: TranscriptPane, script: Script, *corrections: object) -> Script:
    overlays = Overlays(corrections=tuple(corrections))  # type: ignore[arg-type]
    changed = with_corrections(script, overlays.edits(script.spoken))
    assert changed is not None
    pane.show_rewritten(changed.reading)
    return changed


def said(lines: list[str]) -> Transcript:
    return talk(*lines)


@pytest.mark.parametrize("lines", [LINES, WIDE])
def test_the_page_says_what_the_text_says(qtbot: QtBot, lines: list[str]) -> None:
    pane, script = shown(qtbot, lines)
    one = at(said(lines), "Line 7 says", "Line sieben 😀 says")
    script = corrected(pane, script, one)
    assert pane.toPlainText() == script.reading.text
    script = corrected(pane, script, one, everywhere("Zwickz", "swyx"))
    assert pane.toPlainText() == script.reading.text
    script = corrected(pane, script)
    assert pane.toPlainText() == script.reading.text
    assert script.reading.text == scripted(Path("a"), said(lines)).reading.text
    start = script.reading.text.index("Line 200")
    boxes = pane.boxes(start, start + 8)
    assert boxes and pane.page_layout.character_at(boxes[0].center()) >= start


def test_what_is_in_view_stays_where_it_is(qtbot: QtBot) -> None:
    pane, script = shown(qtbot, LINES)
    pane.show_position(script.reading.text.index("Line 200"))
    place = script.reading.place_at(script.reading.text.index("Line 200"))
    assert place is not None

    def y(script: Script) -> float:
        start = script.reading.position_of(place)
        assert start is not None
        return pane.boxes(start, start + 4)[0].top() - pane.scroll_bar.value()

    before = y(script)
    longer = at(talk(*LINES), "Line 3 says", "Line 3 says " + "more and more " * 60)
    script = corrected(pane, script, longer)
    assert abs(y(script) - before) <= 1


def test_only_the_paragraph_is_painted(qtbot: QtBot) -> None:
    pane, script = shown(qtbot, LINES)
    painted = Painted(pane)
    pane.viewport().update()
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    painted.region = QRegion()
    script = corrected(pane, script, at(talk(*LINES), "Line 3 says", "Line 9 says"))
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    block = script.reading.block_at(script.reading.text.index("Line 9"))
    layout = pane.page_layout
    top, height = layout.top(block) - pane.scroll_bar.value(), layout.heights[block]
    area = painted.region.boundingRect()
    assert top <= area.top() and area.bottom() <= top + height


def test_marks_stay_on_their_words(qtbot: QtBot) -> None:
    pane, script = shown(qtbot, LINES)
    text = script.reading.text
    words, later = text.index("Zwickz"), text.index("Line 5")
    pane.set_marks(
        [Mark("a", words, words + 6, 1), Mark("b", later, later + 6, 2), Mark("c", 0, 4, 3)]
    )
    script = corrected(pane, script, everywhere("Zwickz", "swyx and friends"))
    spans = {mark.id: script.reading.text[mark.start : mark.end] for mark in pane._marks}
    assert spans == {"a": "swyx and friends", "b": "Line 5", "c": "Line"}


def test_corrected_words_are_dotted(qtbot: QtBot) -> None:
    pane, script = shown(qtbot, LINES)
    script = corrected(pane, script, at(talk(*LINES), "Zwickz", "swyx"))
    block = script.reading.block_at(script.reading.text.index("swyx"))
    (((start, end), found),) = pane._page.corrected(block)
    assert pane.toPlainText()[start:end] == "swyx" and found.said == "Zwickz"
