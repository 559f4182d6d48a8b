"""The places where the reader listened, to walk back and forward between them."""

from __future__ import annotations

_SAME = 2_000  # ms: two places this near are one
_MOST = 200


class ListeningHistory:
    """Times left by a jump, like the pages of a browser."""

    def __init__(self) -> None:
        self._past: list[int] = []
        self._future: list[int] = []

    @property
    def has_past(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._past)

    @property
    def has_future(self) -> bool:
        """Whether there is a place to go forward to."""
        return bool(self._future)

    def leave(self, time: int) -> None:
        """The reader jumps away from `time`."""
        self._future.clear()
        _push(self._past, time)

    def drop(self) -> int | None:
        """Forget the last jump and return where it began: it was a mistake."""
        return self._past.pop() if self._past else None

    def back(self, now: int) -> int | None:
        """The place before the last jump, left `now`; None at the beginning."""
        return _step(self._past, self._future, now)

    def forward(self, now: int) -> int | None:
        """The place that `back` left, left `now`; None at the end."""
        return _step(self._future, self._past, now)


def _push(places: list[int], time: int) -> None:
    if not places or abs(places[-1] - time) >= _SAME:
        places.append(time)
        del places[:-_MOST]


def _step(source: list[int], other: list[int], now: int) -> int | None:
    if not source:
        return None
    _push(other, now)
    return source.pop()
