"""Copies of a transcript as another recogniser, another cut or another recording would make them.

Every word keeps the number of the word that it was, so that the truth is known. All is made from
a seed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from random import Random
from typing import NamedTuple

from reader.transcript.model import Cue, Transcript
from reader.transcript.spoken_text import SpokenText

CHANGED, MISSING = 0.10, 0.20  # of all words
ADS, AD_LENGTH = 4, 60_000  # ms
_HEARD = dict(
    pair.split("/")
    for pair in (
        "their/there there/they're to/two too/to for/four your/you're you're/your it's/its "
        "know/no no/know right/write write/right here/hear hear/here then/than than/then "
        "gonna/going and/an an/and in/and of/off we're/were were/where where/were data/date "
        "this/these these/this is/as as/is that/the the/a a/the think/thing so/sow one/won "
        "would/wood some/sum which/witch see/sea new/knew by/buy open/opened model/models "
        "models/model GPU/gpus AI/eye because/cause kind/kinda weights/waits need/knead"
    ).split()
)
_FILLERS = "um uh like you know so well actually the a that and I mean just really".split()
_AD = (
    "This episode is brought to you by Northlight, the calm way to keep your books. You know how "
    "it is at the end of the month. You have so many receipts, and you think, I will do it later. "
    "With Northlight it is done in ten minutes, and it is really easy to use. Right now you can "
    "try it for free for sixty days. Go to northlight dot example and tell them that we sent you. "
    "That is northlight dot example. And now back to the show. If you are hiring, and I think a "
    "lot of you are, you know that it is hard to find the right people. That is why we use "
    "Harbour. It is a new kind of place where people who like what they do meet people who need "
    "them. I mean, it is like magic. So go to harbour dot example and make your first post today."
).split()


class Token(NamedTuple):
    """A word with its times; `source` is its number in the original, None for an added one."""

    text: str
    start: int
    end: int
    source: int | None
    opens_cue: bool = False


class Copy(NamedTuple):
    """A distorted copy, and where each word of the original went."""

    spoken: SpokenText
    spans: dict[int, tuple[int, int]]

    def truth(self, words: range) -> tuple[int, int, float] | None:
        """Where these words of the original are now, and how much of them; None if nowhere."""
        left = [self.spans[word] for word in words if word in self.spans]
        if not left:
            return None
        return left[0][0], left[-1][1], len(left) / len(words)


class Original:
    """A transcript's words, numbered."""

    def __init__(self, spoken: SpokenText) -> None:
        self.spoken = spoken
        self.tokens = list(_tokens(spoken))
        lengths = accumulate((len(token.text) + 1 for token in self.tokens), initial=0)
        self.starts = list(lengths)[:-1]
        assert spoken.text == " ".join(token.text for token in self.tokens)

    def words_in(self, start: int, end: int) -> range:
        """The numbers of the words in [start, end)."""
        return range(bisect_right(self.starts, start) - 1, bisect_left(self.starts, end))

    def span(self, words: range) -> tuple[int, int]:
        """Where these words stand."""
        last = words[-1]
        return self.starts[words[0]], self.starts[last] + len(self.tokens[last].text)


Distortion = Callable[[list[Token], Random], list[Token]]


def changed(tokens: list[Token], random: Random) -> list[Token]:
    """Words misheard (six of ten), left out (two) and put in (two)."""
    vocabulary = [token.text for token in tokens]
    found: list[Token] = []
    for token in tokens:
        chance = random.random() / CHANGED
        if chance < 0.6:
            found.append(token._replace(text=_misheard(token.text, vocabulary, random)))
        elif 0.8 <= chance < 1:
            found += [token, token._replace(text=random.choice(_FILLERS), source=None)]
        elif not 0.6 <= chance < 0.8:
            found.append(token)
    return found


def split_anew(tokens: list[Token], random: Random) -> list[Token]:
    """Other lines, of 2 to 14 words."""
    left, found = 0, []
    for token in tokens:
        found.append(token._replace(opens_cue=left == 0))
        left = random.randint(1, 13) if left == 0 else left - 1
    return found


def with_ads(tokens: list[Token], random: Random) -> list[Token]:
    """Advertisements between lines; all that follows is later by their length."""
    boundaries = [k for k, token in enumerate(tokens) if token.opens_cue]
    at = set(random.sample(boundaries, ADS))
    found: list[Token] = []
    shift = 0
    for k, token in enumerate(tokens):
        if k in at:
            found += _ad(token.start + shift)
            shift += AD_LENGTH
        found.append(token._replace(start=token.start + shift, end=token.end + shift))
    return found


def with_gaps(tokens: list[Token], random: Random) -> list[Token]:
    """Runs of 1 to 8 lines missing."""
    boundaries = [k for k, token in enumerate(tokens) if token.opens_cue] + [len(tokens)]
    gone: set[int] = set()
    while len(gone) < MISSING * len(tokens):
        first = random.randrange(len(boundaries) - 1)
        gone |= set(
            range(
                boundaries[first],
                boundaries[min(first + random.randint(1, 8), len(boundaries) - 1)],
            )
        )
    return [token for k, token in enumerate(tokens) if k not in gone]


def without_marks(tokens: list[Token], _: Random) -> list[Token]:
    """All in small letters, without punctuation."""
    plain = (token._replace(text="".join(filter(_is_said, token.text.lower()))) for token in tokens)
    return [token for token in plain if token.text]


def in_turn(*distortions: Distortion) -> Distortion:
    """One distortion after the other."""

    def distorted(tokens: list[Token], random: Random) -> list[Token]:
        for distort in distortions:
            tokens = distort(tokens, random)
        return tokens

    return distorted


def copy_of(original: Original, distort: Distortion, seed: int) -> Copy:
    """The distorted copy; the same for the same seed."""
    tokens = distort(original.tokens, Random(seed))
    spoken = SpokenText(Transcript(tuple(_cues(tokens))))
    starts = accumulate((len(token.text) + 1 for token in tokens), initial=0)
    spans = {
        token.source: (start, start + len(token.text))
        for token, start in zip(tokens, starts, strict=False)
        if token.source is not None
    }
    assert spoken.text == " ".join(token.text for token in tokens)
    return Copy(spoken, spans)


def _tokens(spoken: SpokenText) -> Iterator[Token]:
    source = 0
    for piece in spoken.pieces():
        position, opens = piece.start, True
        for text in spoken.text[piece.start : piece.end].split():
            times = spoken.times(position, position + len(text)) or (0, 0)
            yield Token(text, *times, source, opens)
            position, opens, source = position + len(text) + 1, False, source + 1


def _misheard(text: str, vocabulary: Sequence[str], random: Random) -> str:
    word = text.strip(".,?!\"'")
    heard = _HEARD.get(word.lower()) if random.random() < 0.6 else None
    if heard is None and random.random() < 0.6 and len(word) > 3:
        at = random.randrange(1, len(word) - 1)
        heard = word[:at] + random.choice("aeioustrnl") + word[at + random.randint(0, 2) :]
    return text.replace(word, heard or random.choice(vocabulary)) if word else text


def _ad(start: int) -> list[Token]:
    step = AD_LENGTH // len(_AD)
    return [
        Token(word, start + k * step, start + (k + 1) * step, None, k % 8 == 0)
        for k, word in enumerate(_AD)
    ]


def _cues(tokens: Sequence[Token]) -> Iterator[Cue]:
    boundaries = [k for k, token in enumerate(tokens) if token.opens_cue or k == 0] + [len(tokens)]
    for index, (first, last) in enumerate(pairwise(boundaries)):
        text = " ".join(token.text for token in tokens[first:last])
        yield Cue(index, tokens[first].start, tokens[last - 1].end, text)


def _is_said(letter: str) -> bool:
    return letter.isalnum() or letter == "'"
