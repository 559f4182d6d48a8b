"""Word documents, books and EBU subtitles: what is read, and what is refused before it harms."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import formats
from reader.errors import TranscriptError
from reader.formats import zip_parts
from reader.transcript.model import Transcript
from tests.reader.formats.packed_files import (
    book,
    ebu_subtitles,
    par,
    paragraphs,
    word_document,
    zipped,
)


def lines_of(transcript: Transcript) -> list[tuple[int | None, int | None, str, str]]:
    return [(cue.start, cue.end, cue.voice, cue.text) for cue in transcript.cues]


def words_of(transcript: Transcript) -> list[tuple[int, int, str]]:
    return [
        (word.start, word.end, cue.text[word.offset : word.offset + word.length])
        for cue in transcript.cues
        for word in cue.words
    ]


# Word


def test_a_transcript_of_teams_has_its_times_and_voices() -> None:
    turns = "".join(
        f"<w:p><w:r><w:t>{name}   {time}</w:t><w:br/><w:t>{text}</w:t></w:r></w:p>"
        for name, time, text in (
            ("Mara Lind", "0:03", "Welcome to the harbour."),
            ("Piet Vos", "0:19", "Gulls!"),
        )
    )
    transcript = formats.read(word_document(turns, "The harbour"), "talk.docx")
    assert (transcript.format, transcript.metadata["title"]) == ("Word document", "The harbour")
    assert lines_of(transcript) == [
        (3000, 19000, "Mara Lind", "Welcome to the harbour."),
        (19000, 20500, "Piet Vos", "Gulls!"),
    ]


def test_a_table_in_a_document_is_a_table() -> None:
    rows = (
        ("0:03", "Mara", "Welcome home."),
        ("0:19", "Piet", "Gulls!"),
        ("0:25", "Mara", "Salt."),
    )
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraphs(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    transcript = formats.read(word_document(f"<w:tbl>{cells}</w:tbl>"), "talk.docx")
    assert [(cue.start, cue.voice, cue.text) for cue in transcript.cues] == [
        (3000, "Mara", "Welcome home."),
        (19000, "Piet", "Gulls!"),
        (25000, "Mara", "Salt."),
    ]


def test_a_manuscript_is_read_by_paragraphs_and_its_notes_are_listed() -> None:
    body = paragraphs("Chapter |one", "", "Salt and wind.") + (
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>here</w:t><w:tab/><w:t>now</w:t></w:r></w:ins></w:p>"
    )
    transcript = formats.read(word_document(body, footnotes=paragraphs("Ships.")), "book.docx")
    assert [(cue.line, cue.text) for cue in transcript.cues] == [
        (1, "Chapter one"),
        (3, "Salt and wind."),
        (4, "here\tnow"),
    ]
    assert [(each.reason, each.text) for each in transcript.problems] == [
        ("a footnote, not shown", "Ships.")
    ]


def test_a_manuscript_is_a_recordings_transcript_only_with_times(tmp_path: Path) -> None:
    timed, plain = tmp_path / "a.docx", tmp_path / "b.docx"
    timed.write_bytes(word_document(paragraphs("Mara 0:03", "Salt.", "Piet 0:19", "Gulls!")))
    plain.write_bytes(word_document(paragraphs("Salt and wind.")))
    assert formats.is_transcript(timed)
    assert not formats.is_transcript(plain)


# Books


PAGES = {
    "one": "<h1 id='h'>Arrival</h1><p id='p1'>Welcome&nbsp;to the <em>harbour</em>.</p>"
    "<p>Aside.</p>",
    "two": "<p id='p1'>Gulls &amp; wind!</p>",
    "three": "<p>Only to read.</p>",
}
OVERLAYS = {
    "one": par("one", "h", "one.mp3", "0:00:00.000", "0:00:01.5")
    + par("one", "p1", "one.mp3", "1.5s", "4000ms"),
    "two": par("two", "p1", "two.mp3", "0.5s", "0.05min"),
}
CONTENTS = (
    "<li><a href='text/one.xhtml'>Coming in</a></li><li><a href='text/two.xhtml'>Birds</a></li>"
)


def test_a_narrated_book_is_a_transcript_with_chapters() -> None:
    transcript = formats.read(book(PAGES, OVERLAYS, CONTENTS), "book.epub")
    assert transcript.format == "EPUB"
    assert lines_of(transcript) == [
        (0, 1500, "", "Arrival"),
        (1500, 4000, "", "Welcome to the harbour."),
        (4500, 7000, "", "Gulls & wind!"),
    ]
    metadata = transcript.metadata
    assert (metadata["title"], metadata["creator"]) == ("The Harbour", "Mara Lind")
    assert metadata["chapters"] == "0:00 Coming in\n0:04 Birds"
    assert metadata["sound files"] == "OEBPS/audio/one.mp3\nOEBPS/audio/two.mp3"
    assert [each.text for each in transcript.problems] == ["Aside.", "Only to read."]


def test_a_large_book_is_a_recordings_transcript_where_it_is_narrated(tmp_path: Path) -> None:
    noise = {"OEBPS/cover.png": random.Random(1).randbytes(5_100_000)}
    for name, overlays in (("narrated", OVERLAYS), ("silent", {})):
        with zipfile.ZipFile(io.BytesIO(book(PAGES, overlays))) as made:
            parts = {part: made.read(part) for part in made.namelist()}
        path = tmp_path / f"{name}.epub"
        path.write_bytes(zipped({**parts, **noise}))
        assert formats.is_transcript(path) == bool(overlays)


def test_words_of_an_overlay_are_joined_to_sentences() -> None:
    said = "Welcome to the harbour. Gulls cry!".split()
    page = " ".join(f"<span id='w{k}'>{word}</span>" for k, word in enumerate(said))
    pars = "".join(par("one", f"w{k}", "a.mp3", f"{k}s", f"{k + 1}s") for k in range(len(said)))
    transcript = formats.read(book({"one": f"<p>{page}</p>"}, {"one": pars}), "book.epub")
    assert [cue.text for cue in transcript.cues] == ["Welcome to the harbour.", "Gulls cry!"]
    assert words_of(transcript) == [
        (1000 * k, 1000 * k + 1000, word) for k, word in enumerate(said)
    ]


def test_a_book_without_sound_is_read() -> None:
    transcript = formats.read(
        book({"one": "<h1>Arrival</h1><div>Loose<p>Inner</p></div>"}), "b.epub"
    )
    assert [cue.text for cue in transcript.cues] == ["Arrival", "Loose", "Inner"]
    assert not transcript.is_timed


def test_a_page_that_is_missing_is_listed() -> None:
    whole = zipfile.ZipFile(io.BytesIO(book(PAGES, OVERLAYS)))
    parts = {name: whole.read(name) for name in whole.namelist() if "three" not in name}
    transcript = formats.read(zipped(parts), "book.epub")
    assert len(transcript.cues) == 3
    assert "OEBPS/text/three.xhtml" in [each.text for each in transcript.problems]


# EBU STL


def test_subtitles_of_broadcasters_count_from_the_start_of_the_programme() -> None:
    data = ebu_subtitles(
        [
            ("10000012", "10000300", b"\x0d\x0bWelcome to\x8a\x80the caf\xc2e\x81.\x0a\x0a"),
            ("10000300", "10000506", b"gulls " * 30),
        ]
    )
    transcript = formats.read(data, "talk.stl")
    assert (transcript.format, transcript.metadata["title"]) == ("EBU STL", "The Harbour")
    assert lines_of(transcript) == [
        (480, 3000, "", "Welcome to\nthe café ."),
        (3000, 5240, "", "gulls " * 29 + "gulls"),
    ]


def test_subtitles_that_are_cut_off_are_listed() -> None:
    data = ebu_subtitles([("00000012", "00000300", b"Salt"), ("00000300", "00000500", b"Gulls")])
    transcript = formats.read(data[:-20], "talk.stl")
    assert [cue.text for cue in transcript.cues] == ["Salt"]
    assert [each.reason for each in transcript.problems] == ["a subtitle without an end"]


# What means harm


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(TranscriptError) as refused:
        formats.read(data, name)
    return refused.value.message


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_parts, "LARGEST_PART", 100_000)
    bomb = word_document(paragraphs("a" * 200_000))
    assert len(bomb) < 3_000
    assert refusal(bomb, "bomb.docx").startswith("bomb.docx unpacks to more than")


def test_entities_in_a_part_are_refused() -> None:
    page = '<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document><w:body/></w:document>'
    data = zipped({"[Content_Types].xml": "", "word/document.xml": page})
    assert "entities of its own" in refusal(data, "bomb.docx")


def test_a_list_of_parts_without_end_is_refused() -> None:
    data = bytearray(word_document(paragraphs("Salt.")))
    at = data.rfind(b"PK\x05\x06")
    data[at + 12 : at + 16] = struct.pack("<I", 1 << 30)
    assert "too many parts" in refusal(bytes(data), "bomb.docx")


def test_other_archives_are_refused_as_before() -> None:
    assert refusal(zipped({"photo.jpg": b"x"}), "a.zip") == (
        "a.zip is a ZIP archive or an office document, not a transcript."
    )
    assert "lacks a part" in refusal(zipped({"word/x.xml": "x"}), "a.docx")
    assert "damaged archive" in refusal(b"PK\x03\x04 word/" + bytes(200), "a.docx")


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_damage_is_refused_in_words_or_read(data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from(
            (
                ("a.docx", word_document(paragraphs("Mara 0:03", "Salt.", "Piet 0:19", "Gulls!"))),
                ("a.epub", book(PAGES, OVERLAYS, CONTENTS)),
                ("a.stl", ebu_subtitles([("10000012", "10000300", b"Salt")])),
            )
        )
    )
    spoilt = bytearray(whole[1])
    for _ in range(data.draw(st.integers(1, 4))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    try:
        formats.read(bytes(spoilt), whole[0])
    except TranscriptError as error:
        assert whole[0] in error.message
