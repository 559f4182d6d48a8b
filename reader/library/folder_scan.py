"""Takes the episodes of a watched folder into the library, without Qt.

Of files that are as they were, by size and time of change, nothing is read again. What a scan has
found is in the library at once, so that one that is broken off goes on where it was.
"""

from __future__ import annotations

import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader import formats
from reader.episode import Episode
from reader.library.episode_names import TranscriptNames, found_names
from reader.library.file_pair import FilePair
from reader.library.folder_walk import FolderWalk, SeenFile, SeenFolder
from reader.library.pairing import pairs_in
from reader.recording.cover import picture_beside
from reader.recording.tags import RecordingTags, tags_of
from reader.regular_file import is_regular, open_regular
from reader.store.catalogue import Catalogue, StoredFile, StoredFolder
from reader.store.content_key import content_key
from reader.store.library import Ask
from reader.store.rows import new_id

REST = 5.0
"""Seconds for which a file must not have changed to be read: it may still be being written."""

_BATCH = 1.0  # seconds of work that are written together
_HEAD = 4_096  # bytes
_RECORDING, _TRANSCRIPT, _OTHER = "recording", "transcript", "other"


class ScanProgress(NamedTuple):
    """How many files of a folder were looked at, of those that were found so far."""

    folder: Path
    done: int
    total: int


class ScanReport(NamedTuple):
    """What a scan found: new episodes, changed ones, files that are gone, and such that are still
    being written. `away` are folders that are not there; `is_whole` that nothing broke it off."""

    added: int = 0
    changed: int = 0
    missing: int = 0
    resting: int = 0
    away: tuple[Path, ...] = ()
    is_whole: bool = True

    def plus(self, other: ScanReport) -> ScanReport:
        """Both together."""
        return ScanReport(
            self.added + other.added,
            self.changed + other.changed,
            self.missing + other.missing,
            self.resting + other.resting,
            self.away + other.away,
            self.is_whole and other.is_whole,
        )


class Watcher(NamedTuple):
    """Who waits for a scan: sees its progress, and may cancel it.

    `wrote` is called when episodes have come into the library.
    """

    progressed: Callable[[ScanProgress], object] = lambda _: None
    wrote: Callable[[], object] = lambda: None
    is_cancelled: Callable[[], bool] = lambda: False


_NOBODY = Watcher()


class FolderScan:
    """One scan of one folder; `ask` has the library used on the thread that may."""

    def __init__(
        self,
        catalogue: Catalogue,
        folder: StoredFolder,
        *,
        ask: Ask = lambda work: work(),
        watcher: Watcher = _NOBODY,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._catalogue, self._folder, self._ask = catalogue, folder, ask
        self._watcher, self._now = watcher, now
        self._report = ScanReport()
        self._done = 0
        self.folders: list[Path] = []
        """What was gone through."""

    def run(self) -> ScanReport:
        """Look at all of it. Raises StoreError where the library cannot be used."""
        walk = FolderWalk(self._folder.path, self._watcher.is_cancelled)
        try:
            folders = list(walk.folders())
        except OSError:
            self._ask(lambda: self._catalogue.note_scan(self._folder.id, is_away=True))
            return ScanReport(away=(self._folder.path,))
        self.folders = [each.path for each in folders]
        known, episodes, chosen = self._ask(self._known)
        self._files, self._episodes, self._chosen = known, episodes, chosen
        self._total = sum(len(each.recordings) + len(each.transcripts) for each in folders)
        self._pending = _Batch(time.monotonic())
        for each in folders:
            self._take_folder(each)
        is_whole = not self._watcher.is_cancelled()
        if is_whole:
            self._note_missing(folders, walk.unread)
        self._write()
        if is_whole:
            self._ask(lambda: self._catalogue.note_scan(self._folder.id, is_away=False))
        return self._report._replace(is_whole=is_whole)

    def _known(self) -> tuple[dict[Path, StoredFile], _KnownEpisodes, dict[Path, Path]]:
        files = {file.path: file for file in self._catalogue.files(self._folder.id)}
        episodes = _KnownEpisodes(self._catalogue.every())
        return files, episodes, self._catalogue.chosen_recordings()

    def _take_folder(self, folder: SeenFolder) -> None:
        before = self._done
        seen = {file.path: file for file in (*folder.recordings, *folder.transcripts)}
        found = pairs_in(
            [file.path for file in folder.recordings if self._is_recording(file)],
            [file.path for file in folder.transcripts],
            self._chosen,
            lambda path: self._is_transcript(seen[path]),
        )
        for recording, transcript in found:
            if self._watcher.is_cancelled():
                return
            pair = [seen[path] for path in (recording, transcript) if path is not None]
            self._take_pair(pair, FilePair(recording, transcript), folder)
            self._done += len(pair)
            self._watcher.progressed(ScanProgress(self._folder.path, self._done, self._total))
        self._done = before + len(seen)

    def _take_pair(self, seen: Sequence[SeenFile], files: FilePair, folder: SeenFolder) -> None:
        if any(self._now() - REST < file.modified / 1e9 <= self._now() for file in seen):
            self._report = self._report._replace(resting=self._report.resting + 1)
            return
        if self._is_as_it_was(seen):
            return
        stored = [self._stored(file, file.path == files.recording) for file in seen]
        if not all(file.key or is_regular(file.path) for file in stored):
            return  # gone since it was seen, perhaps with its disk: the next scan looks again
        keys = {file.part: file.key for file in stored}
        episode = self._episodes.known(files, keys.get(_RECORDING, ""), keys.get(_TRANSCRIPT, ""))
        if episode is None:
            self._add(stored, files, folder)
        else:
            self._renew(stored, files, folder, episode)

    def _add(self, stored: Sequence[StoredFile], files: FilePair, folder: SeenFolder) -> None:
        moment = datetime.now(UTC)
        episode = Episode(
            new_id(), "", None, None, moment, moment, is_opened=False, added_at=moment
        )
        self._put(_with_files(episode, files, stored), stored, files, folder)
        self._report = self._report._replace(added=self._report.added + 1)

    def _renew(
        self,
        stored: Sequence[StoredFile],
        files: FilePair,
        folder: SeenFolder,
        episode: Episode,
    ) -> None:
        """A known episode, perhaps moved; a copy of one that is where it was changes nothing."""
        is_copy = any(
            here is not None and was is not None and was != here and is_regular(was)
            for was, here in (
                (episode.recording, files.recording),
                (episode.transcript, files.transcript),
            )
        )
        if is_copy or self._episodes.is_forgotten(episode):
            self._pending.files += [file._replace(episode_id=episode.id) for file in stored]
            return
        self._put(_with_files(episode, files, stored), stored, files, folder)
        self._report = self._report._replace(changed=self._report.changed + 1)

    def _put(
        self, episode: Episode, stored: Sequence[StoredFile], files: FilePair, folder: SeenFolder
    ) -> None:
        tags = tags_of(files.recording) if files.recording else RecordingTags()
        names = found_names(files, TranscriptNames(), tags.names)
        episode = replace(episode.found_as(names), length=episode.length or tags.length)
        path = files.recording or files.transcript
        assert path is not None
        cover = picture_beside(path.stem, folder.pictures) or (
            files.recording if tags.has_picture else None
        )
        self._episodes.add(episode)
        self._pending.episodes.append((episode, cover))
        self._pending.files += [file._replace(episode_id=episode.id) for file in stored]
        if self._pending.is_due:
            self._write()

    def _stored(self, file: SeenFile, is_recording: bool) -> StoredFile:
        """The file with its key, which is looked up where the file has changed."""
        known = self._files.get(file.path)
        is_same = known is not None and _is_same(known, file)
        return StoredFile(
            known.id if known else new_id(),
            self._folder.id,
            file.path,
            _RECORDING if is_recording else _TRANSCRIPT,
            known.key if known and is_same else _key(file.path),
            file.size,
            file.modified,
        )

    def _is_as_it_was(self, seen: Sequence[SeenFile]) -> bool:
        known = [self._files.get(file.path) for file in seen]
        owners = {file.episode_id for file in known if file is not None}
        return len(owners) == 1 and all(
            file is not None and file.episode_id and not file.is_missing and _is_same(file, now)
            for file, now in zip(known, seen, strict=True)
        )

    def _is_recording(self, file: SeenFile) -> bool:
        return self._is_part(file, _RECORDING, _is_recording)

    def _is_transcript(self, file: SeenFile) -> bool:
        return self._is_part(file, _TRANSCRIPT, formats.is_transcript)

    def _is_part(self, file: SeenFile, part: str, look: Callable[[Path], bool]) -> bool:
        """What a file holds is looked at once, while it stays as it is."""
        known = self._files.get(file.path)
        if known is not None and _is_same(known, file):
            return known.part == part
        if look(file.path):
            return True
        if not is_regular(file.path):
            return False  # gone since it was seen
        other = StoredFile(
            known.id if known else new_id(), self._folder.id, file.path, _OTHER, "", *file[1:]
        )
        self._files[file.path] = other
        self._pending.files.append(other)
        return False

    def _note_missing(self, folders: Iterable[SeenFolder], unread: Sequence[Path]) -> None:
        """Files that were there and are not; those of which the episode lies elsewhere are left."""
        there = {file.path for each in folders for file in (*each.recordings, *each.transcripts)}
        gone = [
            file
            for file in self._files.values()
            if file.path not in there and not any(map(file.path.is_relative_to, unread))
        ]
        moved = [file.id for file in gone if not self._episodes.lies_at(file.episode_id, file.path)]
        lost = [file.id for file in gone if file.id not in set(moved) and not file.is_missing]
        self._report = self._report._replace(missing=len(lost))
        self._ask(lambda: self._catalogue.drop_files(moved))
        self._ask(lambda: self._catalogue.set_missing(lost, is_missing=True))

    def _write(self) -> None:
        batch, self._pending = self._pending, _Batch(time.monotonic())
        if batch.episodes or batch.files:
            self._ask(lambda: self._catalogue.write(batch.episodes, batch.files))
        if batch.episodes:
            self._watcher.wrote()


class _Batch:
    """What is to be written together."""

    def __init__(self, begun: float) -> None:
        self.episodes: list[tuple[Episode, Path | None]] = []
        self.files: list[StoredFile] = []
        self._begun = begun

    @property
    def is_due(self) -> bool:
        return time.monotonic() - self._begun > _BATCH


class _KnownEpisodes:
    """The library's episodes by their files and by what these hold."""

    def __init__(self, every: Iterable[tuple[Episode, bool]]) -> None:
        self._forgotten: set[str] = set()
        self._by_id: dict[str, Episode] = {}
        self._by_mark: dict[object, dict[str, None]] = {}
        for episode, is_forgotten in every:
            self.add(episode)
            if is_forgotten:
                self._forgotten.add(episode.id)

    def add(self, episode: Episode) -> None:
        """Know an episode, or a newer state of it."""
        self._by_id[episode.id] = episode
        for mark in (*episode.files, episode.recording_key, episode.transcript_key):
            if mark:
                self._by_mark.setdefault(mark, {})[episode.id] = None

    def is_forgotten(self, episode: Episode) -> bool:
        """Whether the listener took it off the shelf."""
        return episode.id in self._forgotten

    def lies_at(self, episode_id: str, path: Path) -> bool:
        """Whether a file is that of an episode, as far as it is known."""
        episode = self._by_id.get(episode_id)
        return episode is not None and path in episode.files

    def known(self, files: FilePair, recording_key: str, transcript_key: str) -> Episode | None:
        """The episode that these files are of, by the rules by which one is opened."""
        marks = (files.recording, files.transcript, recording_key, transcript_key)
        ids = {key: None for mark in marks if mark for key in self._by_mark.get(mark, ())}
        given = ((files.recording, recording_key), (files.transcript, transcript_key))
        ranked = [
            (rank, k, self._by_id[key])
            for k, key in enumerate(ids)
            if (rank := _rank(self._by_id[key], given, key in self._forgotten))
        ]
        return max(ranked, key=lambda each: (each[0], -each[1]))[2] if ranked else None


_Given = tuple[tuple[Path | None, str], tuple[Path | None, str]]


def _rank(episode: Episode, given: _Given, is_forgotten: bool) -> tuple[int, bool, int] | None:
    """How well files fit an episode; None where one of them is another one's."""
    stored = (
        (episode.recording, episode.recording_key),
        (episode.transcript, episode.transcript_key),
    )
    shared = same_content = 0
    for (was, key), (path, new_key) in zip(stored, given, strict=True):
        if (was is None and not key) or (path is None and not new_key):
            continue
        has_content = bool(key) and key == new_key
        if not has_content and was != path:
            return None
        shared += 1
        same_content += has_content
    return (shared, not is_forgotten, same_content) if shared else None


def _with_files(episode: Episode, files: FilePair, stored: Sequence[StoredFile]) -> Episode:
    keys = {file.part: file.key for file in stored}
    return replace(
        episode,
        recording=files.recording or episode.recording,
        transcript=files.transcript or episode.transcript,
        recording_key=keys.get(_RECORDING) or episode.recording_key,
        transcript_key=keys.get(_TRANSCRIPT) or episode.transcript_key,
    )


def _is_same(known: StoredFile, file: SeenFile) -> bool:
    return (known.size, known.modified) == (file.size, file.modified)


def _is_recording(path: Path) -> bool:
    """Not by its name alone: there are programs in TypeScript too."""
    return formats.is_recording(path) and not _is_text(path)


def _is_text(path: Path) -> bool:
    try:
        with open_regular(path) as file:
            head = file.read(_HEAD)
        return b"\0" not in head and bool(getincrementaldecoder("utf-8")().decode(head))
    except (OSError, UnicodeDecodeError):
        return False


def _key(path: Path) -> str:
    try:
        return content_key(path)
    except OSError:
        return ""
