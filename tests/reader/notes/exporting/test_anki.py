"""Anki packages, opened as Anki opens them: a zip with a database in it."""

from __future__ import annotations

import html
import io
import json
import re
import sqlite3
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings

from reader.errors import Cancelled, ReaderError
from reader.message import message
from reader.notes.exporting.anki import write
from reader.notes.exporting.clipping import clip
from reader.notes.exporting.note import Export, ExportedNote
from tests.conftest import TONE
from tests.reader.notes.exporting.kept import GULLS, HARBOUR, MOMENT_ALONE, export, odd_notes


class Package(NamedTuple):
    """What a package holds."""

    decks: dict[str, str]
    notes: dict[str, list[str]]  # fields by guid
    tags: dict[str, str]
    media: dict[str, bytes]


def opened(data: bytes, folder: Path) -> Package:
    archive = zipfile.ZipFile(io.BytesIO(data))
    database = folder / "collection.anki2"
    database.write_bytes(archive.read("collection.anki2"))
    connection = sqlite3.connect(database)
    decks = json.loads(connection.execute("select decks from col").fetchone()[0])
    rows = connection.execute("select guid, flds, tags from notes").fetchall()
    cards = connection.execute("select count(*) from cards").fetchone()[0]
    connection.close()
    assert cards == len(rows)
    names: dict[str, str] = json.loads(archive.read("media"))
    media = {name: archive.read(number) for number, name in names.items()}
    return Package(
        {number: deck["name"] for number, deck in decks.items() if deck["name"] != "Default"},
        {guid: fields.split("\x1f") for guid, fields, _ in rows},
        {guid: tags.strip() for guid, _, tags in rows},
        media,
    )


def test_a_deck_an_episode_and_a_card_a_note(tmp_path: Path) -> None:
    found = opened(write(export()), tmp_path)
    assert sorted(found.decks.values()) == ["Earmark::Harbour, at *dawn*", "Earmark::Mill"]
    quote, sound, note, episode, voice, time, tags, link = found.notes[GULLS.annotation.id]
    assert (quote, sound, voice, time) == ("Gulls quarrel over the nets.", "", "Mara", "1:23")
    assert note.startswith("<p>Ask <em>Jon</em>.</p>")
    assert (episode, tags) == ("Harbour, at *dawn*", "birds, two words")
    assert "earmark://open?recording=" in link
    assert found.tags[GULLS.annotation.id] == "birds two_words"
    assert found.notes[MOMENT_ALONE.annotation.id][0] == "Bookmark at 1:00:00"


def test_ids_stay_when_it_is_written_again(tmp_path: Path) -> None:
    first = opened(write(export()), tmp_path)
    changed = replace(GULLS, annotation=replace(GULLS.annotation, note="Other."))
    second = opened(write(export(changed)), tmp_path)
    assert set(second.notes) < set(first.notes)
    assert set(second.decks) < set(first.decks)


def test_the_sound_comes_with_it(tmp_path: Path) -> None:
    pytest.importorskip("av")
    audible = replace(HARBOUR, recording=TONE)
    selector = GULLS.annotation.selector._replace(time=(500, 1_500))
    note = replace(GULLS, episode=audible, annotation=replace(GULLS.annotation, selector=selector))
    reported: list[float] = []
    made = export(note, MOMENT_ALONE)._replace(clip=clip, progressed=reported.append)
    found = opened(write(made), tmp_path)
    name = f"earmark-{GULLS.annotation.id}.mp3"
    assert found.notes[GULLS.annotation.id][1] == f"[sound:{name}]"
    assert list(found.media) == [name]
    assert len(found.media[name]) > 1_000
    assert reported == [0.0, 0.5]


def test_a_sound_that_cannot_be_cut_is_left_out(tmp_path: Path) -> None:
    def fail(recording: Path, start: int, end: int, path: Path) -> None:
        raise ReaderError(message("It is gone."))

    found = opened(write(export(GULLS)._replace(clip=fail)), tmp_path)
    assert found.media == {}
    assert found.notes[GULLS.annotation.id][1] == ""


def test_it_can_be_cancelled() -> None:
    def cancel(_: float) -> None:
        raise Cancelled(message("Enough."))

    with pytest.raises(Cancelled):
        write(export()._replace(progressed=cancel))


@settings(max_examples=20, deadline=None)
@given(odd_notes())
def test_odd_texts_break_no_deck(notes: list[ExportedNote]) -> None:
    data = write(Export(tuple(notes)))
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


@pytest.mark.parametrize(
    "words",
    [
        "[sound:other.mp3]",
        "[latex]\\input{secret}[/latex]",
        "[$]x[/$]",
        "[anki:tts lang=en_US]x[/anki:tts]",
        "\\(x\\) \\[y\\]",
    ],
)
def test_words_are_words_to_anki(tmp_path: Path, words: str) -> None:
    annotation = GULLS.annotation
    quote = annotation.selector.quote._replace(exact=words)
    selector = annotation.selector._replace(quote=quote)
    note = replace(
        GULLS,
        annotation=replace(annotation, selector=selector, note=f"`{words}` {words}", voice=words),
        episode=replace(GULLS.episode, title=words),
    )
    fields = opened(write(Export((note,))), tmp_path).notes[annotation.id]
    for field in fields:
        assert "[" not in field
        assert not re.search(r"\\(?:\(|&#91;)", field)
    shown = html.unescape(re.sub(r"<[^>]*>", "", fields[0]))
    assert shown == words


def _stamps(data: bytes, folder: Path) -> tuple[dict[str, int], set[int]]:
    """When the notes were changed, by guid, and when their kinds were; in seconds since 1970."""
    database = folder / "stamps.anki2"
    database.write_bytes(zipfile.ZipFile(io.BytesIO(data)).read("collection.anki2"))
    connection = sqlite3.connect(database)
    notes = dict(connection.execute("select guid, mod from notes").fetchall())
    models = json.loads(connection.execute("select models from col").fetchone()[0])
    connection.close()
    return notes, {model["mod"] for model in models.values()}


def test_what_was_edited_in_anki_stays_until_the_note_is_changed_here(tmp_path: Path) -> None:
    changed = GULLS.annotation.updated + timedelta(days=1)
    later = replace(MOMENT_ALONE, annotation=replace(MOMENT_ALONE.annotation, updated=changed))
    notes, models = _stamps(write(export(GULLS, later)), tmp_path)
    assert notes[GULLS.annotation.id] == int(GULLS.annotation.updated.timestamp())
    assert notes[later.annotation.id] == int(changed.timestamp())
    assert max(models) < 1_800_000_000  # not the moment of the export
    assert models == _stamps(write(export(GULLS)), tmp_path)[1]


@pytest.mark.parametrize(
    ("title", "name"),
    [("a:::b", "a:b"), ("a::b::::c", "a:b:c"), ("::a::", "a"), (":::", "Notes"), ("a: b", "a: b")],
)
def test_colons_in_a_title_make_no_decks(tmp_path: Path, title: str, name: str) -> None:
    note = replace(GULLS, episode=replace(HARBOUR, title=title))
    assert list(opened(write(export(note)), tmp_path).decks.values()) == [f"Earmark::{name}"]
