"""Kills of a real window that keeps notes: what toast and panel had shown, compared with the file.
Part of `make faults`.

`python -m tests.benchmarks.window_kills FOLDER DEED` is the window that is killed.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from reader.store.annotations import Annotations
from reader.store.check import check
from tests.benchmarks.fault import Fault
from tests.benchmarks.table import ROOT

KILLS = 6  # of each command
LONGEST = 1.5  # seconds that a window lives after it has shown its first note, at most
LINES = 600  # of the transcript: more than a window can keep before it is killed
PATIENCE = 60.0  # seconds for a window to come up

COMMANDS = ("keep", "note", "colour", "delete", "undo", "merge", "replaced")
"""What a window does after each sentence that it keeps; `replaced`: another program puts an
earlier copy in place of the library."""


class Shown(NamedTuple):
    """What was to be seen when the window was killed."""

    notes: dict[str, tuple[str, int, bool]]  # by id: note, colour, whether marked as unsaved
    gone: frozenset[str]  # taken from the panel before
    kept: frozenset[str]  # all that a toast has called kept
    under_way: frozenset[str]  # what a command was about that was given and not yet shown


# --- the parent ----------------------------------------------------------------------------


def window_kills(count: int = KILLS) -> Iterator[Fault]:
    """Kill windows in the midst of each command; a row each."""
    for command in COMMANDS:
        with TemporaryDirectory() as folder:
            yield _killed_while(command, Path(folder), count)


def _killed_while(command: str, folder: Path, count: int) -> Fault:
    chance = random.Random(command)
    path = folder / "data" / "earmark.db"
    shown, lost, sound = 0, 0, True
    for _ in range(count):
        seen = _seen_before_the_kill(folder, command, chance.uniform(0, LONGEST))
        shown += len(seen.notes) + len(seen.gone)
        lost += _lost(path, seen)
        sound = sound and check(path).is_sound
    return Fault(
        f"window killed: {command}",
        f"{count} kills, notes shown: {shown}, lost: {lost}",
        {"notes were shown": shown > 0, "none lost": not lost, "library sound": sound},
    )


def _seen_before_the_kill(folder: Path, command: str, seconds: float) -> Shown:
    line = [sys.executable, "-m", "tests.benchmarks.window_kills", str(folder), command]
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, bufsize=0) as window:
        assert window.stdout
        until = time.monotonic() + PATIENCE
        reported = b""
        while time.monotonic() < until:
            if select.select([window.stdout], [], [], 0.05)[0]:
                more = os.read(window.stdout.fileno(), 1 << 20)
                if not more:
                    break
                if not reported:
                    until = time.monotonic() + seconds
                reported += more
        window.kill()
        reported += window.stdout.read()
    lines = reported.decode().splitlines(keepends=True)
    return _shown([json.loads(line) for line in lines if line.endswith("\n")])


def _shown(lines: list[dict[str, Any]]) -> Shown:
    panels = [line["panel"] for line in lines if "panel" in line]
    toasts = [line["toast"] for line in lines if "toast" in line]
    last = lines[-1] if lines else {}
    notes = {key: (*state,) for key, *state in (panels[-1] if panels else ())}
    gone = {key for panel in panels for key, *_ in panel} - notes.keys()
    about = frozenset(last.get("about", ()))
    return Shown(notes, frozenset(gone), frozenset(toasts), about)


def _lost(path: Path, seen: Shown) -> int:
    """How many notes are not in the file as they were shown, but for the command under way."""
    with closing(Annotations(path)) as annotations:
        found = {key: annotations.get(key) for key in {*seen.notes, *seen.gone, *seen.kept}}
    unsaved = {key for key, (_, _, is_unsaved) in seen.notes.items() if is_unsaved}
    lost = sum(found[key] is None for key in seen.kept - unsaved - seen.under_way)
    for key in seen.gone - seen.under_way:
        there = found[key]
        lost += there is None or not there.is_deleted
    for key, (note, colour, is_unsaved) in seen.notes.items():
        there = found[key]
        if is_unsaved or key in seen.under_way:
            continue
        is_there = there is not None and not there.is_deleted
        lost += not (there and is_there and (there.note, there.colour) == (note, colour))
    return lost


# --- the window ------------------------------------------------------------------------------


def run_window(folder: Path, command: str) -> int:
    """Open a window on a talk in `folder` and keep sentence after sentence, until killed."""
    from PySide6.QtWidgets import QApplication

    from reader.settings import Settings
    from ui.app import Earmark

    application = QApplication(["earmark", "-style", "Fusion"])
    talk = folder / "talk.vtt"
    if not talk.exists():
        talk.write_text(_talk(), encoding="utf-8")
    earmark = Earmark(
        player="silent",
        settings=Settings(folder / "earmark.ini"),
        database=folder / "data" / "earmark.db",
    )
    earmark.start([talk])
    keeping = _Keeping(earmark, command)
    earmark.session.episode_opened.connect(lambda _: keeping.start())
    return application.exec()


def _talk() -> str:
    cues = (
        f"{_time(number * 2_000)} --> {_time(number * 2_000 + 1_900)}\n"
        f"Sentence {number} says what nobody said.\n"
        for number in range(LINES)
    )
    return "\n".join(["WEBVTT\n", *cues])


def _time(time: int) -> str:
    return (
        f"{time // 3_600_000:02}:{time // 60_000 % 60:02}:{time // 1000 % 60:02}.{time % 1000:03}"
    )


class _Keeping:
    """Gives one command after the other, and prints what is shown after each."""

    def __init__(self, earmark: Any, command: str) -> None:
        self._earmark, self._command = earmark, command
        self._latest = ""

    def start(self) -> None:
        """With the first sentence that is not kept yet, now that there is a notebook."""
        self._controller = self._earmark.controllers.notebook.notes
        self._notebook = self._controller.notebook
        if not self._notebook.is_ready:
            self._notebook.changed.connect(self._start_when_ready)
            return
        self._go()

    def _start_when_ready(self) -> None:
        if self._notebook.is_ready:
            self._notebook.changed.disconnect(self._start_when_ready)
            self._go()

    def _go(self) -> None:
        taken = {kept.annotation.selector.time[0] for kept in self._notebook.kept}
        self._times = (n * 2_000 for n in range(LINES) if n * 2_000 not in taken)
        self._notebook.added.connect(self._take)
        self._keep()

    def _keep(self) -> None:
        self._notebook.keep_heard(next(self._times) + 1_000, 0)
        self._when_done(self._after)

    def _take(self, kept: Any) -> None:
        self._latest = kept.annotation.id
        if self._controller._toast.isVisible() and not kept.is_unsaved:
            _print(toast=self._latest)

    def _be_replaced(self) -> None:
        path = self._earmark.care.path
        copy = path.with_name("earlier.db")
        shutil.copy(path, copy)  # whatever of it is not in the log
        copy.replace(path)
        self._notebook.look()

    def _when_done(self, step: Callable[[], None]) -> None:
        """What is shown then is printed; the keeper does one thing after the other."""

        def done(_: None) -> None:
            self._print_panel()
            step()

        self._earmark.keeper.run(lambda _: None, done)

    def _print_panel(self) -> None:
        model = self._controller.panel._model
        shown = {model.index(row).data(_role()).id for row in range(model.rowCount())}
        kept = [each for each in self._notebook.kept if each.annotation.id in shown]
        states = [(each.annotation, each.is_unsaved) for each in kept]
        _print(panel=[[each.id, each.note, each.colour, unsaved] for each, unsaved in states])

    def _after(self) -> None:
        key, notebook = self._latest, self._notebook
        last_two = [each.annotation.id for each in notebook.kept[-2:]]
        about = {"merge": last_two, "replaced": [each.annotation.id for each in notebook.kept]}
        _print(about=about.get(self._command, [key]))
        commands: dict[str, Callable[[], object]] = {
            "keep": lambda: None,
            "note": partial(notebook.write, key, "first thought", ("sea",)),
            "colour": partial(notebook.colour, [key], 3),
            "delete": partial(notebook.delete, key),
            "undo": notebook.undo,
            "merge": partial(notebook.merge, *last_two),
            "replaced": self._be_replaced,
        }
        commands[self._command]()
        self._when_done(self._keep)


def _role() -> int:
    from ui.notes.notes_model import NoteRole

    return NoteRole.ANNOTATION


def _print(**what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    sys.exit(run_window(Path(sys.argv[1]), sys.argv[2]))
