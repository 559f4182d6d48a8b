"""Comma-separated values (RFC 4180): all fields, or the columns that Readwise imports.

A spreadsheet runs a cell that opens as a formula does: there it opens with an apostrophe, but not
for Readwise, which runs nothing and would show it. https://owasp.org/www-community/attacks/CSV_Injection

Readwise takes Highlight, Title, Author, URL, Note, Location and Date, as its page for imports
says; a line `.tag` in a note tags it there. Left behind by these: colours, voices' times, context.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from reader.exporting.turns import cleaned
from reader.library.links import seconds_text
from reader.notes.exporting.note import Export, ExportedNote, Say, bookmark_said


def write(export: Export) -> str:
    """Every field of every note, a row each; times in seconds, moments as ISO 8601."""
    rows = ({name: _inert(value) for name, value in _row(n).items()} for n in export.notes)
    return _table(rows, _COLUMNS)


def write_for_excel(export: Export) -> str:
    """The same with a byte order mark, without which Excel reads UTF-8 as a code page."""
    return f"\ufeff{write(export)}"


def write_for_readwise(export: Export) -> str:
    """A highlight a row; a place without words is shown by its note or its time."""
    return _table((_readwise(note, export.say) for note in export.notes), _READWISE)


_COLUMNS = (
    *("id", "episode", "show", "date", "voice", "start", "end", "quote", "note", "tags"),
    *(
        "colour",
        "colour_name",
        "kind",
        "is_untidied",
        "created",
        "modified",
        "before",
        "after",
        "link",
    ),
    *("recording", "transcript"),
)
_OPENERS = tuple("=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}")
_OPENERS += ("\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")
_READWISE = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def _row(note: ExportedNote) -> dict[str, object]:
    each, episode = note.annotation, note.episode
    start, end = each.selector.time
    return {
        "id": each.id,
        "episode": episode.title,
        "show": episode.show,
        "date": episode.date,
        "voice": each.voice,
        "start": seconds_text(start),
        "end": seconds_text(end),
        "quote": note.quote,
        "note": each.note,
        "tags": ", ".join(each.tags),
        "colour": each.colour or "",
        "colour_name": note.colour_name,
        "kind": note.kind,
        "is_untidied": "yes" if each.is_unreviewed else "",
        "created": each.created.isoformat(timespec="seconds"),
        "modified": each.updated.isoformat(timespec="seconds"),
        "before": note.before,
        "after": note.after,
        "link": note.link,
        "recording": episode.recording or "",
        "transcript": episode.transcript or "",
    }


def _readwise(note: ExportedNote, say: Say) -> dict[str, object]:
    each = note.annotation
    start = each.selector.time[0]
    tags = "\n".join(f".{tag.replace(' ', '-')}" for tag in each.tags)
    return {
        "Highlight": note.quote or each.note or bookmark_said(note, say),
        "Title": note.episode.title,
        "Author": each.voice,
        "URL": note.link,
        "Note": "\n".join(filter(None, (tags, each.note if note.quote else ""))),
        "Location": start // 1000,
        "Date": f"{each.created:%Y-%m-%d %H:%M:%S}",
    }


def _inert(value: object) -> object:
    is_formula = isinstance(value, str) and value.startswith(_OPENERS)
    return f"'{value}" if is_formula else value


def _table(rows: Iterable[Mapping[str, object]], columns: tuple[str, ...]) -> str:
    sheet = io.StringIO(newline="")
    writer = csv.DictWriter(sheet, columns)
    writer.writeheader()
    writer.writerows({name: cleaned(str(value)) for name, value in row.items()} for row in rows)
    return sheet.getvalue()
