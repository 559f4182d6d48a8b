"""`earmark library add|scan|list|forget`: watched folders and the episodes in them."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.episode import Episode
from reader.errors import ReaderError, StoreError, StoreFault
from reader.foreign_names import shown
from reader.message import message
from ui.commands import output

if TYPE_CHECKING:
    from reader.library.folder_scan import ScanReport
    from reader.library.indexing import IndexProgress
    from reader.store.catalogue import Catalogue, CatalogueEpisode, StoredFolder

EPILOG = """\
actions:
  add FOLDER...     watch folders, and take in the episodes in them
  scan [FOLDER...]  look for new and changed episodes, in all watched folders or some
  list              the watched folders and all episodes
  forget WHAT...    watch a FOLDER no more, or take an episode off the list: by its file, by
                    words of its title, or by its id; notes are kept

examples:
  earmark library add ~/Podcasts
  earmark library scan --json
  earmark library list --json | jq -r '.episodes[].title'"""

_ACTIONS = ("add", "scan", "list", "forget")
_NEEDED = {"add": "FOLDER", "forget": "WHAT"}
_NAMED = 5  # of the episodes that a name may mean


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and with what."""
    parser.add_argument(
        "action", choices=_ACTIONS, metavar="ACTION", help="add, scan, list, forget"
    )
    parser.add_argument("what", nargs="*", default=[], metavar="WHAT", help="folders, or episodes")
    parser.add_argument(
        "--no-index", action="store_true", help="leave the words for later; add and scan"
    )
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(options: argparse.Namespace) -> int:
    """Do it; returns 1 where a folder is not there, or nothing is to be forgotten."""
    from reader.store.catalogue import Catalogue
    from reader.store.library_file import own_library

    if not options.what and (kind := _NEEDED.get(options.action)):
        raise output.WrongUse(f"library {options.action} takes at least one {kind}")
    file = own_library()
    catalogue = Catalogue(file)
    try:
        match options.action:
            case "add":
                return _add(catalogue, options)
            case "scan":
                return _scan(catalogue, _chosen(catalogue, options.what), options)
            case "list":
                return _list(catalogue, options)
            case _:
                return _forget(catalogue, options)
    finally:
        file.close()


def _add(catalogue: Catalogue, options: argparse.Namespace) -> int:
    folders = []
    for name in options.what:
        path = _absolute(name)
        if not path.is_dir():
            raise ReaderError(message("“{file}” is not a folder.", file=name), path=path)
        folders.append(catalogue.watch(path))
    return _scan(catalogue, folders, options)


def _chosen(catalogue: Catalogue, names: Iterable[str]) -> list[StoredFolder]:
    folders = catalogue.folders()
    if not names:
        return folders
    by_path = {each.path: each for each in folders}
    wanted = {name: by_path.get(_absolute(name)) for name in names}
    for name, folder in wanted.items():
        if folder is None:
            raise ReaderError(message("“{file}” is not a watched folder.", file=name))
    return [each for each in wanted.values() if each is not None]


def _scan(
    catalogue: Catalogue, folders: Iterable[StoredFolder], options: argparse.Namespace
) -> int:
    from reader.library.folder_scan import FolderScan, ScanReport, Watcher

    total = ScanReport()
    for folder in folders:
        watcher = Watcher(lambda seen: _show(f"{seen.done} of {seen.total} files"))
        total = total.plus(FolderScan(catalogue, folder, watcher=watcher).run())
    words = 0 if options.no_index else _index(catalogue)
    _show("")
    if options.json:
        output.write(json.dumps(_report_fields(total, words), indent=2) + "\n")
    else:
        output.write(f"{_said(total)}; {words} transcripts read for the search\n")
    for path in total.away:
        output.report(f"{path} is not there; what is known of it stays")
    return 1 if total.away else 0


def _index(catalogue: Catalogue) -> int:
    """How many transcripts were read; none where the index is switched off."""
    from reader.library.indexing import Indexing
    from reader.store.library import Library
    from reader.store.library_file import own_library
    from reader.store.word_index import WordIndex

    if not paths.is_word_index_on():
        return 0
    index, file = WordIndex(paths.word_index()), own_library()

    def report(progress: IndexProgress) -> None:
        _show(f"{progress.done} of {progress.total} transcripts")

    try:
        indexing = Indexing(index, catalogue, Library(file), progressed=report)
        try:
            return indexing.run()
        except StoreError as error:
            if error.fault is not StoreFault.DAMAGED:
                raise
            return indexing.run()  # the damaged index was erased
    finally:
        file.close()
        index.close()


def _list(catalogue: Catalogue, options: argparse.Namespace) -> int:
    folders = catalogue.folders()
    shows = {each.id: each.show for each in catalogue.titles()}
    rows = [row for row in catalogue.episodes() if row.episode.id in shows]
    rows.sort(key=lambda row: (shows[row.episode.id], row.episode.title))
    if options.json:
        fields = {
            "folders": [_folder_fields(each) for each in folders],
            "episodes": [_episode_fields(each, shows[each.episode.id]) for each in rows],
        }
        output.write(json.dumps(fields, ensure_ascii=False, indent=2) + "\n")
        return 0
    lines = [f"{each.path}{' (not there)' if each.is_away else ''}" for each in folders]
    lines += ["", *(_episode_line(row, shows[row.episode.id]) for row in rows)] if rows else []
    output.write("\n".join([*map(shown, lines), ""]) if lines else "")
    if not rows and folders:
        output.report("no episode is listed yet; earmark library scan looks into the folders")
    elif not rows:
        output.report("the library is empty; earmark library add FOLDER fills it")
    return 0


def _forget(catalogue: Catalogue, options: argparse.Namespace) -> int:
    from reader.library.script_cache import ScriptCache

    texts = ScriptCache(paths.read_texts())
    folders = {each.path: each for each in catalogue.folders()}
    rows = catalogue.episodes()
    meant = [folders.get(_absolute(name)) or _meant(rows, name) for name in options.what]
    gone: list[str] = []
    for each in meant:
        if isinstance(each, Episode):
            catalogue.forget([each.id])
            texts.forget(each.files)
            gone.append(each.title)
        else:
            catalogue.unwatch(each.id, forget=True)
            gone.append(str(each.path))
    if options.json:
        output.write(json.dumps({"forgotten": gone}, ensure_ascii=False, indent=2) + "\n")
    else:
        output.write("".join(f"forgotten: {shown(each)}\n" for each in gone))
    return 0


def _meant(rows: Iterable[CatalogueEpisode], name: str) -> Episode:
    """The one episode with this id, file or title, or with these words in its title."""
    episodes = [row.episode for row in rows]
    plain, path = name.casefold(), _absolute(name)
    found = [
        each
        for each in episodes
        if each.id == name or path in each.files or each.title.casefold() == plain
    ]
    words = plain.split()
    found = found or [each for each in episodes if all(map(each.title.casefold().count, words))]
    if not found:
        raise ReaderError(
            message("No episode here is called “{file}”, and no file of one.", file=name)
        )
    if len(found) > 1:
        raise output.WrongUse(_said_of(name, found))
    return found[0]


def _said_of(name: str, episodes: Sequence[Episode]) -> str:
    titles = ", ".join(f"“{each}”" for each in sorted(each.title for each in episodes)[:_NAMED])
    more = ", …" if len(episodes) > _NAMED else ""
    return f"“{name}” may mean {len(episodes)} episodes: {titles}{more}; give the file of one"


def _absolute(name: str) -> Path:
    return Path(os.path.abspath(name))  # noqa: PTH100 - keeps links


def _show(text: str) -> None:
    """How it goes, on one line of a terminal that is written over."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _said(report: ScanReport) -> str:
    counts = (
        (report.added, "new"),
        (report.changed, "changed"),
        (report.missing, "missing"),
        (report.resting, "still being written"),
    )
    return ", ".join(f"{count} {what}" for count, what in counts if count) or "nothing new"


def _report_fields(report: ScanReport, words: int) -> dict[str, Any]:
    return {
        "added": report.added,
        "changed": report.changed,
        "missing": report.missing,
        "being_written": report.resting,
        "away": [shown(str(each)) for each in report.away],
        "transcripts_read": words,
    }


def _folder_fields(folder: StoredFolder) -> dict[str, Any]:
    return {
        "path": shown(str(folder.path)),
        "is_there": not folder.is_away,
        "scanned_at": folder.scanned_at.isoformat() if folder.scanned_at else None,
        "episodes": folder.episodes,
    }


def _episode_fields(row: CatalogueEpisode, show: str) -> dict[str, Any]:
    episode = row.episode
    return {
        "id": episode.id,
        "title": episode.title,
        "show": show,
        "date": episode.date,
        "recording": shown(str(episode.recording)) if episode.recording else None,
        "transcript": shown(str(episode.transcript)) if episode.transcript else None,
        "length_ms": episode.length,
        "position_ms": episode.position,
        "is_opened": episode.is_opened,
        "is_finished": row.is_finished,
        "notes": row.notes,
        "missing": sorted(shown(str(each)) for each in row.missing),
    }


def _episode_line(row: CatalogueEpisode, show: str) -> str:
    episode = row.episode
    marks = ["no transcript"] if episode.transcript is None else []
    marks += ["missing"] if row.missing else []
    marks += [f"{row.notes} notes"] if row.notes else []
    said = " · ".join(filter(None, (episode.title, show, episode.date)))
    return f"  {said} ({', '.join(marks)})" if marks else f"  {said}"
