"""A disk that does not answer, as a network mount whose server is gone: each look waits."""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

LOOKS = ("stat", "lstat", "open", "listdir", "scandir", "access", "readlink")


class HangingFolder:
    """From `hang` on, whoever looks at what lies in a folder waits until `answer`."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder.absolute())
        self.asked = Event()
        self._answers = Event()
        self._answers.set()

    def hang(self) -> None:
        """Answer no more."""
        self._answers.clear()

    def answer(self) -> None:
        """Answer all who wait, and from now on."""
        self._answers.set()

    def put_between(self, put: Callable[[object, str, object], object]) -> None:
        """Have `put` (such as `setattr`) replace what Python looks at disks with."""
        for name in LOOKS:
            put(os, name, self._waiting(getattr(os, name)))
        put(io, "open", self._waiting(io.open))
        put(builtins, "open", self._waiting(builtins.open))

    def _waiting(self, look: Callable[..., Any]) -> Callable[..., Any]:
        def waiting(path: Any = ".", *others: Any, **named: Any) -> Any:
            is_named = isinstance(path, str | bytes | os.PathLike)
            if (
                is_named
                and os.fsdecode(path).startswith(self.folder)
                and not self._answers.is_set()
            ):
                self.asked.set()
                self._answers.wait()
            return look(path, *others, **named)

        return waiting
