"""What runs here, for bug reports: versions only, nothing of the reader's."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication


def versions(player: str) -> dict[str, str]:
    """Versions by the name of the part; `player` is what plays."""
    return {
        "Earmark": _own(),
        "Python": platform.python_version(),
        "PySide": pyside_version,
        "Qt": qVersion(),
        "Player": player or "none",
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Display": QGuiApplication.platformName(),
    }


def _own() -> str:
    try:
        return version("earmark")
    except PackageNotFoundError:
        return "from source"
