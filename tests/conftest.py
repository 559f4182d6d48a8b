"""Episodes on disk, for all that opens files."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.hanging import HangingFolder

# How long an example takes says how busy the machine is.
settings.register_profile("earmark", deadline=None)
settings.load_profile("earmark")

TONE = Path(__file__).parent / "data" / "audio" / "constant.mp3"

LINES = (
    (1_000, 3_000, "Mara", "The harbour wakes early today."),
    (3_000, 5_000, "Mara", "Gulls quarrel over the nets."),
    (6_000, 6_400, "Jon", "Yes."),
    (6_500, 7_000, "Jon", "They do."),
    (20_000, 22_000, "Mara", "Later the boats come in."),
    (22_000, 24_000, "Mara", "Then it is quiet again."),
)
"""When each line of a talk starts and ends, who says it, and what."""

WriteTalk = Callable[..., Path]
MakePipe = Callable[[Path], Path]


def vtt(lines: tuple[tuple[int, int, str, str], ...] = LINES) -> str:
    """The lines as WebVTT."""
    blocks = [
        f"{_time(start)} --> {_time(end)}\n<v {voice}>{text}\n" for start, end, voice, text in lines
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _time(time: int) -> str:
    return f"{time // 60_000:02}:{time // 1000 % 60:02}.{time % 1000:03}"


@pytest.fixture
def write_talk(tmp_path: Path) -> WriteTalk:
    """Writes the files named, into a folder of the test; gives the first one's path.

    By the suffix they hold the talk or a real recording.
    """

    def write(*names: str, folder: str = "episodes") -> Path:
        place = tmp_path / folder
        place.mkdir(exist_ok=True)
        for name in names:
            is_text = name.endswith((".vtt", ".txt"))
            (place / name).write_bytes(vtt().encode() if is_text else TONE.read_bytes())
        return place / names[0]

    return write


@pytest.fixture
def make_pipe() -> Callable[[Path], Path]:
    """Makes a named pipe: whoever opens it waits until somebody writes, and nobody does."""

    def make(path: Path) -> Path:
        if not hasattr(os, "mkfifo"):
            pytest.skip("no named pipes here")
        os.mkfifo(path)
        return path

    return make


@pytest.fixture
def mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HangingFolder]:
    """The folder "mount" of the test, which answers until it is told to hang."""
    (tmp_path / "mount").mkdir()
    made = HangingFolder(tmp_path / "mount")
    made.put_between(monkeypatch.setattr)
    yield made
    made.answer()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A node of a shared run can send no name that is not UTF-8: it is shown with its bytes."""
    report = yield
    report.sections = [
        (name, text.encode("utf-8", "backslashreplace").decode()) for name, text in report.sections
    ]
    return report


@pytest.fixture(autouse=True)
def _garbage_on_this_thread() -> Iterator[None]:
    """As `ui.window.garbage` does: else a worker destroys the windows of earlier tests."""
    gc.disable()
    yield
    gc.collect(1)
