from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader import paths
from reader.errors import StoreError, StoreFault
from reader.store.library_file import own_library

ROOT = Path(__file__).parents[2]

SHOW = """
import json
from reader import paths
from reader.errors import StoreError, StoreFault
from reader.store.library_file import own_library
print(json.dumps([str(f()) for f in
    (paths.resources, paths.data_folder, paths.config_folder, paths.log_folder)]))
"""


def shown_by(code: str, **environment: str) -> list[Path]:
    """The four folders as a new process names them, with the code found in `code`."""
    base = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-c", SHOW],
        env=base | {"PYTHONPATH": code} | environment,
        cwd="/",
        capture_output=True,
        text=True,
        check=True,
    )
    return [Path(text) for text in json.loads(done.stdout)]


def test_resources_lie_beside_the_code_in_the_source() -> None:
    assert paths.resources() == ROOT / "resources"


def test_the_sample_is_there_with_its_recording() -> None:
    assert paths.sample_episode().is_file()
    assert paths.sample_episode().with_suffix(".opus").is_file()


def test_resources_lie_beside_the_code_when_installed(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "reader", tmp_path / "reader", ignore=shutil.ignore_patterns("__pycache__")
    )
    assert shown_by(str(tmp_path))[0] == tmp_path.resolve() / "resources"


def test_resources_lie_in_the_bundle_when_frozen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is for Linux")
def test_linux_follows_xdg(tmp_path: Path) -> None:
    named = shown_by(
        str(ROOT),
        XDG_DATA_HOME=str(tmp_path / "data"),
        XDG_CONFIG_HOME=str(tmp_path / "config"),
        XDG_STATE_HOME=str(tmp_path / "state"),
    )
    assert named[1:] == [
        tmp_path / "data/earmark",
        tmp_path / "config/earmark",
        tmp_path / "state/earmark/log",
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is for Linux")
def test_linux_has_its_defaults_under_home(tmp_path: Path) -> None:
    assert shown_by(str(ROOT), HOME=str(tmp_path))[1:] == [
        tmp_path / ".local/share/earmark",
        tmp_path / ".config/earmark",
        tmp_path / ".local/state/earmark/log",
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is for Linux")
def test_naming_a_folder_makes_none(tmp_path: Path) -> None:
    shown_by(str(ROOT), HOME=str(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")
    return tmp_path / "config"


def test_the_library_lies_in_the_data_folder_or_where_one_chose(
    config: Path, tmp_path: Path
) -> None:
    assert paths.library() == tmp_path / "data" / "earmark.db"
    paths.choose_library_folder(tmp_path / "öther place")
    assert paths.library() == tmp_path / "öther place" / "earmark.db"
    paths.choose_library_folder(tmp_path / "data")
    assert paths.library() == tmp_path / "data" / "earmark.db"
    assert list(config.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe"])
def test_beside_a_choice_that_cannot_be_read_no_library_is_begun(
    config: Path, content: bytes
) -> None:
    config.mkdir()
    note = config / "library-folder"
    note.write_bytes(content)
    for _ in range(2):
        file = own_library()
        with pytest.raises(StoreError, match="library-folder") as reported, file.reading():
            pass
        assert reported.value.fault is StoreFault.UNREACHABLE
        file.close()
        note.unlink(missing_ok=True)
        note.symlink_to(note)
    paths.choose_library_folder(config.parent / "far")
    assert paths.library() == config.parent / "far" / "earmark.db"
