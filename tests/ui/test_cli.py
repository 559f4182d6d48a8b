"""What the command line itself answers; the commands have tests of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import foreign_names
from ui import cli
from ui.commands import window

ROOT = Path(__file__).parents[2]


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, output and complaints."""
    try:
        code = cli.main(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    return code, *capsys.readouterr()


@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_help_lists_what_there_is(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, out, complaints = answer(capsys, *filter(None, [command]), "--help")
    assert code == 0
    assert complaints == ""
    assert out.startswith("usage: earmark")
    assert "exit codes" in out


def test_help_names_every_command_and_the_keys_of_play(capsys: pytest.CaptureFixture[str]) -> None:
    _, overview, _ = answer(capsys, "--help")
    assert all(f"  {name} " in overview for name in cli.COMMANDS)
    _, play, _ = answer(capsys, "play", "--help")
    assert all(key in play for key in ("Space", "←", "→", "↑", "↓", "<", ">", "q quits"))


def test_the_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, complaints = answer(capsys, "--version")
    assert (code, complaints) == (0, "")
    assert out.startswith("earmark ")
    assert out.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--bogus",),
        ("play",),
        ("play", "--bogus", "x.vtt"),
        ("--player", "gramophone"),
        ("--sync-log", "/nowhere/at/all.jsonl"),
    ],
)
def test_a_wrong_command_line_is_reported_in_one_line_with_the_code_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, out, complaints = answer(capsys, *arguments)
    assert (code, out) == (2, "")
    assert complaints.startswith("earmark: ")
    assert complaints.count("\n") == 1
    assert "--help" in complaints


def test_a_sync_log_is_not_written_over_a_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    transcript = tmp_path / "talk.vtt"
    transcript.write_text("WEBVTT")
    code, _, complaints = answer(capsys, "--sync-log", str(transcript))
    assert code == 2
    assert "exists already" in complaints
    assert transcript.read_text() == "WEBVTT"


def test_help_and_version_load_no_qt() -> None:
    look = "import sys; from ui.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    look += "sys.exit(any('PySide6' in name for name in sys.modules))"
    subprocess.run([sys.executable, "-c", look], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_without_a_display_one_line_reports_what_needs_none(tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    reported = subprocess.run(
        [sys.executable, "-m", "ui", "--new-window", "talk.vtt"],
        cwd=ROOT,
        env=kept | {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "xcb"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (reported.returncode, reported.stdout, reported.stderr.count("\n")) == (1, "", 1)
    assert "earmark play" in reported.stderr


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("talk.vtt", Path("talk.vtt")),
        ("file:///a%20b/%C3%B6%23.vtt", Path("/a b/ö#.vtt")),
        ("file://localhost/talk.vtt", Path("/talk.vtt")),
        ("FILE:///caf%E9.vtt", Path(os.fsdecode(b"/caf\xe9.vtt"))),
        ("earmark://open?t=1", "earmark://open?t=1"),
    ],
)
def test_files_are_taken_as_a_menu_gives_them(given: str, meant: Path | str) -> None:
    assert cli.parser_of("").parse_args([given]).files == [meant]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file:///C:/Users/Ann/a%20b.vtt", "C:/Users/Ann/a b.vtt"),
        ("file:///d:/talk.vtt", "d:/talk.vtt"),
        ("file://localhost/C:/talk.vtt", "C:/talk.vtt"),
        ("file://nas/talks/a.vtt", "//nas/talks/a.vtt"),
    ],
)
def test_an_address_on_windows_names_its_drive(address: str, path: str) -> None:
    assert foreign_names.path_of_address(address, "nt") == path


@pytest.mark.parametrize("files", [[], ["talk.vtt"], ["a/talk.mp3", "talk.vtt", "earmark://x"]])
def test_files_alone_need_no_parser_and_mean_the_same(files: list[str]) -> None:
    parsed = vars(cli.parser_of("").parse_args(files))
    made = vars(window.options_of(files))
    assert parsed.pop("parser_of") is cli.parser_of
    assert parsed.pop("commands") is cli.COMMANDS
    assert parsed == made


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_an_address_on_the_command_line_names_a_file_to_the_byte() -> None:
    options = window.options_of(["file:///talks/t%E4lk.vtt", "earmark://open?t=1"])
    path = Path(os.fsdecode(b"/talks/t\xe4lk.vtt"))
    assert options.files == [path, "earmark://open?t=1"]
