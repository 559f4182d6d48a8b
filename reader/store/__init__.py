"""What Earmark remembers, in one SQLite file. Nothing outside this package knows SQLite,
but for `reader.formats.sqlite_rows`, which reads what other programs wrote.
"""
