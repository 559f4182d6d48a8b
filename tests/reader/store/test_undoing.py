"""Any sequence of commands, undone one by one, gives the first state back; redone, the last."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from reader.annotation import AnnotationKind, Selector, TextQuote
from reader.store.annotations import Annotations
from reader.store.check import check
from tests.reader.store.notes import a_note, episode_at

texts = st.text(max_size=8)
tag_lists = st.lists(st.sampled_from(["a", "b", "ü"]), max_size=3)
times = st.integers(0, 9_999)
selectors = st.builds(
    Selector,
    st.tuples(times, times),
    st.none() | st.tuples(times, times),
    st.builds(TextQuote, texts, texts, texts),
    st.none() | st.tuples(times, times),
)
changes = st.fixed_dictionaries(
    {},
    optional={
        "note": texts,
        "tags": tag_lists,
        "colour": st.integers(0, 5),
        "kind": st.sampled_from(AnnotationKind),
        "selector": selectors,
        "voice": texts,
        "is_unreviewed": st.booleans(),
    },
)

Rows = dict[str, dict[str, object]]


class Edits(RuleBasedStateMachine):
    """Commands, undo and redo in any order, checked against the rows seen on the way."""

    @initialize()
    def start(self) -> None:
        self._folder = tempfile.mkdtemp()
        self._path = Path(self._folder, "earmark.db")
        self._episode = episode_at(self._path)
        self._annotations = Annotations(self._path)
        self._keys: list[str] = []
        self._states = [self._rows()]
        self._now = 0

    @rule(selector=selectors, tags=tag_lists, note=texts)
    def add(self, selector: Selector, tags: list[str], note: str) -> None:
        new = a_note(self._episode, selector=selector, tags=tuple(tags), note=note)
        self._annotations.add(new)
        self._keys.append(new.id)
        self._commanded()

    @precondition(lambda self: self._keys)
    @rule(data=st.data(), count=st.integers(0, 2))
    def add_again_with_others(self, data: st.DataObject, count: int) -> None:
        """One that is here stays, one that was deleted comes back."""
        here = [self._annotations.get(key) for key in self._some(data, 1, 2)]
        new = [a_note(self._episode, tags=("a",)) for _ in range(count)]
        self._annotations.add(*filter(None, here), *new)
        self._keys += [each.id for each in new]
        self._commanded()

    @precondition(lambda self: self._keys)
    @rule(data=st.data(), note=texts, minutes=st.integers(-5, 5))
    def take_in(self, data: st.DataObject, note: str, minutes: int) -> None:
        """Another version of one, older or newer, and one that is not here."""
        found = self._annotations.get(self._some(data, 1, 1)[0])
        assert found is not None
        version = replace(found, note=note, updated=found.updated + timedelta(minutes=minutes))
        new = a_note(self._episode)
        self._annotations.take_in(version, new)
        self._keys.append(new.id)
        self._commanded()

    @precondition(lambda self: self._keys)
    @rule(data=st.data(), places=st.lists(selectors, min_size=2, max_size=2))
    def move(self, data: st.DataObject, places: list[Selector]) -> None:
        keys = self._some(data, 1, 2)
        self._annotations.move(dict(zip(keys, places, strict=False)))
        self._commanded()

    @precondition(lambda self: self._keys)
    @rule(data=st.data(), change=changes)
    def change(self, data: st.DataObject, change: dict[str, object]) -> None:
        self._annotations.change(*self._some(data, 1, 3), **change)  # type: ignore[arg-type]
        self._commanded()

    @precondition(lambda self: self._keys)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self._annotations.delete(*self._some(data, 1, 2))
        self._commanded()

    @precondition(lambda self: len(self._keys) > 1)
    @rule(data=st.data(), selector=selectors)
    def merge(self, data: st.DataObject, selector: Selector) -> None:
        self._annotations.merge(*self._some(data, 2, 3), selector=selector)
        self._commanded()

    @precondition(lambda self: self._keys)
    @rule(data=st.data(), first=selectors, second=selectors)
    def split(self, data: st.DataObject, first: Selector, second: Selector) -> None:
        command = self._annotations.split(self._some(data, 1, 1)[0], first, second)
        self._keys.append(command.annotations[1].id)
        self._commanded()

    @rule(number=st.integers(1, 5), name=texts, hue=st.sampled_from(["", "#112233", "#f2c037"]))
    def change_colour(self, number: int, name: str, hue: str) -> None:
        self._annotations.change_colour(number, name=name, hex_value=hue)
        self._commanded()

    @rule()
    def undo(self) -> None:
        assert (self._annotations.undo() is None) == (self._now == 0)
        self._now = max(0, self._now - 1)

    @rule()
    def redo(self) -> None:
        last = len(self._states) - 1
        assert (self._annotations.redo() is None) == (self._now == last)
        self._now = min(last, self._now + 1)

    @rule()
    def restart(self) -> None:
        self._annotations.close()
        self._annotations = Annotations(self._path)

    @invariant()
    def rows_are_those_of_then(self) -> None:
        assert _is_at(self._rows(), self._states[self._now])

    def teardown(self) -> None:
        if not hasattr(self, "_path"):
            return
        now = self._now
        while self._annotations.undo():
            now -= 1
            assert _is_at(self._rows(), self._states[now])
        assert now == 0
        while self._annotations.redo():
            pass
        assert _is_at(self._rows(), self._states[-1])
        self._annotations.close()
        report = check(self._path)
        assert report.is_sound, report
        shutil.rmtree(self._folder)

    def _some(self, data: st.DataObject, least: int, most: int) -> list[str]:
        keys = st.lists(st.sampled_from(self._keys), min_size=least, max_size=most, unique=True)
        return data.draw(keys)

    def _commanded(self) -> None:
        """A command that changed nothing is none, and then redo stays."""
        rows = self._rows()
        if not _is_at(rows, self._states[self._now]):
            del self._states[self._now + 1 :]
            self._states.append(rows)
            self._now += 1

    def _rows(self) -> Rows:
        """All that is stored of annotations and colours, save when it was changed last."""
        with closing(sqlite3.connect(self._path)) as connection:
            connection.row_factory = sqlite3.Row
            rows = [dict(row) for row in connection.execute(_EVERYTHING)]
            colours = connection.execute("SELECT number, name, hex FROM colours").fetchall()
        for row in rows:
            del row["updated_at"], row["updated_offset_minutes"]
        return {row["id"]: row for row in rows} | {f"colour {row[0]}": dict(row) for row in colours}


_EVERYTHING = """
    SELECT annotations.*, (
        SELECT group_concat(name, '\n') FROM (
            SELECT name FROM annotation_tags JOIN tags ON tags.id = tag_id
            WHERE annotation_id = annotations.id ORDER BY place
        )
    ) AS tags
    FROM annotations
"""


def _is_at(rows: Rows, state: Rows) -> bool:
    """Whether all is as it was then; undoing an addition leaves a tombstone, and no more."""
    new = [row for key, row in rows.items() if key not in state]
    return {key: rows[key] for key in state} == state and all(row["deleted_at"] for row in new)


@pytest.mark.timeout(300)
def test_any_commands_are_undone_and_redone() -> None:
    run_state_machine_as_test(
        Edits,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
