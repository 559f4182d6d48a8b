"""What an episode is called: by its tags, by its transcript, by its file's name in decent form."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.episode import NO_NAMES, Names
from reader.foreign_names import shown
from reader.library.file_pair import FilePair
from reader.transcript.model import Transcript

if TYPE_CHECKING:
    from reader.transcript.script import Script

_LONGEST = 200  # characters of a title; whoever writes more does not write a title
_WORDS_OF_TEXT = 8
_DATE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_. ]?)([01][0-9])\2([0-3][0-9])(?![0-9])")
_SURELY_AN_ID = 12  # digits
_HEX = re.compile(r"[0-9a-f]{8,64}", re.IGNORECASE)
_SPLIT = re.compile(r"[\s_]")
_DASHES = "-–—_.,:|· "


class TranscriptNames(NamedTuple):
    """What a transcript calls itself, and its words, which stand for it where it does not."""

    header: str = ""
    transcript: Transcript | None = None

    @classmethod
    def of(cls, script: Script | None) -> TranscriptNames:
        """Those of a script."""
        return cls() if script is None else cls(script.title, script.source)

    def or_header(self, title: str) -> TranscriptNames:
        """The same; where it does not call itself anything, it keeps a title that it has."""
        return self if self.header else self._replace(header=title)

    def without_words(self) -> TranscriptNames:
        """What it calls itself alone."""
        return self._replace(transcript=None)


def found_names(files: FilePair, given: TranscriptNames, tags: Names = NO_NAMES) -> Names:
    """What the files of an episode call it; `tags` are the recording's."""
    path = files.recording or files.transcript
    by_file = names_in_file_name(shown(path.stem)) if path else Names()
    tags = tags._replace(title=decent(tags.title), show=one_line(tags.show))
    title = (
        tags.title or one_line(given.header) or by_file.title or _opening_words(given.transcript)
    )
    return Names(title or _last_resort(path), tags.show, tags.date or by_file.date)


def names_in_file_name(stem: str) -> Names:
    """Title and date in a file's name: "2024-01-12 The four wars" has both.

    The title is empty where nothing in it is for people: "000_c5c8ed661156632b".
    """
    found = _DATE.search(stem)
    day = _iso_date(found) if found else ""
    if found and day:
        stem = f"{stem[: found.start()]} {stem[found.end() :]}"
    return Names(decent(stem), "", day)


def decent(name: str) -> str:
    """A name as one would write it; empty where it is only numbers and the marks of a machine."""
    words = [word for word in _SPLIT.split(name) if word.strip(_DASHES)]
    if any(map(_is_of_machine, words)):
        words = [word for word in words if not _is_of_machine(word) and not word.isdigit()]
    if len(words) == 1 and "-" in words[0]:
        words = [word for word in words[0].split("-") if word]
    text = one_line(" ".join(words)).strip(_DASHES)
    return text if any(map(str.isalpha, text)) else ""


def one_line(text: str) -> str:
    """A text without line breaks and what cannot be seen, and not too long."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text[: _LONGEST * 4])
    line = " ".join(seen.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _is_of_machine(word: str) -> bool:
    """A hash, an id or a UUID: hexadecimal digits with numbers among them."""
    plain = word.replace("-", "")
    if _HEX.fullmatch(plain) is None or not any(map(str.isdigit, plain)):
        return False
    return len(plain) >= _SURELY_AN_ID or any(map(str.isalpha, plain))


def _iso_date(found: re.Match[str]) -> str:
    try:
        return date(int(found[1]), int(found[3]), int(found[4])).isoformat()
    except ValueError:
        return ""


def _opening_words(transcript: Transcript | None) -> str:
    """What is said first, as poems without a title are called."""
    words: list[str] = []
    for cue in transcript.cues if transcript else ():
        start = cue.voices[0].offset if cue.voices else 0
        said = cue.text[start:] if cue.kind.value == "speech" else ""
        words += said[: _LONGEST * 2].split()
        if len(words) >= _WORDS_OF_TEXT:
            break
    text = " ".join(words[:_WORDS_OF_TEXT]).rstrip(".,;:!?")
    return f"“{one_line(text)}…”" if text else ""


def _last_resort(path: Path | None) -> str:
    return "" if path is None else one_line(shown(path.stem)) or one_line(shown(path.name))
