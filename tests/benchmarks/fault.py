"""What is seen of one thing that can go wrong: a row of the table of `make faults`."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """What a listener reads when something is wrong, and for each thing expected whether it was
    seen."""

    name: str
    message: str
    facts: dict[str, bool]

    @property
    def is_good(self) -> bool:
        """Whether all was seen."""
        return all(self.facts.values())
