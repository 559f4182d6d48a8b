"""A session over a real library and real files; only the sound is a fake."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import ReaderError
from reader.jobs import Worker
from reader.playback.transport import Transport
from reader.session.reading_session import ReadingSession
from reader.settings import Settings
from reader.store.library import Library
from reader.transcript.reading_text import Place
from tests.conftest import WriteTalk
from tests.fakes import FakePlayer, FakeTime

GREAT_FACTS = (
    *("opening_started", "opening_ended", "script_opened", "script_changed", "episode_opened"),
    *("partner_changed", "partner_missing", "closed", "failed"),
)
FACTS = (
    *GREAT_FACTS,
    *("follower.current_changed", "navigator.history_changed", "recent.changed"),
)


class Rig:
    """A session with what it needs; what it reported is in `reported`, as (fact, value)."""

    def __init__(self, home: Path, database: Path | None = None) -> None:
        self.now = FakeTime()
        self.player = FakePlayer(self.now)
        self.transport = Transport(self.player, self.now)
        self.settings = Settings(home / "earmark.ini")
        self.library = Library(database or home / "earmark.db")
        self.opener, self.keeper = Worker(), Worker()
        self.session = ReadingSession(
            self.transport, self.settings, self.library, opener=self.opener, keeper=self.keeper
        )
        self.reported: list[tuple[str, object]] = []
        self._has_quit = False
        for fact in FACTS:
            self._note(fact)

    def facts(self, *names: str) -> list[str]:
        """What was reported, in order, of these facts or of the great ones."""
        wanted = names or GREAT_FACTS
        return [fact for fact, _ in self.reported if fact in wanted]

    def values(self, fact: str) -> list[object]:
        """What was reported with a fact."""
        return [value for name, value in self.reported if name == fact]

    @property
    def errors(self) -> list[str]:
        """The messages of what failed."""
        return [error.message for error in self.values("failed") if isinstance(error, ReaderError)]

    @property
    def currents(self) -> list[object]:
        """The leading cue after each change, None for none."""
        return [cues[-1] if cues else None for cues in self.values("follower.current_changed")]  # type: ignore[index]

    def quit(self) -> None:
        """As at the end of the program."""
        if self._has_quit:
            return
        self._has_quit = True
        if self.session.episode or self.session.script:
            self.session.close()
        self.keeper.run(lambda _: self.library.close(), lambda _: None)
        self.opener.close()
        self.keeper.close()

    def _note(self, fact: str) -> None:
        signal = attrgetter(fact)(self.session)
        signal.connect(lambda *values: self.reported.append((fact, values[0] if values else None)))


Open = Callable[..., Rig]


@pytest.fixture
def desks(qtbot: QtBot) -> Iterator[list[Rig]]:
    made: list[Rig] = []
    yield made
    for rig in made:
        rig.quit()


@pytest.fixture
def new_rig(desks: list[Rig], tmp_path: Path) -> Callable[..., Rig]:
    def make(**others: Path) -> Rig:
        desks.append(Rig(tmp_path, **others))
        return desks[-1]

    return make


@pytest.fixture
def rig(new_rig: Callable[..., Rig]) -> Rig:
    return new_rig()


@pytest.fixture
def opened(rig: Rig, qtbot: QtBot, write_talk: WriteTalk) -> Rig:
    """With a talk and its recording open."""
    open_all(rig, qtbot, write_talk("talk.vtt", "talk.mp3"))
    return rig


def open_all(rig: Rig, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(rig.session.episode_opened):
        rig.session.open(*paths)


def fail(rig: Rig, qtbot: QtBot, command: Callable[[], object]) -> str:
    """What is reported when a command goes wrong."""
    with qtbot.waitSignal(rig.session.failed) as reported:
        command()
    assert reported.args is not None
    return str(reported.args[0].message)


def place_of(rig: Rig, text: str) -> Place:
    script = rig.session.script
    assert script is not None
    place = script.reading.place_at(script.reading.text.index(text))
    assert place is not None
    return place


def span_of(rig: Rig, first: str, last: str) -> tuple[int, int]:
    script = rig.session.script
    assert script is not None
    text = script.reading.text
    return text.index(first), text.index(last) + len(last)


def drain(rig: Rig, qtbot: QtBot) -> None:
    """Wait until both workers and the event loop have done what was asked so far."""
    done: list[None] = []
    for number, worker in enumerate((rig.opener, rig.keeper, rig.opener, rig.keeper)):
        worker.run(lambda _: None, done.append)
        qtbot.waitUntil(partial(_has, done, number + 1))


def _has(done: list[None], count: int) -> bool:
    return len(done) == count
