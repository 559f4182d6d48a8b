"""`earmark sync TRANSCRIPT RECORDING`: where the text lies in it, and a file that fits."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError
from reader.message import message
from reader.time_text import clock_text
from ui.commands import output, reading

if TYPE_CHECKING:
    from reader.exporting import Writer
    from reader.sync.check import CheckStep
    from reader.sync.check_state import CheckState
    from reader.sync.report import SyncReport
    from reader.transcript.model import Transcript

EPILOG = """\
It listens to an English recording and reports by how much the text is early or late, what was
inserted or left out, and how many words it is sure of. It changes nothing but OUT. It needs the
part that listens: the package earmark-sync, or pip install "earmark[sync]".

examples:
  earmark sync talk.vtt talk.mp3                     report only
  earmark sync talk.vtt talk.mp3 --output fits.vtt   write the text as this recording runs
  earmark sync speech.txt talk.mp3 -o talk.srt       give times to a text that has none
  earmark sync talk.vtt talk.mp3 --words -o talk.json --report json"""

_STAGES = {"reading": "reading", "finding": "looking for the text", "timing": "timing words"}
_WIDTH = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Two files, and what is written."""
    parser.add_argument("transcript", type=Path, metavar="TRANSCRIPT", help="a text of any format")
    parser.add_argument("recording", type=Path, metavar="RECORDING", help="what is listened to")
    parser.add_argument(
        "--output", "-o", type=Path, metavar="OUT", help="write the text with the new times"
    )
    parser.add_argument(
        "--words", action="store_true", help="time each word too, which takes about twice as long"
    )
    parser.add_argument("--report", choices=["text", "json"], default="text", help="how to report")
    parser.add_argument("--force", action="store_true", help="write over OUT if it is there")
    reading.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Listen, write OUT if it was asked for, and print the report."""
    from reader.sync.engine import EngineMissing, how_to_install, is_installed
    from reader.sync.reporting import report_of

    writer = _writer(options)
    if not is_installed():
        raise EngineMissing(how_to_install())
    transcript = reading.transcript(options, options.transcript)
    state = _listened(options, transcript)
    report = report_of(transcript.cues, state)
    if report.refusal:
        raise ReaderError(report.refusal)
    if writer:
        from reader.exporting import save

        save(_synced(transcript, report), options.output, writer, may_replace=options.force)
    if options.report == "json":
        output.write(json.dumps(_as_json(report), ensure_ascii=False, indent=2) + "\n")
    else:
        output.write(
            "\n".join(_as_text(report, has_words=_needs_words(options, transcript))) + "\n"
        )
    return 0


def _writer(options: argparse.Namespace) -> Writer | None:
    if options.output is None:
        return None
    from reader.exporting import WRITERS, writer_for
    from reader.exporting.files import check_target

    writer = writer_for(options.output)
    if writer is None:
        suffixes = ", ".join(dict.fromkeys(row.suffix for row in WRITERS))
        raise output.WrongUse(f"the name {options.output.name} has no known format; use {suffixes}")
    if options.output.exists() and not options.force:
        raise ReaderError(
            message("{file} exists already; --force writes over it.", file=options.output.name)
        )
    check_target(options.output, options.output.name)
    return writer


def _needs_words(options: argparse.Namespace, transcript: Transcript) -> bool:
    """Lines without times begin with their first word."""
    return bool(options.words) or not transcript.is_timed


def _listened(options: argparse.Namespace, transcript: Transcript) -> CheckState:
    from reader.sync.check import CheckRequest
    from reader.sync.check_process import checked

    request = CheckRequest(
        transcript.cues,
        options.recording.absolute(),
        are_words_wanted=_needs_words(options, transcript),
        is_in_background=False,
    )
    progress = _Progress()
    try:
        for step in checked(request):
            if not step.state.is_complete:
                progress.show(step)
    finally:
        progress.end()
    return step.state


def _synced(transcript: Transcript, report: SyncReport) -> Transcript:
    from reader.overlays.spoken_times import with_spoken_times
    from reader.overlays.sync import synced

    return with_spoken_times(synced(transcript, report.sync_map), report.times)


class _Progress:
    """Shows on standard error how far it is: on a terminal in one line, else a line a stage."""

    def __init__(self) -> None:
        self._is_line = sys.stderr.isatty()
        self._shown = ""

    def show(self, step: CheckStep) -> None:
        said = _STAGES[step.stage.value]
        if self._is_line:
            said = f"{said}: {clock_text(step.heard)} of {clock_text(step.total)}"
        if said != self._shown:
            self._shown = said
            end = "" if self._is_line else "\n"
            start = "\r" if self._is_line else "earmark: "
            print(f"{start}{said:{_WIDTH if self._is_line else 0}}", end=end, file=sys.stderr)
            sys.stderr.flush()

    def end(self) -> None:
        if self._is_line and self._shown:
            print(f"\r{'':{_WIDTH}}\r", end="", file=sys.stderr)


def _as_text(report: SyncReport, *, has_words: bool) -> Iterator[str]:
    if report.had_times:
        yield f"offset:    {_shift(report.offset)}"
        if abs(report.drift) >= 0.0005:
            word = "slower" if report.drift > 0 else "faster"
            yield f"speed:     the recording runs {abs(report.drift) * 100:.1f} % {word}"
    yield f"not in the text:       {_spans(report.adverts)}"
    missing = len(report.lines_not_heard)
    yield f"not in the recording:  {missing} of {report.lines} lines"
    if has_words:
        yield f"words:     {report.sure_words} of {report.all_words} timed, the rest estimated"


def _shift(offset: int) -> str:
    if abs(offset) < 100:
        return "none"
    return f"the text is {abs(offset) / 1_000:.1f} s {'early' if offset > 0 else 'late'}"


def _spans(spans: Sequence[tuple[int, int]]) -> str:
    said = (f"{clock_text(start)} to {clock_text(end)}" for start, end in spans)
    return ", ".join(said) or "nothing"


def _as_json(report: SyncReport) -> dict[str, Any]:
    """All times in ms."""
    return {
        "offset": report.offset,
        "drift": round(report.drift, 5),
        "not_in_text": [list(span) for span in report.adverts],
        "not_in_recording": [
            list(each.transcript) for each in report.sync_map.breaks if not each.is_advert
        ],
        "lines": report.lines,
        "lines_not_heard": list(report.lines_not_heard),
        "words": report.all_words,
        "words_timed": report.sure_words,
        "points": [
            [point.transcript, point.recording, int(point.is_after_break)]
            for point in report.sync_map.points
        ],
    }
