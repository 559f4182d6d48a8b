"""Episodes of the library as its page lists them, for tests of values and of widgets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from reader.episode import Episode
from reader.library.shelf import ShelfEpisode

START = datetime(2026, 1, 1, tzinfo=UTC)
HOUR = 3_600_000


def shelved(title: str, day: int = 0, **changes: Any) -> ShelfEpisode:
    """One on the shelf since a day; `changes` are of the row, or of its episode."""
    made = Episode(
        title, title, Path(f"/pods/{title}.mp3"), Path(f"/pods/{title}.vtt"), START, START
    )
    own = {name: value for name, value in changes.items() if name in ShelfEpisode.__slots__}
    rest = {name: value for name, value in changes.items() if name not in own}
    episode = replace(made, length=rest.pop("length", HOUR), **rest)
    return ShelfEpisode(episode, START + timedelta(days=day), **own)
