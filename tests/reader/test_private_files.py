"""Nobody else may read what the listener keeps, whatever the umask says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.private_files import (
    make_own_folder,
    make_private,
    make_private_file,
    make_private_folder,
    open_private,
)

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no modes")

# As the window does it at its start, and then a note, a backup and a log.
START = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
os.umask(int(sys.argv[1], 8))
application = QCoreApplication([])
import logging
from reader import paths
from reader.store.annotations import Annotations
from reader.store.backups import Backups
from reader.store.library import Library
from ui.desktop.single_instance import SingleInstance
from ui.faults.crash_watch import CrashWatch
from ui.faults.running_log import begin_log
instance = SingleInstance(paths.library())
assert instance.is_first()
watch = CrashWatch(paths.log_folder())
begin_log(paths.log_folder())
logging.getLogger("earmark").error("x")
library = Library(paths.library())
library.record_opened(Path("/nowhere/talk.mp3"), None, "Talk")
Backups(paths.library()).make_daily()
os._exit(0)  # killed, so that the library's log and the mark of running stay
"""


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o277])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_folders_and_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    make_private_folder(folder)
    make_private_file(folder / "earmark.db")
    with open(folder / "log", "w", opener=open_private) as file:
        file.write("x")
    assert mode(folder) == 0o700
    assert mode(folder / "earmark.db") == mode(folder / "log") == 0o600


def test_what_is_there_becomes_private_and_keeps_its_content(tmp_path: Path) -> None:
    path = tmp_path / "earmark.db"
    path.write_text("kept")
    path.chmod(0o644)
    make_private_file(path)
    assert (mode(path), path.read_text()) == (0o600, "kept")
    path.chmod(0o444)
    make_private(path)
    assert mode(path) == 0o400  # read-only it stays
    make_private(tmp_path / "missing")


def test_a_folder_that_the_listener_shares_stays_shared(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private_folder(tmp_path)
    assert mode(tmp_path) == 0o755
    make_own_folder(tmp_path)
    assert mode(tmp_path) == 0o700


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is for Linux")
@pytest.mark.parametrize("umask_text", ["000", "022"])
@pytest.mark.parametrize("has_runtime_folder", [True, False])
def test_nobody_else_may_read_library_and_logs_with_or_without_a_runtime_folder(
    tmp_path: Path, umask_text: str, has_runtime_folder: bool
) -> None:
    base = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    (tmp_path / "run").mkdir(mode=0o700)
    runtime = {"XDG_RUNTIME_DIR": str(tmp_path / "run")} if has_runtime_folder else {}
    subprocess.run(
        [sys.executable, "-c", START, umask_text],
        env=base | {"HOME": str(tmp_path)} | runtime,
        cwd=ROOT,
        check=True,
    )
    data, log = tmp_path / ".local/share/earmark", tmp_path / ".local/state/earmark/log"
    files = [each for each in (*data.rglob("*"), *log.rglob("*")) if each.is_file()]
    names = {each.name.split("-2")[0] for each in files}
    assert {"earmark.db", "earmark.db-wal", "earmark", "earmark.log", "running"} <= names
    locks = [each for each in files if each.suffix == ".lock"]  # of Qt, and without a secret
    assert {mode(each) for each in files if each not in locks} == {0o600}
    assert {mode(each) for each in (data, data / "backups", log)} == {0o700}
