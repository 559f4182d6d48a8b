"""Do the tests notice small mistakes? Makes them one at a time and runs the tests of the module.

    python -m tests.benchmarks.mutants [--count 24] [--seed 1] [MODULE...]

A mutant that no test noticed is a missing example, code that nobody needs, or no change at all:
what is known to be none is listed in `equal_changes.txt`, with its reason.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.mutant_session import run_session
from tests.benchmarks.small_changes import Change, changes, sample

ROOT = Path(__file__).parents[2]
_EQUAL_CHANGES = Path(__file__).with_name("equal_changes.txt")
_COPIED = ("reader", "ui", "resources", "tests", "packaging", "pyproject.toml")

_JSON_TESTS = ("reader/formats/test_json_transcript.py", "reader/formats/test_json_exporters.py")

# The tests that decide about a module, beside those under the same name; the quickest first.
_ALSO = {
    "reader/formats/json_understanding.py": _JSON_TESTS,
    "reader/formats/json_row_reader.py": _JSON_TESTS,
    "reader/formats/json_segments.py": _JSON_TESTS,
    "reader/formats/json_times.py": ("reader/formats/test_json_transcript.py",),
    "reader/overlays/views.py": ("reader/transcript/test_script.py",),
    "reader/overlays/overlays.py": ("reader/transcript/test_script.py",),
    "reader/store/unsaved.py": ("reader/store/test_parted_library.py",),
    "ui/reading/transcript_pane/page_layout.py": ("ui/reading/transcript_pane/test_folds.py",),
}

MODULES = (
    *("playback/transport", "playback/clock", "playback/cue_tracker", "playback/line_follower"),
    *("playback/navigator", "playback/passage_queue", "transcript/reading_text"),
    *("transcript/timeline", "transcript/word_timing", "transcript/script", "overlays/views"),
    *("overlays/overlays", "notes/sentences", "notes/notebook", "notes/anchoring"),
    *("notes/exporting/tables", "formats/json_understanding", "formats/json_row_reader"),
    *("formats/json_segments", "formats/json_times", "store/unsaved"),
    *("whole_file", "regular_file"),
)
WIDGETS = ("reading/transcript_pane/page_layout", "reading/transcript_pane/follow")
ALL = (
    *(f"reader/{name}.py" for name in MODULES),
    *(f"ui/{name}.py" for name in (*WIDGETS, "player/seek_bar")),
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
    """Print each survivor as it is known, below them their module's row, then the sum."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", default=ALL, metavar="MODULE")
    parser.add_argument("--count", type=int, default=24, help="changes to a module")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    print(f"{'module':46}  made  equal  noticed", flush=True)
    with _copy() as tree:
        for name in ("hypothesis", "PySide6.QtTest", "PySide6.QtWidgets", "rapidfuzz.fuzz"):
            import_module(name)  # once for all modules: each is tried in a fork
        results = [_try(tree, module, chosen.count, chosen.seed) for module in chosen.modules]
    survivors = [change for result in results for change in result.survivors]
    made, equal = (sum(getattr(one, name) for one in results) for name in ("made", "equal"))
    print(Result("all", made, equal, survivors))
    return 0


def _try(tree: Path, module: str, count: int, seed: int) -> Result:
    source = (tree / module).read_text("utf-8")
    chosen = sample(changes(source), count, seed)
    tests = _tests_of(tree, module)
    equal = _equal_changes(module)
    tried = [change for change in chosen if change.name not in equal]
    survivors = _survivors(tree, module, tried, tests)
    result = Result(module, len(chosen), len(chosen) - len(tried), survivors)
    print(result, flush=True)
    return result


def _survivors(
    tree: Path, module: str, tried: Sequence[Change], tests: Sequence[str]
) -> list[Change]:
    """The changes that no test noticed; raises RuntimeError if the tests fail anyway."""
    source = (tree / module).read_text("utf-8")
    reported = tree.parent / "survivors.json"
    reported.unlink(missing_ok=True)
    named = {f"    {one.line}: {one.name}": one for one in tried}
    child = os.fork()
    if child == 0:
        sources = {name: one.apply(source) for name, one in named.items()}
        run_session(tree, module, sources, tests, reported)
    os.waitpid(child, 0)
    if not reported.exists():
        output = reported.with_suffix(".txt").read_text("utf-8", "replace")
        raise RuntimeError(f"the tests of {module} fail as it is:\n{output}")
    return [named[name] for name in json.loads(reported.read_text("utf-8"))]


def _tests_of(tree: Path, module: str) -> list[str]:
    path = Path(module)
    mirrored = Path("tests", path.parent, f"test_{path.name}")
    also = [Path("tests", test) for test in _ALSO.get(module, ())]
    found = [str(test) for test in (mirrored, *also) if (tree / test).exists()]
    if not found:
        raise RuntimeError(f"no test decides about {module}: name one in _ALSO")
    return found


def _equal_changes(module: str) -> set[str]:
    """The names of those changes that change nothing. Each is a line, the reason the next one."""
    lines = _EQUAL_CHANGES.read_text("utf-8").splitlines()
    return {line.removeprefix(f"{module} ") for line in lines if line.startswith(f"{module} ")}


@contextmanager
def _copy() -> Iterator[Path]:
    """A copy of the tree, so that work can go on in the one that it is of."""
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


if __name__ == "__main__":
    sys.exit(main())
