"""The menu entry that the unpacked archive makes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINUX = Path(__file__).parents[2] / "packaging" / "linux"
ENTRY = "org.earmark.Earmark.desktop"


@pytest.mark.skipif(sys.platform != "linux", reason="the archive is for Linux")
@pytest.mark.parametrize(("folder", "quote"), [("earmark-1.0", ""), ("my apps", '"')])
def test_the_path_is_quoted_only_where_it_has_to_be(
    tmp_path: Path, folder: str, quote: str
) -> None:
    place, home = tmp_path / folder, tmp_path / "home"
    for name in ("applications", "icons", "mime", "metainfo"):
        (place / "share" / name).mkdir(parents=True)
    shutil.copy(LINUX / ENTRY, place / "share" / "applications")
    shutil.copy(LINUX / "install.sh", place)
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home / "share"), "PATH": os.environ["PATH"]}
    subprocess.run(["sh", place / "install.sh"], env=own, check=True)
    entry = (home / "share" / "applications" / ENTRY).read_text(encoding="utf-8")
    assert f"\nExec={quote}{place}/earmark{quote} %U\n" in entry
