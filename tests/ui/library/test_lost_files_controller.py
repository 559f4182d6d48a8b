"""An episode whose files are gone is found again, with its notes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from reader.annotation import Annotation
from reader.store.library import Library
from tests.conftest import WriteTalk, vtt
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark


@pytest.fixture
def earmark(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Earmark:
    """With one sentence kept of an episode that is closed and moved."""
    transcript = write_talk("talk.vtt", "talk.mp3")
    earmark = start(transcript)
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    notes = notebook_of(earmark).notes.notebook
    qtbot.waitUntil(lambda: notes.is_ready)
    earmark.transport.seek(2_000)
    with qtbot.waitSignal(notes.added):
        earmark.controllers.commands["keep"].trigger()
    earmark.session.close()
    transcript.parent.rename(transcript.parent.with_name("moved"))
    return earmark


def said(earmark: Earmark) -> list[str]:
    return [each.text for each in earmark.window.message_bar.messages]


def press(earmark: Earmark, text: str) -> None:
    found = earmark.window.findChildren(QPushButton)
    next(each for each in found if each.text() == text and each.isVisible()).click()


def choose(earmark: Earmark, path: Path) -> None:
    (dialog,) = [each for each in earmark.window.findChildren(QFileDialog) if each.isVisible()]
    dialog.filesSelected.emit([str(path)])
    dialog.close()


def kept(earmark: Earmark) -> list[Annotation]:
    return [each.annotation for each in notebook_of(earmark).notes.notebook.kept]


def lose(earmark: Earmark, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(earmark.session.failed):
        earmark.session.open(folder / "talk.mp3", folder / "talk.vtt")
    assert said(earmark) == ["“talk.mp3” was not found; was it moved or renamed?"]
    press(earmark, "Find It…")


def test_a_moved_one_is_found_once_with_its_notes(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    lose(earmark, qtbot, tmp_path / "episodes")
    with qtbot.waitSignal(earmark.session.episode_opened):
        choose(earmark, tmp_path / "moved" / "talk.mp3")
    qtbot.waitUntil(lambda: len(kept(earmark)) == 1)
    assert said(earmark) == []
    with closing(Library(tmp_path / "data" / "earmark.db")) as library:
        (episode,) = library.recent()
    assert episode.files == (tmp_path / "moved" / "talk.mp3", tmp_path / "moved" / "talk.vtt")


def test_another_file_is_taken_only_where_one_says_so(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "moved" / "another.vtt"
    other.write_text(vtt(((0, 2_000, "Ann", "Something else altogether."),)))
    with qtbot.waitSignal(earmark.session.failed):
        earmark.session.open(tmp_path / "episodes" / "talk.vtt")
    press(earmark, "Find It…")
    with qtbot.waitSignal(earmark.controllers.lost_files._lost.doubted):
        choose(earmark, other)
    (text,) = said(earmark)
    assert text.startswith("“another.vtt” holds something else than “talk.vtt” did.")
    with qtbot.waitSignal(earmark.session.episode_opened):
        press(earmark, "Use It All the Same")
    qtbot.waitUntil(lambda: len(kept(earmark)) == 1)


def test_a_recording_that_is_gone_alone_is_asked_for(
    earmark: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    moved = tmp_path / "moved"
    (moved / "talk.mp3").rename(tmp_path / "alone.mp3")
    with qtbot.waitSignal(earmark.session.partner_missing):
        earmark.session.open(moved / "talk.vtt")
    assert said(earmark) == ["“talk.mp3” is not where it was; you can go on without it."]
    press(earmark, "Find It…")
    with qtbot.waitSignal(earmark.session.episode_opened):
        choose(earmark, tmp_path / "alone.mp3")
    assert earmark.session.recording == tmp_path / "alone.mp3"
    qtbot.waitUntil(lambda: len(kept(earmark)) == 1)
