"""What listens on the accessibility bus, over a bus whose registry answers as AT-SPI's does."""

from __future__ import annotations

import pytest

from ui.desktop import accessibility_bus
from ui.desktop.accessibility_bus import ignores_announcements

OLD_ORCA = ["Focus::", "Object:StateChanged:Showing", "Object:PropertyChange:AccessibleName"]


@pytest.mark.parametrize(
    ("events", "is_deaf"),
    [
        ([], False),
        (OLD_ORCA, True),
        ([*OLD_ORCA, "Object:Announcement:"], False),
        ([*OLD_ORCA, "object:announcement"], False),
        ([*OLD_ORCA, "Object::"], False),
    ],
)
@pytest.mark.usefixtures("_bus")
def test_who_asked_for_no_announcements_gets_notices(
    events: list[str], is_deaf: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"GetAddress": "SESSION", "GetRegisteredEvents": [(":1.5", each) for each in events]}
    monkeypatch.setattr(accessibility_bus, "_answer", lambda _bus, _of, name: answers[name])
    assert ignores_announcements() == is_deaf


def test_without_a_bus_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert not ignores_announcements()


@pytest.fixture
def _bus(monkeypatch: pytest.MonkeyPatch) -> None:
    class Connection:
        def __enter__(self) -> Connection:
            return self

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(accessibility_bus, "open_dbus_connection", lambda _: Connection())
