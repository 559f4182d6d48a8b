"""What Copy puts on the clipboard."""

from __future__ import annotations

from hypothesis import given, settings

from reader.notes.exporting import format_named, written
from reader.notes.exporting.note import Export, ExportedNote, NoteOptions
from tests.reader.notes.exporting.kept import GULLS, MOMENT_ALONE, export, odd_notes

QUOTE = format_named("quote")


def test_a_quote_with_voice_title_time_link_and_note() -> None:
    text = str(written(export(GULLS), QUOTE))
    words, source, link, note = text.rstrip("\n").split("\n", 3)
    assert words == "“Gulls quarrel over the nets.”"
    assert source == f"— Mara, {GULLS.episode.title}, 1:23"
    assert link == GULLS.link
    assert note == GULLS.annotation.note


def test_a_moment_has_no_words() -> None:
    assert str(written(export(MOMENT_ALONE), QUOTE)).startswith("— Harbour, ")


def test_what_is_not_wanted_is_left_out() -> None:
    bare = NoteOptions(has_times=False, has_voice=False, has_links=False)
    text = str(written(export(GULLS)._replace(options=bare), QUOTE))
    assert text.split("\n")[1] == f"— {GULLS.episode.title}"
    assert "earmark:" not in text


@settings(max_examples=30, deadline=None)
@given(notes=odd_notes())
def test_any_text_can_be_copied(notes: list[ExportedNote]) -> None:
    content = written(Export(tuple(notes)), QUOTE)
    assert isinstance(content, str)
    content.encode()
