from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader import settings as preferences
from reader.settings import Settings
from ui.window.preferences import PreferencesDialog, RatesRow


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "earmark.ini")


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings) -> PreferencesDialog:
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    return dialog


def control(dialog: PreferencesDialog, text: str) -> QWidget:
    """What the label `text` belongs to."""
    labels = dialog.findChildren(QLabel)
    return next(label.buddy() for label in labels if label.text().replace("&", "") == text)


def switch(dialog: PreferencesDialog, text: str) -> QCheckBox:
    boxes = dialog.findChildren(QCheckBox)
    return next(box for box in boxes if box.text().replace("&", "").startswith(text))


def test_a_change_counts_at_once(dialog: PreferencesDialog, settings: Settings) -> None:
    theme = control(dialog, "Theme")
    assert isinstance(theme, QComboBox)
    theme.setCurrentText("Sepia")
    assert settings.get(preferences.THEME) == "sepia"
    switch(dialog, "A click on a word").setChecked(False)
    assert settings.get(preferences.IS_CLICK_TO_PLAY) is False


def test_milliseconds_are_shown_as_seconds(dialog: PreferencesDialog, settings: Settings) -> None:
    skip = control(dialog, "Skip back")
    assert isinstance(skip, QSpinBox)
    assert skip.text() == "10 s"
    skip.setValue(15)
    assert settings.get(preferences.BACK_STEP) == 15_000


def test_numbers_cannot_leave_their_range(dialog: PreferencesDialog) -> None:
    size = control(dialog, "Size")
    assert isinstance(size, QSpinBox)
    ends = tuple(preferences.TYPE_SIZE.check(end) for end in (0, 999))
    assert (size.minimum(), size.maximum()) == ends
    height = control(dialog, "Line height")
    assert isinstance(height, QDoubleSpinBox)
    height_ends = tuple(preferences.LINE_HEIGHT.check(end) for end in (0, 99))
    assert (height.minimum(), height.maximum()) == height_ends


def test_a_change_elsewhere_is_shown(dialog: PreferencesDialog, settings: Settings) -> None:
    settings.set(preferences.TYPE_SIZE, 22)
    size = control(dialog, "Size")
    assert isinstance(size, QSpinBox)
    assert size.value() == 22


def test_favourite_speeds_are_changed_and_shown(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    row = control(dialog, "Favourite speeds")
    assert isinstance(row, RatesRow)
    row.findChildren(QDoubleSpinBox)[4].setValue(2.75)
    assert settings.get(preferences.FAVOURITE_RATES) == (0.8, 1.0, 1.25, 1.5, 2.75)
    settings.set(preferences.FAVOURITE_RATES, (0.5, 1.0, 1.5, 2.0, 3.0))
    assert row.rates() == (0.5, 1.0, 1.5, 2.0, 3.0)


def test_reset_leaves_alone_what_is_not_shown(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    settings.set(preferences.THEME, "dark")
    settings.set(preferences.FAVOURITE_RATES, (0.5, 1.0, 1.5, 2.0, 3.0))
    settings.set(preferences.VOLUME, 33)
    reset = next(b for b in dialog.findChildren(QPushButton) if "Reset" in b.text())
    reset.click()
    assert settings.get(preferences.THEME) == preferences.THEME.default
    assert settings.get(preferences.FAVOURITE_RATES) == preferences.FAVOURITE_RATES.default
    assert settings.get(preferences.VOLUME) == 33


def test_every_control_has_a_name(dialog: PreferencesDialog) -> None:
    labelled = [label.buddy() for label in dialog.findChildren(QLabel)]
    for box in [*dialog.findChildren(QComboBox), *dialog.findChildren(QAbstractSpinBox)]:
        assert box in labelled or box.accessibleName()


def test_showing_a_value_never_rounds_it(dialog: PreferencesDialog, settings: Settings) -> None:
    settings.set(preferences.LINE_HEIGHT, 1.4567)
    settings.set(preferences.REWIND_ON_RESUME, 1_500)
    assert settings.get(preferences.LINE_HEIGHT) == 1.4567
    assert settings.get(preferences.REWIND_ON_RESUME) == 1_500


def test_leads_are_seconds_to_a_tenth(dialog: PreferencesDialog, settings: Settings) -> None:
    lead = control(dialog, "Time you need to press B")
    assert isinstance(lead, QDoubleSpinBox)
    assert lead.text() == "1.0 s"
    lead.setValue(2.5)
    assert settings.get(preferences.REACTION_LEAD) == 2_500
    lead_in = control(dialog, "Lead-in when a note is played")
    assert isinstance(lead_in, QDoubleSpinBox)
    lead_in.setValue(0)
    assert settings.get(preferences.LEAD_IN) == 0
