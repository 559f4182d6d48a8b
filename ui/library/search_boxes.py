"""What narrows a search, chosen from lists: a show, a voice, a year. All of it can be typed too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.library.search_query import SearchQuery
from reader.library.shelf import ShelfEpisode, shows
from ui.widgets.choice_box import QuietBox

_WIDEST = 180  # px
_MOST_VOICES = 100
_TYPED = Qt.ItemDataRole.UserRole + 1


class SearchBoxes(QWidget):
    """Offers what the library has, and shows what the words in the field ask for."""

    narrowed = Signal(object)  # mapping of filters to their values, "" for none

    def __init__(self) -> None:
        super().__init__()
        self._show, self._voice, self._date = (QuietBox(_WIDEST) for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for box in (self._show, self._voice, self._date):
            row.addWidget(box)
            box.activated.connect(lambda _, box=box: self.narrowed.emit(box.currentData()))
        self._name_boxes()
        self.set_shelf(())

    def set_shelf(self, episodes: Sequence[ShelfEpisode]) -> None:
        """Offer the shows, voices and years of these, the voices of most episodes first."""
        voices = Counter(voice for each in episodes for voice in each.voices)
        years = {each.episode.date[:4] for each in episodes if each.episode.date}
        found = [each.name for each in shows(episodes)]
        _fill(self._show, self.tr("Any show"), {name: {"show": name} for name in found})
        most = [name for name, _ in voices.most_common(_MOST_VOICES)]
        _fill(self._voice, self.tr("Any voice"), {name: {"voice": name} for name in most})
        ends = {year: _within(year) for year in sorted(years, reverse=True)}
        _fill(self._date, self.tr("Any date"), ends)
        for box in (self._show, self._voice, self._date):
            box.setVisible(box.count() > 1)

    def show_query(self, query: SearchQuery) -> None:
        """Show what narrows it now, also where it was typed."""
        _choose(self._show, {"show": " ".join(query.shows)})
        _choose(self._voice, {"voice": " ".join(query.voices)})
        _choose(self._date, {"after": query.after, "before": query.before})

    def _name_boxes(self) -> None:
        for box, name, tip in (
            (self._show, self.tr("Show"), self.tr("Only in one show")),
            (self._voice, self.tr("Voice"), self.tr("Only what one voice says")),
            (self._date, self.tr("Date"), self.tr("Only what came out in one year")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(tip)


def _within(year: str) -> dict[str, str]:
    return {"after": year, "before": f"{int(year) + 1:04}"}


def _fill(box: QuietBox, every: str, choices: Mapping[str, Mapping[str, str]]) -> None:
    """The first of a box is all, by no value of what the others have one of."""
    names = {name for value in choices.values() for name in value}
    with QSignalBlocker(box):
        box.clear()
        box.addItem(every, dict.fromkeys(names, ""))
        for text, value in choices.items():
            box.addItem(text, dict(value))
    box.updateGeometry()


def _choose(box: QuietBox, wanted: Mapping[str, str]) -> None:
    """The choice that says the same; what was typed otherwise is one more, while it is typed."""
    with QSignalBlocker(box):
        last = box.count() - 1
        if box.itemData(last, _TYPED):
            box.removeItem(last)
        rows = range(box.count()) if any(wanted.values()) else range(1)
        same = next((k for k in rows if _is_same(box.itemData(k), wanted)), None)
        if same is None and any(wanted.values()):
            same = box.count()
            box.addItem("–".join(wanted.values()), dict(wanted))
            box.setItemData(same, True, _TYPED)
        box.setCurrentIndex(same or 0)
    box.updateGeometry()


def _is_same(value: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    return {k: v.casefold() for k, v in value.items()} == {
        k: v.casefold() for k, v in wanted.items()
    }
