"""Which events the screen readers on Linux listen to, by the accessibility bus (AT-SPI 2)."""

from __future__ import annotations

from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_PATIENCE = 2.0  # s for a bus to answer
_BUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_REGISTRY = DBusAddress(
    "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
)
_ANNOUNCEMENTS = ("object:announcement", "object::")  # alone, or with all that objects report


def ignores_announcements() -> bool:
    """Whether a screen reader is running that does not listen to announcements, as Orca before 45.

    Waits for two buses: not for the GUI thread. Without them nobody listens.
    """
    try:
        with open_dbus_connection("SESSION") as session:
            address = _answer(session, _BUS, "GetAddress")
        with open_dbus_connection(address) as bus:
            events = [event.lower() for _, event in _answer(bus, _REGISTRY, "GetRegisteredEvents")]
    except (OSError, KeyError, ValueError, RuntimeError):
        return False
    return bool(events) and not any(event.startswith(_ANNOUNCEMENTS) for event in events)


def _answer(bus: DBusConnection, address: DBusAddress, method: str) -> Any:
    reply = bus.send_and_get_reply(new_method_call(address, method), timeout=_PATIENCE)
    if reply.header.message_type is MessageType.error:
        raise ValueError(method)
    return reply.body[0]
