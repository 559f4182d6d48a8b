"""Only regular files are read, and only so much of them."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from reader.regular_file import (
    NotRegularFileError,
    is_regular,
    open_regular,
    read_regular,
    size_of,
)

DEVICES = [Path(name) for name in ("/dev/zero", "/dev/tty", "/dev/null") if Path(name).exists()]


@pytest.fixture
def odd(tmp_path: Path) -> list[Path]:
    """What is not a file: opening most of it would wait for ever, or read without end."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    pipe, link, place = tmp_path / "pipe", tmp_path / "link", tmp_path / "socket"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(place))
    return [pipe, link, place, *DEVICES]


def test_what_is_no_file_is_refused_and_not_waited_for(odd: list[Path]) -> None:
    for path in odd:
        assert not is_regular(path)
        with pytest.raises(NotRegularFileError):
            open_regular(path)
        with pytest.raises(NotRegularFileError):
            read_regular(path, 10)


def test_a_pipe_that_took_the_place_of_a_file_is_not_waited_for(
    odd: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    before = os.stat(tmp_path / "file")  # noqa: PTH116
    monkeypatch.setattr(os, "stat", lambda _: before)
    with pytest.raises(NotRegularFileError):
        open_regular(odd[0])


def test_a_folder_that_took_the_place_of_a_file_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    before = os.stat(tmp_path / "file")  # noqa: PTH116
    monkeypatch.setattr(os, "stat", lambda _: before)
    with pytest.raises(IsADirectoryError):
        open_regular(tmp_path)


def test_the_size_of_a_file(odd: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    assert size_of(path) == 10
    for other in odd:
        with pytest.raises(NotRegularFileError):
            size_of(other)
    with pytest.raises(IsADirectoryError):
        size_of(tmp_path)


def test_what_cannot_be_opened_leaves_no_file_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, opened = tmp_path / "file", list[int]()
    path.touch()

    def fail(handle: int, _mode: str) -> None:
        opened.append(handle)
        raise MemoryError

    monkeypatch.setattr(os, "fdopen", fail)
    with pytest.raises(MemoryError):
        open_regular(path)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(opened[0])


def test_how_much_is_too_much_is_reported_in_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.truncate(3_000_001)
    with pytest.raises(OSError, match="larger than 3 MB"):
        read_regular(path, 3_000_000)


def test_a_folder_and_a_missing_file_are_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        open_regular(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "gone", 10)
    for none in (tmp_path, tmp_path / "gone", Path("a\0b")):
        assert is_regular(none) is False


def test_a_file_is_read_up_to_a_bound(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    assert is_regular(path)
    assert read_regular(path, 10) == b"0123456789"
    with pytest.raises(OSError, match="larger than 0 MB"):
        read_regular(path, 9)
    with open_regular(path) as file:
        assert file.read(3) == b"012"
