"""Which episode files belong to, asked with SQLite alone: sqlite-utils takes 90 ms to load."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reader.sqlite_address import sqlite_address
from reader.store.rows import (
    KnownFile,
    Row,
    episode_in,
    file_columns,
    file_in,
    known_file,
    known_or_none,
)
from reader.store.voice_rows import read_voices
from reader.voice_names import NO_VOICES, VoiceNames

if TYPE_CHECKING:
    import sqlite3

    from reader.correction import Correction
    from reader.transcript.text_sync import TextSync

T = TypeVar("T")


class KnownSync(NamedTuple):
    """What brings a transcript in sync with its recording."""

    recording: Path
    sync: TextSync


def sync_of(library: Path, transcript: Path, recording: Path | None = None) -> KnownSync | None:
    """What brings a transcript in sync with a recording, by default the one it was opened with.

    None where nobody put it right, or where one of the files holds something else by now.
    """
    return _asked(library, lambda found: _sync_in(found, transcript, recording))


class KnownText(NamedTuple):
    """What the first look at a text asks: where it was left, as `Episode.scroll`, who speaks in it,
    and what was put right."""

    scroll: int = 0
    voices: VoiceNames = NO_VOICES
    corrections: Sequence[Correction] = ()


def first_known_of(library: Path, transcript: Path) -> KnownText:
    """All of it at once."""
    return _asked(library, lambda found: _first_known_in(found, transcript)) or KnownText()


def _first_known_in(connection: sqlite3.Connection, transcript: Path) -> KnownText:
    read = known_file(transcript)
    voices = read_voices(connection, read.key) if read.key else NO_VOICES
    row = episode_row_of(connection, None, read)
    if row is None:
        return KnownText(0, voices)
    scroll = episode_in(row).scroll if row["deleted_at"] is None else 0
    return KnownText(scroll, voices, _corrections_in(connection, row["id"]))


def _corrections_in(connection: sqlite3.Connection, episode_id: str) -> Sequence[Correction]:
    """What reads them is loaded where there are any."""
    if connection.execute("SELECT 1 FROM corrections LIMIT 1").fetchone() is None:
        return ()
    from reader.store.corrections import corrections_for

    return corrections_for(connection, episode_id)


def voices_of(library: Path, transcript: Path) -> VoiceNames:
    """Who speaks in a transcript, by its listener; none where the library has nothing to say."""
    return _asked(library, lambda found: _voices_in(found, transcript)) or NO_VOICES


def _voices_in(connection: sqlite3.Connection, transcript: Path) -> VoiceNames:
    key = known_file(transcript).key
    return read_voices(connection, key) if key else NO_VOICES


def _asked(library: Path, question: Callable[[sqlite3.Connection], T]) -> T | None:
    """What a library answers at once, without waiting and without a change to its file.

    For what is asked before it is opened with all care; None where it cannot be read so.
    """
    if not library.is_file():
        return None
    import sqlite3

    from reader.store.faults import damage_seen
    from reader.store.log_frames import log_of

    try:
        if damage_seen(library):
            return None
        # A log of others is read too; without one, SQLite would make it and leave it there.
        how = "mode=ro" if log_of(library).exists() else "immutable=1"
        address = sqlite_address(library, how)
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as found:
            return question(found)
    except (sqlite3.Error, OSError, ValueError, TypeError, LookupError):
        return None


def _sync_in(
    connection: sqlite3.Connection, transcript: Path, recording: Path | None
) -> KnownSync | None:
    from reader.store.sync_maps import SyncKeys, read_sync

    read, heard = known_file(transcript), known_or_none(recording)
    row = episode_row_of(connection, heard, read)
    known = heard or (row and file_in(row, "recording"))
    if not known or not known.key or not read.key:
        return None
    sync = read_sync(connection, SyncKeys(known.key, read.key))
    return KnownSync(known.path, sync) if sync else None


def episode_row_of(
    connection: sqlite3.Connection, recording: KnownFile | None, transcript: KnownFile | None
) -> Row | None:
    """The row of the episode that has these files."""
    rows = rows_naming(connection, "episodes", recording, transcript)
    return _best_match(rows, recording, transcript)


def rows_naming(
    connection: sqlite3.Connection,
    table: str,
    recording: KnownFile | None,
    transcript: KnownFile | None,
) -> list[Row]:
    """The rows with one of these files, the newest first; none where no file is given."""
    columns = file_columns("recording", recording) if recording else {}
    columns |= file_columns("transcript", transcript) if transcript else {}
    if not columns:
        return []
    where = " or ".join(f"{column} = :{column}" for column in columns)
    found = connection.execute(
        f"select * from [{table}] where {where} order by updated_at desc", columns
    )
    names = [column[0] for column in found.description]
    return [dict(zip(names, values, strict=True)) for values in found]


def shared_files(
    row: Row, recording: KnownFile | None, transcript: KnownFile | None
) -> list[tuple[KnownFile, KnownFile]]:
    """What the row says and what is given, where both say something."""
    stored_and_given = (
        (file_in(row, "recording"), recording),
        (file_in(row, "transcript"), transcript),
    )
    return [(stored, given) for stored, given in stored_and_given if stored and given]


def _best_match(
    rows: Iterable[Row], recording: KnownFile | None, transcript: KnownFile | None
) -> Row | None:
    """The row that agrees in most files and contradicts in none; then content counts more than
    a path, since a new file may have taken an old name."""

    def rank(row: Row) -> tuple[int, bool, int]:
        pairs = shared_files(row, recording, transcript)
        same_content = sum(stored.has_content_of(given) for stored, given in pairs)
        return len(pairs), row["deleted_at"] is None, same_content

    agreeing = (
        row
        for row in rows
        if all(stored.is_same(given) for stored, given in shared_files(row, recording, transcript))
    )
    return max(agreeing, key=rank, default=None)
