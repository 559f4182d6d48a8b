"""`earmark --self-test`: tries in a real window what a listener needs, a line for each step.

Library and settings are temporary ones: what the listener keeps is never touched.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.errors import ReaderError
from reader.playback.player import PlayerState
from reader.playback.vlc_player import VlcPlayer
from reader.settings import Settings
from reader.store.annotations import Annotations
from reader.store.library import Library
from reader.whole_file import write_file
from ui.app import Earmark
from ui.appearance.identity import NAME
from ui.commands import output
from ui.window.garbage import GarbageCollection
from ui.window.versions import versions

if TYPE_CHECKING:
    from reader.notes.exporting.note import ExportedNote

_PATIENCE = 20_000  # ms for one step
_LOST = 4_000  # ms of playing by which an output has taken some of it
_LOOK = 20  # ms between two looks at what is waited for
_NOTE = "Written by the self-test."


class _StepError(Exception):
    """What was waited for did not come."""


def run(files: Sequence[Path], *, player: str | None = None) -> int:
    """Try it with these files, or with the sample; gives the exit code."""
    _need_no_display()
    application = QApplication([sys.argv[0], "-style", "Fusion"])
    application.setApplicationName(NAME)
    GarbageCollection(application)
    with TemporaryDirectory(prefix="earmark-self-test-", ignore_cleanup_errors=True) as folder:
        database = Path(folder) / "earmark.db"
        settings = Settings(Path(folder) / "earmark.ini")
        earmark = Earmark(player=player, settings=settings, database=database)
        trial = _Trial(earmark, database, files or [paths.sample_episode()])
        is_passed = _reported(trial.steps())
        earmark.window.close()
        earmark.shut_down()
    return 0 if is_passed else 1


def _need_no_display() -> None:
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform == "linux" and not has_display:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _reported(steps: Iterator[tuple[str, Callable[[], str]]]) -> bool:
    """Take the steps, report each, and stop at the first that fails."""
    for name, step in steps:
        try:
            output.write(f"ok    {name:11} {step()}\n")
        except _StepError as failure:
            output.write(f"FAIL  {name:11} {failure}\n")
            return False
    output.write("Earmark works here.\n")
    return True


class _Trial:
    """The steps, each gives a line about what it found or raises `_StepError`."""

    def __init__(self, earmark: Earmark, database: Path, files: Sequence[Path]) -> None:
        self._earmark, self._database, self._files = earmark, database, files
        self._window, self._session = earmark.window, earmark.session
        self._transport = earmark.transport
        self._faults: list[str] = []
        self._is_unheard = False
        self._session.failed.connect(self._take_fault)
        self._transport.unheard.connect(self._take_unheard)

    def steps(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Names and steps, in their order."""
        yield "window", self._open
        yield "player", self._load_player
        if self._session.script is not None:
            yield "transcript", self._describe_transcript
        yield "sound", self._play
        if self._session.script is not None:
            yield "highlight", self._follow
        yield "seek", self._seek
        yield "keep", self._keep
        yield "find", self._find
        yield "write", self._write
        yield "template", self._fill_in

    def _open(self) -> str:
        painted: list[bool] = []
        self._window.painted.connect(lambda: painted.append(True))
        self._earmark.start(self._files)
        self._until(lambda: bool(painted), "the window was not painted")
        self._until(lambda: self._session.episode is not None, "the episode was not opened")
        return f"painted on {QApplication.platformName()}, {self._session.title} is open"

    def _load_player(self) -> str:
        self._until(lambda: bool(self._transport.player_name), "no player was loaded")
        found = versions(self._transport.player_name)
        return f"{found['Player']} (Earmark {found['Earmark']}, Qt {found['Qt']})"

    def _describe_transcript(self) -> str:
        script = self._session.script
        count = len(script.transcript.cues) if script else 0
        if not count:
            raise _StepError("the transcript has no lines")
        return f"{count} lines"

    def _play(self) -> str:
        """Decoded, and taken by an output; where no output does, by one that is not heard."""
        if self._session.recording is None:
            raise _StepError("there is no recording to play")
        self._until(lambda: self._transport.state is PlayerState.PAUSED, "it was not loaded")
        self._window.commands["play"].trigger()
        self._until(lambda: self._is_heard() or self._is_lost(), "nothing was decoded")
        if self._is_heard():
            return self._counted("")
        self._transport.set_player(VlcPlayer.load(["--aout=dummy"]))  # it plays on
        if not self._transport.is_wanted_playing:
            self._window.commands["play"].trigger()
        self._until(self._is_heard, "nothing was decoded and played, even without a device")
        return self._counted(", to nobody: no sound device takes it here")

    def _is_heard(self) -> bool:
        count = self._transport.sound_count()
        return count is not None and count.decoded > 0 and count.played > 0

    def _is_lost(self) -> bool:
        """Whether what is decoded reaches no output."""
        count = self._transport.sound_count()
        is_late = self._time > _LOST and count is not None and count.decoded > 0
        return self._is_unheard or (is_late and not self._is_heard())

    def _counted(self, more: str) -> str:
        count = self._transport.sound_count()
        return f"{count.decoded} blocks decoded, {count.played} played{more}" if count else more

    def _follow(self) -> str:
        """The line that is lit up is the one spoken now."""
        self._until(lambda: self._session.follower.lead is not None, "no line lit up")
        line, script = self._session.follower.lead, self._session.script
        if line is None or script is None or line not in script.timeline.current(self._time):
            raise _StepError(f"line {line} is lit up at {self._time} ms")
        return f"line {line + 1}: {script.transcript.cues[line].text[:50]}"

    def _seek(self) -> str:
        """Half way in, and it plays on from there."""
        self._until(lambda: self._transport.length > 0, "its length is not known")
        target = self._transport.length // 2
        self._transport.seek(target)
        self._until(lambda: self._time > target + 300, "it does not play on after a jump")
        if self._time > target + _PATIENCE:
            raise _StepError(f"a jump to {target} ms led to {self._time} ms")
        return f"jumped to {target / 1000:.1f} s of {self._transport.length / 1000:.1f} s"

    def _keep(self) -> str:
        self._until(
            lambda: self._earmark.controllers.notebook is not None, "the notebook was not opened"
        )
        controllers = self._earmark.controllers.notebook
        assert controllers is not None
        controller = controllers.notes
        self._until(lambda: controller.notebook.is_ready, "the notebook is not ready")
        self._window.commands["keep"].trigger()
        self._until(lambda: bool(controller.notebook.kept), "nothing was kept")
        kept = controller.notebook.kept[0].annotation
        controller.notebook.write(kept.id, _NOTE, [])
        self._until(
            lambda: controller.notebook.kept[0].annotation.note == _NOTE, "no note was written"
        )
        return kept.selector.quote.exact[:50] or f"the moment {kept.selector.time[0] / 1000:.1f} s"

    def _find(self) -> str:
        """In the file on the disk, not in what the window has in mind."""
        store = Annotations(self._database)
        found = store.search("self-test")
        store.close()
        if [each.annotation.note for each in found] != [_NOTE]:
            raise _StepError(f"{len(found)} notes were found where there is 1")
        return "the note, in a temporary library"

    def _write(self) -> str:
        """In each form: templates or what makes decks may be missing in a package."""
        from reader.notes.exporting import NOTE_FORMATS, written
        from reader.notes.exporting.note import Export, NoteOptions

        export = Export(self._kept(), NoteOptions())
        try:
            sizes = [len(written(export, form)) for form in NOTE_FORMATS]
        except ReaderError as error:
            raise _StepError(error.message) from error
        return f"the note in {len(sizes)} forms"

    def _fill_in(self) -> str:
        """A template of a listener's own, which a process of its own fills in."""
        from reader.notes.exporting import templates

        path = self._database.with_name("own.md")
        try:
            write_file(path, b"{{ 6 * 7 }} {{ title }}")
            text = templates.filled_in(path, {"title": _NOTE})
        except ReaderError as error:
            raise _StepError(error.message) from error
        if text != f"42 {_NOTE}":
            raise _StepError(f"the template gave {text[:80]!r}")
        return "filled in by a process of its own"

    def _kept(self) -> tuple[ExportedNote, ...]:
        from reader.notes.exporting.choosing import NoteChoice
        from reader.notes.exporting.gathering import gathered

        store, library = Annotations(self._database), Library(self._database)
        with closing(store), closing(library):
            return gathered(store, library, NoteChoice()).notes

    @property
    def _time(self) -> int:
        return self._transport.time

    def _take_fault(self, error: ReaderError) -> None:
        self._faults.append(error.message)

    def _take_unheard(self) -> None:
        self._is_unheard = True

    def _until(self, is_so: Callable[[], bool], complaint: str) -> None:
        """Run the application until it is so; raises where it fails or takes too long."""
        loop, look = QEventLoop(), QTimer(interval=_LOOK)
        look.timeout.connect(lambda: loop.quit() if is_so() or self._faults else None)
        look.start()
        QTimer.singleShot(_PATIENCE, loop.quit)
        if not is_so():
            loop.exec()
        look.stop()
        if not is_so():
            raise _StepError(" ".join(self._faults) or f"{complaint} in {_PATIENCE // 1000} s")
