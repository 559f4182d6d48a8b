"""Labels in Audacity 3 projects: databases as SQLite writes them, with binary XML in a row."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from reader import formats
from reader.errors import TranscriptError

LABELS = [(3.0, 5.25, "Salt & wind"), (0.5, 3.0, "Fünf Möwen"), (5.25, 5.25, "Gulls")]


class Document:
    """Tags and attributes as Audacity's serializer writes them, in letters of so many bytes."""

    def __init__(self, width: int = 4) -> None:
        self._names: dict[str, int] = {}
        self._width = width
        self.content = b""

    def names(self) -> bytes:
        """The dictionary that goes before the content."""
        found = struct.pack("<BB", 0, self._width)
        for name, number in self._names.items():
            letters = self._letters(name)
            found += struct.pack("<BHH", 15, number, len(letters)) + letters
        return found

    def tag(self, name: str, *inner: bytes) -> bytes:
        number = self._number(name)
        return struct.pack("<BH", 1, number) + b"".join(inner) + struct.pack("<BH", 2, number)

    def text(self, name: str, value: str) -> bytes:
        letters = self._letters(value)
        return struct.pack("<BHi", 3, self._number(name), len(letters)) + letters

    def double(self, name: str, value: float) -> bytes:
        return struct.pack("<BHdi", 10, self._number(name), value, 10)

    def others(self) -> bytes:
        """Attributes of all the other kinds, raw text, and a part with names of its own."""
        rest = [struct.pack(form, code, self._number("x"), 1) for code, form in _WHOLE.items()]
        raw = self._letters("<?xml?>")
        part = struct.pack("<BBHH", 13, 15, 0, self._width) + self._letters("y") + b"\x0e"
        real = struct.pack("<BHfi", 9, self._number("x"), 0.5, 3)
        return b"".join((*rest, real, struct.pack("<Bi", 12, len(raw)), raw, part))

    def _number(self, name: str) -> int:
        return self._names.setdefault(name, len(self._names))

    def _letters(self, text: str) -> bytes:
        return text.encode({1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[self._width])


_WHOLE = {4: "<BHi", 5: "<BHB", 6: "<BHi", 7: "<BHq", 8: "<BHI"}


def project(path: Path, *, width: int = 4, table: str = "project", page: int = 4_096) -> Path:
    """A project with the labels, and with enough in it that its row takes many pages."""
    document = Document(width)
    labels = [
        document.tag(
            "label",
            document.double("t", start),
            document.double("t1", end),
            document.text("title", title),
        )
        for start, end, title in LABELS
    ]
    waves = [document.tag("wavetrack", document.others()) for _ in range(400)]
    tags = document.tag(
        "tags",
        document.tag("tag", document.text("name", "TITLE"), document.text("value", "The harbour")),
    )
    content = document.tag("project", tags, *waves, document.tag("labeltrack", *labels))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"PRAGMA page_size = {page}")
        database.execute("PRAGMA application_id = 0x41554459")
        for name in ("project", "autosave"):
            database.execute(f"CREATE TABLE {name} (id INTEGER PRIMARY KEY, dict BLOB, doc BLOB)")
        database.execute("CREATE TABLE sampleblocks (id INTEGER PRIMARY KEY, samples BLOB)")
        database.executemany(
            "INSERT INTO sampleblocks VALUES (?, ?)", [(k, bytes(9_000)) for k in range(20)]
        )
        row = (document.names(), content)
        database.execute(f"INSERT INTO {table} VALUES (1, ?, ?)", row)
    return path


def with_log(path: Path) -> Path:
    """As Audacity leaves it: in the mode that keeps a log beside the file while it is open."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
    return path


_NUMBERS = "WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n)"


@pytest.mark.parametrize(
    ("width", "table", "page"),
    [(4, "project", 4_096), (2, "project", 65_536), (1, "autosave", 512)],
)
def test_labels_are_read_with_their_times(
    width: int, table: str, page: int, tmp_path: Path
) -> None:
    transcript = formats.load(project(tmp_path / "a.aup3", width=width, table=table, page=page))
    assert transcript.format == "Audacity project"
    assert [(cue.start, cue.end, cue.text) for cue in transcript.cues] == [
        (500, 3_000, "Fünf Möwen"),
        (3_000, 5_250, "Salt & wind"),
        (5_250, 6_750, "Gulls"),
    ]
    assert transcript.metadata["title"] == "The harbour"


def test_bytes_are_read_as_the_file_is(tmp_path: Path) -> None:
    path = with_log(project(tmp_path / "a.aup3"))
    assert formats.read(path.read_bytes(), path.name).cues == formats.load(path).cues


def test_nothing_is_made_beside_a_project_or_changed_in_it(tmp_path: Path) -> None:
    path = with_log(project(tmp_path / "ä #1?.aup3"))
    before = path.read_bytes()
    formats.load(path)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "schema",
    [
        "DROP TABLE project; CREATE VIEW project (dict, doc) AS"
        f" {_NUMBERS} SELECT k, max(k) FROM n",
        f"PRAGMA writable_schema = ON; INSERT INTO sqlite_schema {_NUMBERS} SELECT 'table',"
        " 't' || k, 't' || k, 2, 'CREATE TABLE t' || k || '(a)' FROM n LIMIT 50000",
        "ALTER TABLE project RENAME COLUMN doc TO document",
    ],
    ids=["view without end", "tables without end", "no such column"],
)
def test_a_database_that_is_made_to_do_harm_is_refused(schema: str, tmp_path: Path) -> None:
    path = project(tmp_path / "a.aup3")
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(schema)
    with pytest.raises(TranscriptError, match="damaged Audacity project"):
        formats.load(path)


def test_a_project_without_labels_holds_no_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.reader.formats.test_audacity_database.LABELS", [])
    with pytest.raises(TranscriptError, match="holds no words"):
        formats.load(project(tmp_path / "a.aup3"))


def test_a_damaged_project_is_refused_at_any_place(tmp_path: Path) -> None:
    path = project(tmp_path / "a.aup3", page=512)
    whole = path.read_bytes()
    for place in range(16, len(whole), len(whole) // 150):
        for content in (whole[:place], whole[:place] + b"\xff" * 40 + whole[place + 40 :]):
            path.write_bytes(content)
            try:
                formats.load(path)
            except TranscriptError as error:
                assert "a.aup3" in str(error)
