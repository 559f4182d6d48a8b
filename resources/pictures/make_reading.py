"""Make earmark-light.png: the sample being followed, with what was kept beside it.

`sh packaging/on_own_screen.sh .venv/bin/python resources/pictures/make_reading.py` at the root.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ui.app import Earmark

ROOT = Path(__file__).resolve().parents[2]
PICTURE = Path(__file__).with_name("earmark-light.png")
SAMPLE = ROOT / "resources" / "sample" / "earmark-tour.vtt"
SIZE = QSize(1180, 740)
KEPT = (  # words, and the colour that they are highlighted in
    ("Neither of us has ever been in a room.", 2),
    ("The page will not pull you back by the sleeve.", 1),
    ("Sooner or later, somebody says a thing that you will want tomorrow.", 5),
)
NOTE = "Nobody here has a body. Ask about the weather.", ("voices", "tour")
PLAYED_FROM, TAKEN_AT = 24_000, 27_000  # ms


def main() -> None:
    """Open the sample, keep some of it, play it, take its picture."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("earmark")
    with TemporaryDirectory() as folder:
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name)
        _take(Path(folder))
    os._exit(0)  # what still plays or reads need not end in order


def _take(home: Path) -> None:
    from reader import settings as prefs
    from reader.playback import choosing
    from reader.playback.vlc_player import VlcPlayer
    from reader.settings import Settings
    from ui.app import Earmark

    choosing.PLAYERS["mute"] = partial(VlcPlayer.prepare, ["--aout=dummy"])
    settings = Settings(home / "earmark.ini")
    settings.set(prefs.THEME, "light")
    earmark = Earmark(player="mute", settings=settings, database=home / "earmark.db")
    window, transport = earmark.window, earmark.transport
    window.resize(SIZE)
    earmark.start([SAMPLE])
    window.resize(SIZE)
    window.activateWindow()
    _until(lambda: earmark.controllers.notebook is not None and transport.length > 0)
    _keep(earmark)
    transport.seek(PLAYED_FROM)
    transport.play()
    _until(lambda: transport.time >= TAKEN_AT)
    picture = window.grab().toImage()
    picture.convertToFormat(picture.Format.Format_RGB888).save(str(PICTURE))


def _keep(earmark: Earmark) -> None:
    assert earmark.controllers.notebook is not None
    notebook = earmark.controllers.notebook.notes.notebook
    _until(lambda: notebook.is_ready)
    page = earmark.window.reading_page
    text = page.pane.reading.text
    for count, (words, colour) in enumerate(KEPT, 1):
        start = text.index(words)
        page.pane.select(start, start + len(words))
        QTest.keyClick(page.pane, Qt.Key(Qt.Key.Key_0 + colour))
        _until(lambda count=count: len(notebook.kept) == count)  # type: ignore[misc]
    note, tags = NOTE
    notebook.write(notebook.kept[0].annotation.id, note, tags)
    earmark.controllers.commands["notes"].trigger()
    end = time.monotonic() + 7  # the toast of what was kept last goes by itself
    _until(lambda: time.monotonic() > end)
    page.follow.start()


def _until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        QApplication.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
