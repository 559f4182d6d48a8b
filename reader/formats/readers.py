"""The module that reads each format, imported once the format is asked for.

All of them take 50 ms to import, and one file needs few. The imports are spelled out for those who
pack the app.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from reader.formats.source import Source
from reader.transcript.model import Transcript


class Reader(NamedTuple):
    """How a format is told by its first lines, and read."""

    is_like: Callable[[list[str]], bool]
    read: Callable[[Source], Transcript]


@cache
def reader_of(name: str) -> Reader:
    """What reads the format called `name`. Raises KeyError."""
    return _READERS[name]()


def _webvtt() -> Reader:
    from reader.formats import webvtt  # noqa: PLC0415

    return Reader(webvtt.is_like, webvtt.read)


def _earmark() -> Reader:
    from reader.formats import earmark_json  # noqa: PLC0415

    return Reader(earmark_json.is_like, earmark_json.read)


def _otranscribe() -> Reader:
    from reader.formats import otranscribe  # noqa: PLC0415

    return Reader(otranscribe.is_like, otranscribe.read)


def _json() -> Reader:
    from reader.formats import json_transcript  # noqa: PLC0415

    return Reader(json_transcript.is_like, json_transcript.read)


def _ttml() -> Reader:
    from reader.formats import ttml  # noqa: PLC0415

    return Reader(ttml.is_like, ttml.read)


def _xml() -> Reader:
    from reader.formats import timed_xml  # noqa: PLC0415

    return Reader(timed_xml.is_like, timed_xml.read)


def _html() -> Reader:
    from reader.formats import html_page  # noqa: PLC0415

    return Reader(html_page.is_like, html_page.read)


def _ass() -> Reader:
    from reader.formats import substation  # noqa: PLC0415

    return Reader(substation.is_like, substation.read)


def _sbv() -> Reader:
    from reader.formats import sbv  # noqa: PLC0415

    return Reader(sbv.is_like, sbv.read)


def _whisper() -> Reader:
    from reader.formats import whisper_console  # noqa: PLC0415

    return Reader(whisper_console.is_like, whisper_console.read)


def _subrip() -> Reader:
    from reader.formats import subrip  # noqa: PLC0415

    return Reader(subrip.is_like, subrip.read)


def _lrc() -> Reader:
    from reader.formats import lrc  # noqa: PLC0415

    return Reader(lrc.is_like, lrc.read)


def _tsv() -> Reader:
    from reader.formats import tables  # noqa: PLC0415

    return Reader(tables.is_tsv, tables.read_tsv)


def _csv() -> Reader:
    from reader.formats import tables  # noqa: PLC0415

    return Reader(tables.is_csv, tables.read_csv)


def _audacity() -> Reader:
    from reader.formats import audacity  # noqa: PLC0415

    return Reader(audacity.is_like, audacity.read)


def _text() -> Reader:
    from reader.formats import text_layouts  # noqa: PLC0415

    return Reader(text_layouts.is_like, text_layouts.read)


def _plain() -> Reader:
    from reader.formats import plain_text  # noqa: PLC0415

    return Reader(plain_text.is_like, plain_text.read)


_READERS: dict[str, Callable[[], Reader]] = {
    "webvtt": _webvtt,
    "earmark": _earmark,
    "otranscribe": _otranscribe,
    "json": _json,
    "ttml": _ttml,
    "xml": _xml,
    "html": _html,
    "ass": _ass,
    "sbv": _sbv,
    "whisper.cpp": _whisper,
    "subrip": _subrip,
    "lrc": _lrc,
    "tsv": _tsv,
    "csv": _csv,
    "audacity": _audacity,
    "text": _text,
    "plain": _plain,
}
