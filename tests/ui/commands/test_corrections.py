"""Corrections in the terminal: listed, taken elsewhere, applied; the file stays as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import formats
from reader.correction import CorrectionScope
from reader.store.annotations import Annotations
from reader.store.change_names import CORRECT
from reader.store.library import Library
from reader.store.library_file import own_library
from tests.reader.corrections import at, everywhere
from tests.ui.shell import Shell

TEXT = (
    "WEBVTT\n\n00:01.000 --> 00:02.000\nI am with my host, Zwickz.\n\n"
    "00:03.000 --> 00:04.000\nAnd the LAMA said: hello <b>you</b>.\n"
)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A transcript with a word put right, and another one in all of the show."""
    path = tmp_path / "talk.vtt"
    path.write_text(TEXT)
    said = formats.read(path.read_bytes(), path.name)
    file = own_library()
    key = Library(file).record_opened(None, path, "Talk", show="Show").id
    made = at(said, "Zwickz", "swyx"), everywhere("Lama", "Llama", CorrectionScope.SHOW)
    store = Annotations(file)
    store.correct([each._replace(episode_id=key, show="Show") for each in made], name=CORRECT)
    file.close()
    return path


def test_they_are_listed_as_text_and_as_a_page(earmark: Shell, talk: Path, tmp_path: Path) -> None:
    listed = earmark("corrections", "list", talk).out
    assert "- I am with my host, Zwickz.\n+ I am with my host, swyx.\n" in listed
    assert "+ And the LLAMA said: hello you." in listed
    page = tmp_path / "list.html"
    assert earmark("corrections", "list", talk, page).code == 0
    assert "<del>Zwickz</del> <ins>swyx</ins>" in page.read_text()
    again = earmark("corrections", "list", talk, page)
    assert again.code == 1 and "exists already" in again.complaint


def test_a_text_in_which_nothing_was_corrected_says_so(earmark: Shell, tmp_path: Path) -> None:
    talk = tmp_path / "talk.vtt"
    talk.write_text(TEXT)
    listed = earmark("corrections", "list", talk)
    assert (listed.code, listed.complaint) == (0, "earmark: Nothing was corrected in talk.vtt.\n")


def test_they_are_applied_beside_the_file(earmark: Shell, talk: Path, tmp_path: Path) -> None:
    out = tmp_path / "talk.corrected.vtt"
    assert earmark("corrections", "apply", talk, out).code == 0
    assert "my host, swyx." in out.read_text() and "LLAMA" in out.read_text()
    other = tmp_path / "out.srt"
    assert earmark("convert", "--corrected", talk, other).code == 0
    assert "my host, swyx." in other.read_text()
    assert earmark("convert", "--force", talk, other).code == 0
    assert "Zwickz" in other.read_text()
    assert talk.read_text() == TEXT


def test_they_go_to_another_library_and_a_second_time_does_no_harm(
    earmark: Shell, talk: Path, tmp_path: Path
) -> None:
    out = tmp_path / "corrections.json"
    assert earmark("corrections", "export", "--by", "Ann", talk, out).code == 0
    rows = json.loads(out.read_text())["corrections"]
    assert [row["by"] for row in rows] == ["Ann", "Ann"]
    file = own_library()
    store, key = Annotations(file), Library(file).known_episode(None, talk)
    assert key is not None
    before = store.corrections(key.id)
    store.undo()
    file.close()
    assert "Zwickz" not in earmark("corrections", "list", talk).out
    for _ in range(2):
        assert "2 corrections" in earmark("corrections", "import", talk, out).out
    assert "Ann" in earmark("corrections", "list", talk).out
    file = own_library()
    after = Annotations(file).corrections(key.id)
    file.close()
    assert [each.id for each in after] == [each.id for each in before]


def test_those_of_another_transcript_are_refused_and_nothing_is_lost(
    earmark: Shell, talk: Path, tmp_path: Path
) -> None:
    out, other = tmp_path / "corrections.json", tmp_path / "other.vtt"
    earmark("corrections", "export", talk, out)
    other.write_text(TEXT.replace("I am with my host, Zwickz.", "Quite another talk."))
    answer = earmark("corrections", "import", other, out)
    assert answer.code == 1 and "another transcript" in answer.complaint
    assert "talk" not in earmark("corrections", "export", other).json["corrections"]
    assert earmark("corrections", "import", "--force", other, out).code == 0
    assert "wait" in earmark("corrections", "list", other).complaint


def test_an_episode_keeps_its_own_when_another_takes_them(
    earmark: Shell, talk: Path, tmp_path: Path
) -> None:
    """Also when that is done twice."""
    before, file = earmark("corrections", "list", talk).out, tmp_path / "talk.json"
    earmark("corrections", "export", talk, file)
    other = tmp_path / "other.vtt"
    other.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nA lama, and my host, Zwickz.\n")
    for _ in range(2):
        assert earmark("corrections", "import", "--force", other, file).code == 0
        assert earmark("corrections", "list", talk).out == before
        assert "+ A Llama, and my host," in earmark("corrections", "list", other).out
        assert len(earmark("corrections", "export", other).json["corrections"]) == 2


def test_simple_json_is_words_and_replacements_alone(
    earmark: Shell, talk: Path, tmp_path: Path
) -> None:
    out = tmp_path / "names.json"
    assert earmark("corrections", "export", "--simple", talk, out).code == 0
    assert json.loads(out.read_text()) == {"Zwickz": "swyx", "Lama": "Llama"}
    names = {"host": "co-host", "hello  you": "good\nday", "you": "youyou"}
    out.write_text(json.dumps(names))
    for _ in range(2):
        assert "3 corrections" in earmark("corrections", "import", talk, out).out
    rows = earmark("corrections", "export", talk).json["corrections"]
    assert [(row["words"], row["scope"]) for row in rows[2:]] == [
        ("host", "episode"),
        ("hello you", "episode"),
        ("you", "episode"),
    ]
    applied = tmp_path / "applied.txt"
    assert earmark("corrections", "apply", talk, applied).code == 0
    expected = "I am with my co-host, swyx. And the LLAMA said: good day."
    assert applied.read_text().split() == expected.split()
    assert earmark("corrections", "import", "--show", talk, out).code == 0
    rows = earmark("corrections", "export", talk).json["corrections"]
    assert {"show", "episode"} == {row["scope"] for row in rows if row["words"] == "host"}


def test_a_show_without_a_name_has_no_glossary(earmark: Shell, tmp_path: Path) -> None:
    other, names = tmp_path / "other.vtt", tmp_path / "names.json"
    other.write_text(TEXT.replace("hello", "of no show"))
    names.write_text('{"Zwickz": "swyx"}')
    answer = earmark("corrections", "import", "--show", other, names)
    assert answer.code == 1 and "no show yet" in answer.complaint


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "is not JSON"),
        ('{"a": " "}', "cannot be empty"),
        ('{" ": "a"}', "correction 1 cannot be read"),
        ('{"a": 1}', "does not hold corrections"),
        ("[]", "does not hold corrections"),
        ('{"format": "earmark-corrections", "version": 2, "corrections": []}', "newer Earmark"),
        ('{"format": "earmark-corrections", "version": 1, "corrections": 1}', "no list"),
        (
            '{"format": "earmark-corrections", "version": 1, "corrections": [{"words": "a"}]}',
            "correction 1 cannot be read",
        ),
        (
            '{"format": "earmark-corrections", "version": 1, "corrections": [{"id": "1", '
            '"words": "a", "replacement": "\\u202e", "scope": "show", "made": "2026-01-01"}]}',
            "cannot be empty",
        ),
    ],
)
def test_what_cannot_be_read_is_named(
    earmark: Shell, talk: Path, tmp_path: Path, text: str, complaint: str
) -> None:
    out = tmp_path / "bad.json"
    out.write_text(text)
    answer = earmark("corrections", "import", talk, out)
    assert answer.code == 1 and complaint in answer.complaint and "bad.json" in answer.complaint


def test_a_missing_file_of_corrections_is_named(earmark: Shell, talk: Path) -> None:
    answer = earmark("corrections", "import", talk, talk.with_name("none.json"))
    assert answer.code == 1 and "none.json was not found" in answer.complaint
