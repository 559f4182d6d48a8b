"""Work that was cancelled."""

from __future__ import annotations

from reader.cancelling import Cancellation


def test_callbacks_are_called_when_the_work_is_cancelled_or_at_once_afterwards() -> None:
    cancellation, calls = Cancellation(), list[str]()
    cancellation.on_cancel(lambda: calls.append("before"))
    assert (cancellation.is_cancelled, calls) == (False, [])
    cancellation.cancel()
    assert (cancellation.is_cancelled, calls) == (True, ["before"])
    cancellation.on_cancel(lambda: calls.append("after"))
    assert calls == ["before", "after"]
