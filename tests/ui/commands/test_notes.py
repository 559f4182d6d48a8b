"""`earmark notes` and `earmark import`, on a library of their own."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import paths
from reader.store.annotations import Annotations
from reader.store.library import Library
from tests.conftest import WriteTalk
from tests.reader.store.notes import a_note
from tests.ui.shell import Shell

ROOT = Path(__file__).parents[3]


@pytest.fixture
def talk(write_talk: WriteTalk) -> Path:
    """An episode with three notes, another with one."""
    library, annotations = Library(paths.library()), Annotations(paths.library())
    path = write_talk("talk.vtt", "talk.mp3")
    episode = library.record_opened(path.with_suffix(".mp3"), path, "Harbour Talk")
    mill = library.record_opened(Path("/nowhere/mill.mp3"), None, "Mill")
    annotations.add(
        a_note(episode.id, "Gulls quarrel.", start=3_000, colour=2, tags=("birds",)),
        a_note(episode.id, "Boats come in.", start=20_000, note="Ask Jon."),
        a_note(episode.id, "", start=30_000, colour=0),
        a_note(mill.id, "The wheel turns.", colour=5),
    )
    annotations.close()
    library.close()
    return path


def test_all_notes_are_printed_as_markdown(earmark: Shell, talk: Path) -> None:
    answer = earmark("notes")
    assert (answer.code, answer.complaint) == (0, "")
    assert answer.out.startswith("# Mill\n\n> The wheel turns.\n")
    assert "# Harbour Talk" in answer.out


@pytest.mark.parametrize(
    ("arguments", "quotes"),
    [
        (("mill",), ["The wheel turns."]),
        (("Harbour Talk", "--kind", "highlight", "--colour", "quote"), ["Gulls quarrel."]),
        (("--tag", "#Birds"), ["Gulls quarrel."]),
        (("--colour", "2", "--colour", "Favourite"), ["The wheel turns.", "Gulls quarrel."]),
        (("--kind", "note"), ["Boats come in."]),
        (("--words", "jon"), ["Boats come in."]),
        (("--since", "2026-11-22", "--tag", "birds"), ["Gulls quarrel."]),
    ],
)
def test_some_are_chosen(
    earmark: Shell, talk: Path, arguments: tuple[str, ...], quotes: list[str]
) -> None:
    rows = csv.DictReader(io.StringIO(earmark("notes", *arguments, "--format", "csv").out))
    assert [row["quote"] for row in rows] == quotes


def test_an_episode_is_named_by_a_file(earmark: Shell, talk: Path) -> None:
    assert earmark("notes", talk).out.startswith("# Harbour Talk")
    assert earmark("notes", talk.with_suffix(".mp3")).out.startswith("# Harbour Talk")


def test_where_nothing_fits_it_says_so(earmark: Shell, talk: Path) -> None:
    answer = earmark("notes", "--tag", "fish")
    assert (answer.code, answer.out, answer.complaint) == (0, "", "earmark: no notes fit\n")


def test_without_a_library_none_is_made(earmark: Shell) -> None:
    answer = earmark("notes")
    assert (answer.code, answer.complaint) == (0, "earmark: nothing is kept yet\n")
    assert not paths.library().exists()


def _leave_backups(library: Path) -> None:
    copy = library.parent / "backups" / "earmark-2026-11-20.db"
    copy.parent.mkdir(exist_ok=True)
    library.rename(copy)


def _make_a_loop(library: Path) -> None:
    library.unlink()
    library.symlink_to(library.name)


@pytest.mark.parametrize("command", ["notes", "check", "import"])
@pytest.mark.parametrize(
    ("happen", "reason"),
    [(_leave_backups, "there are copies of it"), (_make_a_loop, "round in a circle")],
)
@pytest.mark.usefixtures("talk")
def test_a_library_that_is_gone_is_not_taken_for_one_without_notes(
    earmark: Shell,
    tmp_path: Path,
    command: str,
    happen: Callable[[Path], None],
    reason: str,
) -> None:
    written = tmp_path / "notes.json"
    earmark("notes", "--format", "json", "--output", written)
    happen(paths.library())
    answer = earmark(command, *([written] if command == "import" else []))
    assert answer.code == 1
    assert reason in answer.out + answer.complaint


@pytest.mark.parametrize("command", ["notes", "check", "import"])
def test_a_library_that_was_moved_is_not_made_again_where_its_disk_is_missing(
    earmark: Shell, talk: Path, tmp_path: Path, command: str
) -> None:
    written = tmp_path / "notes.json"
    earmark("notes", "--format", "json", "--output", written)
    paths.choose_library_folder(tmp_path / "stick")
    answer = earmark(command, *([written] if command == "import" else []))
    assert answer.code == 1
    said = f"The library {paths.library()} cannot be opened"
    assert said in answer.out + answer.complaint
    assert not (tmp_path / "stick").exists()
    (tmp_path / "data").rename(tmp_path / "stick")
    assert earmark("notes", "mill").out.startswith("# Mill")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--format", "pdf"), 2, "there is no format pdf; there are md, obsidian"),
        (("--colour", "mauve"), 2, "there is no colour mauve; there are 1 Idea, 2 Quote"),
        (("--context", "-1"), 2, "--context takes 0 to 50"),
        (("--context", "x"), 2, "invalid int"),
        (("--kind", "song"), 2, "invalid choice"),
        (("--since", "soon"), 1, "is not a time"),
        (("no such episode",), 1, "No episode here is called"),
        (("--format", "vtt"), 1, "choose the notes of one episode"),
        (("--format", "template:/nowhere/x.md"), 1, "x.md"),
        (("--output", "/nowhere/at/all.md"), 1, "no folder"),
    ],
)
def test_what_is_wrong_is_reported_in_a_line(
    earmark: Shell, talk: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    answer = earmark("notes", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.complaint
    assert answer.complaint.count("\n") == 1


def test_a_file_is_written_and_not_replaced_unasked(
    earmark: Shell, talk: Path, tmp_path: Path
) -> None:
    path = tmp_path / "notes.md"
    answer = earmark("notes", "--output", path)
    assert (answer.code, answer.complaint) == (0, f"earmark: 4 notes written to {path}\n")
    assert "# Mill" in path.read_text(encoding="utf-8")
    assert "--force" in earmark("notes", "--output", path).complaint
    assert earmark("notes", "--output", path, "--force").code == 0


def test_a_folder_gets_a_file_an_episode(earmark: Shell, talk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "passages"
    folder.mkdir()
    answer = earmark("notes", "--format", "vtt", "--output", folder)
    assert "4 notes written to 2 files" in answer.complaint
    assert sorted(each.name for each in folder.iterdir()) == ["Harbour Talk.vtt", "Mill.vtt"]


def test_passages_become_clips(earmark: Shell, talk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    answer = earmark("notes", "--clips", folder, "--audio", "wav")
    clip = folder / "Harbour Talk" / "00-00-03 Gulls quarrel.wav"
    assert (answer.code, answer.out) == (0, f"{clip}\n")
    assert clip.stat().st_size > 10_000
    assert "The recording of “Mill” is not there." in answer.complaint
    assert "talk.mp3 has no sound at 0:20." in answer.complaint
    alone = earmark("notes", talk, "--clips", folder)
    assert alone.out == f"{folder / '00-00-03 Gulls quarrel.m4a'}\n"


@pytest.mark.parametrize("named", ["talk.vtt", "talk.mp3"])
def test_imported_passages_become_clips_before_the_episode_was_ever_opened(
    earmark: Shell, talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    reported = tmp_path / "notes.json"
    earmark("notes", "--format", "json", "--output", reported)
    elsewhere = tmp_path / "elsewhere"
    talk.parent.rename(elsewhere)
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "other computer")
    assert earmark("import", reported).code == 0
    answer = earmark("notes", elsewhere / named, "--clips", tmp_path / "clips")
    assert answer.out == f"{tmp_path / 'clips' / '00-00-03 Gulls quarrel.m4a'}\n"
    assert answer.code == 0


def test_where_no_clip_can_be_cut_it_fails(earmark: Shell, talk: Path, tmp_path: Path) -> None:
    answer = earmark("notes", "mill", "--clips", tmp_path / "clips")
    assert answer.code == 1
    assert answer.complaint.endswith("earmark: No clip could be cut.\n")


def test_context_and_what_to_leave_out(earmark: Shell, talk: Path) -> None:
    bare = earmark("notes", "mill", "--no-times", "--no-voice", "--no-links").out
    assert bare == "# Mill\n\n> The wheel turns.\n\n"


def test_an_own_template_is_known_by_its_name(earmark: Shell, talk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "templates"
    folder.mkdir(parents=True)
    (folder / "short.md").write_text("{{ notes | length }} in {{ title }}\n")
    assert earmark("notes", "--format", "short").out == "4 in Notes\n"
    elsewhere = tmp_path / "other.md"
    elsewhere.write_text("{{ title }}\n{{ titel }}")
    answer = earmark("notes", "mill", "--format", f"template:{elsewhere}")
    assert "The template other.md, line 2: 'titel' is undefined." in answer.complaint


def test_what_is_exported_is_imported(
    earmark: Shell, talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.json"
    earmark("notes", "--format", "json", "--output", path)
    assert earmark("import", path).out == "notes.json: 4 known already\n"
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "elsewhere")
    assert earmark("import", path).out == "notes.json: 4 added, 2 new episodes\n"
    assert earmark("import", path).out == "notes.json: 4 known already\n"
    assert earmark("notes", "--format", "json").out.count('"Annotation"') == 4


def test_an_import_reports_what_it_did_not_understand(earmark: Shell, tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_text('[{"type": "Annotation"}]')
    answer = earmark("import", path)
    assert (answer.code, answer.out) == (1, "odd.json: no notes\n")
    assert answer.complaint == (
        "earmark: annotation 1: it does not say which episode it belongs to\n"
    )
    assert earmark("import", tmp_path / "gone.json").code == 1


def test_completion_knows_the_formats_of_notes_and_of_transcripts(earmark: Shell) -> None:
    lines = earmark("completion", "bash").out.splitlines()
    notes, info = (
        next(line for line in lines if f'"{name} --format "' in line) for name in ("notes", "info")
    )
    assert "obsidian" in notes
    assert "obsidian" not in info
    assert "webvtt" in info


def test_notes_load_no_qt(tmp_path: Path) -> None:
    look = "import sys\nfrom ui.cli import main\nmain(['notes'])\n"
    look += "sys.exit(any('PySide6' in name for name in sys.modules))"
    environment = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, check=True, capture_output=True, env=environment
    )


def test_passages_are_written_into_a_folder_that_is_made(
    earmark: Shell, talk: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "passages"
    answer = earmark("notes", "--format", "vtt", "--output", folder)
    assert answer.code == 0, answer.complaint
    assert sorted(path.name for path in folder.iterdir()) == ["Harbour Talk.vtt", "Mill.vtt"]


def test_annotations_of_others_are_joined_to_an_episode(
    earmark: Shell, write_talk: WriteTalk, tmp_path: Path
) -> None:
    """It need not have been opened here before; a second import finds nothing left to join."""
    talk, others = write_talk("talk.vtt", "talk.mp3"), tmp_path / "others.json"
    quote = {"type": "TextQuoteSelector", "exact": "Gulls quarrel."}
    target = {"source": "https://example.org/show", "selector": quote}
    given = {"type": "Annotation", "id": "https://example.org/1", "target": target}
    others.write_text(json.dumps([given]), encoding="utf-8")
    answer = earmark("import", others, "--to", talk)
    assert (answer.code, answer.complaint) == (0, "")
    assert answer.out == "others.json: 1 added, 1 new episodes, 1 joined to “talk”\n"
    rows = csv.DictReader(io.StringIO(earmark("notes", talk, "--format", "csv").out))
    assert [row["quote"] for row in rows] == ["Gulls quarrel."]
    again = earmark("import", others, "--to", talk.with_suffix(".mp3"))
    assert again.out == "others.json: 1 known already, 0 joined to “talk”\n"
    assert earmark("import", others, "--to", tmp_path / "gone.vtt").code == 1
