"""What a file is that is not a transcript: recognised by its first bytes, then by its suffix.

The magic numbers are those of the formats' own specifications.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.message import message

# fmt: off
RECORDING_SUFFIXES = frozenset((
    ".3g2", ".3ga", ".3gp", ".aac", ".ac3", ".adts", ".aif", ".aifc", ".aiff", ".alac", ".amr",
    ".amv", ".ape", ".asf", ".au", ".avi", ".awb", ".caf", ".divx", ".dsf", ".dts", ".dv", ".eac3",
    ".f4v", ".flac", ".flv", ".gsm", ".it", ".m1v", ".m2t", ".m2ts", ".m2v", ".m4a", ".m4b", ".m4p",
    ".m4r", ".m4v", ".mid", ".mka", ".mkv", ".mlp", ".mod", ".mov", ".mp1", ".mp2", ".mp3", ".mp4",
    ".mpa", ".mpc", ".mpe", ".mpeg", ".mpg", ".mpga", ".mts", ".mxf", ".nut", ".oga", ".ogg",
    ".ogm", ".ogv", ".ogx", ".oma", ".opus", ".qcp", ".ra", ".ram", ".rm", ".rmi", ".rmvb", ".s3m",
    ".snd", ".spx", ".tak", ".thd", ".ts", ".tta", ".vob", ".voc", ".vqf", ".w64", ".wav", ".wave",
    ".webm", ".wm", ".wma", ".wmv", ".wv", ".xm", ".xmv",
))
# fmt: on
"""Everything VLC plays as audio or video, in lower case."""


class Foreign(NamedTuple):
    """A kind of file that is not a transcript; `title` reads on from "talk.mp3 is ..."."""

    title: str
    is_recording: bool = False


_MPEG_AUDIO = Foreign(message("an MP3 recording"), is_recording=True)
_VIDEO = Foreign(message("a video"), is_recording=True)
_PICTURE = Foreign(message("a picture"))
_PACKED = Foreign(message("a compressed archive"))
_PROGRAM = Foreign(message("a program"))
_OFFICE = Foreign(message("an office document"))

_AT_START = (
    (b"ID3", _MPEG_AUDIO),
    (b"OggS", Foreign(message("an Ogg recording"), is_recording=True)),
    (b"fLaC", Foreign(message("a FLAC recording"), is_recording=True)),
    (b"\x1aE\xdf\xa3", Foreign(message("a Matroska or WebM recording"), is_recording=True)),
    (b"#!AMR", Foreign(message("an AMR recording"), is_recording=True)),
    (b"wvpk", Foreign(message("a WavPack recording"), is_recording=True)),
    (b"MAC ", Foreign(message("a Monkey's Audio recording"), is_recording=True)),
    (b"caff\x00", Foreign(message("a CAF recording"), is_recording=True)),
    (b"MThd\x00", Foreign(message("a MIDI file"), is_recording=True)),
    (b".snd\x00", Foreign(message("an AU recording"), is_recording=True)),
    (b"DSD \x1c", Foreign(message("a DSD recording"), is_recording=True)),
    (
        b"\x30\x26\xb2\x75\x8e\x66\xcf\x11",
        Foreign(message("a Windows Media recording"), is_recording=True),
    ),
    (b".RMF\x00", Foreign(message("a RealMedia recording"), is_recording=True)),
    (b"FLV\x01", _VIDEO),
    (b"\x00\x00\x01\xba", _VIDEO),
    (b"\x00\x00\x01\xb3", _VIDEO),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"%PDF-", Foreign(message("a PDF document"))),
    (b"PK\x03\x04", Foreign(message("a ZIP archive or an office document"))),
    (b"PK\x05\x06", Foreign(message("an empty ZIP archive"))),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"\x1f\x8b\x08", _PACKED),
    (b"Rar!\x1a\x07", _PACKED),
    (b"BZh9", _PACKED),
    (b"\xfd7zXZ\x00", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90\x00", _PROGRAM),
)
_DATABASE = b"SQLite format 3\x00"
_CONTAINERS = (
    (b"RIFF", 8, b"WAVE", Foreign(message("a WAV recording"), is_recording=True)),
    (b"RF64", 8, b"WAVE", Foreign(message("a WAV recording"), is_recording=True)),
    (b"RIFF", 8, b"AVI ", _VIDEO),
    (b"RIFF", 8, b"WEBP", _PICTURE),
    (b"FORM", 8, b"AIF", Foreign(message("an AIFF recording"), is_recording=True)),
    (b"", 4, b"ftypM4A", Foreign(message("an M4A recording"), is_recording=True)),
    (b"", 4, b"ftypM4B", Foreign(message("an M4B recording"), is_recording=True)),
    (b"", 4, b"ftyphei", _PICTURE),
    (b"", 4, b"ftypavif", _PICTURE),
    (b"", 4, b"ftyp", Foreign(message("an MP4 recording"), is_recording=True)),
    (b"", 4, b"moov", _VIDEO),
    (b"G", 188, b"G", _VIDEO),
    (_DATABASE, 0, b"", Foreign(message("a database"))),
)
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x15\x1a\x1b")  # CHAT sets its times between 0x15
_CONTROLS = bytes(code for code in range(32) if code not in _TEXT_CONTROLS) + b"\x7f"
_MOST_CONTROLS = 0.02


def foreign(head: bytes) -> Foreign | None:
    """What the file is that starts with `head`, or None where it may be a text."""
    if head.startswith(_BYTE_ORDER_MARKS):
        return None
    known = next((kind for magic, kind in _AT_START if head.startswith(magic)), None)
    return known or _container(head) or _mpeg_audio(head) or _binary(head)


def utf16_order(head: bytes) -> str:
    """`utf-16-le` or `-be` where every other byte is mostly NUL, as in Western text; else empty."""
    pairs = len(head) // 2
    if pairs < 2:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * pairs and odd < 0.05 * pairs else ""


def _container(head: bytes) -> Foreign | None:
    for magic, offset, inner, kind in _CONTAINERS:
        if head.startswith(magic) and head.startswith(inner, offset):
            return kind if magic != b"G" or _binary(head) else None
    return None


def _mpeg_audio(head: bytes) -> Foreign | None:
    """An MPEG or ADTS frame header: eleven set bits, then a layer and a bit rate that exist."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or not _binary(head):
        return None
    if head[1] & 0xF6 == 0xF0:
        return Foreign(message("an AAC recording"), is_recording=True)
    return _MPEG_AUDIO if head[1] & 0x06 and head[2] & 0xF0 != 0xF0 else None


def _binary(head: bytes) -> Foreign | None:
    if not head or utf16_order(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return Foreign(message("a binary file")) if controls > _MOST_CONTROLS * len(head) + 4 else None
