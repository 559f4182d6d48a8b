from __future__ import annotations

import random
import unicodedata
from functools import cache
from typing import NamedTuple

import pytest

from reader.formats.decoding import ENCODINGS, decode
from reader.formats.languages import LANGUAGES, MANY_CHARACTERS
from tests.reader.formats.sentences import SPEECHES, Speech


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"plain", "plain", "utf-8"),
        ("Café – ß".encode(), "Café – ß", "utf-8"),
        ("Café".encode("utf-8-sig"), "Café", "utf-8"),
        ("Café".encode("utf-16"), "Café", "utf-16-le"),
        (b"\xfe\xff" + "Café".encode("utf-16-be"), "Café", "utf-16-be"),
        ("Café".encode("utf-32"), "Café", "utf-32-le"),
        ("A plain line".encode("utf-16-le"), "A plain line", "utf-16-le"),
        ("A plain line".encode("utf-16-be"), "A plain line", "utf-16-be"),
        ("Café naïve, Schluß".encode("cp1252"), "Café naïve, Schluß", "cp1252"),
        (b"one bad \x93quote\x94", "one bad “quote”", "cp1252"),
        (b"a\r\nb\rc\nd", "a\nb\nc\nd", "utf-8"),
        (b"a\0b", "a\ufffdb", "utf-8"),
        (b"", "", "utf-8"),
    ],
)
def test_each_encoding_is_recognised_by_its_bytes(data: bytes, text: str, encoding: str) -> None:
    assert decode(data)[:2] == (text, encoding)


def test_rare_bad_bytes_do_not_spoil_utf8() -> None:
    data = "Žluťoučký kůň ".encode() * 10 + b"\xff" + "úpěl".encode()
    text, encoding, _ = decode(data)
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 1


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("こんにちは、元気ですか。はい、元気です。今日はいい天気ですね。" * 3, "shift_jis"),
        ("Привет, как дела? Сегодня мы поговорим о погоде и о море. " * 5, "cp1251"),
    ],
)
def test_dense_text_in_old_code_pages(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_a_line_break_split_between_pieces_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.formats.decoding.CHUNK", 1)
    assert decode("é\r\nü".encode()).text == "é\nü"


class File(NamedTuple):
    text: str
    data: bytes


def subtitles(speech: Speech, encoding: str, lines: int, seed: int) -> File:
    """Subtitles of so many lines, each one of the speech's."""
    chance = random.Random(f"{speech.language} {seed}")
    if lines <= len(speech.lines):
        chosen = chance.sample(speech.lines, lines)
    else:
        chosen = [chance.choice(speech.lines) for _ in range(lines)]
    cues = [
        f"{number}\n00:{number // 60:02}:{number % 60:02},000 --> 00:59:59,000\n{line}\n\n"
        for number, line in enumerate((writable(line, encoding) for line in chosen), 1)
    ]
    text = "".join(cues)
    return File(text, text.encode(encoding))


@cache
def writable(line: str, encoding: str) -> str:
    """A line as an encoding can hold it: Windows-1258 writes a letter and its tone apart."""
    return "".join(letter if _holds(encoding, letter) else _parted(letter) for letter in line)


def _holds(encoding: str, letter: str) -> bool:
    try:
        return bool(letter.encode(encoding))
    except UnicodeEncodeError:
        return False


def _parted(letter: str) -> str:
    first, *more = list(unicodedata.normalize("NFD", letter))
    tone = "".join(mark for mark in more if mark in "\u0300\u0301\u0303\u0309\u0323")
    rest = "".join(mark for mark in more if mark not in tone)
    return unicodedata.normalize("NFC", first + rest) + tone


@pytest.mark.parametrize(("lines", "files", "share"), [(5, 4, 0.95), (50, 1, 0.99), (500, 1, 0.99)])
def test_the_usual_encodings_of_thirty_languages(lines: int, files: int, share: float) -> None:
    wrong = []
    tried = 0
    for speech in SPEECHES:
        for encoding in speech.encodings:
            for seed in range(files):
                file = subtitles(speech, encoding, lines, seed)
                tried += 1
                if decode(file.data).text != file.text:
                    wrong.append((speech.language, encoding, decode(file.data).encoding))
    assert len(SPEECHES) >= 30
    assert len(wrong) <= (1 - share) * tried, wrong


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda speech: speech.language)
def test_one_bad_byte_leaves_utf8_what_it_is(speech: Speech) -> None:
    data = "\n".join(speech.lines[:2]).encode()
    if sum(byte > 0x7F for byte in data) < 4:
        pytest.skip("too few letters beyond ASCII")
    text, encoding, other = decode(data + b"\xe9")
    assert (encoding, other, text[-1]) == ("utf-8", "", "\ufffd")


def test_where_two_readings_are_near_the_other_is_named() -> None:
    near = decode("Kje je žaba?".encode("iso8859-2"))
    assert near.encoding != near.other
    assert near.other in ENCODINGS
    assert decode("\n".join(SPEECHES[0].lines).encode("cp1252")).other == ""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Nevar apstrādāt versijas kodējumu\nLasīt no standarta ievades", "cp1257"),
        ("X-dpi TIFF trebuie să fie o valoare mai mare decât zero", "cp1250"),
        ("Άνοιγμα αρχείου\nΆκυρο", "iso8859-7"),
        ("Άνοιγμα αρχείου\nΆκυρο", "cp1253"),
    ],
)
def test_dry_sentences_without_a_common_word_read_as_their_language(
    text: str, encoding: str
) -> None:
    assert decode(text.encode(encoding)).text == text


def test_every_encoding_that_may_be_guessed_may_be_chosen() -> None:
    guessed = {each for row in (*LANGUAGES, *MANY_CHARACTERS) for each in row.encodings}
    assert guessed <= ENCODINGS.keys()
