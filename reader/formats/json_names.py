"""What the names in a JSON file hint at: never proof, evidence beside the values."""

from __future__ import annotations

import re
from functools import lru_cache

_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_]+")
_RUN_TOGETHER = re.compile(
    r"(?:start|begin|end|stop|time|stamp|code|offset|duration|dur|msec|millis|ms|seconds|sec|ticks"
    r"|speaker|user|name|label|id|word|text|transcript|in)++"
)
_LONGEST_NAME = 60

STARTS = frozenset("start starts started begin begins beginning from onset".split())
WEAK_STARTS = frozenset(
    "offset offsets ts time times timestamp timestamps timecode t at position moment in since"
    " seconds ms appears spoken".split()
)
ENDS = frozenset("end ends ended stop stops to until till finish out".split())
LENGTHS = frozenset("duration durations dur length lasts long d".split())
NO_TIMES = frozenset(
    "id ids index idx seek count number num size width height confidence conf score probability"
    " prob logprob char chars character characters channel speaker version temperature ratio"
    " created updated modified edited uploaded date seq sequence order rank page level total"
    " frame frames sample samples byte bytes no avg noise snr color".split()
)
COARSE = frozenset("text label formatted simple display string str human readable hms".split())

TEXTS: dict[str, float] = {
    "punctuated": 8,
    "punct": 5.5,
    **dict.fromkeys(("text", "transcript", "transcription", "utf8", "utterance", "sentence"), 6),
    **dict.fromkeys(("caption", "display", "subtitle", "body", "content", "dialogue"), 5.5),
    **dict.fromkeys(
        ("dialog", "phrase", "speech", "said", "spoken", "lyric", "lyrics", "words", "word"), 5
    ),
    **dict.fromkeys(("value", "message", "segment", "line", "quote", "cue", "term", "token"), 4),
    **dict.fromkeys(("itn", "lexical", "raw", "masked", "normalized", "html", "original"), 2),
    "name": 1,
}
NO_TEXTS = frozenset(
    "id ids uid uuid lang language locale url uri href link type status kind speaker voice color"
    " model time timestamp date start end created updated version format code file filename path"
    " sentiment participant email hash key state nature label tag channel eventtype".split()
)
LESSER = frozenset("translation translated translations lexical itn masked raw original".split())
SPELLINGS = frozenset("lexical itn masked raw normalized".split())
"""What has such a name holds the same words in another spelling."""

SPEAKERS = frozenset(
    "speaker speakers voice voices participant participants people attendees talker person actor"
    " who by author narrator user role character agent spk presenter".split()
)
NAMES = frozenset("name names display label full title nickname".split())
NUMBERS = frozenset("id ids uid uuid tag index idx number num key spkid".split())
NO_SPEAKERS = frozenset(
    "confidence conf score count change email color url avatar edited request session".split()
)
CHANCES = frozenset("confidence conf probability prob score p chance likelihood".split())
WORD_LISTS = frozenset(
    "word words token tokens element elements item items syllable syllables term terms segs"
    " alignment timestamps pieces terminals".split()
)
GLUED_LISTS = frozenset(("segs",))
"""What is listed under such a name brings its own blanks, as YouTube's pieces do."""
CUE_LISTS = frozenset(
    "segment segments utterances cues captions sentences paragraphs entries lines transcript"
    " transcripts transcription phrases chunks subtitles monologues body section sections"
    " messages turns".split()
)
LETTER_LISTS = frozenset("char chars character characters phone phones phonemes".split())
READINGS = frozenset("alternatives nbest hypotheses candidates".split())
"""A list called so holds several readings of the same words; the first is the best."""

ASIDES = frozenset(
    "chapter chapters summary summaries highlights topic topics entities keywords sentiment"
    " sentiments iab translation translations toc intents safety gist headline marks"
    " bookmarks questions tasks".split()
)
"""What stands under such a name is said about the recording, and is not the transcript."""

UNITS = {
    **dict.fromkeys(("ms", "msec", "msecs", "millis", "millisecond", "milliseconds"), 1.0),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1000.0),
    **dict.fromkeys(("us", "usec", "micros", "microseconds"), 1e-3),
    **dict.fromkeys(("tick", "ticks"), 1e-4),
    **dict.fromkeys(("ns", "nsec", "nanos", "nanoseconds"), 1e-6),
    **dict.fromkeys(("minutes", "mins"), 60_000.0),
}
"""Milliseconds in one of a unit that a name gives."""


@lru_cache(maxsize=4096)
def parts(name: str) -> frozenset[str]:
    """The words of a name, in lower case: `tStartMs` is t, start and ms."""
    found: set[str] = set()
    for part in _PART.findall(name[:_LONGEST_NAME]):
        word = part.lower()
        found.add(word)
        if word not in WEAK_STARTS and len(word) > 4 and _RUN_TOGETHER.fullmatch(word):
            found.update(_split(word))
    if {"utf", "8"} <= found:
        found.add("utf8")
    if name[:6].lower() == "n_best" or name.lower() == "nbest":
        found.add("nbest")
    return frozenset(found)


def _split(word: str) -> list[str]:
    pieces = re.findall(_RUN_TOGETHER.pattern.removesuffix("++"), word)
    return [piece for piece in pieces if piece != word] or [word]


@lru_cache(maxsize=4096)
def unit(name: str) -> float | None:
    """Milliseconds in one of the unit that the name gives, or None."""
    words = [part.lower() for part in _PART.findall(name[:_LONGEST_NAME])]
    last = words[-1] if words else ""
    if len(words) > 1 and last in UNITS:
        return UNITS[last]
    known = [UNITS[word] for word in words if word in UNITS and len(word) > 1]
    if (known and len(words) > 1) or last in ("milliseconds", "ticks", "millis"):
        return known[0] if known else None
    return 1.0 if re.fullmatch(r"(?:start|begin|end|offset|dur|duration|time)ms", last) else None
