from __future__ import annotations

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import RecordingError
from reader.message import message
from ui.faults.fault_report import crash_report, fault_report, without_private

VERSIONS = {"Earmark": "0.1.0", "Python": "3.11"}


def _fail(error: Exception, cause: Exception | None = None) -> None:
    raise error from cause


def _report(error: Exception) -> str:
    try:
        _fail(error)
    except Exception as raised:
        return fault_report(raised, VERSIONS)
    return ""


def test_versions_place_and_kind_are_reported() -> None:
    report = _report(KeyError("cue"))
    assert report.startswith("Earmark 0.1.0\nPython 3.11\n")
    assert "test_fault_report.py:" in report
    assert "in _fail" in report
    assert "KeyError: '...'" in report  # a key may be a word of the listener's


def test_files_and_folders_of_the_reader_stay_private() -> None:
    report = _report(FileNotFoundError(2, "No such file", "/home/anna/Therapy/session 3.mp3"))
    assert "FileNotFoundError" in report
    for private in ("anna", "Therapy", "session"):
        assert private not in report


def test_unquoted_paths_stay_private() -> None:
    report = _report(RuntimeError(r"cannot open /home/anna/x.mp3 nor C:\Users\anna\y.mp3"))
    assert "anna" not in report
    assert "RuntimeError: cannot open ..." in report


def test_quoted_words_of_a_transcript_stay_private() -> None:
    report = _report(ValueError("bad cue 'what she said to me'"))
    assert "she said" not in report
    assert "ValueError: bad cue '...'" in report


def test_names_of_the_code_are_kept() -> None:
    report = _report(AttributeError("'NoneType' object has no attribute 'rect'"))
    assert "'NoneType' object has no attribute 'rect'" in report


def test_our_own_files_are_named_from_the_package_on() -> None:
    code = compile(
        "def fail():\n    raise ValueError('x')\n",
        "/opt/anna/reader/session/reading_session.py",
        "exec",
    )
    namespace: dict[str, object] = {}
    exec(code, namespace)
    try:
        namespace["fail"]()  # type: ignore[operator]
    except ValueError as error:
        report = fault_report(error, VERSIONS)
    assert "reader/session/reading_session.py:2 in fail" in report
    assert "anna" not in report


def test_what_led_to_the_fault_comes_first() -> None:
    try:
        _fail(ValueError("second"), KeyError("first"))
    except ValueError as error:
        report = fault_report(error, VERSIONS)
    assert report.index("KeyError") < report.index("ValueError: second")


def test_a_cause_that_names_itself_ends() -> None:
    error = ValueError("round")
    error.__context__ = error
    assert fault_report(error, VERSIONS).count("ValueError") == 1


@pytest.mark.parametrize(
    "message",
    [
        "cannot open /home/anna/My Therapy/session 3: anger.mp3",
        "cannot open My Therapy/session 3.mp3 today",
        r"cannot open \\\\server\\anna\\My Therapy.mp3",
        "cannot open file:///home/anna/My%20Therapy.mp3",
        "bad cue \u201eanger at Anna\u201c and \u201cTherapy\u201d",
        "bad cue \u2018anger\u2019 of \u00abTherapy\u00bb",
        "bad cue 'it's Anna's anger'",
        "bad cue 'anger at' and \"Anna's\" too",
        "bad cue `anger`",
        "bad cue 'anger\nat Anna",
        repr('Anna\'s "anger"'),
    ],
)
def test_paths_with_blanks_and_all_quotation_marks_stay_private(message: str) -> None:
    for error in (RuntimeError(message), AttributeError(message)):
        report = _report(error).lower()
        for private in ("anna", "anger", "session", "server"):
            assert private not in report
    reported = without_private(message).lower()
    assert not any(private in reported for private in ("anna", "anger", "session", "server"))


@given(st.text(st.sampled_from("ab '\"/\u2018\u2019\u201c\u201d"), max_size=40))
def test_nothing_between_quotation_marks_is_reported(words: str) -> None:
    assert "SECRET" not in without_private(f"bad '{words}SECRET{words}' here")


def test_an_apostrophe_opens_no_quotation() -> None:
    reported = without_private("'utf-8' codec can't decode byte 0xff in position 3")
    assert reported == "'...' codec can't decode byte 0xff in position 3"


def test_sentences_for_the_listener_are_not_reported() -> None:
    report = _report(RecordingError(message("Anna and I.mp3 cannot be read.")))
    assert report.rstrip().endswith("RecordingError")


def test_lines_of_a_template_are_not_reported() -> None:
    template = jinja2.Environment().from_string("dear diary {{ 1 // nothing }}")
    try:
        template.render(nothing=0)
    except ZeroDivisionError as error:
        report = fault_report(error, VERSIONS)
    assert "diary" not in report


def test_folders_that_are_called_as_ours_stay_private() -> None:
    namespace: dict[str, object] = {}
    exec(compile("def fail(): raise ValueError", "/home/ui/Anna/mine.py", "exec"), namespace)
    try:
        namespace["fail"]()  # type: ignore[operator]
    except ValueError as error:
        report = fault_report(error, VERSIONS)
    assert "mine.py:1" in report
    assert "Anna" not in report


def test_a_crash_reports_no_folder() -> None:
    trace = """Fatal Python error: Segmentation fault

Current thread 0x0001 (most recent call first):
  File "/home/anna "x"/ui/faults/fault_report.py", line 3 in run
  File "/usr/lib/python3.11/json/decoder.py", line 9 in decode
listener's words
Extension modules: av (total: 1)
"""
    report = crash_report(trace, VERSIONS)
    assert "ui/faults/fault_report.py:3 in run" in report
    assert "json/decoder.py:9 in decode" in report
    for private in ("anna", "words", "Extension"):
        assert private not in report
