"""The module that reads each format, imported once the format is asked for.

All of them take 50 ms to import, and one file needs few. The packages carry them by the list in
`packaging/earmark.spec`, since no import names them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import NamedTuple

from reader.formats.source import Source
from reader.transcript.model import Transcript


class Reader(NamedTuple):
    """How a format is recognised by its first lines (of what is not a text: bytes), and read."""

    is_like: Callable[..., bool]
    read: Callable[[Source], Transcript]


class _Home(NamedTuple):
    """Where the reader of a format lies: its module in this package, and its two functions."""

    module: str
    is_like: str = "is_like"
    read: str = "read"


@cache
def reader_of(name: str) -> Reader:
    """What reads the format called `name`. Raises KeyError."""
    home = _HOMES[name]
    module = import_module(f"{__package__}.{home.module}")
    return Reader(getattr(module, home.is_like), getattr(module, home.read))


_HOMES = {
    "docx": _Home("word_document"),
    "epub": _Home("narrated_book"),
    "ebu-stl": _Home("ebu_stl"),
    "webvtt": _Home("webvtt"),
    "earmark": _Home("earmark_json"),
    "otranscribe": _Home("otranscribe"),
    "json": _Home("json_head"),
    "ttml": _Home("ttml"),
    "xml": _Home("timed_xml"),
    "elan": _Home("elan"),
    "exmaralda": _Home("exmaralda"),
    "transcriber": _Home("transcriber"),
    "fcpxml": _Home("final_cut"),
    "audacity-project": _Home("audacity_project"),
    "audacity-database": _Home("audacity_database"),
    "hyperaudio": _Home("hyperaudio"),
    "html": _Home("html_page"),
    "textgrid": _Home("textgrid"),
    "chat": _Home("chat"),
    "scc": _Home("scc"),
    "rtf": _Home("rich_text"),
    "ass": _Home("substation"),
    "sbv": _Home("sbv"),
    "whisper.cpp": _Home("whisper_console"),
    "subrip": _Home("subrip"),
    "microdvd": _Home("microdvd"),
    "stl": _Home("spruce_stl"),
    "rttm": _Home("nist", "is_rttm", "read_rttm"),
    "stm": _Home("nist", "is_stm", "read_stm"),
    "ctm": _Home("nist", "is_ctm", "read_ctm"),
    "lrc": _Home("lrc"),
    "tsv": _Home("tables", "is_tsv", "read_tsv"),
    "csv": _Home("tables", "is_csv", "read_csv"),
    "audacity": _Home("audacity"),
    "text": _Home("text_layouts"),
    "plain": _Home("plain_text"),
}
