"""What commands say of a text whose voices the listener named."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from reader.store.annotations import Annotations
from reader.store.content_key import content_key
from reader.voice_names import NO_VOICES, NamedTurn
from tests.conftest import WriteTalk
from tests.ui.shell import Shell


@pytest.fixture
def talk(write_talk: WriteTalk) -> Path:
    """A transcript whose second line is said by Ann."""
    path = write_talk("talk.vtt")
    annotations = Annotations(paths.library())
    names = NO_VOICES.with_turns(NamedTurn(1, 0, "Ann"))
    annotations.change_voices(content_key(path), NO_VOICES, names, name="Name Voice")
    annotations.close()
    return path


def test_convert_writes_the_names_and_says_so(earmark: Shell, talk: Path) -> None:
    answer = earmark("convert", talk, "-", "--to", "vtt")
    assert "<v Ann>" in answer.out
    assert "--file-voices keeps those of talk.vtt" in answer.complaint
    own = earmark("convert", talk, "-", "--to", "vtt", "--file-voices")
    assert ("<v Ann>" in own.out, own.complaint) == (False, "")


def test_cues_have_the_names(earmark: Shell, talk: Path) -> None:
    assert "Ann" in earmark("cues", talk).out
    assert "Ann" not in earmark("cues", talk, "--file-voices").out


def test_info_names_them(earmark: Shell, talk: Path) -> None:
    assert "Ann" in earmark("info", talk).out
    assert "Ann" not in earmark("info", talk, "--file-voices").out


def test_info_counts_guesses_apart(earmark: Shell, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    lines = ("- Hello.", "- Hi.", "- Well.")
    path.write_text(
        "".join(f"[00:00:0{n}.000 --> 00:00:0{n}.900]  {text}\n" for n, text in enumerate(lines))
    )
    annotations = Annotations(paths.library())
    names = NO_VOICES.with_turns(NamedTurn(0, 2, "Ann", "Bo"))
    annotations.change_voices(content_key(path), NO_VOICES, names, name="Name Voice")
    annotations.close()
    assert "voices:    1 (Ann), 2 guesses" in earmark("info", path).out
