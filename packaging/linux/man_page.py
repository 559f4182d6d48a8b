"""Prints earmark(1), made from the command line's own parsers so that it knows what they know."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]
from bundle import version  # noqa: E402

from ui.cli import COMMANDS, EXIT_CODES, parser_of  # noqa: E402

_INTRODUCTION = """\
Earmark opens an episode, a recording and its transcript, plays it, and the line being spoken
lights up. Of the two files one is enough: the other is found beside it."""
_FILES = {
    "~/.local/share/earmark/earmark.db": "Places, choices and notes (SQLite).",
    "~/.config/earmark/earmark.ini": "Preferences.",
}


def man_page() -> str:
    """The page, in man's own macros."""
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    head = f'.TH EARMARK 1 "{moment:%Y-%m-%d}" "Earmark {version(ROOT)}" "User Commands"'
    return "\n".join([head, *_sections()]) + "\n"


def _sections() -> Iterator[str]:
    yield from (".SH NAME", "earmark \\- listen and read at once", ".SH SYNOPSIS")
    yield from (".B earmark", ".RI [ FILE... ]", ".br", ".B earmark", r".IR COMMAND \\&...")
    yield from (".SH DESCRIPTION", _plain(_INTRODUCTION), ".SH OPTIONS")
    yield from _options(parser_of(""))
    yield ".SH COMMANDS"
    for name, said in COMMANDS.items():
        parser = parser_of(name)
        yield f".SS earmark {name}"
        yield _plain(said[0].upper() + said[1:] + ".")
        yield from _options(parser)
    yield from (".SH EXIT STATUS", _plain(EXIT_CODES.removeprefix("exit codes: ") + "."))
    yield ".SH FILES"
    for path, said in _FILES.items():
        yield from (".TP", f".I {_plain(path)}", _plain(said))


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:  # argparse has no other way to ask
        names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in action.option_strings)
        values = "" if action.nargs == 0 else f"\\fI{_plain(_values(action))}\\fR"
        yield from (".TP", f"{names} {values}".strip(), _plain(action.help or ""))


def _values(action: argparse.Action) -> str:
    if action.metavar is not None:
        return str(action.metavar)
    return "|".join(action.choices) if action.choices else action.dest.upper()


def _plain(text: str) -> str:
    """Text that man takes as it is."""
    text = re.sub(r"[-\\]", lambda found: {"-": r"\-", "\\": r"\e"}[found[0]], text)
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M).replace("%(default)s", "")


if __name__ == "__main__":
    print(man_page(), end="")
