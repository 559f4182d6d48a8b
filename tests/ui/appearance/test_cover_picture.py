"""Any picture becomes a small square, whatever a file says of itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter

from ui.appearance.cover_picture import square_picture


def png(width: int, height: int, colour: str = "#336699") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("size", [(400, 400), (1200, 300), (30, 40)])
def test_a_cover_is_the_square_in_the_middle(qapp: object, size: tuple[int, int]) -> None:
    image = square_picture(png(*size), 48)
    assert image is not None
    assert (image.width(), image.height()) == (48, 48)
    assert image.pixelColor(24, 24) == QColor("#336699")


@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", png(3, 3)[:40], b"GIF89a" + b"\0" * 40],
    ids=["empty", "words", "cut", "zeros"],
)
def test_what_is_no_picture_is_no_cover(qapp: object, content: bytes) -> None:
    assert square_picture(content, 48) is None


def test_a_huge_picture_is_not_unpacked(qapp: object) -> None:
    """A few bytes of PNG may stand for 100 MB of pixels."""
    header = QByteArray(png(8, 8))
    huge = bytearray(header.data())
    huge[16:24] = (30_000).to_bytes(4, "big") + (30_000).to_bytes(4, "big")
    assert square_picture(bytes(huge), 48) is None
