"""Names that are not UTF-8 come in whole and are shown with a sign for what is lost."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.foreign_names import found_again, path_of, shown

LATIN = os.fsdecode(b"t\xe4lk.vtt")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_shown_is_unicode_and_as_long(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert shown(text).encode().decode() == shown(text)


@linux_only
@given(st.binary(min_size=1).filter(lambda name: b"\0" not in name and b"/" not in name))
def test_an_address_names_every_path(name: bytes) -> None:
    path = Path("/talks") / os.fsdecode(name)
    assert path_of(path.as_uri()) == path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file:///talks/a%20b.vtt", "/talks/a b.vtt"),
        ("FILE:///talks/%C3%A4.vtt", "/talks/\u00e4.vtt"),
        ("file://localhost/talks/a.vtt", "/talks/a.vtt"),
        ("/talks/100%25.vtt", "/talks/100%25.vtt"),
        ("talk.vtt", "talk.vtt"),
        ("file://[/a.vtt", "file://[/a.vtt"),
        ("file:///\ud800.vtt", "file:///\ud800.vtt"),
    ],
)
@linux_only
def test_paths_and_addresses_are_told_apart(address: str, path: str) -> None:
    assert path_of(address) == Path(path)


@linux_only
def test_a_file_is_found_again_by_how_it_was_shown(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"f\xf6\xf6lder")
    folder.mkdir()
    (folder / LATIN).touch()
    assert found_again(tmp_path / "f\ufffdlder" / "t\ufffdlk.vtt") == folder / LATIN
    assert found_again(tmp_path / "f\ufffdlder" / "new.vtt") == tmp_path / "f\ufffdlder" / "new.vtt"


@linux_only
def test_of_several_that_look_alike_none_is_taken(tmp_path: Path) -> None:
    (tmp_path / LATIN).touch()
    (tmp_path / os.fsdecode(b"t\xe5lk.vtt")).touch()
    asked = tmp_path / "t\ufffdlk.vtt"
    assert found_again(asked) == asked
    asked.touch()
    assert found_again(asked) == asked
