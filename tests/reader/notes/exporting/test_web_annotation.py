"""JSON after the W3C model: read back without loss, and as the model wants it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.message import Message
from reader.notes.exporting.note import Export, ExportedNote
from reader.notes.exporting.web_annotation import write
from reader.notes.web_annotation import notes_in
from tests.reader.notes.exporting.kept import GULLS, HARBOUR, MOMENT_ALONE, export, odd_notes


def document(*notes: ExportedNote) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write(export(*notes)))
    return found


@settings(deadline=None)
@given(odd_notes())
def test_all_that_the_model_holds_comes_back(notes: list[ExportedNote]) -> None:
    reported = notes_in(write(Export(tuple(notes))))
    assert reported.faults == ()
    assert [note.annotation for note in reported.notes] == [note.annotation for note in notes]
    for (_, episode), note in zip(reported.notes, notes, strict=True):
        keys = note.episode.recording_key, note.episode.transcript_key
        assert (episode.id, episode.title) == (note.episode.id, note.episode.title)
        assert (episode.recording_key, episode.transcript_key, episode.length) == (
            *keys,
            note.episode.length,
        )


def test_it_is_a_collection_with_one_page() -> None:
    found = document()
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["total"]) == ("AnnotationCollection", 3)
    page = found["first"]
    assert (page["type"], page["startIndex"], len(page["items"])) == ("AnnotationPage", 0, 3)
    assert all(each["id"].startswith("urn:uuid:") for each in (found, page, *page["items"]))


def test_a_moment_keeps_the_hour_of_the_listener() -> None:
    (note,) = notes_in(write(export(GULLS))).notes
    assert note.annotation.created.isoformat() == GULLS.annotation.created.isoformat()


def test_every_term_is_defined_and_the_recording_is_audio() -> None:
    found = document(GULLS)
    own = found["@context"][1]
    assert {*found["earmark:episodes"][0]} - {"id"} <= {*own}
    item = found["first"]["items"][0]
    assert {*item["earmark:colour"]} <= {*own}
    assert item["target"][0]["source"]["type"] == "Audio"


def test_an_annotation_has_what_the_model_asks_for() -> None:
    item = document(GULLS)["first"]["items"][0]
    assert item["type"] == "Annotation"
    assert item["motivation"] == ["highlighting", "commenting"]
    assert item["created"] == "2026-11-23T12:45:30.123456Z"
    assert [(each["type"], each["purpose"]) for each in item["body"]] == [
        ("TextualBody", "commenting"),
        ("TextualBody", "tagging"),
        ("TextualBody", "tagging"),
    ]
    heard, read = item["target"]
    assert heard["source"]["id"] == f"urn:earmark:file:{HARBOUR.recording_key}"
    assert heard["selector"]["value"] == "t=83.2,85"
    assert read["selector"][0] == {
        "type": "TextQuoteSelector",
        "exact": "Gulls quarrel over the nets.",
        "prefix": "",
        "suffix": "",
    }


def test_a_moment_has_a_fragment_without_end() -> None:
    item = document(MOMENT_ALONE)["first"]["items"][0]
    assert item["motivation"] == "bookmarking"
    assert [each["selector"]["value"] for each in item["target"]] == ["t=3600"]


def test_no_folder_is_reported() -> None:
    text = write(export())
    assert "harbour.mp3" in text
    assert "/talks" not in text


def foreign(**changes: object) -> str:
    item = {
        "id": "https://example.org/a/1",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "Why?"},
        "target": {
            "source": f"urn:earmark:file:{'d' * 32}",
            "selector": {"type": "FragmentSelector", "value": "t=10.5,20"},
        },
    }
    return json.dumps(item | changes)


@pytest.mark.parametrize("wrap", ["{}", "[{}]", '{{"type": "AnnotationPage", "items": [{}]}}'])
def test_what_others_wrote_is_read_too(wrap: str) -> None:
    reported = notes_in(wrap.format(foreign()))
    assert reported.faults == ()
    assert reported.notes[0].annotation.selector.time == (10_500, 20_000)
    assert reported.notes[0].annotation.note == "Why?"
    assert reported.notes[0].episode.recording_key == "d" * 32
    again = notes_in(foreign())
    assert again.notes[0].annotation.id == reported.notes[0].annotation.id


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": None}, "it has no id"),
        ({"id": 7}, "it has no id"),
        ({"type": "Note"}, "it is not an annotation"),
        ({"target": []}, "it does not say which episode it belongs to"),
        ({"target": {"source": f"urn:earmark:file:{'d' * 32}"}}, "it does not contain a time"),
        ({"created": "yesterday"}, "a date cannot be read"),
        ({"created": "9999-12-31T23:59:59-14:00"}, "a date is out of all bounds"),
        ({"body": {"value": 7}}, "a text is none"),
        ({"earmark:voice": []}, "a text is none"),
    ],
)
def test_what_cannot_be_understood_is_reported(changes: dict[str, object], reason: str) -> None:
    reported = notes_in(f"[{foreign(**changes)}, {foreign()}]")
    assert reported.faults == (f"annotation 1: {reason}",)
    assert len(reported.notes) == 1


@pytest.mark.parametrize("value", ["t=20,10", "t=-1", "xywh=1,2,3,4", "t=1e9", "t=", "t=١"])
def test_a_bad_time_is_reported(value: str) -> None:
    bad = json.loads(foreign())
    bad["target"]["selector"]["value"] = value
    assert len(notes_in(json.dumps(bad)).faults) == 1


@pytest.mark.parametrize(
    "text", ["", "{}", "[", "7", '{"first": {"items": 7}}', "[" * 100_000, "[" + "9" * 10_000 + "]"]
)
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(ReaderError):
        reported = notes_in(text)
        assert reported.faults
        raise ReaderError(Message(reported.faults[0]))


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
_FIELDS = ("id", "type", "motivation", "body", "target", "created", "modified", "earmark:colour")


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(_FIELDS), _json))
def test_whatever_a_field_holds_is_read_or_reported(changes: dict[str, object]) -> None:
    reported = notes_in(f"[{foreign(**changes)}]")
    assert len(reported.notes) + len(reported.faults) == 1


def test_a_collection_of_a_deleted_episode_reads_the_same() -> None:
    nameless = replace(HARBOUR, recording_key="", transcript_key="")
    note = replace(GULLS, episode=nameless)
    assert notes_in(write(export(note))).notes[0].annotation == note.annotation


def test_show_and_date_of_an_episode_come_back() -> None:
    aired = replace(HARBOUR, show="Coast", date="2024-05-01")
    text = write(export(replace(GULLS, episode=aired)))
    (listed,) = json.loads(text)["earmark:episodes"]
    assert (listed["show"], listed["date"]) == ("Coast", "2024-05-01")
    episode = notes_in(text).notes[0].episode
    assert (episode.title, episode.show, episode.date) == (HARBOUR.title, "Coast", "2024-05-01")
