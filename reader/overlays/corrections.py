"""Corrections laid over a transcript: the listener's words in place of the file's.

Words are looked for in the file's own text alone, never in what was put there, so that "a" for
"aa" ends. Where two corrections want the same words, the later of those made at just these words
comes first, then those of the episode, then those of the show; longer words before shorter ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from reader.annotation import CONTEXT, Selector
from reader.correction import Correction, CorrectionScope
from reader.transcript.file_offsets import shown_offset
from reader.transcript.model import Corrected, Cue, CueKind, Edits, Transcript, Word, WordEdit
from reader.transcript.spoken_text import SpokenText
from reader.transcript.word_timing import spread
from reader.transcript.writing import is_unspaced

Span = tuple[int, int]
Part = tuple[int, int, int]
"""A cue, and the first and the last of some of its characters."""

_FEW = 4  # phrases, up to which a text is searched through for each
_RANK = {CorrectionScope.EPISODE: 0, CorrectionScope.SHOW: 1}


def corrected(
    transcript: Transcript, corrections: Sequence[Correction], spoken: SpokenText | None = None
) -> Transcript:
    """The transcript in the listener's words; `spoken` is its text, where that is known already."""
    if not corrections:
        return transcript
    return with_edits(transcript, edits_of(spoken or SpokenText(transcript), corrections))


def edits_of(spoken: SpokenText, corrections: Sequence[Correction]) -> Edits:
    """What corrections change in the text of a file; those whose words it does not have wait."""
    found: dict[int, list[WordEdit]] = defaultdict(list)
    for start, end, correction, parts in _placed(spoken, corrections):
        said = spoken.text[start:end]
        text = in_case_of(said, correction)
        if text == said:
            continue
        if len(parts) == 1:
            cue, first, last = parts[0]
            found[cue].append(WordEdit(first, last, text, correction.id))
            continue
        for part, edit in zip(parts, edits_at(spoken, parts, text, correction.id), strict=True):
            found[part[0]].append(edit)
    return {cue: tuple(sorted(edits)) for cue, edits in sorted(found.items())}


def edits_with(
    spoken: SpokenText, edits: Edits, correction: Correction, instead_of: Collection[str] = ()
) -> Edits | None:
    """Edits with one more correction, made at its words, and without those with some ids.

    None where another one reaches from these words to other lines: then all is asked again.
    """
    position = correction.selector.position
    parts = parts_of(spoken, position) if position is not None else []
    found = _without(edits, instead_of)
    for cue, start, end in parts:
        met = [each for each in found.get(cue, ()) if each.start < end and each.end > start]
        if any(_reaches_on(found, cue, each.correction) for each in met):
            return None
        found[cue] = tuple(each for each in found.get(cue, ()) if each not in met)
    if not correction.is_as_said:
        made = edits_at(spoken, parts, correction.replacement, correction.id)
        for (cue, *_), edit in zip(parts, made, strict=True):
            found[cue] = tuple(sorted((*found[cue], edit)))
    return {cue: each for cue, each in found.items() if each}


def _without(edits: Edits, gone: Collection[str]) -> dict[int, tuple[WordEdit, ...]]:
    if not gone:
        return dict(edits)
    return {
        cue: tuple(each for each in found if each.correction not in gone)
        for cue, found in edits.items()
    }


def _reaches_on(edits: Edits, cue: int, correction: str) -> bool:
    around = (*edits.get(cue - 1, ()), *edits.get(cue + 1, ()))
    return any(each.correction == correction for each in around)


class Placed(NamedTuple):
    """Where a correction holds: [start, end) of the file's spoken text, and the parts of cues."""

    start: int
    end: int
    correction: Correction
    parts: Sequence[Part]


def places_of(spoken: SpokenText, corrections: Sequence[Correction]) -> list[Placed]:
    """Where each holds in the text of a file, in order; of two at one place the first in rank."""
    return sorted((Placed(*each) for each in _placed(spoken, corrections)), key=itemgetter(0))


def _placed(
    spoken: SpokenText, corrections: Sequence[Correction]
) -> Iterator[tuple[int, int, Correction, Sequence[Part]]]:
    """The same in order of rank: of a place that is taken there is no other."""
    taken = bytearray(len(spoken))
    for start, end, correction in _wanted(spoken, corrections):
        if taken.find(1, start, end) < 0 and (parts := parts_of(spoken, (start, end))):
            taken[start:end] = b"\1" * (end - start)
            yield start, end, correction, parts


def _wanted(
    spoken: SpokenText, corrections: Sequence[Correction]
) -> Iterator[tuple[int, int, Correction]]:
    """Where the words of each stand, those that come first in rank before others."""
    latest_first = corrections[::-1]
    for each in latest_first:
        position = each.selector.position
        if each.scope is CorrectionScope.WORDS and position and stands(spoken, each.selector):
            yield *position, each
    rules = [each for each in latest_first if each.scope is not CorrectionScope.WORDS]
    index = PhraseIndex(spoken.text)
    for each in sorted(rules, key=_rank):
        for start, end in index.spans(each.words):
            yield start, end, each


def stands(spoken: SpokenText, selector: Selector) -> bool:
    """Whether the words and their context stand just where a selector says."""
    if selector.position is None:
        return False
    text, (start, end), (exact, prefix, suffix) = spoken.text, selector.position, selector.quote
    first, last = start - len(prefix), end + len(suffix)
    is_whole_before = first == 0 or (first > 0 and len(prefix) == CONTEXT)
    is_whole_after = last == len(text) or len(suffix) == CONTEXT
    is_long_enough = last - first == len(prefix) + len(exact) + len(suffix)
    return (
        is_whole_before
        and is_whole_after
        and is_long_enough
        and text.startswith(f"{prefix}{exact}{suffix}", first)
    )


def hits(spoken: SpokenText, words: str) -> list[Span]:
    """Where words stand in a text, whole and in any case, said by one voice."""
    return [span for span in PhraseIndex(spoken.text).spans(words) if parts_of(spoken, span)]


class PhraseIndex:
    """The words of a text by their letters, to look up many phrases in it; for a few, none of
    that is made."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0

    def spans(self, words: str) -> Iterator[Span]:
        """Where a phrase stands as whole words, in any case."""
        first = _WORD.match(words)
        if first is None or any(map(is_unspaced, words)):
            yield from (found.span() for found in _pattern(words).finditer(self._text))
            return
        phrase, length, end = words.casefold(), len(words), 0
        for start in self._starts_of(first[0]):
            after = start + length
            if start >= end and self._is_phrase(phrase, start, after):
                end = after
                yield start, after

    def _starts_of(self, word: str) -> Sequence[int]:
        self._asked += 1
        if self._asked > _FEW or not word.isascii():
            return self._starts.get(word.casefold(), ())
        return [found.start() for found in _pattern(word).finditer(self._text)]

    def _is_phrase(self, phrase: str, start: int, after: int) -> bool:
        is_whole = not (_is_letter(phrase[-1]) and _is_letter(self._text[after : after + 1]))
        return is_whole and self._text[start:after].casefold() == phrase

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for word in _WORD.finditer(self._text):
            found[word[0].casefold()].append(word.start())
        return found


def in_case_of(said: str, correction: Correction) -> str:
    """The replacement in the case of what is said there: "LLAMA" stays upper.

    Small letters are not forced on a name, but a sentence that begins with it keeps its capital.
    """
    words, text = correction.words, correction.replacement
    if said == words or correction.scope is CorrectionScope.WORDS:
        return text
    if said.isupper() and not words.isupper() and sum(map(str.isalpha, said)) > 1:
        return text.upper()
    if said[:1].isupper() and words[:1].islower():
        return text[:1].upper() + text[1:]
    return text


def parts_of(spoken: SpokenText, span: Span) -> list[Part]:
    """The parts of cues that a span is; none where several voices say it, or nobody."""
    start, end = span
    if start >= end:
        return []
    found_in_one = spoken.part_at(start, end)
    if found_in_one is not None:
        return [found_in_one]
    piece = spoken.piece_at(start)
    found: dict[int, Part] = {}
    for each in spoken.pieces(start, end):
        first = each.offset + max(0, start - each.start)
        last = each.offset + min(each.end, end) - each.start
        if first < last:
            first = found.get(each.cue, (0, first))[1]
            found[each.cue] = each.cue, first, last
        if each.turn != piece.turn or _turns_within(spoken, each.cue, first, last):
            return []
    return list(found.values())


def _turns_within(spoken: SpokenText, cue: int, start: int, end: int) -> bool:
    """Whether somebody else, or the same one again, begins to speak among some characters."""
    voices = spoken.transcript.cues[cue].voices
    return any(start < change.offset < end for change in voices)


def edits_at(
    spoken: SpokenText, parts: Sequence[Part], text: str, correction: str
) -> list[WordEdit]:
    """The edits that put a text in the place of these parts, one for each.

    Words of the text go to the lines where those of the file were; a line may be left without.
    """
    if len(parts) == 1:
        _, start, end = parts[0]
        return [WordEdit(start, end, text, correction)]
    shared = zip(parts, _shares(spoken, parts, text), strict=True)
    places = ((part if share else _with_blanks(spoken, part), share) for part, share in shared)
    return [WordEdit(start, end, share, correction) for (_, start, end), share in places]


def with_edits(transcript: Transcript, edits: Edits) -> Transcript:
    """The transcript with all edits made; a cue that is left without words is folded away."""
    if not edits:
        return transcript
    cues = list(transcript.cues)
    for number in sorted(edits):
        cues[number] = corrected_cue(cues[number], edits[number])
        if not cues[number].text.strip():
            _fold(cues, number)
    return replace(transcript, cues=tuple(cues))


def corrected_cue(cue: Cue, edits: Sequence[WordEdit]) -> Cue:
    """One cue of the file with edits made: its voices and its words' times move along."""
    if len(edits) == 1 and not cue.voices and not cue.words:
        ((start, end, text, correction),) = edits
        said = cue.text
        words = Corrected(start, len(text), said[start:end], correction)
        return cue.with_text(f"{said[:start]}{text}{said[end:]}", (words,))
    parts: list[str] = []
    found: list[Corrected] = []
    position = length = 0
    for start, end, text, correction in edits:
        length += start - position
        parts += [cue.text[position:start], text]
        found.append(Corrected(length, len(text), cue.text[start:end], correction))
        position, length = end, length + len(text)
    parts.append(cue.text[position:])
    changed = cue.with_text("".join(parts), tuple(found))
    if not (cue.voices or cue.words):
        return changed
    voices = (each._replace(offset=shown_offset(changed, each.offset)) for each in cue.voices)
    return changed._replace(voices=tuple(voices), words=tuple(_moved_words(cue, changed)))


_WORD = re.compile(r"\w+")


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """`words` as whole words; blanks are as the spoken text has them, single."""
    before = "" if is_unspaced(words[:1]) else r"(?<!\w)"
    after = "" if is_unspaced(words[-1:]) else r"(?!\w)"
    pattern = before + re.escape(" ".join(words.split())) + after
    return re.compile(pattern, re.IGNORECASE)


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _rank(correction: Correction) -> tuple[int, int]:
    return _RANK[correction.scope], -len(correction.words)


def _shares(spoken: SpokenText, parts: Sequence[Part], text: str) -> list[str]:
    """Which words of a text go to which line: as many as it had, or in proportion."""
    cues, words = spoken.transcript.cues, text.split()
    said = [cues[cue].text[start:end] for cue, start, end in parts]
    counts = [len(each.split()) for each in said]
    if sum(counts) == len(words):
        ends = list(accumulate(counts))
    else:
        lengths = list(accumulate(map(len, said)))
        ends = [round(len(words) * each / lengths[-1]) for each in lengths]
        ends = [max(min(k + 1, len(words)), end) for k, end in enumerate(ends)]
    starts = [0, *ends]
    shares = [words[a:b] for a, b in zip(starts, ends, strict=False)]
    if not shares[-1] and _goes_on_after(cues, parts[-1]):
        _move_to_last(shares, is_first_bound=_goes_on_before(cues, parts[0]))
    return [" ".join(share) for share in shares]


def _move_to_last(shares: list[list[str]], *, is_first_bound: bool) -> None:
    """A word for the line in which a comma or a full stop follows: it must not begin with that."""
    last = max(k for k, share in enumerate(shares) if share)
    if last or len(shares[0]) > 1 or not is_first_bound:
        shares[-1].append(shares[last].pop())


def _goes_on_after(cues: Sequence[Cue], part: Part) -> bool:
    number, _, end = part
    return bool(cues[number].text[end : end + 1].strip())


def _goes_on_before(cues: Sequence[Cue], part: Part) -> bool:
    number, start, _ = part
    return start > 0 and bool(cues[number].text[start - 1].strip())


def _with_blanks(spoken: SpokenText, part: Part) -> Part:
    """Some words with the blank that parts them from others of the same voice."""
    number, start, end = part
    cue = spoken.transcript.cues[number]
    text = cue.text
    opens = (change.offset - change.mark for change in cue.voices)
    limit = min((opening for opening in opens if opening >= end), default=len(text))
    while end < limit and text[end].isspace():
        end += 1
    begun = max((each.offset for each in cue.voices if each.offset <= start), default=0)
    while end == len(text) and start > begun and text[start - 1].isspace():
        start -= 1
    return number, start, end


def _fold(cues: list[Cue], number: int) -> None:
    """A cue without words: the one before, where its words are now, lasts as long as both."""
    gone, before = cues[number], cues[number - 1] if number else None
    if before is not None and before.start is not None and gone.end is not None:
        cues[number - 1] = before.ending_at(max(before.end or before.start, gone.end))
    cues[number] = gone._replace(
        start=None, end=None, text="", voices=(), words=(), kind=CueKind.BLANK
    )


def _moved_words(cue: Cue, changed: Cue) -> Iterator[Word]:
    """The words of a cue in its new text; the time of those replaced is spread over the new."""
    for start, end, words, is_replaced in _groups(cue.words, list(_replaced(changed))):
        if not is_replaced:
            yield from (word._replace(offset=shown_offset(changed, word.offset)) for word in words)
        elif words:
            first = shown_offset(changed, start)
            text = changed.text[first : shown_offset(changed, end, is_end=True)]
            times = min(word.start for word in words), max(word.end for word in words)
            yield from (word._replace(offset=word.offset + first) for word in spread(text, *times))


def _groups(
    words: Sequence[Word], replaced: Sequence[Span]
) -> Iterator[tuple[int, int, list[Word], bool]]:
    """Words that overlap one another or the same replaced characters, with where they are."""
    spans: list[tuple[int, int, Word | None]] = [(start, end, None) for start, end in replaced]
    spans += [(word.offset, word.offset + word.length, word) for word in words]
    spans.sort(key=lambda each: each[:2])
    group: list[Word | None] = []
    first = last = 0
    for start, end, word in spans:
        if group and start >= last:
            yield first, last, [each for each in group if each], None in group
            group = []
        first, last = (first, max(last, end)) if group else (start, end)
        group.append(word)
    if group:
        yield first, last, [each for each in group if each], None in group


def _replaced(changed: Cue) -> Iterator[Span]:
    """Where the words that were replaced stand in the file."""
    shift = 0
    for each in changed.corrected:
        start = each.offset + shift
        yield start, start + len(each.said)
        shift += len(each.said) - each.length
