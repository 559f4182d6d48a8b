"""Exports as files: whole or not at all, and over another only where that is wished."""

from __future__ import annotations

from pathlib import Path

from reader.errors import ReaderError
from reader.whole_file import whole_file


def write_whole(path: Path, content: bytes, *, may_replace: bool = False) -> None:
    """Write a file; one that is there is replaced only if it may be. Raises ReaderError."""
    try:
        target = path.resolve()
        _check(target, path.name, may_replace)
        with whole_file(target) as beside:
            beside.write_bytes(content)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReaderError(f"{path.name} cannot be written: {reason}.", path=path) from error


def _check(target: Path, name: str, may_replace: bool) -> None:
    if not target.parent.is_dir():
        raise ReaderError(
            f"{name} cannot be written: there is no folder {target.parent}.", path=target
        )
    if target.is_dir():
        raise ReaderError(f"{name or target} is a folder.", path=target)
    if target.exists() and not target.is_file():
        raise ReaderError(f"{name} is a device, not a file.", path=target)
    if target.exists() and not may_replace:
        raise ReaderError(f"{name} exists already.", path=target)
