"""The commands as a shell sees them: arguments in, output, complaints and exit codes out."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader import paths
from tests.reader.store.notes import episode_at
from tests.ui.shell import Shell
from ui import cli

ROOT = Path(__file__).parents[3]
DATA = ROOT / "tests" / "data" / "transcripts"
TALK, DAMAGED = DATA / "talk.vtt", DATA / "damaged.vtt"


def process(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "ui", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


def test_cues_are_printed_as_json(earmark: Shell) -> None:
    document = earmark("cues", TALK).json
    first, second, third, fourth = document["cues"]
    assert first == {
        "start": 0.5,
        "end": 3.0,
        "text": "Welcome to the harbour, everyone.",
        "speaker": "Mara",
        "words": [],
        "kind": "speech",
        "line": 12,
        "id": "intro",
        "voices": [{"at": 0, "voice": "Mara"}],
    }
    assert (second["speaker"], third["speaker"]) == ("Mara", "Jon")  # Jon has the last word
    assert third["words"][0] == {"text": "One", "start": 5.25, "end": 6.0}
    assert fourth["kind"] == "sound"
    assert document["metadata"]["language"] == "en"
    assert (document["format"], document["encoding"]) == ("WebVTT", "utf-8")


def test_what_was_skipped_or_repaired_is_printed(earmark: Shell) -> None:
    skipped = earmark("cues", DAMAGED).json["skipped"]
    assert skipped[2]["line"] == 9
    assert "Times that nobody can read." in skipped[2]["text"]
    assert [problem["is_repaired"] for problem in skipped].count(False) == 2


def test_a_name_in_the_text_is_the_speaker_and_a_dash_is_none(
    earmark: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "talk.srt"
    rows = enumerate(("Ann: Hi.", "Yes.", "- No.", "Ann: Oh."))
    blocks = [f"{n}\n00:00:0{n},000 --> 00:00:0{n},500\n{said}\n" for n, said in rows]
    path.write_text("\n".join(blocks), encoding="utf-8")
    cues = earmark("cues", path).json["cues"]
    assert [(cue["speaker"], cue["text"]) for cue in cues] == [
        ("Ann", "Hi."),
        ("Ann", "Yes."),
        (None, "- No."),
        ("Ann", "Oh."),
    ]


def test_text_without_times_has_null_times(earmark: Shell, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Just some words.\n", encoding="utf-8")
    (cue,) = earmark("cues", path).json["cues"]
    assert (cue["start"], cue["end"], cue["text"]) == (None, None, "Just some words.")
    assert "length:    no times" in earmark("info", path).out


def test_format_and_encoding_overrule_the_guess(earmark: Shell, tmp_path: Path) -> None:
    path = tmp_path / "old.srt"
    path.write_bytes("1\n00:00:01,000 --> 00:00:02,000\nПривет\n".encode("koi8-r"))
    (cue,) = earmark("cues", "--encoding", "koi8-r", path).json["cues"]
    assert cue["text"] == "Привет"
    plain = earmark("cues", "--format", "plain", TALK).json
    assert plain["cues"][0] | {"start": None, "text": "WEBVTT - The harbour"} == plain["cues"][0]


def test_info_reports_a_fact_a_line(earmark: Shell) -> None:
    assert earmark("info", TALK).out.splitlines() == [
        "format:    WebVTT",
        "encoding:  utf-8",
        "cues:      4",
        "voices:    2 (Mara, Jon)",
        "length:    0:09",
        "problems:  none",
    ]


def test_info_lists_the_problems(earmark: Shell) -> None:
    lines = earmark("info", DAMAGED).out.splitlines()
    assert lines[5] == "problems:  4 repaired, 2 skipped"
    assert lines[6] == "  line 3: times not as WebVTT writes them: 00:00:01,000 --> 00:00:02,000"
    assert len(lines) == 12


def test_info_lists_the_first_of_many_problems(earmark: Shell, tmp_path: Path) -> None:
    path = tmp_path / "bad.vtt"
    path.write_text("WEBVTT\n" + "\n3.5 --> 4.5\nHi\n" * 30, encoding="utf-8")
    lines = earmark("info", path).out.splitlines()
    assert lines[-1] == "  and 10 more, which earmark cues lists"
    assert len(lines) == 6 + 20 + 1


def test_unnamed_voices_are_counted(earmark: Shell) -> None:
    assert "unnamed changes" in earmark("info", DATA / "talk.txt").out


def test_convert_goes_by_the_name(earmark: Shell, tmp_path: Path) -> None:
    target = tmp_path / "talk.srt"
    answer = earmark("convert", TALK, target)
    assert (answer.code, answer.out, answer.complaint) == (0, "", "")
    assert target.read_text(encoding="utf-8").startswith("1\n00:00:00,500 --> 00:00:03,000\nMara: ")


def test_convert_prints_where_the_target_is_a_dash(earmark: Shell) -> None:
    assert earmark("convert", TALK, "-", "--to", "vtt").out.startswith("WEBVTT The harbour\n")


def test_convert_reports_problems(earmark: Shell, tmp_path: Path) -> None:
    answer = earmark("convert", DAMAGED, tmp_path / "talk.md")
    assert answer.code == 0
    assert answer.complaint.startswith("earmark: 6 problems in damaged.vtt; earmark info ")


def test_convert_writes_over_a_file_only_by_force(earmark: Shell, tmp_path: Path) -> None:
    target = tmp_path / "talk.srt"
    target.write_text("mine", encoding="utf-8")
    answer = earmark("convert", TALK, target)
    assert answer.code == 1
    assert answer.complaint == "earmark: talk.srt exists already; --force writes over it.\n"
    assert target.read_text(encoding="utf-8") == "mine"
    assert earmark("convert", TALK, target, "--force").code == 0
    assert "Mara" in target.read_text(encoding="utf-8")


def test_convert_can_write_over_its_source(earmark: Shell, tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    shutil.copyfile(TALK, path)
    assert earmark("convert", path, path, "--force").code == 0
    assert len(earmark("cues", path).json["cues"]) == 4


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("info",), 2, "required: FILE (more with earmark info --help)"),
        (("cues", "--bogus", TALK), 2, "unrecognized arguments: --bogus"),
        (
            ("convert", TALK, "talk.pdf"),
            2,
            "talk.pdf has no known format; --to names",
        ),
        (("convert", TALK, "-"), 2, "--to names"),
        (("convert", TALK, "-", "--to", "pdf"), 2, "invalid choice: 'pdf'"),
        (("cues", "--format", "pdf", TALK), 2, "there is no format pdf; there are webvtt, "),
        (("cues", "--encoding", "pdf", TALK), 2, "there is no text encoding pdf"),
        (("cues", "--encoding", "base64", TALK), 2, "there is no text encoding base64"),
        (("completion", "tcsh"), 2, "invalid choice: 'tcsh'"),
        (("info", "no\nsuch.vtt"), 1, "such.vtt was not found"),
        (("info", DATA), 1, "transcripts is a folder"),
        (("cues", ROOT / "tests/data/audio/constant.mp3"), 1, "constant.mp3 is an MP3 recording"),
        (("convert", TALK, "/no/such/folder/a.srt"), 1, "there is no folder /no/such/folder"),
    ],
)
def test_faults_are_reported_in_one_line(
    earmark: Shell, arguments: tuple[object, ...], code: int, words: str
) -> None:
    answer = earmark(*arguments)
    assert (answer.code, answer.out) == (code, "")
    assert answer.complaint.startswith("earmark: ")
    assert answer.complaint.count("\n") == 1
    assert words in answer.complaint


def test_a_fault_of_our_own_is_reported_in_one_line(
    earmark: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("reader.formats.load", broken)
    answer = earmark("info", TALK)
    assert answer.code == 1
    assert answer.complaint == "earmark: a fault of Earmark itself: KeyError: 'x'\n"


def test_a_reader_that_leaves_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "long.srt"
    path.write_text("00:01,000 --> 00:02,000\nHi\n\n" * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "ui", "cues", str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no /dev/full")
def test_a_full_disk_is_reported() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "ui", "cues", str(TALK)]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"earmark: the output cannot be written: No space left on device\n"


def test_output_is_utf_8_everywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    path = tmp_path / "talk.json"
    path.write_text('{"segments": [{"start": 0, "end": 1, "text": "é\\ud800"}]}', encoding="utf-8")
    done = process("cues", path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode())["cues"][0]["text"][0] == "é"


def test_commands_load_no_qt() -> None:
    look = (
        "import sys; from ui.cli import main\n"
        f"for command in (['info', {str(TALK)!r}], ['convert', {str(TALK)!r}, '-', '--to', 'srt'],"
        f" ['cues', {str(TALK)!r}], ['completion', 'zsh']):\n"
        "    assert main(command) == 0\n"
        "sys.exit(any('PySide6' in name for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", look], cwd=ROOT, check=True, capture_output=True)


def test_a_file_called_as_a_command_is_opened_with_its_folder(
    earmark: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def run(files: list[Path], **_options: object) -> int:
        opened.extend(files)
        return 0

    monkeypatch.setattr("ui.start.run", run)
    assert earmark("./info").code == 0
    assert earmark("--", "info").code == 0
    assert opened == [Path("info"), Path("info")]


def test_check_reports_whether_the_library_is_sound(earmark: Shell, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    episode_at(path)
    sound = earmark("check", path)
    assert (sound.code, sound.out.splitlines()[0]) == (0, f"The library {path}")
    path.write_bytes(b"something else" * 1000)
    damaged = earmark("check", "--json", path)
    assert (damaged.code, damaged.json["is_sound"]) == (1, False)
    assert "is damaged" in damaged.json["lines"][0]


def test_check_copies_what_can_be_read_of_a_damaged_library(earmark: Shell, tmp_path: Path) -> None:
    path, copy = tmp_path / "notes.db", tmp_path / "copy.db"
    episode_at(path)
    spoilt = path.read_bytes().replace(b"exact TEXT", b"dxact TEXT")
    path.write_bytes(spoilt)
    done = earmark("check", path, "--salvage", copy)
    assert (done.code, done.out.splitlines()[-1]) == (
        0,
        f"Copied to {copy}: episodes: 1, notes: 0.",
    )
    assert path.read_bytes() == spoilt
    assert earmark("check", copy).code == 0
    again = earmark("check", path, "--salvage", copy)
    assert (again.code, "exists already" in again.complaint) == (1, True)


def test_check_looks_at_the_library_of_this_computer(
    earmark: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "library", lambda: tmp_path / "earmark.db")
    assert str(tmp_path / "earmark.db") in earmark("check").out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command_option_and_choice(earmark: Shell, shell: str) -> None:
    script = earmark("completion", shell).out
    for word in (*cli.COMMANDS, "sync-log", "force", "encoding", "txt-voices", "whisper.cpp"):
        assert word in script
    program = shutil.which(shell)
    if program:
        subprocess.run([program, "-n"], input=script, text=True, check=True)


@pytest.mark.skipif(not shutil.which("bash"), reason="has no bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (("in",), {"info"}),
        (("talk.s",), {"talk.srt", "talk.sbv", "talk.ssa", "talk.scc", "talk.stm", "talk.sub"}),
        (("--pl",), {"--player"}),
        (("--player", "v"), {"vlc"}),
        (("info", "--"), {"--help", "--format", "--encoding", "--file-voices"}),
        (("info", "dam"), {"damaged.vtt"}),
        (("info", "--format", "sub"), {"subrip"}),
        (("convert", "talk.vtt", "-", "--to", "m"), {"md"}),
        (("completion", ""), {"bash", "zsh", "fish"}),
    ],
)
def test_bash_completes(earmark: Shell, line: tuple[str, ...], offered: set[str]) -> None:
    words = " ".join(f"'{word}'" for word in ("earmark", *line))
    script = earmark("completion", "bash").out
    script += f"COMP_WORDS=({words}); COMP_CWORD={len(line)}; _earmark\n"
    script += "printf '%s\\n' \"${COMPREPLY[@]}\"\n"
    done = subprocess.run(
        ["bash", "--norc"], input=script, text=True, cwd=DATA, capture_output=True, check=True
    )
    assert set(done.stdout.split()) == offered


# Clips


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """A transcript with its recording beside it."""
    shutil.copy(ROOT / "tests" / "data" / "audio" / "tone.m4a", tmp_path / "talk.m4a")
    return Path(shutil.copy(TALK, tmp_path / "talk.vtt"))


def test_clip_is_named_by_time_and_words(
    earmark: Shell, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(recorded.parent)
    answer = earmark("clip", recorded, "--from", "0:00.5", "--to", "3")
    name = "00-00-00 Welcome to the harbour, everyone.m4a"
    assert (answer.code, answer.out) == (0, f"{name}\n")
    assert (recorded.parent / name).stat().st_size > 1_000


def test_clip_is_written_where_it_is_asked_for(earmark: Shell, recorded: Path) -> None:
    target = recorded.parent / "quote.wav"
    arguments = ("clip", recorded, "--from", "1", "--to", "2.5", "--output", target)
    assert earmark(*arguments, "--captions").code == 0
    assert earmark("cues", target.with_suffix(".vtt")).json["cues"][0]["start"] == 0
    again = earmark(*arguments)
    assert (again.code, again.complaint) == (
        1,
        "earmark: quote.wav exists already; --force writes over it.\n",
    )
    assert earmark(*arguments, "--force").code == 0


def test_clip_spares_the_transcript_that_its_captions_would_replace(
    earmark: Shell, recorded: Path
) -> None:
    before = recorded.read_bytes()
    target = recorded.with_suffix(".wav")
    arguments = ("clip", recorded, "--from", "1", "--to", "2", "--output", target, "--captions")
    for force in ((), ("--force",)):
        answer = earmark(*arguments, *force)
        assert answer.code == 1
        assert "talk.vtt is what the clip is made from" in answer.complaint
    assert recorded.read_bytes() == before
    assert not target.exists()


def test_clip_spares_the_recording_that_it_is_cut_from(earmark: Shell, recorded: Path) -> None:
    recording = recorded.with_suffix(".m4a")
    before = recording.read_bytes()
    answer = earmark("clip", recorded, "--from", "1", "--to", "2", "--output", recording, "--force")
    assert (answer.code, recording.read_bytes()) == (1, before)


def test_clip_spares_captions_of_another_clip(
    earmark: Shell, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(recorded.parent)
    other = recorded.parent / "00-00-00 Welcome to the harbour, everyone.vtt"
    other.write_text("another's")
    answer = earmark("clip", recorded, "--from", "0:00.5", "--to", "3", "--captions")
    assert answer.out == "00-00-00 Welcome to the harbour, everyone 2.m4a\n"
    assert other.read_text() == "another's"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--from", "2", "--to", "1"), "--to is not after --from"),
        (("--from", "soon", "--to", "1"), "soon is not a time; write 12:34"),
        (("--from", "1", "--to", "2", "--output", "x.exe"), "the name x.exe has no known format"),
    ],
)
def test_clip_refuses_what_makes_no_sense(
    earmark: Shell, recorded: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    answer = earmark("clip", recorded, *arguments)
    assert answer.code == 2
    assert complaint in answer.complaint


def test_clip_needs_a_recording(earmark: Shell, tmp_path: Path) -> None:
    alone = shutil.copy(TALK, tmp_path / "alone.vtt")
    answer = earmark("clip", alone, "--from", "1", "--to", "2")
    assert answer.code == 1
    assert "No recording was found beside alone.vtt" in answer.complaint


# Files of others, shown in a terminal


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("command", ["info", "convert"])
def test_a_terminal_is_not_steered_by_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    source = tmp_path / "talk.vtt"
    words = "red \x1b[31m, C1 \x9b31m and \x9d0;title\x9c, DEL \x7f"
    source.write_text(f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {words}>{words}\n\n{words}\n")
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    arguments = ["-", "--to", "txt-voices"] if command == "convert" else []
    assert cli.main([command, str(source), *arguments]) == 0
    shown = screen.getvalue()
    assert "31m" in shown
    assert all(letter in "\n\t" or letter.isprintable() for letter in shown)


def test_a_pipe_gets_what_the_file_said(earmark: Shell, tmp_path: Path) -> None:
    source = tmp_path / "talk.vtt"
    source.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nC1 \x9b31m\n")
    assert earmark("cues", source).json["cues"][0]["text"] == "C1 \x9b31m"


def test_a_message_does_not_steer_a_terminal(earmark: Shell, tmp_path: Path) -> None:
    answer = earmark("info", tmp_path / "a\x9b31m\x1b[2J.vtt")
    assert answer.code == 1
    assert answer.complaint.rstrip("\n").isprintable()
