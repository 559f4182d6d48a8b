"""What can be set once and for all; every change counts at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader import settings as preferences
from reader.settings import Preference, Settings
from ui.widgets.folder_row import FolderRow
from ui.widgets.number_box import DecimalBox, NumberBox

T = TypeVar("T")
N = TypeVar("N", int, float)

_BEYOND = 10**9  # further than any preference reaches


class PreferencesDialog(QDialog):
    """Pages of controls, each bound to one preference in both directions."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._settings = settings
        self._show_value: dict[str, Callable[[], None]] = {}
        self._resets: list[Callable[[], None]] = []
        self._pages = QTabWidget(self)
        self._pages.addTab(self._reading_page(), self.tr("&Reading"))
        self._pages.addTab(self._playback_page(), self.tr("&Playback"))
        self._pages.addTab(self._following_page(), self.tr("&Following"))
        self._pages.addTab(self._notes_page(), self.tr("&Notes"))
        self._lay_out()
        settings.changed.connect(self._show_changed)

    def reset(self) -> None:
        """Set everything on these pages back to how it came."""
        for reset in self._resets:
            reset()

    def _reading_page(self) -> QWidget:
        page, form = _page()
        form.addRow(self.tr("&Theme"), self._choice(preferences.THEME, self._themes()))
        form.addRow(self.tr("T&ypeface"), self._choice(preferences.TYPE_FAMILY, self._typefaces()))
        form.addRow(self.tr("&Size"), self._number(preferences.TYPE_SIZE, self.tr(" pt")))
        form.addRow(self.tr("&Line height"), self._decimal(preferences.LINE_HEIGHT, 0.05))
        column = self._number(preferences.COLUMN_WIDTH, self.tr(" letters"))
        form.addRow(self.tr("&Column width"), column)
        blanks = self.tr("Show &where nothing was said, as in [BLANK_AUDIO]")
        form.addRow("", self._switch(preferences.ARE_BLANKS_SHOWN, blanks))
        return page

    def _playback_page(self) -> QWidget:
        page, form = _page()
        form.addRow(self.tr("Skip &back"), self._seconds(preferences.BACK_STEP))
        form.addRow(self.tr("Skip f&orward"), self._seconds(preferences.FORWARD_STEP))
        form.addRow(self.tr("On resuming, re&wind"), self._seconds(preferences.REWIND_ON_RESUME))
        form.addRow(self.tr("… after a p&ause of"), self._seconds(preferences.REWIND_AFTER))
        form.addRow(self.tr("Favourite &speeds"), self._rates(preferences.FAVOURITE_RATES))
        tray = self.tr("Show an icon in the system &tray")
        form.addRow("", self._switch(preferences.IS_TRAY_SHOWN, tray))
        return page

    def _following_page(self) -> QWidget:
        page, form = _page()
        for preference, text in (
            (preferences.IS_WORD_MARKED, self.tr("Mark the &word being spoken")),
            (preferences.ARE_WORDS_ESTIMATED, self.tr("… &estimated where the file has no times")),
            (preferences.IS_CLICK_TO_PLAY, self.tr("A &click on a word plays from there")),
        ):
            form.addRow(self._switch(preference, text))
        form.addRow(
            self.tr("Reduce &motion"), self._choice(preferences.IS_MOTION_REDUCED, self._motions())
        )
        return page

    def _notes_page(self) -> QWidget:
        page, form = _page()
        lead = self._tenths(preferences.REACTION_LEAD)
        lead.setToolTip(self.tr("B keeps what was said this long before you press it"))
        form.addRow(self.tr("Time you need to press &B"), lead)
        lead_in = self._tenths(preferences.LEAD_IN)
        lead_in.setToolTip(self.tr("What you keep is played from this long before it begins"))
        form.addRow(self.tr("&Lead-in when a note is played"), lead_in)
        colour = self._number(preferences.NOTE_COLOUR, "")
        colour.setToolTip(self.tr("Notes > Colours names the five colours"))
        form.addRow(self.tr("&Colour of words you write a note on"), colour)
        pause = self.tr("Pa&use while I write a note")
        form.addRow("", self._switch(preferences.IS_PAUSED_WHILE_WRITING, pause))
        form.addRow(self.tr("Markdown f&older"), self._folder(preferences.MARKDOWN_FOLDER))
        form.addRow("", _hint(self.tr("A file an episode; what you write in it stays as it is.")))
        return page

    def _themes(self) -> Mapping[str, str]:
        return {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "sepia": self.tr("Sepia"),
            "contrast": self.tr("High contrast"),
        }

    def _typefaces(self) -> Mapping[str, str]:
        return {"serif": self.tr("Serif (Literata)"), "sans": self.tr("Sans-serif (Inter)")}

    def _motions(self) -> Mapping[str, str]:
        return {
            "system": self.tr("As the system"),
            "on": self.tr("Always"),
            "off": self.tr("Never"),
        }

    def _choice(self, preference: Preference[str], texts: Mapping[str, str]) -> QComboBox:
        box = QComboBox(self)
        for value, text in texts.items():
            box.addItem(text, value)
        box.currentIndexChanged.connect(lambda: self._settings.set(preference, box.currentData()))
        self._bind(preference, box, lambda value: box.setCurrentIndex(box.findData(value)))
        return box

    def _switch(self, preference: Preference[bool], text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.toggled.connect(lambda is_on: self._settings.set(preference, is_on))
        self._bind(preference, box, box.setChecked)
        return box

    def _number(self, preference: Preference[int], suffix: str, unit: int = 1) -> NumberBox:
        box = NumberBox(self)
        box.setRange(*(end // unit for end in _range(preference)))
        box.setSuffix(suffix)
        box.valueChanged.connect(lambda value: self._settings.set(preference, value * unit))
        self._bind(preference, box, lambda value: box.setValue(value // unit))
        return box

    def _seconds(self, preference: Preference[int]) -> NumberBox:
        return self._number(preference, self.tr(" s"), 1000)

    def _tenths(self, preference: Preference[int]) -> DecimalBox:
        """Seconds to a tenth, of a preference in milliseconds."""
        box = DecimalBox(self)
        box.setDecimals(1)
        box.setRange(*(end / 1000 for end in _range(preference)))
        box.setSingleStep(0.5)
        box.setSuffix(self.tr(" s"))
        box.valueChanged.connect(lambda value: self._settings.set(preference, round(value * 1000)))
        self._bind(preference, box, lambda value: box.setValue(value / 1000))
        return box

    def _decimal(self, preference: Preference[float], step: float) -> DecimalBox:
        box = DecimalBox(self)
        box.setRange(*_range(preference))
        box.setSingleStep(step)
        box.valueChanged.connect(lambda value: self._settings.set(preference, value))
        self._bind(preference, box, box.setValue)
        return box

    def _rates(self, preference: Preference[tuple[float, ...]]) -> RatesRow:
        row = RatesRow(len(preference.default), self)
        row.changed.connect(lambda: self._settings.set(preference, row.rates()))
        self._bind(preference, row, row.set_rates)
        return row

    def _folder(self, preference: Preference[str]) -> FolderRow:
        row = FolderRow(self.tr("Markdown Folder"), self.tr("None"), self)
        row.changed.connect(lambda: self._settings.set(preference, row.folder))
        self._bind(preference, row, row.set_folder)
        return row

    def _bind(self, preference: Preference[T], control: QWidget, show: Callable[[T], None]) -> None:
        def show_value() -> None:
            with QSignalBlocker(control):
                show(self._settings.get(preference))

        self._show_value[preference.key] = show_value
        self._resets.append(lambda: self._settings.set(preference, preference.default))
        show_value()

    def _show_changed(self, key: str) -> None:
        if key in self._show_value:
            self._show_value[key]()

    def _lay_out(self) -> None:
        reset = QPushButton(self.tr("Reset to &Defaults"), self)
        reset.setAutoDefault(False)
        reset.clicked.connect(self.reset)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(reset, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        column.addWidget(self._pages, 1)
        column.addWidget(buttons)


class RatesRow(QWidget):
    """A row of playback rates."""

    changed = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._boxes = [self._box(number) for number in range(1, count + 1)]
        for box in self._boxes:
            row.addWidget(box)
        row.addStretch(1)
        self.setFocusProxy(self._boxes[0])

    def rates(self) -> tuple[float, ...]:
        """The rates from left to right."""
        return tuple(box.value() for box in self._boxes)

    def set_rates(self, rates: tuple[float, ...]) -> None:
        """Show these rates."""
        for box, rate in zip(self._boxes, rates, strict=True):
            with QSignalBlocker(box):
                box.setValue(rate)

    def _box(self, number: int) -> DecimalBox:
        box = DecimalBox(self)
        box.setRange(*_range(preferences.RATE))
        box.setSingleStep(0.05)
        box.setSuffix("×")
        box.setAccessibleName(self.tr("Favourite speed {0}").format(number))
        box.setToolTip(self.tr("Shift+{0}").format(number))
        box.valueChanged.connect(self.changed)
        return box


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _page() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(8, 18, 8, 8)
    form.setHorizontalSpacing(18)
    form.setVerticalSpacing(10)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    return page, form


def _range(preference: Preference[N]) -> tuple[N, N]:
    """The least and the most that `preference` can be."""
    return preference.check(-_BEYOND), preference.check(_BEYOND)
