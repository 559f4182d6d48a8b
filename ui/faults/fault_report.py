"""What a bug report says: where the program failed, without the reader's own words or names."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

_OUR_FOLDERS = ("reader", "ui")
_LONGEST_MESSAGE = 200
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
_PATH = re.compile(r"(?:[A-Za-z]:\\|/|~/)[^\s'\":;,)]+")
_FRAME = re.compile(r'File "([^"]*)", line (\d+)')
_NAME = re.compile(r"[\w.\[\]]{1,40}")


def fault_report(error: BaseException, versions: Mapping[str, str]) -> str:
    """The versions and the chain of tracebacks, oldest first; no values, paths or quoted text."""
    heads = [f"{name} {version}" for name, version in versions.items()]
    parts = [_traceback(each) for each in reversed(list(_chain(error)))]
    return "\n".join(heads) + "\n\n" + "\n\n".join(parts) + "\n"


def crash_report(trace: str, versions: Mapping[str, str]) -> str:
    """The same of what `faulthandler` wrote when the program died."""
    heads = [f"{name} {version}" for name, version in versions.items()]
    lines = [_FRAME.sub(_short_frame, line) for line in trace.splitlines()]
    told = [line for line in lines if not line.startswith("Extension modules")]
    return "\n".join([*heads, "", *told]).rstrip() + "\n"


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
    lines = [
        f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}\n    {frame.line}"
        for frame in frames
    ]
    return "\n".join([*lines, _headline(error)])


def _headline(error: BaseException) -> str:
    name = type(error).__qualname__
    message = without_private(str(error).split("\n", 1)[0])
    return f"{name}: {message}" if message else name


def without_private(message: str) -> str:
    """`message` with quoted text and paths cut out; short names as in `no attribute 'cue'` stay."""

    def keep_name(match: re.Match[str]) -> str:
        return match[0] if _NAME.fullmatch(match[0][1:-1]) else "'...'"

    shortened = _PATH.sub("...", _QUOTED.sub(keep_name, message))
    return shortened[:_LONGEST_MESSAGE]


def _short(filename: str) -> str:
    """From the package on for our files, else the last two parts: no name of a home folder."""
    parts = PurePath(filename).parts
    ours = [index for index, part in enumerate(parts[:-1]) if part in _OUR_FOLDERS]
    return Path(*parts[ours[0] if ours else -2 :]).as_posix()
