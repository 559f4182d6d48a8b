"""Prints what was measured beside what is aimed at: `python -m tests.benchmarks [NAME...]`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from tests.benchmarks import (
    anchoring,
    annotations_store,
    cli_start,
    clips,
    corrections,
    following,
    kept,
    opening,
    packaged,
    pane,
    parsing,
    returning,
    searching,
    shelf,
    startup,
    vlc_commands,
    voices,
)
from tests.benchmarks.table import Row, Skipped

_Result = Row | Skipped


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 where an aim was missed."""
    options = _parser().parse_args(arguments)
    print(f"{_load()}; times are only as good as the machine is quiet", flush=True)
    missed = 0
    for name in options.names or _BENCHMARKS:
        print(f"\n{name}", flush=True)
        for result in _BENCHMARKS[name](options):
            print(_line(result), flush=True)
            missed += isinstance(result, Row) and not result.is_met
    print(f"\n{missed} missed" if missed else "\nall aims met")
    return 1 if missed else 0


def _load() -> str:
    average = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return f"load {average} on {os.cpu_count()} cores"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*_BENCHMARKS, []], metavar="NAME")
    parser.add_argument("--long", action="store_true", help="follow for an hour, not 3 minutes")
    return parser


def _line(result: _Result) -> str:
    if isinstance(result, Skipped):
        return f"  {result.name:62} skipped: {result.reason}"
    aim = "" if result.aim is None else f"<= {result.aim:g}"
    verdict = "" if result.aim is None else "ok" if result.is_met else "MISS"
    return f"  {result.name:62} {result.value:9.2f} {result.unit:12} {aim:>8}  {verdict}".rstrip()


def _parsing(_: argparse.Namespace) -> Iterator[_Result]:
    for name, value, aim in parsing.rows():
        number, unit = value.split(maxsplit=1)
        yield Row(name, float(number), unit, float(aim.split()[1]))


def _sync(_: argparse.Namespace) -> Iterator[_Result]:
    from tests.benchmarks import sync

    # The cards of the clips' rows have made one already, and Qt takes no second.
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    for row in sync.rows():
        yield Row(row.name, row.value, "ms", row.aim)
    yield from vlc_commands.rows()
    del application


def _checking(_: argparse.Namespace) -> Iterator[_Result]:
    from tests.benchmarks import alignment, checking

    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    yield from checking.rows()
    yield from alignment.quick_rows()
    del application


_BENCHMARKS: dict[str, Callable[[argparse.Namespace], Iterable[_Result]]] = {
    "startup": lambda _: startup.rows(),
    "returning": lambda _: returning.rows(),
    "pane": lambda _: pane.rows(),
    "opening": lambda _: opening.rows(),
    "following": lambda options: following.rows(is_long=options.long),
    "parsing": _parsing,
    "cli": lambda _: cli_start.rows(),
    "notes": lambda _: annotations_store.rows(),
    "kept": lambda _: kept.rows(),
    "voices": lambda _: voices.rows(),
    "anchoring": lambda _: anchoring.rows(),
    "corrections": lambda _: corrections.rows(),
    "clips": lambda _: clips.rows(),
    "library": lambda _: searching.rows(),
    "shelf": lambda _: shelf.rows(),
    "packaged": lambda _: packaged.rows(),
    "sync": _sync,
    "checking": _checking,
}


if __name__ == "__main__":
    sys.exit(main())
