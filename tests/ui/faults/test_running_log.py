"""The log says what went wrong, and nothing of the listener's."""

from __future__ import annotations

import errno
import io
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.faults import running_log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = running_log.begin_log(tmp_path / "log")
    assert handler is not None
    yield tmp_path / "log" / running_log.NAME
    logging.getLogger().removeHandler(handler)
    handler.close()


def test_paths_and_quotes_stay_out(log: Path) -> None:
    error = OSError("cannot open '/home/ann/my diary.mp3'")
    logging.getLogger("reader.settings").warning("not written to %s", "/home/ann/earmark.ini")
    logging.getLogger("reader.jobs").error("failed: %s", error, exc_info=error)
    reported = log.read_text("utf-8")
    assert "reader.settings: not written to ..." in reported
    assert "WARNING" in reported
    assert "home" not in reported
    assert "diary" not in reported


def test_later_lines_of_a_message_stay_out_too(log: Path) -> None:
    logging.getLogger("reader.jobs").error("failed: 'one\ntwo' /home/ann/My diary\nthree")
    reported = log.read_text("utf-8")
    assert "failed: " in reported
    assert not any(word in reported for word in ("one", "two", "diary", "three"))


def test_a_report_is_kept_whole(log: Path) -> None:
    running_log.log_report("Earmark 1\n  ui/app.py:3 in run\nKeyError: 'cue'\n")
    assert "ui/app.py:3" in log.read_text("utf-8")


def test_it_does_not_grow_for_ever(log: Path) -> None:
    for _ in range(40):
        running_log.log_report("x" * 20_000)
    files = list(log.parent.iterdir())
    assert len(files) == 3
    assert sum(each.stat().st_size for each in files) < 650_000


class FullDisk(io.StringIO):
    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_writes_nothing_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = running_log.begin_log(tmp_path / "log")
    assert isinstance(handler, logging.StreamHandler)
    own = handler.setStream(FullDisk())
    logging.getLogger("x").warning("the settings could not be written")
    logging.getLogger().removeHandler(handler)
    handler.setStream(own)
    handler.close()
    assert capsys.readouterr().err == ""


def test_where_it_cannot_be_written_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert running_log.begin_log(tmp_path / "file") is None


def test_odd_bytes_of_a_name_do_not_stop_it(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("x").warning("about t\udce4lk")
    assert "about t\\udce4lk" in log.read_text("utf-8")
    assert capsys.readouterr().err == ""
