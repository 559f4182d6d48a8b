"""One web page without anything beside it: episode by episode, to read, print and play.

The recording is named by its way from the page, so both can be moved together; a click plays a
passage, and what is heard is marked. `resources/templates/notes.html` is the page.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from reader.exporting.turns import cleaned
from reader.library.links import seconds_text
from reader.notes.exporting import templates
from reader.notes.exporting.note import Export
from reader.notes.exporting.note_html import note_html

_MOMENT = 5_000  # ms that a moment is marked while it plays


def write(export: Export) -> str:
    """The page."""
    values = templates.fields(export)
    for episode in values["episodes"]:
        episode["sound"] = _way(episode["recording"], export.folder)
        for note in episode["notes"]:
            end = max(note["end_ms"], note["start_ms"] + _MOMENT * (not note["quote"]))
            note["start_s"], note["end_s"] = seconds_text(note["start_ms"]), seconds_text(end)
            note["html"] = note_html(note["note"])
    return cleaned(templates.rendered(templates.preset("notes.html"), values, is_html=True))


def _way(recording: str, folder: Path | None) -> str:
    """How to come from the page to the recording, as a link; empty where there is none."""
    if not recording:
        return ""
    path = Path(recording)
    try:
        way = Path(os.path.relpath(path, folder)).as_posix() if folder else path.as_uri()
    except ValueError:  # on another drive
        way = path.as_uri()
    return way if way.startswith("file:") else quote(os.fsencode(way))
