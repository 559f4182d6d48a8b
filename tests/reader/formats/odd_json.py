"""JSON that no exporter writes, around rows that are known: random nesting, names and units."""

from __future__ import annotations

import json
import random
import string
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from reader.transcript.model import Transcript

_WORDS = (
    "salt wind harbour gulls over the and we all know that a boat sinks rarely but fog comes"
    " often in autumn when nobody listens to old stories about whales lanterns ropes tar"
).split()
_NAMES = ("Ana Ruiz", "Ben", "Mara Lind", "Piet Vos", "Zoë", "Dr. Otto")
_KNOWN = {
    "text": ("text", "transcript", "content", "body", "sentence", "caption", "Display", "line"),
    "start": ("start", "startTime", "start_time", "begin", "from", "tStart", "time_begin", "onset"),
    "end": ("end", "endTime", "end_time", "stop", "to", "tEnd", "time_end", "until"),
    "length": ("duration", "dur", "dDuration", "length"),
    "voice": ("speaker", "speakerName", "voice", "participant", "speaker_label"),
}
_BEGINNING = datetime(2026, 2, 3, 9, tzinfo=UTC)


class Known(NamedTuple):
    """A row that must be found: times in milliseconds, `end` None where the file has none."""

    start: int
    end: int | None
    text: str
    voice: str


class Made(NamedTuple):
    """A document and the rows that are in it."""

    text: str
    rows: list[Known]


def made(seed: int) -> Made:
    """The document of a seed: always the same."""
    chance = random.Random(seed)
    known = _known(chance)
    form = chance.choice(list(_FORMS))
    layout = _Layout(chance, form)
    if form == "moments":
        first = known[0].start
        reported = known
        known = [
            row._replace(start=row.start - first, end=None if row.end is None else row.end - first)
            for row in known
        ]
    else:
        reported = known
    rows = [layout.row(number, row) for number, row in enumerate(reported)]
    if not layout.has_end:
        known = [row._replace(end=None) for row in known]
    if not layout.has_voice:
        known = [row._replace(voice="") for row in known]
    document = _nested(chance, _split(chance, rows))
    return Made(json.dumps(document, ensure_ascii=chance.random() < 0.5), known)


def fault(made: Made, transcript: Transcript) -> str:
    """What of the rows was not found as it is; an empty string if all is well."""
    cues = transcript.cues
    if [cue.text for cue in cues] != [row.text for row in made.rows]:
        return "other texts"
    for cue, row in zip(cues, made.rows, strict=True):
        is_off = cue.start is None or abs(cue.start - row.start) > 1
        if is_off or (row.end is not None and (cue.end is None or abs(cue.end - row.end) > 1)):
            is_doubted = any("not certain" in each.reason for each in transcript.problems)
            return "wrong times, doubted" if is_doubted else "wrong times"
        if row.voice and cue.voice not in (row.voice, ""):
            return "another voice"
    return ""


def _known(chance: random.Random) -> list[Known]:
    rows = []
    time = chance.choice((0, chance.randrange(20_000), 3_600_000))
    for _ in range(chance.randint(3, 30)):
        text = " ".join(chance.choices(_WORDS, k=chance.randint(3, 14))).capitalize() + "."
        end = time + round(len(text) * chance.uniform(50, 95))
        rows.append(Known(time, end, text, chance.choice(_NAMES[:3])))
        time = end + chance.choice((0, chance.randrange(1_500)))
    return rows


class _Layout:
    """How the rows of one document are written."""

    def __init__(self, chance: random.Random, form: str) -> None:
        self._chance = chance
        self._start, self._length = _FORMS[form]
        is_known = chance.random() < 0.6
        self._names = {
            role: chance.choice(names) if is_known else _odd_name(chance)
            for role, names in _KNOWN.items()
        }
        self.has_end = chance.random() < 0.85 or not is_known
        self.has_voice = chance.random() < 0.5
        self._is_length = self.has_end and chance.random() < 0.35
        self._shape = chance.choice(("flat", "flat", "times", "text", "pair", "wrapped", "best"))
        if self._is_length and self._shape == "pair":
            self._shape = "flat"
        self._noise = {each for each in _noise(chance, 0) if chance.random() < 0.4}
        self._key = _odd_name(chance)

    def row(self, number: int, known: Known) -> dict[str, Any]:
        """One row, its cells in any order."""
        names, end = self._names, known.end or 0
        times = {names["start"]: self._start(known.start)}
        if self.has_end and self._is_length:
            times[names["length"]] = self._length(end - known.start)
        elif self.has_end:
            times[names["end"]] = self._start(end)
        text: dict[str, Any] = {names["text"]: known.text}
        if self._shape == "times":
            times = {self._key: times}
        elif self._shape == "pair" and self.has_end:
            times = {"timestamp": list(times.values())}
        elif self._shape == "text":
            text = {self._key: text}
        elif self._shape == "best":
            text = {"alternatives": [{**text, "confidence": 0.5}, {"confidence": 0.1}]}
        cells = [*times.items(), *text.items()]
        if self.has_voice:
            cells.append((names["voice"], known.voice))
        noise = _noise(self._chance, number).items()
        cells += [(name, value) for name, value in noise if name in self._noise]
        self._chance.shuffle(cells)
        row = dict(cells)
        return {self._key: row} if self._shape == "wrapped" else row


def _noise(chance: random.Random, number: int) -> dict[str, Any]:
    """What exporters write beside texts and times."""
    return {
        "id": number,
        "uuid": f"{chance.getrandbits(64):016x}",
        "confidence": round(chance.random(), 3),
        "language": "en-US",
        "is_final": True,
        "tags": [],
        "url": f"https://example.org/{number}",
        "avg_logprob": -chance.random(),
        "seek": 0,
        "type": "final",
        "created_at": "2026-02-03T10:00:00Z",
        "channel": 0,
    }


def _odd_name(chance: random.Random) -> str:
    letters = string.ascii_lowercase.translate({ord(each): None for each in "aeiou"})
    return "".join(chance.choices(letters, k=chance.randint(4, 8)))


def _split(chance: random.Random, rows: list[dict[str, Any]]) -> Any:
    """One list, or several in a list of parts."""
    if chance.random() < 0.75 or len(rows) < 6:
        return rows
    middle = len(rows) // 2
    name = _odd_name(chance)
    return [{name: rows[:middle]}, {name: rows[middle:]}]


def _nested(chance: random.Random, value: Any) -> Any:
    for _ in range(chance.randrange(6)):
        if chance.random() < 0.2:
            value = [value]
        else:
            siblings = {
                "status": "done",
                "version": 3,
                "model": "large-v3",
                "numbers": [1, 2, 3],
                "created": "2026-02-03T10:00:00Z",
            }
            kept = [(name, each) for name, each in siblings.items() if chance.random() < 0.3]
            cells = [*kept, (_odd_name(chance), value)]
            chance.shuffle(cells)
            value = dict(cells)
    return value


def _stamp(ms: int) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def _moment(ms: int) -> str:
    moment = _BEGINNING + timedelta(milliseconds=ms)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _protobuf(ms: int) -> dict[str, int]:
    return {"seconds": ms // 1000, "nanos": ms % 1000 * 1_000_000}


def _seconds(ms: int) -> float:
    return ms / 1000


_Form = Callable[[int], Any]
_FORMS: dict[str, tuple[_Form, _Form]] = {
    "seconds": (_seconds, _seconds),
    "milliseconds": (int, int),
    "ticks": (lambda ms: ms * 10_000, lambda ms: ms * 10_000),
    "nanoseconds": (lambda ms: ms * 1_000_000, lambda ms: ms * 1_000_000),
    "text": (lambda ms: str(ms / 1000), lambda ms: str(ms / 1000)),
    "text with unit": (lambda ms: f"{ms / 1000}s", lambda ms: f"{ms / 1000}s"),
    "stamps": (_stamp, _stamp),
    "durations": (lambda ms: f"PT{ms / 1000}S", lambda ms: f"PT{ms / 1000}S"),
    "moments": (_moment, _seconds),
    "protobuf": (_protobuf, _protobuf),
}
"""How starts and ends are written, and how lengths are."""
