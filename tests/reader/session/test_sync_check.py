"""A check of the open recording: kept as it goes, cancelled, gone on from, reported."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import ReaderError
from reader.message import message
from reader.session import sync_check
from reader.session.sync_check import Begun, SyncCheck
from reader.store.annotations import Annotations
from reader.store.sync_checks import SyncChecks
from reader.store.sync_maps import SyncKeys
from reader.sync.check import CheckStep, Stage
from reader.sync.check_state import CheckState
from reader.sync.report import SyncReport
from reader.sync_map import PointSource, SyncMap, SyncPoint
from reader.transcript.text_sync import TextSync
from tests.conftest import WriteTalk
from tests.reader.conftest import Rig, open_all
from tests.reader.sync.listening import FOUND, MINUTE, FakeListener

ROOT = Path(__file__).parents[3]


class Desk:
    """A rig with a check, and what it emitted."""

    def __init__(self, rig: Rig, listener: FakeListener, qtbot: QtBot) -> None:
        self.rig, self.listener, self.qtbot = rig, listener, qtbot
        self.checks = SyncChecks(rig.library._file)
        self.check = SyncCheck(
            rig.session, self.checks, rig.keeper, lambda: listener.tools, rig.session
        )
        self.steps: list[CheckStep] = []
        self.reports: list[SyncReport] = []
        self.check.progressed.connect(self.steps.append)
        self.check.reported.connect(self.reports.append)

    @property
    def keys(self) -> SyncKeys:
        keys = self.check.keys
        assert keys is not None
        return keys

    def prepared(self) -> Begun:
        with self.qtbot.waitSignal(self.check.prepared) as prepared:
            self.check.prepare()
        assert prepared.args is not None
        return prepared.args[0]  # type: ignore[no-any-return]

    def stored(self) -> str:
        """What the library has of the check, when all that was asked for is written."""
        return self.rig.keeper.ask(lambda: self.checks.state(self.keys))

    def listened_to(self, act: Callable[[], object]) -> bool:
        """Whether the check came to its end, when it has ended."""
        with self.qtbot.waitSignal(self.check.ended) as ended:
            act()
        assert ended.args is not None
        return bool(ended.args[0])


@pytest.fixture
def listener() -> FakeListener:
    return FakeListener()


@pytest.fixture
def desk(
    opened: Rig, listener: FakeListener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Desk:
    monkeypatch.setattr(sync_check, "SAVE_AFTER", 0.0)
    monkeypatch.setattr(sync_check, "REPORT_AFTER", 0.0)
    return Desk(opened, listener, qtbot)


def test_a_check_listens_to_the_end_and_reports(desk: Desk) -> None:
    assert desk.listened_to(lambda: desk.check.start(Begun()))
    (request,) = desk.listener.requests
    session = desk.rig.session
    assert session.script is not None
    assert (request.cues, request.recording) == (session.script.source.cues, session.recording)
    assert desk.steps[-1].stage is Stage.TIMING
    assert desk.reports[-1].is_complete and desk.reports[-1].sync_map == FOUND
    assert CheckState.from_json(desk.stored()).is_complete
    assert not desk.check.is_running


def test_what_was_heard_before_cancel_is_kept_and_gone_on_from(
    opened: Rig, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync_check, "SAVE_AFTER", 0.0)
    listener = FakeListener(minutes=4, is_waiting=True)
    desk = Desk(opened, listener, qtbot)
    assert desk.prepared() == Begun()
    desk.check.start(Begun())
    listener.go(3)
    qtbot.waitUntil(lambda: [step.heard for step in desk.steps[-1:]] == [3 * MINUTE])
    assert not desk.listened_to(desk.check.cancel)
    begun = desk.prepared()
    assert len(begun.state.windows) == 3 and not begun.state.is_complete
    listener.go(100)
    assert desk.listened_to(lambda: desk.check.start(begun))
    assert listener.requests[1].state == begun.state
    assert [step.heard // MINUTE for step in desk.steps[-5:]][-1] == 4


def test_another_episode_ends_it(desk: Desk, qtbot: QtBot, write_talk: WriteTalk) -> None:
    desk.listener.minutes = 10_000
    desk.check.start(Begun())
    qtbot.waitUntil(lambda: len(desk.steps) > 0)
    other = write_talk("other.vtt", "other.mp3", folder="others")
    with qtbot.waitSignal(desk.check.ended):
        open_all(desk.rig, qtbot, other)
    assert desk.reports == []


def test_a_recording_that_cannot_be_heard_is_reported_and_keeps_the_rest(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.listener.fault = ReaderError(message("There is no sound in it."))
    with qtbot.waitSignal(desk.check.failed) as failed:
        assert not desk.listened_to(lambda: desk.check.start(Begun()))
    assert failed.args is not None and failed.args[0].message == "There is no sound in it."
    assert not desk.check.is_running


def test_words_that_come_after_apply_are_taken_without_a_question(
    opened: Rig, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SAVE_AFTER", "REPORT_AFTER"):
        monkeypatch.setattr(sync_check, name, 0.0)
    listener = FakeListener(minutes=3, is_waiting=True)
    desk = Desk(opened, listener, qtbot)
    desk.check.start(Begun())
    listener.go(4)
    qtbot.waitUntil(lambda: len(desk.reports) > 0)
    applied = TextSync(desk.reports[-1].sync_map, desk.reports[-1].times)
    renewals: list[tuple[TextSync, TextSync]] = []
    desk.check.renewed.connect(lambda *both: renewals.append(both))
    desk.check.take_applied(applied)
    with qtbot.waitSignal(desk.check.ended):
        listener.go(100)
    assert renewals[0][0] == applied
    assert len(renewals[-1][1].times) == 3
    assert all(before[1] == after[0] for before, after in pairwise(renewals))
    assert desk.stored() == ""
    assert desk.rig.keeper.ask(lambda: desk.checks.is_known(desk.keys))


def test_a_report_that_fails_ends_the_check(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> SyncReport:
        raise ReaderError(message("No report."))

    monkeypatch.setattr(desk.listener, "reported", failing)
    with qtbot.waitSignals([desk.check.broken_off, desk.check.failed]):
        assert not desk.listened_to(lambda: desk.check.start(Begun()))
    assert not desk.check.is_running
    assert desk.prepared().state.windows


def test_what_is_applied_at_the_end_needs_no_state_any_more(desk: Desk) -> None:
    desk.listened_to(lambda: desk.check.start(Begun()))
    desk.check.take_applied(TextSync(FOUND))
    assert desk.stored() == ""


def test_the_map_of_another_copy_is_the_guess(desk: Desk, qtbot: QtBot) -> None:
    mine = SyncMap((SyncPoint(1_000, 31_000),))
    annotations = Annotations(desk.rig.library._file)
    other = SyncKeys("another", desk.keys.transcript)
    desk.rig.keeper.ask(lambda: annotations.change_sync(other, TextSync(mine), name="Move Text"))
    begun = desk.prepared()
    assert begun.guess == SyncMap((SyncPoint(1_000, 31_000, PointSource.FOUND),))
    desk.listened_to(lambda: desk.check.start(begun))
    assert desk.listener.requests[-1].guess == begun.guess


def test_the_own_map_comes_before_that_of_another_copy(desk: Desk, qtbot: QtBot) -> None:
    desk.rig.session.set_sync(TextSync(FOUND))
    desk.listened_to(lambda: desk.check.start(Begun(guess=FOUND.moved(FOUND.points[0], 500))))
    assert desk.listener.requests[-1].guess == FOUND


@pytest.mark.parametrize("state", ["", "[]", "{", '{"version": 99}'])
def test_a_state_that_cannot_be_read_is_none(desk: Desk, state: str) -> None:
    desk.rig.keeper.ask(lambda: desk.checks.keep(desk.keys, state))
    assert desk.prepared() == Begun()


def test_nothing_is_begun_where_nothing_listens_or_half_is_missing(
    opened: Rig, qtbot: QtBot
) -> None:
    check = SyncCheck(opened.session, SyncChecks(opened.library._file), opened.keeper, lambda: None)
    assert not check.is_installed
    check.start(Begun())
    assert not check.is_running
    opened.session.close()
    assert check.keys is None
    check.prepare()


KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from reader.session import sync_check
from reader.store.sync_checks import SyncChecks
from reader.sync.check_state import CheckState
from tests.reader.conftest import Rig
from tests.reader.sync.listening import FakeListener

class Checks(SyncChecks):
    def keep(self, keys, state=""):
        super().keep(keys, state)
        print(len(CheckState.from_json(state).windows), flush=True)

sync_check.SAVE_AFTER = 0.0
application = QCoreApplication([])
rig = Rig(Path(sys.argv[1]))
listener = FakeListener(minutes=100_000)
checks = Checks(rig.library._file)
check = sync_check.SyncCheck(rig.session, checks, rig.keeper, lambda: listener.tools, rig.session)
check.prepared.connect(check.start)
rig.session.episode_opened.connect(check.prepare)
rig.session.open(Path(sys.argv[2]))
application.exec()
"""


def test_a_killed_check_goes_on_where_it_was(
    new_rig: Callable[..., Rig], qtbot: QtBot, tmp_path: Path, write_talk: WriteTalk
) -> None:
    talk = write_talk("talk.vtt", "talk.mp3")
    command = [sys.executable, "-c", KILLED, str(tmp_path), str(talk)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        kept = next(int(line) for line in process.stdout if int(line) >= 3)
        process.kill()
    rig = new_rig()
    open_all(rig, qtbot, talk)
    listener = FakeListener(minutes=2)
    desk = Desk(rig, listener, qtbot)
    begun = desk.prepared()
    assert len(begun.state.windows) >= kept
    desk.listened_to(lambda: desk.check.start(begun))
    assert listener.requests[0].state == begun.state
