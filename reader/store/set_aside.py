"""Names the file beside the library that holds what could not be saved before Earmark ended."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from reader.file_names import free_path

UNSAVED = " (unsaved "  # after the library's own name


def place_for_unsaved(library: Path, now: datetime) -> Path:
    """A free place beside the library."""
    name = f"{library.stem}{UNSAVED}{now:%Y-%m-%d %H%M%S})"
    return free_path(library.parent, name, library.suffix)


def is_unsaved(path: Path) -> bool:
    """Whether Earmark itself set a file aside, and no sync tool."""
    return UNSAVED in path.name
