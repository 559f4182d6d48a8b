from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reader.whole_file import whole_file, write_file


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
    with whole_file(target, may_replace=True) as beside:
        beside.write_text("new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_failure_leaves_the_target_alone(tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    target.write_text("old")
    with pytest.raises(RuntimeError), whole_file(target, may_replace=True) as beside:
        beside.write_text("half")
        raise RuntimeError
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    target.write_text("old")
    with pytest.raises(FileExistsError):
        write_file(target, b"new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_to_nowhere_is_not_written_over(tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    target.symlink_to(tmp_path / "unplugged" / "note.md")
    with pytest.raises(FileExistsError):
        write_file(target, b"new")
    assert target.is_symlink()


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_comes_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    if not has_links:
        monkeypatch.setattr(os, "link", _no_links)
    target = tmp_path / "note.md"
    with pytest.raises(FileExistsError), whole_file(target) as beside:
        beside.write_text("new")
        target.write_text("another's")
    assert target.read_text() == "another's"
    assert list(tmp_path.iterdir()) == [target]


def test_a_disk_without_links_takes_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    target = tmp_path / "note.md"
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_private_file_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.touch(mode=0o644)
    write_file(target, b"new", may_replace=True, is_private=True)
    assert target.stat().st_mode & 0o777 == 0o600


def _no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no links here")
