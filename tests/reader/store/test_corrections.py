"""Corrections in the library: kept, undone, offered to the whole show, joined and checked."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reader.correction import Correction, CorrectionScope
from reader.store.annotations import Annotations
from reader.store.change_names import AS_FILE_SAYS, CORRECT
from reader.store.check import check
from reader.store.library import Library
from tests.reader.corrections import at, everywhere, talk

TALK = talk("my host, Zwickz,", "and Zwickz again")


@pytest.fixture
def episodes(annotations: Annotations, path: Path, tmp_path: Path) -> dict[str, str]:
    """The ids of two episodes of one show and one of another."""
    library = Library(path)
    found = {}
    for name, show in (("one", "Latent Space"), ("two", "latent space"), ("other", "Elsewhere")):
        file = tmp_path / f"{name}.txt"
        file.write_text(f"{name} says something")
        found[name] = library.record_opened(None, file, name, show=show).id
    library.close()
    return found


def of(episode_id: str, correction: Correction, **changes: object) -> Correction:
    return correction._replace(episode_id=episode_id, **changes)  # type: ignore[arg-type]


def test_kept_undone_redone_and_there_after_a_restart(
    annotations: Annotations, path: Path, episodes: dict[str, str]
) -> None:
    one = of(episodes["one"], at(TALK, "Zwickz", "swyx"))
    annotations.correct([one], name=CORRECT)
    assert annotations.corrections(one.episode_id) == (one,)
    assert annotations.undo_name() == "Correction"
    better = one._replace(id="two", replacement="Swyx")
    annotations.correct([better], instead_of=[one.id], name=CORRECT)
    assert annotations.corrections(one.episode_id) == (better,)
    annotations.close()
    again = Annotations(path)
    again.undo()
    assert again.corrections(one.episode_id) == (one,)
    again.undo()
    assert again.corrections(one.episode_id) == ()
    again.redo()
    again.redo()
    assert again.corrections(one.episode_id) == (better,)
    again.correct([], instead_of=[better.id], name=AS_FILE_SAYS)
    assert again.corrections(one.episode_id) == ()
    again.close()


def test_those_of_a_show_hold_in_its_other_episodes(
    annotations: Annotations, episodes: dict[str, str]
) -> None:
    name = everywhere("Zwickz", "swyx", CorrectionScope.SHOW)
    glossary = of(episodes["one"], name, show="Latent Space")
    annotations.correct([glossary], name=CORRECT)
    assert annotations.corrections(episodes["two"]) == (glossary,)
    assert annotations.corrections(episodes["other"]) == ()
    here = of(episodes["two"], at(TALK, "Zwickz", "Zwickz"))
    annotations.correct([here], name=AS_FILE_SAYS)
    assert set(annotations.corrections(episodes["two"])) == {glossary, here}
    assert annotations.corrections(episodes["one"]) == (glossary,)


def test_an_episode_brings_its_corrections_when_it_is_opened(
    annotations: Annotations, path: Path, tmp_path: Path, episodes: dict[str, str]
) -> None:
    one = of(episodes["one"], at(TALK, "Zwickz", "swyx"))
    annotations.correct([one], name=CORRECT)
    library = Library(path)
    episode = library.record_opened(None, tmp_path / "one.txt", "one")
    assert library.corrections_of(episode.id) == (one,)
    library.close()


def test_of_two_libraries_the_later_stays(
    annotations: Annotations, episodes: dict[str, str], tmp_path: Path
) -> None:
    one = of(episodes["one"], at(TALK, "Zwickz", "swyx"))
    annotations.correct([one], name=CORRECT)
    other = Annotations(tmp_path / "other.db")
    other.join(annotations)
    assert other.corrections(one.episode_id) == (one,)
    other.correct([], instead_of=[one.id], name=AS_FILE_SAYS)
    annotations.join(other)
    assert annotations.corrections(one.episode_id) == ()
    other.close()


@pytest.mark.parametrize("column", ["scope = 'all'", "exact = ''", "made_at = 'once'"])
def test_a_damaged_one_is_reported_and_changes_nothing(
    annotations: Annotations, path: Path, episodes: dict[str, str], column: str
) -> None:
    one = of(episodes["one"], at(TALK, "Zwickz", "swyx"))
    annotations.correct([one], name=CORRECT)
    with annotations._file.writing() as database:
        database.execute(f"UPDATE corrections SET {column}")
    if "exact" not in column:
        assert annotations.corrections(one.episode_id) == ()
    annotations.close()
    assert not check(path).is_sound


class Correcting(RuleBasedStateMachine):
    """Corrections, withdrawals, undos and redos in any order, beside a plain list of states."""

    @initialize()
    def begin(self) -> None:
        self._folder = TemporaryDirectory(ignore_cleanup_errors=True)
        path = Path(self._folder.name) / "library.db"
        file = Path(self._folder.name) / "one.txt"
        file.write_text("words")
        library = Library(path)
        self.episode = library.record_opened(None, file, "one").id
        library.close()
        self.store = Annotations(path)
        self.past: list[tuple[Correction, ...]] = [()]
        self.future: list[tuple[Correction, ...]] = []
        self.made = 0

    def _done(self, state: tuple[Correction, ...]) -> None:
        self.past.append(state)
        self.future = []

    @rule(
        word=st.sampled_from(["host", "Zwickz", "again"]),
        scope=st.sampled_from(list(CorrectionScope)),
    )
    def correct(self, word: str, scope: CorrectionScope) -> None:
        self.made += 1
        made = of(self.episode, at(TALK, word, f"x{self.made}"), id=f"{self.made:03}", scope=scope)
        self.store.correct([made], name=CORRECT)
        self._done((*self.past[-1], made))

    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        if self.past[-1]:
            gone = data.draw(st.sampled_from(self.past[-1]))
            self.store.correct([], instead_of=[gone.id], name=AS_FILE_SAYS)
            self._done(tuple(each for each in self.past[-1] if each is not gone))

    @rule()
    def undo(self) -> None:
        self.store.undo()
        if len(self.past) > 1:
            self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        self.store.redo()
        if self.future:
            self.past.append(self.future.pop())

    @invariant()
    def is_as_it_should_be(self) -> None:
        if hasattr(self, "past"):
            assert self.store.corrections(self.episode) == self.past[-1]

    def teardown(self) -> None:
        if hasattr(self, "past"):
            while self.store.undo() is not None:
                pass
            assert self.store.corrections(self.episode) == ()
            self.store.close()
            self._folder.cleanup()


Correcting.TestCase.settings = settings(max_examples=8, stateful_step_count=12, deadline=None)
TestCorrecting = Correcting.TestCase
