"""How the database came to its shape, step by step. Append only: a step that was released is
never changed, renamed or removed, since files out there have run it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sqlite_utils import Database


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


STEPS: tuple[Step, ...] = (create_episodes, create_pairings)
