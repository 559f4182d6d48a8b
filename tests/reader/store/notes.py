"""Things to keep, for tests of the store."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path

from reader.annotation import Annotation, AnnotationKind, Selector, TextQuote
from reader.store.library import Library

HERE = timezone(timedelta(hours=5, minutes=30))
MOMENT = datetime(2026, 11, 23, 1, 15, 30, 123456, tzinfo=HERE)


def episode_at(path: Path, title: str = "Harbour") -> str:
    """The id of an episode in the library at `path`."""
    library = Library(path)
    episode = library.record_opened(Path(f"/nowhere/{title}.mp3"), None, title)
    library.close()
    return episode.id


def a_note(episode_id: str, exact: str = "The harbour wakes.", **changes: object) -> Annotation:
    """A highlight, unless `changes` say otherwise."""
    start = changes.pop("start", 1_000)
    assert isinstance(start, int)
    selector = Selector(
        time=(start, start + 2_000),
        transcript_time=(start - 500, start + 1_500),
        quote=TextQuote(exact, "before ", " after"),
        position=(start // 10, start // 10 + len(exact)),
    )
    values: dict[str, object] = {
        "id": str(uuid.uuid4()),
        "episode_id": episode_id,
        "kind": AnnotationKind.HIGHLIGHT,
        "selector": selector,
        "created": MOMENT,
        "updated": MOMENT,
        "colour": 1,
        **changes,
    }
    return Annotation(**values)  # type: ignore[arg-type]
