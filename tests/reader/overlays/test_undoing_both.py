"""Corrections, of the show too, and namings, merges and splits in any order, undone and redone."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reader.correction import Correction, CorrectionScope
from reader.library.script_cache import ScriptCache
from reader.notes.correcting import reading_span, selector_at
from reader.overlays.overlays import NO_OVERLAYS, Overlays, scripted, with_corrections, with_voices
from reader.overlays.voices import turns_of
from reader.store.annotations import Annotations
from reader.store.change_names import AS_FILE_SAYS, CORRECT
from reader.store.library import Library
from reader.transcript import quoting
from reader.transcript.file_offsets import file_text
from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange
from reader.transcript.script import Script
from reader.transcript.search import SearchText
from reader.transcript.spoken_text import SpokenText
from reader.voice_names import NO_VOICES, VoiceNames
from tests.reader.corrections import at_span, everywhere
from tests.reader.overlays.test_voices import COMMANDS, NAMES, done

KEY, SHOW = "cafe", "Latent Space"
LINES = ("- my host, Zwickz,", "and zwickz said", "- LLAMA index, ZWICKZ.", "Lama", "Index out aa")


def _cue(number: int, text: str) -> Cue:
    voices = (VoiceChange(2, "", 2),) if text.startswith("- ") else ()
    return Cue(number, number * 1_000, number * 1_000 + 900, text, voices)


TALK = Transcript(tuple(_cue(k, line) for k, line in enumerate((*LINES, "- aa Zwickz aa aa."))))
SPOKEN = SpokenText(TALK)
WORDS = ("Zwickz", "Lama Index", "aa", "my host", "said")
INSTEAD = st.sampled_from(("swyx", "LlamaIndex", "a", "aa aa", "one or two words", "語"))


class _State(NamedTuple):
    voices: VoiceNames
    corrections: tuple[Correction, ...]


class Listening(RuleBasedStateMachine):
    """One episode with all that is laid over it."""

    @initialize()
    def open(self) -> None:
        self._folder = Path(tempfile.mkdtemp())
        self._file = self._folder / "talk.txt"
        self._file.write_text("a talk")
        self._cache = ScriptCache(self._folder / "texts")
        library = Library(self._folder / "earmark.db")
        self._episode = library.record_opened(None, self._file, "Talk", show=SHOW).id
        library.close()
        self._store = Annotations(self._folder / "earmark.db")
        self._past, self._future = [_State(NO_VOICES, ())], list[_State]()
        self._script, self._overlays = scripted(Path("talk.txt"), TALK), NO_OVERLAYS
        self._made = 0

    @rule(start=st.integers(0, len(SPOKEN) - 2), length=st.integers(1, 12), text=INSTEAD)
    def correct(self, start: int, length: int, text: str) -> None:
        end = min(len(SPOKEN), start + length)
        self._keep(at_span(TALK, start, end, text))

    @rule(words=st.sampled_from(WORDS), text=INSTEAD, is_of_show=st.booleans())
    def correct_everywhere(self, words: str, text: str, is_of_show: bool) -> None:
        scope = CorrectionScope.SHOW if is_of_show else CorrectionScope.EPISODE
        self._keep(everywhere(words, text, scope))

    @rule(number=st.integers(0, 20))
    def withdraw(self, number: int) -> None:
        if self._now.corrections:
            gone = self._now.corrections[number % len(self._now.corrections)]
            self._store.correct([], instead_of=[gone.id], name=AS_FILE_SAYS)
            left = tuple(each for each in self._now.corrections if each is not gone)
            self._did(self._now._replace(corrections=left))

    @rule(command=st.sampled_from(COMMANDS), number=st.integers(0, 20), voice=NAMES, other=NAMES)
    def say(self, command: str, number: int, voice: str, other: str) -> None:
        turns = turns_of(TALK, self._now.voices)
        at = turns[number % len(turns)]
        names = done(command, self._now.voices, at, (voice, other), turns)
        if names != self._now.voices:
            self._store.change_voices(KEY, self._now.voices, names, name="Name Voice")
            self._did(self._now._replace(voices=names))

    @rule()
    def undo(self) -> None:
        assert (self._store.undo() is not None) == (len(self._past) > 1)
        if len(self._past) > 1:
            self._future.append(self._past.pop())

    @rule()
    def redo(self) -> None:
        assert (self._store.redo() is not None) == bool(self._future)
        if self._future:
            self._past.append(self._future.pop())

    @rule()
    def keep_ready(self) -> None:
        self._cache.keep(replace(self._script, path=self._file), self._overlays)

    @rule()
    def restart(self) -> None:
        self._store.close()
        self._store = Annotations(self._folder / "earmark.db")

    @invariant()
    def all_is_as_it_was_then(self) -> None:
        kept = _State(self._store.voices(KEY), tuple(self._store.corrections(self._episode)))
        assert kept == self._now
        overlays = self._overlays = Overlays(kept.voices, corrections=kept.corrections)
        again = scripted(Path("talk.txt"), TALK, overlays=overlays)
        self._script = _quickly(self._script, overlays) or again
        assert self._script.effective == again.effective
        found = self._cache.find(self._file, overlays)
        assert found is None or (found.effective, found.edits) == (again.effective, again.edits)
        assert self._script.reading.text == again.reading.text
        for script in (self._script, again):
            _agrees_with_itself(script)

    def teardown(self) -> None:
        if hasattr(self, "_past"):
            while self._store.undo() is not None:
                self._past.pop()
            assert self._store.voices(KEY) == NO_VOICES
            assert self._store.corrections(self._episode) == ()
            self._store.close()
            shutil.rmtree(self._folder)

    @property
    def _now(self) -> _State:
        return self._past[-1]

    def _keep(self, correction: Correction) -> None:

        self._made += 1
        show = SHOW if correction.scope is CorrectionScope.SHOW else ""
        key = f"{self._made:03}"
        made = correction._replace(id=key, episode_id=self._episode, show=show)
        self._store.correct([made], name=CORRECT)
        self._did(self._now._replace(corrections=(*self._now.corrections, made)))

    def _did(self, state: _State) -> None:
        self._past.append(state)
        self._future.clear()


def _quickly(script: Script, overlays: Overlays) -> Script | None:
    """As a window does it; None where all has to be set again."""
    voiced = with_voices(script, overlays.voices)
    return with_corrections(voiced, overlays.edits(voiced.spoken)) if voiced is not None else None


def _agrees_with_itself(script: Script) -> None:
    """Places, what is found, what is copied, and the words of the file."""
    reading = script.reading
    for said, shown in zip(TALK.cues, script.effective.cues, strict=True):
        if shown.kind is said.kind:
            assert file_text(shown) == said.text
        for start, end in reading.ranges(shown.index):
            place = reading.place_at(start)
            assert place is not None and place.cue == shown.index
            assert reading.position_of(place) == start
            assert reading.text[start:end] == shown.text[place.offset :][: end - start]
    paragraphs = [k for k in range(reading.block_count) if not reading.is_voice(k)]
    words = " ".join(reading.text[slice(*reading.block_span(k))] for k in paragraphs).split()
    assert quoting.plain(reading, 0, len(reading)).split() == words
    spoken = [cue for cue in script.effective.cues if cue.kind is not CueKind.BLANK]
    assert "".join(words) == "".join(SpokenText(Transcript(tuple(spoken))).text.split())
    for word in dict.fromkeys(words):
        for span in SearchText(reading.text).occurrences(word):
            selector = selector_at(script, span)
            if selector is not None and selector.position is not None:
                back = reading_span(script, selector.position)
                assert back is None or (back[0] <= span[0] and span[1] <= back[1])


Listening.TestCase.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
TestListening = Listening.TestCase
