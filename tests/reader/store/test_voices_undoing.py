"""Any sequence of namings, merges, splits, swaps and undos leads back to the file's own voices."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from reader.overlays.voices import named, turns_of
from reader.store.annotations import Annotations
from reader.store.check import check
from reader.transcript.model import Transcript
from reader.voice_names import VoiceNames
from tests.reader.overlays.test_voices import COMMANDS, NAMES, done
from tests.reader.store.notes import episode_at
from tests.reader.strategies import transcripts

KEY = "cafe"


class Namings(RuleBasedStateMachine):
    """Commands, undo and redo in any order, checked against the texts seen on the way."""

    @initialize(transcript=transcripts(most=12))
    def start(self, transcript: Transcript) -> None:
        self._source = transcript
        self._folder = tempfile.mkdtemp()
        self._path = Path(self._folder, "earmark.db")
        episode_at(self._path)
        self._annotations = Annotations(self._path)
        self._seen = [self._laid()]
        self._undone: list[Transcript] = []

    @rule(command=st.sampled_from(COMMANDS), number=st.integers(0, 30), voice=NAMES, other=NAMES)
    def say(self, command: str, number: int, voice: str, other: str) -> None:
        before = self._names()
        turns = turns_of(self._source, before)
        if turns:
            at = turns[number % len(turns)]
            after = done(command, before, at, (voice, other), turns)
            self._annotations.change_voices(KEY, before, after, name="Name Voice")
            if after != before:
                self._seen.append(self._laid())
                self._undone.clear()

    @rule()
    def undo(self) -> None:
        is_undone = self._annotations.undo() is not None
        assert is_undone == (len(self._seen) > 1)
        if is_undone:
            self._undone.append(self._seen.pop())

    @rule()
    def redo(self) -> None:
        is_redone = self._annotations.redo() is not None
        assert is_redone == bool(self._undone)
        if is_redone:
            self._seen.append(self._undone.pop())

    @rule()
    def restart(self) -> None:
        self._annotations.close()
        self._annotations = Annotations(self._path)

    @invariant()
    def text_is_that_of_then(self) -> None:
        assert self._laid() == self._seen[-1]

    def teardown(self) -> None:
        if not hasattr(self, "_path"):
            return
        while self._annotations.undo():
            self._seen.pop()
        assert self._laid() is self._source
        self._annotations.close()
        assert check(self._path).is_sound
        shutil.rmtree(self._folder)

    def _names(self) -> VoiceNames:
        return self._annotations.voices(KEY)

    def _laid(self) -> Transcript:
        return named(self._source, self._names())


@pytest.mark.timeout(300)
def test_any_namings_are_undone_to_the_files_own_voices() -> None:
    run_state_machine_as_test(
        Namings,
        settings=settings(
            max_examples=20,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
