"""`earmark search WORDS...`: what was said, noted and titled, in the whole library."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.time_text import clock_text
from ui.commands import output

if TYPE_CHECKING:
    from reader.episode import Episode
    from reader.library.search_values import FoundEpisode, FoundLine, FoundNote, SearchResult

EPILOG = """\
what WORDS may be:
  open source            both words within some seven lines
  '"open source"'        in a row, also over two lines
  open -closed           without another word
  voice:anna show:road   of whom, of which show
  after:2024 before:2024-06
  in:words in:notes in:titles
Whatever else stands there means itself: don't, C++, 3.5.

examples:
  earmark search scaling laws
  earmark search bees --show nature --since 2024
  earmark search '"open source" voice:swyx' --json"""

_EXCLUDED = re.compile(r"-(?!h$)[^-]")
_LINES = 3
_EPISODES = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is looked for, where, and how it is printed."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="what to look for")
    parser.add_argument("--show", metavar="SHOW", help="only shows with this in their names")
    parser.add_argument("--since", metavar="DATE", help="only episodes since 2024, or 2024-05-31")
    parser.add_argument(
        "--episodes", type=_from_one, default=_EPISODES, metavar="N", help="at most N (default: 20)"
    )
    parser.add_argument(
        "--lines", type=_from_zero, default=_LINES, metavar="N", help="N lines of each (default: 3)"
    )
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def words_apart(arguments: Sequence[str]) -> list[str]:
    """The arguments, with a blank before each -word: to argparse it would be an option."""
    return [f" {each}" if _EXCLUDED.match(each) else each for each in arguments]


def _from_one(text: str) -> int:
    return _number(text.strip(), 1)


def _from_zero(text: str) -> int:
    return _number(text.strip(), 0)


def _number(text: str, least: int) -> int:
    if not text.isdecimal() or int(text) < least:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from {least} on")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Print what is found, episode by episode; returns 1 where nothing is."""
    from reader.library.searching import search_once
    from reader.store.library import Library
    from reader.store.library_file import own_library
    from reader.store.word_index import WordIndex

    file, text = own_library(), _query(options)
    if not file.must_exist and not file.path.exists():
        output.report("the library is empty; earmark library add FOLDER fills it")
        return 1
    index = WordIndex(paths.word_index()) if paths.is_word_index_on() else None
    found = search_once(file, index, text, most=options.episodes, lines=options.lines)
    library = Library(file)
    try:
        episodes = {each.episode_id: library.episode(each.episode_id) for each in found.episodes}
    finally:
        library.close()
    if options.json:
        output.write(json.dumps(_fields(found, episodes), ensure_ascii=False, indent=2) + "\n")
    else:
        output.write("".join(map(_printed, found.episodes)))
        _report(found)
    return 0 if found.episodes else 1


def _query(options: argparse.Namespace) -> str:
    from reader.library.search_query import parse, with_filter

    text = " ".join(options.words) + " "  # the last word is typed to its end
    for name, value in (("show", options.show), ("after", options.since)):
        if value:
            text = with_filter(text, name, value) + " "
    query = parse(text)
    if query.hints:
        raise output.WrongUse(str(query.hints[0]))
    if query.is_empty:
        raise output.WrongUse("WORDS holds no word to look for")
    return text


def _printed(episode: FoundEpisode) -> str:
    head = " · ".join(
        filter(None, (episode.title.text, episode.show.text, episode.date, _moments(episode)))
    )
    notes = [f"  {clock_text(each.start):>8}  {_note(each)}" for each in episode.notes]
    return "\n".join([head, *map(_line, episode.lines), *notes]) + "\n\n"


def _moments(episode: FoundEpisode) -> str:
    if episode.moments <= len(episode.lines):
        return ""
    about = "about " if episode.is_estimate else ""
    return f"{about}{episode.moments} line{'' if episode.moments == 1 else 's'}"


def _line(line: FoundLine) -> str:
    time = clock_text(line.start) if line.start is not None else ""
    voice = f"{line.voice}: " if line.voice else ""
    return f"  {time:>8}  {voice}{line.snippet.text}"


def _note(note: FoundNote) -> str:
    said = [f"> {note.quote.text}" if note.quote.text else "", note.note.text]
    return " — ".join(filter(None, said))


def _report(found: SearchResult) -> None:
    if not found.episodes:
        output.report("nothing is found")
    if found.near:
        output.report("near: " + ", ".join(each.word for each in found.near))
    if not found.is_index_on:
        output.report("the index is switched off: only titles and notes were searched")
    elif found.indexed < found.total:
        output.report(
            f"{found.indexed} of {found.total} transcripts are read so far; "
            "earmark library scan reads the others"
        )
    if found.has_more and sys.stdout.isatty():
        output.report("there is more; --episodes takes a greater number")


def _fields(found: SearchResult, episodes: dict[str, Episode | None]) -> dict[str, Any]:
    return {
        "query": found.text.strip(),
        "spoken": found.spoken,
        "notes": found.noted,
        "titles": found.titled,
        "is_estimate": found.is_estimate,
        "has_more": found.has_more,
        "indexed": found.indexed,
        "transcripts": found.total,
        "near": [each.word for each in found.near],
        "episodes": [_episode(each, episodes[each.episode_id]) for each in found.episodes],
    }


def _episode(found: FoundEpisode, episode: Episode | None) -> dict[str, Any]:
    return {
        "id": found.episode_id,
        "title": found.title.text,
        "show": found.show.text,
        "date": found.date,
        "recording": _path(episode.recording if episode else None),
        "transcript": _path(episode.transcript if episode else None),
        "moments": found.moments,
        "lines": [
            {
                "line": each.cue,
                "start_ms": each.start,
                "voice": each.voice,
                "text": each.snippet.text,
                "marks": each.snippet.marks,
            }
            for each in found.lines
        ],
        "notes": [
            {
                "id": each.annotation_id,
                "start_ms": each.start,
                "quote": each.quote.text,
                "note": each.note.text,
            }
            for each in found.notes
        ],
    }


def _path(path: Path | None) -> str | None:
    from reader.foreign_names import shown

    return None if path is None else shown(str(path))
