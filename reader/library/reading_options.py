"""How the reader wants every file to be read."""

from __future__ import annotations

from reader import settings as prefs
from reader.settings import Settings
from reader.transcript.script import ReadingOptions


def reading_options(settings: Settings) -> ReadingOptions:
    """As the preferences say; encoding and format are guessed."""
    is_on = settings.get
    views = frozenset(name for name, view in prefs.VIEWS.items() if is_on(view))
    return ReadingOptions(is_on(prefs.ARE_BLANKS_SHOWN), views)
