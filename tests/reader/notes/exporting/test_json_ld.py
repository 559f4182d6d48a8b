"""What a JSON-LD processor makes of our notes reads back whole; needs PyLD, else it is skipped."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reader.notes.exporting.web_annotation import write
from reader.notes.web_annotation import CONTEXT, notes_in
from tests.reader.notes.exporting.kept import GULLS, MOMENT_ALONE, export

jsonld = pytest.importorskip("pyld.jsonld")

# The terms that we use, as http://www.w3.org/ns/anno.jsonld defines them: nothing asks the network.
W3C = {
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in (
            *("Annotation", "TextualBody", "SpecificResource", "FragmentSelector"),
            *("TextQuoteSelector", "TextPositionSelector"),
        )
    },
    "Audio": "dctypes:Sound",
    "Text": "dctypes:Text",
    "Software": "as:Application",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    **{
        name: f"oa:{name}"
        for name in ("bookmarking", "highlighting", "commenting", "tagging", "describing")
    },
    **{
        name: {"@type": "@id", "@id": f"oa:{term}"}
        for name, term in (
            *(("body", "hasBody"), ("target", "hasTarget"), ("source", "hasSource")),
            *(("selector", "hasSelector"), ("refinedBy", "refinedBy")),
        )
    },
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "value": "rdf:value",
    "format": "dcterms:format",
    "language": "dcterms:language",
    "conformsTo": {"@type": "@id", "@id": "dcterms:conformsTo"},
    "created": {"@type": "xsd:dateTime", "@id": "dcterms:created"},
    "modified": {"@type": "xsd:dateTime", "@id": "dcterms:modified"},
    "generator": {"@type": "@id", "@id": "as:generator"},
    "label": "rdfs:label",
    "name": "http://xmlns.com/foaf/0.1/name",
    "first": {"@type": "@id", "@id": "as:first"},
    "partOf": {"@type": "@id", "@id": "as:partOf"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
}


def _loaded(url: str, _options: object) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": W3C},
    }


OPTIONS = {"documentLoader": _loaded}


def test_what_a_processor_gives_back_has_lost_nothing() -> None:
    written = write(export(GULLS, MOMENT_ALONE))
    expanded = jsonld.expand(json.loads(written), OPTIONS)
    compacted = jsonld.compact(expanded, {"@context": CONTEXT}, OPTIONS)
    before, after = notes_in(written), notes_in(json.dumps(compacted))
    assert after.faults == ()
    assert after.notes == before.notes


def test_no_field_is_dropped() -> None:
    """A field that no context defines is gone once the document is expanded."""
    document = json.loads(write(export(GULLS, MOMENT_ALONE)))
    expanded = jsonld.expand(document, OPTIONS)
    compacted = jsonld.compact(expanded, {"@context": CONTEXT}, OPTIONS)
    assert _fields(document) - {"@context"} <= _fields(compacted)


def _fields(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_fields, value))
    if not isinstance(value, dict):
        return set()
    return set(value).union(*map(_fields, value.values()))
