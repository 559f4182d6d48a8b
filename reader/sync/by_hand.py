"""What a listener says of one line, "this is spoken now", and what it means for the sync map."""

from __future__ import annotations

from typing import NamedTuple

from reader.sync_map import SyncMap, SyncPoint

REACTION = 300
"""ms from the beginning of a word to the key of who waited for it."""

_ADVERT = 2_000  # ms; a smaller change is not an advert
_DRIFT = 0.02  # more than this share of the time since the last point is not a drift


class Setting(NamedTuple):
    """A point that was set, the map with it, and by how much later (ms) the line is than before.

    `other` is the same point understood the other way: as the end of a break where it moves all
    that lies around it, and the reverse. It is None where a break would make no sense.
    """

    sync_map: SyncMap
    point: SyncPoint
    shift: int
    other: Setting | None = None


def spoken_now(sync_map: SyncMap, transcript: int, recording: int) -> Setting:
    """A line that starts at `transcript` ms of the file is spoken at `recording` ms.

    The first point moves all of the text. After another point, a change that no drift explains is
    taken for a break, which leaves what lies before as it is.
    """
    shift = recording - transcript - sync_map.shift_at(transcript)
    evenly = _with(sync_map, SyncPoint(transcript, recording), shift)
    if abs(shift) < _ADVERT:
        return evenly
    broken = _with(sync_map, SyncPoint(transcript, recording, is_after_break=True), shift)
    if _is_jump(sync_map, transcript, shift):
        return broken._replace(other=evenly)
    return evenly._replace(other=broken)


def nudged(setting: Setting, by: int) -> Setting:
    """The same setting with its point `by` ms later, as far as its neighbours allow."""
    point = setting.point
    moved = setting.sync_map.moved(point, by)
    there = moved.points[setting.sync_map.points.index(point)]
    shift = setting.shift + there.recording - point.recording
    return Setting(moved, there, shift, setting.other and nudged(setting.other, by))


def _with(sync_map: SyncMap, point: SyncPoint, shift: int) -> Setting:
    return Setting(sync_map.with_point(point), point, shift)


def _is_jump(sync_map: SyncMap, transcript: int, shift: int) -> bool:
    before = [each.transcript for each in sync_map.points if each.transcript < transcript]
    return bool(before) and abs(shift) > _DRIFT * (transcript - before[-1])
