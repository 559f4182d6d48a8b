"""What another program of the same user could send: over the socket of a second start, and over
the session's bus. All of it is made from a random number generator, so that a seed repeats it."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

from jeepney import DBusAddress, Message, Properties, new_method_call

from ui.desktop import mpris

NAME = mpris.BUS_NAMES[0]
PLAYER = f"{NAME.rpartition('.')[0]}.Player"
ROOT = NAME.rpartition(".")[0]

_LONG = 100_000
_ODD = ("", "\0", "\ud800", "\udcff", "\u202e", "../" * 9, "~", "file:", "file:///%00", "earmark:")
_NUMBERS = (0, 1, -1, 2**31, -(2**31) - 1, 2**53, 2**62, -(2**62))
_REALS = (0.0, -1.0, 1e308, float("nan"), float("inf"), -float("inf"))


def socket_data(choose: random.Random) -> bytes:
    """Something to write to the socket; it need not end in a line."""
    make: Callable[[random.Random], bytes] = choose.choice(
        (_deep, _half, _nonsense, _newlines, _named, _typed, _large)
    )
    return make(choose)


def bus_call(choose: random.Random) -> Message:
    """A call as the bus would let it pass; it may name what is not there."""
    path = choose.choice((mpris.PATH, mpris.PATH, mpris.OWN_PATH, "/", "/nowhere"))
    make: Callable[[random.Random, str], Message] = choose.choice((_method, _set, _get, _unknown))
    return make(choose, path)


def _name(choose: random.Random) -> str:
    """A path, an address or a link that no kind program would send."""
    start = choose.choice(("", "/", "file://", "file:///", "earmark://open?recording=", "C:\\"))
    middle = choose.choice((*_ODD, "a" * _LONG, "a/" * (_LONG // 2), "%ff" * 9, "%00", "a\nb"))
    return start + middle + choose.choice(("", ".vtt", "?t=9999999999", "#", " "))


def _deep(choose: random.Random) -> bytes:
    return choose.choice((b"[", b'{"names":', b'{"a":[')) * choose.randrange(1, _LONG) + b"\n"


def _half(choose: random.Random) -> bytes:
    return b'{"names": ["' + b"a" * choose.randrange(1_000)


def _nonsense(choose: random.Random) -> bytes:
    return choose.randbytes(choose.randrange(2_000)) + b"\n" * choose.randrange(3)


def _newlines(choose: random.Random) -> bytes:
    return b"\n" * choose.randrange(1, 200_000)


def _named(choose: random.Random) -> bytes:
    names = [_name(choose) for _ in range(choose.randrange(4))]
    token = choose.choice(("", *_ODD, "a" * _LONG))
    return json.dumps({"names": names, "token": token}).encode() + b"\n"


def _typed(choose: random.Random) -> bytes:
    odd: tuple[object, ...] = (None, 7, 1e400, "abc", {"a": 1}, [None, 3, ["a"]], True)
    reported = {"names": choose.choice(odd), "token": choose.choice(odd)}
    return json.dumps(reported).encode() + b"\n"


def _large(choose: random.Random) -> bytes:
    return choose.choice((b"a", b"\0", b'"', b"\xff")) * choose.randrange(1 << 20, 3 << 20)


def _text(choose: random.Random) -> str:
    """As the bus has it: it refuses NUL and half characters itself."""
    return _name(choose).replace("\0", "%00").encode("utf-8", "replace").decode()


def _method(choose: random.Random, path: str) -> Message:
    player, own = DBusAddress(path, NAME, PLAYER), DBusAddress(path, NAME, mpris.OWN_INTERFACE)
    calls: tuple[tuple[DBusAddress, str, str, tuple[object, ...]], ...] = (
        (player, "OpenUri", "s", (_text(choose),)),
        (own, "Open", "s", (_text(choose),)),
        (own, "Keep", "", ()),
        (player, "Seek", "x", (choose.choice(_NUMBERS),)),
        (player, "SetPosition", "ox", (choose.choice(("/", "/a")), choose.choice(_NUMBERS))),
        (player, "OpenUri", "as", (["a"] * choose.randrange(1_000),)),
        (player, choose.choice(("PlayPause", "Next", "Previous", "Stop")), "", ()),
    )
    address, member, kind, body = choose.choice(calls)
    return new_method_call(address, member, kind or None, body)


def _set(choose: random.Random, path: str) -> Message:
    values = (
        ("d", choose.choice(_REALS)),
        ("x", choose.choice(_NUMBERS)),
        ("s", _text(choose)),
        ("as", ["a"] * choose.randrange(1_000)),
        ("v", ("v", ("v", ("s", "deep")))),
        ("a{sv}", {"a": ("d", choose.choice(_REALS))}),
    )
    properties = Properties(DBusAddress(path, NAME, PLAYER))
    kind, value = choose.choice(values)
    return properties.set(choose.choice(("Rate", "Volume", "Metadata", "None")), kind, value)


def _get(choose: random.Random, path: str) -> Message:
    properties = Properties(DBusAddress(path, NAME, choose.choice((PLAYER, ROOT, "org.none"))))
    return properties.get(choose.choice(("Position", "Metadata", "", "a" * 200)))


def _unknown(choose: random.Random, path: str) -> Message:
    body = ("a" * choose.randrange(200_000),)
    address = DBusAddress(path, NAME, choose.choice((PLAYER, "org.none", None)))
    return new_method_call(address, choose.choice(("Fly", "Seek", "Raise")), "s", body)
