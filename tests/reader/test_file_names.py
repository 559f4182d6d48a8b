from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.file_names import free_path, linkable_name, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wer hat das gesagt?", "Wer hat das gesagt"),
        ("a/b\\c: d|e", "a-b-c- d-e"),
        ("  two\nlines\t", "two lines"),
        ("CON", "CON_"),
        ("nul.txt", "nul_.txt"),
        ("Console", "Console"),
        ("Falcon", "Falcon"),
        ("Menu.aux", "Menu.aux"),
        ("Beacon.", "Beacon"),
        ("com1 .tar", "com1_ .tar"),
        ("COM¹", "COM¹_"),
        ("...", ""),
        ("日本語のポッドキャスト", "日本語のポッドキャスト"),
    ],
)
def test_names_are_safe(text: str, name: str) -> None:
    assert safe_name(text) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("#12: C# [part 2]", "12- C (part 2)"),
        ("a|b ^c [[d]]", "a-b c ((d))"),
        ("100%% sure", "100% sure"),
        ("##", ""),
    ],
)
def test_notes_can_link_to_a_file(title: str, name: str) -> None:
    assert linkable_name(title) == name


def test_long_names_end_at_a_word() -> None:
    assert safe_name("one two three four", longest=15) == "one two three"
    assert safe_name("unbreakable" * 10, longest=15) == "unbreakableunbr"


@given(st.text())
def test_every_text_makes_a_name_a_file_can_have(text: str) -> None:
    name = safe_name(text)
    assert len(name.encode()) <= 201
    assert not set('<>:"/\\|?*\0\n') & set(name)
    assert name == name.strip(" .")


def test_taken_names_get_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").touch()
    second = free_path(tmp_path, "a", ".mp3")
    assert second == tmp_path / "a 2.mp3"
    assert free_path(tmp_path, "a", ".mp3", taken=[second]) == tmp_path / "a 3.mp3"


def test_names_that_many_disks_take_for_one_get_a_number(tmp_path: Path) -> None:
    taken = [tmp_path / "Same.md", tmp_path / "Caf\u00e9.md"]
    assert free_path(tmp_path, "same", ".md", taken=taken) == tmp_path / "same 2.md"
    assert free_path(tmp_path, "Cafe\u0301", ".md", taken=taken) == tmp_path / "Cafe\u0301 2.md"


def test_a_name_is_free_for_all_that_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").touch()
    (tmp_path / "a 2.mp3").symlink_to(tmp_path / "nowhere")
    assert free_path(tmp_path, "a", ".mp3", also=(".vtt",)) == tmp_path / "a 3.mp3"


def test_a_name_neither_begins_nor_ends_with_quotation_marks() -> None:
    assert safe_name("“Hey everyone, welcome to the show…”") == "Hey everyone, welcome to the show"
    assert safe_name("«Où va-t-on ?»") == "Où va-t-on"
