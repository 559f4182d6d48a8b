"""What watches folders while a listener listens comes without the library's page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PROGRAM = "import sys; import ui.app, ui.library.library_parts; print(*sys.modules)"


def test_folders_are_watched_without_the_page() -> None:
    """Importing it holds up the lines that are lit as they are spoken."""
    command = [sys.executable, "-c", PROGRAM]
    loaded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    names = loaded.stdout.split()
    assert "ui.library.library_parts" in names
    assert not {"ui.library.library_page", "ui.library.search_view"}.intersection(names)
