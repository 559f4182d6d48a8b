"""The address by which SQLite opens a file in another way than for reading and writing."""

from __future__ import annotations

from pathlib import PurePath


def sqlite_address(path: PurePath, how: str) -> str:
    """The URI of an absolute path; `how` is what follows its question mark, such as "mode=ro".

    A server's name in it, as of a Windows share, belongs to the path: SQLite takes no other host
    than this computer (https://sqlite.org/uri.html).
    """
    address = path.as_uri()
    if not address.startswith("file:///"):
        address = address.replace("file:", "file://", 1)
    return f"{address}?{how}"
