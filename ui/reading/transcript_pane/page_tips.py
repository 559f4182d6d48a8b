"""What a tooltip says of a point of the page."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QPointF

from reader.time_text import clock_text
from ui.reading.transcript_pane.page_text import PageText
from ui.reading.transcript_pane.under_point import UnderPoint
from ui.widgets.shortened import shortened

_LONGEST = 400  # characters of a note


def tip_at(under: UnderPoint, page: PageText, point: QPointF) -> str:
    """What was kept, by its colours' names and its notes; else what a click does."""
    pin = under.pin(point)
    if pin is not None:
        return pin.text
    marks, kept = under.margin_marks(point), under.marks(point)
    if any(mark.has_note for mark in kept):
        return "".join(_paragraph(": ".join(filter(None, (k.name, k.note)))) for k in kept)
    if marks:
        kind = marks[0].name or QCoreApplication.translate("TranscriptPane", "Highlight")
        show = QCoreApplication.translate("TranscriptPane", "{kind}: show it in the notes (Click)")
        return show.format(kind=kind)
    if kept:
        return ", ".join(mark.name for mark in kept)
    name = under.name(point)
    if name is not None:
        return _name_tip(is_guess=page.reading.is_guess(name))
    number = under.time(point)
    time = None if number is None else page.start_time(number)
    play = QCoreApplication.translate("TranscriptPane", "Play from %s")
    return "" if time is None else play % clock_text(time)


def _name_tip(*, is_guess: bool) -> str:
    asked = QCoreApplication.translate("TranscriptPane", "Who says this? (Click or V)")
    guessed = QCoreApplication.translate("TranscriptPane", "A guess: {0}")
    return guessed.format(asked) if is_guess else asked


def _paragraph(note: str) -> str:
    """Rich, so that a tooltip breaks its lines."""
    return f"<p>{escape(shortened(note, _LONGEST))}</p>".replace("\n", "<br>")
