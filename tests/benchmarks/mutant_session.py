"""Runs the tests of a module again and again, each time in a fork with another small mistake.

The tests are collected once. In the fork the functions of the module, which the tests have
imported already, get the code of the changed source; nothing is written to the module's file.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

_LONGEST = 600  # s that the tests of a module may take, on a busy machine too
_MORE_WORK = 10  # s that a mutant may compute beyond three times what the tests do without it
_EXAMPLES = 40  # of a property: fewer than in the tests, which do not run so often
_HOW = (
    *("-q", "-x", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--timeout=0"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # of what the warm process has loaded
)


def run_session(
    tree: Path, module: str, sources: Mapping[str, str], tests: Sequence[str], reported: Path
) -> None:
    """In a process of its own, which it ends: write to `reported` which sources pass, by name, and
    print each of them as soon as it is known: all of them may take an hour.

    Nothing is written if the tests fail with the module as it is; what they print is beside it.
    """
    os.chdir(tree)
    shown = os.fdopen(os.dup(1), "w")
    silence = os.open(reported.with_suffix(".txt"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.environ["PYTHONPATH"] = str(tree)
    root = str(Path(__file__).parents[2])
    sys.path = [str(tree), *(path for path in sys.path if path not in ("", root))]
    for name in [name for name in sys.modules if name.partition(".")[0] in {"tests", "reader"}]:
        del sys.modules[name]
    try:
        mutants = _Mutants(module, sources, lambda name: print(name, file=shown, flush=True))
        pytest.main([*_HOW, *tests], plugins=[mutants])
        if mutants.survivors is not None:
            reported.write_text(json.dumps(mutants.survivors))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(0)


class _Mutants:
    """For pytest: examples before properties, none shrunk, and all of them for each source."""

    def __init__(
        self, module: str, sources: Mapping[str, str], show: Callable[[str], object]
    ) -> None:
        self._name = module.removesuffix(".py").replace("/", ".")
        self._sources, self._show = sources, show
        self.survivors: list[str] | None = None  # unknown where the tests fail anyway

    def pytest_configure(self) -> None:
        import hypothesis

        phases = (hypothesis.Phase.explicit, hypothesis.Phase.reuse, hypothesis.Phase.generate)
        hypothesis.settings.register_profile(
            "mutants", phases=phases, deadline=None, max_examples=_EXAMPLES
        )
        hypothesis.settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: hasattr(getattr(item, "obj", None), "hypothesis"))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        module = import_module(self._name)
        status, work = _in_fork(session, module, None, _LONGEST)
        if status == 0 and session.items:
            most = round(work * 3) + _MORE_WORK
            self.survivors = []
            for name, source in self._sources.items():
                if _in_fork(session, module, source, most)[0] == 0:
                    self.survivors.append(name)
                    self._show(name)
        return True


def _in_fork(
    session: pytest.Session, module: ModuleType, source: str | None, most_work: int
) -> tuple[int, float]:
    """The exit code of all tests, 0 if they pass, and the seconds that they computed."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (most_work, most_work))
        _end_with_tests(session, module, source)
    deadline = time.monotonic() + _LONGEST
    ended = 0
    while not ended and time.monotonic() < deadline:
        time.sleep(0.01)
        ended, status, used = os.wait4(child, os.WNOHANG)
    _end_group(child)
    if not ended:
        _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime


def _end_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


def _end_with_tests(session: pytest.Session, module: ModuleType, source: str | None) -> None:
    status = 1
    try:
        if source is not None:
            _change(module, source)
        for item, following in zip(session.items, [*session.items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.shouldfail or session.shouldstop:
                break
        status = 1 if session.testsfailed else 0
    finally:
        sys.stdout.flush()
        os._exit(status)


def _change(module: ModuleType, source: str) -> None:
    """Let a module that is in use do what another source says."""
    names = {"__name__": module.__name__, "__file__": module.__file__}
    exec(compile(source, str(module.__file__), "exec"), names)
    for name, new in names.items():
        if not name.startswith("__"):
            _take_over(vars(module).get(name), new, module.__name__)
            if not isinstance(new, FunctionType | type):
                setattr(module, name, new)


def _take_over(old: object, new: object, home: str) -> None:
    if hasattr(old, "__wrapped__") and hasattr(new, "__wrapped__"):  # a context manager, say
        _take_over(old.__wrapped__, new.__wrapped__, home)
    elif isinstance(old, FunctionType) and isinstance(new, FunctionType):
        if old.__module__ == home:
            old.__code__ = new.__code__
        if old.__module__ == home or old.__name__ == "__new__":  # a NamedTuple's has its defaults
            old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
    elif isinstance(old, property) and isinstance(new, property):
        _take_over(old.fget, new.fget, home)
    elif isinstance(old, cached_property) and isinstance(new, cached_property):
        _take_over(old.func, new.func, home)
    elif isinstance(old, staticmethod | classmethod) and isinstance(
        new, staticmethod | classmethod
    ):
        _take_over(old.__func__, new.__func__, home)
    elif isinstance(old, type) and isinstance(new, type) and old.__module__ == home:
        for name, value in vars(new).items():
            _take_over(vars(old).get(name), value, home)
            if isinstance(value, int | float | str | tuple) and not name.startswith("__"):
                setattr(old, name, value)
