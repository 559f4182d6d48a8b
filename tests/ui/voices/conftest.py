"""Opens texts, in which a listener says who speaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import TONE
from tests.reader.recording.test_tags import frame, id3
from tests.ui.conftest import Start
from tests.ui.voices.talk import OPEN, Heard, Opened, Talk


@pytest.fixture
def opened(start: Start, tmp_path: Path, qtbot: QtBot) -> Opened:
    def open_text(kind: str) -> Talk:
        path = tmp_path / f"{kind}.vtt"
        path.write_text(OPEN[kind], encoding="utf-8")
        earmark = start(path)
        qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
        return Talk(earmark, qtbot)

    return open_text


@pytest.fixture
def heard(start: Start, tmp_path: Path, qtbot: QtBot) -> Heard:
    """Opens a text with a recording, in the show that its tags name."""

    def open_talk(kind: str, name: str = "talk", *, show: str = "") -> Talk:
        text, recording = tmp_path / f"{name}.vtt", tmp_path / f"{name}.mp3"
        text.write_text(f"{OPEN[kind]}\nNOTE {name}\n", encoding="utf-8")
        tags = id3(frame("TALB", show)) if show else b""
        recording.write_bytes(tags + TONE.read_bytes() + name.encode())
        earmark = start(text)
        qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
        qtbot.waitUntil(earmark.window.commands["next_turn"].isEnabled)
        return Talk(earmark, qtbot)

    return open_talk
