"""Objects on the session's D-Bus: tables of what each offers, and a connection that answers.

Through jeepney, since QtDBus takes from Python what fits an `int` as one: a length in
microseconds would be of another type for short recordings than for long ones.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, QTimer

_PATIENCE = 2.0  # s for the bus to answer
_PROPERTIES = "org.freedesktop.DBus.Properties"
_INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
_PEER = "org.freedesktop.DBus.Peer"
_ERROR = "org.freedesktop.DBus.Error"
_EMITS_CHANGED = "org.freedesktop.DBus.Property.EmitsChangedSignal"
_DO_NOT_QUEUE = 4
_LONGEST = 1 << 20  # bytes of a message; the bus lets others send us 128 MB
_CHUNK = 1 << 16
_AT_ONCE = 20  # calls answered before the window has its turn
_OWNER = 1  # the bus's answer: the name is ours

Arguments = tuple[tuple[str, str], ...]  # name and D-Bus type of each


class Method(NamedTuple):
    """A call that can be made. Ours give nothing back."""

    call: Callable[..., object]
    takes: Arguments = ()
    gives: Arguments = ()


class Property(NamedTuple):
    """A value of a D-Bus type; without `set` it is only read."""

    type: str
    get: Callable[[], Any]
    set: Callable[[Any], object] | None = None
    is_emitted: bool = True  # its changes are


class Interface(NamedTuple):
    """Everything under one name."""

    name: str
    methods: Mapping[str, Method] = {}
    properties: Mapping[str, Property] = {}
    signals: Mapping[str, Arguments] = {}

    def values(self) -> dict[str, tuple[str, Any]]:
        """All properties, each with its type."""
        return {name: (each.type, each.get()) for name, each in self.properties.items()}


class _Refusal(Exception):  # noqa: N818 - an answer
    def __init__(self, kind: str, text: str) -> None:
        super().__init__(text)
        self.kind, self.text = kind, text


class BusObject:
    """Answers what is asked of the interfaces at one path."""

    def __init__(self, path: str, *interfaces: Interface) -> None:
        self.path = path
        self.interfaces = {each.name: each for each in interfaces}

    def answer(self, message: Message) -> Message:
        """The reply to a call; what cannot be done is answered with an error of D-Bus."""
        try:
            signature, body = self._done(message)
        except _Refusal as refusal:
            return new_error(message, f"{_ERROR}.{refusal.kind}", "s", (refusal.text,))
        return new_method_return(message, signature, body)

    def _done(self, message: Message) -> tuple[str | None, tuple[Any, ...]]:
        fields = message.header.fields
        name, member = fields.get(HeaderFields.interface, ""), fields.get(HeaderFields.member, "")
        given = fields.get(HeaderFields.signature, ""), message.body
        match name, member:
            case ("org.freedesktop.DBus.Properties", "Get"):
                of, asked = _taken("ss", *given)
                return "v", (self._values(of, asked)[asked],)
            case ("org.freedesktop.DBus.Properties", "GetAll"):
                return "a{sv}", (self._values(*_taken("s", *given)),)
            case ("org.freedesktop.DBus.Properties", "Set"):
                return None, self._set(*_taken("ssv", *given))
            case ("org.freedesktop.DBus.Introspectable", "Introspect"):
                return "s", (described(self.interfaces.values()),)
            case ("org.freedesktop.DBus.Peer", "Ping"):
                return None, ()
        method = self._method(name, member)
        method.call(*_taken("".join(kind for _, kind in method.takes), *given))
        return None, ()

    def _method(self, interface: str, name: str) -> Method:
        """Who calls need not say of which interface."""
        asked = [self.interfaces.get(interface)] if interface else self.interfaces.values()
        found = [each.methods[name] for each in asked if each and name in each.methods]
        if not found:
            raise _Refusal("UnknownMethod", f"There is no {interface}.{name} here.")
        return found[0]

    def _values(self, interface: str, name: str | None = None) -> dict[str, tuple[str, Any]]:
        found = self.interfaces.get(interface)
        if found is None:
            raise _Refusal("UnknownInterface", f"There is no {interface} here.")
        if name is not None and name not in found.properties:
            raise _Refusal("UnknownProperty", f"{interface} has no {name}.")
        return found.values()

    def _set(self, interface: str, name: str, value: tuple[str, Any]) -> tuple[()]:
        self._values(interface, name)
        row = self.interfaces[interface].properties[name]
        if row.set is None:
            raise _Refusal("PropertyReadOnly", f"{name} can only be read.")
        if value[0] != row.type:
            raise _Refusal("InvalidArgs", f"{name} is of type {row.type}, not {value[0]}.")
        row.set(value[1])
        return ()


def _taken(wanted: str, signature: str, body: tuple[Any, ...]) -> tuple[Any, ...]:
    if signature != wanted:
        raise _Refusal("InvalidArgs", f"It takes ({wanted}), not ({signature}).")
    return body


class Bus(QObject):
    """A connection that answers on the GUI thread, as calls come in."""

    def __init__(
        self,
        connection: DBusConnection,
        objects: Sequence[BusObject],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._connection = connection
        self._is_open = True
        self._objects = {each.path: each for each in objects}
        self._notifier = QSocketNotifier(connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._rest = QTimer(self, interval=0, singleShot=True)
        self._rest.timeout.connect(self._answer_some)
        connection.sock.settimeout(_PATIENCE)  # for sending: reading waits for the notifier
        self._answer_some()

    def emit_signal(self, path: str, interface: str, signal: str, kind: str, *body: Any) -> None:
        """Send a signal to whoever listens."""
        self._send(new_signal(DBusAddress(path, interface=interface), signal, kind, body))

    def emit_changed(
        self, path: str, interface: str, changed: Mapping[str, tuple[str, Any]]
    ) -> None:
        """Announce the new values of properties."""
        self.emit_signal(
            path, _PROPERTIES, "PropertiesChanged", "sa{sv}as", interface, dict(changed), []
        )

    def close(self) -> None:
        """Leave the bus."""
        self._is_open = False
        self._rest.stop()
        self._notifier.setEnabled(False)
        self._connection.close()

    def _read(self) -> None:
        try:
            data = self._connection.sock.recv(_CHUNK)
        except OSError:
            data = b""
        if not data:
            self.close()
            return
        self._connection.parser.add_data(data)
        self._answer_some()

    def _answer_some(self) -> None:
        """Some of the calls that have come, then the window has its turn; meanwhile no more is
        read. A call that fails does not keep the next ones waiting."""
        self._notifier.setEnabled(False)
        self._rest.start()
        for _ in range(_AT_ONCE):
            message = self._next()
            if message is None:
                self._rest.stop()
                self._notifier.setEnabled(self._is_open)
                return
            self._take(message)

    def _next(self) -> Message | None:
        """The next whole message; what is too long or none of D-Bus's closes the line."""
        if not self._is_open:
            return None
        try:
            message = self._connection.parser.get_next_message()
            if message is not None or self._connection.parser.bytes_desired() <= _LONGEST:
                return message
        except (ValueError, LookupError, struct.error, RecursionError):
            pass
        self.close()
        return None

    def _take(self, message: Message) -> None:
        header = message.header
        if header.message_type is not MessageType.method_call:
            return
        reply = new_error(message, f"{_ERROR}.UnknownObject", "s", ("There is no such object.",))
        found = self._objects.get(header.fields.get(HeaderFields.path, ""))
        try:
            if found is not None:
                # Said if answering fails: a bug of ours, which nobody should have to wait for.
                reply = new_error(message, f"{_ERROR}.Failed", "s", ("A fault of Earmark.",))
                reply = found.answer(message)
        finally:
            if not header.flags & MessageFlag.no_reply_expected:
                self._send(reply)

    def _send(self, message: Message) -> None:
        if self._is_open:
            try:
                self._connection.send(message)
            except OSError:
                self.close()


def connected(*names: str) -> DBusConnection:
    """A connection that owns `names`; one that is taken gets this process's number behind it.

    Waits for the bus: not on the GUI thread. Raises OSError where there is none.
    """
    try:
        connection = open_dbus_connection(_address(), auth_timeout=_PATIENCE)
    except (RuntimeError, ValueError, StopIteration) as error:
        raise OSError(f"the bus speaks otherwise: {error}") from error
    bus = Proxy(message_bus, connection, timeout=_PATIENCE)
    for name in names:
        (answer,) = bus.RequestName(name, _DO_NOT_QUEUE)
        if answer != _OWNER:
            bus.RequestName(f"{name}.instance{os.getpid()}", _DO_NOT_QUEUE)
    return connection


def _address() -> str:
    """Where the session's bus is. Raises FileNotFoundError."""
    given = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if given:
        return given
    socket = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")) / "bus"
    if not socket.exists():
        raise FileNotFoundError("there is no session bus")
    return f"unix:path={socket}"


def described(interfaces: Iterable[Interface]) -> str:
    """The interfaces in the XML of D-Bus."""
    return f"<node>{''.join(map(_interface_xml, (*interfaces, *_STANDARD)))}</node>"


def _interface_xml(interface: Interface) -> str:
    methods = (_xml("method", name, _method_xml(each)) for name, each in interface.methods.items())
    signals = (
        _xml("signal", name, _arguments_xml(takes)) for name, takes in interface.signals.items()
    )
    properties = (_property_xml(name, each) for name, each in interface.properties.items())
    return _xml("interface", interface.name, "".join((*methods, *signals, *properties)))


def _method_xml(method: Method) -> str:
    takes, gives = method.takes, method.gives
    return _arguments_xml(takes, 'direction="in"') + _arguments_xml(gives, 'direction="out"')


def _quoted(text: str) -> str:
    # Not `xml.sax.saxutils`, which loads all that reads web pages and mail.
    return f'"{escape(text)}"'


def _xml(kind: str, name: str, inside: str) -> str:
    return f"<{kind} name={_quoted(name)}>{inside}</{kind}>"


def _arguments_xml(arguments: Arguments, more: str = "") -> str:
    return "".join(
        f"<arg name={_quoted(name)} type={_quoted(kind)} {more}/>" for name, kind in arguments
    )


def _property_xml(name: str, row: Property) -> str:
    access = "read" if row.set is None else "readwrite"
    note = "" if row.is_emitted else f'<annotation name={_quoted(_EMITS_CHANGED)} value="false"/>'
    return (
        f"<property name={_quoted(name)} type={_quoted(row.type)} "
        f'access="{access}">{note}</property>'
    )


def _nothing() -> None: ...


_STANDARD = (
    Interface(_INTROSPECTABLE, {"Introspect": Method(_nothing, gives=(("xml", "s"),))}),
    Interface(_PEER, {"Ping": Method(_nothing)}),
    Interface(
        _PROPERTIES,
        {
            "Get": Method(_nothing, (("interface", "s"), ("property", "s")), (("value", "v"),)),
            "GetAll": Method(_nothing, (("interface", "s"),), (("values", "a{sv}"),)),
            "Set": Method(_nothing, (("interface", "s"), ("property", "s"), ("value", "v"))),
        },
        signals={
            "PropertiesChanged": (
                ("interface", "s"),
                ("changed", "a{sv}"),
                ("invalidated", "as"),
            )
        },
    ),
)
