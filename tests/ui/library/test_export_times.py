"""An exported transcript has the times of its recording, or those of its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.exporting import Writer, writer_named
from reader.sync_map import SyncMap, SyncPoint
from reader.transcript.text_sync import TextSync
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.library.export_times import ExportTimesDialog
from ui.widgets.file_dialogs import FileDialogs, Target


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is chosen in the file dialog, whenever it would open."""
    path = tmp_path / "out.srt"

    def choose(_: FileDialogs, name: str, chosen: Callable[[Target, Writer], object]) -> None:
        chosen(Target(path), writer_named("srt"))

    monkeypatch.setattr(FileDialogs, "ask_where_to_export", choose)
    return path


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Earmark:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    qtbot.waitUntil(lambda: notebook_of(earmark).notes.notebook.is_ready)
    return earmark


def moved(earmark: Earmark, qtbot: QtBot) -> None:
    later = SyncMap((SyncPoint(0, 60_000),))
    notebook_of(earmark).notes.notebook.set_sync(TextSync(later), "Move Text")
    session = earmark.session
    qtbot.waitUntil(lambda: session.script is not None and session.script.sync_map == later)


def dialog_of(earmark: Earmark) -> ExportTimesDialog | None:
    return earmark.window.findChild(ExportTimesDialog)


@pytest.mark.parametrize(
    ("is_files_own", "begins"), [(False, "00:01:01,000"), (True, "00:00:01,000")]
)
def test_either_clock_can_be_had(
    earmark: Earmark, target: Path, qtbot: QtBot, is_files_own: bool, begins: str
) -> None:
    moved(earmark, qtbot)
    earmark.window.commands["export"].trigger()
    dialog = dialog_of(earmark)
    assert dialog is not None and dialog._by_recording.isChecked()
    dialog._by_file.setChecked(is_files_own)
    with qtbot.waitSignal(earmark.session.exported):
        dialog._go_on.click()
    assert target.read_text().startswith(f"1\n{begins} -->")


def test_a_text_that_was_not_moved_is_exported_without_a_question(
    earmark: Earmark, target: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(earmark.session.exported):
        earmark.window.commands["export"].trigger()
    assert dialog_of(earmark) is None
    assert target.read_text().startswith("1\n00:00:01,000 -->")
