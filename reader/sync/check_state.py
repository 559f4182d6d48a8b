"""How far a recording has been checked against its text: all that is known of it, as one value.

Whoever keeps it can go on from there, after a restart too. Times are ms of the recording; a word
is named by its number among the transcript's spoken words (`reader.sync.spoken_form`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

_VERSION = 1


class Landmark(NamedTuple):
    """A word of the transcript, and when it is heard."""

    word: int
    time: int


class Window(NamedTuple):
    """A passage that was listened to, and the words of the text that were found in it, if any.

    `heard` counts the words that the engine heard there; with many of them and no landmarks,
    something is said that the text does not have.
    """

    start: int
    end: int
    heard: int
    landmarks: tuple[Landmark, ...]


class Block(NamedTuple):
    """Words from the number `first` on, with start and end; None for one that was not heard."""

    first: int
    times: tuple[tuple[int, int] | None, ...]

    @property
    def end(self) -> int:
        """The number after that of its last word."""
        return self.first + len(self.times)


Finding = Window | Block


@dataclass(frozen=True)
class CheckState:
    """What was found so far. `text` is a fingerprint of the words, `length` the recording's."""

    text: str = ""
    length: int = 0
    windows: tuple[Window, ...] = ()
    blocks: tuple[Block, ...] = ()
    is_complete: bool = False

    def sure_times(self, count: int) -> list[tuple[int, int] | None]:
        """From when to when each of the `count` words of the text is heard, where that is sure."""
        times: list[tuple[int, int] | None] = [None] * count
        for block in self.blocks:
            times[block.first : block.end] = block.times
        return times[:count]

    def with_finding(self, found: Finding) -> CheckState:
        """The state with one more window or block."""
        if isinstance(found, Window):
            return replace(self, windows=(*self.windows, found))
        return replace(self, blocks=(*self.blocks, found))

    def to_json(self) -> str:
        """For the library. An hour of talk with its words takes some 200 kB."""
        return json.dumps(
            {
                "version": _VERSION,
                "text": self.text,
                "length": self.length,
                "is_complete": self.is_complete,
                "windows": [finding_to_json(each) for each in self.windows],
                "blocks": [finding_to_json(each) for each in self.blocks],
            },
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str) -> CheckState:
        """What `to_json` gave. Raises ValueError for another text, or one of a newer Earmark."""
        try:
            found = json.loads(text)
            if found["version"] != _VERSION:
                raise ValueError("This check was saved by another version of Earmark.")
            return cls(
                str(found["text"]),
                int(found["length"]),
                tuple(_window(each) for each in found["windows"]),
                tuple(_block(each) for each in found["blocks"]),
                bool(found["is_complete"]),
            )
        except (KeyError, TypeError, IndexError) as error:
            raise ValueError("This is not the state of a check.") from error


NOTHING_HEARD = CheckState()
"""Where a check begins."""


def finding_to_json(found: Finding) -> list[Any]:
    """A finding for JSON; a block begins with its word, a window with a list."""
    if isinstance(found, Window):
        return [[found.start, found.end, found.heard], *found.landmarks]
    return [found.first, *found.times]


def finding_from_json(row: list[Any]) -> Finding:
    """What `finding_to_json` gave. Raises ValueError, TypeError or IndexError for another."""
    return _window(row) if isinstance(row[0], list) else _block(row)


def _window(row: list[Any]) -> Window:
    start, end, heard = map(int, row[0])
    return Window(start, end, heard, tuple(Landmark(int(word), int(at)) for word, at in row[1:]))


def _block(row: list[Any]) -> Block:
    return Block(int(row[0]), tuple(each and (int(each[0]), int(each[1])) for each in row[1:]))
