"""Links that open an episode at a second: `earmark://open?recording=…&t=83.2&title=…`.

An episode is named by the content keys of its files, so a link outlives a renamed or moved file
and works on every computer that has the same file. `t` is in seconds of the recording.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

from reader.episode import Episode
from reader.errors import LinkError
from reader.message import message
from reader.time_bounds import is_late

SCHEME = "earmark"
LONGEST = 4_000
"""Characters of a link; whatever is longer was not made here."""

_TITLE, _VOICE = 200, 60  # characters of them in a link
_FIELDS = 20
_KEY = re.compile(r"[0-9a-f]{32}")
_BAD_KEYS = {
    "recording": message("This link does not name a recording."),
    "transcript": message("This link does not name a transcript."),
}
_SECONDS = re.compile(r"([0-9]{1,20})(?:\.([0-9]{1,3}))?")


class EpisodeLink(NamedTuple):
    """What a link says: content keys, one of them at least; `time` in ms, None for where the
    listener left off. Title and voice are only there to be shown."""

    recording: str = ""
    transcript: str = ""
    time: int | None = None
    title: str = ""
    voice: str = ""


def link_to(episode: Episode, time: int | None = None, voice: str = "") -> str:
    """The link to a moment of an episode, and who speaks then; empty where neither of its files
    could be read."""
    if not (episode.recording_key or episode.transcript_key):
        return ""
    return link_text(
        EpisodeLink(episode.recording_key, episode.transcript_key, time, episode.title, voice)
    )


def link_text(link: EpisodeLink) -> str:
    """The link, written out."""
    fields = {
        "recording": link.recording,
        "transcript": link.transcript,
        "t": "" if link.time is None else seconds_text(link.time),
        "voice": _one_line(link.voice, _VOICE),
        "title": _one_line(link.title),
    }
    given = {name: value for name, value in fields.items() if value}
    return f"{SCHEME}://open?{urlencode(given, quote_via=quote, errors='replace')}"


def link_in(text: str) -> EpisodeLink:
    """What a link says; fields that are not known here are passed over. Raises LinkError."""
    fields = _fields(text.strip())
    for name, fault in _BAD_KEYS.items():
        if fields.get(name) and not _KEY.fullmatch(fields[name]):
            raise LinkError(fault)
    if not (fields.get("recording") or fields.get("transcript")):
        raise LinkError(message("This link does not say which episode it means."))
    return EpisodeLink(
        fields.get("recording", ""),
        fields.get("transcript", ""),
        _time(fields["t"]) if "t" in fields else None,
        _one_line(fields.get("title", "")),
        _one_line(fields.get("voice", ""), _VOICE),
    )


def seconds_text(milliseconds: int) -> str:
    """`83200` -> `83.2`."""
    seconds, rest = divmod(max(0, milliseconds), 1000)
    return f"{seconds}.{rest:03}".rstrip("0").rstrip(".") if rest else str(seconds)


def _fields(text: str) -> dict[str, str]:
    if len(text) > LONGEST:
        raise LinkError(message("This link is too long to be one of Earmark's."))
    try:
        parts = urlsplit(text)
        pairs = parse_qsl(
            parts.query, keep_blank_values=True, errors="replace", max_num_fields=_FIELDS
        )
    except ValueError:
        raise LinkError(message("This link cannot be read.")) from None
    if not _opens(parts):
        raise LinkError(
            message(
                "This is not a link of Earmark's: they begin with {scheme}://open?", scheme=SCHEME
            )
        )
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise LinkError(message("This link says something twice."))
    return fields


def _opens(parts: SplitResult) -> bool:
    """Whether it asks to open; browsers put a slash before the question mark."""
    is_ours = parts.scheme.lower() == SCHEME and parts.netloc.lower() == "open"
    return is_ours and parts.path in {"", "/"}


def _time(seconds: str) -> int:
    found = _SECONDS.fullmatch(seconds)
    if found is None:
        raise LinkError(message("This link does not contain a valid time."))
    time = int(found[1]) * 1000 + int((found[2] or "0").ljust(3, "0"))
    if is_late(time):
        raise LinkError(message("The time in this link is later than any recording ends."))
    return time


def _one_line(title: str, most: int = _TITLE) -> str:
    """What can be shown without harm: one line, no control characters."""
    shown = "".join(each if each.isprintable() else " " for each in title)
    return " ".join(shown.split())[:most].rstrip()
