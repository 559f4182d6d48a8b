"""A cue whose text is a JSON object, as Microsoft Graph writes of meetings in WebVTT."""

from __future__ import annotations

import json
from typing import NamedTuple

from reader.formats import json_names as names

_LONGEST = 20_000  # characters


class SpokenJson(NamedTuple):
    """What was said, by whom, and what else the object holds."""

    text: str
    voice: str
    others: dict[str, str]


def spoken_json(raw: str) -> SpokenJson | None:
    """The words in an object with a text by name; None for any other text."""
    if not raw.startswith("{") or not raw.endswith("}") or len(raw) > _LONGEST:
        return None
    try:
        found = json.loads(raw, strict=False)
    except (ValueError, RecursionError):
        return None
    fields = {key: each.strip() for key, each in found.items() if isinstance(each, str)}
    texts = [key for key in fields if names.parts(key) & names.TEXTS.keys() and not _is_aside(key)]
    if not texts:
        return None
    text = max(texts, key=lambda key: max(names.TEXTS.get(part, 0) for part in names.parts(key)))
    voice = next((key for key in fields if names.parts(key) & names.SPEAKERS and key != text), "")
    others = {key: each for key, each in fields.items() if key not in (text, voice)}
    return SpokenJson(fields[text], fields.get(voice, ""), others)


def _is_aside(key: str) -> bool:
    return bool(names.parts(key) & names.NO_TEXTS)
