"""A disk that is soon full."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def small_disk(folder: Path, size: str = "2m") -> Iterator[Path]:
    """A folder that is a disk of this size; just a folder where one may not make one."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(disk)]
    with suppress(OSError):
        subprocess.run(mount, check=False, capture_output=True)
    try:
        yield disk
    finally:
        if disk.is_mount():
            subprocess.run(["umount", str(disk)], check=True)
