"""What a check has found, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject

from reader.sync.report import SyncReport
from reader.time_text import clock_text
from ui.sync.shifts import seconds_text

_SMALL = 150  # ms; nobody minds that a line is lit so much too early
_SLIGHT = 0.0005  # of the time: 2 s in an hour
_MOST = 3  # passages that have a button each


class Finding(NamedTuple):
    """One line of the report: a figure, what it counts, more of it, and where to hear it (ms).

    `cue` is a line of the text that can be shown.
    """

    figure: str
    title: str
    detail: str = ""
    times: tuple[int, ...] = ()
    cue: int | None = None


def first_change(report: SyncReport) -> int | None:
    """When that is heard which is lit otherwise with the report than without; None for nothing."""
    if _is_moved(report) or not report.had_times:
        return _beginning(report)
    breaks = [each.recording[0] for each in report.sync_map.breaks]
    return min(breaks, default=_beginning(report))


def is_as_it_was(report: SyncReport) -> bool:
    """Whether each line is where the text says already; only words have better times."""
    has_gaps = report.adverts or report.lines_not_heard
    return report.had_times and not has_gaps and not _is_moved(report)


def _beginning(report: SyncReport) -> int | None:
    """When the text begins; words are timed near the voice first, so the map knows it sooner."""
    starts = [each.recording for each in report.sync_map.points[:1]]
    starts += [each.start for each in report.times[:1]]
    return next(iter(starts), None)


def _is_moved(report: SyncReport) -> bool:
    return abs(report.offset) >= _SMALL or abs(report.drift) >= _SLIGHT


class CheckTexts(QObject):
    """The sentences of a report."""

    def findings(self, report: SyncReport) -> list[Finding]:
        """What is to be seen before anything is changed."""
        found = self._moved(report) if report.had_times else self._found_lines(report)
        return [*found, *self._adverts(report), *self._missing(report), *self._words(report)]

    def summary(self, report: SyncReport) -> str:
        """The same in one line, for after it was applied."""
        said = ", ".join(f"{each.figure} {each.title}" for each in self._counts(report))
        return self.tr("The text follows this recording now: {0}.").format(said) if said else ""

    def _counts(self, report: SyncReport) -> Iterator[Finding]:
        yield from self._adverts(report)
        yield from self._missing(report)
        yield from self._words(report)

    def _found_lines(self, report: SyncReport) -> Iterator[Finding]:
        found = report.lines - len(report.lines_not_heard)
        yield Finding(
            QLocale().toString(found),
            self.tr("line(s) found in the recording", "", found),
            self.tr("The file has no times of its own; with these it can be followed."),
            _hear(report),
        )

    def _moved(self, report: SyncReport) -> Iterator[Finding]:
        if abs(report.offset) >= _SMALL:
            early = self.tr("The text runs early from the beginning")
            late = self.tr("The text runs late from the beginning")
            title = early if report.offset > 0 else late
            yield Finding(seconds_text(report.offset), title, self._drift(report), _hear(report))
        elif abs(report.drift) >= _SLIGHT:
            title = self.tr("The text runs ahead, ever further")
            if report.drift < 0:
                title = self.tr("The text falls behind, ever further")
            yield Finding(self._percent(report.drift, 1), title, "", _hear(report))
        elif is_as_it_was(report):
            yield Finding("✓", self.tr("Each line is where the text says"), "", ())

    def _drift(self, report: SyncReport) -> str:
        if abs(report.drift) >= _SLIGHT:
            share = self._percent(report.drift, 1)
            if report.drift > 0:
                return self.tr("The recording also runs {0} slower.").format(share)
            return self.tr("The recording also runs {0} faster.").format(share)
        if report.adverts:
            return self.tr("Each line moves by this much, and more after each passage below.")
        return self.tr("Each line moves by this much.")

    def _adverts(self, report: SyncReport) -> Iterator[Finding]:
        adverts, count = report.adverts, len(report.adverts)
        if not adverts:
            return
        lengths = ", ".join(seconds_text(_rounded(b - a)) for a, b in adverts[:_MOST])
        detail = self.tr("{0} long, most likely adverts. No line is lit there.").format(lengths)
        if count > _MOST:
            others = ", ".join(clock_text(start) for start, _ in adverts[_MOST:])
            detail += " " + self.tr("The others: {0}.").format(others)
        yield Finding(
            QLocale().toString(count),
            self.tr("passage(s) that the text does not have", "", count),
            detail,
            tuple(start for start, _ in adverts[:_MOST]),
        )

    def _missing(self, report: SyncReport) -> Iterator[Finding]:
        count = len(report.lines_not_heard)
        if count:
            yield Finding(
                QLocale().toString(count),
                self.tr("line(s) not in the recording", "", count),
                self.tr("They stay on the page and cannot be played."),
                cue=report.lines_not_heard[0],
            )

    def _words(self, report: SyncReport) -> Iterator[Finding]:
        if not report.words:
            return
        unsure, share = report.unsure_words, report.sure_words / report.words
        detail = self.tr("%n unsure word(s) stay estimated.", "", unsure) if unsure else ""
        shown = min(share, 0.99) if unsure else share  # never all of them, then
        title = self.tr("of the words timed by the sound")
        if not report.is_complete:
            title = self.tr("of the words so far timed by the sound")
        yield Finding(self._percent(shown, 0), title, detail)

    def _percent(self, share: float, digits: int) -> str:
        return self.tr("{0} %").format(QLocale().toString(100 * abs(share), "f", digits))


def _rounded(length: int) -> int:
    """A length as one says it: to the second, from ten of them on."""
    return round(length, -3) if length >= 10_000 else length


def _hear(report: SyncReport) -> tuple[int, ...]:
    begin = _beginning(report)
    return () if begin is None else (begin,)
