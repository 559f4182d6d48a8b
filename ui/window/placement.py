"""Where a window fits: its first size, and its way back from a screen that is gone.

All is in Qt's own pixels: of a screen at 200 % there are half as many.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

_WANTED = QSize(1000, 760)
_FRAME = QSize(16, 48)  # what a window manager puts around it, the title bar first of all
_GRIP = QSize(160, 40)  # so much of its head must be on a screen, to be taken by the mouse


def first_size(screen: QRect) -> QSize:
    """How large a window begins on a screen with this free area."""
    return _WANTED.boundedTo(screen.size() - _FRAME)


def brought_back(window: QRect, screens: Sequence[QRect]) -> QRect:
    """`window` where it can be seen and taken; the same where it can already.

    The first screen is the one to come back to.
    """
    screen = next((each for each in screens if _is_held(window, each)), None)
    if screen is not None and not _is_larger(window.size(), screen.size() - _FRAME):
        return window
    home = screen or (screens[0] if screens else window)
    size = window.size().boundedTo(home.size() - _FRAME)
    return QRect(_inside(window.topLeft(), size, home), size)


def _is_held(window: QRect, screen: QRect) -> bool:
    """Whether enough of the window's head lies on the screen."""
    head = QRect(window.left(), window.top(), window.width(), _GRIP.height())
    seen = head.intersected(screen)
    return seen.width() >= min(_GRIP.width(), window.width()) and seen.height() >= _GRIP.height()


def _is_larger(size: QSize, room: QSize) -> bool:
    return size.width() > room.width() or size.height() > room.height()


def _inside(corner: QPoint, size: QSize, screen: QRect) -> QPoint:
    """The corner nearest to `corner` at which a window of this size is on the screen."""
    last = screen.bottomRight() - QPoint(size.width(), size.height())
    top = screen.top() + _FRAME.height() // 2
    x = max(screen.left(), min(corner.x(), last.x()))
    return QPoint(x, max(top, min(corner.y(), last.y())))
