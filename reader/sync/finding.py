"""Finds a text in a recording: listens here and there, and closely where something changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, median

from reader.sync.boundaries import boundaries_heard
from reader.sync.check_state import CheckState, Landmark, Window
from reader.sync.checked_text import CheckedText
from reader.sync.engine import Engine, HeardWord, Sound
from reader.sync.even_passages import JUMP, Shift, drift_of, landmarks_of
from reader.sync.matching import landmarks_in
from reader.sync_map import SyncMap

WINDOW = 12_000  # ms that are listened to at a time: some 35 words
STEP = 120_000  # ms from one to the next, where nothing changes
_AROUND = 20_000  # ms of text around what is expected
_NOT_HERE = 10  # windows without a word of the text, after which it is another text
_CLOSE = 1_500  # ms; what lies closer together needs no look between
_GLANCES = 0.2, 0.5, 0.8  # of the recording, where it is looked whether the text may fit
_SURE = 8  # words of a passage that show where it lies
_ASTRAY = 1_500  # ms; a text that is off by less was made for this recording
_EVENLY = 0.6  # of the work, about, is to listen here and there
_LEFT = 0.95  # of the rest, after each window beyond that
_SOME = 9  # landmarks that show the shift at an end of a window
_AT_EDGE = 2_500  # ms; what is found up to here from a window's end goes on beyond it


class TextFinder:
    """Listens to one recording for one text; `state` knows all windows that were listened to."""

    def __init__(
        self,
        text: CheckedText,
        sound: Sound,
        engine: Engine,
        windows: Sequence[Window],
        guess: SyncMap,
    ) -> None:
        self._text, self._sound, self._engine, self._guess = text, sound, engine, guess
        self._drift = 0.0
        self.windows = list(windows)

    def run(self) -> Iterator[Window]:
        """Each window as it is heard, first those far apart, then those at jumps."""
        yield from self._look_around()
        if not any(window.landmarks for window in self.windows):
            return
        if self._text.is_timed:
            yield from self._look_at_jumps()
            yield from boundaries_heard(self._text, self._sound, self._engine, self.windows)
        else:
            yield from self._listen_to_all()

    def is_astray(self) -> bool:
        """Whether a passage is heard elsewhere than the text says: some are looked for, quickly."""
        for share in _GLANCES:
            start = round(share * max(0, self._sound.length - WINDOW))
            found = self._listen(start, start + WINDOW).landmarks
            if len(found) >= _SURE and abs(self._usual(found).by) > _ASTRAY:
                return True
        return False

    # Here and there

    def _look_around(self) -> Iterator[Window]:
        """Closer together where nothing is found: a short recording has two windows far apart."""
        yield from self._look_at(grid(self._sound.length))
        if not any(window.landmarks for window in self.windows):
            yield from self._look_at(grid(self._sound.length, WINDOW))

    def _look_at(self, starts: Sequence[int]) -> Iterator[Window]:
        for start in spread(starts):
            if self._is_hopeless():
                return
            if not self._is_heard(start):
                yield self._listen(start, start + WINDOW)

    def _is_heard(self, time: int) -> bool:
        return any(_is_within(window, time) for window in self.windows)

    def _is_hopeless(self) -> bool:
        return len(self.windows) >= _NOT_HERE and not any(each.landmarks for each in self.windows)

    def _listen(self, start: int, end: int) -> Window:
        """Listen for what is expected there, then for all that may be there."""
        sound = self._sound.between(start, end)
        most: list[HeardWord] = []
        found: tuple[Landmark, ...] = ()
        for first, last in self._expected(start, end):
            heard = self._engine.recognise(sound, first, last)
            most = max(most, heard, key=len)
            found = landmarks_in(heard, self._text.keys, first, last)
            if found:
                break
        window = Window(
            start,
            end,
            len(most),
            tuple(Landmark(word, start + time) for word, time in found),
        )
        self.windows.append(window)
        return window

    def _expected(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Which words may be heard from `start` to `end`, the likeliest first."""
        before, after = self._neighbours(start)
        first = before.word + 1 if before else 0
        last = after.word if after else len(self._text.words)
        shift = self._expected_shift(before, after, start)
        if shift is not None:
            near = self._text.between(start - shift - _AROUND, end - shift + _AROUND)
            narrow = max(first, near[0]), min(last, near[1])
            if narrow[1] - narrow[0] > 3 and narrow != (first, last):
                yield narrow
        if last - first > 3:
            yield first, last

    def _neighbours(self, time: int) -> tuple[Landmark | None, Landmark | None]:
        """The found words on both sides that are nearest to a time."""
        found = landmarks_of(self.windows)
        before = [each for each in found if each.time < time]
        after = [each for each in found if each.time >= time]
        return before[-1] if before else None, after[0] if after else None

    def _expected_shift(
        self, before: Landmark | None, after: Landmark | None, time: int
    ) -> int | None:
        """By how much later than its text says is heard what is heard at `time`, if known."""
        if not self._text.is_timed:
            return self._expected_by_pace(before, after, time)
        by = [each.time - self._text.times[each.word] for each in (before, after) if each]
        if len(by) == 2 and before and after:
            most = JUMP + 0.02 * (after.time - before.time)
            return sum(by) // 2 if abs(by[0] - by[1]) <= most else None
        if by:
            return by[0]
        guessed = self._guess.to_transcript(time)
        return None if guessed is None else time - guessed

    def _expected_by_pace(
        self, before: Landmark | None, after: Landmark | None, time: int
    ) -> int | None:
        """The same for a text without times, between two found words."""
        if not before or not after or after.time - before.time > 3 * STEP:
            return None
        a, b = self._text.times[before.word], self._text.times[after.word]
        share = (time - before.time) / max(1, after.time - before.time)
        return round(time - (a + share * (b - a)))

    # Closely

    def _look_at_jumps(self) -> Iterator[Window]:
        self._drift = drift_of(self.windows, self._text)
        yield from self._look_at_ends()
        for before, after in list(pairwise(self._found_windows())):
            if self._is_jump(before, after):
                yield from self._narrow(before, after)

    def _look_at_ends(self) -> Iterator[Window]:
        """What was not found at either end may be missing, or an advert may stand there."""
        found = self._found_windows()
        begin = max(0, self._heard_at(0, found[0].landmarks[0]))
        if begin + _CLOSE < found[0].start:
            start = min(begin, found[0].start - WINDOW)
            window = self._listen(max(0, start), start + WINDOW)
            yield window
            if not window.landmarks:
                yield from self._edge(window.end, found[0].start, is_end=False)
        end = self._heard_at(len(self._text.times) - 1, found[-1].landmarks[-1]) + _CLOSE
        end = min(self._sound.length, end)
        if found[-1].end + _CLOSE < end:
            window = self._listen(max(found[-1].end, end - WINDOW), end)
            yield window
            if not window.landmarks:
                yield from self._edge(found[-1].end, window.start, is_end=True)

    def _heard_at(self, word: int, landmark: Landmark) -> int:
        """When a word is heard if nothing is between it and a landmark."""
        read = self._text.times[word] - self._text.times[landmark.word]
        return round(landmark.time + read * (1 + self._drift))

    def _found_windows(self) -> list[Window]:
        """Those with words of the text that are in order with those of the others."""
        good = set(landmarks_of(self.windows))
        kept = (
            window._replace(landmarks=tuple(each for each in window.landmarks if each in good))
            for window in self.windows
        )
        return sorted(window for window in kept if window.landmarks)

    def _is_jump(self, before: Window, after: Window) -> bool:
        """Whether something lies between the end of the one and the start of the other."""
        one, other = self._usual(before.landmarks[-_SOME:]), self._usual(after.landmarks[:_SOME])
        return abs(other.by - one.by - self._drift * (other.time - one.time)) > JUMP

    def _usual(self, landmarks: Sequence[Landmark]) -> Shift:
        """Their shift: single words may be off."""
        times = [self._text.times[each.word] for each in landmarks]
        by = median(self._by(each) for each in landmarks)
        return Shift(landmarks[0].word, round(fmean(times)), round(by))

    def _by(self, landmark: Landmark) -> int:
        return landmark.time - self._text.times[landmark.word]

    def _narrow(self, before: Window, after: Window) -> Iterator[Window]:
        """Listen between two found places until it is known where the one passage ends and the
        other begins. What lies between them and has no words of the text is not listened to."""
        start, end = before.end, after.start
        if end - start <= _CLOSE:
            return
        if end - start <= WINDOW + 4_000:
            yield self._listen(max(0, start - _CLOSE), end + _CLOSE)
            return
        middle = (start + end - WINDOW) // 2
        window = self._listen(middle, middle + WINDOW)
        yield window
        if not window.landmarks:
            yield from self._edge(start, window.start, is_end=True)
            yield from self._edge(window.end, end, is_end=False)
            return
        for one, other in ((before, window), (window, after)):
            if self._is_jump(one, other):
                yield from self._narrow(one, other)

    def _edge(self, start: int, end: int, *, is_end: bool) -> Iterator[Window]:
        """Where a passage of the text ends (or begins) that is heard at `start` (or `end`)."""
        while end - start > _CLOSE:
            if end - start <= WINDOW + 4_000:
                yield self._listen(max(0, start - _CLOSE), end + _CLOSE)
                return
            middle = (start + end - WINDOW) // 2
            window = self._listen(middle, middle + WINDOW)
            yield window
            is_text = bool(window.landmarks)
            if is_text and not _goes_on(window, is_end=is_end):
                return
            if is_text == is_end:
                start = window.end
            else:
                end = window.start

    # All of it

    def _listen_to_all(self) -> Iterator[Window]:
        """A text without times must be found everywhere."""
        for start, end in self._unheard():
            at = start
            while end - at > _CLOSE:
                until = end if end - at < 1.5 * WINDOW else at + WINDOW
                yield (window := self._listen(at, until))
                if not window.landmarks and window.heard >= _SURE:
                    middle = (at + until) // 2  # one half may have slips and fillers
                    yield self._listen(at, middle)
                    yield self._listen(middle, until)
                at = until
        for window in self._not_found():  # what stands beside it is known now
            yield self._listen(window.start, window.end)

    def _not_found(self) -> list[Window]:
        """Windows with words in which nothing of the text was found."""
        found = landmarks_of(self.windows)
        return [
            window
            for window in self.windows
            if window.heard >= _SURE and not any(_is_within(window, each.time) for each in found)
        ]

    def _unheard(self) -> list[tuple[int, int]]:
        edges = sorted((window.start, window.end) for window in self.windows)
        ends = [0, *(end for _, end in edges)]
        starts = [*(start for start, _ in edges), self._sound.length]
        return [(end, start) for end, start in zip(ends, starts, strict=True) if end < start]


def _is_within(window: Window, time: int) -> bool:
    return window.start <= time < window.end


def _goes_on(window: Window, *, is_end: bool) -> bool:
    """Whether the text is found up to the end (or from the beginning) of a window."""
    if is_end:
        return window.end - window.landmarks[-1].time < _AT_EDGE
    return window.landmarks[0].time - window.start < _AT_EDGE


def grid(length: int, step: int = STEP) -> list[int]:
    """Where windows start that lie evenly in a recording of that length, about `step` ms apart."""
    if length <= WINDOW:
        return [0]
    count = max(2, round((length - WINDOW) / step) + 1)
    return [round(number * (length - WINDOW) / (count - 1)) for number in range(count)]


def spread(times: Sequence[int]) -> list[int]:
    """The same in an order in which each lies far from those before it."""
    bits = max(1, (len(times) - 1).bit_length())
    order = (int(f"{number:0{bits}b}"[::-1], 2) for number in range(1 << bits))
    return [times[number] for number in order if number < len(times)]


def is_found(state: CheckState) -> bool:
    """Whether enough was found to be sure that this is the text of the recording."""
    found = [window for window in state.windows if window.landmarks]
    words = sum(len(window.landmarks) for window in found)
    is_short = len(state.windows) <= 2  # nothing else could be heard to confirm it
    return (
        (len(found) >= 2 or is_short) and words >= 10 and (len(found) >= 0.2 * len(state.windows))
    )


def share_found(heard: int, length: int, *, is_timed: bool) -> float:
    """How much is done after so many windows, about: how many jumps there are nobody knows yet."""
    if not is_timed:
        return min(1.0, heard / (length // WINDOW + 1))
    evenly = len(grid(length))
    if heard <= evenly:
        return _EVENLY * heard / evenly
    return 1 - (1 - _EVENLY) * _LEFT ** (heard - evenly)
