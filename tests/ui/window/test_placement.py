"""The first window fits its screen; one from a screen that is gone is brought back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize

from ui.window.placement import brought_back, first_size

ROOT = Path(__file__).parents[3]
SCREENS = [(1366, 768), (1024, 600), (1280, 800), (1920, 1080), (2560, 1440)]
LEFT, RIGHT = QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 1000)
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from reader import settings as prefs
from reader.settings import Settings
from ui.window.main_window import MainWindow

application = QApplication(["earmark", "-style", "Fusion"])
settings = Settings(Path(sys.argv[1]))
if sys.argv[2:]:
    settings.set(prefs.WINDOW_GEOMETRY, bytes.fromhex(sys.argv[2]))
window = MainWindow(settings)
screen, shape = window.screen().availableGeometry(), window.geometry()
print(*screen.getRect(), *shape.getRect(), bytes(window.saveGeometry().data()).hex())
"""


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_first_window_fits(screen: tuple[int, int], scale: float) -> None:
    free = QRect(0, 0, round(screen[0] / scale), round(screen[1] / scale) - 32)
    size = first_size(free)
    assert size.width() <= free.width()
    assert size.height() < free.height()  # with room for its title
    assert size.width() >= min(1000, free.width() - 40)


@pytest.mark.parametrize(
    "window",
    [QRect(100, 80, 1000, 760), QRect(1800, 80, 1000, 760), QRect(2000, 50, 900, 700)],
)
def test_a_window_that_can_be_taken_stays(window: QRect) -> None:
    assert brought_back(window, [LEFT, RIGHT]) == window


@pytest.mark.parametrize(
    "window",
    [
        QRect(2400, 100, 1000, 760),  # on a screen that was at the right
        QRect(-1500, 100, 1000, 760),
        QRect(100, -700, 1000, 760),  # its title is above the screen
        QRect(100, 1020, 1000, 760),
        QRect(-200, -200, 3000, 2000),
        QRect(50, 50, 2500, 1400),  # of a larger screen
    ],
)
def test_a_window_from_a_screen_that_is_gone_comes_back(window: QRect) -> None:
    found = brought_back(window, [LEFT])
    assert LEFT.contains(found)
    assert found.size() == window.size() or found.size() == QSize(1920 - 16, 1040 - 48).boundedTo(
        window.size()
    )


def test_without_any_screen_it_stays() -> None:
    assert brought_back(LEFT, []).isValid()


@pytest.mark.parametrize("scale", ["1", "1.25", "2"])
def test_the_window_itself_begins_within_the_screen(tmp_path: Path, scale: str) -> None:
    screen, shape, _ = shown(tmp_path, scale)
    assert shape.width() <= screen.width()
    assert shape.height() <= screen.height()


def test_a_window_of_a_larger_screen_is_shrunk(tmp_path: Path) -> None:
    *_, geometry = shown(tmp_path, "0.5")  # the same screen, with twice as many pixels
    screen, shape, _ = shown(tmp_path, "2", geometry)
    assert screen.contains(shape)


def shown(home: Path, scale: str, geometry: str = "") -> tuple[QRect, QRect, str]:
    """The free area of the screen, the window's shape, and that as it is kept."""
    command = [sys.executable, "-c", PROGRAM, str(home / "e.ini"), *filter(None, [geometry])]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    reported = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    *numbers, kept = reported.stdout.split()
    return QRect(*map(int, numbers[:4])), QRect(*map(int, numbers[4:])), kept
