"""What the columns of a JSON table mean: text, start, end, voice."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.formats import json_names as names
from reader.formats.json_survey import EACH, FIRST, Path, Table
from reader.formats.json_times import Unit

VAGUE = frozenset("relative absolute value values seconds id name title from to text s ms".split())
"""Words of names that say little without the name around them."""


@dataclass(slots=True)
class Meaning:
    """A table with its columns understood; a path is None where there is no such column."""

    table: Table
    text: Path | None = None
    start: Path | None = None
    end: Path | None = None
    length: Path | None = None
    speakers: list[Path] = field(default_factory=list)
    chance: Path | None = None
    kind: Path | None = None
    state: Path | None = None
    texts: list[Path] = field(default_factory=list)
    unit: Unit | None = None
    length_unit: Unit | None = None
    mean_length: float = 0.0
    is_words: bool = False
    is_letters: bool = False
    is_glued: bool = False
    text_points: float = 0.0

    @property
    def path(self) -> Path:
        """Where the rows are."""
        return self.table.path

    @property
    def coverage(self) -> float:
        """How many characters of text the table holds, nearly."""
        return self.table.count * self.mean_length if self.text else 0.0

    @property
    def is_aside(self) -> bool:
        """Whether it is about the recording, such as its chapters, and not what is said."""
        steps = (step for step in self.path if step not in (EACH, FIRST))
        return any(names.ASIDES & names.parts(step) for step in steps)


def last_parts(path: Path) -> frozenset[str]:
    """The words of the last key that is a name, with those of its parent where it is vague."""
    keys = [step for step in path if step != FIRST and not step.isdecimal()]
    own = names.parts(keys[-1]) if keys else frozenset()
    if len(keys) > 1 and (path[-1].isdecimal() or own <= VAGUE):
        own |= names.parts(keys[-2])
    return own
