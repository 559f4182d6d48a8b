"""Where the segments and words lie in the JSON that recognisers, podcasts and players write.

Every shape is brought to `Segment`s: Podcasting 2.0, Whisper and its kin (segments, chunks, a bare
list), whisper.cpp (transcription), AssemblyAI and Deepgram (utterances), Rev (monologues), AWS,
Google and Vosk (results), YouTube (events), and lists of words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from reader.formats.times import STAMP, milliseconds
from reader.formats.word_pieces import Piece, is_token, joined

_LISTS = (
    "segments", "transcription", "utterances", "chunks", "monologues", "events", "cues", "captions",
    "subtitles", "sentences", "paragraphs", "transcript", "transcripts", "results", "result",
    "items", "word_segments", "words", "data", "body", "channels", "alternatives",
)  # fmt: skip
_STARTS = ("start", "startTime", "start_time", "begin", "ts", "from", "startMs", "tStartMs",
           "start_ms", "offset", "time")  # fmt: skip
_ENDS = ("end", "endTime", "end_time", "end_ts", "to", "endMs", "end_ms")
_LENGTHS = ("duration", "dur", "dDurationMs", "durationMs")
_TEXTS = ("punctuated_word", "text", "body", "transcript", "content", "sentence", "caption",
          "utf8", "word", "value", "display_text")  # fmt: skip
_SPEAKERS = ("speaker", "speaker_label", "speakerLabel", "speaker_id", "speaker_name",
             "speakerName", "speakerTag", "voice", "name")  # fmt: skip
_CHANCES = ("probability", "prob", "score", "confidence", "conf", "p")
_WORDS = ("words", "tokens", "elements", "items", "segs")
_STAMP = re.compile(STAMP)
_SECONDS = re.compile(r"\s*(-?\d{1,12}(?:\.\d{0,12})?)\s*+(s|sec|ms)?\s*")
_SENTENCE_END = re.compile(r"[.?!…。！？]['\"”’)\]]*$")
_LONGEST = 240  # characters of a cue made from single words
_PAUSE = 1_500
_FURTHEST = 10**12
_DEEPEST = 6


class Segment(NamedTuple):
    """What becomes a cue; `row` counts the rows of the list it comes from."""

    row: int
    start: int | None
    end: int | None
    text: str
    speaker: str = ""
    words: tuple[Piece, ...] = ()
    raw: str = ""
    fault: str = ""
    has_time: bool = False


class Found(NamedTuple):
    """A list of segments (or of words, to be made segments) and the key it stands under."""

    key: str
    rows: list[Any]


def found_in(document: Any, depth: int = 0) -> Found | None:
    """The list that holds the transcript: the first known key whose rows tell a text."""
    if isinstance(document, list):
        return Found("", document) if _is_told(document) else _first(document, depth)
    if not isinstance(document, dict) or depth > _DEEPEST:
        return None
    for key in _LISTS:
        value = document.get(key)
        if isinstance(value, list) and _is_told(value):
            return Found(key, value)
        if isinstance(value, (dict, list)) and (inner := found_in(value, depth + 1)):
            return inner
    return None


def _first(rows: list[Any], depth: int) -> Found | None:
    """Deepgram's channels and Google's alternatives: lists of objects that hold lists."""
    found = (found_in(row, depth + 1) for row in rows[:8] if isinstance(row, dict))
    return next(filter(None, found), None)


def _is_told(rows: list[Any]) -> bool:
    """Whether the first rows hold texts: of their own, or in words."""
    some = [row for row in rows[:50] if isinstance(row, dict)]
    return any(_text(row) or _pieces_of(row) for row in some) and any(map(_has_time, some))


def _has_time(row: dict[str, Any]) -> bool:
    own = any(key in row for key in (*_STARTS, "offsets", "timestamps", "timestamp"))
    return own or bool(_pieces_of(row)) or "speaker" in row


def segments(found: Found, document: Any) -> Iterator[Segment]:
    """The segments in order; single words are joined to sentences."""
    scale = 1 if _is_in_milliseconds(found.rows) else 1000
    if _are_words(found):
        voices = _aws_voices(document, scale)
        pieces = [_piece(row, scale) for row in found.rows if isinstance(row, dict)]
        yield from _sentences(0, [_voiced(piece, voices) for piece in pieces])
        return
    others = _loose_words(document, found.key, scale)
    for number, row in enumerate(found.rows):
        yield from _row(number, row, scale, others)


def _row(number: int, row: Any, scale: int, others: list[Piece]) -> Iterator[Segment]:
    if not isinstance(row, dict):
        if row not in (None, "", [], {}):
            yield Segment(number, None, None, "", fault="no segment")
        return
    start, end = _span(row, scale)
    words = tuple(_piece(word, scale, start or 0) for word in _pieces_of(row))
    text, speaker = _text(row), _speaker(row)
    if words and (start is None or (not text and sum(len(w.text) for w in words) > _LONGEST)):
        voiced = [word if word.speaker else word._replace(speaker=speaker) for word in words]
        yield from _sentences(number, voiced)
        return
    text = text or joined(words)
    if not text.strip() and not _is_expected_empty(row):
        yield Segment(number, start, end, "", fault="no text in this segment")
        return
    if not words and others and start is not None and end is not None:
        words = tuple(each for each in others if each.start in range(start, end))
    has_time = any(row.get(key) is not None for key in _STARTS)
    raw = "\n".join(dict.fromkeys(_texts(row)))
    yield Segment(number, start, end, text, speaker, words, raw or text, has_time=has_time)


def _is_expected_empty(row: dict[str, Any]) -> bool:
    return any(key in row for key in _TEXTS) or "segs" in row or "tStartMs" in row


def _pieces_of(row: dict[str, Any]) -> list[Any]:
    """The words of a row; Whisper's `tokens` are numbers, not words."""
    for key in _WORDS:
        value = row.get(key)
        if isinstance(value, list) and any(isinstance(each, dict) for each in value[:5]):
            return [each for each in value if isinstance(each, dict)]
    best = _best(row)
    return _pieces_of({**best, "alternatives": None}) if best else []


def _are_words(found: Found) -> bool:
    if found.key in ("words", "word_segments", "items"):
        return True
    rows = [row for row in found.rows[:50] if isinstance(row, dict)]
    return bool(rows) and found.key in ("result", "results") and all("word" in row for row in rows)


def _loose_words(document: Any, key: str, scale: int) -> list[Piece]:
    """Words listed beside the segments and not in them."""
    if not isinstance(document, dict) or not key:
        return []
    for name in ("words", "word_segments"):
        value = document.get(name)
        if name != key and isinstance(value, list):
            return [_piece(row, scale) for row in value if isinstance(row, dict)]
    return []


def _piece(row: dict[str, Any], scale: int, base: int = 0) -> Piece:
    """A word; YouTube's tell their time from the start of their event."""
    start, end = _span(row, scale)
    if isinstance(offset := row.get("tOffsetMs"), int):
        start = base + offset
    chance = _chance(_best(row) or row)
    text = _text(row)
    is_mark = row.get("type") in ("punct", "punctuation")
    is_glued = is_mark or text[:1].isspace() or "offsets" in row or "utf8" in row
    return Piece(text if is_glued else f" {text}", start, end, chance, _speaker(row))


def _sentences(number: int, words: list[Piece]) -> Iterator[Segment]:
    """Words joined until a sentence ends, the voice changes, or a long pause."""
    held: list[Piece] = []
    length = 0
    for word in words:
        if held and _is_border(held, word, length):
            yield _sentence(number, held)
            held, length = [], 0
        if word.text.strip():
            held.append(word)
            length += len(word.text)
    if held:
        yield _sentence(number, held)


def _is_border(held: list[Piece], word: Piece, length: int) -> bool:
    if word.start is None:
        return False
    last = next((each for each in reversed(held) if each.end is not None), None)
    if word.speaker != held[0].speaker and word.speaker:
        return True
    is_late = last is not None and last.end is not None and word.start - last.end > _PAUSE
    is_ended = bool(_SENTENCE_END.search(held[-1].text.rstrip()[-4:]))
    return is_late or is_ended or length > _LONGEST


def _sentence(number: int, words: list[Piece]) -> Segment:
    starts = [word.start for word in words if word.start is not None]
    ends = [word.end for word in words if word.end is not None]
    start = min(starts, default=None)
    return Segment(
        number, start, max(ends, default=None), joined(words), words[0].speaker, tuple(words)
    )


def _voiced(piece: Piece, voices: list[tuple[int, int, str]]) -> Piece:
    if piece.speaker or piece.start is None:
        return piece
    voice = next((name for a, b, name in voices if a <= piece.start <= b), "")
    return piece._replace(speaker=voice)


def _aws_voices(document: Any, scale: int) -> list[tuple[int, int, str]]:
    """Who speaks when, as AWS lists it beside the words."""
    results = document.get("results") if isinstance(document, dict) else None
    labels = results.get("speaker_labels") if isinstance(results, dict) else None
    rows = labels.get("segments") if isinstance(labels, dict) else None
    found = []
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict):
            start, end = _span(row, scale)
            if start is not None and end is not None:
                found.append((start, end, _speaker(row)))
    return found


def _text(row: dict[str, Any]) -> str:
    """The text of a row; of Google's rows, that of the likeliest reading."""
    if text := next(_texts(row), ""):
        return text
    best = _best(row)
    return _text({**best, "alternatives": None}) if best else ""


def _best(row: dict[str, Any]) -> dict[str, Any] | None:
    """The first of several readings, as Google, AWS and Deepgram list them."""
    listed = row.get("alternatives")
    first = listed[0] if isinstance(listed, list) and listed else None
    return first if isinstance(first, dict) else None


def _texts(row: dict[str, Any]) -> Iterator[str]:
    return (value for key in _TEXTS if isinstance(value := row.get(key), str) and value)


def _speaker(row: dict[str, Any]) -> str:
    value = next((row[key] for key in _SPEAKERS if row.get(key) not in (None, "")), "")
    if isinstance(value, dict):
        return _speaker(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"Speaker {value:g}"
    text = value.strip() if isinstance(value, str) else ""
    return f"Speaker {text}" if text.isdecimal() else "" if text == "?" else text


def _chance(row: dict[str, Any]) -> float | None:
    for key in _CHANCES:
        value = row.get(key)
        if isinstance(value, str) and _SECONDS.fullmatch(value):
            value = float(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
    return None


def _span(row: dict[str, Any], scale: int) -> tuple[int | None, int | None]:
    """Start and end in milliseconds, however they are told."""
    for key in ("offsets", "timestamps"):
        if isinstance(pair := row.get(key), dict):
            return _time(pair.get("from"), 1), _time(pair.get("to"), 1)
    pair = row.get("timestamp")
    if isinstance(pair, list) and len(pair) == 2:
        return _time(pair[0], scale), _time(pair[1], scale)
    start = _first_time(row, (*_STARTS, "timestamp"), scale)
    end = _first_time(row, _ENDS, scale)
    if end is None and start is not None:
        length = _first_time(row, _LENGTHS, scale)
        end = None if length is None else start + length
    return start, end


def _first_time(row: dict[str, Any], keys: Iterable[str], scale: int) -> int | None:
    for key in keys:
        if key in row:
            return _time(row[key], 1 if key.lower().endswith("ms") else scale)
    return None


def _time(value: Any, scale: int) -> int | None:
    """A number, `"1.5"`, `"1.5s"` or `"00:00:01,500"`; None for NaN and what is no time."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return round(value * scale) if abs(value) < _FURTHEST / 1000 else None
    if isinstance(value, dict):
        return _duration(value)
    if not isinstance(value, str):
        return None
    if found := _SECONDS.fullmatch(value):
        unit = 1 if found[2] == "ms" else 1000 if found[2] or "." in found[1] else scale
        return round(float(found[1]) * unit)
    stamp = value.strip()
    return milliseconds(stamp) if _STAMP.fullmatch(stamp) else None


def _duration(value: dict[str, Any]) -> int | None:
    """Google's `{"seconds": 1, "nanos": 500000000}`."""
    seconds, nanos = _time(value.get("seconds", 0), 1000), value.get("nanos", 0)
    is_known = seconds is not None and isinstance(nanos, int)
    return (seconds or 0) + nanos // 1_000_000 if is_known else None


def _is_in_milliseconds(rows: list[Any]) -> bool:
    """Whole numbers throughout, with segments (or the time between) too long for seconds."""
    numbers: list[tuple[Any, Any]] = []
    for row in rows[:1000]:
        if isinstance(row, dict):
            start = next((row[key] for key in _STARTS if key in row), None)
            end = next((row[key] for key in (*_ENDS, *_LENGTHS) if key in row), None)
            numbers.append((start, end))
    told = [number for pair in numbers for number in pair if number is not None]
    if not told or not all(type(number) is int for number in told):
        return False
    lengths = [end - start for start, end in numbers if start is not None and end is not None]
    starts = sorted(start for start, _ in numbers if start is not None)
    lengths = lengths or [b - a for a, b in pairwise(starts)]
    return bool(lengths) and sorted(lengths)[len(lengths) // 2] >= 100


def all_texts(document: Any) -> Iterator[str]:
    """Every text of the document, wherever it stands, but for the recogniser's own marks."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield from (text for text in _texts(value) if not is_token(text))
            waiting += (each for each in value.values() if isinstance(each, (dict, list)))
        elif isinstance(value, list):
            waiting += (each for each in value if isinstance(each, (dict, list)))
