from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reader.whole_file import whole_file, write_fault, write_file


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


def test_a_file_that_is_there_is_refused_before_the_work(tmp_path: Path) -> None:
    target, worked = tmp_path / "note.md", list[Path]()
    target.touch()
    with pytest.raises(FileExistsError), whole_file(target) as beside:
        worked.append(beside)
    assert worked == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_is_for_all_unless_it_is_private(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_file(tmp_path / "note.md", b"new")
    assert (tmp_path / "note.md").stat().st_mode == (tmp_path / "plain").stat().st_mode


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
@pytest.mark.parametrize("is_private", [True, False])
def test_a_private_file_is_private_while_it_is_written(tmp_path: Path, is_private: bool) -> None:
    with whole_file(tmp_path / "copy.db", is_private=is_private) as beside:
        assert beside.exists() is is_private
        assert not is_private or beside.stat().st_mode & 0o777 == 0o600
        beside.write_bytes(b"new")


def test_what_may_be_replaced_need_not_be_there(tmp_path: Path) -> None:
    write_file(tmp_path / "note.md", b"new", may_replace=True)
    assert (tmp_path / "note.md").read_bytes() == b"new"


def test_a_disk_without_links_takes_no_name_that_is_taken_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    target = tmp_path / "note.md"
    with pytest.raises(FileExistsError), whole_file(target) as beside:
        beside.write_text("new")
        target.mkdir()
    assert target.is_dir()


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (FileExistsError(errno.EEXIST, "File exists", "x"), "note.md exists already."),
        (OSError(errno.ENOSPC, "No space left"), "note.md cannot be written: No space left."),
        (OSError("out of paper"), "note.md cannot be written: out of paper."),
        (ValueError("embedded null byte"), "note.md cannot be written: embedded null byte."),
    ],
)
def test_why_a_file_could_not_be_written(error: Exception, message: str) -> None:
    fault = write_fault(Path("folder/note.md"), error)
    assert (fault.message, fault.path) == (message, Path("folder/note.md"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_private_file_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.touch(mode=0o644)
    write_file(target, b"new", may_replace=True, is_private=True)
    assert target.stat().st_mode & 0o777 == 0o600


def _no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no links here")
