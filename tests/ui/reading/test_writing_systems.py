"""Scripts without a font are named, with what to install."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import WriteTalk
from tests.ui.conftest import Start
from ui.reading.writing_systems import SCRIPTS, name_of, unseen


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hello, café", []),
        ("今天天气很好", ["Chinese"]),
        ("今日はとても", ["Japanese"]),
        ("สวัสดี and 안녕", ["Korean", "Thai"]),
        ("שלום", ["Hebrew"]),
    ],
)
def test_scripts_that_a_font_has_not_are_found(text: str, names: list[str]) -> None:
    assert [each.name for each in unseen(set(text), str.isascii)] == names
    assert unseen(set(text), lambda _: True) == []


def test_a_few_rare_letters_are_no_missing_script() -> None:
    assert unseen("абвгдеѪ", lambda letter: letter != "Ѫ") == []


def test_each_script_has_letters_of_its_own_and_a_name() -> None:
    for script in SCRIPTS:
        for first, last in script.ranges:
            assert first <= last
        assert name_of(script) == script.name


def test_the_window_says_what_to_install(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They were boxes, or nothing at all, and nobody said why."""
    monkeypatch.setattr("ui.reading.scripts_controller.QFontMetricsF.inFontUcs4", lambda *_: False)
    path: Path = write_talk("talk.vtt")
    path.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nสวัสดีครับ\n", "utf-8")
    earmark = start(path)
    bar = earmark.window.message_bar
    qtbot.waitUntil(lambda: any("Thai" in each.text for each in bar.messages))
    message = bar.messages[0]  # above the one that no recording was found
    assert len(bar.messages) == 2 and "Thai" in message.text
    assert "fonts-noto-core" in message.text
