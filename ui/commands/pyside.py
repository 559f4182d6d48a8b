"""Loads PySide without what it does at each start for others than Earmark: 40 % of its time."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_UNDISTURBED = 60.0  # s that another thread waits for its turn
TURN = 0.001
"""Seconds after which a thread that reads a text makes way for the window's, which asks for that
after each call into Qt: Python's own 5 ms, a hundred times over, held the window up for a second.
"""
_WORDED = "errorhandler layout parser lib/enum_sig lib/pyi_generator lib/tool".split()
_FOR_ERRORS = frozenset(f"shibokensupport/signature/{name}.py" for name in _WORDED)
"""What words the errors about wrong arguments, and what writes stubs, as PySide calls its files."""
_LATER = """
def __getattr__(name):
    import sys
    exec(compile({source!r}, __file__, "exec"), globals())
    globals().pop("__getattr__", None)
    return getattr(sys.modules[__name__], name)
"""


def load() -> None:
    """Load `PySide6.QtCore`, before anything else does."""
    # While PySide is loaded it walks through `sys.modules`, and ends the process where another
    # thread, such as the head start, imports something meanwhile: none gets its turn.
    sys.setswitchinterval(_UNDISTURBED)
    try:
        with _errors_worded_later():
            import PySide6.QtCore  # noqa: F401 - puts its own `import` in place
    finally:
        sys.setswitchinterval(TURN)
    # Its `import` reads the source of every module, to see whether it uses PySide. That matters to
    # `from __feature__ import` alone, and takes a sixth of all imports.
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)


@contextmanager
def _errors_worded_later() -> Iterator[None]:
    """PySide carries Python files within, and compiles them each time: most of that is done when
    something is asked of them, as a module's own `__getattr__` may."""
    at_once = compile

    def compile_later(source: Any, filename: Any, *rest: Any, **named: Any) -> Any:
        if filename in _FOR_ERRORS:
            source = _LATER.format(source=source)
        return at_once(source, filename, *rest, **named)

    builtins.compile = compile_later
    try:
        yield
    finally:
        builtins.compile = at_once
