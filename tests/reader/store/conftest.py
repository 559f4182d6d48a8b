"""A library with one episode, for tests of what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store.annotations import Annotations
from tests.reader.store.notes import MOMENT, episode_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "earmark.db"


@pytest.fixture
def episode(path: Path) -> str:
    return episode_at(path)


@pytest.fixture(name="annotations")
def opened_annotations(path: Path, episode: str) -> Iterator[Annotations]:
    store = Annotations(path, now=lambda: MOMENT)
    yield store
    store.close()
