"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A path beside `target` to write to; at the end it takes the place of `target`.

    Where the writing fails, `target` stays as it was and nothing is left behind. Raises OSError.
    """
    beside = target.with_name(f".earmark-{secrets.token_hex(6)}.tmp")
    try:
        yield beside
        _settle(beside)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _settle(path: Path) -> None:
    """Wait until the disk has it: else a power cut could leave the new name without content."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
