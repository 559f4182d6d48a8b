"""Notes as Markdown by templates: the presets in `resources/templates`, or a listener's own.

A template is Jinja (https://jinja.palletsprojects.com/templates/), in a sandbox, with `title`,
`today`, `episodes`, `notes` and `words`; `fields` below names what each has. The only home of
Jinja; the page for browsers is a template too.

A listener's own template is filled in by a process of its own (`template_process`), which is ended
after `LONGEST` seconds: neither a thread nor a trace function can stop `{{ (9**9)**(9**9) }}`.
"""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import time
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import own_process, paths
from reader.errors import ReaderError
from reader.exporting.turns import cleaned
from reader.library.links import link_to
from reader.markdown_text import (
    block_for_logseq,
    escaped,
    escaped_for_logseq,
    escaped_for_obsidian,
)
from reader.message import from_json, message, system_reason
from reader.notes.exporting.note import (
    Export,
    ExportedEpisode,
    ExportedNote,
    NoteOptions,
    Say,
    by_episode,
    title_of,
)
from reader.notes.yaml_text import yaml_text
from reader.regular_file import is_regular, read_regular
from reader.time_text import clock_text
from reader.whole_file import write_file

if TYPE_CHECKING:
    from jinja2 import Environment

Fields = dict[str, Any]

LONGEST = 5.0  # seconds that a template of the listener's own may take
LARGEST = 10_000_000  # bytes of a template
PROCESS_OPTION = "--fill-template"
"""What makes the frozen program such a process: it has no `python -m`."""

_PROCESS = "reader.notes.exporting.template_process"
_LOOK_EVERY = 0.1  # seconds, whether it was cancelled meanwhile
_FAULTS = (
    *(ArithmeticError, AttributeError, LookupError, MemoryError, OSError),
    *(RecursionError, SyntaxError, TypeError, ValueError),
)
"""What a template can raise beside Jinja's own errors."""
_WORDS = {
    "bookmark": message("Bookmark"),
    "link": message("link"),
    "open": message("open"),
    "passages": message("Passages"),
    "episodes": message("Episodes"),
    "missing": message(
        "The recording is not where it was: put it back beside this page to hear it."
    ),
    "play": message("Play"),
    "play_from_here": message("Play from here"),
    "open_in_earmark": message("Open in Earmark"),
    "kept_with": message("Kept with Earmark"),
}
"""What our templates say themselves, by the names under `words`."""
_NOT_IN_TAGS = re.compile(r"[^\w/-]+")


def preset(name: str) -> Path:
    """The file of a preset, such as "plain.md"."""
    return paths.resources() / "templates" / name


def own_templates() -> list[Path]:
    """The listener's own, in order of their names."""
    return sorted((paths.config_folder() / "templates").glob("*.md"))


def template_folder() -> Path:
    """Where they lie, made if it is not there, with one to begin with. Raises ReaderError."""
    folder = paths.config_folder() / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not any(folder.glob("*.md")):
            write_file(folder / "example.md", preset("plain.md").read_bytes())
    except OSError as error:
        raise ReaderError(
            message(
                "{folder} cannot be made: {reason}.", folder=folder, reason=system_reason(error)
            ),
            path=folder,
        ) from error
    return folder


def write(export: Export) -> str:
    """The notes as `export.template` sets them. Raises ReaderError with file and line."""
    template = export.template or preset("plain.md")
    return cleaned(filled_in(template, fields(export), lambda: export.progressed(0.0)))


def note_as_markdown(note: ExportedNote, say: Say = str) -> str:
    """One note as the preset for Obsidian sets it."""
    values = {"note": _note_fields(note, NoteOptions(), say), "words": _said(say)}
    return cleaned(rendered(preset("obsidian_note.md"), values))


def filled_in(path: Path, values: Fields, watch: Callable[[], object] = lambda: None) -> str:
    """A template filled in, a listener's own one within `LONGEST` seconds.

    `watch` is called meanwhile and may raise to end it. Raises ReaderError as `rendered` does.
    """
    path = path.absolute()
    if path.parent == preset(path.name).absolute().parent:
        return rendered(path, values)
    if path.exists() and not is_regular(path):
        raise fault(path, None, message("it is a pipe or a device, not a file"))
    given = pickle.dumps((path, values))
    with own_process.started(_PROCESS, PROCESS_OPTION) as process:
        try:
            answer = _answer(process, given, watch)
        except subprocess.TimeoutExpired as error:
            raise fault(
                path,
                None,
                message("it did not end within {seconds} seconds", seconds=f"{LONGEST:g}"),
            ) from error
        finally:
            process.kill()
    return _text_in(path, answer)


def _answer(
    process: subprocess.Popen[bytes], given: bytes, watch: Callable[[], object]
) -> dict[str, Any]:
    """What the process says; empty if it died. Raises TimeoutExpired."""
    assert process.stdin is not None and process.stdout is not None
    with suppress(BrokenPipeError):
        process.stdin.write(given)
        process.stdin.close()
    process.stdin = None
    process.stdout.readline()  # it has begun
    end = time.monotonic() + LONGEST
    while True:
        watch()
        try:
            said, _ = process.communicate(timeout=_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            if time.monotonic() > end:
                raise
        else:
            return dict(json.loads(said)) if said else {}


def _text_in(path: Path, answer: Mapping[str, Any]) -> str:
    if "text" in answer:
        return str(answer["text"])
    if "message" in answer:
        raise ReaderError(
            from_json(answer["message"]), path=Path(answer["path"]), line=answer["line"]
        )
    raise fault(path, None, message("it ended the process that fills it in"))


def rendered(path: Path, values: Mapping[str, object], *, is_html: bool = False) -> str:
    """A template filled in here, however long it takes.

    Raises ReaderError, which names its file and line.
    """
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    path = path.absolute()
    try:
        return _environment(path.parent, is_html).get_template(path.name).render(values)
    except TemplateSyntaxError as error:
        name = error.name or path.name
        raise fault(
            path.with_name(name), error.lineno, (error.message or "").rstrip(".")
        ) from error
    except TemplateNotFound as error:
        raise fault(
            path, None, message("there is no template {file}", file=error.message)
        ) from error
    except UnicodeDecodeError as error:
        raise fault(path, None, message("it is not UTF-8 text")) from error
    except (TemplateError, *_FAULTS) as error:
        raise fault(path, _line_of(error, path), _reason(error)) from error


def _reason(error: Exception) -> str:
    match error:
        case RecursionError():
            return message("it calls or includes itself without end")
        case MemoryError():
            return message("it needs too much memory")
        case SyntaxError():
            return error.msg.rstrip(".")
        case OSError(filename=str(name)) if error.strerror:
            reason = system_reason(error)
            return message("{file} cannot be read: {reason}", file=Path(name).name, reason=reason)
    return str(error).rstrip(".")


def fields(export: Export) -> Fields:
    """What a template can name."""
    say = export.say
    episodes = [_episode_fields(each, export.options, say) for each in by_episode(export.notes)]
    return {
        "title": title_of(export.notes) or say(message("Notes")),
        "words": _said(say),
        "today": datetime.now().astimezone(),
        "episodes": episodes,
        "notes": [note for episode in episodes for note in episode["notes"]],
    }


def _said(say: Say) -> dict[str, str]:
    return {name: say(text) for name, text in _WORDS.items()}


def _episode_fields(kept: ExportedEpisode, options: NoteOptions, say: Say) -> Fields:
    episode = kept.episode
    return {
        "title": episode.title,
        "show": episode.show,
        "date": episode.date,
        "link": link_to(episode) if options.has_links else "",
        "length": clock_text(episode.length) if episode.length else "",
        "id": episode.id,
        "recording": str(episode.recording or ""),
        "transcript": str(episode.transcript or ""),
        "tags": sorted({tag for note in kept.notes for tag in note.annotation.tags}),
        "notes": [_note_fields(note, options, say) for note in kept.notes],
    }


def _note_fields(note: ExportedNote, options: NoteOptions, say: Say) -> Fields:
    each = note.annotation
    start, end = each.selector.time
    return {
        "id": each.id,
        "title": note.episode.title,
        "show": note.episode.show,
        "date": note.episode.date,
        "quote": note.quote,
        "before": note.before,
        "after": note.after,
        "note": each.note.strip(),
        "tags": _once(each.tags),
        "voice": each.voice if options.has_voice else "",
        "time": clock_text(start) if options.has_times else "",
        "end": clock_text(end) if options.has_times else "",
        "start_ms": start,
        "end_ms": end,
        "colour": note.colour_said(say),
        "colour_number": each.colour,
        "colour_hex": note.colour_hex,
        "kind": note.kind,
        "created": each.created,
        "link": note.link_by(options),
    }


@lru_cache
def _environment(folder: Path, is_html: bool) -> Environment:
    """Kept, with the templates it has parsed; one that was changed meanwhile is read again."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(partial(_source, (folder, paths.resources() / "templates"))),
        undefined=StrictUndefined,
        autoescape=is_html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        escaped=escaped,
        obsidian=escaped_for_obsidian,
        logseq=escaped_for_logseq,
        logseq_block=block_for_logseq,
        quoted=_quoted,
        hashtag=_hashtag,
        page=_page,
        yaml=yaml_text,
        date=lambda moment: f"{moment:%Y-%m-%d}",
    )
    return environment


def _source(folders: Sequence[Path], name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """A template's text, its path, and whether the file is still as it was read."""
    from jinja2.loaders import split_template_path

    for folder in folders:
        path = folder.joinpath(*split_template_path(name))
        with suppress(FileNotFoundError, NotADirectoryError):
            moment, content = _moment(path), read_regular(path, LARGEST)
            return content.decode(), str(path), partial(_is_as_of, path, moment)
    return None


def _is_as_of(path: Path, moment: int) -> bool:
    with suppress(OSError):
        return _moment(path) == moment
    return False


def _moment(path: Path) -> int:
    return path.stat().st_mtime_ns


def _quoted(text: str) -> str:
    """Each line as a line of a block quote."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _once(tags: Iterable[str]) -> list[str]:
    """Each tag once: `birds` and `Birds` are one to Obsidian and Logseq."""
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(tag.casefold(), tag)
    return list(first.values())


def _page(tag: str) -> str:
    """A tag in a list of Logseq's, which takes each comma for the end of one."""
    return f"[[{tag}]]" if "," in tag else tag


def _hashtag(tag: str) -> str:
    """`two words` -> `#two-words`; a number alone is not a tag in Obsidian or Logseq."""
    word = _NOT_IN_TAGS.sub("-", tag).strip("-") or "tag"
    return f"#{word}_" if word.isdecimal() else f"#{word}"


def _line_of(error: Exception, path: Path) -> int | None:
    """Jinja lets its templates stand in the traceback as if they were code."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((each.lineno for each in reversed(frames) if each.filename == str(path)), None)


def fault(path: Path, line: int | None, reason: str) -> ReaderError:
    """A fault in a template; `reason` reads on from its name, without a full stop."""
    said = message("The template {file}: {reason}.")
    if line:
        said = message("The template {file}, line {line}: {reason}.")
    return ReaderError(said.filled(file=path.name, line=line, reason=reason), path=path, line=line)
