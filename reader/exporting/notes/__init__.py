"""What was kept, written out: a format is one module and one row of `NOTE_FORMATS`.

Nothing that was kept is lost by JSON; what the others leave behind is said where they are written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reader.errors import ReaderError
from reader.exporting.files import write_whole
from reader.exporting.notes import anki, cues, html_page, tables, templates, web_annotation
from reader.exporting.notes.note import Export, by_episode
from reader.file_names import safe_name


class NoteFormat(NamedTuple):
    """How a format is called and by which suffix its files are known.

    `has_options`: it is for people, who may want it without times. `is_of_one`: its times are those
    of one recording, so it holds one episode.
    """

    name: str
    title: str
    suffix: str
    write: Callable[[Export], str | bytes]
    has_options: bool = False
    is_of_one: bool = False
    is_text: bool = True


def _templated(name: str) -> Callable[[Export], str]:
    return partial(_with_preset, f"{name}.md")


def _with_preset(name: str, export: Export) -> str:
    return templates.write(export._replace(template=templates.preset(name)))


NOTE_FORMATS = (
    NoteFormat("md", "Markdown", ".md", _templated("plain"), has_options=True),
    NoteFormat("obsidian", "Obsidian", ".md", _templated("obsidian"), has_options=True),
    NoteFormat("logseq", "Logseq", ".md", _templated("logseq"), has_options=True),
    NoteFormat("apa", "Citations, APA", ".md", _templated("apa"), has_options=True),
    NoteFormat("chicago", "Citations, Chicago", ".md", _templated("chicago"), has_options=True),
    NoteFormat("csv", "CSV", ".csv", tables.write),
    NoteFormat("readwise", "CSV for Readwise", ".csv", tables.write_for_readwise),
    NoteFormat("json", "JSON (W3C Web Annotation)", ".json", web_annotation.write),
    NoteFormat("vtt", "WebVTT of the passages", ".vtt", cues.write_vtt, is_of_one=True),
    NoteFormat("html", "Web page", ".html", html_page.write, has_options=True),
    NoteFormat("anki", "Anki deck", ".apkg", anki.write, is_text=False),
    NoteFormat("audacity", "Audacity labels", ".txt", cues.write_labels, is_of_one=True),
)


def format_named(name: str) -> NoteFormat:
    """The format called `name`; `template:FILE` is a template of the listener's own.

    Raises KeyError.
    """
    if name.startswith("template:"):
        return templated(Path(name.removeprefix("template:")))
    return {row.name: row for row in NOTE_FORMATS}[name]


def templated(path: Path) -> NoteFormat:
    """A listener's own template as a format."""

    def write(export: Export) -> str:
        return templates.write(export._replace(template=path))

    return NoteFormat(f"template:{path}", path.stem, path.suffix or ".md", write, has_options=True)


def written(export: Export, chosen: NoteFormat) -> str | bytes:
    """The notes in that format. Raises ReaderError where it cannot hold them."""
    if chosen.is_of_one and len(by_episode(export.notes)) > 1:
        raise ReaderError(
            f"{chosen.title} tells the times of one recording: choose the notes of one episode."
        )
    return chosen.write(export)


def save(export: Export, path: Path, chosen: NoteFormat, *, may_replace: bool = False) -> None:
    """Write a file whole or not at all. Raises ReaderError."""
    content = written(export._replace(folder=path.absolute().parent), chosen)
    data = content if isinstance(content, bytes) else content.encode()
    write_whole(path, data, may_replace=may_replace)


def save_by_episode(
    export: Export, folder: Path, chosen: NoteFormat, *, may_replace: bool = False
) -> list[Path]:
    """Write a file an episode into a folder, called as the episodes are. Raises ReaderError."""
    written_to: list[Path] = []
    for episode, notes in by_episode(export.notes):
        path = _free(folder, safe_name(episode.title) or "Notes", chosen.suffix, written_to)
        save(export._replace(notes=notes), path, chosen, may_replace=may_replace)
        written_to.append(path)
    return written_to


def _free(folder: Path, name: str, suffix: str, taken: list[Path]) -> Path:
    """Two episodes may be called the same."""
    path, number = folder / f"{name}{suffix}", 1
    while path in taken:
        number += 1
        path = folder / f"{name} {number}{suffix}"
    return path
