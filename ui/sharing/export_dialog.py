"""Asks which notes are to be taken out, and in which form, and shows how they would look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.notes.exporting import NoteFormat
from reader.notes.exporting.choosing import NoteChoice
from reader.notes.exporting.note import NoteOptions
from reader.notes.note_exporter import SHOWN, ExportRequest, Preview
from ui.appearance.reader_texts import translated
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.number_box import NumberBox

_SOON = 120  # ms without a change after which a preview is asked for
_LONG = 300  # ms after which a preview that is not there yet is spoken of
_COLUMN = 250  # px
_MOST_CONTEXT = 10  # sentences


class NoteSource(NamedTuple):
    """Notes that can be meant, as a line says."""

    title: str
    choice: NoteChoice


class ExportNotesDialog(QDialog):
    """Emits requests; shows previews and progress. Does not stop the window behind."""

    request_changed = Signal(object)  # ExportRequest, to be previewed
    copy_requested = Signal(object)  # ExportRequest
    save_requested = Signal(object, object)  # ExportRequest, NoteFormat
    cancel_requested = Signal()  # the writing
    templates_requested = Signal()  # the folder of one's own

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats: Sequence[NoteFormat] = ()
        self._count = 0
        self._is_busy = False
        self._sources, self._tags = ChoiceBox(), ChoiceBox()
        self._forms, self._context = ChoiceBox(), NumberBox()
        self._times, self._voice, self._links = QCheckBox(), QCheckBox(), QCheckBox()
        self._templates = QPushButton()
        self._count_label, self._preview = QLabel(wordWrap=True), QPlainTextEdit(readOnly=True)
        self._progress, self._cancel = QProgressBar(), QPushButton(self.tr("Cancel"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._copy, self._save = QPushButton(self.tr("&Copy")), QPushButton(self.tr("&Save…"))
        self._asking = QTimer(self, interval=_SOON, singleShot=True)
        self._waiting = QTimer(self, interval=_LONG, singleShot=True)
        self._asked: ExportRequest | None = None  # what the last preview was asked for
        self._lay_out()
        self._name_controls()
        self._connect()
        self.set_tags(())

    # What can be chosen

    def set_sources(self, sources: Sequence[NoteSource]) -> None:
        """Offer these; the first is chosen."""
        with QSignalBlocker(self._sources):
            self._sources.clear()
            for each in sources:
                self._sources.addItem(each.title, each.choice)
        self._ask()

    def set_tags(self, tags: Sequence[str]) -> None:
        """Offer to take only those with one of these; at first all are meant."""
        with QSignalBlocker(self._tags):
            self._tags.clear()
            self._tags.addItem(self.tr("Any, or none"), "")
            for each in tags:
                self._tags.addItem(f"#{each}", each)
        self._form.setRowVisible(self._tags, bool(tags))
        self._change()

    def set_formats(self, formats: Sequence[NoteFormat], chosen: str) -> None:
        """Offer these, one of them by its name as chosen."""
        self._formats = formats
        with QSignalBlocker(self._forms):
            self._forms.clear()
            for each in formats:
                self._forms.addItem(translated(each.title), each.name)
            self._forms.setCurrentIndex(max(0, self._forms.findData(chosen)))
        self._change()

    def set_options(self, options: NoteOptions) -> None:
        """Choose these."""
        controls = (self._context, self._times, self._voice, self._links)
        blockers = [QSignalBlocker(each) for each in controls]
        self._context.setValue(options.context)
        self._times.setChecked(options.has_times)
        self._voice.setChecked(options.has_voice)
        self._links.setChecked(options.has_links)
        del blockers
        self._change()

    @property
    def form(self) -> NoteFormat:
        """The format that is chosen."""
        return self._formats[max(0, self._forms.currentIndex())]

    @property
    def options(self) -> NoteOptions:
        """What is chosen, whether this format has it or not."""
        return NoteOptions(
            self._context.value(),
            self._times.isChecked(),
            self._voice.isChecked(),
            self._links.isChecked(),
        )

    @property
    def request(self) -> ExportRequest:
        """All that is chosen."""
        form, options = self.form, self.options
        if not form.has_context:
            options = options._replace(context=0)
        return ExportRequest(self._choice, form.name, options)

    @property
    def _choice(self) -> NoteChoice:
        choice: NoteChoice = self._sources.currentData() or NoteChoice()
        tag: str = self._tags.currentData()
        return replace(choice, tags=frozenset({tag.casefold()})) if tag else choice

    # What is shown

    def show_preview(self, preview: Preview) -> None:
        """How it would look."""
        self._waiting.stop()
        self._count = preview.notes
        self._preview.setPlainText(preview.text or "" if preview.notes else "")
        self._preview.setPlaceholderText(self._placeholder(preview))
        self._count_label.setText(self._counted(preview))
        self._show_state()

    def show_fault(self, message: str) -> None:
        """Why it cannot be written so."""
        self._waiting.stop()
        self._count = 0
        self._preview.clear()
        self._preview.setPlaceholderText(message)
        self._count_label.clear()
        self._show_state()

    def begin(self) -> None:
        """It is being written."""
        self._is_busy = True
        self._progress.setValue(0)
        self._show_state()

    def set_progress(self, fraction: float) -> None:
        """So much is written, 0 to 1."""
        self._progress.setValue(round(100 * fraction))

    def end(self) -> None:
        """Nothing is being written any more."""
        self._is_busy = False
        self._show_state()

    # Qt's events

    def sizeHint(self) -> QSize:
        """Choices beside a page."""
        return QSize(840, 500)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what is under way, where there is nothing to be seen yet."""
        super().showEvent(event)
        if not self._preview.toPlainText():
            self._preview.setPlaceholderText(self._being_made())

    def reject(self) -> None:
        """Esc stops the writing, then closes."""
        if self._is_busy:
            self.cancel_requested.emit()
        else:
            super().reject()

    # Building

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Export Notes"))
        self._count_label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for box in (self._sources, self._tags, self._forms):
            box.setSizeAdjustPolicy(
                ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(18)
        form = self._form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(6)
        form.addRow(self.tr("&Notes"), self._sources)
        form.addRow(self.tr("Ta&g"), self._tags)
        form.addRow(self.tr("&Format"), self._forms)
        form.addRow(self.tr("Sentences &around it"), self._context)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(form)
        for switch in (self._times, self._voice, self._links):
            left.addWidget(switch)
        left.addStretch(1)
        left.addWidget(self._templates, alignment=Qt.AlignmentFlag.AlignLeft)
        column = QWidget()
        column.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        column.setFixedWidth(_COLUMN)
        self._preview.setFont(_paper_font(self.font()))
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._preview, 1)
        right.addWidget(self._count_label)
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addWidget(column)
        both.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(both, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        for button in (self._templates, self._copy, self._cancel, *self._buttons.buttons()):
            if isinstance(button, QPushButton) and button is not self._save:
                button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self._progress, 1)
        row.addWidget(self._cancel)
        row.addStretch(1)
        row.addWidget(self._buttons)
        return row

    def _name_controls(self) -> None:
        self._times.setText(self.tr("&Times"))
        self._voice.setText(self.tr("&Who speaks"))
        self._links.setText(self.tr("A &link back"))
        self._templates.setText(self.tr("Own T&emplates…"))
        self._templates.setToolTip(
            self.tr("Open the folder for templates of your own: each *.md in it becomes a format")
        )
        self._context.setRange(0, _MOST_CONTEXT)
        self._context.setSpecialValueText(self.tr("None"))
        self._context.setToolTip(self.tr("How many sentences before and after are written too"))
        self._links.setToolTip(self.tr("Opens the episode in Earmark at that second"))
        self._copy.setToolTip(
            self.tr("Copy them; from now on Copy beside the text does it in this form")
        )
        self._save.setToolTip(self.tr("Write them to a file (Ctrl+S)"))
        self._cancel.setToolTip(self.tr("Stop writing (Esc)"))
        self._preview.setAccessibleName(self.tr("Preview"))
        self._progress.setAccessibleName(self.tr("Writing"))

    def _connect(self) -> None:
        for box in (self._sources, self._tags, self._forms):
            box.currentIndexChanged.connect(self._change)
        self._context.valueChanged.connect(self._change)
        for switch in (self._times, self._voice, self._links):
            switch.toggled.connect(self._change)
        self._asking.timeout.connect(self._ask)
        self._waiting.timeout.connect(self._say_it_takes_long)
        self._copy.clicked.connect(lambda: self.copy_requested.emit(self.request))
        self._save.clicked.connect(self._ask_save)
        QShortcut(QKeySequence.StandardKey.Save, self, self._ask_save)
        self._cancel.clicked.connect(self.cancel_requested)
        self._templates.clicked.connect(self.templates_requested)
        self._buttons.rejected.connect(self.reject)

    # Its own work

    def _change(self) -> None:
        """What changes at once, as by the wheel, is asked for once; the first time there is nothing
        to wait for."""
        self._show_state()
        if self._asked is None:
            self._ask()
        elif self._formats and self.request != self._asked:
            self._asking.start()

    def _ask(self) -> None:
        self._asking.stop()
        if self._formats and self._sources.count():
            self._asked = self.request
            self._waiting.start()
            self.request_changed.emit(self._asked)

    def _say_it_takes_long(self) -> None:
        """The old preview stays until the new one is there, and looks different from it."""
        self._count_label.setText(self._being_made())

    def _being_made(self) -> str:
        return self.tr("Making the preview…")

    def _ask_save(self) -> None:
        if self._save.isEnabled():
            self.save_requested.emit(self.request, self.form)

    def _show_state(self) -> None:
        form = self.form if self._formats else None
        has_options = form is not None and form.has_options
        for switch in (self._times, self._voice, self._links):
            switch.setEnabled(has_options)
        self._context.setEnabled(form is not None and form.has_context)
        can_write = self._count > 0 and not self._is_busy
        self._save.setEnabled(can_write)
        self._save.setDefault(can_write)
        self._copy.setEnabled(can_write and form is not None and form.is_text)
        self._progress.setVisible(self._is_busy)
        self._cancel.setVisible(self._is_busy)

    def _placeholder(self, preview: Preview) -> str:
        if not preview.notes and self._tags.currentData():
            return self.tr("None of them has this tag.")
        if not preview.notes:
            return self.tr(
                "Nothing is kept here yet.\n\nPress B while you listen: the sentence you just "
                "heard is kept, and the sound goes on."
            )
        if self.form.name == "html":
            return self.tr(
                "One page for any browser: to read, to print, and to hear each passage with a "
                "click as long as the recording lies where it lies now."
            )
        return self.tr(
            "A deck for each episode, with a card for each passage and its sound. Importing a "
            "newer file into Anki renews the cards and keeps what you learned."
        )

    def _counted(self, preview: Preview) -> str:
        if not preview.notes:
            return ""
        text = self.tr("%n note(s)", "", preview.notes)
        if preview.episodes > 1:
            text = self.tr("{0} of %n episodes", "", preview.episodes).format(text)
        if preview.notes > SHOWN and preview.text:
            text = self.tr("{0}; the first %n are shown", "", SHOWN).format(text)
        return text


def _paper_font(font: QFont) -> QFont:
    paper = QFont(font)
    paper.setPointSizeF(font.pointSizeF() * 0.96)
    return paper
