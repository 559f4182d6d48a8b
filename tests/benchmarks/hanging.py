"""What becomes of the window and of notes when a disk does not answer; rows of `make faults`.

The real window runs in a process of its own, keeps a note, meets what hangs, and is closed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.benchmarks.fault import Fault
from tests.benchmarks.table import ROOT

LONGEST = 2.0  # seconds from closing the window until the process is gone
GIVEN_UP = 300.0  # seconds, on a machine that has much else to do

WINDOW = """
import json, os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader.playback import file_look
from tests.hanging import HangingFolder
from ui import start
from ui.cli import main

kind, home = sys.argv[1], Path(sys.argv[2])
mount = HangingFolder(home / "mount")
mount.put_between(setattr)

def hang(earmark):
    far = home / "mount" / "far.mp3"
    if kind in ("a recording", "all at once"):
        mount.hang()
        earmark.session.open(far)
        earmark.opener.run(lambda _: far.exists(), lambda _: None)
    if kind in ("the player", "all at once"):
        os.mkfifo(home / "pipe.mp3")
        file_look.size_of = lambda path: 1  # as if it had become a pipe since it was looked at
        earmark.transport.open(home / "pipe.mp3")
    if kind in ("the library", "all at once"):
        mount.hang()
        earmark.keeper.run(lambda _: far.exists(), lambda _: None)
    QTimer.singleShot(1_000, close)

def close():
    print(json.dumps(time.time()), flush=True)
    QApplication.closeAllWindows()

def keep(earmark):
    parts = earmark.controllers.notebook
    if parts is None or not parts.notes.notebook.is_ready:  # on a machine that has much else to do
        QTimer.singleShot(100, lambda: keep(earmark))
        return
    notebook = parts.notes.notebook
    notebook.added.connect(lambda _: QTimer.singleShot(0, lambda: hang(earmark)))
    notebook.keep_heard(1_500, 0)

def begin(self):
    settle_in(self)
    earmark = self._earmark
    QTimer.singleShot(1_500, lambda: keep(earmark))

settle_in, start._Start._settle_in = start._Start._settle_in, begin
sys.exit(main(["--new-window", "--player", "vlc", str(home / "near.vtt"), str(home / "near.mp3")]))
"""


def hangs(kind: str, folder: Path) -> Fault:
    """The window beside something that does not answer."""
    (folder / "mount").mkdir()
    sound = ROOT / "tests" / "data" / "audio" / "constant.mp3"
    for path in (folder / "near.mp3", folder / "mount" / "far.mp3"):
        path.write_bytes(sound.read_bytes())
    (folder / "near.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:03.000\nThe harbour wakes.\n")
    given = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE")}
    done = subprocess.run(
        [sys.executable, "-c", WINDOW, kind, str(folder)],
        cwd=ROOT,
        env={**os.environ, **given, "XDG_RUNTIME_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=GIVEN_UP,
    )
    closed = [float(json.loads(line)) for line in done.stdout.splitlines() if line[:1].isdigit()]
    seconds = time.time() - closed[0] if closed else GIVEN_UP
    return Fault(
        f"{kind} hangs",
        f"gone after {seconds:.2f} s",
        {
            "note saved": _saved(folder / "DATA" / "earmark" / "earmark.db") == 1,
            f"gone within {LONGEST:g} s": seconds < LONGEST,
            "nothing on the terminal": "Traceback" not in done.stderr and done.returncode == 0,
        },
    )


def _saved(path: Path) -> int:
    from reader.store.annotations import Annotations

    annotations = Annotations(path)
    try:
        return len(list(annotations.every()))
    finally:
        annotations.close()


HANGS: tuple[Callable[[Path], Fault], ...] = tuple(
    partial(hangs, kind) for kind in ("a recording", "the player", "the library", "all at once")
)
