"""The page for browsers: well formed, safe, and with what a click plays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from reader.notes.exporting.html_page import write
from reader.notes.exporting.note import Export, ExportedNote
from reader.notes.exporting.note_html import note_html
from tests.reader.notes.exporting.kept import GULLS, MOMENT_ALONE, WHEEL, export, odd_notes

_VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """The page's tags, each closed where it has to be; else it fails."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.said.append(data)

    def all(self, name: str) -> Iterator[dict[str, str | None]]:
        return (attributes for tag, attributes in self.tags if tag == name)


def page(*notes: ExportedNote, folder: Path | None = None) -> Page:
    return Page(write(export(*notes)._replace(folder=folder)))


def test_it_reads_episode_by_episode() -> None:
    found = page()
    text = " ".join("".join(found.said).split())
    assert "Passages: 3 · Episodes: 2" in text
    assert text.index("Harbour, at *dawn*") < text.index("Gulls quarrel") < text.rindex("Mill")
    assert "The harbour wakes. Gulls quarrel over the nets. Yes." in text
    assert "# 5 < 6 & `wheels`" in text
    assert "#birds #two-words" in text


def test_a_passage_knows_what_plays_it() -> None:
    found = page(GULLS, MOMENT_ALONE, folder=Path("/talks/pages"))
    (audio,) = found.all("audio")
    assert audio["src"] == "../harbour.mp3"
    gulls, moment = found.all("article")
    assert (gulls["data-start"], gulls["data-end"]) == ("83.2", "85")
    assert (moment["data-start"], moment["data-end"]) == ("3600", "3605")
    assert gulls["style"] == "--colour: #f2c037"
    plays = [each["href"] for each in found.all("a") if each.get("class") == "time"]
    assert plays == ["../harbour.mp3#t=83.2", "../harbour.mp3#t=3600"]


def test_without_a_recording_there_is_no_player() -> None:
    found = page(WHEEL)
    assert list(found.all("audio")) == []
    assert not [each for each in found.all("a") if each.get("class") == "time"]


def test_nothing_is_loaded_but_the_recording() -> None:
    with_picture = replace(GULLS.annotation, note="![x](https://a.b/c.png)")
    found = page(replace(GULLS, annotation=with_picture), WHEEL)
    assert not {"img", "link", "iframe", "object"} & {tag for tag, _ in found.tags}
    assert [each.get("src") for each in found.all("script")] == [None]


@settings(max_examples=30, deadline=None)
@given(odd_notes())
def test_odd_texts_break_no_page(notes: list[ExportedNote]) -> None:
    Page(write(Export(tuple(notes))))


@pytest.mark.parametrize(
    ("note", "html"),
    [
        ("*a*\nb", "<p><em>a</em><br />\nb</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](https://a.b)", '<p><a href="https://a.b">x</a></p>'),
        ("![x](https://a.b/c.png)", '<p>!<a href="https://a.b/c.png">x</a></p>'),
        ("~~a~~", "<p><s>a</s></p>"),
        ("", ""),
    ],
)
def test_a_note_is_markdown_without_html(note: str, html: str) -> None:
    assert note_html(note) == html


def test_each_text_has_the_direction_of_its_letters() -> None:
    page = write(export(GULLS))
    for opening in ('<h1 dir="auto">', '<blockquote dir="auto">', '<div class="note" dir="auto">'):
        assert opening in page
