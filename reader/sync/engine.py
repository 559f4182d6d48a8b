"""What listens to a recording: the interface of the engines, and whether one is installed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import NamedTuple, Protocol

from reader.errors import ReaderError
from reader.message import Message, message

RATE = 16_000
"""Samples a second that engines take: one channel, 16 bits, signed, in the machine's order."""

BYTES_PER_MS = 2 * RATE // 1_000


class HeardWord(NamedTuple):
    """A word that an engine heard, and when: ms from the start of the sound that it was given."""

    text: str
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
    """Hears words in sound. It is made for one transcript, and knows its words."""

    def recognise(self, sound: bytes) -> list[HeardWord]:
        """What is said, as far as it is made of the transcript's words."""

    def align(self, sound: bytes, words: Sequence[Sequence[str]]) -> list[HeardWord | None]:
        """When each of these words is said, given ways to say each; None where it cannot tell.

        All of it is said in the sound, in this order, and little else.
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
