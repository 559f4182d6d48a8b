"""Annotations to list."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from reader.annotation import Annotation, AnnotationKind, Selector, TextQuote

MOMENT = datetime(2026, 3, 10, tzinfo=UTC)


def kept(
    name: str,
    quote: str,
    time: int = 0,
    *,
    colour: int = 0,
    note: str = "",
    tags: tuple[str, ...] = (),
    made: int = 0,
    is_unreviewed: bool = False,
    is_deleted: bool = False,
) -> Annotation:
    """Something kept at a time in ms, made so many minutes after the others."""
    made_at = MOMENT + timedelta(minutes=made)
    kind = AnnotationKind.HIGHLIGHT if colour else AnnotationKind.BOOKMARK
    return Annotation(
        name,
        "episode",
        kind,
        Selector((time, time + 2_000), quote=TextQuote(quote)),
        made_at,
        made_at,
        note,
        tags,
        colour,
        "Mara",
        is_unreviewed,
        is_deleted,
    )


THREE = (
    kept("gulls", "Gulls quarrel over the nets.", 3_000, colour=2, tags=("birds",), made=3),
    kept("harbour", "The harbour wakes early.", 1_000, is_unreviewed=True, made=2),
    kept("boats", "Later the bóats come in.", 20_000, colour=4, note="Don't ask", made=1),
)
