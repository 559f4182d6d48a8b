"""What is asked over D-Bus is answered, and what cannot be done is told."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from socket import socketpair
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
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
        ("Get", "ss", ("org.example.Table", "Level"), "UnknownInterface"),
        ("Get", "s", ("org.example.Lamp",), "InvalidArgs"),
        ("Set", "ssv", ("org.example.Lamp", "Name", ("s", "sun")), "PropertyReadOnly"),
        ("Set", "ssv", ("org.example.Lamp", "Level", ("s", "high")), "InvalidArgs"),
        ("Forget", "", (), "UnknownMethod"),
    ],
)
def test_what_cannot_be_done_is_told(
    lamp: Lamp, member: str, kind: str, body: tuple[object, ...], error: str
) -> None:
    assert ask(lamp, PROPERTIES, member, kind, *body) == (error, ())


def test_wrong_arguments_do_not_reach_a_method(lamp: Lamp) -> None:
    assert ask(lamp, "org.example.Lamp", "Move", "s", "left")[0] == "InvalidArgs"
    assert ask(lamp, "org.example.Lamp", "Fly")[0] == "UnknownMethod"
    assert lamp.moved == []


def test_it_describes_itself(lamp: Lamp) -> None:
    node = ET.fromstring(described([lamp.interface()]))
    told = {each.get("name") for each in node.iter() if each.tag != "arg"}
    assert {"org.example.Lamp", "Move", "Level", "Moved", PROPERTIES, "Introspect"} <= told
    level = node.find("interface/property[@name='Level']")
    assert level is not None
    assert (level.get("type"), level.get("access")) == ("x", "readwrite")


class Wire:
    """A connection on which calls wait, and what was answered."""

    def __init__(self, *calls: Message) -> None:
        self.sock, self._other = socketpair()
        self.calls, self.answers = list(calls), list[Message]()
        self.send = self.answers.append

    def receive(self, timeout: float) -> Message:  # noqa: ARG002 - as it is called
        if not self.calls:
            raise TimeoutError
        return self.calls.pop(0)

    def close(self) -> None:
        self.sock.close()
        self._other.close()


def call(path: str) -> Message:
    return received(new_method_call(DBusAddress(path, "org.example"), "Break"))


def test_a_bug_is_told_and_nobody_waits(qtbot: QtBot) -> None:
    broken = Interface("org.example.Broken", {"Break": Method(lambda: 1 / 0)})
    wire = Wire(call("/nowhere"), call("/broken"))
    with pytest.raises(ZeroDivisionError):
        Bus(wire, [BusObject("/broken", broken)])
    names = [each.header.fields[HeaderFields.error_name] for each in wire.answers]
    assert [name.rpartition(".")[2] for name in names] == ["UnknownObject", "Failed"]
    wire.close()
