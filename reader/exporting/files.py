"""Exports as files: whole or not at all, and over another only where that is asked for."""

from __future__ import annotations

from pathlib import Path

from reader.errors import ReaderError
from reader.message import message
from reader.whole_file import write_fault, write_file


def write_whole(path: Path, content: bytes, *, may_replace: bool = False) -> None:
    """Write a file; one that is there is replaced only if it may be. Raises ReaderError."""
    try:
        target = path.resolve()
        check_target(target, path.name)
        write_file(target, content, may_replace=may_replace)
    except (OSError, ValueError, RuntimeError) as error:
        raise write_fault(path, error) from error


def check_target(target: Path, name: str) -> None:
    """Raise ReaderError where there can be no file: before long work is done for it."""
    if not target.parent.is_dir():
        raise ReaderError(
            message(
                "{file} cannot be written: there is no folder {folder}.",
                file=name,
                folder=target.parent,
            ),
            path=target,
        )
    if target.is_dir():
        raise ReaderError(message("{file} is a folder.", file=name or target), path=target)
    if target.exists() and not target.is_file():
        raise ReaderError(message("{file} is a device, not a file.", file=name), path=target)
