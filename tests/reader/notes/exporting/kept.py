"""Notes of two episodes, as they leave the library."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from reader.annotation import Annotation, AnnotationKind, Selector, TextQuote
from reader.episode import Episode
from reader.notes.exporting.note import Export, ExportedNote, NoteOptions

HERE = timezone(timedelta(hours=5, minutes=30))
MOMENT = datetime(2026, 11, 23, 18, 15, 30, 123456, tzinfo=HERE)
OPENED = MOMENT.astimezone(UTC)
HARBOUR = Episode(
    "0a41e0d6-2a0c-4c5e-8a51-0b6ae5e7c001",
    "Harbour, at *dawn*",
    Path("/talks/harbour.mp3"),
    Path("/talks/harbour.vtt"),
    OPENED,
    OPENED,
    "a" * 32,
    "b" * 32,
    length=3_723_000,
)
MILL = Episode("0a41e0d6-2a0c-4c5e-8a51-0b6ae5e7c002", "Mill", None, None, OPENED, OPENED, "c" * 32)


def exported(
    number: int,
    quote: str,
    time: tuple[int, int] = (83_200, 85_000),
    episode: Episode = HARBOUR,
    *,
    note: str = "",
    tags: tuple[str, ...] = (),
    colour: int = 1,
    voice: str = "Mara",
    before: str = "",
    after: str = "",
) -> ExportedNote:
    """A note with the id that its number gives."""
    kind = AnnotationKind.HIGHLIGHT if colour else AnnotationKind.BOOKMARK
    annotation = Annotation(
        f"5b1f9d4e-0000-4000-8000-{number:012}",
        episode.id,
        kind,
        Selector(time, quote=TextQuote(quote)),
        MOMENT,
        MOMENT,
        note,
        tags,
        colour,
        voice,
    )
    name, look = ("Idea", "#f2c037") if colour else ("", "")
    return ExportedNote(annotation, episode, name, look, before, after)


GULLS = exported(
    1,
    "Gulls quarrel over the nets.",
    note="Ask *Jon*.\n\n- why",
    tags=("birds", "two words"),
    before="The harbour wakes.",
    after="Yes.",
)
MOMENT_ALONE = exported(2, "", (3_600_000, 3_600_000), colour=0, voice="")
WHEEL = exported(3, "# 5 < 6 & `wheels`", (1_000, 2_500), MILL, colour=2, voice="Jon")
ALL = (GULLS, MOMENT_ALONE, WHEEL)


def export(*notes: ExportedNote, **options: object) -> Export:
    """These notes, or all of them, with what `options` say."""
    return Export(notes or ALL, NoteOptions(**options))  # type: ignore[arg-type]


# fmt: off
_TRAPS = ("\n", "\r\n", "\u2028", '"', ",", ";", "\t", "\\", "{{", "{% x %}", "]]>", "</script>",
          "-->", "é", "日本", "👍🏽", "\u202e", "\ud800", "\ufeff", "'", "`", "<b>")
# fmt: on
texts = st.lists(st.sampled_from(_TRAPS) | st.text(max_size=5), max_size=6).map("".join)
_times = st.tuples(st.integers(0, 10**9), st.integers(0, 10**7)).map(lambda t: (t[0], t[0] + t[1]))
_zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
_moments = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=_zones)
_quotes = st.tuples(texts, texts, texts).map(lambda parts: TextQuote(*parts))
_selectors = st.builds(
    Selector, _times, st.none() | _times, _quotes, st.none() | st.tuples(st.just(3), st.just(9))
)
_keys = st.text("0123456789abcdef", min_size=32, max_size=32)
_episodes = st.builds(
    Episode, st.uuids().map(str), texts, st.none(), st.none(), st.just(OPENED), st.just(OPENED),
    _keys, st.just("") | _keys, st.integers(0, 10**8),
)  # fmt: skip


@st.composite
def odd_notes(draw: st.DrawFn) -> list[ExportedNote]:
    """Anything the model holds, with odd characters in every text."""
    episodes = draw(st.lists(_episodes, min_size=1, max_size=3, unique_by=lambda each: each.id))
    ids = draw(st.lists(st.uuids().map(str), max_size=5, unique=True))
    return [_odd(draw, key, draw(st.sampled_from(episodes))) for key in ids]


def _odd(draw: st.DrawFn, key: str, episode: Episode) -> ExportedNote:
    colour = draw(st.integers(0, 5))
    annotation = Annotation(
        key,
        episode.id,
        draw(st.sampled_from(AnnotationKind)),
        draw(_selectors),
        draw(_moments),
        draw(_moments),
        draw(texts),
        tuple(draw(st.lists(texts, max_size=3))),
        colour,
        draw(texts),
        draw(st.booleans()),
    )
    return ExportedNote(annotation, episode, draw(texts) if colour else "")
