"""Do the tests notice small mistakes? Makes them one at a time, in a copy, and runs the tests.

    python -m tests.benchmarks.mutants [--count 24] [--seed 1] [MODULE...]

A mutant that no test noticed is a missing example, code that nobody needs, or no change at all:
what is known to be none is listed in `equal_changes.txt`, with its reason.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.benchmarks.small_changes import Change, changes, sample

ROOT = Path(__file__).parents[2]
_EQUAL_CHANGES = Path(__file__).with_name("equal_changes.txt")
_HOW = (
    *("-q", "-x", "-p", "no:cacheprovider", "--hypothesis-seed=0"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # of what the warm process has loaded
)
_OUTPUT = "output.txt"
_COPIED = ("reader", "ui", "resources", "tests", "packaging", "pyproject.toml")
_PATIENCE = 10.0  # s that a mutant may take beyond three times what the tests take without it

# The tests that decide about a module, beside those under the same name; the quickest first.
_ALSO = {
    "reader/formats/json_rows.py": (
        *("formats/test_json_transcript.py", "formats/test_json_exporters.py"),
        "formats/test_every_format.py",
    ),
    "reader/formats/json_times.py": (
        *("formats/test_json_transcript.py", "formats/test_json_exporters.py"),
    ),
    "reader/overlays/views.py": ("transcript/test_script.py",),
    "reader/notes/anchoring.py": ("notes/test_spoken_text.py",),
    "reader/notes/kept.py": ("notes/test_notebook.py", "notes/test_episode_notes.py"),
}

MODULES = (
    *("playback/transport", "playback/clock", "playback/cue_tracker", "playback/line_follower"),
    *("playback/navigator", "playback/passage_queue", "transcript/reading_text"),
    *("transcript/timeline", "transcript/word_timing", "transcript/script", "overlays/views"),
    *("overlays/overlays", "notes/sentences", "notes/notebook", "notes/anchoring"),
    *("notes/exporting/tables", "formats/json_rows", "formats/json_times", "store/unsaved"),
    *("whole_file", "regular_file"),
)
WIDGETS = ("transcript_pane/page_layout", "transcript_pane/follow")
ALL = (
    *(f"reader/{name}.py" for name in MODULES),
    *(f"ui/reading/{name}.py" for name in WIDGETS),
    "ui/player/seek_bar.py",
)


class Result(NamedTuple):
    """What became of the changes to a module."""

    module: str
    made: int
    equal: int
    survivors: list[Change]

    def __str__(self) -> str:
        deciding = self.made - self.equal
        noticed = deciding - len(self.survivors)
        share = noticed / deciding if deciding else 1.0
        return f"{self.module:46} {self.made:5} {self.equal:6} {noticed:8} {share:7.0%}"


def main() -> int:
    """Print each module's row and its survivors as they are known, then the sum."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", default=ALL, metavar="MODULE")
    parser.add_argument("--count", type=int, default=24, help="changes to a module")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    os.nice(max(0, 15 - os.nice(0)))
    print(f"{'module':46}  made  equal  noticed", flush=True)
    results = []
    with _copy() as tree:
        _warm_up()
        for module in chosen.modules:
            results.append(_try(tree, module, chosen.count, chosen.seed))
    survivors = [change for result in results for change in result.survivors]
    made, equal = (sum(getattr(one, name) for one in results) for name in ("made", "equal"))
    print(Result("all", made, equal, survivors))
    return 0


def _try(tree: Path, module: str, count: int, seed: int) -> Result:
    source = (tree / module).read_text("utf-8")
    chosen = sample(changes(source), count, seed)
    equal = _equal_changes(module)
    tests = _tests_of(tree, module)
    patience = _baseline(tree, module, tests) * 3 + _PATIENCE
    survivors = []
    for change in chosen:
        if change.name in equal:
            continue
        (tree / module).write_text(change.apply(source), "utf-8")
        if _pass(tree, tests, patience):
            survivors.append(change)
    (tree / module).write_text(source, "utf-8")
    result = Result(module, len(chosen), sum(change.name in equal for change in chosen), survivors)
    print(result, *(f"    {one.line}: {one.name}" for one in survivors), sep="\n", flush=True)
    return result


def _baseline(tree: Path, module: str, tests: Sequence[str]) -> float:
    """How many seconds the tests take with nothing changed; raises RuntimeError if they fail."""
    started = time.monotonic()
    if not tests or not _pass(tree, tests, 600):
        output = (tree.parent / _OUTPUT).read_text("utf-8", "replace")
        raise RuntimeError(f"no tests of {module} pass as it is: {', '.join(tests)}\n{output}")
    return time.monotonic() - started


def _tests_of(tree: Path, module: str) -> list[str]:
    path = Path(module)
    mirrored = Path("tests", path.parent, f"test_{path.name}")
    also = [Path("tests", path.parts[0], test) for test in _ALSO.get(module, ())]
    return [str(test) for test in (mirrored, *also) if (tree / test).exists()]


def _equal_changes(module: str) -> set[str]:
    """The names of those changes that change nothing. Each is a line, the reason the next one."""
    lines = _EQUAL_CHANGES.read_text("utf-8").splitlines()
    return {line.removeprefix(f"{module} ") for line in lines if line.startswith(f"{module} ")}


@contextmanager
def _copy() -> Iterator[Path]:
    """A copy of the tree, so that the mistakes never reach the one that is worked in."""
    with tempfile.TemporaryDirectory(prefix="mutants-", ignore_cleanup_errors=True) as folder:
        tree = Path(folder, "tree")
        tree.mkdir()
        for name in _COPIED:
            ignored = shutil.ignore_patterns("__pycache__")
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, tree / name, ignore=ignored)
            else:
                shutil.copy(ROOT / name, tree / name)
        yield tree


def _warm_up() -> None:
    """Load what all tests need and what never changes: each mutant is tried in a fork of this."""
    for name in ("hypothesis", "PySide6.QtTest", "PySide6.QtWidgets", "rapidfuzz.fuzz"):
        import_module(name)


def _pass(tree: Path, tests: Sequence[str], patience: float) -> bool:
    """Whether all these tests pass in time; in a process, and a group, of their own."""
    child = os.fork()
    if child == 0:
        _run_tests(tree, tests)
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            _end_group(child)
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    _end_group(child)
    os.waitpid(child, 0)
    return False


def _end_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


class _QuickestFirst:
    """For pytest: properties come after examples, and are not shrunk when they fail."""

    def pytest_configure(self) -> None:
        import hypothesis

        phases = (hypothesis.Phase.explicit, hypothesis.Phase.reuse, hypothesis.Phase.generate)
        hypothesis.settings.register_profile("mutants", phases=phases, deadline=None)
        hypothesis.settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: hasattr(getattr(item, "obj", None), "hypothesis"))


def _run_tests(tree: Path, tests: Sequence[str]) -> None:
    os.setsid()
    os.chdir(tree)
    silence = os.open(tree.parent / _OUTPUT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.environ |= {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    sys.path = [str(tree), *(path for path in sys.path if Path(path).resolve() != ROOT)]
    sys.dont_write_bytecode = True  # a mutant of the same size in the same second would be stale
    for name in [name for name in sys.modules if name.partition(".")[0] in {"tests", "reader"}]:
        del sys.modules[name]
    status: int = 2
    try:
        status = int(pytest.main([*_HOW, *tests], plugins=[_QuickestFirst()]))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(status)


if __name__ == "__main__":
    sys.exit(main())
