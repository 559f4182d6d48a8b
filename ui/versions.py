"""What runs here, for bug reports: versions only, nothing of the reader's."""

from __future__ import annotations

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication


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
