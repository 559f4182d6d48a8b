"""Copies of the library that stand beside it: a sync tool saves one when two computers have changed
the library at the same time, and Earmark when it has to end while the library cannot be written.

Syncthing calls one `earmark.sync-conflict-DATE-TIME-DEVICE.db`, Nextcloud and Dropbox
`earmark (... conflicted copy ...).db`.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from reader.annotation import Annotation
from reader.errors import StoreError
from reader.store.annotations import Annotations
from reader.store.joining import lacking, stamps_at
from reader.store.library_file import CopiedFile
from reader.store.set_aside import UNSAVED


def conflicts(path: Path) -> list[Path]:
    """Those beside the library at `path` that have something which it lacks. Raises OSError."""
    named = (f"{path.stem}{part}*{path.suffix}" for part in ("*conflict", UNSAVED))
    beside = sorted(each for name in named for each in path.parent.glob(name))
    ours = stamps_at(path) if beside else None
    found = []
    for each in beside if ours is not None else ():
        other = Annotations(CopiedFile(each))
        with suppress(StoreError):  # half of it, say, has arrived
            if lacking(other.stamps(), ours or {}):
                found.append(each)
        other.close()
    return found


def take_in(other: Path, annotations: Annotations) -> list[Annotation]:
    """Let a library have all of another one that it lacks; that one stays as it is. Gives all
    annotations of the other. Raises StoreError."""
    theirs = Annotations(CopiedFile(other))
    try:
        annotations.join(theirs)
        return theirs.every()
    finally:
        theirs.close()
