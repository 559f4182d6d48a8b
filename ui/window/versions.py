"""What runs here, for bug reports: versions only, nothing of the reader's."""

from __future__ import annotations

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from ui.window.parts import version_of

_TRACKERS = ("issues", "bugs", "bug tracker", "tracker")


def versions(player: str) -> dict[str, str]:
    """Versions by the name of the part; `player` is what plays."""
    import platform

    return {
        "Earmark": version_of("earmark") or "from source",
        "Python": platform.python_version(),
        "PySide": pyside_version,
        "Qt": qVersion(),
        "Player": player or "none",
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Display": QGuiApplication.platformName(),
        "Screen": _screen(),
        "Language": QLocale().name(),
    }


def _screen() -> str:
    """The size in pixels as the desktop counts them, and how many dots each has."""
    screen = QGuiApplication.primaryScreen()
    return f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"


def issues_address() -> str:
    """Where bugs are reported, as the installed package says; empty where it does not."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        rows = metadata("earmark").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    named = dict(row.split(", ", 1) for row in rows)
    return next((named[name] for name in named if name.lower() in _TRACKERS), "")
