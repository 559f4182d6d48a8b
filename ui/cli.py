"""The command line: `earmark [FILE...]` opens the window, `earmark COMMAND` does without.

A command's module is imported once it is known which is meant, and Qt only by those that need it.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from reader.errors import ReaderError
from ui.commands import output

COMMANDS = {
    "play": "follow along in the terminal: each line is printed as it is spoken",
    "info": "show format, encoding, cues, voices, length and problems",
    "cues": "print a transcript as JSON: cues, what was skipped, metadata",
    "convert": "write a transcript in another format",
    "corrections": "list, exchange and apply what you put right in a transcript",
    "sync": "fit a transcript to a recording by listening to it",
    "clip": "cut a passage of a recording into an audio file",
    "notes": "print or write what you kept: Markdown, CSV, JSON, Anki and more",
    "search": "find what was said, noted or titled, in all episodes",
    "library": "watch folders, list episodes, or forget them",
    "import": "take in notes that earmark notes wrote as JSON",
    "check": "report whether the library of notes and places is sound",
    "completion": "print what completes commands in bash, zsh or fish",
}
"""What each does, in a line."""

_LIKE_ENOUGH = 0.75  # of 1, as difflib compares: "serach" and "search" are 0.83

EXIT_CODES = "exit codes: 0 all went well, 1 it could not be done, 2 the command line is wrong"

_OVERVIEW = """\
commands (more with earmark COMMAND --help):
{commands}

examples:
  earmark talk.mp3                 open talk.mp3 and the transcript beside it
  earmark play talk.vtt            follow along without a window
  earmark convert talk.srt talk.vtt
  earmark search scaling laws      who said it, where and when
  earmark notes --since yesterday  what you kept since then, as Markdown
  earmark ./info                   open a file that is called as a command is"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; gives the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    name = given.pop(0) if given and given[0] in COMMANDS else ""
    if not name and (meant := _meant(given)):
        return _failed(f"there is no file “{given[0]}”; did you mean earmark {meant}?", 2)
    is_brief = arguments is None and name not in {"", "play"}
    if is_brief:
        gc.disable()  # looking for garbage takes a fifth of so short a life
    code = _guarded(name, _options(name, given))
    if is_brief:
        gc.freeze()  # when Python ends it would look once more
    return code


def _meant(given: Sequence[str]) -> str:
    """The command that the first argument is spelled much like, where it is not a file."""
    first = given[0] if given else ""
    if not first.isalpha() or Path(first).exists():
        return ""
    from difflib import get_close_matches  # a slip is seldom

    return next(iter(get_close_matches(first, COMMANDS, 1, _LIKE_ENOUGH)), "")


def _options(name: str, given: list[str]) -> argparse.Namespace:
    if name == "search":
        from ui.commands import search

        given = search.words_apart(given)
    if name or any(each.startswith("-") for each in given):
        return parser_of(name).parse_args(given)
    from ui.commands import window

    return window.options_of(given)


def parser_of(name: str) -> argparse.ArgumentParser:
    """The parser of a command, or of the window where there is no name."""
    module = _module(name)
    parser = _Parser(
        prog=f"earmark {name}".strip(),
        usage=None if name else "earmark [FILE...]\n       earmark COMMAND ...",
        description=_sentence(name),
        epilog=f"{module.EPILOG if name else _overview()}\n\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    parser.set_defaults(run=module.run, parser_of=parser_of, commands=COMMANDS)
    return parser


def _module(name: str) -> ModuleType:
    """Imports as they are needed, spelled out for those who pack the app."""
    match name:
        case "play":
            from ui.commands import play

            return play
        case "info":
            from ui.commands import info

            return info
        case "cues":
            from ui.commands import cues

            return cues
        case "convert":
            from ui.commands import convert

            return convert
        case "sync":
            from ui.commands import sync

            return sync
        case "clip":
            from ui.commands import clip

            return clip
        case "check":
            from ui.commands import check

            return check
        case "notes":
            from ui.commands import notes

            return notes
        case "import":
            from ui.commands import importing

            return importing
        case "completion":
            from ui.commands import completion

            return completion
        case _:
            return _module_of_library(name)


def _module_of_library(name: str) -> ModuleType:
    match name:
        case "corrections":
            from ui.commands import corrections

            return corrections
        case "search":
            from ui.commands import search

            return search
        case "library":
            from ui.commands import library

            return library
        case _:
            from ui.commands import window

            return window


def _guarded(name: str, options: argparse.Namespace) -> int:
    """Run a command; faults are reported in one line, those of the window in dialogs."""
    try:
        code: int = options.run(options)
    except output.WrongUse as error:
        return _failed(str(error), 2)
    except ReaderError as error:
        return _failed(error.message, 1)
    except BrokenPipeError:
        output.close()
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        output.close()
        return _failed(f"the output cannot be written: {error.strerror or error}", 1)
    except Exception as error:
        if isinstance(error, ImportError) and (said := _missing_library(error)):
            return _failed(said, 1)
        if not name:
            raise
        return _failed(f"a fault of Earmark itself: {type(error).__name__}: {error}", 1)
    return code


def _missing_library(error: ImportError) -> str:
    from ui.commands import system_libraries

    return system_libraries.missing(error)


def _failed(message: str, code: int) -> int:
    output.report(message)
    return code


def _sentence(name: str) -> str:
    said = COMMANDS.get(name, "listen and read at once: opens a transcript with its recording")
    return f"{said[0].upper()}{said[1:]}."


def _overview() -> str:
    return _OVERVIEW.format(
        commands="\n".join(f"  {name:12} {said}" for name, said in COMMANDS.items())
    )


class _Parser(argparse.ArgumentParser):
    """Reports what is wrong in one line, and takes arguments after options as before them."""

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does; it would refuse `WHAT` in `library add --json WHAT`."""
        found, rest = super().parse_known_args(args, namespace)
        last = [each.dest for each in self._actions if each.nargs == "*"]
        is_late = not any(each.startswith("-") for each in rest)
        if rest and last and is_late and not getattr(found, last[0]):
            setattr(found, last[0], rest)
            rest = []
        return found, rest

    def error(self, message: str) -> NoReturn:
        output.report(f"{message} (more with {self.prog} --help)")
        self.exit(2)


if __name__ == "__main__":
    sys.exit(main())
