"""Covers: small whatever the file holds, read elsewhere, and only so many of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from reader.jobs import Jobs
from ui.library import covers as module
from ui.library.covers import Covers


def png(width: int, height: int, colour: str = "#336699") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def test_a_cover_comes_later_and_is_kept(qtbot: QtBot) -> None:
    asked: list[Path] = []

    def picture_in(path: Path) -> bytes | None:
        asked.append(path)
        return png(60, 60)

    covers = Covers(picture_in)
    with qtbot.waitSignal(covers.changed):
        assert covers.picture(Path("a")) is None
    found = covers.picture(Path("a"))
    assert found is not None
    assert found.width() == module.SIDE
    assert covers.picture(None) is None
    assert asked == [Path("a")]
    close(covers)


def has_come(covers: Covers, path: Path) -> bool:
    return covers.picture(path) is not None


def test_only_so_many_are_kept(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 3)
    content = png(20, 20)
    covers = Covers(lambda _: content)
    paths = [Path(str(k)) for k in range(6)]
    for path in paths:
        covers.picture(path)
        qtbot.waitUntil(partial(has_come, covers, path))
    assert len(covers._pictures) == 3
    assert list(covers._pictures) == paths[-3:]
    close(covers)


def test_a_file_without_a_picture_is_read_once(qtbot: QtBot) -> None:
    asked: list[Path] = []
    covers = Covers(asked.append)
    covers.picture(Path("a"))
    qtbot.waitUntil(lambda: Path("a") in covers._pictures)
    covers.picture(Path("a"))
    assert asked == [Path("a")]
    close(covers)


def close(covers: Covers) -> None:
    for jobs in covers.findChildren(Jobs):
        jobs.close()
