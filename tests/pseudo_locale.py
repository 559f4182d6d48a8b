"""Opens Earmark in a made-up language, to look at: `python -m tests.pseudo_locale long FILE`.

`long` has accents and half as many letters again, as German and Finnish do; `rtl` is the same
from right to left. What stays plain English on the screen cannot be translated.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from ui import start
from ui.appearance import language

_ACCENTS = str.maketrans("aceinouyAEIOU", "àçéîñöüýÅÉÎÖÛ")
_HELD = re.compile(r"(\{\w*\}|&\w|%n|<[^>]*>)")  # what the code fills in, and mnemonics
_STRETCH = 0.4
_RIGHT_TO_LEFT = "\u200f"  # makes Latin letters a text of that direction


class PseudoTranslator(QTranslator):
    """Translates everything, into nothing that anyone speaks."""

    def __init__(self, parent: QCoreApplication | None = None, *, is_rtl: bool = False) -> None:
        super().__init__(parent)
        self._is_rtl = is_rtl

    def translate(
        self, _context: str, source: str, _comment: str | None = None, n: int = -1
    ) -> str:
        """`source` with accents, and longer; Qt asks for the direction in the same way."""
        if source == "QT_LAYOUT_DIRECTION":
            return "RTL" if self._is_rtl else "LTR"
        text = stretched(source).replace("%n", str(n))
        return f"{_RIGHT_TO_LEFT}{text}" if self._is_rtl else text

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Not, or Qt would not ask."""
        return False


def stretched(text: str) -> str:
    """`&Play` -> `[&Plàý··]`, with what is filled in left as it is."""
    letters = sum(map(len, _HELD.split(text)[::2]))
    parts = [part if _HELD.fullmatch(part) else _accented(part) for part in _HELD.split(text)]
    return f"[{''.join(parts)}{'·' * round(letters * _STRETCH)}]"


def _accented(text: str) -> str:
    return text.translate(_ACCENTS)


def main(kind: str, *files: str) -> int:
    """Run the application with all its texts changed."""

    def use_pseudo_language(application: QCoreApplication) -> None:
        application.installTranslator(PseudoTranslator(application, is_rtl=kind == "rtl"))

    language.use_system_language = use_pseudo_language
    return start.run([Path(name) for name in files])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
