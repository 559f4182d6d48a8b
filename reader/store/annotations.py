"""Bookmarks, highlights and notes: kept, changed, undone and found again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.annotation import Annotation, AnnotationKind, Selector
from reader.correction import Correction
from reader.episode import Names
from reader.errors import StoreError
from reader.message import Message
from reader.store import change_names as names
from reader.store import history
from reader.store.annotation_rows import (
    same_words,
    selector_columns,
    stored_rows,
    tag_names,
    update_annotation,
)
from reader.store.annotation_search import Filters, FoundAnnotation, FoundOrder, search
from reader.store.change_names import change_name, known_name
from reader.store.corrections import corrections_for, write_correction
from reader.store.edit import Command, Edit, rename_episode
from reader.store.history import Entry
from reader.store.joining import Stamp, join, stamps
from reader.store.library_file import LibraryFile, MemoryFile
from reader.store.library_records import LibraryRecords, Now
from reader.store.merging import merged, parted
from reader.store.rows import Columns, new_id, text_column
from reader.store.sync_maps import SyncKeys, read_sync, stored_sync, sync_columns, write_sync
from reader.store.voice_rows import changed_rows, has_voices, read_voices
from reader.transcript.text_sync import TextSync
from reader.voice_names import NO_VOICES, VoiceNames

if TYPE_CHECKING:
    from sqlite_utils import Database


_HAS_ANNOTATIONS = """id IN (
    SELECT episode_id FROM annotations UNION SELECT episode_id FROM corrections
)"""
_BY_TIME = "recording_start_ms, recording_end_ms, created_at"


_OTHER_TRANSCRIPT = """
    SELECT transcript_key FROM voice_names
    WHERE NOT is_taken_back AND transcript_key != :key AND (
        transcript_key = :former OR transcript_key IN (
            SELECT other.transcript_key FROM episodes AS one
            JOIN episodes AS other ON other.recording_key = one.recording_key
            WHERE one.id = :id AND one.recording_key != ''
        )
    )
    ORDER BY transcript_key = :former DESC, updated_at DESC LIMIT 1
"""
_TRANSCRIPTS_OF_SHOW = """
    SELECT voice_names.transcript_key FROM episodes AS one
    JOIN episodes AS other ON other.show = one.show AND other.id != one.id
    JOIN voice_names ON voice_names.transcript_key = other.transcript_key AND NOT is_taken_back
    WHERE one.id = :id AND one.show != ''
    GROUP BY voice_names.transcript_key ORDER BY max(voice_names.updated_at) DESC LIMIT 12
"""


class KeptEpisode(NamedTuple):
    """An episode and how many annotations it has."""

    id: str
    title: str
    uses: int


class Colour(NamedTuple):
    """A colour of highlights, 1 to 5; `hex` is "#rrggbb"."""

    number: int
    name: str
    hex: str


class Taken(NamedTuple):
    """How many came with an import: new here, newer than here, and known as they are."""

    added: int
    renewed: int
    known: int


class Annotations(LibraryRecords):
    """What listeners keep, in the library at `place`.

    For one thread, on which the file is opened at the first call. A command is one transaction,
    on the disk when its call returns, and can be undone, also after a restart. Every call may
    raise StoreError; then nothing was changed.
    """

    def __init__(
        self,
        place: LibraryFile | Path,
        now: Now = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(place, now)

    @property
    def file(self) -> LibraryFile:
        """The library that they are in."""
        return self._file

    def stamps(self) -> dict[str, Stamp]:
        """When each was changed last, the deleted ones too."""
        with self._file.reading() as database:
            return stamps(database.conn)

    def join(self, other: Annotations) -> None:
        """Take in all of another library that is not here, or later there, as one command.

        Of two versions of one thing the later stays.
        """
        with other.file.reading() as theirs, self._file.writing() as database:
            join(database, theirs, self._now())

    def copied_to_memory(self, known: Iterable[Annotation]) -> Annotations:
        """A copy to go on with while the file fails; of what is `known`, if it can't be read."""
        copy = Annotations(MemoryFile(self._file), self._now)
        with copy._file.writing() as database:
            is_empty = not database.table("annotations").count
            if is_empty:
                edit = Edit(database, self._now())
                for annotation in self._all_readable() or known:
                    edit.put(annotation)
        return copy

    def _all_readable(self) -> list[Annotation]:
        try:
            return self._select("deleted_at IS NULL")
        except StoreError:
            return []

    def take_episodes(self, other: Annotations) -> None:
        """Know the episodes that what is kept in another library belongs to."""
        with other._file.reading() as theirs:
            rows = list(theirs.table("episodes").rows_where(_HAS_ANNOTATIONS))
        with self._file.writing() as database:
            database.table("episodes").insert_all(rows, pk="id", ignore=True)

    def move_episode(self, former_id: str, episode_id: str) -> None:
        """Let all that is kept of one episode be of another one. Not a command."""
        with self._file.writing() as database:
            database.execute(
                "UPDATE annotations SET episode_id = ? WHERE episode_id = ?",
                [episode_id, former_id],
            )
            database.execute(
                "UPDATE corrections SET episode_id = ? WHERE episode_id = ?",
                [episode_id, former_id],
            )

    def take_later(self, annotations: Iterable[Annotation]) -> None:
        """Have these in the state given, unless there is a later one. Not a command."""
        with self._editing() as edit:
            for each in annotations:
                before = edit.find(each.id)
                if before is None or before.updated < each.updated:
                    edit.put(each)
                    edit.change_to(each)
                    edit.stamp(each.id, each.updated)

    # --- commands

    def add(self, *annotations: Annotation) -> Command:
        """Keep new ones. One that is kept already stays as it is, so adding again does no harm;
        a deleted one comes back as given."""
        with self._editing() as edit:
            for annotation in annotations:
                edit.put(annotation)
            return edit.finish(change_name(names.ADD, annotations))

    def change(
        self,
        *keys: str,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        colour: int | None = None,
        kind: AnnotationKind | None = None,
        selector: Selector | None = None,
        voice: str | None = None,
        is_unreviewed: bool | None = None,
        name: str = "",
    ) -> Command:
        """Write what is given to each of `keys`, and nothing else.

        One that was deleted meanwhile, in another window, comes back. Raises KeyError.
        """
        columns: Columns = {} if selector is None else selector_columns(selector)
        given = {
            "kind": kind and kind.value,
            "colour": colour,
            "note": None if note is None else text_column(note),
            "tags": None if tags is None else tag_names(tags),
            "voice": None if voice is None else text_column(voice),
            "is_untidied": None if is_unreviewed is None else int(is_unreviewed),
        }
        columns |= {column: value for column, value in given.items() if value is not None}
        with self._editing() as edit:
            for key in keys:
                edit.change(key, {**columns, "deleted_at": None})
            return edit.finish(name or _change_name(columns, edit.annotations()))

    def delete(self, *keys: str) -> Command:
        """Take away; they can be restored. Raises KeyError."""
        with self._editing() as edit:
            for key in keys:
                edit.delete(key)
            return edit.finish(change_name(names.DELETE, edit.annotations()))

    def merge(self, *keys: str, selector: Selector) -> Command:
        """Make one of several that are shown together, at `selector`; the first in time stays.

        It gets all notes, tags and voices. Raises KeyError, and ValueError for fewer than two.
        """
        with self._editing() as edit:
            parts = [edit.annotation(key) for key in dict.fromkeys(keys)]
            whole = merged(parts, selector)
            edit.change_to(whole)
            for part in parts:
                if part.id != whole.id:
                    edit.delete(part.id)
            return edit.finish(change_name(names.MERGE, parts))

    def split(
        self,
        key: str,
        first: Selector,
        second: Selector,
        voices: tuple[str, str] | None = None,
        *,
        second_id: str = "",
    ) -> Command:
        """Make two of one. The first keeps its id and the note, both its colour and tags.

        Without `voices` both keep its voice; without `second_id` the second gets an id of its own.
        Raises KeyError.
        """
        with self._editing() as edit:
            whole = edit.annotation(key)
            one, other = parted(whole, (first, second), voices, second_id or new_id())
            edit.change_to(one)
            edit.put(other)
            return edit.finish(change_name(names.SPLIT, [whole]))

    def move(self, selectors: Mapping[str, Selector], *, name: str = "") -> Command:
        """Put each at a place of its own; deleted ones come back. Raises KeyError."""
        with self._editing() as edit:
            for key, selector in selectors.items():
                edit.change(key, {**selector_columns(selector), "deleted_at": None})
            return edit.finish(name or change_name(names.MOVE, edit.annotations()))

    def join_episode(self, former_id: str, episode_id: str) -> Command:
        """Let all notes of one episode be of another one. Raises StoreError for one that the
        library does not know."""
        with self._editing() as edit:
            for annotation in self.of_episode(former_id):
                edit.change(annotation.id, {"episode_id": episode_id})
            return edit.finish(names.JOIN_EPISODE)

    def change_colour(
        self, number: int, *, name: str | None = None, hex_value: str | None = None
    ) -> Command:
        """Give a colour of highlights another name or look. Raises KeyError."""
        given = {"name": name and text_column(name), "hex": hex_value}
        with self._editing() as edit:
            edit.change_colour(number, {key: value for key, value in given.items() if value})
            return edit.finish(names.RENAME_COLOUR if name else names.CHANGE_COLOUR)

    def change_sync(self, keys: SyncKeys, sync: TextSync, *, name: str) -> Command:
        """Let the words of a transcript be heard at other times in a recording."""
        with self._editing() as edit:
            edit.change_sync(keys, sync)
            return edit.finish(name)

    def change_voices(
        self, transcript_key: str, before: VoiceNames, after: VoiceNames, *, name: str
    ) -> Command:
        """Write what was said of a transcript's voices from one state to the next; what was said
        meanwhile in another window stays."""
        with self._editing() as edit:
            edit.change_voices(transcript_key, changed_rows(before, after))
            return edit.finish(name)

    def take_voices(self, voices: Mapping[str, str], *, name: str) -> Command:
        """Let each be said by a voice of its own. Raises KeyError."""
        with self._editing() as edit:
            for key, voice in voices.items():
                edit.change(key, {"voice": text_column(voice), "deleted_at": None})
            return edit.finish(name)

    def correct(
        self, corrections: Iterable[Correction], *, instead_of: Iterable[str] = (), name: str
    ) -> Command:
        """Keep corrections, in the place of those with some ids."""
        with self._editing() as edit:
            for key in instead_of:
                edit.drop_correction(key)
            for correction in corrections:
                edit.put_correction(correction)
            return edit.finish(name)

    def take_corrections(self, corrections: Iterable[Correction], name: str) -> Command:
        """Keep corrections of a file, which may be those of another episode: that keeps its own."""
        with self._editing() as edit:
            for correction in corrections:
                edit.take_correction(correction)
            return edit.finish(name)

    def renew_sync(self, keys: SyncKeys, before: TextSync, after: TextSync) -> None:
        """Take more words that were heard. Not a command: what was applied is undone with them.

        Where the listener has changed it meanwhile, nothing is done.
        """
        with self._file.writing() as database:
            if stored_sync(database, keys) == sync_columns(before):
                write_sync(database, keys.row_id, sync_columns(after), self._now())

    def rename_episode(self, episode_id: str, names: Names) -> Command:
        """Call an episode so from now on. Raises KeyError."""
        with self._editing() as edit:
            return rename_episode(edit, episode_id, names)

    def names_of(self, episode_id: str) -> Names | None:
        """What an episode is called; None where it is not known."""
        with self._file.reading() as database:
            rows = database.execute(
                "SELECT title, show, date FROM episodes WHERE id = ?", [episode_id]
            )
            row = rows.fetchone()
            return Names(*row) if row else None

    def undo(self) -> Command | None:
        """Take the last command back, in whichever window it was given; None without one."""
        return self._travel(history.last_done, is_undo=True)

    def redo(self) -> Command | None:
        """Do again what was undone last; None if nothing was, or something was done since."""
        return self._travel(history.first_undone, is_undo=False)

    def reanchor(
        self, selectors: Mapping[str, Selector], voices: Mapping[str, str] | None = None
    ) -> None:
        """Write where annotations lie in another transcript. Not a command: nobody undoes it.

        Ids that are not known are passed over.
        """
        with self._file.writing() as database:
            for key, selector in selectors.items():
                voice = (voices or {}).get(key)
                said = {} if voice is None else {"voice": text_column(voice)}
                columns = {**selector_columns(selector), **said}
                update_annotation(database, key, columns, self._now())

    def reanchor_corrections(self, selectors: Mapping[str, Selector]) -> None:
        """Write where corrections lie in another transcript. Not a command: nobody undoes it."""
        now = self._now().astimezone(UTC)
        with self._file.writing() as database:
            for key, selector in selectors.items():
                write_correction(database, key, selector_columns(selector), now)

    def take_in(self, *annotations: Annotation) -> Taken:
        """Keep what another library, or this one earlier, kept; nothing of it is lost.

        One that is not here is added, one that was deleted here comes back, and of two versions of
        one the newer stays. All keep the moment when they were changed, so a second time does no
        harm.
        """
        added, renewed = 0, 0
        with self._editing() as edit:
            for annotation in annotations:
                before = edit.find(annotation.id)
                if before is None or before.is_deleted:
                    edit.put(annotation)
                    added += 1
                elif annotation.updated > before.updated:
                    edit.change_to(annotation)
                    renewed += 1
                else:
                    continue
                edit.stamp(annotation.id, annotation.updated)
            edit.finish(names.IMPORT)
        return Taken(added, renewed, len(annotations) - added - renewed)

    # --- questions

    def sync(self, keys: SyncKeys) -> TextSync:
        """When the words of a transcript are heard in a recording, as far as anybody knows."""
        with self._file.reading() as database:
            return read_sync(database, keys)

    def voices(self, transcript_key: str) -> VoiceNames:
        """Who speaks in a transcript, by its listener."""
        with self._file.reading() as database:
            return read_voices(database, transcript_key)

    def voices_to_carry(
        self, episode_id: str, transcript_key: str, former_key: str = ""
    ) -> VoiceNames:
        """What was said of the voices of the transcript before, or of another one of the same
        recording, as long as nothing was ever said of this one."""
        with self._file.reading() as database:
            if has_voices(database, transcript_key):
                return NO_VOICES
            keys = {"id": episode_id, "key": transcript_key, "former": former_key}
            row = database.execute(_OTHER_TRANSCRIPT, keys).fetchone()
            return read_voices(database, row[0]) if row else NO_VOICES

    def voices_of_show(self, episode_id: str) -> tuple[str, ...]:
        """Names that were given in other episodes of the show, in the latest first."""
        with self._file.reading() as database:
            rows = database.execute(_TRANSCRIPTS_OF_SHOW, {"id": episode_id}).fetchall()
            found = [read_voices(database, key).names for (key,) in rows]
        return tuple(dict.fromkeys(name for names in found for name in names))

    def corrections(self, episode_id: str) -> Sequence[Correction]:
        """All that holds for an episode: its own, those of the same recording or transcript, and
        those of its show; in the order in which they were made."""
        with self._file.reading() as database:
            return corrections_for(database, episode_id)

    def undo_name(self) -> str | None:
        """Of the command that `undo` takes back, such as "Delete Highlight"."""
        with self._file.reading() as database:
            entry = history.last_done(database)
        return entry and known_name(entry.name)

    def redo_name(self) -> str | None:
        """Of the command that `redo` does again."""
        with self._file.reading() as database:
            entry = history.first_undone(database)
        return entry and known_name(entry.name)

    def get(self, key: str) -> Annotation | None:
        """One, deleted or not; None if it was never kept here."""
        return next(iter(self._select("id = ?", key)), None)

    def of_episode(self, episode_id: str) -> list[Annotation]:
        """In the order of the recording; with what was kept beside other transcripts of it, and
        with another recording of the transcript."""
        with self._file.reading() as database:
            others = same_words(database, episode_id)
        # Named one by one, so that SQLite asks the index, which has them in order.
        holes = ", ".join("?" * (1 + len(others)))
        where = f"episode_id IN ({holes}) AND deleted_at IS NULL"
        return self._select(where, episode_id, *others, order=_BY_TIME)

    def every(self) -> list[Annotation]:
        """Of all episodes, each in the order of its recording."""
        return self._select("deleted_at IS NULL", order=f"episode_id, {_BY_TIME}")

    def count_unreviewed(self) -> int:
        """How many are new."""
        where = "is_untidied = 1 AND deleted_at IS NULL"
        with self._file.reading() as database:
            rows = database.execute(f"SELECT count(*) FROM annotations WHERE {where}")
            return int(rows.fetchone()[0])

    def tags(self) -> list[str]:
        """All that are in use, the most used first."""
        with self._file.reading() as database:
            rows = database.execute(
                """
                SELECT tags.name FROM annotation_tags
                JOIN tags ON tags.id = tag_id
                JOIN annotations ON annotations.id = annotation_id AND deleted_at IS NULL
                GROUP BY tags.id ORDER BY count(*) DESC, tags.name
                """
            )
            return [name for (name,) in rows]

    def episodes(self) -> list[KeptEpisode]:
        """All with something kept, by their titles; the forgotten ones too."""
        with self._file.reading() as database:
            rows = database.execute(
                """
                SELECT episodes.id, title, count(*) FROM annotations
                JOIN episodes ON episodes.id = episode_id
                WHERE annotations.deleted_at IS NULL
                GROUP BY episodes.id ORDER BY title COLLATE NOCASE, opened_at
                """
            )
            return [KeptEpisode(*row) for row in rows]

    def states(self) -> dict[str, tuple[int, float]]:
        """By episode what is another whenever anything kept of it was changed or deleted."""
        with self._file.reading() as database:
            rows = database.execute(
                """
                SELECT episode_id, count(*) - count(deleted_at), total(julianday(updated_at))
                FROM annotations GROUP BY episode_id
                """
            )
            return {episode: (count, moments) for episode, count, moments in rows}

    def colours(self) -> list[Colour]:
        """Those of highlights, in the order of their numbers."""
        with self._file.reading() as database:
            rows = database.execute("SELECT number, name, hex FROM colours ORDER BY number")
            return [Colour(*row) for row in rows]

    def search(
        self,
        text: str,
        filters: Filters | None = None,
        limit: int = 200,
        order: FoundOrder = FoundOrder.BEST,
    ) -> list[FoundAnnotation]:
        """What has all words of `text` in quote or note, the first `limit` in an order; the last
        word may be unfinished. Phrases stand in quotation marks."""
        with self._file.reading() as database:
            return search(database, text, filters or Filters(), limit, order)

    # ---

    @contextmanager
    def _editing(self) -> Iterator[Edit]:
        with self._file.writing() as database:
            yield Edit(database, self._now())

    def _travel(self, find: Callable[[Database], Entry | None], *, is_undo: bool) -> Command | None:
        with self._file.writing() as database:
            entry = find(database)
            if entry is None:
                return None
            edit = Edit(database, self._now())
            changes = history.changes_of(database, entry)
            for change in reversed(changes) if is_undo else changes:
                edit.write_back(change, change.before if is_undo else change.after)
            history.mark(database, entry, is_undone=is_undo)
            return Command(known_name(entry.name), edit.annotations())

    def _select(self, where: str, *values: str, order: str = "number") -> list[Annotation]:
        with self._file.reading() as database:
            return [row.annotation for row in stored_rows(database, where, values, order)]


def _change_name(columns: Columns, annotations: Sequence[Annotation]) -> Message:
    """What a listener would call the change; the most specific if it is several."""
    named = {
        "exact": names.MOVE,
        "kind": names.CHANGE_KIND,
        "colour": names.CHANGE_COLOUR,
        "note": names.CHANGE_NOTE,
        "tags": names.CHANGE_TAGS,
        "voice": names.CHANGE_VOICE,
        "is_untidied": names.REVIEW,
    }
    change = next((named[column] for column in named if column in columns), names.CHANGE)
    return change_name(change, annotations)
