"""A listener puts misheard words right, in a real window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.correction import LONGEST, Correction, CorrectionScope
from reader.library import episode_opener, script_cache
from reader.library.script_cache import ScriptCache
from reader.notes.correcting import selector_at
from reader.overlays.overlays import Overlays
from reader.store.change_names import CORRECT
from reader.store.known_episodes import first_known_of
from reader.transcript.reading_text import Place
from tests.conftest import WriteTalk
from tests.ui.conftest import Start, notebook_of
from ui.app import Earmark
from ui.corrections.corrected_tip import CorrectedTip
from ui.corrections.correction_card import CorrectionCard
from ui.corrections.corrections_controller import CorrectionsController
from ui.corrections.corrections_dialog import CorrectionsDialog
from ui.corrections.preview_dialog import PreviewDialog
from ui.notes.selection_bar import SelectionBar

LINES = "WEBVTT\n\n" + "\n".join(
    f"00:{n:02}.000 --> 00:{n:02}.900\n{text}\n"
    for n, text in enumerate(
        [
            "I am joined by my host, Zwickz.",
            "And zwickz said hello.",
            "ZWICKZ again and the Lama",
            "Index of all.",
        ]
    )
)


@pytest.fixture
def talk(start: Start, write_talk: WriteTalk, qtbot: QtBot) -> Earmark:
    file = write_talk("talk.vtt", "talk.mp3")
    Path(file).write_text(LINES)
    earmark = start(file)
    controller_of(earmark, qtbot)
    return earmark


def controller_of(earmark: Earmark, qtbot: QtBot) -> CorrectionsController:
    qtbot.waitUntil(lambda: earmark.controllers.notebook is not None)
    controllers = notebook_of(earmark)
    qtbot.waitUntil(lambda: controllers.notes.notebook.is_ready)
    return controllers.corrections


def text_of(earmark: Earmark) -> str:
    pane = earmark.window.reading_page.pane
    assert earmark.session.script is not None
    assert pane.toPlainText() == earmark.session.script.reading.text
    return pane.toPlainText()


def select(earmark: Earmark, words: str) -> tuple[int, int]:
    pane = earmark.window.reading_page.pane
    start = pane.reading.text.index(words)
    pane.select(start, start + len(words))
    return start, start + len(words)


def card_of(earmark: Earmark) -> CorrectionCard:
    card = earmark.window.findChild(CorrectionCard)
    assert card is not None and card.isVisible()
    return card


def ask(earmark: Earmark, words: str) -> QLineEdit:
    """Ask to correct words; gives the field for them."""
    select(earmark, words)
    earmark.window.commands["correct"].trigger()
    assert card_visible(earmark)
    return field_of(earmark)


def field_of(earmark: Earmark) -> QLineEdit:
    field = card_of(earmark).findChild(QLineEdit)
    assert field is not None
    return field


def write(earmark: Earmark, words: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    field = ask(earmark, words)
    field.clear()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)


def saved(earmark: Earmark, qtbot: QtBot) -> None:
    notebook = notebook_of(earmark).notes.notebook
    qtbot.waitUntil(lambda: not notebook.is_saving and notebook.is_ready)


def test_words_are_put_right_at_once_and_undone(talk: Earmark, qtbot: QtBot) -> None:
    before = text_of(talk)
    write(talk, "Zwickz", "swyx")
    assert text_of(talk) == before.replace("Zwickz", "swyx")
    assert not card_visible(talk)
    saved(talk, qtbot)
    talk.window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: text_of(talk) == before)
    talk.window.commands["redo"].trigger()
    qtbot.waitUntil(lambda: text_of(talk) == before.replace("Zwickz", "swyx"))


def test_a_text_is_kept_as_it_was_corrected(
    talk: Earmark, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the next start need not lay it again."""
    monkeypatch.setattr(episode_opener, "_UNTIL_KEPT_AGAIN", 0)
    cache = talk.session._opener.cache = ScriptCache(tmp_path / "texts")
    write(talk, "Zwickz", "swyx")
    saved(talk, qtbot)
    script = talk.session.script
    assert script is not None
    known = first_known_of(talk._file.path, script.path)
    overlays = Overlays(known.voices, corrections=known.corrections)
    laid = "*-*-*-*-*-*"
    qtbot.waitUntil(lambda: any((tmp_path / "texts").glob(laid)))
    monkeypatch.setattr(script_cache, "laid_again", None)
    found = cache.find(script.path, overlays)
    assert found is not None and found.reading.text == text_of(talk)


def test_what_is_being_written_stays_when_other_words_are_corrected(
    talk: Earmark, qtbot: QtBot
) -> None:
    """In another window, or by an undo: the words move, and the field with them."""
    field = ask(talk, "Lama")
    QTest.keyClicks(field, "Llama")
    corrected_elsewhere(talk, "Zwickz", "swyx")
    qtbot.waitUntil(lambda: "host, swyx" in text_of(talk))
    assert card_of(talk).isVisible() and field.text() == "Llama"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "again and the Llama" in text_of(talk)


def test_of_two_who_correct_a_word_the_second_sees_what_the_first_wrote(
    talk: Earmark, qtbot: QtBot
) -> None:
    field = ask(talk, "Zwickz")
    corrected_elsewhere(talk, "Zwickz", "Shawn")
    qtbot.waitUntil(lambda: field.text() == "Shawn")
    QTest.keyClicks(field, "swyx")
    corrected_elsewhere(talk, "Shawn", "Wang", gone=[talk.session.corrections[0].id])
    qtbot.waitUntil(lambda: "host, Wang" in text_of(talk))
    assert field.text() == "swyx"
    assert card_says(talk, "Meanwhile this was corrected to “Wang”.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    saved(talk, qtbot)
    assert "host, swyx" in text_of(talk) and len(talk.session.corrections) == 1


def corrected_elsewhere(earmark: Earmark, words: str, text: str, gone: Sequence[str] = ()) -> None:
    """As another window's correction arrives: all of the library again."""
    session = earmark.session
    assert session.script is not None and session.episode is not None
    start = session.script.reading.text.index(words)
    selector = selector_at(session.script, (start, start + len(words)))
    assert selector is not None
    made = Correction(f"of {text}", session.episode.id, selector, text, datetime.now(UTC))
    notebook_of(earmark).notes.notebook.correct([made], instead_of=gone, name=CORRECT)


def card_says(earmark: Earmark, text: str) -> bool:
    labels = card_of(earmark).findChildren(QLabel)
    return any(label.isVisible() and label.text() == text for label in labels)


def test_an_undo_waits_for_the_correction_that_is_being_saved(talk: Earmark, qtbot: QtBot) -> None:
    before = text_of(talk)
    write(talk, "Zwickz", "swyx")
    talk.window.commands["undo"].trigger()
    assert text_of(talk) != before
    qtbot.waitUntil(lambda: text_of(talk) == before)
    assert talk.session.corrections == ()


def card_visible(earmark: Earmark) -> bool:
    card = earmark.window.findChild(CorrectionCard)
    return card is not None and card.isVisible()


def test_escape_leaves_and_what_cannot_be_is_said(talk: Earmark) -> None:
    before = text_of(talk)
    write(talk, "Zwickz", "", Qt.Key.Key_Return)
    labels = [each.text() for each in card_of(talk).findChildren(QLabel) if each.isVisible()]
    assert any("cannot be empty" in text for text in labels)
    field = field_of(talk)
    field.setText("x" * (LONGEST + 1))
    QTest.keyClick(field, Qt.Key.Key_Return)
    labels = [each.text() for each in card_of(talk).findChildren(QLabel) if each.isVisible()]
    assert any(str(LONGEST + 1) in text for text in labels)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not card_visible(talk) and text_of(talk) == before


def test_another_text_takes_the_field_away(
    talk: Earmark, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    ask(talk, "Zwickz")
    brief = write_talk("brief.vtt", folder="elsewhere")
    brief.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n", "utf-8")
    talk.session.open(brief)
    qtbot.waitUntil(lambda: text_of(talk) == "Yes.")
    assert not card_visible(talk)


def test_a_recording_alone_takes_the_field_away(
    talk: Earmark, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    ask(talk, "Zwickz")
    alone = write_talk("alone.mp3", folder="elsewhere")
    alone.write_bytes(alone.read_bytes() + b"another")
    talk.session.open(alone)
    qtbot.waitUntil(lambda: len(talk.window.reading_page.pane.reading) == 0)
    assert not card_visible(talk)


def test_a_correction_of_a_correction_is_of_the_files_words(talk: Earmark, qtbot: QtBot) -> None:
    write(talk, "Zwickz", "swix")
    write(talk, "swix", "swyx")
    saved(talk, qtbot)
    (found,) = talk.session.corrections
    assert (found.words, found.replacement) == ("Zwickz", "swyx")


def test_everywhere_after_a_look_and_one_place_left_out(talk: Earmark, qtbot: QtBot) -> None:
    select(talk, "Zwickz")
    talk.window.commands["correct"].trigger()
    card = card_of(talk)
    field = card.findChild(QLineEdit)
    assert field is not None
    field.setText("swyx")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = talk.window.findChild(PreviewDialog)
    assert dialog is not None
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 1)
    head = tree.topLevelItem(0)
    assert head is not None and head.childCount() == 3
    row = head.child(1)
    assert row is not None and "swyx said hello" in row.text(0)
    row.setCheckState(0, Qt.CheckState.Unchecked)
    dialog.accept()
    qtbot.waitUntil(lambda: "SWYX again" in text_of(talk))
    assert "my host, swyx." in text_of(talk) and "zwickz said" in text_of(talk)
    saved(talk, qtbot)
    talk.window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: "swyx" not in text_of(talk))


def test_as_the_file_says_from_the_tip_and_by_the_switch(talk: Earmark, qtbot: QtBot) -> None:
    before = text_of(talk)
    write(talk, "Zwickz", "swyx")
    after = text_of(talk)
    talk.window.commands["as_file_says"].trigger()
    qtbot.waitUntil(lambda: text_of(talk) == before)
    talk.window.commands["as_file_says"].trigger()
    qtbot.waitUntil(lambda: text_of(talk) == after)
    pane = talk.window.reading_page.pane
    place = pane.reading.place_at(after.index("swyx") + 1)
    assert isinstance(place, Place)
    pane.corrected_pointed.emit(place)
    tip = talk.window.findChild(CorrectedTip)
    assert tip is not None and tip.isVisible()
    assert any("Zwickz" in label.text() for label in tip.findChildren(QLabel))
    button = tip.findChild(QPushButton)
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: text_of(talk) == before)
    assert talk.session.corrections == ()


def test_over_two_lines(talk: Earmark, qtbot: QtBot) -> None:
    write(talk, "Lama Index", "LlamaIndex")
    qtbot.waitUntil(lambda: "the LlamaIndex of all." in text_of(talk))
    pane = talk.window.reading_page.pane
    place = pane.reading.place_at(text_of(talk).index("LlamaIndex"))
    assert place is not None
    pane.corrected_pointed.emit(place)
    tip = talk.window.findChild(CorrectedTip)
    assert tip is not None
    assert any("“Lama Index”" in label.text() for label in tip.findChildren(QLabel))


def test_the_sheet_lists_all_and_takes_them_back(talk: Earmark, qtbot: QtBot) -> None:
    write(talk, "Zwickz", "swyx")
    write(talk, "hello", "hi")
    talk.window.commands["corrections"].trigger()
    sheet = talk.window.findChild(CorrectionsDialog)
    assert sheet is not None
    tree = sheet.findChild(QTreeWidget)
    assert tree is not None and tree.topLevelItemCount() == 2
    first = tree.topLevelItem(0)
    assert first is not None and [first.text(k) for k in (1, 2)] == ["Zwickz", "swyx"]
    field = sheet.findChild(QLineEdit)
    assert field is not None
    field.setText("hel")
    assert first.isHidden()
    field.clear()
    first.setSelected(True)
    buttons = sheet.findChildren(QPushButton)
    next(each for each in buttons if "As the File" in each.text()).click()
    qtbot.waitUntil(lambda: "Zwickz" in text_of(talk))
    assert "And zwickz said hi." in text_of(talk)


def test_the_sound_and_the_place_go_on(talk: Earmark, qtbot: QtBot) -> None:
    talk.transport.seek(1_500)
    talk.transport.play()
    write(talk, "Zwickz", "swyx and all his many friends")
    qtbot.waitUntil(lambda: talk.session.follower.lead is not None)
    page = talk.window.reading_page
    assert talk.transport.has_recording and page.follow.direction() == 0
    assert page.pane.spoken.lead == talk.session.follower.lead


def test_what_plays_goes_on_and_stays_in_view_while_its_words_are_corrected(
    start: Start, qtbot: QtBot
) -> None:
    tour = start(paths.sample_episode(), player="vlc")
    controller_of(tour, qtbot)
    transport, page, follower = tour.transport, tour.window.reading_page, tour.session.follower
    transport.play()
    qtbot.waitUntil(lambda: transport.time > 0 and follower.lead is not None)
    interrupted: list[object] = []
    transport.state_changed.connect(interrupted.append)
    transport.seeked.connect(lambda *span: interrupted.append(span))

    def correct_what_is_said() -> None:
        script, lead, time = tour.session.script, follower.lead, transport.time
        assert script is not None and lead is not None
        start_of_line, _ = script.reading.ranges(lead)[0]
        word = script.reading.text[start_of_line:].split()[0]
        write(tour, word, f"{word} and as much again as fills all of a line and more of the next")
        assert page.follow.direction() == 0
        qtbot.waitUntil(lambda: transport.time > time + 500)
        assert page.pane.spoken.lead == follower.lead
        assert page.follow.direction() == 0

    for _ in range(3):
        correct_what_is_said()
    assert not interrupted


def test_a_highlight_stays_on_the_new_words(talk: Earmark, qtbot: QtBot) -> None:
    notebook = notebook_of(talk).notes.notebook
    with qtbot.waitSignal(notebook.added):
        notebook.highlight(select(talk, "Zwickz"), 1)
    write(talk, "Zwickz", "swyx and friends")
    pane = talk.window.reading_page.pane
    (mark,) = pane._marks
    assert pane.reading.text[mark.start : mark.end] == "swyx and friends"
    saved(talk, qtbot)
    (kept,) = notebook.kept
    assert kept.span == (mark.start, mark.end)


def test_what_was_put_right_is_read_so_from_the_first_moment(talk: Earmark, qtbot: QtBot) -> None:
    file, session = talk.session.files.transcript, talk.session
    assert file is not None
    write(talk, "Zwickz", "swyx")
    corrected = text_of(talk)
    saved(talk, qtbot)
    session.close()
    shown: list[str] = []
    session.script_opened.connect(lambda script: shown.append(script.reading.text))
    session.script_changed.connect(lambda script: shown.append(script.reading.text))
    session.open(file)
    qtbot.waitUntil(lambda: session.episode is not None)
    controller_of(talk, qtbot)
    qtbot.waitUntil(lambda: session._laying is None)
    assert shown == [corrected] and len(session.corrections) == 1


def test_a_glossary_of_the_show_holds_in_the_next_episode_and_says_so(
    start: Start, write_talk: WriteTalk, qtbot: QtBot
) -> None:
    one, other = write_talk("one.vtt", "one.mp3"), write_talk("two.vtt", "two.mp3")
    for file in (one, other):
        Path(file).write_text(LINES + ("\nNOTE two\n" if file is other else ""))
    earmark = start(one)
    controller = controller_of(earmark, qtbot)
    earmark.session.take_names(earmark.session.names._replace(show="Latent Space"))
    assert earmark.session.episode is not None
    notebook = notebook_of(earmark).notes.notebook
    notebook.rename_episode(earmark.session.episode.id, earmark.session.names)
    saved(earmark, qtbot)
    select(earmark, "Zwickz")
    controller.correct()
    card_of(earmark).everywhere_requested.emit("swyx", CorrectionScope.SHOW)
    dialog = earmark.window.findChild(PreviewDialog)
    assert dialog is not None
    dialog.accept()
    qtbot.waitUntil(lambda: "host, swyx" in text_of(earmark))
    earmark.session.open(other)
    session = earmark.session
    qtbot.waitUntil(lambda: session.files.transcript == Path(other) and bool(session.episode))
    controller_of(earmark, qtbot)
    assert earmark.session.episode is not None
    names = earmark.session.names._replace(show="Latent Space")
    earmark.session.take_names(names)
    notebook.rename_episode(earmark.session.episode.id, names)
    qtbot.waitUntil(lambda: "host, swyx" in text_of(earmark))
    (text,) = [each.text for each in earmark.window.message_bar.messages]
    assert text == "3 words were put right by your corrections of “Latent Space”."


def test_a_corrected_word_is_said_to_be_one(
    talk: Earmark, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    home = "ui.corrections.corrections_controller.announce"
    monkeypatch.setattr(home, lambda _, text, **__: said.append(text))
    write(talk, "Zwickz", "swyx")
    assert said == ["corrected, was Zwickz"]
    pane = talk.window.reading_page.pane
    start = text_of(talk).index("swyx")
    pane.select(start - 1, start - 1)
    pane.setFocus()
    assert pane.accessibleDescription() == ""
    QTest.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: pane.accessibleDescription() == "corrected, was Zwickz")
    assert not said[1:]  # an announcement as well would be said twice
    pane.select(start - 1, start - 1)
    qtbot.waitUntil(lambda: pane.accessibleDescription() == "")


def test_with_the_keyboard_alone(talk: Earmark, qtbot: QtBot) -> None:
    window, pane = talk.window, talk.window.reading_page.pane
    qtbot.waitUntil(window.isActiveWindow)  # before that, no key is a shortcut
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Down)  # shows the caret
    start = text_of(talk).index("Zwickz")
    pane.select(start + 2, start + 2)
    QTest.mouseMove(window.menuBar())  # a word under the pointer would come first
    qtbot.waitUntil(lambda: pane.meant_place() == pane.caret_place())
    QTest.keyClick(window, Qt.Key.Key_C)
    field = field_of(talk)
    assert field.text() == "Zwickz"
    QTest.keyClicks(field, "swyx")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "my host, swyx." in text_of(talk)
    saved(talk, qtbot)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "my host, Zwickz." in text_of(talk))


def test_another_window_sees_it_and_the_later_of_two_counts(
    start: Start, talk: Earmark, qtbot: QtBot
) -> None:
    script = talk.session.script
    assert script is not None
    other = start(script.path)
    controller_of(other, qtbot)
    write(talk, "Zwickz", "swix")
    saved(talk, qtbot)
    write(other, "Zwickz", "swyx")
    saved(other, qtbot)
    notebook_of(talk).notes.notebook.read_again()
    qtbot.waitUntil(lambda: "my host, swyx." in text_of(talk))
    qtbot.waitUntil(lambda: "my host, swyx." in text_of(other))
    other.window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: "my host, swix." in text_of(other))


def test_find_copy_and_the_export_have_the_corrected_words(
    talk: Earmark, qtbot: QtBot, tmp_path: Path
) -> None:
    from reader.exporting import writer_named

    write(talk, "Zwickz", "swyx")
    page = talk.window.reading_page
    page.open_find()
    page.search_bar.open_with("swyx")
    assert [page.pane.reading.text[a:b] for a, b in page._finder.hits] == ["swyx"]
    select(talk, "host, swyx")
    page.copy("plain")
    assert QGuiApplication.clipboard().text() == "host, swyx"
    for name, says in (("a.srt", "swyx"), ("b.srt", "Zwickz")):
        target = tmp_path / name
        with qtbot.waitSignal(talk.session.exported):
            is_file = says == "Zwickz"
            talk.session.export(target, writer_named("srt"), is_as_file_says=is_file)
        assert f"my host, {says}." in target.read_text()
    talk.window.commands["save_corrected"].trigger()
    script = talk.session.script
    assert script is not None
    beside = script.path.with_name("talk.corrected.vtt")
    qtbot.waitUntil(beside.exists)
    assert "swyx" in beside.read_text() and script.path.read_text() == LINES


def test_the_bar_over_a_selection_offers_it_and_makes_room(talk: Earmark, qtbot: QtBot) -> None:
    select(talk, "Zwickz")
    pane = talk.window.reading_page.pane
    bar = pane.findChild(SelectionBar)
    assert bar is not None
    by_key = partial(QTest.keyClick, bar, Qt.Key.Key_C)
    presses: list[Callable[[], object]] = [by_key, talk.window.commands["correct"].trigger]
    for press in presses:
        pane.user_selected.emit()
        assert bar.isVisible()
        press()
        assert (card_of(talk).isVisible(), bar.isVisible()) == (True, False)
        card_of(talk).dismiss()


def test_a_part_of_a_word_means_all_of_it(talk: Earmark) -> None:
    select(talk, "wickz.")
    talk.window.commands["correct"].trigger()
    field = field_of(talk)
    assert field.text() == "Zwickz."
    card_of(talk).dismiss()


def test_the_field_goes_where_the_file_has_no_text_any_more(talk: Earmark, qtbot: QtBot) -> None:
    session, pane = talk.session, talk.window.reading_page.pane
    assert session.script is not None
    file = session.script.path
    cue = "\n00:{0:02}.000 --> 00:{0:02}.900\nLine {0}.\n"
    file.write_text("WEBVTT\n" + "".join(cue.format(number) for number in range(60)))
    with qtbot.waitSignal(session.script_changed):
        session.reopen()
    select(talk, "59")
    talk.window.commands["correct"].trigger()
    card = card_of(talk)
    assert pane.scroll_bar.value() > 0
    file.write_text("WEBVTT\n")
    with qtbot.waitSignal(session.script_changed):
        session.reopen()
    assert not pane.toPlainText() and not card.isVisible()
