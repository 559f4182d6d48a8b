"""Draws the mark as icons for Windows and macOS: `icons.py FOLDER`, earmark.ico and .icns."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtGui import QGuiApplication

from resources.icons.make_pngs import render


def draw(folder: Path) -> None:
    """Write both; raises OSError where Qt cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, size in (("earmark.ico", 256), ("earmark.icns", 1024)):
        if not render(size).save(str(folder / name)):
            raise OSError(f"{folder / name} cannot be written")


if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    draw(Path(sys.argv[1]))
