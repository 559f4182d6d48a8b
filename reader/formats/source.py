"""The decoded text of one file, as the readers of the formats get it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reader.errors import TranscriptError
from reader.message import message

LONGEST_LINE = 2_000_000
MOST_LINES = 2_000_000

_CHUNK = 1 << 16
_HEAD = 1 << 16
_PIECE = 1 << 22


def unwatched(_share: float) -> None:
    """Nobody waits for the reading, and nobody can end it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text with the name of its file; `watch` gets the share read so far, and may raise.

    Of what is not a text, such as a ZIP archive, `file` holds the bytes, open at any place, and
    `path` says where they are, if they are in a file. Where times count frames, `frame_rate` is how
    many the reader says a second has.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    watch: Callable[[float], None] = unwatched
    file: BinaryIO | None = None
    path: Path | None = None
    frame_rate: float | None = None

    def head(self) -> list[str]:
        """The first lines, for a look at what this is."""
        return self.text[:_HEAD].split("\n")

    def lines(self) -> Iterator[str]:
        """Every line without its line feed, read in pieces so that no other thread starves.

        Raises TranscriptError for a file that has endless lines, or endlessly many.
        """
        for _, piece in self.pieces():
            yield from piece.split("\n")

    def pieces(self) -> Iterator[tuple[int, str]]:
        """The same as a few hundred lines at a time, each with the number of its first line."""
        self._refuse_too_many()
        position, number, length = 0, 1, len(self.text)
        while position < length:
            self.watch(position / length)
            end = self._line_end(position, number)
            yield number, self.text[position:end]
            number += self.text.count("\n", position, end) + 1
            position = end + 1

    def _refuse_too_many(self) -> None:
        pieces = range(0, len(self.text), _PIECE)
        if sum(self.text.count("\n", start, start + _PIECE) for start in pieces) > MOST_LINES:
            raise TranscriptError(
                message(
                    "{file} has more than {most} lines; that is not a transcript.",
                    file=self.name,
                    most=f"{MOST_LINES:,}",
                )
            )

    def _line_end(self, position: int, number: int) -> int:
        end = self.text.find("\n", position + _CHUNK, position + _CHUNK + LONGEST_LINE)
        if end >= 0:
            return end
        if len(self.text) - position > _CHUNK + LONGEST_LINE:
            line = number + self.text.count("\n", position, position + _CHUNK)
            raise TranscriptError(
                message(
                    "{file} has a line (line {line}) of more than {most} characters; that "
                    "is not a transcript.",
                    file=self.name,
                    line=line,
                    most=f"{LONGEST_LINE:,}",
                ),
                line=line,
            )
        return len(self.text)
