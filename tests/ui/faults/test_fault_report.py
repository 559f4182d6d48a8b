from __future__ import annotations

from ui.faults.fault_report import fault_report

VERSIONS = {"Earmark": "0.1.0", "Python": "3.11"}


def _fail(error: Exception, cause: Exception | None = None) -> None:
    raise error from cause


def _report(error: Exception) -> str:
    try:
        _fail(error)
    except Exception as raised:
        return fault_report(raised, VERSIONS)
    return ""


def test_versions_place_and_kind_are_told() -> None:
    report = _report(KeyError("cue"))
    assert report.startswith("Earmark 0.1.0\nPython 3.11\n")
    assert "test_fault_report.py:" in report
    assert "in _fail" in report
    assert "KeyError: 'cue'" in report


def test_files_and_folders_of_the_reader_stay_private() -> None:
    report = _report(FileNotFoundError(2, "No such file", "/home/anna/Therapy/session 3.mp3"))
    assert "FileNotFoundError" in report
    for private in ("anna", "Therapy", "session"):
        assert private not in report


def test_unquoted_paths_stay_private() -> None:
    report = _report(RuntimeError(r"cannot open /home/anna/x.mp3 nor C:\Users\anna\y.mp3"))
    assert "anna" not in report
    assert "RuntimeError: cannot open ... nor ..." in report


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
