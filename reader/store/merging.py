"""Several annotations made one, and one made two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.annotation import Annotation, AnnotationKind, Selector


def merged(parts: Sequence[Annotation], selector: Selector) -> Annotation:
    """All notes, tags and voices in the order of time; id and moment of making are the first's.

    Parts of several episodes, as of two transcripts of one recording, become one of the first
    part's episode. Raises ValueError for fewer than two.
    """
    if len(parts) < 2:
        raise ValueError("only several annotations can be merged")
    parts = sorted(parts, key=lambda part: part.selector.time)
    is_highlight = any(part.kind is AnnotationKind.HIGHLIGHT for part in parts)
    return replace(
        parts[0],
        kind=AnnotationKind.HIGHLIGHT if is_highlight else AnnotationKind.BOOKMARK,
        selector=selector,
        note="\n\n".join(_once(part.note for part in parts)),
        tags=tuple(_once(tag for part in parts for tag in part.tags)),
        colour=next((part.colour for part in parts if part.colour), 0),
        voice=", ".join(_once(part.voice for part in parts)),
        is_unreviewed=False,
        is_deleted=False,
    )


def parted(
    whole: Annotation,
    selectors: tuple[Selector, Selector],
    voices: tuple[str, str] | None,
    second_id: str,
) -> tuple[Annotation, Annotation]:
    """The first keeps the id and the note."""
    voice, second_voice = voices or (whole.voice, whole.voice)
    whole = replace(whole, is_unreviewed=False, is_deleted=False)
    first = replace(whole, selector=selectors[0], voice=voice)
    second = replace(whole, id=second_id, selector=selectors[1], voice=second_voice, note="")
    return first, second


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))
