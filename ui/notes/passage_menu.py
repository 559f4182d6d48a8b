"""The menu of words in the text: keep them, in a colour or with a note."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.annotation import COLOURS
from ui.appearance.swatch import swatch
from ui.notes.note_menu import NoteLook


class PassageMenu(QObject):
    """Fills a menu with what can be done with a passage; lives as long as the menu."""

    def __init__(
        self,
        menu: QMenu,
        look: NoteLook,
        highlight: Callable[[int], object],
        note: Callable[[], object],
        *,
        is_selected: bool,
    ) -> None:
        """`highlight` is given a colour, 0 for a bookmark."""
        super().__init__(menu)
        self._menu = menu
        keep = self.tr("&Keep Selection") if is_selected else self.tr("&Keep This Sentence")
        self._add(keep, partial(highlight, 0)).setIcon(swatch(look.theme, 0, look.ratio))
        menu.addSeparator()
        for colour in range(1, COLOURS + 1):
            name = look.colour_name(colour).replace("&", "&&")
            action = self._add(name, partial(highlight, colour))
            action.setIcon(swatch(look.theme, colour, look.ratio))
        menu.addSeparator()
        self._add(self.tr("Write a &Note…"), note)

    def _add(self, text: str, request: Callable[[], object]) -> QAction:
        action = self._menu.addAction(text)
        action.triggered.connect(lambda _=False: request())
        return action
