"""Transcripts that are no text: Word documents, books and EBU subtitles, as others make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts; one called mimetype is not compressed, as EPUB asks."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, stored)
    return held.getvalue()


def word_document(body: str, title: str = "", **others: str) -> bytes:
    """A Word document with this XML in its body, and other parts such as `footnotes`."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }
    for name, content in others.items():
        parts[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{_WORD}">{content}</w:{name}>'
    if title:
        parts["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">'
            f"<dc:title>{title}</dc:title></cp:coreProperties>"
        )
    return zipped(parts)


def paragraphs(*texts: str) -> str:
    """A paragraph for each text, with a run for each of its pieces."""
    return "".join(
        "<w:p><w:pPr><w:rPr/></w:pPr>"
        + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in text.split("|"))
        + "</w:p>"
        for text in texts
    )


def book(
    chapters: Mapping[str, str], overlays: Mapping[str, str] | None = None, contents: str = ""
) -> bytes:
    """An EPUB of pages by their names, with the overlays of some and a table of contents."""
    overlays = overlays or {}
    items = "".join(
        f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml"'
        + (f' media-overlay="{name}-smil"/>' if name in overlays else "/>")
        + (
            f'<item id="{name}-smil" href="smil/{name}.smil" media-type="application/smil+xml"/>'
            if name in overlays
            else ""
        )
        for name in chapters
    )
    nav = '<item id="nav" href="nav.xhtml" properties="nav"/>' if contents else ""
    order = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    parts: dict[str, str] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
        ),
        "OEBPS/book.opf": (
            '<package xmlns:dc="urn:dc"><metadata><dc:title>The Harbour</dc:title>'
            "<dc:creator>Mara Lind</dc:creator></metadata>"
            f"<manifest>{items}{nav}</manifest><spine>{order}</spine></package>"
        ),
    }
    for name, page in chapters.items():
        parts[f"OEBPS/text/{name}.xhtml"] = (
            f"<!DOCTYPE html><html><head><title>x</title></head><body>{page}</body></html>"
        )
    for name, pars in overlays.items():
        parts[f"OEBPS/smil/{name}.smil"] = f"<smil><body><seq>{pars}</seq></body></smil>"
    if contents:
        parts["OEBPS/nav.xhtml"] = f"<html><body><nav><ol>{contents}</ol></nav></body></html>"
    return zipped(parts)


def par(page: str, place: str, audio: str, begin: str, end: str) -> str:
    """A passage of an overlay."""
    return (
        f'<par><text src="../text/{page}.xhtml#{place}"/>'
        f'<audio src="../audio/{audio}" clipBegin="{begin}" clipEnd="{end}"/></par>'
    )


def ebu_subtitles(
    texts: Iterable[tuple[str, str, bytes]], *, rate: str = "25", start: str = "10000000"
) -> bytes:
    """EBU STL of subtitles with start and end (`HHMMSSFF`) and text in ISO 6937."""
    header = bytearray(b" " * 1024)
    header[0:3], header[3:11], header[12:14] = b"850", f"STL{rate}.01".encode(), b"00"
    header[16:27] = b"The Harbour"
    header[256:264] = start.encode()
    blocks = [bytes(header)]
    for number, (begin, end, text) in enumerate(texts):
        pieces = [text[k : k + 112] for k in range(0, len(text), 112)] or [b""]
        for place, piece in enumerate(pieces):
            last = 0xFF if place == len(pieces) - 1 else place
            times = bytes(int(stamp[k : k + 2]) for stamp in (begin, end) for k in (0, 2, 4, 6))
            head = bytes((0, number & 0xFF, number >> 8, last, 0))
            blocks.append(head + times + bytes((20, 2, 0)) + piece.ljust(112, b"\x8f"))
    return b"".join(blocks)
