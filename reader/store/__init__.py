"""What Earmark remembers, in one SQLite file. Nothing outside this package knows SQLite."""
