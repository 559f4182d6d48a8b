"""A line of the page, and how to find it again when the page is laid out otherwise."""

from __future__ import annotations

from typing import NamedTuple

from ui.reading.transcript_pane.page_layout import PageLayout


class LineAnchor(NamedTuple):
    """A line in view: its block, its first character, and how much of it is above the view."""

    block: int
    character: int
    above: float  # lines


START = LineAnchor(0, 0, 0.0)
"""The top of the page, its margin included."""


def anchor_at(layout: PageLayout, y: int) -> LineAnchor | None:
    """The line at `y` of the page; None while the page is blank."""
    if layout.is_blank:
        return None
    if y < layout.page.top:
        return START
    number = layout.block_at(y)
    if layout.is_folded(number):
        return LineAnchor(number, 0, 0.0)
    laid = layout.laid(number)
    within = y - layout.top(number) - layout.lines_top(number)
    line = max(0, min(laid.layout.lineCount() - 1, within // laid.pitch))
    character = laid.layout.lineAt(line).textStart() if laid.layout.lineCount() else 0
    return LineAnchor(number, character, within / laid.pitch - line)


def y_of(layout: PageLayout, anchor: LineAnchor) -> int:
    """How far down the page a line is now, in pixels."""
    if anchor == START:
        return 0
    if layout.is_folded(anchor.block):
        return round(layout.fold_box(anchor.block).top())
    laid = layout.laid(anchor.block)
    line = laid.layout.lineForTextPosition(anchor.character)
    lines = (line.lineNumber() if line.isValid() else 0) + anchor.above
    return round(layout.top(anchor.block) + layout.lines_top(anchor.block) + lines * laid.pitch)
