"""What is kept of one episode at a moment: found again, and what would become of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.annotation import Selector
from reader.notes.kept import Kept, KeptText, QuotedPassage, Resized, Span, joined


@dataclass(frozen=True)
class EpisodeNotes:
    """All that is kept, in order of time, and the words it lies in; None without a text."""

    kept: tuple[Kept, ...] = ()
    text: KeptText | None = None

    # What there is

    def find(self, annotation_id: str) -> Kept | None:
        """The annotation with this id."""
        place = self._places.get(annotation_id)
        return None if place is None else self.kept[place]

    def touching(self, position: int) -> tuple[Kept, ...]:
        """What is kept of a character of the reading text."""
        return tuple(each for each in self.kept if _holds(each.span, position))

    def with_selector(self, selector: Selector) -> Kept | None:
        """What is kept of just this."""
        return next((each for each in self.kept if each.annotation.selector == selector), None)

    def of_span(self, span: Span) -> Kept | None:
        """What is kept of just these words of the reading text."""
        passage = self.quoted(span)
        wanted = passage and (passage.selector.position, passage.selector.quote.exact)
        selectors = ((each, each.annotation.selector) for each in self.kept)
        return next(
            (each for each, has in selectors if wanted == (has.position, has.quote.exact)), None
        )

    # What would be kept

    def heard_at(self, time: int, lead: int) -> QuotedPassage:
        """The sentence heard `lead` ms before `time`; without a text, the moment."""
        moment = max(0, time - lead)
        heard = self.text.heard_at(time, lead) if self.text else None
        return heard or QuotedPassage(Selector((moment, moment)))

    def begun_at(self, time: int) -> QuotedPassage | None:
        """The sentence that is being said at `time`; None where there is none."""
        return self.text.heard_at(time, 0) if self.text else None

    def quoted(self, span: Span) -> QuotedPassage | None:
        """What a span of the reading text says; None where nothing is said in it."""
        return self.text.quoted(span) if self.text is not None else None

    def resized(self, annotation_id: str, resized: Resized) -> QuotedPassage | None:
        """What it would say, grown or shrunk by a sentence; None where it can't be."""
        span = self._span_of(annotation_id)
        return self.text.resized(span, resized) if self.text and span else None

    def parted(self, annotation_id: str, position: int | None) -> list[QuotedPassage]:
        """Its two parts, before the word at a `position` of the reading text that lies in it,
        else after its first sentence; empty where it has none."""
        span = self._span_of(annotation_id)
        return self.text.parted(span, position) if self.text and span else []

    def to_merge(self, annotation_ids: Sequence[str]) -> list[Kept]:
        """Those of these ids that there are; to one, the one after it is added."""
        found = [each for each in map(self.find, annotation_ids) if each is not None]
        if len(found) == 1:
            following = self._places[found[0].annotation.id] + 1
            found += self.kept[following : following + 1]
        return found

    def merged(self, found: Sequence[Kept]) -> Selector:
        """One selector for several: from where the first begins to where the last ends."""
        spans = [each.span for each in found if each.span is not None]
        if len(spans) == len(found):
            passage = self.quoted((min(start for start, _ in spans), max(end for _, end in spans)))
            if passage is not None:
                return passage.selector
        return joined([each.annotation.selector for each in found])

    def in_the_words_of_the_text(self) -> dict[str, Selector]:
        """Selectors, by id, for all that the text says in other words."""
        return {
            each.annotation.id: passage.selector
            for each in self.kept
            if each.is_reworded and each.span and (passage := self.quoted(each.span))
        }

    def voices_of_the_text(self) -> dict[str, str]:
        """The voices, by id, of all that the text lets another one say, or that name none."""
        found = {
            each.annotation.id: (each.annotation.voice, self.text.voice_of(each.span))
            for each in self.kept
            if self.text and each.span
        }
        return {key: now for key, (before, now) in found.items() if now and now != before}

    # Its own work

    @cached_property
    def _places(self) -> dict[str, int]:
        return {each.annotation.id: k for k, each in enumerate(self.kept)}

    def _span_of(self, annotation_id: str) -> Span | None:
        found = self.find(annotation_id)
        return found.span if found else None


def _holds(span: Span | None, position: int) -> bool:
    return span is not None and span[0] <= position < max(span[1], span[0] + 1)
