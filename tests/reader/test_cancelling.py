"""Work that nobody wants any more."""

from __future__ import annotations

from reader.cancelling import Cancellation


def test_who_waits_is_told() -> None:
    cancellation, told = Cancellation(), list[str]()
    cancellation.tell(lambda: told.append("before"))
    assert (cancellation.is_cancelled, told) == (False, [])
    cancellation.cancel()
    assert (cancellation.is_cancelled, told) == (True, ["before"])
    cancellation.tell(lambda: told.append("after"))
    assert told == ["before", "after"]
