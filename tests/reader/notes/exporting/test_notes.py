"""The table of formats, and files of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.notes.exporting import NOTE_FORMATS, format_named, save, save_by_episode
from tests.reader.notes.exporting.kept import GULLS, MILL, WHEEL, export


def test_names_are_different() -> None:
    names = [row.name for row in NOTE_FORMATS]
    assert len(set(names)) == len(names)
    assert format_named("csv").suffix == ".csv"


def test_a_file_is_not_written_over_unasked(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mine")
    with pytest.raises(ReaderError, match="exists already"):
        save(export(), path, format_named("md"))
    assert path.read_text() == "mine"
    save(export(), path, format_named("md"), may_replace=True)
    assert path.read_text().startswith("# Harbour")


def test_a_file_an_episode(tmp_path: Path) -> None:
    twin = replace(WHEEL, episode=replace(MILL, id="another"))
    files = save_by_episode(export(GULLS, WHEEL, twin), tmp_path, format_named("vtt"))
    assert [each.name for each in files] == ["Harbour, at -dawn.vtt", "Mill.vtt", "Mill 2.vtt"]
    assert all(each.read_text().startswith("WEBVTT") for each in files)
