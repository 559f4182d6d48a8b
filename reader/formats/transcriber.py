"""Transcriber's files (.trs): turns, in which points of time part the text.

As its trans-14.dtd describes them: `Sync` begins a passage, `Who` says which of two speakers in a
turn goes on, `Event` is something heard.
"""

from __future__ import annotations

import re

from reader.formats.source import Source
from reader.formats.transcript_builder import TranscriptBuilder
from reader.formats.xml_tree import Node, parsed, root_name, stray_texts
from reader.message import message
from reader.transcript.model import Transcript, VoiceChange

_SECONDS = re.compile(r"\d{1,9}(?:\.\d{1,12})?")
_HEARD = frozenset(("noise", ""))
_HOLDERS = frozenset(("Turn",))
"""Elements whose text is read, or is none of the transcript."""


def is_like(head: list[str]) -> bool:
    """Whether the root element is Transcriber's."""
    return root_name(head) == "Trans"


def read(source: Source) -> Transcript:
    """A cue for each passage of a turn, with its speakers as voices."""
    draft = TranscriptBuilder("Transcriber", source)
    root, damage = parsed(source)
    reading = _Reading(draft)
    for key, title in (("audio_filename", "media"), ("program", "title"), ("air_date", "date")):
        if value := root.attributes.get(key, "").strip():
            draft.add_metadata(title, value)
    for node in root.all_nodes():
        if node.name == "Speaker":
            reading.names[node.attributes.get("id", "")] = node.attributes.get("name", "").strip()
        elif node.name == "Topic" and (topic := node.attributes.get("desc", "").strip()):
            draft.add_metadata("topics", topic)
        elif node.name == "Turn":
            reading.take_turn(node)
    for line, text in stray_texts(root, _HOLDERS):
        draft.skip(line, message("text outside of its place"), text)
    if damage:
        draft.skip(*damage)
    return draft.transcript()


class _Reading:
    """Gathers the text of a turn from one point of time to the next."""

    def __init__(self, draft: TranscriptBuilder) -> None:
        self.names: dict[str, str] = {}
        self._draft = draft
        self._start: int | None = None
        self._line = 1
        self._text = ""
        self._voices: list[VoiceChange] = []

    def take_turn(self, turn: Node) -> None:
        of = turn.attributes.get
        speakers = of("speaker", "").split()
        self._begin(_time(of("startTime", "")), turn.line)
        self._change(speakers[0] if speakers else "")
        for child in turn.content:
            if isinstance(child, str):
                self._add_text(child)
            elif child.name == "Sync":
                self._take_sync(child, speakers)
            elif child.name == "Who":
                number = child.attributes.get("nb", "")
                place = int(number) - 1 if number.isdecimal() and len(number) < 4 else -1
                self._change(speakers[place] if 0 <= place < len(speakers) else "")
            else:
                self._take_mark(child)
        self._finish(_time(of("endTime", "")))

    def _take_sync(self, sync: Node, speakers: list[str]) -> None:
        time = _time(sync.attributes.get("time", ""))
        if time is None:
            self._draft.skip(sync.line, message("a time that cannot be read"), str(sync.attributes))
            return
        self._finish(time)
        self._begin(time, sync.line)
        self._change(speakers[0] if speakers else "")

    def _take_mark(self, node: Node) -> None:
        said = node.attributes.get("desc", "").strip()
        if node.name == "Event" and said and node.attributes.get("type", "") in _HEARD:
            self._add_text(f" [{said}] ")
        elif said:
            self._draft.skip(node.line, message("a comment, not shown"), said)
        self._add_text(node.text())

    def _begin(self, time: int | None, line: int) -> None:
        self._start, self._line, self._text, self._voices = time, line, "", []

    def _add_text(self, text: str) -> None:
        words = " ".join(text.split())
        if words:
            self._text = f"{self._text} {words}" if self._text else words

    def _change(self, speaker: str) -> None:
        name = self.names.get(speaker, speaker)
        at = len(self._text) + (1 if self._text else 0)
        self._voices = [each for each in self._voices if each.offset < at]
        if name:
            self._voices.append(VoiceChange(at, name))

    def _finish(self, end: int | None) -> None:
        voices = tuple(each for each in self._voices if each.offset < len(self._text))
        if self._text:
            self._draft.add(self._line, self._start, end, self._text, voices=voices)
        elif self._start is not None:
            self._draft.stop(self._line, self._start)
        self._begin(end, self._line)


def _time(value: str) -> int | None:
    value = value.strip()
    return round(1000 * float(value)) if _SECONDS.fullmatch(value) else None
