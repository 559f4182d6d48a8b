"""Times in words, for assistive technology."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "spoken_time"


def _t(text: str) -> str:
    """Mark for `make translations`."""
    return text


_UNITS = ((3600, _t("%n hour(s)")), (60, _t("%n minute(s)")), (1, _t("%n second(s)")))


def spoken_time(milliseconds: int) -> str:
    """`754321` -> `12 minutes 34 seconds`, in the language of the interface."""
    said: list[str] = []
    rest = max(0, milliseconds) // 1000
    for size, unit in _UNITS:
        count, rest = divmod(rest, size)
        if count or (size == 1 and not said):
            said.append(QCoreApplication.translate(CONTEXT, unit, "", count))
    return " ".join(said)
