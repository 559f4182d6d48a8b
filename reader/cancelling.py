"""Cancels work that runs on another thread."""

from __future__ import annotations

from collections.abc import Callable


class Cancellation:
    """Whether work was cancelled: it checks this now and then, and callbacks end its waiting."""

    def __init__(self) -> None:
        self._is_cancelled = False
        self._callbacks: list[Callable[[], object]] = []

    @property
    def is_cancelled(self) -> bool:
        """Whether the result is not needed any more."""
        return self._is_cancelled

    def cancel(self) -> None:
        """Ask the work to end, and call the callbacks."""
        self._is_cancelled = True
        for callback in self._callbacks:
            callback()

    def on_cancel(self, callback: Callable[[], object]) -> None:
        """Call `callback` on the thread that cancels, or at once if the work was cancelled already.
        Where both happen at the same time it is called twice."""
        self._callbacks.append(callback)
        if self._is_cancelled:
            callback()
