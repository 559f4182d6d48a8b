from __future__ import annotations

import pytest

from reader.formats.decoding import decode


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
def test_encodings(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


def test_rare_bad_bytes_do_not_spoil_utf8() -> None:
    data = "Žluťoučký kůň ".encode() * 10 + b"\xff" + "úpěl".encode()
    text, encoding = decode(data)
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
