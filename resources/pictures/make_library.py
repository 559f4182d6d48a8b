"""Make earmark-library.png: the library of a made-up listener.

`sh packaging/on_own_screen.sh .venv/bin/python resources/pictures/make_library.py` at the root.
Shows, episodes and covers are invented; what is said is the sample's.
"""

from __future__ import annotations

import os
import sys
import time
import wave
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
PICTURE = Path(__file__).with_name("earmark-library.png")
SIZE = QSize(1180, 740)
SIDE = 400  # px of a cover
MINUTE = 60_000

EPISODES = (  # show, title, date, minutes, minutes heard
    ("Tide Tables", "The Lighthouse Keeper’s Daughter", "2026-10-02", 48, 31),
    ("Small Machines", "Why a Clock Ticks", "2026-09-18", 63, 12),
    ("Tide Tables", "Bells Under the Harbour", "2026-09-04", 51, 51),
    ("Kitchen Chemistry", "Salt, and What It Does to Bread", "2026-08-28", 37, 0),
    ("Small Machines", "A Loom Is a Computer", "2026-08-07", 58, 0),
    ("Night Letters", "Forty Years of Postcards", "2026-07-15", 44, 44),
    ("Kitchen Chemistry", "Why Onions Make Us Cry", "2026-06-30", 35, 0),
    ("Night Letters", "The Translator’s Other Name", "2026-06-11", 71, 26),
)


def _waves(painter: QPainter) -> None:
    painter.fillRect(0, 0, SIDE, SIDE, QColor("#f0cf73"))
    painter.setBrush(QColor("#fbf4dc"))
    painter.drawEllipse(QPointF(270, 125), 46, 46)
    for top, colour in ((230, "#2f6f86"), (285, "#234a63")):
        path = QPainterPath(QPointF(0, SIDE))
        path.lineTo(0, top)
        path.cubicTo(130, top - 60, 240, top + 70, SIDE, top - 25)
        path.lineTo(SIDE, SIDE)
        painter.setBrush(QColor(colour))
        painter.drawPath(path)


def _dial(painter: QPainter) -> None:
    painter.fillRect(0, 0, SIDE, SIDE, QColor("#3d3350"))
    painter.setBrush(QColor("#f4ecdf"))
    painter.drawEllipse(QPointF(200, 200), 140, 140)
    painter.translate(200, 200)
    for hour in range(12):
        painter.fillRect(QRectF(-5, -126, 10, 22 if hour % 3 else 36), QColor("#3d3350"))
        painter.rotate(30)
    painter.setPen(QPen(QColor("#c2502e"), 14, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(0, 0), QPointF(52, -70))
    painter.drawLine(QPointF(0, 0), QPointF(-64, 12))


def _grains(painter: QPainter) -> None:
    painter.fillRect(0, 0, SIDE, SIDE, QColor("#dfe8dc"))
    for k, colour in enumerate(("#7f9a55", "#4f7240", "#a7b86e", "#c98f3f", "#4f7240")):
        painter.setBrush(QColor(colour))
        painter.save()
        painter.translate(200, 330)
        painter.rotate(36 * (k - 2))
        painter.drawEllipse(QPointF(0, -150), 34, 110)
        painter.restore()


def _stars(painter: QPainter) -> None:
    painter.fillRect(0, 0, SIDE, SIDE, QColor("#1d2743"))
    points = ((70, 250), (150, 130), (235, 190), (320, 90), (300, 290))
    painter.setPen(QPen(QColor("#67769a"), 4))
    for (x, y), (to_x, to_y) in pairwise(points):
        painter.drawLine(x, y, to_x, to_y)
    painter.setPen(Qt.PenStyle.NoPen)
    for k, (x, y) in enumerate(points):
        painter.setBrush(QColor("#e8b04a" if k % 2 else "#f6efe2"))
        painter.drawEllipse(QPointF(x, y), 15, 15)


COVERS: dict[str, Callable[[QPainter], None]] = {
    "Tide Tables": _waves,
    "Small Machines": _dial,
    "Kitchen Chemistry": _grains,
    "Night Letters": _stars,
}


def main() -> None:
    """Fill a library, open it, take its picture."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("earmark")
    with TemporaryDirectory() as folder:
        home = Path(folder)
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(home / name)
        _fill(home)
        _take(home)
    os._exit(0)  # what still plays or reads need not end in order


def _fill(home: Path) -> None:
    from reader.episode import Names
    from reader.library.folder_scan import FolderScan
    from reader.library.indexing import Indexing
    from reader.store.catalogue import Catalogue
    from reader.store.library import Library
    from reader.store.library_file import LibraryFile
    from reader.store.word_index import WordIndex

    for show, title, *_ in EPISODES:
        _write(home / "Podcasts" / show, title)
    file, index = LibraryFile(home / "earmark.db"), WordIndex(home / "words.db")
    catalogue = Catalogue(file)
    FolderScan(catalogue, catalogue.watch(home / "Podcasts")).run()
    given = {title: (show, date, *minutes) for show, title, date, *minutes in EPISODES}
    now = datetime.now(UTC)
    changed = []
    for row in catalogue.episodes():
        show, date, length, heard = given[row.episode.title]
        names = Names(row.episode.title, show, date)
        changed.append(
            (
                replace(
                    row.episode.found_as(names),
                    length=length * MINUTE,
                    position=heard * MINUTE,
                    opened_at=now - timedelta(minutes=heard),
                    is_opened=heard > 0,
                ),
                row.cover,
            )
        )
    catalogue.write(changed, [])
    Indexing(index, catalogue, Library(file)).run()
    file.close()
    index.close()


def _write(folder: Path, title: str) -> None:
    """A recording of no length to speak of, the sample's text, and the show's cover."""
    folder.mkdir(parents=True, exist_ok=True)
    sample = ROOT / "resources" / "sample" / "earmark-tour.vtt"
    (folder / f"{title}.vtt").write_bytes(sample.read_bytes() + title.encode())
    with wave.open(str(folder / f"{title}.wav"), "wb") as sound:
        sound.setparams((1, 2, 8_000, 0, "NONE", ""))
        sound.writeframes(title.encode("utf-16-le") * 400)
    cover = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    painter = QPainter(cover)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    COVERS[folder.name](painter)
    painter.end()
    cover.save(str(folder / "cover.png"))
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))  # else it may still be being written


def _take(home: Path) -> None:
    from reader import settings as prefs
    from reader.settings import Settings
    from ui.app import Earmark
    from ui.appearance import language

    settings = Settings(home / "earmark.ini")
    settings.set(prefs.THEME, "light")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    language.use_language(application, "en")
    earmark = Earmark(player="silent", settings=settings, database=home / "earmark.db")
    window = earmark.window
    window.resize(SIZE)
    earmark.start([])
    window.resize(SIZE)
    window.activateWindow()
    end = time.monotonic() + 10
    while time.monotonic() < end:  # covers come one by one
        application.processEvents()
        time.sleep(0.01)
    window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888).save(str(PICTURE))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
