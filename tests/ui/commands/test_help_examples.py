"""Every example that a --help shows is run, on files and a library of their own."""

from __future__ import annotations

import re
import shlex
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import paths
from reader.exporting import save, writer_named
from reader.store.annotations import Annotations
from reader.store.library import Library
from reader.transcript.model import Transcript
from tests.conftest import WriteTalk
from tests.reader.store.notes import a_note
from tests.reader.sync.spoken_sample import sample_cues, write_later
from tests.ui.shell import Shell
from ui import cli

_EXAMPLE = re.compile(r"^  earmark (?P<line>.*?)(?: {2,}\S.*)?$", re.MULTILINE)
_HOUR = 3_600
_RATE = 8_000
_SPOKEN = 14_000  # ms of the sample that are listened to
_INTERACTIVE = frozenset(("play", ""))
"""The window and what follows along in the terminal: their command lines are only understood."""


def examples() -> Iterator[tuple[str, str]]:
    for name in ("", *cli.COMMANDS):
        text = cli.parser_of(name).format_help().partition("positional arguments:")[2]
        for found in _EXAMPLE.finditer(text):
            yield name, found["line"].strip()


EXAMPLES = sorted(set(examples()))


@pytest.fixture(autouse=True)
def place(
    own_folders: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_talk: WriteTalk
) -> Path:
    """A folder with the files that the examples name, and a home beside it."""
    monkeypatch.setattr(paths, "word_index", lambda: tmp_path / "cache" / "words.db")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for folder in ("home/vault", "home/copies", "home/Podcasts", "home/.config/fish/completions"):
        (tmp_path / folder).mkdir(parents=True)
    talk = write_talk("talk.vtt", "talk.mp3", "elsewhere.mp3")
    here = talk.parent
    (here / "talk.txt").write_text("Mara (0:05):\nSalt.\n\nPiet (0:09):\nWind.\n")
    srt = "1\n00:00:01,000 --> 00:00:02,000\nSalt.\n"
    for name in ("talk.srt", "odd.txt", "old.srt"):
        (here / name).write_text(srt)
    library, annotations = Library(paths.library()), Annotations(paths.library())
    episode = library.record_opened(here / "talk.mp3", talk, "Scaling laws")
    library.record_opened(None, here / "talk.txt", "Harbour", show="The Sea Radio")
    (here / "names.json").write_text('{"Wind": "Winde"}')
    annotations.add(a_note(episode.id, "Salt.", start=1_000, colour=2, tags=("birds",)))
    annotations.close()
    library.close()
    shutil.copy(paths.library(), tmp_path / "home/copies/notes.db")
    shutil.copy(paths.library(), here / "earmark.sync-conflict-20261201.db")
    monkeypatch.chdir(here)
    return here


def _quiet(seconds: float) -> bytes:
    """A WAV file of silence."""
    size = round(seconds * _RATE)
    head = b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, _RATE, _RATE, 1, 8)
    head += b"data" + struct.pack("<I", size)
    return b"RIFF" + struct.pack("<I", len(head) + size) + head + b"\x80" * size


def _speak_in(place: Path) -> None:
    """Files in which `earmark sync` hears what it reads."""
    pytest.importorskip("pocketsphinx")
    spoken = sample_cues(_SPOKEN)
    write_later(place / "talk.wav", 0, _SPOKEN).replace(place / "talk.mp3")
    for name, kind in (("talk.vtt", "vtt"), ("speech.txt", "txt")):
        writer = writer_named(kind)
        assert writer is not None
        save(Transcript(spoken), place / name, writer, may_replace=True)
    (place / "talk.srt").unlink()


def test_there_are_examples_of_every_command() -> None:
    assert {name for name, _ in EXAMPLES} == {"", *cli.COMMANDS}


@pytest.mark.parametrize(("name", "line"), EXAMPLES, ids=lambda part: part.replace("/", "_"))
def test_an_example_does_what_it_says(
    name: str, line: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earmark = Shell(capsys)
    if "import notes.json" in line:
        earmark("notes", "--format", "json", "--output", "notes.json")
    if "import talk.txt" in line:
        earmark("corrections", "export", "talk.txt", "talk.corrections.json")
    command = line.partition(" | ")[0].partition(" > ")[0]
    words = [each.replace("~", str(Path.home()), 1) for each in shlex.split(command)]
    command_name = words[0] if words[0] in cli.COMMANDS else ""
    if command_name in _INTERACTIVE:
        cli.parser_of(command_name).parse_args(words[bool(command_name) :])
        return
    if command_name == "clip" or "--clips" in words:
        pytest.importorskip("av")
        (place / "talk.mp3").write_bytes(_quiet(1.1 * _HOUR))
    if command_name == "sync":
        _speak_in(place)
    if command_name == "convert":
        Path(words[2]).unlink(missing_ok=True)
    answer = earmark(*words)
    # What looks for something may find nothing.
    assert answer.code in ({0, 1} if command_name == "search" else {0}), answer.complaint
    assert "Traceback" not in answer.complaint
