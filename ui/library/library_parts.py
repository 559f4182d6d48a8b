"""What the library's page works with, and folders are watched with: without the page itself, which
a listener who opens a file may never see."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.library.library_index import LibraryIndex
    from reader.library.library_scan import LibraryScan
    from reader.library.library_search import LibrarySearch
    from reader.library.library_shelf import LibraryShelf
    from reader.playback.listen_in import ListenIn
    from ui.library.covers import PictureIn


class LibraryParts(NamedTuple):
    """What `reader` has of the library: made when it has settled, or when its page is shown."""

    shelf: LibraryShelf
    scan: LibraryScan
    words: LibraryIndex
    search: LibrarySearch
    listen: ListenIn
    picture_in: PictureIn

    def close(self) -> None:
        """Watch, read and play no more."""
        self.shelf.close()
        self.scan.close()
        self.words.close()
        self.search.close()
        self.listen.shut_down()
