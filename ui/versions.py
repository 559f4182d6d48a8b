"""What runs here, for bug reports: versions only, nothing of the reader's."""

from __future__ import annotations

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

_TRACKERS = ("issues", "bugs", "bug tracker", "tracker")


def versions(player: str) -> dict[str, str]:
    """Versions by the name of the part; `player` is what plays."""
    import platform  # noqa: PLC0415

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
    # It reads what was installed with the modules for mail: not at the start of the app.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("earmark")
    except PackageNotFoundError:
        return "from source"


def issues_address() -> str:
    """Where bugs are told, as the installed package says; empty where it does not."""
    from importlib.metadata import PackageNotFoundError, metadata  # noqa: PLC0415

    try:
        rows = metadata("earmark").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    named = dict(row.split(", ", 1) for row in rows)
    return next((named[name] for name in named if name.lower() in _TRACKERS), "")
