"""Names in the tags of recordings; a hostile file has none, and takes no time."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.episode import NO_NAMES, Names
from reader.recording.tags import names_in_tags, picture_in_tags, tags_of
from tests.reader.sounds import AUDIO


def frame(name: str, text: str) -> bytes:
    content = b"\x03" + text.encode()
    return name.encode() + len(content).to_bytes(4, "big") + b"\0\0" + content


def id3(*frames: bytes, size: int | None = None) -> bytes:
    body = b"".join(frames)
    length = len(body) if size is None else size
    bits = bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + bits + body


def written(path: Path, *content: bytes) -> Path:
    path.write_bytes(b"".join(content) + b"\xff\xfb\x90\0" * 400)
    return path


def test_title_show_and_date(tmp_path: Path) -> None:
    tags = id3(frame("TIT2", "The four wars"), frame("TALB", "History Hour"), frame("TYER", "2024"))
    found = names_in_tags(written(tmp_path / "a.mp3", tags))
    assert found == Names("The four wars", "History Hour", "2024")


def test_without_an_album_the_artist_is_the_show(tmp_path: Path) -> None:
    found = names_in_tags(written(tmp_path / "a.mp3", id3(frame("TPE1", "Jane Doe"))))
    assert found == Names("", "Jane Doe", "")


@pytest.mark.parametrize("name", ["gone.mp3", "empty.mp3", "text.m4a", "folder.mp3", "pipe.mp3"])
def test_what_has_no_tags_has_no_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "empty.mp3":
        path.write_bytes(b"")
    elif name == "text.m4a":
        path.write_bytes(b"no recording at all")
    elif name == "folder.mp3":
        path.mkdir()
    elif name == "pipe.mp3":
        os.mkfifo(path)
    assert names_in_tags(path) == NO_NAMES


def test_recordings_of_all_kinds_are_read() -> None:
    assert {names_in_tags(path) for path in AUDIO.iterdir()} == {NO_NAMES}


def test_tags_without_an_end_are_given_up(tmp_path: Path) -> None:
    """An atom that holds itself, a frame of 2 GB, comments without number."""
    ring = struct.pack(">I4s", 8, b"moov") * 2_000_000
    ftyp = struct.pack(">I4s4sI", 16, b"ftyp", b"M4A ", 0)
    comments = struct.pack("<I", 0) + struct.pack("<I", 2**31) + b"\1\0\0\0=" * 1_000_000
    flac = b"fLaC" + b"\x84" + len(comments).to_bytes(3, "big") + comments
    frames = id3(b"TIT2\x7f\xff\xff\xff\0\0\x03a", size=2**28 - 1)
    for name, content in (("a.m4a", ftyp + ring), ("b.flac", flac), ("c.mp3", frames)):
        path = tmp_path / name
        path.write_bytes(content)
        assert names_in_tags(path).title in ("", "a")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([b"ID3\x03\0\0", b"OggS", b"fLaC", b"RIFF\0\0\0\0WAVE", b"\0\0\0\x10ftyp"]),
    st.binary(max_size=300),
)
def test_any_bytes_are_survived(tmp_path: Path, head: bytes, rest: bytes) -> None:
    path = tmp_path / "any.mp3"
    path.write_bytes(head + rest)
    names_in_tags(path)


def picture(content: bytes) -> bytes:
    body = b"\0image/png\0\x03\0" + content
    return b"APIC" + len(body).to_bytes(4, "big") + b"\0\0" + body


def test_pictures_and_lengths_are_in_the_tags(tmp_path: Path) -> None:
    path = written(tmp_path / "a.mp3", id3(frame("TIT2", "Wars"), picture(b"pixels" * 9)))
    found = tags_of(path)
    assert (found.names.title, found.has_picture) == ("Wars", True)
    assert found.length > 0
    assert picture_in_tags(path) == b"pixels" * 9


def test_a_picture_of_a_hundred_megabytes_is_none_and_costs_no_name(tmp_path: Path) -> None:
    path = written(tmp_path / "a.mp3", id3(frame("TIT2", "Wars"), picture(bytes(40_000_000))))
    assert tags_of(path).names.title == "Wars"
    assert not tags_of(path).has_picture
    assert picture_in_tags(path) is None
