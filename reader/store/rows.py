"""Rows of the database to values and back."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.episode import Episode, Names
from reader.foreign_names import shown
from reader.store.content_key import content_key
from reader.time_bounds import bounded

if TYPE_CHECKING:  # the first look at the library knows sqlite3 alone
    from sqlite_utils import Database

Row = Mapping[str, Any]
Columns = dict[str, Any]
"""Values by the names of their columns; "tags" of an annotation are a list of names."""


class KnownFile(NamedTuple):
    """A file that is known again by its path or by its content; an empty `key` fits nothing."""

    path: Path
    key: str = ""

    def is_same(self, other: KnownFile) -> bool:
        """Whether both are one file, renamed, moved or edited perhaps."""
        return self.path == other.path or self.has_content_of(other)

    def has_content_of(self, other: KnownFile) -> bool:
        """Whether both hold the same."""
        return bool(self.key) and self.key == other.key


def known_file(path: Path) -> KnownFile:
    """The file at `path`; without a key if it cannot be read."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - also takes out "..", keeps links
    try:
        return KnownFile(absolute, content_key(absolute))
    except OSError:
        return KnownFile(absolute)


def known_or_none(path: Path | None) -> KnownFile | None:
    """The same, of a file that may not be given."""
    return None if path is None else known_file(path)


NOWHERE = Path()
"""The path of a file that is known by its content alone: it was never seen on this computer."""


def file_in(row: Row, kind: str) -> KnownFile | None:
    """The "recording" or "transcript" of a row; at NOWHERE if only its content is known."""
    stored, key = row[f"{kind}_path"], row[f"{kind}_key"] or ""
    if stored:
        return KnownFile(Path(os.fsdecode(stored)), key)
    return KnownFile(NOWHERE, key) if key else None


def file_columns(kind: str, file: KnownFile | None) -> dict[str, str | bytes | None]:
    """The columns of a "recording" or "transcript"."""
    return {
        f"{kind}_path": path_column(file.path) if file and file.path != NOWHERE else None,
        f"{kind}_key": (file.key or None) if file else None,
    }


def path_column(path: Path) -> str | bytes:
    """A path as SQLite can hold it; `os.fsdecode` reads both."""
    try:
        str(path).encode()
    except UnicodeEncodeError:  # a name that is not UTF-8, which Linux allows and SQLite refuses
        return os.fsencode(path)
    return str(path)


def text_column(text: str) -> str:
    """`text` without what SQLite cannot hold: odd bytes of a file name that is not UTF-8, and
    NUL, where its functions end a text."""
    return shown(text).replace("\0", "\ufffd")


def new_id() -> str:
    """A key for a row that no other machine makes too."""
    from uuid import uuid4

    return str(uuid4())


def put_row(database: Database, table: str, row: Row) -> None:
    """Write a row in place of the one with its id, if there is one.

    In one statement: the upsert of sqlite-utils first looks at the table with a dozen others, which
    is felt where hundreds of rows are written.
    """
    holes = ", ".join(f":{name}" for name in row)
    renewed = ", ".join(f"[{name}] = excluded.[{name}]" for name in row if name != "id")
    database.execute(
        f"INSERT INTO [{table}] ([{'], ['.join(row)}]) VALUES ({holes})"
        f" ON CONFLICT (id) DO UPDATE SET {renewed}",
        dict(row),
    )


def moment_column(moment: datetime) -> str:
    """UTC as a text that sorts."""
    return moment.isoformat(timespec="microseconds")


def later_moment(
    database: Database, table: str, key: str, now: datetime, *, by: str = "id"
) -> datetime:
    """When a row is changed, in the zone of `now`: after its last change, though the clock may have
    been set back. Of two versions of a row the later stays."""
    found = database.execute(f"SELECT updated_at FROM [{table}] WHERE [{by}] = ?", [key]).fetchone()
    with suppress(ValueError, TypeError, OverflowError):  # a damaged one
        if found and now < (last := datetime.fromisoformat(found[0])):
            return (last + timedelta(microseconds=1)).astimezone(now.tzinfo)
    return now


def episode_in(row: Row) -> Episode:
    """A row of `episodes`."""
    recording, transcript = file_in(row, "recording"), file_in(row, "transcript")
    return Episode(
        id=row["id"],
        title=row["title"],
        recording=_seen(recording),
        transcript=_seen(transcript),
        opened_at=datetime.fromisoformat(row["opened_at"]),
        updated_at=datetime.fromisoformat(row["updated_at"]),
        recording_key=recording.key if recording else "",
        transcript_key=transcript.key if transcript else "",
        length=bounded(row["length_ms"]),
        position=bounded(row["position_ms"]),
        rate=row["rate"],
        scroll=bounded(row["scroll_offset"]),
        show=row["show"],
        date=row["date"],
        found=Names(row["found_title"], row["found_show"], row["found_date"]),
        is_opened=bool(row["is_opened"]),
        added_at=datetime.fromisoformat(row["added_at"]) if row["added_at"] else None,
    )


def episode_row(episode: Episode) -> dict[str, Any]:
    """The row of an episode that is not forgotten."""
    return {
        "id": episode.id,
        **name_columns(episode),
        **file_columns("recording", _file(episode.recording, episode.recording_key)),
        **file_columns("transcript", _file(episode.transcript, episode.transcript_key)),
        "length_ms": episode.length,
        "position_ms": episode.position,
        "rate": episode.rate,
        "scroll_offset": episode.scroll,
        "opened_at": moment_column(episode.opened_at),
        "added_at": moment_column(episode.added_at or episode.opened_at),
        "is_opened": int(episode.is_opened),
        "updated_at": moment_column(episode.updated_at),
        "deleted_at": None,
    }


def name_columns(episode: Episode) -> dict[str, str]:
    """The columns of what an episode is called, and of what its files call it."""
    found = {f"found_{field}": text_column(name) for field, name in episode.found._asdict().items()}
    return {field: text_column(name) for field, name in episode.names._asdict().items()} | found


def key_alone(key: str) -> KnownFile | None:
    """A file known by its content, lying nowhere."""
    return _file(None, key)


def _seen(file: KnownFile | None) -> Path | None:
    return file.path if file and file.path != NOWHERE else None


def _file(path: Path | None, key: str) -> KnownFile | None:
    return KnownFile(path or NOWHERE, key) if path or key else None
