"""What listens to a recording: the interface of the engines, and whether one is installed."""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple, Protocol

from reader.errors import ReaderError
from reader.message import Message, message

RATE = 16_000
"""Samples a second that engines take: one channel, 16 bits, signed, in the machine's order."""

BYTES_PER_MS = 2 * RATE // 1_000


class HeardWord(NamedTuple):
    """A word that an engine heard, by its key, and when: ms from the start of its sound."""

    key: str
    start: int
    end: int


class Sound(Protocol):
    """A recording as engines take it."""

    @property
    def length(self) -> int:
        """How long it is, in ms."""

    def between(self, start: int, end: int) -> bytes:
        """The samples from one time to another (ms), as far as there are any."""


class Engine(Protocol):
    """Hears the words of the one transcript that it is made for; they are named by their number."""

    def recognise(self, sound: bytes, first: int, last: int) -> list[HeardWord]:
        """What is said, as far as it is made of the words from `first` to before `last`."""

    def align(self, sound: bytes, first: int, last: int) -> list[tuple[int, int] | None]:
        """When each of these words is said, ms from the start of `sound`; None where not sure.

        All of them are said in it, in this order, and little else.
        """


class EngineMissing(ReaderError):  # noqa: N818 - a state of the machine, not an error of the user
    """Nothing is installed that can listen; `message` says how to get it."""


def is_installed() -> bool:
    """Whether recordings can be listened to here. Imports nothing of it."""
    return find_spec("pocketsphinx") is not None and find_spec("av") is not None


def how_to_install() -> Message:
    """What to do where they cannot."""
    return message(
        "Listening to the recording needs a part that is not installed: the package earmark-sync, "
        'or pip install "earmark[sync]".'
    )
