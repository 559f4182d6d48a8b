"""The process that makes the index of words, at low priority; it may be ended at any moment.

It reads a line of JSON that says which library and which index, and writes one for each episode;
the last may say what is wrong.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from reader.errors import ReaderError, StoreError, StoreFault
from reader.library.indexing import Indexing, IndexProgress
from reader.message import to_json
from reader.store.catalogue import Catalogue
from reader.store.library import Library
from reader.store.library_file import LibraryFile
from reader.store.word_index import WordIndex

_NICE = 5  # of more, on a busy machine, nothing would be read for minutes


def main() -> int:
    """Make one index."""
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_NICE)
    gc.disable()  # looking for garbage takes a fifth of the time, and little comes
    asked = json.loads(sys.stdin.read())
    file = LibraryFile(Path(asked["library"]), must_exist=asked["must_exist"])
    index = WordIndex(Path(asked["index"]))
    try:
        indexing = Indexing(index, Catalogue(file), Library(file), progressed=_report)
        indexing.run(asked["only"])
    except BrokenPipeError:  # nobody waits for it any more
        os._exit(0)
    except ReaderError as error:
        fault = error.fault if isinstance(error, StoreError) else StoreFault.OTHER
        _write({"message": to_json(error.message), "fault": fault.name})
    finally:
        index.close()
        file.close()
    return 0


def _report(progress: IndexProgress) -> None:
    _write(progress._asdict())


def _write(step: dict[str, object]) -> None:
    print(json.dumps(step), flush=True)
