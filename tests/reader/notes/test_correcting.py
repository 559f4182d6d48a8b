"""Corrections and what is kept of the same words: each finds its place in the text of the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.annotation import Annotation, AnnotationKind
from reader.correction import Correction
from reader.notes.correcting import reading_span, renewed, selector_at, waiting
from reader.notes.kept import KeptText
from reader.overlays.overlays import Overlays, scripted, with_corrections
from reader.sync_map import SyncMap, SyncPoint
from reader.transcript.model import Transcript
from reader.transcript.script import ReadingOptions, Script
from reader.transcript.text_sync import TextSync
from tests.reader.corrections import MADE, at, everywhere, talk

TALK = talk("I am joined by my host, Zwickz,", "and Zwickz said", "so there is Lama", "Index now.")


def script_of(*corrections: Correction, said: Transcript = TALK) -> Script:
    return scripted(Path("talk.vtt"), said, overlays=Overlays(corrections=corrections))


def span_of(script: Script, words: str) -> tuple[int, int]:
    start = script.reading.text.index(words)
    return start, start + len(words)


def kept_at(text: KeptText, words: str) -> Annotation:
    passage = text.quoted(span_of(text.script, words))
    assert passage is not None
    return Annotation("a", "e", AnnotationKind.HIGHLIGHT, passage.selector, MADE, MADE, colour=1)


def words_at(text: KeptText, annotation: Annotation) -> str:
    (found,) = text.placed([annotation])
    assert found.span is not None
    return text.script.reading.text[slice(*found.span)]


@pytest.mark.parametrize("words", ["Zwickz", "host, Zwickz,", "Zwickz, and Zwickz", "Lama Index"])
def test_a_highlight_made_before_stays_on_the_words_put_right(words: str) -> None:
    note = kept_at(KeptText(script_of()), words)
    after = KeptText(
        script_of(everywhere("Zwickz", "swyx"), everywhere("Lama Index", "LlamaIndex", key="2"))
    )
    shown = words.replace("Zwickz", "swyx").replace("Lama Index", "LlamaIndex")
    assert words_at(after, note) == shown
    (found,) = after.placed([note])
    assert found.is_reworded


def test_a_highlight_made_after_quotes_what_was_read_and_finds_it_without_the_correction() -> None:
    after = KeptText(script_of(at(TALK, "Zwickz", "swyx")))
    note = kept_at(after, "my host, swyx, and Zwickz said")
    assert note.selector.quote.exact == "my host, swyx, and Zwickz said"
    assert words_at(after, note) == "my host, swyx, and Zwickz said"
    assert words_at(KeptText(script_of()), note) == "my host, Zwickz, and Zwickz said"


def test_what_is_kept_elsewhere_stays_where_it_is_at_once() -> None:
    note = kept_at(KeptText(script_of()), "so there is")
    after = KeptText(script_of(everywhere("Zwickz", "swyx and all of his many friends")))
    (found,) = after.placed([note])
    assert not found.is_reworded and words_at(after, note) == "so there is"
    renewed_at = [each.position for each in after.renewed([found]).values()]
    assert renewed_at in ([], [note.selector.position])


def test_a_correction_is_of_the_files_words_whatever_is_corrected_before_it() -> None:
    plain, other = script_of(), script_of(everywhere("Zwickz", "swyx"))
    assert selector_at(plain, span_of(plain, "Lama")) == selector_at(other, span_of(other, "Lama"))
    selector = selector_at(other, span_of(other, "swy"))
    assert selector is not None and selector.quote.exact == "Zwickz"
    assert selector.position is not None
    shown = reading_span(other, selector.position)
    assert shown == span_of(other, "swyx")


def test_in_lines_joined_to_sentences() -> None:
    options = ReadingOptions(views=frozenset({"sentences"}))
    script = scripted(Path("talk.vtt"), TALK, options)
    selector = selector_at(script, span_of(script, "Lama Index"))
    assert selector == selector_at(script_of(), span_of(script_of(), "Lama Index"))


def test_the_times_of_a_correction_are_those_of_both_clocks() -> None:
    later = SyncMap((SyncPoint(0, 7_000),))
    script = scripted(Path("talk.vtt"), TALK, overlays=Overlays(sync=TextSync(later)))
    selector = selector_at(script, span_of(script, "Lama"))
    assert selector is not None and selector.transcript_time is not None
    assert selector.time[0] == selector.transcript_time[0] + 7_000


def test_nothing_and_the_words_of_two_voices_have_no_selector() -> None:
    script = script_of()
    assert selector_at(script, (0, 0)) is None
    assert selector_at(script, (4, 5)) is None


def test_in_another_transcript_the_same_words_are_found_and_others_wait() -> None:
    one, other = at(TALK, "Zwickz", "swyx"), at(TALK, "Lama Index", "LlamaIndex", "other")
    lines = [
        "Welcome.",
        "Today I am joined by my host, Zwickz, and Zwickz said",
        "llama index now.",
    ]
    script = script_of(one, other, said=talk(*lines))
    assert waiting([one, other], script) == [one, other]
    again = renewed([one, other], script)
    assert list(again) == ["one"]
    moved = one._replace(selector=again["one"])
    assert waiting([moved, other], script) == [other]
    found = script_of(moved, said=talk(*lines))
    assert "my host, swyx, and Zwickz" in found.reading.text


def test_one_correction_changes_its_cues_alone() -> None:
    script = script_of()
    changed = with_corrections(script, script_of(at(TALK, "Lama Index", "Llama Index")).edits)
    assert changed is not None
    assert changed.reading.text == script.reading.text.replace("Lama Index", "Llama Index")
    assert changed.effective.cues[0] is script.effective.cues[0]
    assert changed.timeline is script.timeline


def test_where_a_reader_left_off_counts_in_the_files_own_text() -> None:
    plain, other = script_of(), script_of(everywhere("Zwickz", "swyx and friends"))
    for words in ("I am", "said", "Lama", "now"):
        start, _ = span_of(other, words)
        assert other.position_in_file(start) == span_of(plain, words)[0]
    inside, _ = span_of(other, "friends")
    assert other.position_in_file(inside) == span_of(plain, "Zwickz")[0]
