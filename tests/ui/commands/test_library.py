"""`earmark library` and `earmark search`, on a library of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import paths
from reader.library.script_cache import ScriptCache
from reader.library.script_reader import read_script
from reader.store.annotations import Annotations
from reader.store.catalogue import Catalogue
from tests.conftest import WriteTalk
from tests.reader.store.notes import a_note
from tests.ui.shell import Shell

ROOT = Path(__file__).parents[3]
LONG_AGO = 1_700_000_000


@pytest.fixture(autouse=True)
def _own_cache(own_folders: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "word_index", lambda: tmp_path / "cache" / "words.db")
    monkeypatch.setattr(paths, "read_texts", lambda: tmp_path / "cache" / "texts")


@pytest.fixture
def folder(write_talk: WriteTalk) -> Path:
    place = write_talk("2024-01-12 Harbour.mp3", "2024-01-12 Harbour.vtt", "Mill.vtt").parent
    (place / "Mill.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nThe wheel turns.\n")
    for path in place.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))
    return place


def test_a_folder_is_taken_in_and_searched(earmark: Shell, folder: Path) -> None:
    assert earmark("library", "add", str(folder)).out == (
        "2 new; 2 transcripts read for the search\n"
    )
    answer = earmark("search", "gulls")
    assert (answer.code, answer.complaint) == (0, "")
    assert answer.out == "Harbour · 2024-01-12\n      0:03  Mara: Gulls quarrel over the nets.\n\n"
    assert earmark("library", "scan").out == "nothing new; 0 transcripts read for the search\n"


def test_a_list_without_episodes_says_what_fills_it(earmark: Shell, tmp_path: Path) -> None:
    assert "earmark library add FOLDER" in earmark("library", "list").complaint
    folder = tmp_path / "nothing in it"
    folder.mkdir()
    earmark("library", "add", str(folder))
    listed = earmark("library", "list")
    assert listed.out == f"{folder}\n" and "earmark library scan" in listed.complaint


def test_everything_comes_as_json_too(earmark: Shell, folder: Path) -> None:
    report = json.loads(earmark("library", "add", str(folder), "--json").out)
    assert (report["added"], report["transcripts_read"], report["away"]) == (2, 2, [])
    listed = json.loads(earmark("library", "list", "--json").out)
    assert [each["title"] for each in listed["episodes"]] == ["Harbour", "Mill"]
    assert listed["folders"][0]["path"] == str(folder)
    found = json.loads(earmark("search", '"harbour wakes"', "--json").out)
    (episode,) = found["episodes"]
    assert episode["recording"] == str(folder / "2024-01-12 Harbour.mp3")
    assert episode["lines"][0]["marks"] == [[4, 17]]
    assert (found["spoken"], found["indexed"], found["transcripts"]) == (1, 2, 2)


def test_what_narrows_can_be_given_as_options(earmark: Shell, folder: Path) -> None:
    earmark("library", "add", str(folder))
    assert earmark("search", "the", "--since", "2024").out.startswith("Harbour")
    assert earmark("search", "the", "--since", "2025").code == 1
    assert earmark("search", "the", "--show", "nature").code == 1
    assert "not a date" in earmark("search", "the", "--since", "soon").complaint
    for asked in (("the", "-wheel"), ("-wheel", "the"), ("--", "the", "-wheel")):
        assert earmark("search", *asked).out.count("Harbour") == 1, asked
    assert earmark("search", "the", "-wheel", "-harbour").code == 1


def test_a_folder_for_a_show_names_it(earmark: Shell, folder: Path) -> None:
    show = folder / "Sea Tales"
    show.mkdir()
    for name in ("2024-01-12 Harbour.mp3", "2024-01-12 Harbour.vtt"):
        (folder / name).rename(show / name)
    earmark("library", "add", str(folder))
    assert "  Harbour · Sea Tales · 2024-01-12\n" in earmark("library", "list").out
    for asked in (("--show", "sea", "gulls"), ("gulls show:tales",), ("sea tales",)):
        assert earmark("search", *asked).out.startswith("Harbour · Sea Tales · 2024-01-12\n")
    assert earmark("search", "gulls", "--show", "nature").code == 1


def test_what_nobody_says_is_said_with_what_is_near(earmark: Shell, folder: Path) -> None:
    earmark("library", "add", str(folder))
    answer = earmark("search", "harbor")
    assert answer.code == 1
    assert answer.complaint == "earmark: nothing is found\nearmark: near: harbour\n"


def test_notes_are_found_and_kept_when_their_episode_is_forgotten(
    earmark: Shell, folder: Path
) -> None:
    earmark("library", "add", str(folder))
    catalogue, annotations = Catalogue(paths.library()), Annotations(paths.library())
    key = next(row.episode.id for row in catalogue.episodes() if row.episode.title == "Mill")
    annotations.add(a_note(key, "The wheel turns.", note="Which one?", start=1_000))
    annotations.close()
    catalogue.close()
    assert "> The wheel turns. — Which one?" in earmark("search", "wheel in:notes").out
    assert earmark("library", "forget", "mill").out == "forgotten: Mill\n"
    assert earmark("library", "list").out == f"{folder}\n\n  Harbour · 2024-01-12\n"
    assert earmark("library", "forget", str(folder)).out == f"forgotten: {folder}\n"
    assert earmark("library", "list").out == ""


def test_only_one_episode_is_forgotten_by_a_name(earmark: Shell, folder: Path) -> None:
    for name in ("Mill at Night", "Mill by Day"):
        (folder / f"{name}.vtt").write_text(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{name}\n")
        os.utime(folder / f"{name}.vtt", (LONG_AGO, LONG_AGO))
    assert earmark("library", "add", str(folder)).out.startswith("4 new")
    answer = earmark("library", "forget", "night", "il")
    assert (answer.code, answer.out) == (2, "")
    assert (
        "“il” may mean 3 episodes: “Mill”, “Mill at Night”, “Mill by Day”; give the file"
        in answer.complaint
    )
    assert earmark("library", "forget", "mill").out == "forgotten: Mill\n"
    assert earmark("library", "forget", "MILL DAY").out == "forgotten: Mill by Day\n"


def test_what_was_read_of_a_forgotten_episode_goes(earmark: Shell, folder: Path) -> None:
    earmark("library", "add", str(folder))
    texts = ScriptCache(paths.read_texts())
    texts.keep(read_script(folder / "Mill.vtt"))
    assert texts.find(folder / "Mill.vtt")
    earmark("library", "forget", "mill")
    assert not ScriptCache(paths.read_texts()).find(folder / "Mill.vtt")


def test_words_can_be_left_for_later(earmark: Shell, folder: Path) -> None:
    earmark("library", "add", "--no-index", str(folder))
    answer = earmark("search", "harbour")
    assert (answer.out, answer.complaint[:9]) == ("Harbour · 2024-01-12\n\n", "earmark: ")
    assert "0 of 2 transcripts are read so far" in answer.complaint
    paths.switch_word_index(is_on=False)
    assert "switched off" in earmark("search", "harbour").complaint


@pytest.mark.parametrize(
    ("command", "code", "complaint"),
    [
        (("library",), 2, "are required: ACTION (more"),
        (("library", "add"), 2, "takes at least one FOLDER"),
        (("library", "forget"), 2, "takes at least one WHAT"),
        (("library", "add", "/nowhere"), 1, "“/nowhere” is not a folder."),
        (("library", "scan", "/nowhere"), 1, "“/nowhere” is not a watched folder."),
        (("library", "forget", "nothing"), 1, "No episode here is called “nothing”"),
        (("library", "list"), 0, "earmark library add FOLDER fills it"),
        (("search", "word"), 1, "earmark library add FOLDER fills it"),
        (("search", ' "'), 2, "WORDS holds no word to look for"),
        (("search", "word", "--episodes", "0"), 2, "“0” is not a number from 1 on"),
        (("search", "word", "--lines", "-1"), 2, "“-1” is not a number from 0 on"),
        (("serach", "word"), 2, "there is no file “serach”; did you mean earmark search?"),
    ],
)
def test_what_cannot_be_done_is_said(
    earmark: Shell, command: tuple[str, ...], code: int, complaint: str
) -> None:
    answer = earmark(*command)
    assert answer.code == code
    assert complaint in answer.complaint


def test_a_folder_that_is_away_is_said(earmark: Shell, folder: Path) -> None:
    earmark("library", "add", str(folder))
    folder.rename(folder.with_name("away"))
    answer = earmark("library", "scan")
    assert answer.code == 1
    assert "is not there; what is known of it stays" in answer.complaint
    assert earmark("library", "list").out.startswith(f"{folder} (not there)\n")


def test_neither_loads_qt(folder: Path, tmp_path: Path) -> None:
    look = (
        "import sys; from ui.cli import main\n"
        f"assert main(['library', 'add', {str(folder)!r}]) == 0\n"
        "assert main(['search', 'gulls']) == 0\n"
        "sys.exit(any('PySide6' in name for name in sys.modules))"
    )
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "CACHE")}
    subprocess.run(
        [sys.executable, "-c", look],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={**os.environ, **homes},
    )
