"""The file for what could not be saved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from reader.store.set_aside import is_unsaved, place_for_unsaved

NOW = datetime(2026, 12, 1, 17, 30, 5)


def test_it_stands_beside_the_library_and_over_nothing(tmp_path: Path) -> None:
    library = tmp_path / "earmark.db"
    place = place_for_unsaved(library, NOW)
    assert place == tmp_path / "earmark (unsaved 2026-12-01 173005).db"
    place.touch()
    other = place_for_unsaved(library, NOW)
    assert other.parent == tmp_path and not other.exists()
    assert is_unsaved(place) and is_unsaved(other)


def test_what_a_sync_tool_set_aside_is_none(tmp_path: Path) -> None:
    assert not is_unsaved(tmp_path / "earmark (conflicted copy 2026-12-01 120000).db")
    assert not is_unsaved(tmp_path / "earmark.db")
