"""Work on another thread that nobody wants any more."""

from __future__ import annotations

from collections.abc import Callable


class Cancellation:
    """Whether work was cancelled. It looks now and then; where it waits, it is told."""

    def __init__(self) -> None:
        self._is_cancelled = False
        self._told: list[Callable[[], object]] = []

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._is_cancelled

    def cancel(self) -> None:
        """End it soon."""
        self._is_cancelled = True
        for told in self._told:
            told()

    def tell(self, told: Callable[[], object]) -> None:
        """Call `told` on the thread that cancels, or at once where it was cancelled before. It may
        be called twice."""
        self._told.append(told)
        if self._is_cancelled:
            told()
