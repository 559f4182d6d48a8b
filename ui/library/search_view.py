"""What was found in the library, with what narrows it, and what to do where nothing was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.library.search_query import Where
from reader.library.search_values import FoundEpisode, FoundFirst, NearWord, SearchResult
from reader.library.shelf import ShelfEpisode
from ui.appearance.reader_texts import translated
from ui.appearance.theme import SERIF, text_font
from ui.library.hits_list import HitsList
from ui.library.search_boxes import SearchBoxes
from ui.library.shelf_paint import ShelfLook
from ui.widgets.choice_box import QuietBox
from ui.widgets.flow_layout import FlowLayout

_SMALL, _ROOMY = 620, 860  # px
_WIDEST_BOX = 180


class SearchView(QWidget):
    """Emits what is asked for besides the words in the field."""

    changed = Signal()  # where is searched, or what comes first
    added = Signal(str)  # what narrows it, to be put into the field
    narrowed = Signal(object)  # mapping of filters to their values, "" for none
    replaced = Signal(str)  # a word that is near
    more_requested = Signal()  # the end of the list is near, and there would be more episodes
    index_requested = Signal()  # the index of words is to be switched on

    def __init__(self, look: ShelfLook) -> None:
        super().__init__()
        self.list = HitsList(look)
        self.result: SearchResult | None = None
        self._shelf: Mapping[str, ShelfEpisode] = {}
        self._examples = [_chip(QPushButton()) for _ in range(6)]
        self._places = {where: QToolButton() for where in Where}
        self._boxes, self._orders = SearchBoxes(), QuietBox(_WIDEST_BOX)
        self._notice, self._verdict, self._nearby = QLabel(), QLabel(), QLabel()
        self._switch_on = QPushButton(self.tr("Switch On"))
        self._near = QWidget()
        self._lay_out()
        self._name_controls()
        self._connect()

    # What is shown

    @property
    def where(self) -> Where:
        """What is searched."""
        return next((each for each, button in self._places.items() if button.isChecked()), _ALL)

    @property
    def order(self) -> FoundFirst:
        """What comes first."""
        found = self._orders.currentData()
        return found if isinstance(found, FoundFirst) else FoundFirst.BEST

    @property
    def listed(self) -> SearchResult | None:
        """What the list shows: what was found, else what a word that is near finds."""
        result = self.result
        if result is None or result.episodes or result.nearby is None:
            return result
        return result.nearby

    def set_shelf(self, episodes: Sequence[ShelfEpisode]) -> None:
        """What the library has: covers for what is found, and examples of what narrows it."""
        self._shelf = {each.id: each for each in episodes}
        self.list.hits.set_shelf(self._shelf)
        self._show_examples(episodes)
        self._boxes.set_shelf(episodes)
        if self.result is not None:
            self._boxes.show_query(self.result.query)

    def show_result(self, result: SearchResult) -> None:
        """List what was found; the first hit is chosen once the keyboard comes. More of the same
        leaves the list where it is."""
        before, self.result = self.result, result
        is_more = before is not None and _is_beginning(before, result)
        row, top = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        listed = self.listed or result
        self.list.hits.set_found(listed.episodes, "" if listed is result else result.near[0].word)
        if is_more:
            self.list.stay(row, top)
        else:
            self.list.scrollToTop()
        self._boxes.show_query(result.query)
        self._show_counts(result)
        self._show_notice(result)
        self._show_near(result)

    def show_whole(self, whole: FoundEpisode) -> None:
        """List all lines of an episode, the keyboard where it was."""
        row, top = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        self.list.hits.set_whole(whole)
        self.list.stay(row, top)

    def start_afresh(self) -> None:
        """For other words: all is searched, the best comes first."""
        with QSignalBlocker(self._orders):
            self._orders.setCurrentIndex(0)
        self._places[Where.EVERYTHING].setChecked(True)
        self.result = None

    def set_look(self, look: ShelfLook) -> None:
        """Take on other colours and icons."""
        self.list.set_look(look)

    def set_room(self, width: int, side: int) -> None:
        """How wide all of it is, and how much of that is margin on either side."""
        self._column.setContentsMargins(side - 12, 4, max(0, side - 12), 0)
        for k, button in enumerate(self._examples):
            button.setVisible(bool(button.text()) and (width >= _SMALL or k < 4))
        self._narrow_it.setVisible(width >= _SMALL)
        self._orders.setVisible(width >= _SMALL)
        self._boxes.setVisible(width >= _ROOMY)

    def focus_first(self) -> bool:
        """Put the keyboard on the first hit, or on a word that is near."""
        if self.list.isVisibleTo(self) and self.list.go_to_first():
            return True
        near = self._near.findChildren(QPushButton)
        if near and self._near.isVisibleTo(self):
            near[0].setFocus()
        return bool(near)

    # Building

    def _lay_out(self) -> None:
        self._narrow_it = QLabel(self.tr("Narrow it:"))
        self._narrow_it.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._narrow_it.setMinimumHeight(self._examples[0].sizeHint().height())
        examples = FlowLayout(spacing=6)
        examples.addWidget(self._narrow_it)
        for example in self._examples:
            examples.addWidget(example)
        places = FlowLayout(spacing=4)
        group = QButtonGroup(self)
        for button in self._places.values():
            button.setCheckable(True)
            button.setProperty("pill", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            group.addButton(button)
            places.addWidget(button)
        self._places[Where.EVERYTHING].setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(places, 1)
        row.addWidget(self._boxes)
        row.addWidget(self._orders)
        line = QFrame()
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(4)
        column.addLayout(_inset(examples))
        column.addLayout(row)
        column.addWidget(line)
        column.addWidget(self._notice_row())
        column.addWidget(self._verdict)
        column.addWidget(self._nearby)
        column.addWidget(self._near)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self._verdict.setFont(text_font(SERIF, self.font().pointSizeF() * 1.6))
        self._verdict.setContentsMargins(12, 24, 12, 0)
        self._nearby.setContentsMargins(12, 0, 12, 4)
        self._near_flow = FlowLayout(spacing=8)
        self._near.setLayout(_inset(self._near_flow))
        for label in (self._notice, self._verdict, self._nearby):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._notice, self._nearby):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for widget in (self._notices, self._verdict, self._nearby, self._near):
            widget.hide()

    def _notice_row(self) -> QWidget:
        self._notices = QWidget()
        row = QHBoxLayout(self._notices)
        row.setContentsMargins(12, 6, 12, 0)
        row.addWidget(self._notice, 1)
        row.addWidget(self._switch_on)
        return self._notices

    def _name_controls(self) -> None:
        self._orders.addItem(self.tr("Best first"), FoundFirst.BEST)
        self._orders.addItem(self.tr("Newest first"), FoundFirst.NEWEST)
        self._orders.setAccessibleName(self.tr("Order"))
        self._orders.setToolTip(self.tr("What comes first"))
        self._switch_on.setToolTip(self.tr("Read all transcripts, so that their words are found"))
        for where, button in self._places.items():
            button.setToolTip(self._place_tip(where))
        self._show_counts(None)
        self._show_examples(())

    def _connect(self) -> None:
        self._orders.currentIndexChanged.connect(self.changed)
        for button in self._places.values():
            button.clicked.connect(self.changed)
        for example in self._examples:
            example.clicked.connect(partial(self._add, example))
        self._boxes.narrowed.connect(self.narrowed)
        self._switch_on.clicked.connect(self.index_requested)
        self.list.end_neared.connect(self._ask_for_more)

    # Its own work

    def _add(self, button: QPushButton, _is_checked: bool = False) -> None:
        self.added.emit(button.text())

    def _ask_for_more(self) -> None:
        if self.result is not None and self.result.has_more and self.listed is self.result:
            self.more_requested.emit()

    def _show_examples(self, episodes: Sequence[ShelfEpisode]) -> None:
        """Of this library's own voices and shows, so that they find something."""
        voice = min((each.voices[0] for each in episodes if each.voices), key=len, default="")
        show = min((each.episode.show for each in episodes), key=_rank, default="")
        years = sorted({each.episode.date[:4] for each in episodes if each.episode.date})
        texts = (
            self.tr("“words in a row”"),
            self.tr("-without"),
            f"voice:{_quoted(voice)}" if voice else "",
            f"show:{_quoted(show)}" if show else "",
            f"after:{years[len(years) // 2]}" if years else "",
            "in:notes",
        )
        tips = (
            self.tr("What stands between quotation marks is said in a row"),
            self.tr("Leave out where this word is said"),
            self.tr("Only what this voice says"),
            self.tr("Only in this show"),
            self.tr("Only from then on; before: has the earlier ones"),
            self.tr("Only in your notes; in:words and in:titles too"),
        )
        for button, text, tip in zip(self._examples, texts, tips, strict=True):
            button.setText(text)
            button.setToolTip(tip)
            button.setVisible(bool(text))

    def _show_counts(self, result: SearchResult | None) -> None:
        numbers = {
            Where.WORDS: result.spoken if result else 0,
            Where.NOTES: result.noted if result else 0,
            Where.TITLES: result.titled if result else 0,
        }
        numbers[Where.EVERYTHING] = sum(numbers.values())
        about = "~" if result is not None and result.is_estimate else ""
        for where, button in self._places.items():
            is_spoken = where in {Where.EVERYTHING, Where.WORDS}
            number = f"{about if is_spoken else ''}{numbers[where]:,}".replace(",", "\u202f")
            button.setText(f"{self._place_name(where)}  {number}")
            button.setAccessibleName(f"{self._place_name(where)}, {number}")

    def _show_notice(self, result: SearchResult) -> None:
        texts = [translated(each) for each in result.hints]
        if not result.is_index_on:
            text = self.tr("Only titles and notes are searched: the index of words is off.")
            texts.append(text)
        elif result.indexed < result.total:
            text = self.tr("{0} of {1} episodes have been read so far.")
            texts.append(text.format(result.indexed, result.total))
        if result.is_newest_first and self.order is FoundFirst.BEST:
            texts.append(self.tr("So much was found that the newest comes first."))
        self._notice.setText(" ".join(texts))
        self._switch_on.setVisible(not result.is_index_on)
        self._notices.setVisible(bool(texts))

    def _show_near(self, result: SearchResult) -> None:
        is_unsaid = not result.spoken and not result.query.is_empty and result.is_index_on
        is_unfound = not result.episodes
        self.list.setVisible(not is_unfound or self.listed is not result)
        self._verdict.setVisible(is_unfound or (is_unsaid and bool(result.near)))
        self._verdict.setText(self._verdict_text(result))
        self._nearby.setVisible(self._verdict.isVisibleTo(self))
        self._nearby.setText(self._advice(result))
        self._fill_near(result.near)

    def _verdict_text(self, result: SearchResult) -> str:
        if result.query.is_empty:
            return self.tr("There is no word to look for yet.")
        words = " ".join(result.query.words_to_mark) or result.text.strip()
        if result.query.is_of_signs:
            return self.tr("“{0}” is not found by itself.").format(words)
        if result.spoken or not result.total or result.noted or result.titled:
            return self.tr("Nobody says “{0}”.").format(words)
        text = self.tr("Nothing in your %n episode(s) has “{0}”.", "", result.total)
        return text.format(words)

    def _advice(self, result: SearchResult) -> str:
        if result.near:
            return self.tr("These words of your library are near:")
        if result.query.is_empty:
            return self.tr("Go on typing: a word, a number, or a name.")
        if result.query.is_of_signs:
            return self.tr("Signs are found beside letters or numbers, as in C++.")
        return self.tr("Fewer words, or other ones, may find it. Esc shows the library again.")

    def _fill_near(self, near: Sequence[NearWord]) -> None:
        while (item := self._near_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in near:
            button = QPushButton(f"{each.word}  {each.uses}")
            button.setObjectName("near-word")
            button.setAccessibleName(self.tr("Search for {0}").format(each.word))
            button.setToolTip(self.tr("Search for “{0}”, which is said").format(each.word))
            button.clicked.connect(lambda _=False, word=each.word: self.replaced.emit(word))
            self._near_flow.addWidget(button)
            button.show()
        self._near.setVisible(bool(near))

    def _place_name(self, where: Where) -> str:
        return {
            Where.EVERYTHING: self.tr("Everything"),
            Where.WORDS: self.tr("Spoken"),
            Where.NOTES: self.tr("Notes"),
            Where.TITLES: self.tr("Titles"),
        }[where]

    def _place_tip(self, where: Where) -> str:
        return {
            Where.EVERYTHING: self.tr("Search words, notes and titles"),
            Where.WORDS: self.tr("Search what is said"),
            Where.NOTES: self.tr("Search what you kept and wrote"),
            Where.TITLES: self.tr("Search titles and shows"),
        }[where]


_ALL = Where.EVERYTHING


def _is_beginning(before: SearchResult, after: SearchResult) -> bool:
    """Whether a result goes on where the other one ended."""
    number = len(before.episodes)
    ids = [each.episode_id for each in after.episodes[:number]]
    is_same = before.text == after.text and number > 0
    return is_same and ids == [each.episode_id for each in before.episodes]


def _inset(layout: QLayout) -> QVBoxLayout:
    """As far from the side as the words of a row are."""
    box = QVBoxLayout()
    box.setContentsMargins(12, 2, 12, 4)
    box.addLayout(layout)
    return box


def _chip(button: QPushButton) -> QPushButton:
    button.setProperty("narrow", True)
    button.setObjectName("search-chip")
    return button


def _rank(name: str) -> tuple[bool, int]:
    """The shortest name first, none last."""
    return not name, len(name)


def _quoted(name: str) -> str:
    word = name.replace('"', " ")
    return f'"{word}"' if " " in word.strip() else word
