"""What a listener asks for an episode of the library, wherever it is listed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ShelfRequests(QObject):
    """Each carries the ShelfEpisode that it is asked for."""

    open = Signal(object)
    play = Signal(object)
    play_next = Signal(object)
    play_later = Signal(object)
    rename = Signal(object)
    mark = Signal(object)  # as heard; one that is, as not heard
    choose_transcript = Signal(object)
    choose_recording = Signal(object)
    show_in_folder = Signal(object)
    forget = Signal(object)
