"""The menu of what was kept: for one annotation or several, in a list or in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from reader.annotation import COLOURS, Annotation
from ui.appearance.swatch import swatch
from ui.appearance.theme import Theme
from ui.notes.note_requests import EDGE_KEYS, Edge, NoteRequests

Keys = str | Qt.Key | QKeyCombination | QKeySequence.StandardKey


class NoteLook(NamedTuple):
    """What a menu needs to show colours: their names, the theme, the screen's pixel ratio."""

    colour_name: Callable[[int], str]
    theme: Theme
    ratio: float


class NoteMenu(QObject):
    """Fills a menu with what can be done with `notes`, the rarer of it under More; lives as long
    as the menu.

    With `is_in_text` their passages can be changed too: their text is open.
    """

    def __init__(
        self,
        menu: QMenu,
        notes: Sequence[Annotation],
        requests: NoteRequests,
        look: NoteLook,
        *,
        is_in_text: bool = True,
    ) -> None:
        super().__init__(menu)
        self._menu, self._notes, self._requests, self._look = menu, notes, requests, look
        self._ids = [each.id for each in notes]
        self._add_first()
        menu.addSeparator()
        self._add_colours(range(1, COLOURS + 1))
        menu.addSeparator()
        delete = self.tr("&Delete") if self._is_one else self._counted(self.tr("&Delete {0} Notes"))
        self._add(delete, Qt.Key.Key_Delete, lambda: self._requests.delete.emit(self._ids))
        self._menu = menu.addMenu(self.tr("M&ore"))
        self._menu.setObjectName("more")
        self._add_rest(is_in_text=is_in_text)

    @property
    def _is_one(self) -> bool:
        return len(self._ids) == 1

    def _counted(self, text: str) -> str:
        return text.format(len(self._ids))

    def _add_first(self) -> None:
        requests, ids = self._requests, self._ids
        if self._is_one:
            self._add(self.tr("&Play"), Qt.Key.Key_Return, lambda: requests.play.emit(ids[0]))
            self._add(self.tr("&Edit Note…"), Qt.Key.Key_E, lambda: requests.edit.emit(ids[0]))
        copy = QKeySequence.StandardKey.Copy
        self._add(self.tr("&Copy"), copy, lambda: requests.copy.emit(ids))
        if any(each.is_unreviewed for each in self._notes):
            text = self.tr("Mar&k as Looked At")
            self._add(text, Qt.Key.Key_K, lambda: requests.keep.emit(ids))

    def _add_rest(self, *, is_in_text: bool) -> None:
        requests, ids = self._requests, self._ids
        link = self.tr("Copy Lin&k") if self._is_one else self.tr("Copy Lin&ks")
        self._add(link, "Ctrl+L", lambda: requests.link.emit(ids))
        self._add(self.tr("E&xport…"), "Ctrl+E", lambda: requests.export.emit(ids))
        self._add_colours(range(1))
        self._add_card()
        if is_in_text:
            self._add_clips()
            self._menu.addSeparator()
            self._add_passages()
        elif self._is_one:
            rename = self.tr("Rena&me Episode…")
            self._add(rename, "", lambda: requests.rename.emit(ids[0]))
            join = self.tr("&Join to an Episode…")
            self._add(join, "", lambda: requests.join.emit(ids[0]))

    def _add_colours(self, colours: range) -> None:
        for colour in colours:
            name = self._look.colour_name(colour).replace("&", "&&")
            request = partial(self._requests.colour.emit, self._ids, colour)
            action = self._add(name, str(colour), request)
            action.setIcon(swatch(self._look.theme, colour, self._look.ratio))
            action.setCheckable(True)
            action.setChecked(all(each.colour == colour for each in self._notes))

    def _add_card(self) -> None:
        requests, ids = self._requests, self._ids
        if self._is_one and self._notes[0].selector.quote.exact.strip():
            card = self.tr("&Quote Card…")
            self._add(card, Qt.Key.Key_Q, lambda: requests.card.emit(ids[0]))

    def _add_clips(self) -> None:
        requests, ids = self._requests, self._ids
        one, many = self.tr("Save Audio Cl&ip…"), self._counted(self.tr("Save {0} Audio Cl&ips…"))
        self._add(one if self._is_one else many, Qt.Key.Key_A, lambda: requests.clips.emit(ids))

    def _add_passages(self) -> None:
        requests, ids = self._requests, self._ids
        if not self._is_one:
            merge = self._counted(self.tr("&Merge {0} Notes"))
            self._add(merge, Qt.Key.Key_J, lambda: requests.merge.emit(ids))
            return
        self._add(self.tr("&Merge With Next"), Qt.Key.Key_J, lambda: requests.merge.emit(ids))
        self._add(self.tr("&Split"), Qt.Key.Key_S, lambda: requests.split.emit(ids[0]))
        move = self.tr("Move to Selected &Words")
        self._add(move, Qt.Key.Key_P, lambda: requests.move.emit(ids[0]))
        menu = self._menu.addMenu(self.tr("&Lengthen or Shorten"))
        texts = {
            Edge.END_LATER: self.tr("One Sentence Longer"),
            Edge.END_EARLIER: self.tr("One Sentence Shorter"),
            Edge.START_EARLIER: self.tr("Start a Sentence Earlier"),
            Edge.START_LATER: self.tr("Start a Sentence Later"),
        }
        for key, edge in EDGE_KEYS.items():
            _add(menu, texts[edge], key, partial(requests.resize.emit, ids[0], edge))

    def _add(self, text: str, keys: Keys, request: Callable[[], object]) -> QAction:
        return _add(self._menu, text, keys, request)


def _add(menu: QMenu, text: str, keys: Keys, request: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda _=False: request())
    return action
