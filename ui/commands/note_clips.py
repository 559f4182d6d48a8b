"""`earmark notes --clips FOLDER`: the passages themselves, as audio files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.message import message, system_reason
from ui.commands import output

if TYPE_CHECKING:
    from reader.notes.exporting.note import ExportedEpisode, ExportedNote


def save(notes: Sequence[ExportedNote], folder: Path, format: str) -> None:
    """Cut them, of several episodes each into a folder of its own; what cannot be is reported.

    Raises ReaderError where there is none at all.
    """
    from reader.file_names import safe_name
    from reader.notes.exporting.note import by_episode

    episodes = by_episode(notes)
    saved = 0
    for kept in episodes:
        title = safe_name(kept.episode.title) or "Episode"
        place = folder if len(episodes) == 1 else folder / title
        try:
            saved += _save(kept, place, format)
        except ReaderError as error:
            output.report(error.message)
    if not saved:
        raise ReaderError(message("No clip could be cut."))


def _save(kept: ExportedEpisode, folder: Path, format: str) -> int:
    from reader.recording.clip_format import AudioClip, clip_format_named
    from reader.recording.clips import save_clips
    from reader.recording.picked import passage_of, picked_from

    recording, title = kept.episode.recording, kept.episode.title
    if recording is None or not recording.is_file():
        raise ReaderError(message("The recording of “{title}” is not there.", title=title))
    picked = [picked_from(note.annotation) for note in kept.notes]
    passages = filter(None, (passage_of(each, title) for each in picked))
    clips = [AudioClip(recording, each, clip_format_named(format)) for each in passages]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReaderError(
            message(
                "{folder} cannot be made: {reason}.", folder=folder, reason=system_reason(error)
            )
        ) from error
    saved = save_clips(clips, folder)
    output.write("".join(f"{path}\n" for path in saved.paths))
    for fault in saved.faults:
        output.report(fault.message)
    return len(saved.paths)
