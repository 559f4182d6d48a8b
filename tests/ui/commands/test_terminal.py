"""Following along in a terminal: a real one (a pty), and none at all."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader import paths
from reader.store.annotations import Annotations
from reader.store.content_key import content_key
from reader.store.database import DatabaseFile
from reader.store.library import Library
from reader.store.sync_maps import SyncKeys
from reader.sync_map import SyncMap, SyncPoint
from reader.transcript.text_sync import TextSync
from reader.voice_names import NO_VOICES, NamedVoice, VoiceNames
from tests.conftest import WriteTalk, vtt

ROOT = Path(__file__).parents[3]
TALK_LINES = [
    "    0:01  Mara: The harbour wakes early today.",
    "    0:03  Mara: Gulls quarrel over the nets.",
]
BRIEF_LINE = "    0:00  Mara: The harbour wakes."
Environment = dict[str, str]


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """Settings and library of the test's own."""
    places = {"HOME": tmp_path, "XDG_CONFIG_HOME": tmp_path / "c", "XDG_DATA_HOME": tmp_path / "d"}
    return os.environ | {name: str(place) for name, place in places.items()}


@pytest.fixture
def play(environment: Environment) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`earmark play` without a terminal."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ui", "play", *map(str, arguments)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


Play = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def brief_talk(write_talk: WriteTalk) -> Path:
    """A line for what is not about following: lit from the start, a second to its end."""
    talk = write_talk("talk.vtt", "talk.mp3")
    talk.write_text(vtt(((0, 900, "Mara", "The harbour wakes."),)))
    recording = talk.with_suffix(".mp3")
    recording.write_bytes(recording.read_bytes()[:5_000])
    return talk


class Terminal:
    """`earmark play` in a pty."""

    def __init__(self, environment: Environment, *arguments: object) -> None:
        import pty

        self._master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ui", "play", *map(str, arguments)],
            cwd=ROOT,
            env=environment,
            stdin=slave,
            stdout=slave,
            stderr=subprocess.PIPE,
        )
        os.close(slave)
        self.seen = ""

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def wait_for(self, pattern: str) -> str:
        """Read on until this appears after all that was waited for."""
        while not (found := re.search(pattern, self.seen)):
            assert select.select([self._master], [], [], 30)[0], f"nothing like {pattern} came"
            self.seen += os.read(self._master, 4_096).decode()
        self.seen = self.seen[found.end() :]
        return found[0]

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        os.close(self._master)


@pytest.fixture
def terminal(environment: Environment) -> Iterator[Callable[..., Terminal]]:
    pytest.importorskip("pty")
    opened: list[Terminal] = []

    def begin(*arguments: object) -> Terminal:
        opened.append(Terminal(environment, *arguments))
        return opened[-1]

    yield begin
    for each in opened:
        each.close()


def test_the_sample_is_followed_and_obeys_keys(terminal: Callable[..., Terminal]) -> None:
    sample = terminal(paths.sample_episode(), "--player", "silent")
    sample.wait_for("Space pauses")
    sample.press(">" * 40)
    sample.wait_for("speed 3×")
    lines = [sample.wait_for(r"\d:\d\d  \w+: [^\r\n]+") for _ in range(4)]
    assert lines[0] == "0:01  Nora: Good morning, or good evening."
    assert lines == sorted(lines)
    sample.press(" ")
    sample.wait_for(r"paused at 0:\d\d")
    sample.press("\x1b[C")  # 30 s on, while it is paused
    assert sample.wait_for(r"0:\d\d  \w+: ") > "0:36"
    sample.press("\x1b[A\x1b[A\x1b[A")
    sample.wait_for(r"0:\d\d  \w+: ")
    sample.press("q")
    assert sample.process.wait(timeout=20) == 0
    assert sample.process.stderr is not None
    assert sample.process.stderr.read() == b""


def test_a_file_does_not_steer_the_terminal(
    terminal: Callable[..., Terminal], write_talk: WriteTalk
) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    text = talk.read_text()
    talk.write_text(text.replace("The harbour", "The \x9b31m \x1b[31m harbour"))
    shown = terminal(talk, "--player", "silent")
    line = shown.wait_for(r"The [^\r\n]+early today")
    assert line == "The \ufffd31m \ufffd[31m harbour wakes early today"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_not_utf8_plays(play: Play, brief_talk: Path) -> None:
    talk = brief_talk
    for path in (talk, talk.with_suffix(".mp3")):
        path.rename(path.with_name(os.fsdecode(b"t\xe4lk" + os.fsencode(path.suffix))))
    played = play(os.fsdecode(os.fsencode(talk.parent) + b"/t\xe4lk.vtt"))
    assert (played.returncode, played.stderr) == (0, "")
    assert [line for line in played.stdout.splitlines() if "Mara" in line] == [BRIEF_LINE]


def test_the_terminal_is_left_as_it_was(terminal: Callable[..., Terminal]) -> None:
    import termios

    sample = terminal(paths.sample_episode(), "--player", "silent")
    before = termios.tcgetattr(sample._master)
    sample.wait_for("Nora")
    assert termios.tcgetattr(sample._master)[3] != before[3]
    sample.press("q")
    assert sample.process.wait(timeout=20) == 0
    assert termios.tcgetattr(sample._master) == before


def test_a_real_player_follows_to_the_end_without_a_terminal(
    play: Play, write_talk: WriteTalk
) -> None:
    played = play(write_talk("talk.vtt", "talk.mp3"))
    assert played.returncode == 0
    assert [line for line in played.stdout.splitlines() if "Mara" in line] == TALK_LINES
    assert "\x1b" not in played.stdout


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("gone.vtt", "“gone.vtt” was not found"),
        ("empty.vtt", "empty.vtt is empty"),
        ("garbage.mp3", "“garbage.mp3” is damaged or is not a recording"),
        ("lonely.vtt", "No recording was found beside “lonely.vtt”"),
    ],
)
def test_a_fault_is_one_line_and_the_code_1(
    play: Play, write_talk: WriteTalk, kind: str, said: str
) -> None:
    path = write_talk("lonely.vtt").with_name(kind)
    contents = {"empty.vtt": b"", "garbage.mp3": bytes(k * k % 251 for k in range(50_000))}
    if kind != "lonely.vtt":
        path.with_name("lonely.vtt").unlink()
    if kind in contents:
        path.write_bytes(contents[kind])
    played = play(path)
    assert played.returncode == 1
    (line,) = [line for line in played.stderr.splitlines() if "earmark:" in line]
    assert line.startswith("earmark: ")
    assert said in line
    assert "Traceback" not in played.stderr


def test_a_recording_alone_plays_and_says_so(play: Play, brief_talk: Path) -> None:
    brief_talk.unlink()
    played = play(brief_talk.with_suffix(".mp3"))
    assert played.returncode == 0
    assert "no transcript was found beside “talk.mp3”" in played.stdout


def test_a_broken_library_does_not_stop_it(
    play: Play, brief_talk: Path, environment: Environment
) -> None:
    library = Path(environment["XDG_DATA_HOME"]) / "earmark" / "earmark.db"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"no database " * 300)
    played = play(brief_talk)
    assert played.returncode == 0
    assert BRIEF_LINE in played.stdout
    assert played.stderr.count("earmark: The library") == 1


def test_a_library_that_was_moved_is_used_and_not_made_again_where_its_disk_is_missing(
    play: Play, brief_talk: Path, environment: Environment, tmp_path: Path
) -> None:
    folder, note = tmp_path / "stick", Path(environment["XDG_CONFIG_HOME"]) / "earmark"
    note.mkdir(parents=True)
    (note / "library-folder").write_text(str(folder))
    missing = play(brief_talk)
    assert missing.returncode == 0
    assert BRIEF_LINE in missing.stdout
    assert missing.stderr.count("earmark: The library") == 1
    assert not folder.exists()
    with closing(DatabaseFile(folder / "earmark.db")) as made, made.writing():
        pass
    there = play(brief_talk)
    assert there.stderr == ""
    with closing(Library(folder / "earmark.db")) as library:
        assert [each.transcript for each in library.recent()] == [brief_talk]
    assert not (Path(environment["XDG_DATA_HOME"]) / "earmark" / "earmark.db").exists()


def test_a_text_is_where_the_listener_moved_it(
    play: Play, brief_talk: Path, environment: Environment
) -> None:
    place = Path(environment["XDG_DATA_HOME"]) / "earmark" / "earmark.db"
    with closing(Library(place)) as library, closing(Annotations(place)) as annotations:
        episode = library.record_opened(brief_talk.with_suffix(".mp3"), brief_talk, "Talk")
        keys = SyncKeys.of(episode)
        assert keys is not None
        later = SyncMap((SyncPoint(0, 60_000),))
        annotations.change_sync(keys, TextSync(later), name="Move Text")
    moved = play(brief_talk)
    assert moved.returncode == 0
    assert "--file-times" in moved.stdout and "The harbour wakes" not in moved.stdout
    own = play(brief_talk, "--file-times")
    assert "--file-times" not in own.stdout and BRIEF_LINE in own.stdout


def test_voices_are_as_the_listener_named_them(
    play: Play, brief_talk: Path, environment: Environment
) -> None:
    place = Path(environment["XDG_DATA_HOME"]) / "earmark" / "earmark.db"
    with closing(Annotations(place)) as annotations:
        named = VoiceNames(voices=(NamedVoice("Mara", "Captain"),))
        key = content_key(brief_talk)
        annotations.change_voices(key, NO_VOICES, named, name="Rename Voice")
    played = play(brief_talk)
    assert BRIEF_LINE.replace("Mara", "Captain") in played.stdout
    assert "voices are as you named them" in played.stdout


def test_it_ends_quietly_when_nobody_reads_on(
    environment: Environment, write_talk: WriteTalk
) -> None:
    command = f'"{sys.executable}" -m ui play --player silent "$0" | head -n 2'
    read = subprocess.run(
        ["sh", "-c", command, str(write_talk("talk.vtt", "talk.mp3"))],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert read.stdout.splitlines()[1] == TALK_LINES[0]
    assert read.stderr == ""


LOADED = """
import sys
from contextlib import closing
from pathlib import Path
from ui.commands.terminal import run

code = run([Path(sys.argv[1])])
print("loaded:", sorted(name for name in sys.modules if name.startswith("PySide6.Qt")))
sys.exit(code)
"""


def test_no_widget_is_loaded(environment: Environment, brief_talk: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, str(brief_talk)],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ran.stdout.splitlines()[-1] == "loaded: ['PySide6.QtCore']"
