"""When each word of a text is about to be heard, by the words that were found so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.sync.check_state import Landmark, Window
from reader.sync.checked_text import CheckedText
from reader.sync.even_passages import landmarks_of, map_of

_SLOWER = 2.2  # times as long as its letters say: something else was heard between two words
_FASTER = 0.4  # times as long: not all of it was heard
_AT_LEAST = 3_000  # ms that are missing or too many

Times = list[int | None]


def estimated_times(windows: Sequence[Window], text: CheckedText) -> Times:
    """For each word ms of the recording; None where it is not heard in it."""
    if text.is_timed:
        sync_map = map_of(windows, text)
        return [sync_map.to_recording(time) for time in text.times]
    return _along_landmarks(without_strays(landmarks_of(windows), text), text)


def without_strays(landmarks: Sequence[Landmark], text: CheckedText) -> list[Landmark]:
    """Without the few words of a line that are heard on the other side of an advert than the rest
    of it: an engine makes them of the advert's first or last sound."""
    strays: set[Landmark] = set()
    for before, after in pairwise(landmarks):
        cue = text.words[after.word].cue
        if text.words[before.word].cue == cue and _is_advert_between(before, after, text):
            line = [each for each in landmarks if text.words[each.word].cue == cue]
            sides = [
                [each for each in line if (each.time < after.time) is is_early]
                for is_early in (True, False)
            ]
            few, many = sorted(sides, key=len)
            strays.update(few if 2 * len(few) <= len(many) else ())
    return [each for each in landmarks if each not in strays]


def _is_advert_between(before: Landmark, after: Landmark, text: CheckedText) -> bool:
    expected = text.times[after.word] - text.times[before.word]
    return after.time - before.time > _SLOWER * expected + _AT_LEAST


def _along_landmarks(landmarks: Sequence[Landmark], text: CheckedText) -> Times:
    """For a text without times: stretched between found words, and at a usual pace beside them."""
    found: Times = [None] * len(text.words)
    if not landmarks:
        return found
    for landmark in landmarks:
        found[landmark.word] = landmark.time
    for before, after in pairwise(landmarks):
        for word, time in _between(before, after, text):
            found[word] = time
    pace = _usual_pace(landmarks, text)
    first, last = landmarks[0], landmarks[-1]
    for word in range(first.word):
        time = round(first.time - pace * (text.times[first.word] - text.times[word]))
        found[word] = time if time >= 0 else None
    for word in range(last.word + 1, len(text.words)):
        found[word] = round(last.time + pace * (text.times[word] - text.times[last.word]))
    return found


def _between(before: Landmark, after: Landmark, text: CheckedText) -> Iterator[tuple[int, int]]:
    words = range(before.word + 1, after.word)
    expected = text.times[after.word] - text.times[before.word]
    heard = after.time - before.time
    if _FASTER * expected - _AT_LEAST <= heard <= _SLOWER * expected + _AT_LEAST:
        for word in words:
            share = (text.times[word] - text.times[before.word]) / max(1, expected)
            yield word, before.time + round(share * heard)
        return
    # There is an advert between two lines, or some lines are left out.
    is_advert = heard > expected
    line_start = next((word for word in words if text.starts_cue(word)), after.word)
    for word in words:
        later = before.time + text.times[word] - text.times[before.word]
        earlier = after.time - (text.times[after.word] - text.times[word])
        if word < line_start and later < after.time:
            yield word, later
        elif (is_advert or text.words[word].cue == text.words[after.word].cue) and (
            earlier > before.time
        ):
            yield word, earlier


def _usual_pace(landmarks: Sequence[Landmark], text: CheckedText) -> float:
    """How fast the voice is against the made up clock."""
    paces = sorted(
        (b.time - a.time) / max(1, text.times[b.word] - text.times[a.word])
        for a, b in pairwise(landmarks)
    )
    return paces[len(paces) // 2] if paces else 1.0
