"""Annotations with their places in the open text, and where new ones would lie in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from reader.annotation import Annotation, Selector, TextQuote
from reader.notes.anchoring import Anchor, anchor, selector_for
from reader.notes.sentences import Sentences
from reader.transcript.file_offsets import as_said, file_offset, shown_offset
from reader.transcript.reading_text import Place
from reader.transcript.script import Script
from reader.transcript.spans import trimmed
from reader.transcript.spoken_text import SpokenText

Span = tuple[int, int]
Resized = Callable[[Sentences, Span], Span]

_GAP = " … "  # between two quotes that were made one without a text


class Kept(NamedTuple):
    """An annotation with its place in the reading text; None where it was not found again.

    One whose words were not found is unplaced; then `guess` is the best place known. A reworded
    one has a place that says it in other words. An unsaved one is in memory alone, since the
    library does not take it now.
    """

    annotation: Annotation
    span: Span | None
    guess: Span | None = None
    is_unplaced: bool = False
    is_reworded: bool = False
    is_unsaved: bool = False


class QuotedPassage(NamedTuple):
    """What a passage says: how it is found again, and the voice that begins it."""

    selector: Selector
    voice: str = ""


class KeptText:
    """The words of a script: where annotations lie in it, and selectors for spans of it.

    Spans are of the reading text. What was anchored once is not looked for again.
    """

    def __init__(self, script: Script) -> None:
        self.script = script
        self._spoken = SpokenText(script.transcript)
        said = as_said(script.transcript)
        self._said = self._spoken if said is script.transcript else SpokenText(said)
        self._anchors: dict[Selector, Anchor] = {}

    @cached_property
    def sentences(self) -> Sentences:
        """All sentences of the script."""
        return Sentences(self._spoken)

    def prepare(self) -> KeptText:
        """Itself, with all that takes time done."""
        assert self.sentences is not None
        assert self.script.spoken.text is not None
        return self

    # Annotations to places

    def placed(self, annotations: Sequence[Annotation]) -> tuple[Kept, ...]:
        """Each with its place."""
        unknown = [each.selector for each in annotations if each.selector not in self._anchors]
        self._anchors.update(zip(unknown, self._anchored(unknown), strict=True))
        return tuple(self._placed(each, self._anchors[each.selector]) for each in annotations)

    def renewed(self, kept: Sequence[Kept]) -> dict[str, Selector]:
        """Selectors for those that say word by word what they quote, elsewhere than they say.

        Words are never put in place of those that were kept: that is for the listener to request.
        """
        found = {
            each.annotation.id: self._renewed(each.annotation.selector)
            for each in kept
            if not each.is_reworded
        }
        return {key: selector for key, selector in found.items() if selector is not None}

    # Places to selectors

    def heard_at(self, time: int, lead: int) -> QuotedPassage | None:
        """The sentence heard `lead` ms before `time`, with its voice."""
        found = self.sentences.sentence_at(time, lead)
        return None if found is None else self._quoted(found)

    def sentence_at(self, position: int) -> Span | None:
        """The sentence that a character of the reading text is in."""
        place = self.script.reading.place_at(position)
        at = self._spoken.position_of(place) if place else None
        return None if at is None else self._reading_span(self.sentences.sentence_span_of(at, at))

    def quoted(self, span: Span) -> QuotedPassage | None:
        """What `span` says, blanks at its ends apart, with its voice; None if it says nothing."""
        spoken = self._spoken_span(span)
        said = trimmed(self._spoken.text, *spoken) if spoken else (0, 0)
        return self._quoted(said) if said[0] < said[1] else None

    def voice_of(self, span: Span) -> str:
        """Who begins to say `span`; empty where nobody knows."""
        spoken = self._spoken_span(span)
        return "" if spoken is None else self._spoken.voice_at(spoken[0])

    def resized(self, span: Span, resized: Resized) -> QuotedPassage | None:
        """What `span` would say, grown or shrunk by a sentence; None where it can't be."""
        spoken = self._spoken_span(span)
        if spoken is None or (other := resized(self.sentences, spoken)) == spoken:
            return None
        return self._quoted(other)

    def parted(self, span: Span, position: int | None) -> list[QuotedPassage]:
        """The two parts of `span`, before the word at `position`, or after its first sentence
        where that is not within it; empty for one that has no parts."""
        whole = self._spoken_span(span)
        if whole is None:
            return []
        cut = self._word_at(position) if position is not None else None
        if cut is None or not whole[0] < cut < whole[1]:
            cut = next((end for _, end in self.sentences if whole[0] < end < whole[1]), None)
        if cut is None:
            return []
        return [self._quoted(self._trimmed(*part)) for part in ((whole[0], cut), (cut, whole[1]))]

    # Its own work

    def _anchored(self, selectors: Sequence[Selector]) -> list[Anchor]:
        """In the text as it is shown, or as the file says where that is surer.

        A quote may be older than a correction of its words: then it is found in the file's.
        """
        ours = [self._by_our_clock(selector) for selector in selectors]
        if self._said is self._spoken:
            return anchor(ours, self._spoken)
        found = anchor([self._by_shown_position(each) for each in ours], self._spoken)
        doubtful = [k for k, each in enumerate(found) if each.span is None or each.score < 1]
        in_file = anchor([ours[k] for k in doubtful], self._said)
        for k, said in zip(doubtful, in_file, strict=True):
            if said.span is not None and (found[k].span is None or said.score > found[k].score):
                found[k] = said._replace(span=self._shown_span(said.span))
        return found

    def _by_shown_position(self, selector: Selector) -> Selector:
        """With its position, which counts in the file's text, in the one that is shown."""
        position = selector.position
        return selector._replace(position=position and self._shown_span(position))

    def _shown_span(self, span: Span) -> Span | None:
        """Where words of the file's text are in the one that is shown."""
        return _moved(span, self._said, self._spoken, shown_offset)

    def _file_span(self, span: Span) -> Span | None:
        """Where the file has words that are shown."""
        return _moved(span, self._spoken, self._said, file_offset)

    def _placed(self, annotation: Annotation, found: Anchor) -> Kept:
        quote = annotation.selector.quote.exact
        span = self._reading_span(found.span)
        if found.span is not None and span is not None:
            is_reworded = bool(quote) and self._spoken.text[slice(*found.span)] != quote
            return Kept(annotation, span, is_reworded=is_reworded)
        if not quote:
            return Kept(annotation, None)
        guess = self._reading_span(self._widened(found.guess))
        return Kept(annotation, None, guess, is_unplaced=True)

    def _widened(self, guess: Span | None) -> Span | None:
        """Where only the moment is known, the sentence that is said then."""
        is_moment = guess is not None and guess[0] == guess[1]
        return self.sentences.sentence_span_of(*guess) if guess and is_moment else guess

    def _renewed(self, old: Selector) -> Selector | None:
        span = self._anchors[old].span
        if span is None or span[0] == span[1]:
            return None
        new = self._selector_for(*span)
        if new.transcript_time is None:
            new = new._replace(time=old.time, transcript_time=old.transcript_time)
        return None if new == old else new

    def _quoted(self, spoken: Span) -> QuotedPassage:
        return QuotedPassage(self._selector_for(*spoken), self._spoken.voice_at(spoken[0]))

    def _selector_for(self, start: int, end: int) -> Selector:
        """With the times of both clocks."""
        found, sync_map = selector_for(self._spoken, start, end), self.script.sync_map
        if self._said is not self._spoken:
            found = found._replace(position=self._file_span((start, end)))
        if not sync_map or found.transcript_time is None:
            return found
        return found._replace(transcript_time=sync_map.span_in_transcript(found.time) or found.time)

    def _by_our_clock(self, selector: Selector) -> Selector:
        """The transcript's times as the words of the script have them: the recording's."""
        sync_map = self.script.sync_map
        if not sync_map or selector.transcript_time is None:
            return selector
        return selector._replace(
            transcript_time=sync_map.nearest_in_recording(selector.transcript_time)
        )

    def _word_at(self, position: int) -> int | None:
        """The start of the word at a position of the reading text, in the spoken text."""
        place = self.script.reading.place_at(position)
        at = place and self._spoken.position_of(place)
        return None if at is None else self._spoken.text.rfind(" ", 0, at) + 1

    def _trimmed(self, start: int, end: int) -> Span:
        text = self._spoken.text[start:end]
        return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())

    def _spoken_span(self, span: Span) -> Span | None:
        reading = self.script.reading
        touched = reading.cues_between(*span)
        if not touched:
            return None
        start = max(span[0], reading.ranges(touched[0])[0][0])
        first, last = reading.place_at(start), reading.place_at(span[1] - 1)
        begin = self._spoken.position_of(first) if first else None
        finish = self._spoken.position_of(last) if last else None
        return None if begin is None or finish is None else (begin, finish + 1)

    def _reading_span(self, span: Span | None) -> Span | None:
        if span is None:
            return None
        places = self._spoken.place_at(span[0]), self._spoken.place_at(max(span[0], span[1] - 1))
        positions = [place and self.script.reading.position_of(place) for place in places]
        first, last = positions
        return None if first is None or last is None else (first, last + 1)


def _moved(
    span: Span, here: SpokenText, there: SpokenText, offset_of: Callable[..., int]
) -> Span | None:
    """A span of one text in another with the same cues, of which corrected words differ."""
    first, last = here.place_at(span[0]), here.place_at(max(span[0], span[1] - 1))
    if first is None or last is None:
        return None
    cues = (there if offset_of is shown_offset else here).transcript.cues
    start = there.position_of(Place(first.cue, offset_of(cues[first.cue], first.offset)))
    end = there.position_of(
        Place(last.cue, offset_of(cues[last.cue], last.offset + 1, is_end=True))
    )
    if start is None or end is None:
        return None
    return trimmed(there.text, start, max(start, end))  # a line may be left without words


def joined(selectors: Sequence[Selector]) -> Selector:
    """One selector for several of a recording without a text: from the first to the last."""
    parts = sorted(selectors, key=lambda each: each.time)
    time = parts[0].time[0], max(each.time[1] for each in parts)
    words = _GAP.join(filter(None, (each.quote.exact for each in parts)))
    return Selector(time, quote=TextQuote(words, parts[0].quote.prefix, parts[-1].quote.suffix))
