"""The process that fills in a template of the listener's own, and may be ended at any moment.

It reads a pickle of the template's path and values, writes an empty line when it begins, then a
line of JSON: the text, or what is wrong with the template.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path
from typing import Any

from reader.errors import ReaderError
from reader.message import message, to_json
from reader.notes.exporting.templates import fault, rendered

_MOST_MEMORY = 2_000_000_000  # bytes of addresses
_LONGEST_TEXT = 100_000_000  # characters


def main() -> int:
    """Fill in one template; what happens is said on the output."""
    path, values = pickle.load(sys.stdin.buffer)
    _limit_memory()
    print(flush=True)
    try:
        answer = _answer(path, values)
    except MemoryError:
        answer = _answer_of(fault(path, None, message("it needs too much memory")), path)
    sys.stdout.write(json.dumps(answer))
    return 0


def _answer(path: Path, values: dict[str, Any]) -> dict[str, Any]:
    try:
        text = rendered(path, values)
    except ReaderError as error:
        return _answer_of(error, path)
    if len(text) > _LONGEST_TEXT:
        most = f"{_LONGEST_TEXT:,}"
        reason = message("it makes more than {most} characters", most=most)
        return _answer_of(fault(path, None, reason), path)
    return {"text": text}


def _answer_of(error: ReaderError, path: Path) -> dict[str, Any]:
    return {"message": to_json(error.message), "path": str(error.path or path), "line": error.line}


def _limit_memory() -> None:
    """Where the system can: a template must not take the memory that others work with."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = _MOST_MEMORY if most == resource.RLIM_INFINITY else min(most, _MOST_MEMORY)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))


if __name__ == "__main__":
    sys.exit(main())
