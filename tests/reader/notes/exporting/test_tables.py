from __future__ import annotations

import csv
import dataclasses
import io

import pytest
from hypothesis import given, settings

from reader.exporting.turns import cleaned
from reader.notes.exporting.note import Export, ExportedNote
from reader.notes.exporting.tables import write, write_for_excel, write_for_readwise
from tests.reader.notes.exporting.kept import (
    GULLS,
    MOMENT_ALONE,
    WHEEL,
    export,
    exported,
    odd_notes,
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_field_is_written() -> None:
    gulls, moment, wheel = rows(write(export()))
    assert gulls["id"] == GULLS.annotation.id
    assert (gulls["start"], gulls["end"]) == ("83.2", "85")
    assert gulls["note"] == "Ask *Jon*.\n\n- why"
    assert gulls["tags"] == "birds, two words"
    assert (gulls["colour"], gulls["colour_name"], gulls["kind"]) == ("1", "Idea", "note")
    assert gulls["created"] == "2026-11-23T18:15:30+05:30"
    assert (gulls["before"], gulls["after"]) == ("The harbour wakes.", "Yes.")
    assert gulls["recording"] == "/talks/harbour.mp3"
    assert (moment["quote"], moment["kind"], moment["colour"]) == ("", "bookmark", "")
    assert wheel["quote"] == "# 5 < 6 & `wheels`"


def test_what_is_new_is_named_and_what_is_absent_is_empty() -> None:
    later = dataclasses.replace(WHEEL.annotation, is_unreviewed=True)
    gulls, wheel = rows(write(export(GULLS, dataclasses.replace(WHEEL, annotation=later))))
    assert (gulls["is_untidied"], wheel["is_untidied"]) == ("", "yes")
    assert (gulls["recording"], gulls["transcript"]) == ("/talks/harbour.mp3", "/talks/harbour.vtt")
    assert (wheel["recording"], wheel["transcript"]) == ("", "")
    assert wheel["modified"] == "2026-11-23T18:15:30+05:30"


def test_readwise_gets_the_note_where_there_are_no_words() -> None:
    alone = dataclasses.replace(MOMENT_ALONE.annotation, note="Listen again.", tags=("sea",))
    (reported,) = rows(
        write_for_readwise(export(dataclasses.replace(MOMENT_ALONE, annotation=alone)))
    )
    assert (reported["Highlight"], reported["Note"]) == ("Listen again.", ".sea")
    assert (reported["Location"], reported["Title"], reported["Author"]) == (
        "3600",
        "Harbour, at *dawn*",
        "",
    )


def test_a_location_is_in_whole_seconds() -> None:
    late = exported(9, "x", (7_199_999, 7_200_000))
    (reported,) = rows(write_for_readwise(export(late)))
    assert reported["Location"] == "7199"


def test_readwise_gets_its_columns() -> None:
    gulls, moment, _ = rows(write_for_readwise(export(GULLS, MOMENT_ALONE, WHEEL)))
    assert list(gulls) == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert gulls["Highlight"] == "Gulls quarrel over the nets."
    assert gulls["Note"] == ".birds\n.two-words\nAsk *Jon*.\n\n- why"
    assert (gulls["Author"], gulls["Location"]) == ("Mara", "83")
    assert gulls["Date"] == "2026-11-23 18:15:30"
    assert gulls["URL"].startswith("earmark://open?")
    assert moment["Highlight"] == "Bookmark at 1:00:00"


@settings(deadline=None)
@given(odd_notes())
def test_any_text_comes_back_from_the_table(notes: list[ExportedNote]) -> None:
    found = rows(write(Export(tuple(notes))))
    assert [row["id"] for row in found] == [note.annotation.id for note in notes]
    reported = [row["note"].removeprefix("'") for row in found]
    assert reported == [cleaned(note.annotation.note).removeprefix("'") for note in notes]
    assert len(rows(write_for_readwise(Export(tuple(notes))))) == len(notes)


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_run_by_a_spreadsheet(opening: str) -> None:
    words = f'{opening}HYPERLINK("http://nowhere";"look")'
    note = exported(4, words, note=words, tags=(words,), voice=words, before=words, after=words)
    note = dataclasses.replace(note, episode=dataclasses.replace(note.episode, title=words))
    (reported,) = rows(write(export(note)))
    assert [name for name, cell in reported.items() if cell.startswith(opening)] == []
    assert reported["voice"] == "'" + cleaned(words)


def test_readwise_gets_the_words_as_they_are() -> None:
    (reported,) = rows(write_for_readwise(export(exported(4, "- 5 = minus five", voice="@jon"))))
    assert (reported["Highlight"], reported["Author"]) == ("- 5 = minus five", "@jon")


def test_excel_gets_the_mark_by_which_it_reads_utf_8() -> None:
    assert write_for_excel(export()).encode() == b"\xef\xbb\xbf" + write(export()).encode()


def test_show_and_date_stand_beside_the_episode() -> None:
    aired = dataclasses.replace(GULLS.episode, show="Coast", date="2024-05-01")
    (row,) = rows(write(export(dataclasses.replace(GULLS, episode=aired))))
    assert (row["episode"], row["show"], row["date"]) == (aired.title, "Coast", "2024-05-01")


def test_the_columns_and_colours_of_programs_stay_english() -> None:
    (row,) = rows(write(export(GULLS)._replace(say=lambda text: text.upper())))
    assert (row["colour_name"], row["kind"]) == ("Idea", "note")


def test_what_people_read_in_readwise_is_in_their_language() -> None:
    said = export(MOMENT_ALONE)._replace(say=lambda text: text.upper())
    (reported,) = rows(write_for_readwise(said))
    assert reported["Highlight"] == "BOOKMARK AT 1:00:00"
