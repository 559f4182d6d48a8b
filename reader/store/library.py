"""The episodes a reader opened, where they left off, and which files they paired."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from reader.episode import Episode, FormerKeys, Names, show_by_folder
from reader.store import moved_files
from reader.store.known_episodes import (
    KnownText,
    episode_row_of,
    first_known_of,
    rows_naming,
    shared_files,
)
from reader.store.library_file import LibraryFile, MemoryFile
from reader.store.library_records import LibraryRecords, Now, utc_now
from reader.store.rows import (
    KnownFile,
    Row,
    episode_in,
    episode_row,
    file_columns,
    file_in,
    key_alone,
    known_file,
    known_or_none,
    moment_column,
    new_id,
    text_column,
)
from reader.store.sync_maps import SyncKeys, read_sync
from reader.store.up_next import queued
from reader.store.voice_rows import read_voices
from reader.transcript.text_sync import NO_SYNC, TextSync
from reader.voice_names import NO_VOICES, VoiceNames

if TYPE_CHECKING:
    from reader.correction import Correction

T = TypeVar("T")


class Ask(Protocol):
    """Has something done on the thread that uses the library, and waits for it."""

    def __call__(self, work: Callable[[], T], /) -> T:
        """What `work` gives. Raises what it raises."""


class Library(LibraryRecords):
    """What is remembered of episodes, in the library at `place`.

    The file is opened at the first call and used on one thread: the one that calls, else the one
    on which `ask` has things done. What a call has to know of the listener's own files is looked
    up on the thread that calls, never within a transaction. A write is on the disk when its call
    returns. Every call may raise StoreError.
    """

    def __init__(
        self,
        place: LibraryFile | Path,
        now: Now = utc_now,
        ask: Ask | None = None,
    ) -> None:
        super().__init__(place, now)
        self._ask: Ask = ask or _at_once

    def asked_by(self, ask: Ask) -> Library:
        """The same library for another thread, which may wait for a file."""
        return Library(self._file, self._now, ask)

    def copied_to_memory(self) -> Library:
        """A copy of what can be read of it, also where the file is damaged."""
        return Library(MemoryFile(self._file), self._now)

    def record_opened(
        self,
        recording: Path | None,
        transcript: Path | None,
        title: str,
        *,
        show: str = "",
        date: str = "",
        new_id: str = "",
    ) -> Episode:
        """The episode of these files, known again by path or content, else a new one.

        Title, show and date are what the files call it; what the listener chose stays.
        A file that is not given stays what it was. A forgotten episode comes back without its
        place. The same recording with another transcript is another episode. Files of others that
        were moved along are known at their new place too.
        """
        heard, read = known_or_none(recording), known_or_none(transcript)
        followed = moved_files.looked_for(self._ask(lambda: self._moves(heard, read)))
        found = Names(*map(text_column, (title, show, date)))
        return self._ask(lambda: self._record(heard, read, found, followed, new_id))

    def _moves(
        self, heard: KnownFile | None, read: KnownFile | None
    ) -> list[moved_files.MovedFile]:
        with self._file.reading() as database:
            row = episode_row_of(database.conn, heard, read)
            pairs = shared_files(row, heard, read) if row else []
            return [moved_files.move(database, *pair) for pair in pairs]

    def _record(
        self,
        heard: KnownFile | None,
        read: KnownFile | None,
        found: Names,
        followed: moved_files.Followed,
        new_id: str,
    ) -> Episode:
        with self._file.writing() as database:
            moved_files.follow(database, followed)
            row = episode_row_of(database.conn, heard, read)
            episode = episode_in(row) if row else self._new_episode(new_id)
            episode = replace(
                _with_files(episode, heard, read).found_as(found),
                former=_former(episode, read),
                is_opened=True,
                opened_at=self._now(),
                updated_at=self._now(),
            )
            database.table("episodes").upsert(episode_row(episode), pk="id")
            return episode

    def leave_files(self, episode_id: str, former: FormerKeys) -> None:
        """Know an episode by what its files held, no more by their paths: those hold another.

        It leaves the list of recent ones and keeps its notes.
        """
        now = moment_column(self._now())
        row = {
            **file_columns("recording", key_alone(former.recording)),
            **file_columns("transcript", key_alone(former.transcript)),
            "deleted_at": now,
            "updated_at": now,
        }
        with self._file.writing() as database:
            database.table("episodes").update(episode_id, row)

    def known_episode(self, recording: Path | None, transcript: Path | None) -> Episode | None:
        """The same by reading alone, where nothing can be written; None for a new one."""
        heard, read = known_or_none(recording), known_or_none(transcript)
        return self._ask(lambda: self._known(heard, read))

    def _known(self, heard: KnownFile | None, read: KnownFile | None) -> Episode | None:
        with self._file.reading() as database:
            row = episode_row_of(database.conn, heard, read)
            if row is None:
                return None
            return _with_files(episode_in(row), heard, read)

    def sync_of(self, episode: Episode) -> TextSync:
        """When the words of an episode's transcript are heard in its recording."""
        keys = SyncKeys.of(episode)
        return self._ask(lambda: self._sync(keys)) if keys else NO_SYNC

    def _sync(self, keys: SyncKeys) -> TextSync:
        with self._file.reading() as database:
            return read_sync(database, keys)

    def voices_of(self, episode: Episode) -> VoiceNames:
        """Who speaks in an episode's transcript, by its listener."""
        key = episode.transcript_key
        return self._ask(lambda: self._voices(key)) if key else NO_VOICES

    def _voices(self, transcript_key: str) -> VoiceNames:
        with self._file.reading() as database:
            return read_voices(database, transcript_key)

    def corrections_of(self, episode_id: str) -> Sequence[Correction]:
        """What listeners have put right in the transcript of an episode, or in its show."""
        return self._ask(lambda: self._corrections(episode_id))

    def _corrections(self, episode_id: str) -> Sequence[Correction]:
        from reader.store.corrections import corrections_for

        with self._file.reading() as database:
            return corrections_for(database, episode_id)

    def is_another(self, former: Path, path: Path) -> bool:
        """Whether a file is not the one that was known at `former`, by what it holds."""
        file = known_file(path)

        def asked() -> bool:
            with self._file.reading() as database:
                return moved_files.is_another(database, former, file)

        return self._ask(asked)

    def replace_file(self, former: Path, path: Path) -> None:
        """Take a file for the one that was known at `former`, whatever it holds."""
        file = known_file(path)

        def asked() -> None:
            with self._file.writing() as database:
                moved_files.replace(database, former, file)

        self._ask(asked)

    def first_known_of(self, transcript: Path) -> KnownText:
        """What the first look at a text asks; at once and without opening the library.

        The only call that may be made on any thread; it raises nothing.
        """
        return first_known_of(self._file.path, transcript)

    def remember_place(
        self, episode_id: str, position: int, length: int, rate: float, scroll: int
    ) -> None:
        """Keep where the reader is; a `length` of 0 means not known and keeps the one before.

        A forgotten episode stays forgotten.
        """
        with self._file.writing() as database:
            database.execute(
                """
                update episodes set position_ms = ?, length_ms = coalesce(nullif(?, 0), length_ms),
                    rate = ?, scroll_offset = ?, updated_at = ?
                where id = ? and deleted_at is null
                """,
                [position, length, rate, scroll, moment_column(self._now()), episode_id],
            )

    def recent(self, limit: int = 12) -> list[Episode]:
        """The episodes opened last, the latest first."""
        with self._file.reading() as database:
            rows = database.table("episodes").rows_where(
                "deleted_at is null and is_opened", order_by="opened_at desc", limit=limit
            )
            return [episode_in(row) for row in rows]

    def episodes(self) -> list[Episode]:
        """All that were ever opened or imported, the forgotten too: their notes are kept."""
        with self._file.reading() as database:
            return [episode_in(row) for row in database.table("episodes").rows]

    def find(self, recording_key: str, transcript_key: str, episode_id: str = "") -> Episode | None:
        """The episode known by this id, else the best by the content keys of its files; an empty
        key fits nothing."""
        with self._file.reading() as database:
            rows = database.table("episodes").rows_where(
                "id = ? or recording_key = ? or transcript_key = ?",
                [episode_id, recording_key or None, transcript_key or None],
                order_by="updated_at desc",
            )
            best = max(
                rows,
                key=lambda row: (
                    row["id"] == episode_id,
                    (row["recording_key"] or "") == recording_key,
                    (row["transcript_key"] or "") == transcript_key,
                ),
                default=None,
            )
            return episode_in(best) if best else None

    def adopt(self, episode: Episode) -> None:
        """Take in an episode of another library, whose files are known by their keys alone.

        It is not on the list of recent ones until it is opened; one that is there stays.
        """
        now = moment_column(self._now())
        row = {**episode_row(episode), "deleted_at": now, "updated_at": now}
        with self._file.writing() as database:
            database.table("episodes").insert(row, pk="id", ignore=True)

    def episode(self, episode_id: str) -> Episode | None:
        """The one with this id, a forgotten one too."""
        with self._file.reading() as database:
            rows = database.table("episodes").rows_where("id = ?", [episode_id])
            return next(map(episode_in, rows), None)

    def first_queued(self, episode_id: str) -> Episode | None:
        """What the listener queued next, but the episode that is open."""
        return self._ask(lambda: self._first_queued(episode_id))

    def _first_queued(self, episode_id: str) -> Episode | None:
        with self._file.reading() as database:
            return next((each for each in queued(database) if each.id != episode_id), None)

    def next_of_show(self, episode_id: str) -> Episode | None:
        """The episode of the same show that came out next; None where no dates are known."""
        return self._ask(lambda: self._next_of_show(episode_id))

    def _next_of_show(self, episode_id: str) -> Episode | None:
        with self._file.reading() as database:
            rows = database.query(
                """
                SELECT later.* FROM episodes AS later JOIN episodes AS open ON open.id = :id
                WHERE later.show = open.show AND open.show != '' AND open.date != ''
                    AND later.date > open.date AND later.deleted_at IS NULL
                ORDER BY later.date, later.title LIMIT 1
                """,
                {"id": episode_id},
            )
            return next(map(episode_in, rows), None)

    def show_of(self, episode: Episode) -> str:
        """Its show, by its own word or by its folder; empty where neither says."""
        return episode.show or self._ask(lambda: self._show_by_folder(episode))

    def _show_by_folder(self, episode: Episode) -> str:
        with self._file.reading() as database:
            watched = database.execute(
                """
                SELECT folder_path FROM files JOIN folders ON folders.id = folder_id
                WHERE episode_id = ? LIMIT 1
                """,
                [episode.id],
            ).fetchone()
        folder = Path(os.fsdecode(watched[0])) if watched else None
        return show_by_folder(episode.own_files, folder) if folder is not None else ""

    def remember_partner(self, transcript: Path, recording: Path) -> None:
        """Keep the user's choice; it replaces an earlier one for this transcript."""
        read, heard = known_file(transcript), known_file(recording)
        self._ask(lambda: self._pair(read, heard))

    def _pair(self, read: KnownFile, heard: KnownFile) -> None:
        with self._file.writing() as database:
            earlier = next(iter(rows_naming(database.conn, "pairings", None, read)), None)
            row = {
                "id": earlier["id"] if earlier else new_id(),
                **file_columns("transcript", read),
                **file_columns("recording", heard),
                "updated_at": moment_column(self._now()),
            }
            database.table("pairings").upsert(row, pk="id")

    def chosen_partner(self, path: Path) -> Path | None:
        """The recording last chosen for a transcript, or the reverse, if it is still to be found.

        Two files that were moved together are known by their content.
        """
        file = known_file(path)
        pairs = self._ask(lambda: self._pairs_of(file))
        return next(filter(None, (_partner(*pair, file) for pair in pairs)), None)

    def _pairs_of(self, file: KnownFile) -> list[tuple[KnownFile | None, KnownFile | None]]:
        with self._file.reading() as database:
            rows = rows_naming(database.conn, "pairings", file, file)
            return [(file_in(row, "recording"), file_in(row, "transcript")) for row in rows]

    def remember_reading(self, transcript: Path, encoding: str, format: str) -> None:
        """Keep how the user wants a transcript to be read; empty is as guessed."""
        read = known_file(transcript)
        self._ask(lambda: self._choose_reading(read, encoding, format))

    def _choose_reading(self, read: KnownFile, encoding: str, format: str) -> None:
        with self._file.writing() as database:
            earlier = next(iter(rows_naming(database.conn, "readings", None, read)), None)
            row = {
                "id": earlier["id"] if earlier else new_id(),
                **file_columns("transcript", read),
                "encoding": encoding,
                "format": format,
                "updated_at": moment_column(self._now()),
            }
            database.table("readings").upsert(row, pk="id")

    def chosen_reading(self, transcript: Path) -> tuple[str, str]:
        """The encoding and the format last chosen for a transcript; empty for as guessed."""
        read = known_file(transcript)
        rows = self._ask(lambda: self._rows("readings", None, read))
        return (rows[0]["encoding"], rows[0]["format"]) if rows else ("", "")

    def chosen_reading_known(self, transcript: Path, key: str) -> tuple[str, str]:
        """The same of a file whose key is known; the disk is not asked."""
        rows = self._rows("readings", None, KnownFile(transcript, key))
        return (rows[0]["encoding"], rows[0]["format"]) if rows else ("", "")

    def _rows(
        self, table: str, recording: KnownFile | None, transcript: KnownFile | None
    ) -> list[Row]:
        with self._file.reading() as database:
            return rows_naming(database.conn, table, recording, transcript)

    def _new_episode(self, key: str) -> Episode:
        now = self._now()
        episode = Episode(key or new_id(), "", None, None, opened_at=now, updated_at=now)
        return replace(episode, added_at=now)


def _at_once(work: Callable[[], T], /) -> T:
    return work()


def _with_files(
    episode: Episode, recording: KnownFile | None, transcript: KnownFile | None
) -> Episode:
    """`episode` with the files that are given; a file not readable now keeps the key it had."""
    if recording:
        key = recording.key or episode.recording_key
        episode = replace(episode, recording=recording.path, recording_key=key)
    if transcript:
        key = transcript.key or episode.transcript_key
        episode = replace(episode, transcript=transcript.path, transcript_key=key)
    return episode


def _former(episode: Episode, read: KnownFile | None) -> FormerKeys | None:
    """What the files of a known episode held, where its transcript holds something else now."""
    keys = FormerKeys(episode.recording_key, episode.transcript_key)
    is_changed = read is not None and read.key and keys.transcript not in ("", read.key)
    return keys if is_changed else None


def _partner(
    recording: KnownFile | None, transcript: KnownFile | None, file: KnownFile
) -> Path | None:
    """The other file of a pairing: where it was, or lying to `file` as it lay before."""
    if not (recording and transcript):
        return None
    here, partner = (recording, transcript) if recording.is_same(file) else (transcript, recording)
    if moved_files.is_there(partner.path):
        return partner.path
    moved = known_file(file.path.parent / _way(here.path, partner.path))
    return moved.path if moved.has_content_of(partner) else None


def _way(start: Path, end: Path) -> Path:
    """How to come from the folder of `start` to `end`; the bare name from another drive."""
    try:
        return Path(os.path.relpath(end, start.parent))
    except ValueError:
        return Path(end.name)
