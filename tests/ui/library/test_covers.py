"""Covers: small whatever the file holds, read elsewhere, and only so many of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from reader.jobs import Jobs
from ui.library import covers as module
from ui.library.cover_art import initial
from ui.library.covers import Covers, scaled


def png(width: int, height: int, colour: str = "#336699") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("size", [(400, 400), (1200, 300), (30, 40)])
def test_a_cover_is_the_square_in_the_middle(qapp: object, size: tuple[int, int]) -> None:
    image = scaled(png(*size), 48)
    assert image is not None
    assert (image.width(), image.height()) == (48, 48)
    assert image.pixelColor(24, 24) == QColor("#336699")


@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", png(3, 3)[:40], b"GIF89a" + b"\0" * 40],
    ids=["empty", "words", "cut", "zeros"],
)
def test_what_is_no_picture_is_no_cover(qapp: object, content: bytes) -> None:
    assert scaled(content, 48) is None


def test_a_huge_picture_is_not_unpacked(qapp: object) -> None:
    """A few bytes of PNG may stand for 100 MB of pixels."""
    header = QByteArray(png(8, 8))
    huge = bytearray(header.data())
    huge[16:24] = (30_000).to_bytes(4, "big") + (30_000).to_bytes(4, "big")
    assert scaled(bytes(huge), 48) is None


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


@pytest.mark.parametrize(
    ("name", "letter"),
    [("The Daily", "D"), ("The", "T"), ("2.0", "2"), ("“So”", "S"), ("…", "♪"), ("", "♪")],
)
def test_the_letter_in_place_of_a_cover(name: str, letter: str) -> None:
    assert initial(name) == letter
