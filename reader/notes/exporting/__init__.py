"""What was kept, written out: a format is one module and one row of `NOTE_FORMATS`.

Nothing that was kept is lost by JSON; what the others leave behind is said where they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.errors import ReaderError
from reader.exporting.files import write_whole
from reader.file_names import free_path, linkable_name, safe_name
from reader.message import message
from reader.notes.exporting import anki, cues, html_page, quotes, tables, templates, web_annotation
from reader.notes.exporting.note import Export, ExportedNote, by_episode


class NoteFormat(NamedTuple):
    """How a format is called and by which suffix its files are known.

    `has_options`: it is for people, who may want it without times. `has_context`: it can show what
    was said before and after. `is_of_one`: its times are those of one recording, so it holds one
    episode.
    """

    name: str
    title: str
    suffix: str
    write: Callable[[Export], str | bytes]
    has_options: bool = False
    has_context: bool = False
    is_of_one: bool = False
    is_text: bool = True

    @property
    def is_shown(self) -> bool:
        """Whether a person can read it as it is."""
        return self.is_text and self.suffix != ".html"


def _markdown(name: str, title: str, preset: str) -> NoteFormat:
    """Markdown as a template of ours sets it."""
    return templated(templates.preset(preset))._replace(name=name, title=title)


def templated(path: Path) -> NoteFormat:
    """A listener's own template as a format."""

    def write(export: Export) -> str:
        return templates.write(export._replace(template=path))

    title, suffix = path.stem, path.suffix or ".md"
    return NoteFormat(f"template:{path}", title, suffix, write, has_options=True, has_context=True)


_HTML = NoteFormat(
    "html", message("Web page"), ".html", html_page.write, has_options=True, has_context=True
)

NOTE_FORMATS = (
    _markdown("md", "Markdown", "plain.md"),
    _markdown("obsidian", "Obsidian", "obsidian.md"),
    _markdown("logseq", "Logseq", "logseq.md"),
    _markdown("apa", message("Citations, APA"), "apa.md"),
    _markdown("chicago", message("Citations, Chicago"), "chicago.md"),
    NoteFormat(
        "quote", message("Quotes with their source"), ".txt", quotes.write, has_options=True
    ),
    _HTML,
    NoteFormat("csv", "CSV", ".csv", tables.write, has_context=True),
    NoteFormat("excel", message("CSV for Excel"), ".csv", tables.write_for_excel, has_context=True),
    NoteFormat("readwise", message("CSV for Readwise"), ".csv", tables.write_for_readwise),
    NoteFormat("json", message("JSON (W3C Web Annotation)"), ".json", web_annotation.write),
    NoteFormat("vtt", message("WebVTT of the passages"), ".vtt", cues.write_vtt, is_of_one=True),
    NoteFormat("audacity", message("Audacity labels"), ".txt", cues.write_labels, is_of_one=True),
    NoteFormat("anki", message("Anki deck"), ".apkg", anki.write, is_text=False),
)


def format_named(name: str) -> NoteFormat:
    """The format called `name`; `template:FILE` is a template of the listener's own.

    Raises KeyError.
    """
    if name.startswith("template:"):
        return templated(Path(name.removeprefix("template:")))
    return {row.name: row for row in NOTE_FORMATS}[name]


def file_name(title: str, chosen: NoteFormat) -> str:
    """A title as the name of such a file, without suffix; may be empty. Notes can link to it."""
    return linkable_name(title) if chosen.suffix == ".md" else safe_name(title)


def written(export: Export, chosen: NoteFormat) -> str | bytes:
    """The notes in that format. Raises ReaderError where it cannot hold them."""
    refuse_unfit(export.notes, chosen)
    return chosen.write(export)


def refuse_unfit(notes: Sequence[ExportedNote], chosen: NoteFormat) -> None:
    """Raises ReaderError where a format cannot hold these notes."""
    if chosen.is_of_one and len(by_episode(notes)) > 1:
        raise ReaderError(
            message(
                "{format} holds the times of one recording: choose the notes of one episode.",
                format=chosen.title,
            )
        )


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
        name = file_name(episode.title, chosen) or "Notes"
        # One that is there is refused, not passed over: else each run would add files.
        path = free_path(folder, name, chosen.suffix, taken=written_to, may_replace=True)
        save(export._replace(notes=notes), path, chosen, may_replace=may_replace)
        written_to.append(path)
    return written_to
