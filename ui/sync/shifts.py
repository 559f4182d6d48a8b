"""How far a text was moved, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reader.sync.by_hand import Setting
from reader.time_text import clock_text

LEAD_IN = 2_000
"""ms that are heard before a point."""


def seconds_text(milliseconds: int) -> str:
    """`7300` as "7.3 s", `95000` as "1:35"; without a sign."""
    length = abs(milliseconds)
    if length >= 60_000:
        return clock_text(length)
    digits = 0 if length % 1000 < 50 else 1
    number = QLocale().toString(length / 1000, "f", digits)
    return QCoreApplication.translate("SyncCard", "{0} s").format(number)


def shift_title(setting: Setting) -> str:
    """What was done, such as "From here the text runs 45 s later"."""
    if not setting.point.is_after_break:
        return moved_text(setting.shift)
    if setting.shift >= 0:
        text = QCoreApplication.translate("SyncCard", "From here the text runs {0} later")
    else:
        text = QCoreApplication.translate("SyncCard", "From here the text runs {0} earlier")
    return text.format(seconds_text(setting.shift))


def moved_text(shift: int) -> str:
    """By how much (ms) a text was moved, such as "The text runs 7.3 s later"."""
    if shift >= 0:
        text = QCoreApplication.translate("SyncCard", "The text runs {0} later")
    else:
        text = QCoreApplication.translate("SyncCard", "The text runs {0} earlier")
    return text.format(seconds_text(shift))


def question(setting: Setting) -> str:
    """What the other meaning depends on."""
    if setting.point.is_after_break:
        return QCoreApplication.translate("SyncCard", "Was the text before it wrong as well?")
    if setting.shift >= 0:
        return QCoreApplication.translate(
            "SyncCard", "Is there something here that the text does not have?"
        )
    return QCoreApplication.translate("SyncCard", "Is a part of the text missing here?")


def answer(setting: Setting) -> str:
    """The button that takes the other meaning."""
    if setting.point.is_after_break:
        return QCoreApplication.translate("SyncCard", "Move All")
    return QCoreApplication.translate("SyncCard", "Set a Break")
