"""Check Sync: says what it does, how far it is, and what it found; changes nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.sync.check import CheckStep, Stage
from reader.sync.report import SyncReport
from reader.time_text import clock_text
from ui.appearance.theme import LIGHT, SERIF, Theme, text_font
from ui.sync.check_texts import CheckTexts, Finding, first_change, is_as_it_was
from ui.sync.shifts import LEAD_IN
from ui.sync.sync_picture import LINE, SyncPicture
from ui.widgets.announcement import announce

_WIDTH = 592
_FIGURES = 76  # px, the column of figures
_STEPS = 1_000


class CheckPage(Enum):
    """What the dialog shows."""

    START = auto()  # what will be done
    PROGRESS = auto()
    REPORT = auto()
    MESSAGE = auto()  # why nothing can be done


class CheckDialog(QDialog):
    """Does not stop the window behind: one reads and listens on. Esc is Cancel on each page."""

    start_requested = Signal(bool)  # whether from the beginning
    cancel_requested = Signal()  # listen no more
    apply_requested = Signal()
    hear_requested = Signal(int)  # time of the recording, ms
    show_requested = Signal(int)  # the index of a line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = CheckPage.START
        self._theme = LIGHT
        self._texts = CheckTexts(self)
        self._title, self._aside = QLabel(), QLabel()
        self._lead = _text(is_quiet=True)
        self._progress, self._stage = QProgressBar(textVisible=False), _text()
        self._body = QVBoxLayout()
        self._foot = QHBoxLayout()
        self._picture: SyncPicture | None = None
        self._buttons: list[QPushButton] = []  # of the page that is shown
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        if self._picture is not None:
            self._picture.set_theme(theme)

    # The pages

    def show_start(self, heard: int, length: int, minutes: int) -> None:
        """What will be done; `heard` of `length` ms were heard before, the rest takes `minutes`."""
        self._turn_to(CheckPage.START)
        self._lead.setText(
            self.tr(
                "Earmark listens to the whole recording and finds where each line of the text is "
                "spoken: where adverts were put in, a passage was cut, or all of it runs faster."
            )
        )
        self._add_text(
            self.tr(
                "It happens on this computer, and nothing changes before you have seen what was "
                "found. Meanwhile you can go on listening and reading."
            )
        )
        if heard:
            done = self.tr("{0} of {1} were heard before; it goes on from there.")
            self._add_text(done.format(clock_text(heard), clock_text(length)))
            again = self._add_button(self.tr("&Begin Again"))
            again.clicked.connect(lambda: self.start_requested.emit(True))
        elif minutes:
            self._aside.setText(self.tr("About %n minute(s)", "", minutes))
        self._foot.addStretch()
        self._add_cancel()
        start = self._add_button(self.tr("&Go On") if heard else self.tr("&Check"))
        start.clicked.connect(lambda: self.start_requested.emit(False))
        self._finish(start)

    def show_progress(self, step: CheckStep | None) -> None:
        """How far it is; None before anything is heard. Within a report, how far the words are."""
        if self.page is not CheckPage.REPORT and self.page is not CheckPage.PROGRESS:
            self._begin_progress()
        if step is None:
            self._stage.setText(self.tr("Opening the recording…"))
            self._progress.setRange(0, 0)
            return
        self._progress.setRange(0, _STEPS)
        self._progress.setValue(round(_STEPS * step.heard / max(1, step.total)))
        said = {
            Stage.READING: self.tr("Reading the recording: {0} of {1}"),
            Stage.FINDING: self.tr("Finding the text: {0} of {1} heard"),
            Stage.TIMING: self.tr("Timing the words: {0} of {1} heard"),
        }[step.stage]
        self._stage.setText(said.format(clock_text(step.heard), clock_text(step.total)))

    def show_report(self, report: SyncReport, length: int, transcript: int) -> None:
        """What was found in a recording of `length` ms, whose text ends at `transcript` ms."""
        if report.refusal is not None or not report.is_useful:
            self._show_refusal(report)
            return
        focused = self.focusWidget() if self.page is CheckPage.REPORT else None
        name = focused.text() if isinstance(focused, QPushButton) else ""
        self._turn_to(CheckPage.REPORT)
        self._aside.setText(self.tr("Listened to {0}").format(clock_text(length)))
        self._lead.setText(
            self.tr("This is what the sound says. Nothing changes until you apply it.")
        )
        if not report.is_complete:
            self._show_bar(is_shown=True)
            self._body.addWidget(self._stage)
            self._body.addWidget(self._progress)
            self._body.addSpacing(8)
        if report.had_times:
            self._add_picture(report, length, transcript)
        self._add_findings(self._texts.findings(report))
        self._add_report_buttons(report)
        self._focus(name)

    def show_message(self, text: str, advice: str = "", *, may_try_again: bool = False) -> None:
        """Why nothing can be done, and what can be."""
        self._turn_to(CheckPage.MESSAGE)
        self._add_text(text, is_selectable=True)
        if advice:
            self._add_text(advice, is_quiet=True)
        self._foot.addStretch()
        if may_try_again:
            again = self._add_button(self.tr("&Try Again"))
            again.clicked.connect(lambda: self.start_requested.emit(False))
        close = self._add_button(self.tr("&Close"))
        close.clicked.connect(self.reject)
        self._finish(close)
        announce(self, text)

    def by_hand(self) -> str:
        """What helps without any listening."""
        return self.tr(
            "You can put the text right by hand as well: while you listen, point at the line "
            "that you hear and press Ctrl+T."
        )

    def reject(self) -> None:
        """Esc, Cancel and Close; what was heard is kept."""
        self.cancel_requested.emit()
        super().reject()

    def sizeHint(self) -> QSize:
        """As wide as its sentences read well."""
        return QSize(_WIDTH, super().sizeHint().height())

    # Its own work

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Check Sync"))
        self._title.setText(self.tr("Check Sync"))
        self._title.setFont(text_font(SERIF, 15))
        self._aside.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._progress.setAccessibleName(self.tr("How much was heard"))
        self._stage.setParent(self)
        self._progress.setParent(self)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._aside, alignment=Qt.AlignmentFlag.AlignBottom)
        self._body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._lead)
        column.addSpacing(10)
        column.addLayout(self._body)
        column.addSpacing(14)
        column.addStretch(1)
        column.addLayout(self._foot)
        self.setMinimumWidth(min(_WIDTH, 420))

    def _turn_to(self, page: CheckPage) -> None:
        """Begin an empty page; the bar and its line are used on two of them."""
        self.page = page
        self._picture = None
        self._buttons.clear()
        for kept in (self._stage, self._progress):
            self._body.removeWidget(kept)
        _clear(self._body)
        _clear(self._foot)
        self._lead.clear()
        self._aside.clear()
        self._show_bar(is_shown=page is CheckPage.PROGRESS)
        self._lead.setVisible(page is not CheckPage.MESSAGE)

    def _show_bar(self, *, is_shown: bool) -> None:
        self._stage.setVisible(is_shown)
        self._progress.setVisible(is_shown)

    def _begin_progress(self) -> None:
        self._turn_to(CheckPage.PROGRESS)
        self._lead.setText(self.tr("You can go on listening. Cancel keeps what was heard by then."))
        self._body.addWidget(self._stage)
        self._body.addWidget(self._progress)
        self._foot.addStretch()
        self._finish(self._add_cancel(), is_default=False)

    def _show_refusal(self, report: SyncReport) -> None:
        from ui.appearance.reader_texts import translated

        if report.refusal is not None:
            self.show_message(translated(report.refusal), self.by_hand())
        else:
            self.show_message(self.tr("The text fits this recording; there is nothing to change."))

    def _add_picture(self, report: SyncReport, length: int, transcript: int) -> None:
        self._picture = SyncPicture()
        self._picture.set_theme(self._theme)
        self._picture.set_map(report.sync_map, length, transcript)
        self._picture.setAccessibleName(self.tr("How the text lies in the recording"))
        row = QGridLayout()
        row.setHorizontalSpacing(12)
        row.setColumnStretch(1, 1)
        row.setRowStretch(1, 1)
        for line, name in ((0, self.tr("Recording")), (2, self.tr("Text"))):
            label = QLabel(name)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.setFixedHeight(LINE)
            label.setMinimumWidth(_FIGURES)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label, line, 0)
        row.addWidget(self._picture, 0, 1, 3, 1)
        self._body.addLayout(row)
        self._body.addSpacing(10)

    def _add_findings(self, found: Iterable[Finding]) -> None:
        for number, each in enumerate(found):
            if number:
                self._body.addWidget(_rule())
            self._body.addLayout(self._row(each))

    def _row(self, found: Finding) -> QGridLayout:
        figure = QLabel(found.figure)
        figure.setFont(text_font(SERIF, 15))
        figure.setMinimumWidth(_FIGURES)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(_text(found.title))
        if found.detail:
            said.addWidget(_text(found.detail, is_quiet=True))
        row = QGridLayout()
        row.setHorizontalSpacing(12)
        row.setColumnStretch(1, 1)
        row.addWidget(figure, 0, 0)
        row.addLayout(said, 0, 1)
        row.addLayout(self._places(found), 0, 2)
        return row

    def _places(self, found: Finding) -> QHBoxLayout:
        places = QHBoxLayout()
        places.setSpacing(4)
        for time in found.times:
            shown = clock_text(time)
            button = _narrow(f"▶ {shown}", self.tr("Hear {0}").format(shown))
            button.clicked.connect(partial(self._hear, time))
            self._buttons.append(button)
            places.addWidget(button)
        if found.cue is not None:
            button = _narrow(self.tr("Show"), self.tr("Show the first of them on the page"))
            button.clicked.connect(partial(self.show_requested.emit, found.cue))
            self._buttons.append(button)
            places.addWidget(button)
        return places

    def _add_report_buttons(self, report: SyncReport) -> None:
        change = None if is_as_it_was(report) else first_change(report)
        if change is not None:
            hear = self._add_button(self.tr("▶  &Hear the First Change"))
            hear.setFlat(True)
            hear.clicked.connect(partial(self._hear, change))
        self._foot.addStretch()
        self._add_cancel()
        apply = self._add_button(self.tr("&Apply"))
        apply.clicked.connect(self.apply_requested)
        self._finish(apply)

    def _focus(self, name: str) -> None:
        """Leave the keyboard on the button that it was on before the figures were renewed."""
        for button in self._buttons:
            if button.text() == name:
                button.setFocus()

    def _hear(self, time: int, _is_checked: bool = False) -> None:
        self.hear_requested.emit(max(0, time - LEAD_IN))

    def _add_cancel(self) -> QPushButton:
        cancel = self._add_button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        return cancel

    def _add_button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        self._foot.addWidget(button)
        self._buttons.append(button)
        return button

    def _add_text(self, text: str, *, is_quiet: bool = False, is_selectable: bool = False) -> None:
        label = _text(text, is_quiet=is_quiet)
        if is_selectable:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._body.addWidget(label)

    def _finish(self, first: QPushButton, *, is_default: bool = True) -> None:
        first.setDefault(is_default)
        for button in self._buttons:
            button.show()  # at once: what Qt shows a little later cannot have the keyboard yet
        first.setFocus()
        self.resize(max(self.width(), _WIDTH), self.minimumSizeHint().height())
        self.adjustSize()
        QTimer.singleShot(0, self, self.adjustSize)  # only now Qt knows where sentences break


def _text(text: str = "", *, is_quiet: bool = False) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    if is_quiet:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    return rule


def _narrow(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setProperty("narrow", True)
    button.setAutoDefault(False)
    return button


def _clear(layout: QVBoxLayout | QHBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _clear(inner)  # type: ignore[arg-type]
