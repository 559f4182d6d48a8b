"""What is asked over D-Bus is answered, and what cannot be done is reported."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import pairwise
from socket import socketpair
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, Parser, new_method_call
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ui.desktop.bus import Bus, BusObject, Interface, Method, Property, described

PROPERTIES = "org.freedesktop.DBus.Properties"


class Lamp:
    """Something to be steered."""

    def __init__(self) -> None:
        self.level = 2**33
        self.moved: list[object] = []

    def interface(self) -> Interface:
        return Interface(
            "org.example.Lamp",
            {"Move": Method(lambda *where: self.moved.append(where), (("X", "x"), ("To", "s")))},
            {
                "Level": Property(
                    "x", lambda: self.level, lambda level: setattr(self, "level", level)
                ),
                "Name": Property("s", lambda: "lamp"),
            },
            {"Moved": (("X", "x"),)},
        )


@pytest.fixture
def lamp() -> Lamp:
    return Lamp()


def ask(lamp: Lamp, interface: str, member: str, kind: str = "", *body: Any) -> tuple[str, Any]:
    """The type of the answer and what it says; of an error, its name."""
    address = DBusAddress("/lamp", "org.example", interface or None)
    message = new_method_call(address, member, kind or None, body)
    answer = BusObject("/lamp", lamp.interface()).answer(received(message))
    if answer.header.message_type is MessageType.error:
        return answer.header.fields[HeaderFields.error_name].rpartition(".")[2], ()
    return answer.header.fields.get(HeaderFields.signature, ""), answer.body


def received(message: Message) -> Message:
    """As it comes over the wire."""
    message.header.serial = 7
    message.header.fields[HeaderFields.sender] = ":1.5"
    return Message.from_buffer(message.serialise())


def test_a_method_gets_what_it_was_given(lamp: Lamp) -> None:
    assert ask(lamp, "org.example.Lamp", "Move", "xs", -5, "left") == ("", ())
    assert ask(lamp, "", "Move", "xs", 5, "right") == ("", ())
    assert lamp.moved == [(-5, "left"), (5, "right")]


def test_properties_keep_their_types(lamp: Lamp) -> None:
    assert ask(lamp, PROPERTIES, "Get", "ss", "org.example.Lamp", "Level") == ("v", (("x", 2**33),))
    ask(lamp, PROPERTIES, "Set", "ssv", "org.example.Lamp", "Level", ("x", 1))
    values = {"Level": ("x", 1), "Name": ("s", "lamp")}
    assert ask(lamp, PROPERTIES, "GetAll", "s", "org.example.Lamp") == ("a{sv}", (values,))


@pytest.mark.parametrize(
    ("member", "kind", "body", "error"),
    [
        ("Get", "ss", ("org.example.Lamp", "Weight"), "UnknownProperty"),
        ("Get", "ss", ("org.example.Lamp", ""), "UnknownProperty"),
        ("Get", "ss", ("org.example.Table", "Level"), "UnknownInterface"),
        ("Get", "s", ("org.example.Lamp",), "InvalidArgs"),
        ("Set", "ssv", ("org.example.Lamp", "Name", ("s", "sun")), "PropertyReadOnly"),
        ("Set", "ssv", ("org.example.Lamp", "Level", ("s", "high")), "InvalidArgs"),
        ("Forget", "", (), "UnknownMethod"),
    ],
)
def test_what_cannot_be_done_is_reported(
    lamp: Lamp, member: str, kind: str, body: tuple[object, ...], error: str
) -> None:
    assert ask(lamp, PROPERTIES, member, kind, *body) == (error, ())


def test_wrong_arguments_do_not_reach_a_method(lamp: Lamp) -> None:
    assert ask(lamp, "org.example.Lamp", "Move", "s", "left")[0] == "InvalidArgs"
    assert ask(lamp, "org.example.Lamp", "Fly")[0] == "UnknownMethod"
    assert lamp.moved == []


def test_it_describes_itself(lamp: Lamp) -> None:
    node = ET.fromstring(described([lamp.interface()]))
    reported = {each.get("name") for each in node.iter() if each.tag != "arg"}
    assert {"org.example.Lamp", "Move", "Level", "Moved", PROPERTIES, "Introspect"} <= reported
    level = node.find("interface/property[@name='Level']")
    assert level is not None
    assert (level.get("type"), level.get("access")) == ("x", "readwrite")


class Wire:
    """A connection whose other end is a socket, and what was answered."""

    def __init__(self) -> None:
        self.sock, self.other = socketpair()
        self.parser = Parser()
        self.answers = list[Message]()
        self.send = self.answers.append
        self.is_closed = False

    def close(self) -> None:
        self.is_closed = True
        self.sock.close()

    def errors(self) -> list[str]:
        fields = [each.header.fields for each in self.answers]
        return [each[HeaderFields.error_name].rpartition(".")[2] for each in fields]


@pytest.fixture
def wire() -> Iterator[Wire]:
    wire = Wire()
    yield wire
    wire.sock.close()
    wire.other.close()


def call(path: str, member: str = "Break", serial: int = 7) -> bytes:
    message = new_method_call(DBusAddress(path, "org.example"), member)
    message.header.fields[HeaderFields.sender] = ":1.5"
    return bytes(message.serialise(serial))


def test_a_bug_is_reported_and_nobody_waits(wire: Wire, qtbot: QtBot) -> None:
    broken = Interface("org.example.Broken", {"Break": Method(lambda: 1 / 0)})
    bus = Bus(wire, [BusObject("/broken", broken)])
    with qtbot.captureExceptions() as faults:
        wire.other.sendall(call("/nowhere") + call("/broken") + call("/nowhere"))
        qtbot.waitUntil(lambda: len(wire.answers) == 3)
    assert wire.errors() == ["UnknownObject", "Failed", "UnknownObject"]
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]
    bus.close()


def test_the_window_has_its_turn_amid_a_flood_of_calls(wire: Wire, qtbot: QtBot) -> None:
    turns: list[int] = []
    beat = QTimer(interval=0)
    beat.timeout.connect(lambda: turns.append(len(wire.answers)))
    bus = Bus(wire, [])
    beat.start()
    wire.other.sendall(call("/nowhere") * 400)
    qtbot.waitUntil(lambda: len(wire.answers) == 400)
    waits = [after - before for before, after in pairwise([0, *turns, 400])]
    assert max(waits) <= 40
    bus.close()


def test_half_a_call_waits_for_the_other_half(wire: Wire, qtbot: QtBot) -> None:
    bus = Bus(wire, [])
    whole = call("/nowhere")
    wire.other.sendall(whole[:40])
    qtbot.waitUntil(lambda: wire.parser.buf.bytes_buffered == 40)
    assert not wire.answers
    wire.other.sendall(whole[40:])
    qtbot.waitUntil(lambda: wire.errors() == ["UnknownObject"])
    bus.close()


@pytest.mark.parametrize(
    "data",
    [
        b"l\1\0\1" + (2**27).to_bytes(4, "little") + bytes(8),  # 128 MB are to come
        b"?" * 64,
        bytes(64),
        call("/nowhere")[:-8] + b"\xff" * 64,
    ],
)
def test_what_is_too_long_or_no_call_closes_the_line(wire: Wire, qtbot: QtBot, data: bytes) -> None:
    bus = Bus(wire, [])
    wire.other.sendall(data)
    qtbot.waitUntil(lambda: wire.is_closed)
    bus.emit_signal("/lamp", "org.example.Lamp", "Moved", "x", 1)  # goes nowhere, and fails nowhere


def test_a_bus_that_is_gone_is_no_fault(wire: Wire, qtbot: QtBot) -> None:
    bus = Bus(wire, [])
    wire.other.close()
    qtbot.waitUntil(lambda: wire.is_closed)
    bus.close()
