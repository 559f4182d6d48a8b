"""The whole of it: a real VLC plays real files to the highlight in a real window."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import wave
from array import array
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from shutil import copy
from statistics import median

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader import formats, paths
from reader import settings as prefs
from reader.correction import CorrectionScope
from reader.episode import Names
from reader.playback.cue_tracker import Highlight
from reader.playback.player import PlayerState
from reader.session.reading_session import ReadingSession
from reader.store.annotations import Annotations
from reader.store.change_names import CORRECT
from reader.store.library import Library
from reader.transcript.word_timing import words_of
from tests.conftest import TONE, WriteTalk
from tests.reader.corrections import everywhere
from tests.ui.conftest import Start, end, notebook_of
from ui.app import Earmark
from ui.appearance.theme import THEMES
from ui.notes.colours_dialog import ColoursDialog
from ui.window.main_window import MainWindow

ROOT = Path(__file__).parents[2]
LATE = 100  # ms in which a tick may be late on a busy machine
RATE = 8_000  # samples a second of the recordings made here
_LEFT = Qt.MouseButton.LeftButton


def test_a_real_player_plays_the_sample_to_the_highlight(start: Start, qtbot: QtBot) -> None:
    earmark = start(paths.sample_episode(), player="vlc")
    session, transport = earmark.session, earmark.transport
    script = session.script
    assert script is not None
    transport.set_rate(1.5)
    earmark.window.commands["play"].trigger()
    late = []
    for line in range(5):
        qtbot.waitUntil(partial(_leads, session, line), timeout=15_000)
        late.append((transport.time - (script.transcript.cues[line].start or 0)) / transport.rate)
        _check_colours(earmark, line)
        _check_word(earmark, qtbot, line)
    assert min(late) >= -LATE
    assert median(late) <= LATE  # a single one may be the machine's fault
    assert transport.state is PlayerState.PLAYING


def test_a_recording_without_an_index_has_its_true_length(start: Start, qtbot: QtBot) -> None:
    earmark = start(ROOT / "tests" / "data" / "audio" / "no-xing.mp3", player="vlc")
    qtbot.waitUntil(lambda: earmark.transport.length == 5_068, timeout=10_000)


def test_episodes_and_colours_are_at_hand_before_anything_is_opened(
    start: Start, qtbot: QtBot, write_talk: WriteTalk
) -> None:
    end(start(write_talk("talk.vtt")))
    commands = start().window.commands
    qtbot.waitUntil(commands.menus["recent"].isEnabled)
    assert [each.text() for each in commands.menus["recent"].actions()] == ["talk"]
    assert commands["colours"].isEnabled()
    commands["colours"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ColoursDialog))


def test_what_is_opened_and_corrected_goes_into_the_index(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    earmark = start(write_talk("talk.vtt", "talk.mp3"))
    parts, session = earmark._library_parts, earmark.session
    with qtbot.waitSignal(
        parts.words.state_changed, timeout=60_000, check_params_cb=lambda state: state.episodes == 1
    ):
        parts.scan.scan()
    renewed: list[str] = []
    monkeypatch.setattr(parts.words, "renew", renewed.append)
    session.script_changed.emit(session.script)
    assert session.episode is not None
    assert renewed == [session.episode.id]


def test_an_episode_that_came_to_a_show_is_found_by_the_words_of_its_corrections(
    start: Start, write_talk: WriteTalk, tmp_path: Path, qtbot: QtBot
) -> None:
    database = tmp_path / "data" / "earmark.db"
    one, other = write_talk("one.vtt"), write_talk("two.vtt")
    other.write_text(other.read_text() + "\nNOTE another\n")
    with closing(Library(database)) as library, closing(Annotations(database)) as store:
        key = library.record_opened(None, one, "one", show="Show").id
        moved = library.record_opened(None, other, "two")
        word = formats.load(other).cues[0].text.split()[0]
        made = everywhere(word, "Zanzibar", CorrectionScope.SHOW)
        store.correct([made._replace(episode_id=key, show="Show")], name=CORRECT)
    earmark = start()
    earmark._open_notebook()
    qtbot.waitUntil(lambda: earmark.controllers.library_page is not None)
    index = earmark._library_parts.words.index()
    assert index is not None

    def stamp() -> str:
        found = index.episodes().get(moved.id)
        return found.stamp if found is not None else ""

    earmark._library_parts.words.bring_up_to_date()
    qtbot.waitUntil(lambda: bool(stamp()), timeout=60_000)
    before = stamp()
    notebook = notebook_of(earmark).notes.notebook
    notebook.rename_episode(moved.id, Names("two", "Show"))
    qtbot.waitUntil(lambda: stamp() != before, timeout=60_000)
    notebook.undo()
    qtbot.waitUntil(lambda: stamp() == before, timeout=60_000)
    index.close()


def _leads(session: ReadingSession, line: int) -> bool:
    return session.follower.lead == line


def _check_colours(earmark: Earmark, line: int) -> None:
    """The current line has its ground and the bar beside it, its neighbours have none."""
    theme = earmark.appearance.theme
    image, top = _page(earmark)
    shares = [_share(image, _boxes(earmark, cue), top, theme.current) for cue in range(line + 3)]
    assert shares[line] > 0.4
    assert all(share < 0.01 for cue, share in enumerate(shares) if cue != line)


def _check_word(earmark: Earmark, qtbot: QtBot, line: int) -> None:
    """Some words further on, what is reported and marked is what is spoken at that time."""
    script, reported = earmark.session.script, list[tuple[Highlight, int]]()
    assert script is not None
    earmark.session.follower.highlight_changed.connect(
        lambda highlight, time, _: reported.append((highlight, time))
    )
    qtbot.waitUntil(lambda: len(reported) >= 2)
    highlight, time = reported[-1]
    words = words_of(script.transcript.cues[line])
    assert highlight.cues == script.timeline.current(time) == (line,)
    assert highlight.word == max(k for k, word in enumerate(words) if word.start <= time)
    start = script.reading.ranges(line)[0][0] + words[highlight.word].offset
    boxes = earmark.window.reading_page.pane.boxes(start, start + words[highlight.word].length)
    image, top = _page(earmark)
    assert _share(image, boxes, top, earmark.appearance.theme.word) > 0.2


def _page(earmark: Earmark) -> tuple[QImage, int]:
    pane = earmark.window.reading_page.pane
    return pane.viewport().grab().toImage(), pane.scroll_bar.value()


def _boxes(earmark: Earmark, cue: int) -> list[QRectF]:
    page = earmark.window.reading_page.pane
    return [box for found in page.reading.ranges(cue) for box in page.boxes(*found)]


def _share(image: QImage, boxes: list[QRectF], top: int, colour: str) -> float:
    """The share of these boxes that has this colour."""
    scale, wanted = image.devicePixelRatio(), QColor(colour).rgb()
    points = [
        (round(x * scale), round((y - top) * scale))
        for box in boxes
        for x in range(int(box.left()) + 2, int(box.right()) - 2, 2)
        for y in range(int(box.top()) + 2, int(box.bottom()) - 2, 2)
    ]
    seen = [image.pixel(x, y) for x, y in points if image.rect().contains(x, y)]
    return sum(pixel == wanted for pixel in seen) / max(1, len(seen))


# Faults of a recording


@pytest.fixture
def talk(write_talk: WriteTalk) -> Path:
    """A transcript with half a minute of sound beside it."""
    transcript = write_talk("talk.vtt")
    _write_sound(transcript.with_suffix(".wav"), 30)
    return transcript


def _write_sound(path: Path, seconds: int) -> None:
    samples = (round(9_000 * math.sin(k / 9)) for k in range(RATE * seconds))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array("h", samples).tobytes())


def _messages(window: MainWindow) -> list[str]:
    return [message.text for message in window.message_bar.messages]


def _button(window: MainWindow, text: str) -> QPushButton:
    found = window.message_bar.findChildren(QPushButton)
    return next(each for each in found if each.text() == text and each.isVisible())


def test_a_recording_cut_off_while_playing_is_reported_and_can_be_tried_again(
    start: Start, talk: Path, qtbot: QtBot
) -> None:
    recording = talk.with_suffix(".wav")
    whole = recording.read_bytes()
    earmark = start(talk, player="vlc")
    transport, window = earmark.transport, earmark.window
    transport.play()
    qtbot.waitUntil(lambda: transport.time > 1_000)
    os.truncate(recording, 60_000)
    qtbot.waitUntil(lambda: transport.state is PlayerState.FAILED, timeout=15_000)
    place = transport.time
    assert 1_000 < place < 30_000
    assert "talk.wav has become shorter" in _messages(window)[0]
    assert window.reading_page.pane.isVisible()
    assert earmark.session.follower.lead is not None
    recording.write_bytes(whole)
    _button(window, "Try Again").click()
    qtbot.waitUntil(lambda: transport.state is PlayerState.PLAYING, timeout=10_000)
    assert _messages(window) == []
    assert transport.time >= place


def test_a_recording_that_is_gone_is_reported_and_its_place_is_kept(
    start: Start, talk: Path, qtbot: QtBot
) -> None:
    recording = talk.with_suffix(".wav")
    whole = recording.read_bytes()
    earmark = start(talk, player="vlc")
    transport, window = earmark.transport, earmark.window
    qtbot.waitUntil(lambda: transport.state is PlayerState.PAUSED)
    transport.seek(27_000)
    recording.unlink()  # what is open can be read to its end
    transport.play()
    qtbot.waitUntil(lambda: transport.state is PlayerState.FAILED, timeout=15_000)
    assert "talk.wav is no longer there" in _messages(window)[0]
    transport.seek(21_000)
    assert earmark.session.follower.lead == 4  # the text can still be walked through
    QTest.mouseClick(_button(window, "Try Again"), _LEFT)
    qtbot.waitUntil(lambda: "was not found" in "".join(_messages(window)))
    recording.write_bytes(whole)
    window.commands["play"].trigger()
    qtbot.waitUntil(lambda: transport.state is PlayerState.PLAYING, timeout=10_000)
    assert _messages(window) == []
    assert 21_000 <= transport.time < 27_000
    end(earmark)
    again = start(talk, player="vlc")
    assert 21_000 <= again.transport.time < 27_000


@pytest.mark.parametrize("kind", ["garbage", "cut off", "no sound"])
def test_a_damaged_recording_is_reported_and_the_text_stays(
    start: Start, write_talk: WriteTalk, qtbot: QtBot, kind: str
) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    contents = {
        "garbage": bytes((k * k * 31 + k) % 256 for k in range(60_000)),
        "cut off": (ROOT / "tests/data/audio/tone.m4a").read_bytes()[:2_000],
        "no sound": b"\0" * 5_000,
    }
    transcript.with_suffix(".mp3").write_bytes(contents[kind])
    earmark = start(transcript, player="vlc")
    qtbot.waitUntil(lambda: earmark.transport.state is PlayerState.FAILED, timeout=10_000)
    assert "talk.mp3" in _messages(earmark.window)[0]
    assert earmark.window.reading_page.pane.isVisible()
    assert _button(earmark.window, "Choose Recording…")


# The end


DRIVER = """
import os
import signal
import sys
from pathlib import Path
from shutil import copy
from PySide6.QtCore import QTimer
from reader.playback.player import PlayerState
import ui.start
from ui.app import Earmark
from ui.window.first_frame import FirstFrame

signal.signal(signal.SIGINT, signal.default_int_handler)
prepare, show, make = Earmark._prepare, FirstFrame.show, ui.start._Start._make

def close(window):
    QTimer.singleShot(int(sys.argv[2]), window.close)

def prepare_and_close(self, *parts):
    def close_and_make():
        self.window.close()
        for part in parts:
            part()

    prepare(self, *([close_and_make] if sys.argv[1] == "making" else parts))
    if sys.argv[1] == "playing":
        self.session.episode_opened.connect(lambda _: self.transport.play())
        self.transport.state_changed.connect(
            lambda state: state is PlayerState.PLAYING and close(self.window)
        )
    elif sys.argv[1] == "interrupted":
        devices = self.transport.devices  # asked for amid the opening
        self.transport.devices = lambda: os.kill(os.getpid(), signal.SIGINT) or devices()
    elif sys.argv[1] == "opening":
        close(self.window)

def make_and_close(self, *given):
    make(self, *given)
    if sys.argv[1] == "made":
        self._first.window.close()

def show_and_close(self, head_start):
    show(self, head_start)
    if sys.argv[1] == "first frame":
        self.window.painted.connect(lambda: close(self.window))

Earmark._prepare, FirstFrame.show = prepare_and_close, show_and_close
ui.start._Start._make = make_and_close
sys.exit(ui.start.run([Path(name) for name in sys.argv[4:]], player=sys.argv[3]))
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of a program whose settings and library are the test's."""
    places = {"HOME": tmp_path, "XDG_CONFIG_HOME": tmp_path / "c", "XDG_DATA_HOME": tmp_path / "d"}
    return os.environ | {name: str(place) for name, place in places.items()}


@pytest.mark.parametrize("player", ["vlc", "silent"])
@pytest.mark.parametrize(
    ("moment", "delay"),
    [
        ("playing", 300),
        ("opening", 0),
        ("opening", 150),
        ("made", 0),
        ("making", 0),
        ("first frame", 0),
        ("interrupted", 0),
    ],
)
def test_closing_at_any_moment_is_clean(
    home: dict[str, str], player: str, moment: str, delay: int
) -> None:
    sample = str(paths.sample_episode())
    closed = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", DRIVER, moment, str(delay), player, sample],
        cwd=ROOT,
        env=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert _own_words(closed.stderr) == []
    assert closed.returncode == 0


def test_a_recording_alone_opens_a_window(home: dict[str, str], tmp_path: Path) -> None:
    recording = copy(TONE, tmp_path / "walk.mp3")
    closed = subprocess.run(
        [sys.executable, "-c", DRIVER, "opening", "0", "silent", str(recording)],
        cwd=ROOT,
        env=home,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert closed.returncode == 0


def _own_words(stderr: str) -> list[str]:
    """What is not the sound system's or the offscreen platform's."""
    foreign = ("This plugin does not support", "ALSA lib", "pulse", "[0000", "jack server")
    return [line for line in stderr.splitlines() if not any(map(line.__contains__, foreign))]


def _heed_interrupts() -> None:
    """A shell starts what it runs in the background deaf to Ctrl+C, and all its children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def running(home: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "ui", "--player", "silent", str(paths.sample_episode())]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=home,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_interrupts,  # noqa: PLW1509 - no other thread of the test holds a lock
    ) as process:
        yield process
        if process.poll() is None:
            process.kill()


def test_ctrl_c_in_the_terminal_closes_the_window(
    running: subprocess.Popen[str], home: dict[str, str], qtbot: QtBot
) -> None:
    log = Path(home["HOME"]) / ".local/state/earmark/log/earmark.log"
    qtbot.waitUntil(log.exists, timeout=20_000)  # then it is up and runs
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=20) == 0
    assert running.stderr is not None
    assert _own_words(running.stderr.read()) == []


def test_ctrl_c_while_the_window_is_made_ends_the_program(
    running: subprocess.Popen[str], home: dict[str, str], qtbot: QtBot
) -> None:
    library = Path(home["XDG_DATA_HOME"]) / "earmark" / "earmark.db"
    qtbot.waitUntil(library.exists, timeout=20_000)  # long before there is a window
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=20) in {0, -signal.SIGINT}
    assert running.stderr is not None
    assert _own_words(running.stderr.read()) == []


@pytest.mark.parametrize("name", ["dark", "sepia", "light"])
def test_the_page_takes_on_a_theme_that_is_chosen_while_it_is_read(
    start: Start, write_talk: WriteTalk, name: str
) -> None:
    earmark = start(write_talk("talk.vtt"))
    before = "light" if name == "dark" else "dark"
    for theme in (before, name):
        earmark.session.settings.set(prefs.THEME, theme)
    image = earmark.window.pane.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(400) for y in range(120)}
    assert {THEMES[name].paper, THEMES[name].ink} <= colours
    assert THEMES[before].paper not in colours
