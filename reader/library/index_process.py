"""The index of words is made by a process of its own: reading 2 million lines in this one would
hold up the lines that are lit as they are spoken."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader import own_process
from reader.cancelling import Cancellation
from reader.errors import Cancelled, StoreError, StoreFault
from reader.library.indexing import IndexProgress
from reader.message import from_json, message
from reader.store.library_file import LibraryFile

PROCESS_OPTION = "--index-words"
"""What makes the frozen program such a process: it has no `python -m`."""

_PROCESS = "reader.library.indexing_process"


def index_beside(
    file: LibraryFile,
    index: Path,
    only: Collection[str] | None,
    *,
    progressed: Callable[[IndexProgress], object],
    cancellation: Cancellation,
) -> None:
    """Bring the index up to date as `Indexing.run` does; what was read is kept when it is ended.

    Raises StoreError where the index or the library cannot be used.
    """
    asked = {
        "library": str(file.path),
        "must_exist": file.must_exist,
        "index": str(index),
        "only": None if only is None else sorted(only),
    }
    process = own_process.started(_PROCESS, PROCESS_OPTION, is_low=True)
    cancellation.on_cancel(process.kill)  # at once: a disk may hang, and this program end
    try:
        assert process.stdin is not None and process.stdout is not None
        with suppress(BrokenPipeError):
            process.stdin.write(json.dumps(asked).encode())
            process.stdin.close()
        for line in process.stdout:
            if cancellation.is_cancelled:
                break
            _take(json.loads(line), progressed, index)
        if cancellation.is_cancelled:
            raise Cancelled(message("Earmark is ending."))
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _take(step: dict[str, Any], progressed: Callable[[IndexProgress], object], index: Path) -> None:
    if "message" in step:
        fault = StoreFault[step["fault"]]
        raise StoreError(from_json(step["message"]), path=index, fault=fault)
    progressed(IndexProgress(step["done"], step["total"]))
