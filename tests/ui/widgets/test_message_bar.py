from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.appearance.icons import Icons
from ui.appearance.theme import DARK, LIGHT
from ui.widgets.message_bar import BarMessage, MessageAction, MessageBar, MessageKind, SingleMessage
from ui.widgets.wrapped_text import WrappedText

ICONS = Path(__file__).parents[3] / "resources" / "icons"
INFO = BarMessage(MessageKind.INFO, "Welcome back.")
WARNING = BarMessage(MessageKind.WARNING, "There is no recording.")
ERROR = BarMessage(MessageKind.ERROR, "talk.mp3 is damaged.", details="at byte 12")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(MessageBar(Icons(ICONS, LIGHT)))
    layout.addWidget(QLineEdit())
    layout.addStretch()
    window.resize(900, 300)
    # What the pointer rests on stays: an earlier test may have left it here.
    QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def bar(window: QWidget) -> MessageBar:
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    return bar


def _texts(bar: MessageBar) -> list[str]:
    return [each.toPlainText() for each in bar.findChildren(WrappedText) if each.isVisible()]


def _shown(bar: MessageBar) -> dict[str, QPushButton]:
    return {each.text(): each for each in bar.findChildren(QPushButton) if each.isVisible()}


def _kind(bar: MessageBar) -> str:
    return next(each.toolTip() for each in bar.findChildren(QLabel) if each.toolTip())


def test_a_message_shows_its_kind_in_words_too(bar: MessageBar) -> None:
    assert bar.isHidden()
    bar.show_message(WARNING)
    assert _texts(bar) == ["There is no recording."]
    assert _kind(bar) == "Warning"


def test_the_newest_is_on_top_but_for_errors(bar: MessageBar) -> None:
    """What was just done waited behind an older message: "2 more"."""
    bar.show_message(WARNING)
    bar.show_message(INFO)
    assert _texts(bar) == [INFO.text]
    bar.show_message(ERROR)
    bar.show_message(BarMessage(MessageKind.INFO, "Copied."))
    assert _texts(bar) == [ERROR.text]
    bar.dismiss()
    assert _texts(bar) == ["Copied."]


def test_errors_are_shown_first_and_nothing_is_lost(bar: MessageBar) -> None:
    second_error = BarMessage(MessageKind.ERROR, "Another one.")
    for message in (INFO, WARNING, ERROR, second_error):
        bar.show_message(message)
    seen = []
    while bar.messages:
        seen += _texts(bar)
        bar.dismiss()
    expected = (second_error, ERROR, WARNING, INFO)
    assert seen == [message.text for message in expected]
    assert bar.isHidden()


def test_a_message_takes_the_place_of_the_last_of_its_subject(bar: MessageBar) -> None:
    pressed: list[str] = []
    bar.show_message(INFO)
    notice = SingleMessage(bar)
    notice.report(MessageKind.ERROR, "Gone.", MessageAction("Find", lambda: pressed.append("old")))
    notice.report(MessageKind.ERROR, "Gone.", MessageAction("Find", lambda: pressed.append("new")))
    _shown(bar)["Find"].click()
    assert pressed == ["new"]
    notice.report(MessageKind.WARNING, "Another.", details="all of it")
    notice.report(MessageKind.WARNING, "A third.")
    assert [each.text for each in bar.messages] == ["A third.", INFO.text]
    notice.withdraw()
    assert [each.text for each in bar.messages] == [INFO.text]
    notice.report(MessageKind.WARNING, "It stays.")
    notice.leave()
    notice.withdraw()
    assert _texts(bar) == ["It stays."]


def test_how_many_wait_is_reported(bar: MessageBar) -> None:
    for message in (INFO, WARNING, ERROR):
        bar.show_message(message)
    assert "2 more" in [label.text() for label in bar.findChildren(QLabel)]


def test_the_same_message_does_not_pile_up(bar: MessageBar) -> None:
    for _ in range(3):
        action = MessageAction("Again", lambda: None)
        bar.show_message(BarMessage(MessageKind.ERROR, "Same.", actions=(action,)))
    assert len(bar.messages) == 1


@pytest.mark.parametrize("label", ["Show in Folder", "Show"])
def test_of_equal_messages_the_last_ones_action_is_done(
    bar: MessageBar, label: str, qtbot: QtBot
) -> None:
    called: list[str] = []

    def saved(label: str, folder: str) -> BarMessage:
        action = MessageAction(label, lambda: called.append(folder))
        return BarMessage(MessageKind.INFO, "talk.vtt was saved.", actions=(action,))

    bar.show_message(saved("Show in Folder", "first"))
    bar.show_message(WARNING)
    bar.show_message(saved(label, "second"))
    bar.dismiss()
    QTest.mouseClick(_shown(bar)[label], Qt.MouseButton.LeftButton)
    bar.show_message(saved("Show in Folder", "third"))
    bar.show_message(saved(label, "fourth"))
    qtbot.waitUntil(lambda: label in _shown(bar))
    QTest.mouseClick(_shown(bar)[label], Qt.MouseButton.LeftButton)
    assert called == ["second", "fourth"]


def test_an_action_takes_the_message_away_and_is_called(bar: MessageBar, qtbot: QtBot) -> None:
    called: list[bool] = []
    choose = MessageAction("Choose Recording…", lambda: called.append(bar.isHidden()))
    bar.show_message(BarMessage(MessageKind.WARNING, "None.", actions=(choose,)))
    QTest.mouseClick(_shown(bar)["Choose Recording…"], Qt.MouseButton.LeftButton)
    assert called == [True]


def test_an_action_of_a_message_that_went_while_it_was_held_down_is_not_done(
    bar: MessageBar,
) -> None:
    done: list[str] = []
    message = bar.report(
        MessageKind.ERROR, "Gone.", MessageAction("Retry", lambda: done.append(""))
    )
    button = _shown(bar)["Retry"]
    bar.report(MessageKind.ERROR, "Another.")
    bar.withdraw(message)
    button.click()
    bar.dismiss()
    button.click()
    assert done == [] and bar.messages == ()


def test_an_action_may_show_the_next_message(bar: MessageBar, qtbot: QtBot) -> None:
    retry = MessageAction("Try Again", lambda: bar.show_message(ERROR))
    bar.show_message(BarMessage(MessageKind.ERROR, "Failed.", actions=(retry,)))
    QTest.mouseClick(_shown(bar)["Try Again"], Qt.MouseButton.LeftButton)
    assert _texts(bar) == [ERROR.text]
    assert "Try Again" not in _shown(bar)


def test_details_are_folded_until_asked_for(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(ERROR)
    assert _texts(bar) == [ERROR.text]
    QTest.mouseClick(_shown(bar)["Details"], Qt.MouseButton.LeftButton)
    assert _texts(bar) == [ERROR.text, "at byte 12"]


def test_only_an_information_leaves_by_itself(bar: MessageBar) -> None:
    timer = bar.findChild(QTimer)
    assert isinstance(timer, QTimer)
    bar.show_message(WARNING)
    assert not timer.isActive()
    bar.dismiss()
    bar.show_message(INFO)
    assert timer.isActive()
    timer.timeout.emit()
    assert bar.isHidden()


def test_an_information_stays_while_it_has_the_focus(bar: MessageBar) -> None:
    timer = bar.findChild(QTimer)
    assert isinstance(timer, QTimer)
    bar.show_message(INFO)
    bar.findChildren(WrappedText)[0].setFocus()
    timer.timeout.emit()
    assert bar.isVisible()
    assert timer.isActive()


def test_a_message_that_is_no_longer_true_is_withdrawn(bar: MessageBar) -> None:
    bar.show_message(ERROR)
    bar.show_message(WARNING)
    bar.withdraw(WARNING)
    bar.withdraw(INFO)
    assert bar.messages == (ERROR,)


def test_esc_closes_and_lets_the_focus_go(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(ERROR)
    text = bar.findChildren(WrappedText)[0]
    text.setFocus()
    with qtbot.waitSignal(bar.focus_released):
        QTest.keyClick(text, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_the_focus_elsewhere_is_left_alone(window: QWidget, bar: MessageBar, qtbot: QtBot) -> None:
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    bar.show_message(ERROR)
    with qtbot.assertNotEmitted(bar.focus_released):
        bar.dismiss()
    assert field.hasFocus()


def test_a_message_is_said(bar: MessageBar, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append((event.message(), event.politeness())),
    )
    bar.show_message(INFO)
    bar.show_message(ERROR)
    assert said == [
        ("Information: Welcome back.", QAccessible.AnnouncementPoliteness.Polite),
        ("Error: talk.mp3 is damaged.", QAccessible.AnnouncementPoliteness.Assertive),
    ]


def test_markup_in_a_file_name_is_only_text(bar: MessageBar) -> None:
    bar.show_message(BarMessage(MessageKind.ERROR, "<b>x</b>.mp3 is gone."))
    assert _texts(bar) == ["<b>x</b>.mp3 is gone."]


@pytest.mark.parametrize("width", [480, 1280])
def test_a_long_name_wraps_and_is_wholly_seen(
    window: QWidget, bar: MessageBar, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 600)
    actions = (MessageAction("Choose…", lambda: None), MessageAction("Never", lambda: None))
    bar.show_message(BarMessage(MessageKind.ERROR, "long_" * 50 + ".mp3", actions=actions))
    text = bar.findChildren(WrappedText)[0]
    qtbot.waitUntil(lambda: text.height() >= text.document().size().height())
    assert not text.verticalScrollBar().isVisible()
    assert window.width() == width
    assert all(button.geometry().right() < width for button in _shown(bar).values())


def test_a_new_theme_draws_new_signs(bar: MessageBar) -> None:
    bar.show_message(ERROR)
    close = bar.findChildren(QToolButton)[-1]
    before = close.icon().cacheKey()
    bar.set_icons(Icons(ICONS, DARK))
    assert close.icon().cacheKey() != before


def test_a_third_action_is_refused() -> None:
    action = MessageAction("A", lambda: None)
    with pytest.raises(ValueError, match="two"):
        BarMessage(MessageKind.INFO, "x", actions=(action,) * 3)


def test_tab_reaches_the_ways_out_before_the_close_button(window: QWidget, bar: MessageBar) -> None:
    ways = (MessageAction("Try Again", bar.dismiss), MessageAction("Open Another…", bar.dismiss))
    bar.show_message(BarMessage(MessageKind.ERROR, "talk.mp3 is damaged.", "at byte 12", ways))
    reached = []
    for _ in range(5):
        window.focusNextChild()
        here = window.focusWidget()
        assert here is not None
        reached.append(here.property("text") or here.accessibleName())
    assert reached == ["Message", "Try Again", "Open Another…", "Details", "Close message"]
