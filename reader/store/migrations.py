"""How the database came to its shape, step by step. Append only: a step that was released is
never changed, renamed or removed, since files out there have run it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sqlite_utils import Database


COLOURS_MADE = "2026-11-24T00:00:00.000000+00:00"
"""The moment of colours that nobody has changed."""


class Step(Protocol):
    """One change of shape, known in the database by its name."""

    __name__: str

    def __call__(self, database: Database, /) -> None:
        """Change the shape; in a transaction, so that it happens wholly or not at all."""


def create_episodes(database: Database) -> None:
    """Episodes and where their reader left off; a forgotten one keeps its row, marked deleted."""
    database.table("episodes").create(
        {
            "id": str,
            "title": str,
            "recording_path": str,
            "recording_key": str,
            "transcript_path": str,
            "transcript_key": str,
            "length_ms": int,
            "position_ms": int,
            "rate": float,
            "scroll_offset": int,
            "opened_at": str,
            "updated_at": str,
            "deleted_at": str,
        },
        pk="id",
        not_null={"title", "length_ms", "position_ms", "scroll_offset", "opened_at", "updated_at"},
    )


def create_pairings(database: Database) -> None:
    """Which recording the user chose for which transcript."""
    database.table("pairings").create(
        {
            "id": str,
            "transcript_path": str,
            "transcript_key": str,
            "recording_path": str,
            "recording_key": str,
            "updated_at": str,
        },
        pk="id",
        not_null={"transcript_path", "recording_path", "updated_at"},
    )


def create_readings(database: Database) -> None:
    """In which encoding and format the user wants a transcript to be read."""
    database.table("readings").create(
        {
            "id": str,
            "transcript_path": str,
            "transcript_key": str,
            "encoding": str,
            "format": str,
            "updated_at": str,
        },
        pk="id",
        not_null={"transcript_path", "encoding", "format", "updated_at"},
    )


def create_annotations(database: Database) -> None:
    """What listeners keep, its tags, and the colours of highlights with their names."""
    for statement in _ANNOTATIONS:
        database.execute(statement)
    database.table("colours").insert_all(
        {"number": number, "name": name, "hex": colour, "updated_at": COLOURS_MADE}
        for number, (name, colour) in enumerate(_COLOURS, start=1)
    )


def create_history(database: Database) -> None:
    """Each command with what it changed, for undo and redo after a restart too."""
    for statement in _HISTORY:
        database.execute(statement)


def create_annotation_search(database: Database) -> None:
    """Two indexes over quotes and notes: words without accents, and any three characters.

    Beware of `transform()` on annotations: it drops the triggers that keep these in step.
    """
    for statement in _SEARCH:
        database.execute(statement)


def create_drafts(database: Database) -> None:
    """What is being written on annotations and is not saved yet; `tags` is a JSON array."""
    database.table("drafts").create(
        {"annotation_id": str, "note": str, "tags": str, "updated_at": str},
        pk="annotation_id",
        not_null={"note", "tags", "updated_at"},
    )


def add_tag_names(database: Database) -> None:
    """The names of its tags in each row as well, a line each: to gather them from their own table
    took as long as to read the rows."""
    for statement in _TAG_NAMES:
        database.execute(statement)


def index_recordings(database: Database) -> None:
    """By which the other transcripts of a recording are found."""
    database.execute("CREATE INDEX episodes_by_recording ON episodes (recording_key)")


def create_sync_maps(database: Database) -> None:
    """Where the times of a transcript lie in a recording of it; `points` is a JSON array."""
    database.table("sync_maps").create(
        {
            "id": str,
            "recording_key": str,
            "transcript_key": str,
            "points": str,
            "updated_at": str,
        },
        pk="id",
        not_null={"recording_key", "transcript_key", "points", "updated_at"},
    )


def add_spoken_times(database: Database) -> None:
    """When lines and words were heard in a recording, as a JSON array beside its sync map."""
    database.execute("ALTER TABLE sync_maps ADD COLUMN times TEXT NOT NULL DEFAULT '[]'")


def create_sync_checks(database: Database) -> None:
    """How far a recording was checked against a text, as JSON; empty where it only was offered."""
    database.table("sync_checks").create(
        {
            "id": str,
            "recording_key": str,
            "transcript_key": str,
            "state": str,
            "updated_at": str,
        },
        pk="id",
        not_null={"recording_key", "transcript_key", "state", "updated_at"},
    )


def add_names(database: Database) -> None:
    """What shows and dates episodes have, and what their files call them: whatever differs from
    that was chosen by the listener."""
    for column in ("show", "date", "found_title", "found_show", "found_date"):
        database.execute(f"ALTER TABLE episodes ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    database.execute("UPDATE episodes SET found_title = title")


def create_shelf(database: Database) -> None:
    """Watched folders and the files in them, episodes that nobody opened yet, and what is next.

    No two tables may have rows that could be one another's: a damaged library is read by that.
    """
    for statement in _SHELF:
        database.execute(statement)


def create_views(database: Database) -> None:
    """For whoever reads the library with another program: tables as one would look for them."""
    for statement in _VIEWS:
        database.execute(statement)


def create_voice_names(database: Database) -> None:
    """Who speaks in a transcript, by its listener: a row for each turn or voice that was named.
    `said` is a JSON array, empty where it was taken back."""
    database.table("voice_names").create(
        {"id": str, "transcript_key": str, "is_taken_back": int, "said": str, "updated_at": str},
        pk="id",
        not_null={"transcript_key", "is_taken_back", "said", "updated_at"},
    )
    database.execute("CREATE INDEX voice_names_by_transcript ON voice_names (transcript_key)")


def create_corrections(database: Database) -> None:
    """What listeners put right in transcripts; a scope of "show" is for a whole show."""
    for statement in _CORRECTIONS:
        database.execute(statement)


_CORRECTIONS = (
    """
    CREATE TABLE corrections (
        id TEXT PRIMARY KEY NOT NULL,
        episode_id TEXT NOT NULL REFERENCES episodes(id),
        scope TEXT NOT NULL,
        show TEXT NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        recording_start_ms INTEGER NOT NULL,
        recording_end_ms INTEGER NOT NULL,
        transcript_start_ms INTEGER,
        transcript_end_ms INTEGER,
        position_start INTEGER,
        position_end INTEGER,
        replacement TEXT NOT NULL,
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT
    )
    """,
    "CREATE INDEX corrections_by_episode ON corrections (episode_id) WHERE deleted_at IS NULL",
    """
    CREATE INDEX corrections_by_show
        ON corrections (show COLLATE NOCASE) WHERE scope = 'show' AND deleted_at IS NULL
    """,
)

_COLOURS = (
    ("Idea", "#f2c037"),
    ("Quote", "#5fb878"),
    ("Ask", "#4f9de0"),
    ("To Do", "#ef8a4c"),
    ("Favourite", "#d977b8"),
)

# `number` is there for the search indexes: without it, VACUUM could number the rows again.
_ANNOTATIONS = (
    """
    CREATE TABLE annotations (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        episode_id TEXT NOT NULL REFERENCES episodes(id),
        kind TEXT NOT NULL,
        colour INTEGER NOT NULL,
        note TEXT NOT NULL,
        voice TEXT NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        recording_start_ms INTEGER NOT NULL,
        recording_end_ms INTEGER NOT NULL,
        transcript_start_ms INTEGER,
        transcript_end_ms INTEGER,
        position_start INTEGER,
        position_end INTEGER,
        is_untidied INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        created_offset_minutes INTEGER NOT NULL,
        updated_at TEXT NOT NULL,
        updated_offset_minutes INTEGER NOT NULL,
        deleted_at TEXT
    )
    """,
    """
    CREATE INDEX annotations_by_time
        ON annotations (episode_id, recording_start_ms, recording_end_ms, created_at)
        WHERE deleted_at IS NULL
    """,
    "CREATE INDEX annotations_by_making ON annotations (created_at) WHERE deleted_at IS NULL",
    """
    CREATE INDEX annotations_by_colour
        ON annotations (colour, created_at) WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX annotations_by_kind
        ON annotations (kind, created_at) WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX annotations_by_tidiness
        ON annotations (is_untidied, created_at) WHERE deleted_at IS NULL
    """,
    "CREATE TABLE tags (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, updated_at TEXT NOT NULL)",
    """
    CREATE TABLE annotation_tags (
        annotation_id TEXT NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
        tag_id TEXT NOT NULL REFERENCES tags(id),
        place INTEGER NOT NULL,
        PRIMARY KEY (annotation_id, tag_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX annotation_tags_by_tag ON annotation_tags (tag_id)",
    """
    CREATE TABLE colours (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        hex TEXT NOT NULL,
        updated_at TEXT NOT NULL
    )
    """,
)

_HISTORY = (
    """
    CREATE TABLE history (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        made_at TEXT NOT NULL,
        is_undone INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX history_by_undone ON history (is_undone, number)",
    """
    CREATE TABLE history_changes (
        id INTEGER PRIMARY KEY,
        history_number INTEGER NOT NULL REFERENCES history(number) ON DELETE CASCADE,
        changed_table TEXT NOT NULL,
        changed_key TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL
    )
    """,
    "CREATE INDEX history_changes_by_command ON history_changes (history_number)",
)

_TAG_NAMES = (
    "ALTER TABLE annotations ADD COLUMN tag_names TEXT NOT NULL DEFAULT ''",
    """
    UPDATE annotations SET tag_names = (
        SELECT coalesce(group_concat(name, char(10)), '') FROM (
            SELECT name FROM annotation_tags JOIN tags ON tags.id = tag_id
            WHERE annotation_id = annotations.id ORDER BY place
        )
    )
    """,
)

# The two blanks at the end let the last characters of a text begin three characters too, by
# which one or two alone are found (see annotation_search).
_SEARCH = (
    """
    CREATE VIEW annotation_texts AS
        SELECT number, exact || '  ' AS exact, note || '  ' AS note
        FROM annotations WHERE deleted_at IS NULL
    """,
    """
    CREATE VIRTUAL TABLE annotation_words USING fts5(
        exact, note, content='annotation_texts', content_rowid='number',
        tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
    )
    """,
    """
    CREATE VIRTUAL TABLE annotation_parts USING fts5(
        exact, note, content='annotation_texts', content_rowid='number', tokenize='trigram'
    )
    """,
    "CREATE VIRTUAL TABLE annotation_part_terms USING fts5vocab('annotation_parts', 'row')",
    """
    CREATE TRIGGER annotations_inserted AFTER INSERT ON annotations
    WHEN new.deleted_at IS NULL BEGIN
        INSERT INTO annotation_words(rowid, exact, note)
            VALUES (new.number, new.exact || '  ', new.note || '  ');
        INSERT INTO annotation_parts(rowid, exact, note)
            VALUES (new.number, new.exact || '  ', new.note || '  ');
    END
    """,
    """
    CREATE TRIGGER annotations_erased AFTER DELETE ON annotations
    WHEN old.deleted_at IS NULL BEGIN
        INSERT INTO annotation_words(annotation_words, rowid, exact, note)
            VALUES ('delete', old.number, old.exact || '  ', old.note || '  ');
        INSERT INTO annotation_parts(annotation_parts, rowid, exact, note)
            VALUES ('delete', old.number, old.exact || '  ', old.note || '  ');
    END
    """,
    """
    CREATE TRIGGER annotations_changed AFTER UPDATE OF exact, note, deleted_at ON annotations BEGIN
        INSERT INTO annotation_words(annotation_words, rowid, exact, note)
            SELECT 'delete', old.number, old.exact || '  ', old.note || '  '
            WHERE old.deleted_at IS NULL;
        INSERT INTO annotation_parts(annotation_parts, rowid, exact, note)
            SELECT 'delete', old.number, old.exact || '  ', old.note || '  '
            WHERE old.deleted_at IS NULL;
        INSERT INTO annotation_words(rowid, exact, note)
            SELECT new.number, new.exact || '  ', new.note || '  '
            WHERE new.deleted_at IS NULL;
        INSERT INTO annotation_parts(rowid, exact, note)
            SELECT new.number, new.exact || '  ', new.note || '  '
            WHERE new.deleted_at IS NULL;
    END
    """,
)

# Of `files`, `modified_ns` and `size` are those at the last scan; `part` is "recording" or
# "transcript". An episode whose `is_opened` is 0 was found by a scan, and nobody opened it.
_SHELF = (
    "ALTER TABLE episodes ADD COLUMN added_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE episodes ADD COLUMN is_opened INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE episodes ADD COLUMN is_finished INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE episodes ADD COLUMN cover_path TEXT",
    "UPDATE episodes SET added_at = opened_at",
    """
    CREATE TABLE folders (
        id TEXT PRIMARY KEY,
        folder_path TEXT NOT NULL,
        is_away INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        scanned_at TEXT,
        updated_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE files (
        id TEXT PRIMARY KEY,
        folder_id TEXT NOT NULL,
        file_path TEXT NOT NULL,
        part TEXT NOT NULL,
        content_key TEXT,
        size INTEGER NOT NULL,
        modified_ns INTEGER NOT NULL,
        episode_id TEXT,
        is_missing INTEGER NOT NULL,
        updated_at TEXT NOT NULL
    )
    """,
    "CREATE INDEX files_by_episode ON files (episode_id)",
    "CREATE INDEX files_by_folder ON files (folder_id)",
    """
    CREATE TABLE up_next (
        number INTEGER PRIMARY KEY,
        episode_id TEXT NOT NULL,
        updated_at TEXT NOT NULL
    )
    """,
)

_VIEWS = (
    """
    CREATE VIEW shows AS
        SELECT show AS name, count(*) AS episodes, max(date) AS newest,
            sum(length_ms) AS length_ms
        FROM episodes WHERE deleted_at IS NULL AND show != '' GROUP BY show
    """,
    """
    CREATE VIEW notes AS
        SELECT annotations.id AS id, episodes.title AS episode, episodes.show AS show,
            kind, colours.name AS colour, recording_start_ms AS start_ms,
            recording_end_ms AS end_ms, voice, exact AS quote, note,
            replace(tag_names, char(10), ', ') AS tags, created_at, episode_id
        FROM annotations JOIN episodes ON episodes.id = episode_id
            LEFT JOIN colours ON colours.number = colour
        WHERE annotations.deleted_at IS NULL
    """,
    """
    CREATE VIEW episodes_with_notes AS
        SELECT episodes.id AS id, title, show, date, count(*) AS notes,
            max(created_at) AS last_note_at, length_ms, position_ms, recording_path,
            transcript_path
        FROM episodes JOIN annotations ON episode_id = episodes.id
        WHERE annotations.deleted_at IS NULL GROUP BY episodes.id
    """,
)

STEPS: tuple[Step, ...] = (
    create_episodes,
    create_pairings,
    create_annotations,
    create_history,
    create_annotation_search,
    create_readings,
    create_drafts,
    add_tag_names,
    index_recordings,
    create_sync_maps,
    add_names,
    create_shelf,
    create_views,
    add_spoken_times,
    create_sync_checks,
    create_voice_names,
    create_corrections,
)
