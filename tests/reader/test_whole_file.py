from __future__ import annotations

from pathlib import Path

import pytest

from reader.whole_file import whole_file


def test_target_gets_all_that_was_written(tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    with whole_file(target) as beside:
        beside.write_text("new")
        assert not target.exists()
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_target_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    target.write_text("old")
    target.chmod(0o640)
    with whole_file(target) as beside:
        beside.write_text("new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_failure_leaves_the_target_alone(tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    target.write_text("old")
    with pytest.raises(RuntimeError), whole_file(target) as beside:
        beside.write_text("half")
        raise RuntimeError
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]
