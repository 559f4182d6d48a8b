"""Where data, settings, logs and resources lie: from source, installed and frozen."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.regular_file import read_regular

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

_LONGEST_NOTE = 64_000  # bytes
LIBRARY_NAME = "earmark.db"


def resources() -> Path:
    """The folder of icons, styles and the sample; nothing in it is ever written."""
    beside_the_code = Path(__file__).resolve().parent.parent
    return Path(getattr(sys, "_MEIPASS", beside_the_code)) / "resources"


def sample_episode() -> Path:
    """The transcript of the tour of Earmark; its recording lies beside it."""
    return resources() / "sample" / "earmark-tour.vtt"


def data_folder() -> Path:
    """Where the library is kept, unless another place was chosen. May not exist yet."""
    return _folders().user_data_path


def library() -> Path:
    """The file of notes and places: in the folder chosen for it, else in the data folder.

    Where the choice is there and cannot be read it is behind that, where no library can be: none is
    begun at another place than the one with all notes.
    """
    note = _library_note()
    try:
        chosen = Path(os.fsdecode(read_regular(note, _LONGEST_NOTE)).rstrip("\r\n"))
    except FileNotFoundError:
        return data_folder() / LIBRARY_NAME
    except OSError:
        return note / LIBRARY_NAME
    return (chosen if chosen.is_absolute() else note) / LIBRARY_NAME


def choose_library_folder(folder: Path) -> None:
    """Keep the library there from now on; the data folder itself ends the choice.

    Raises OSError.
    """
    from reader.whole_file import write_file

    note = _library_note()
    if folder == data_folder():
        note.unlink(missing_ok=True)
        return
    note.parent.mkdir(parents=True, exist_ok=True)
    write_file(note, os.fsencode(f"{folder}\n"), may_replace=True)


def _library_note() -> Path:
    """Not among the preferences: the command line reads it too, and without Qt."""
    return config_folder() / "library-folder"


def config_folder() -> Path:
    """Where the settings are kept. May not exist yet."""
    return _folders().user_config_path


def log_folder() -> Path:
    """Where logs are written. May not exist yet."""
    return _folders().user_log_path


def word_index() -> Path:
    """The index of all words that are said, which can be thrown away. May not exist yet."""
    return _folders().user_cache_path / "words.db"


def read_texts() -> Path:
    """The folder of texts that were read before, which can be thrown away. May not exist yet."""
    return _folders().user_cache_path / "texts"


def book_sounds() -> Path:
    """The folder of what narrated books sound like, which can be thrown away. May not exist yet."""
    return _folders().user_cache_path / "books"


def is_book_sound(recording: Path) -> bool:
    """Whether it is what a book sounds like: that can be made again."""
    return recording.is_relative_to(book_sounds())


def is_word_index_on() -> bool:
    """Whether there is to be such an index."""
    return not _index_note().exists()


def switch_word_index(is_on: bool) -> None:
    """Have one from now on, or none. Raises OSError."""
    note = _index_note()
    if is_on:
        note.unlink(missing_ok=True)
        return
    from reader.whole_file import write_file

    note.parent.mkdir(parents=True, exist_ok=True)
    write_file(note, b"", may_replace=True)


def _index_note() -> Path:
    """Not among the preferences, which the command line does not read."""
    return config_folder() / "no-word-index"


def runtime_folder() -> Path:
    """Where sockets and locks lie, for this user alone. May not exist yet."""
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(given) if given else data_folder()


@cache
def _folders() -> PlatformDirsABC:
    import platformdirs

    # Among its like it is "Earmark" on Windows and macOS, "earmark" elsewhere.
    name = "Earmark" if sys.platform in ("win32", "darwin") else "earmark"
    return platformdirs.PlatformDirs(name, appauthor=False, roaming=True)
