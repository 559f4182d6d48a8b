"""The self-test passes where all is well, names what is not, and touches nothing of the user's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import WriteTalk

ROOT = Path(__file__).parents[3]
AUDIO = ROOT / "tests/data/audio"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    place = tmp_path / "home"
    place.mkdir()
    return place


def self_test(home: Path, *files: Path) -> tuple[int, dict[str, str]]:
    """Exit code, and what is said of each step, as by somebody without a display."""
    environment = {
        key: value for key, value in os.environ.items() if key[:4] not in {"DISP", "XDG_"}
    }
    environment |= {"HOME": str(home), "TMPDIR": str(home.parent)}
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--self-test", *map(str, files)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    steps = (line.split(maxsplit=2) for line in done.stdout.splitlines() if line[:2] in "okFAIL")
    return done.returncode, {step: f"{verdict} {said}" for verdict, step, said in steps}


def files_in(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if "earmark" in str(path.relative_to(folder))}


def test_with_the_sample_each_step_goes_well(home: Path) -> None:
    code, steps = self_test(home)
    names = "window player transcript sound highlight seek keep find write template".split()
    assert [(name, steps[name][:3]) for name in names] == [(name, "ok ") for name in names]
    assert list(steps) == names
    assert code == 0
    assert files_in(home) == set()
    assert files_in(home.parent) == set()


def test_a_recording_alone_is_played_and_its_moment_kept(home: Path) -> None:
    code, steps = self_test(home, AUDIO / "tone.m4a")
    assert list(steps) == "window player sound seek keep find write template".split()
    assert steps["keep"].startswith("ok the moment")
    assert code == 0


def test_what_cannot_be_played_fails_by_name(home: Path, write_talk: WriteTalk) -> None:
    transcript = write_talk("talk.vtt", "talk.mp3")
    transcript.with_suffix(".mp3").write_bytes(b"not a recording " * 999)
    code, steps = self_test(home, transcript)
    assert code == 1
    assert "talk.mp3" in steps["sound"]
    assert steps["sound"].startswith("FAIL")


def test_a_missing_file_fails_by_name(home: Path) -> None:
    code, steps = self_test(home, home / "gone.vtt")
    assert code == 1
    assert steps["window"].startswith("FAIL")
    assert "gone.vtt" in steps["window"]
