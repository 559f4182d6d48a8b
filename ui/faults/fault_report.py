"""What a bug report says: where the program failed, without the reader's own words or names."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from reader.errors import ReaderError

_ROOT = Path(__file__).parents[2]
_OUR_FOLDERS = ("reader", "ui")
_LIBRARIES = re.compile(r"(?:site|dist)-packages|[Pp]ython3\.?\d+(?:\.zip)?")
_LONGEST_MESSAGE = 200
_MOST_READ = 2_000  # characters of a message
# Quotation marks of all languages. Those that are apostrophes too open only where no word goes on,
# and close only where none begins.
_OPENING = re.compile(r"[\"“”„‟«»‹›‘‚‛「『`]|(?<!\w)['’´]")
_CLOSING = re.compile(r"[\"“”„‟«»‹›‘‚‛」』`]|['’´](?!\w)")
_CODE_NAME = re.compile(r"(?<!\w)'([A-Za-z_][\w.\[\]]{0,39})'(?!\w)")
_PATH = re.compile(r"(?<!\S)\S*[\\/].*", re.DOTALL)  # it may have blanks, quotes and colons in it
_FRAME = re.compile(r'(?<=^  )File "(.*)", line (\d+)')
_TRACE_LINES = ("Fatal Python error:", "Current thread", "Thread 0x", "  File ", "  ...", "  <")
# Python itself says these of names in the code; other errors may quote what the listener has.
_ABOUT_CODE = (AttributeError, NameError, ImportError, TypeError)


def fault_report(error: BaseException, versions: Mapping[str, str]) -> str:
    """The versions and the chain of tracebacks, oldest first; no values, paths or quoted text."""
    heads = [f"{name} {version}" for name, version in versions.items()]
    parts = [_traceback(each) for each in reversed(list(_chain(error)))]
    return "\n".join(heads) + "\n\n" + "\n\n".join(parts) + "\n"


def crash_report(trace: str, versions: Mapping[str, str]) -> str:
    """The same of what `faulthandler` wrote when the program died."""
    heads = [f"{name} {version}" for name, version in versions.items()]
    known = (line for line in trace.splitlines() if not line or line.startswith(_TRACE_LINES))
    shown = [_FRAME.sub(_short_frame, line) for line in known]
    return "\n".join([*heads, "", *shown]).rstrip() + "\n"


def _short_frame(match: re.Match[str]) -> str:
    return f"{_short(match[1])}:{match[2]}"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _traceback(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return "\n".join([*map(_frame, frames), _headline(error)])


def _frame(frame: traceback.FrameSummary) -> str:
    if not frame.filename.endswith(".py"):
        return "  (not in a file of code)"  # Jinja shows lines of templates so
    return f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}\n    {frame.line}"


def _headline(error: BaseException) -> str:
    name = type(error).__qualname__
    message = _message(error)
    return f"{name}: {message}" if message else name


def _message(error: BaseException) -> str:
    if isinstance(error, ReaderError):
        return ""  # a sentence for the listener, with names of their files in it
    if isinstance(error, OSError) and error.strerror:
        return without_private(f"[Errno {error.errno}] {error.strerror}")
    first_line = str(error).split("\n", 1)[0]
    return without_private(first_line, keeps_names=isinstance(error, _ABOUT_CODE))


def without_private(message: str, *, keeps_names: bool = False) -> str:
    """`message` without what may be the listener's: all from the first quotation mark to the last,
    and from where a path begins to the end.

    With `keeps_names`, names of the code stay, as in `no attribute 'cue'`.
    """
    bare, names = message[:_MOST_READ].replace("\0", ""), []
    if keeps_names:
        names = _CODE_NAME.findall(bare)
        bare = _CODE_NAME.sub("\0", bare)
    left = _PATH.sub("...", _without_quotes(bare)).split("\0")
    shown = left[0] + "".join(
        f"'{name}'{part}" for name, part in zip(names, left[1:], strict=False)
    )
    return shown[:_LONGEST_MESSAGE]


def _without_quotes(message: str) -> str:
    opening = _OPENING.search(message)
    if opening is None:
        return message
    closings = list(_CLOSING.finditer(message, opening.end()))
    end = closings[-1].end() if closings else len(message)
    return f"{message[: opening.start()]}'...'{message[end:]}"


def _short(filename: str) -> str:
    """From the package on for our files and those of libraries, else the name alone: the folders
    of a listener may be called anything."""
    parts = PurePath(filename).parts
    for index in reversed(range(len(parts) - 1)):
        part, rest = parts[index], parts[index + 1 :]
        if _LIBRARIES.fullmatch(part):
            return "/".join(rest)
        if part in _OUR_FOLDERS and _ROOT.joinpath(part, *rest).is_file():
            return "/".join((part, *rest))
    return parts[-1] if parts else ""
