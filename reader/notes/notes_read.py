"""What the library says of an episode's notes, read on the keeper's thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.correction import Correction
from reader.episode import Names
from reader.errors import StoreError
from reader.notes.correcting import renewed
from reader.notes.episode_notes import EpisodeNotes
from reader.notes.kept import Kept, KeptText
from reader.store.sync_maps import SyncKeys
from reader.store.unsaved import Changes
from reader.transcript.text_sync import NO_SYNC, TextSync
from reader.voice_names import NO_VOICES, VoiceNames


class OpenKeys(NamedTuple):
    """By what the library knows what is open: the episode, both of its files, its transcript."""

    episode: str = ""
    files: SyncKeys | None = None
    transcript: str = ""


class NotesRead(NamedTuple):
    """Everything kept of an episode, and what could be undone and redone.

    `waiting` counts changes in memory alone; `fault` is why they are.
    """

    notes: EpisodeNotes
    undo_name: str
    redo_name: str
    colour_names: dict[int, str]
    hues: dict[int, str]
    waiting: int
    fault: StoreError | None
    sync: TextSync = NO_SYNC
    names: Names | None = None  # what the episode is called
    voices: VoiceNames = NO_VOICES  # of the open transcript
    voices_of_show: tuple[str, ...] = ()
    corrections: Sequence[Correction] = ()


def read_notes(
    changes: Changes, keys: OpenKeys, text: KeptText | None, *, is_renewing: bool
) -> NotesRead:
    """Read all, from memory where the disk fails.

    With `is_renewing`, what lies elsewhere in the same words is described again first.
    """
    try:
        return _read(changes, keys, text, is_renewing=is_renewing)
    except StoreError as fault:
        changes.fall_back(fault)
        return _read(changes, keys, text, is_renewing=is_renewing)


def _read(
    changes: Changes, keys: OpenKeys, text: KeptText | None, *, is_renewing: bool
) -> NotesRead:
    episode_id = keys.episode
    kept, store = _placed(changes, episode_id, text), changes.store
    if is_renewing and text is not None and (moved := text.renewed(kept)):
        store.reanchor(moved)
        kept = _placed(changes, episode_id, text)
    corrections = store.corrections(episode_id) if episode_id and text is not None else ()
    if is_renewing and text is not None and (again := renewed(corrections, text.script)):
        store.reanchor_corrections(again)
        corrections = store.corrections(episode_id)
    colours = store.colours()
    return NotesRead(
        EpisodeNotes(kept, text),
        store.undo_name() or "",
        store.redo_name() or "",
        {colour.number: colour.name for colour in colours},
        {colour.number: colour.hex for colour in colours},
        changes.count,
        changes.fault,
        store.sync(keys.files) if keys.files else NO_SYNC,
        store.names_of(episode_id) if episode_id else None,
        store.voices(keys.transcript) if keys.transcript else NO_VOICES,
        store.voices_of_show(episode_id) if keys.transcript else (),
        corrections,
    )


def _placed(changes: Changes, episode_id: str, text: KeptText | None) -> tuple[Kept, ...]:
    found = changes.store.of_episode(episode_id) if episode_id else []
    kept = text.placed(found) if text else tuple(Kept(each, None) for each in found)
    return tuple(
        each._replace(is_unsaved=True) if each.annotation.id in changes.unsaved else each
        for each in kept
    )
