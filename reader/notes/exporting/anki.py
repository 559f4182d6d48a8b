"""Anki decks by genanki, one an episode: quote and sound in front, note and source behind.

Notes and decks keep their ids, so importing a newer file renews the cards and keeps what was
learned. A note is as old as its annotation: Anki takes it only where it is newer than what was
edited there. Left behind: context, colours' looks, whatever of a title would make sub-decks.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import Cancelled, ReaderError
from reader.exporting.turns import one_line
from reader.message import message
from reader.notes.exporting.note import (
    Export,
    ExportedEpisode,
    ExportedNote,
    Say,
    bookmark_said,
    by_episode,
)
from reader.notes.exporting.note_html import note_html
from reader.time_text import clock_text

if TYPE_CHECKING:
    from genanki import Deck

_MODEL = 1_874_205_361  # made up once: by it Anki knows our kind of note
_MODEL_CHANGED = 1_790_000_000  # s since 1970: newer looks, made in Anki, stay
_FIELDS = ("Quote", "Sound", "Note", "Episode", "Voice", "Time", "Tags", "Link")
_FRONT = "<blockquote>{{Quote}}</blockquote>{{Sound}}"
_BACK = (
    "{{FrontSide}}<hr id=answer>{{Note}}"
    "<p class=source>{{#Voice}}{{Voice}}, {{/Voice}}<i>{{Episode}}</i>, "
    '{{#Link}}<a href="{{Link}}">{{/Link}}{{Time}}{{#Link}}</a>{{/Link}}</p>'
)
_STYLE = """\
.card { font: 20px/1.5 Georgia, serif; max-width: 34em; margin: 0 auto; padding: 1em; }
blockquote { margin: 0 0 1em; }
.source { font-size: 15px; opacity: 0.75; }
"""
_COLONS = re.compile(r":{2,}")  # between them Anki parts a deck's name into decks
_TEX = re.compile(r"<[^<>]*+>|(\\)(?=\(|&#91;)")  # tags are left as they are
_FEWEST, _MOST = 1 << 30, 1 << 31  # of ids that Anki takes


def write(export: Export) -> bytes:
    """A package of decks; the sound is cut by `export.clip`, and left out where that fails."""
    import tempfile

    from genanki import Package

    with tempfile.TemporaryDirectory() as folder:
        sounds = _sounds(export, Path(folder))
        decks = [_deck(kept, sounds, export.say) for kept in by_episode(export.notes)]
        package = Path(folder) / "notes.apkg"
        Package(decks, [str(path) for path in sounds.values()]).write_to_file(package)
        return package.read_bytes()


def _sounds(export: Export, folder: Path) -> dict[str, Path]:
    """What could be cut, by the ids of the notes."""
    found: dict[str, Path] = {}
    for done, note in enumerate(export.notes):
        export.progressed(done / len(export.notes))
        path = folder / f"earmark-{note.annotation.id}.mp3"
        if _is_cut(export, note, path):
            found[note.annotation.id] = path
    return found


def _is_cut(export: Export, note: ExportedNote, path: Path) -> bool:
    recording, (start, end) = note.episode.recording, note.annotation.selector.time
    if export.clip is None or recording is None or start == end:
        return False
    try:
        export.clip(recording, start, end, path)
    except Cancelled:
        raise
    except ReaderError:
        return False
    return True


def _deck(kept: ExportedEpisode, sounds: dict[str, Path], say: Say) -> Deck:
    from genanki import Deck

    name = _COLONS.sub(":", one_line(kept.episode.title)).strip(": ") or say(message("Notes"))
    deck = Deck(_number(kept.episode.id), f"Earmark::{name}")
    note_of = _note_maker()
    for note in kept.notes:
        values = _fields(note, sounds, say)
        tags = [_tag(tag) for tag in note.annotation.tags]
        fields = [values[name] for name in _FIELDS]
        made = note_of(fields, tags=tags, guid=note.annotation.id)
        made.changed = note.annotation.updated.timestamp()
        deck.add_note(made)
    return deck


def _note_maker() -> Callable[..., Any]:
    """Makes notes of our kind that have a moment of their own, `changed`, in s since 1970.

    genanki would give note and kind the moment of the export.
    """
    from genanki import Model, Note

    class OwnModel(Model):  # type: ignore[misc]
        def to_json(self, _: float, deck_id: int) -> Any:
            return super().to_json(_MODEL_CHANGED, deck_id)

    class OwnNote(Note):  # type: ignore[misc]
        def write_to_db(self, cursor: Any, _: float, deck_id: int, id_gen: Any) -> None:
            super().write_to_db(cursor, self.changed, deck_id, id_gen)

    template = {"name": "Passage", "qfmt": _FRONT, "afmt": _BACK}
    names = [{"name": name} for name in _FIELDS]
    model = OwnModel(_MODEL, "Earmark passage", fields=names, templates=[template], css=_STYLE)
    return partial(OwnNote, model)


def _fields(note: ExportedNote, sounds: dict[str, Path], say: Say) -> dict[str, str]:
    each = note.annotation
    time = clock_text(each.selector.time[0])
    sound = sounds.get(each.id)
    return {
        "Quote": _text(note.quote or bookmark_said(note, say)),
        "Sound": f"[sound:{sound.name}]" if sound else "",
        "Note": _inert(note_html(each.note)),
        "Episode": _text(note.episode.title),
        "Voice": _text(each.voice),
        "Time": time,
        "Tags": _text(", ".join(each.tags)),
        "Link": escape(note.link),
    }


def _text(text: str) -> str:
    return _inert(escape(one_line(text), quote=False))


def _inert(html: str) -> str:
    """Without what Anki acts on in a field: `[sound:…]`, `[latex]`, `[$]`, `[anki:tts …]`, and what
    its MathJax sets as a formula, which looks across entities, but not across elements."""
    return _TEX.sub(_parted, html.replace("[", "&#91;"))


def _parted(found: re.Match[str]) -> str:
    return f"{found[1]}<span></span>" if found[1] else found[0]


def _tag(tag: str) -> str:
    """Anki parts its tags at blanks."""
    return "_".join(one_line(tag).split()) or "_"


def _number(key: str) -> int:
    """Always the same for an id."""
    return _FEWEST + uuid.uuid5(uuid.NAMESPACE_URL, key).int % (_MOST - _FEWEST)
