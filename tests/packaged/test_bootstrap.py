"""The script behind `make run`, on a machine made of stand-ins: nothing is installed here."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = [
    "sh",
    "cat",
    "cksum",
    "cp",
    "dirname",
    "env",
    "id",
    "mkdir",
    "mktemp",
    "rm",
    "rmdir",
    "tail",
]

# Answers like a Python whose libraries are all there, and notes what it was asked to install.
GOOD_PYTHON = """#!/bin/sh
case "$*" in
*version_info*) echo 3.11 ;;
*"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python && echo venv >>calls ;;
*"-m pip"*" -r "*) echo "lock $*" >>calls; exit ${PIP_FAILS:-0} ;;
*"-m pip"*--editable*) echo project >>calls; cp "$0" .venv/bin/earmark ;;
esac
"""
OLD_PYTHON = """#!/bin/sh
if [ "$1" = --version ]; then echo Python 3.10.12; else exit 1; fi
"""


class Machine:
    """A source tree, and a PATH that holds what is put there."""

    def __init__(self, folder: Path) -> None:
        self.tree = folder / "Ö mein Ohr"
        self.bin = folder / "bin"
        self.bin.mkdir()
        shutil.copytree(ROOT / "packaging", self.tree / "packaging")
        shutil.copy(ROOT / "pyproject.toml", self.tree)
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or tool)
        self.put("uname", "#!/bin/sh\necho Linux\n")

    def put(self, command: str, script: str) -> None:
        (self.bin / command).write_text(script)
        (self.bin / command).chmod(0o755)

    def bootstrap(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.bin), "VLC_PLUGIN_PATH": "/", "NO_APT": "1", **variables}
        if "TMPDIR" in os.environ:
            environment["TMPDIR"] = os.environ["TMPDIR"]
        return subprocess.run(
            ["sh", "packaging/bootstrap.sh", *arguments],
            cwd=self.tree,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def calls(self) -> list[str]:
        """What the stand-in for Python was asked for since the last time."""
        file = self.tree / "calls"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return [line.split()[0] for line in lines]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def ready(machine: Machine) -> Machine:
    machine.put("python3", GOOD_PYTHON)
    assert machine.bootstrap("run").returncode == 0
    assert machine.calls() == ["venv", "lock", "project"]
    return machine


def test_second_call_does_nothing_and_says_nothing(ready: Machine) -> None:
    again = ready.bootstrap("run")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert ready.calls() == []


def test_changed_lock_is_installed_into_the_same_venv(ready: Machine) -> None:
    lock = ready.tree / "packaging/locks/run.txt"
    lock.write_text(lock.read_text() + "\n")
    ready.bootstrap("run")
    assert ready.calls() == ["lock", "project"]


def test_moved_tree_is_installed_again(ready: Machine) -> None:
    ready.tree = ready.tree.rename(ready.tree.with_name("moved"))
    ready.bootstrap("run")
    assert "project" in ready.calls()


def test_broken_venv_is_made_again(ready: Machine) -> None:
    (ready.tree / ".venv/bin/python").unlink()
    ready.bootstrap("run")
    assert ready.calls() == ["venv", "lock", "project"]


def test_without_vlc_qt_multimedia_is_installed_once(ready: Machine) -> None:
    first = ready.bootstrap("run", VLC_PLUGIN_PATH="", PATH=str(without_vlc(ready)))
    assert "Qt Multimedia" in first.stderr
    assert ready.calls() == ["lock", "project"]
    assert ready.bootstrap("run", VLC_PLUGIN_PATH="", PATH=str(without_vlc(ready))).stderr == ""


def without_vlc(machine: Machine) -> Path:
    missing = GOOD_PYTHON.replace("esac", "*ctypes*libvlc.so*) echo libvlc5 ;;\nesac")
    machine.put("python3", missing)
    shutil.copy(machine.bin / "python3", machine.tree / ".venv/bin/python")
    return machine.bin


def test_failed_download_names_a_way_without_network(machine: Machine) -> None:
    machine.put("python3", GOOD_PYTHON)
    failed = machine.bootstrap("run", PIP_FAILS="1")
    assert failed.returncode == 1
    assert "PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels make run" in failed.stderr
    assert not list((machine.tree / ".venv").glob(".installed-*"))


@pytest.mark.parametrize(
    ("commands", "variables", "words"),
    [
        ({"python3": OLD_PYTHON}, {}, ["Python 3.11 to", "3.10.12", "PYTHON=/path"]),
        ({"python3": GOOD_PYTHON}, {"PYTHON": "/nowhere/python"}, ["no /nowhere/python"]),
        ({}, {}, ["sudo dnf install", "sudo pacman -S", "libxcb-cursor0"]),
        ({"apt-get": "#!/bin/sh\n"}, {}, ["As root", "apt-get install -y", "python3-venv"]),
    ],
    ids=["old python", "no such python", "no apt", "not root"],
)
def test_what_it_cannot_do_it_explains(
    machine: Machine, commands: dict[str, str], variables: dict[str, str], words: list[str]
) -> None:
    for command, script in commands.items():
        machine.put(command, script)
    refused = machine.bootstrap("run", **variables)
    assert refused.returncode == 1
    assert [word for word in words if word not in refused.stderr] == []
    assert not (machine.tree / ".bootstrap-lock").exists()


def test_unknown_word_is_refused(machine: Machine) -> None:
    assert "usage" in machine.bootstrap("dance").stderr
