"""Disks that do not answer, pipes and devices: the window goes on, and ends when it is told to."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from reader.store.annotations import Annotations
from tests.conftest import MakePipe, WriteTalk
from tests.hanging import HangingFolder
from tests.ui.conftest import Start, end
from ui.app import Earmark
from ui.library.unsaved import UnsavedDialog
from ui.widgets.wrapped_text import WrappedText


def keep(earmark: Earmark, qtbot: QtBot, time: int = 1_500) -> None:
    """What B does, until it is shown as saved."""
    assert earmark.controllers.notebook is not None
    notes = earmark.controllers.notebook.notes
    qtbot.waitUntil(lambda: notes.notebook.is_ready)
    count = len(notes.notebook.kept)
    notes.notebook.keep_heard(time, 0)
    qtbot.waitUntil(lambda: len(notes.notebook.kept) == count + 1)
    qtbot.waitUntil(lambda: notes.notebook.waiting == 0)


def saved(home: Path) -> int:
    with closing(Annotations(home / "data" / "earmark.db")) as annotations:
        return len(list(annotations.every()))


def is_open(earmark: Earmark, title: str) -> bool:
    episode = earmark.session.episode
    return episode is not None and earmark.session.title == title


def test_what_hangs_in_opening_keeps_no_other_from_being_opened_and_noted(
    start: Start, mount: HangingFolder, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    far = write_talk("far.vtt", "far.mp3", folder="mount")
    near = write_talk("near.vtt", "near.mp3")
    earmark = start()
    mount.hang()
    for path in (far, far.with_suffix(".mp3"), far):
        mount.asked.clear()
        earmark.session.open(path)
        qtbot.waitUntil(mount.asked.is_set)
    earmark.session.open(near)
    qtbot.waitUntil(lambda: is_open(earmark, "near"))
    keep(earmark, qtbot)
    end(earmark)
    assert saved(tmp_path) == 1


def test_a_partner_that_hangs_is_gone_without(
    start: Start, mount: HangingFolder, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    transcript = write_talk("talk.vtt")
    recording = write_talk("other.mp3", folder="mount")
    earmark = start(transcript, recording)
    earmark.session.close()
    mount.hang()
    mount.asked.clear()
    earmark.session.open(transcript)
    qtbot.waitUntil(lambda: mount.asked.is_set() and earmark.session.script is not None)
    earmark.session.cancel_opening()
    qtbot.waitUntil(lambda: is_open(earmark, "talk"))
    keep(earmark, qtbot)
    earmark.session.close()
    end(earmark)
    assert saved(tmp_path) == 1


def test_a_disk_that_begins_to_hang_while_it_plays_keeps_no_note_and_no_end_waiting(
    start: Start, mount: HangingFolder, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3", folder="mount"), player="vlc")
    earmark.transport.play()
    mount.hang()
    keep(earmark, qtbot)
    earmark.transport.seek(2_000)
    keep(earmark, qtbot, 20_500)
    end(earmark)
    assert saved(tmp_path) == 2


def test_recent_episodes_on_a_disk_that_hangs_are_listed(
    start: Start, mount: HangingFolder, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt", folder="mount"))
    mount.hang()
    mount.asked.clear()
    with qtbot.waitSignal(earmark.session.recent.changed) as reported:
        earmark.session.close()
    assert reported.args
    assert [each.title for each in reported.args[0]] == ["talk"]
    qtbot.waitUntil(mount.asked.is_set)
    end(earmark)


def test_a_library_that_hangs_is_not_waited_for_at_the_end(
    start: Start, mount: HangingFolder, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    earmark = start(write_talk("talk.vtt"))
    mount.hang()
    mount.asked.clear()
    earmark.keeper.run(lambda _: Path(mount.folder, "earmark.db").exists(), lambda _: None)
    qtbot.waitUntil(mount.asked.is_set)
    end(earmark)  # else it would wait until the mount answers, and that is after the test


def test_a_note_that_a_hanging_library_has_not_saved_is_not_lost_unasked(
    start: Start, mount: HangingFolder, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark = start(write_talk("talk.vtt"))
    keep(earmark, qtbot)
    mount.hang()
    mount.asked.clear()
    earmark.keeper.run(lambda _: Path(mount.folder, "earmark.db").exists(), lambda _: None)
    qtbot.waitUntil(mount.asked.is_set)
    assert earmark.controllers.notebook is not None
    notes = earmark.controllers.notebook.notes
    notes.notebook.keep_heard(20_500, 0)
    assert not earmark.window.close()
    dialog = earmark.window.findChild(UnsavedDialog)
    assert dialog is not None
    words = " ".join(each.toPlainText() for each in dialog.findChildren(WrappedText))
    assert "The library does not answer: its disk may be slow, or gone." in words
    dialog.reject()
    mount.answer()
    qtbot.waitUntil(lambda: not notes.notebook.is_saving)
    assert earmark.window.close()
    end(earmark)
    assert saved(tmp_path) == 2


def test_pipes_are_named_and_nothing_waits_for_them(
    start: Start, make_pipe: MakePipe, write_talk: WriteTalk, qtbot: QtBot, tmp_path: Path
) -> None:
    earmark = start(write_talk("talk.vtt"))
    for name in ("pipe.mp3", "pipe.vtt"):
        pipe = make_pipe(tmp_path / name)
        with qtbot.waitSignal(earmark.session.failed) as reported:
            earmark.session.open(pipe)
        assert reported.args
        assert reported.args[0].message == f"“{name}” is a pipe or a device, not a file."
    with qtbot.waitSignal(earmark.session.failed) as reported:
        earmark.session.choose_recording(tmp_path / "pipe.mp3")
    assert is_open(earmark, "talk")
    keep(earmark, qtbot)
