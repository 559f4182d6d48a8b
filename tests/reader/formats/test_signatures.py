from __future__ import annotations

import pytest

from reader.formats.signatures import foreign


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (b"ID3\x04" + bytes(20), "an MP3 recording"),
        (b"\xff\xfb\x90\x64" + bytes(60), "an MP3 recording"),
        (b"\xff\xf1\x50\x80" + bytes(60), "an AAC recording"),
        (b"OggS\x00", "an Ogg recording"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "a WAV recording"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a picture"),
        (b"\x00\x00\x00\x20ftypM4A ", "an M4A recording"),
        (b"\x00\x00\x00\x20ftypisom", "an MP4 recording"),
        (b"\x1aE\xdf\xa3\x01", "a Matroska or WebM recording"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04\x14", "a ZIP archive or an office document"),
        (bytes(100), "a binary file"),
    ],
)
def test_what_is_no_transcript(head: bytes, title: str) -> None:
    kind = foreign(head)
    assert kind
    assert kind.title == title
    assert kind.is_recording == ("recording" in title)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"WEBVTT\n",
        b"G" * 400,
        "Grüße".encode("cp1252"),
        "WEBVTT".encode("utf-16"),
        "A line of text".encode("utf-16-be"),
        b"1\n00:00:01,000 --> 00:00:02,000\nA NUL\0 and a bell\x07\n",
        "ÿûÿÿ in cp1252".encode("cp1252"),
    ],
)
def test_what_may_be_text(head: bytes) -> None:
    assert foreign(head) is None


def test_a_database_is_named() -> None:
    found = foreign(b"SQLite format 3\x00".ljust(72, b"\x01"))
    assert found is not None
    assert found.title == "a database"
