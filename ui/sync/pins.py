"""Pins for the page, at the lines of which the listener said when they are spoken."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QCoreApplication

from reader.sync_map import PointSource, SyncPoint
from reader.time_text import clock_text
from reader.transcript.reading_text import Place
from reader.transcript.script import Script
from ui.reading.transcript_pane.pins import Pin
from ui.sync.shifts import moved_text


def pins_in(script: Script) -> list[Pin]:
    """One for each point of the listener's, known by its number in the sync map."""
    points = [
        (number, point)
        for number, point in enumerate(script.sync_map.points)
        if point.source is PointSource.USER
    ]
    if not points:
        return []
    cues = sorted((cue.start, cue.index) for cue in script.source.cues if cue.start is not None)
    found = ((number, point, _position(script, cues, point)) for number, point in points)
    return [Pin(number, at, _described(point)) for number, point, at in found if at is not None]


def _position(script: Script, cues: list[tuple[int, int]], point: SyncPoint) -> int | None:
    """Where the line that begins at the point, or last before it, begins in the running text."""
    following = bisect_right(cues, (point.transcript, len(script.source.cues)))
    return script.reading.position_of(Place(cues[following - 1][1], 0)) if following else None


def _described(point: SyncPoint) -> str:
    set_at = QCoreApplication.translate("SyncCard", "You set this line to {0}.")
    more = QCoreApplication.translate("SyncCard", "Hear, move or remove it (Click)")
    moved = moved_text(point.recording - point.transcript) + "."
    return "\n".join((set_at.format(clock_text(point.recording)), moved, more))
