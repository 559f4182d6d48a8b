"""Corrections: connects the open text, its corrections in the library, the page and the sheet."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QMenu

from reader.annotation import Selector
from reader.correction import Correction, CorrectionScope, replacement_in
from reader.episode import Episode
from reader.errors import ReaderError
from reader.file_names import free_path, safe_name
from reader.jobs import Job, JobThreads
from reader.library.show_hits import EpisodeHits, others_of_show, show_hits
from reader.notes.anchoring import selector_for
from reader.notes.correcting import (
    SaidWords,
    corrected_lines,
    reading_span,
    said_at,
    selector_at,
    waiting,
    word_at,
)
from reader.notes.notebook import Notebook
from reader.overlays.correction_hits import hits_in
from reader.overlays.corrections import PhraseIndex, stands
from reader.session.reading_session import ReadingSession
from reader.store import change_names as names
from reader.store.rows import new_id
from reader.transcript.reading_text import Place, ReadingText
from reader.transcript.script import Script
from reader.transcript.spoken_text import SpokenText
from ui.appearance.reader_texts import translated
from ui.corrections.corrected_tip import CorrectedTip
from ui.corrections.correction_card import CorrectionCard
from ui.widgets.announcement import announce
from ui.widgets.file_dialogs import Target, ask_where_to_save
from ui.widgets.focus import to_front
from ui.widgets.message_bar import MessageAction, MessageKind
from ui.widgets.shortened import shortened
from ui.window.main_window import MainWindow
from ui.window.messages_controller import MessagesController

if TYPE_CHECKING:
    from ui.corrections.corrections_dialog import CorrectionsDialog, ListedCorrection
    from ui.corrections.preview_dialog import PreviewDialog, PreviewedHit

Span = tuple[int, int]

_BEFORE = 2_000  # ms that are heard before a correction
_CORRECTED = ".corrected"


class _AskedWords(NamedTuple):
    """Words of a text as it is read: where they are in it, and how they are found in the file."""

    reading: ReadingText
    span: Span
    selector: Selector

    @property
    def shown(self) -> str:
        """What they read as, in one line."""
        return " ".join(self.reading.text[slice(*self.span)].split())


class CorrectionsController(QObject):
    """All wires of corrections."""

    card_offered = Signal()

    def __init__(
        self,
        session: ReadingSession,
        notebook: Notebook,
        episodes: Callable[[], list[Episode]],
        window: MainWindow,
        messages: MessagesController,
    ) -> None:
        super().__init__(window)
        self._session, self._notebook, self._window = session, notebook, window
        self._episodes = episodes  # of the library; not for the GUI thread
        self._page, self._messages = window.reading_page, messages
        self._workers = JobThreads(self)
        self._asked: _AskedWords | None = None  # that the card is about
        self._pointed: SaidWords | None = None
        self._reported: set[str] = set()  # episodes for which the use of the glossary was reported
        self._connect()

    def _connect(self) -> None:
        session, commands, pane = self._session, self._window.commands, self._page.pane
        commands.on("correct", self.correct)
        commands.on("corrections", self._show_sheet)
        commands.on("as_file_says", self._switch)
        commands.on("save_corrected", self._save_transcript)
        session.script_opened.connect(self._begin)
        session.script_changed.connect(self._take_script)
        session.episode_opened.connect(self._tell_of_glossary)
        session.script_closed.connect(self._forget)
        self._notebook.corrections_changed.connect(session.set_corrections)
        pane.corrected_pointed.connect(self._show_tip)
        pane.corrected_left.connect(self._leave_tip)
        # Once the caret was reported: a screen reader says the word, then what is said of it.
        pane.cursorPositionChanged.connect(self._describe_caret, Qt.ConnectionType.QueuedConnection)
        pane.view_moved.connect(self._follow_words)

    @cached_property
    def _card(self) -> CorrectionCard:
        card = CorrectionCard(self._page)
        card.kept.connect(self._keep)
        card.everywhere_requested.connect(self._ask_everywhere)
        card.focus_released.connect(self._page.pane.setFocus)
        return card

    @cached_property
    def _tip(self) -> CorrectedTip:
        tip = CorrectedTip(self._page)
        tip.as_file_says_requested.connect(self._restore_pointed)
        tip.focus_released.connect(self._page.pane.setFocus)
        return tip

    # In place

    def correct(self, span: Span | None = None) -> None:
        """Open the field over what is selected, else over the word with the caret or under the
        pointer."""
        script = self._session.script
        if script is None or self._session.episode is None:
            return
        if self._session.is_as_file_says:
            self._window.commands["as_file_says"].trigger()
        span = span or self._page.selected_words() or self._meant_word(script)
        selector = selector_at(script, span) if span is not None else None
        if span is None:
            self._say(self.tr("Put the caret in a word or point at it, or select some words."))
        elif selector is None:
            self._say(self.tr("These are not the words of one voice. Select those of one."))
        else:
            whole = reading_span(script, selector.position or (0, 0)) or span
            self._asked = asked = _AskedWords(script.reading, whole, selector)
            self._tip.dismiss()
            self.card_offered.emit()
            said, show = selector.quote.exact, self._session.names.show
            self._card.offer(self._area(whole), asked.shown, said, show=show)

    def add_actions(self, menu: QMenu, _where: QPoint, place: Place | None) -> None:
        """Offer to correct the word that a menu is about, or to read it as the file says."""
        script = self._session.script
        if script is None or (place is None and self._page.selected_span() is None):
            return
        span = self._page.selected_words() or (word_at(script, place) if place else None)
        if span is not None:
            action = menu.addAction(self.tr("Correct Words…"))
            action.triggered.connect(lambda _=False: self.correct(span))
        words = said_at(script, place) if place is not None else None
        if words is not None:
            restore = menu.addAction(self.tr("As the File Says: {0}").format(_short(words.said)))
            restore.triggered.connect(lambda _=False: self._restore(words))
        if span is not None or words is not None:
            menu.addSeparator()

    def _meant_word(self, script: Script) -> Span | None:
        place = self._page.pane.meant_place()
        return word_at(script, place) if place is not None else None

    def _keep(self, text: str) -> None:
        """What was written is read in place of these words alone."""
        made = self._made(text, CorrectionScope.WORDS)
        if made is None:
            return
        self._card.dismiss()
        gone = self._at_same_words(made)
        if not (made.is_as_said and gone and not self._rules_at(made)):
            self._session.correct(made, gone)
            self._notebook.correct([made], instead_of=gone, name=names.CORRECT)
        else:
            self._take_away(gone)
        span = self._page.selected_span()
        if span is not None:
            self._page.pane.select(span[0], span[0])
        announce(self._page.pane, self._announced(made.words))

    def _made(self, text: str, scope: CorrectionScope) -> Correction | None:
        """A correction of the words that the card is about; None, with the reason in the card."""
        script, episode, asked = self._session.script, self._session.episode, self._asked
        selector = selector_at(script, asked.span) if script and asked else None
        if selector is None or episode is None:
            self._card.dismiss()
            return None
        try:
            replacement = replacement_in(text)
        except ReaderError as error:
            self._card.refuse(translated(error.message))
            return None
        if scope is not CorrectionScope.WORDS and replacement == selector.quote.exact:
            self._card.refuse(self.tr("This is what the file says: write what is said."))
            return None
        show = self._session.names.show if scope is CorrectionScope.SHOW else ""
        now = datetime.now(UTC)
        return Correction(new_id(), episode.id, selector, replacement, now, scope, show)

    def _at_same_words(self, made: Correction) -> list[str]:
        """The ids of what was made before at any of its words."""
        span = made.selector.position or (0, 0)
        return [
            each.id
            for each in self._session.corrections
            if each.scope is CorrectionScope.WORDS
            and each.selector.position is not None
            and each.selector.position[0] < span[1]
            and each.selector.position[1] > span[0]
        ]

    def _rules_at(self, made: Correction) -> bool:
        """Whether a correction of the episode or the show holds at its words as well."""
        index = PhraseIndex(made.words)
        rules = (
            each for each in self._session.corrections if each.scope is not CorrectionScope.WORDS
        )
        return any(any(True for _ in index.spans(each.words)) for each in rules)

    def _take_away(self, keys: Sequence[str]) -> None:
        kept = (each for each in self._session.corrections if each.id not in keys)
        self._session.set_corrections(tuple(kept))
        self._notebook.correct([], instead_of=keys, name=names.AS_FILE_SAYS)

    # As the file says

    def _show_tip(self, place: Place) -> None:
        script = self._session.script
        words = said_at(script, place) if script is not None else None
        if words is not None and not self._card.isVisible():
            self._pointed = words
            self._tip.offer(self._area(words.span), words.said)

    def _leave_tip(self) -> None:
        self._tip.dismiss()

    def _restore_pointed(self) -> None:
        self._tip.dismiss()
        if self._pointed is not None:
            self._restore(self._pointed)

    def _restore(self, words: SaidWords) -> None:
        """Read these words alone as the file has them."""
        script, episode = self._session.script, self._session.episode
        selector = selector_at(script, words.span) if script is not None else None
        if selector is None or episode is None:
            return
        now = datetime.now(UTC)
        made = Correction(new_id(), episode.id, selector, selector.quote.exact, now)
        gone = self._at_same_words(made)
        if gone and not self._rules_at(made):
            self._take_away(gone)
        else:
            self._session.correct(made, gone)
            self._notebook.correct([made], instead_of=gone, name=names.AS_FILE_SAYS)

    def _switch(self) -> None:
        self._session.show_as_file_says(self._window.commands["as_file_says"].isChecked())

    def _describe_caret(self) -> None:
        """What screen readers say of the word that the caret has come to: Orca and NVDA read a
        new description, and Orca no attributes of text but those it knows."""
        script, place = self._session.script, self._page.pane.caret_place()
        is_in = script is not None and place is not None and place.cue in script.edits
        words = said_at(script, place) if script and place and is_in else None
        text = self._announced(words.said) if words is not None else ""
        if self._page.pane.accessibleDescription() != text:
            self._page.pane.setAccessibleDescription(text)

    def _announced(self, said: str) -> str:
        return self.tr("corrected, was {0}").format(said)

    # Everywhere

    def _ask_everywhere(self, text: str, scope: CorrectionScope) -> None:
        made, script = self._made(text, scope), self._session.script
        if made is None or script is None:
            return
        from ui.corrections.preview_dialog import PreviewDialog

        self._card.dismiss()
        dialog = PreviewDialog(made, self._window)
        texts = {made.episode_id: script.spoken}
        dialog.accepted_with.connect(partial(self._take_everywhere, made, texts))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        title = self._session.title
        here = self._workers.run(
            lambda _: hits_in(script.spoken, made),
            lambda hits: dialog.add(made.episode_id, title, hits) if hits else None,
        )
        dialog.finished.connect(here.cancel)
        if scope is CorrectionScope.SHOW:
            there = self._look_through_show(dialog, made, texts)
            dialog.finished.connect(there.cancel)
        else:
            dialog.end()

    def _look_through_show(
        self, dialog: PreviewDialog, made: Correction, texts: dict[str, SpokenText]
    ) -> Job:
        episode = self._session.episode
        assert episode is not None

        found: deque[EpisodeHits] = deque()

        def work(job: Job) -> None:
            others = others_of_show(self._episodes(), episode)
            found.extend(show_hits(others, made, job))

        def show(fraction: float = 1.0) -> None:
            while found:
                each = found.popleft()
                texts[each.episode.id] = each.spoken
                dialog.add(each.episode.id, each.episode.title, each.hits)
            dialog.show_fraction(fraction)

        def done(_: None) -> None:
            show()
            dialog.end()

        return self._workers.run(work, done, self._session.report_failure, show)

    def _take_everywhere(
        self, made: Correction, texts: dict[str, SpokenText], unwanted: list[PreviewedHit]
    ) -> None:
        """What was unticked stays as the file says, each place by itself."""
        now = datetime.now(UTC)
        kept_out = [
            Correction(new_id(), key, selector_for(texts[key], *hit.span), hit.said, now)
            for key, hit in unwanted
        ]
        gone = [
            each.id
            for each in self._session.corrections
            if each.scope is made.scope and each.words.casefold() == made.words.casefold()
        ]
        gone += self._at_same_words(made)
        corrections = [made, *kept_out]
        self._notebook.correct(corrections, instead_of=gone, name=names.CORRECT_EVERYWHERE)

    # What is open

    def _begin(self, script: Script) -> None:
        self._window.commands["as_file_says"].setChecked(False)
        self._asked = None
        self._take_script(script)

    def _take_script(self, script: Script) -> None:
        self._tip.dismiss()
        if self._is_card_open:
            self._keep_card(script)
        self._pointed = None
        self._fill_sheet()
        self._tell_of_glossary()

    def _keep_card(self, script: Script) -> None:
        """Its words may have moved, or be corrected in another window; they may be gone, too."""
        asked, span = self._asked, None
        if asked is not None and stands(script.spoken, asked.selector):
            span = reading_span(script, asked.selector.position or (0, 0))
        if asked is None or span is None:
            self._card.dismiss()
        else:
            self._asked = asked._replace(reading=script.reading, span=span)
            self._card.follow(self._area(span), self._asked.shown)

    def _forget(self) -> None:
        self._card.dismiss()
        self._tip.dismiss()
        self._fill_sheet()

    def _tell_of_glossary(self) -> None:
        """Once for each episode: what was made in another one changes words of this one."""
        episode, script = self._session.episode, self._session.script
        if episode is None or script is None or episode.id in self._reported:
            return
        foreign = {
            each.id: each.show
            for each in self._session.corrections
            if each.scope is CorrectionScope.SHOW and each.episode_id != episode.id
        }
        made = [each.correction for edits in script.edits.values() for each in edits]
        found = [foreign[key] for key in made if key in foreign]
        if found:
            self._reported.add(episode.id)
            text = self.tr(
                "%n word(s) were put right by your corrections of “{0}”.", "", len(found)
            )
            shown = MessageAction(self.tr("Show"), self._show_sheet)
            self._messages.report(MessageKind.INFO, text.format(found[0]), shown)

    # The sheet

    @cached_property
    def _sheet(self) -> CorrectionsDialog:
        from ui.corrections.corrections_dialog import CorrectionsDialog

        sheet = CorrectionsDialog(self._window)
        sheet.hear_requested.connect(self._hear)
        sheet.as_file_says_requested.connect(
            lambda found: self._take_away([each.id for each in found])
        )
        sheet.place_requested.connect(self._place_waiting)
        sheet.list_requested.connect(self._save_list)
        sheet.save_requested.connect(self._save_transcript)
        self._window.commands.add_history_to(sheet)
        return sheet

    def _show_sheet(self) -> None:
        sheet = self._sheet
        self._fill_sheet()
        to_front(sheet)

    def _fill_sheet(self) -> None:
        if "_sheet" in self.__dict__:
            self._sheet.set_corrections(self._listed())

    def _listed(self) -> list[ListedCorrection]:
        from ui.corrections.corrections_dialog import ListedCorrection

        script, corrections = self._session.script, self._session.corrections
        if script is None:
            return []
        waits = {each.id for each in waiting(corrections, script)}
        counts, first = _uses(script)
        cues = script.effective.cues
        listed = [
            ListedCorrection(
                each,
                counts[each.id],
                cues[first[each.id]].start if each.id in first else _said_when(each),
                each.id in waits,
            )
            for each in corrections
        ]
        return sorted(listed, key=lambda row: (row.is_waiting, row.time or 0))

    def _hear(self, correction: Correction) -> None:
        script = self._session.script
        if script is None:
            return
        _, first = _uses(script)
        cue = first.get(correction.id)
        time = script.effective.cues[cue].start if cue is not None else _said_when(correction)
        if cue is not None:
            position = script.reading.position_of(Place(cue, 0))
            self._page.pane.show_position(position or 0)
        if time is not None and self._session.recording is not None:
            self._session.navigator.play_at(max(0, time - _BEFORE))
            self._page.follow.start()

    def _place_waiting(self, correction: Correction) -> None:
        """The listener says where its words are in this text."""
        script, span = self._session.script, self._page.selected_span()
        selector = selector_at(script, span) if script is not None and span is not None else None
        if selector is None:
            self._say(self.tr("First select the right words on the page."))
            return
        moved = correction._replace(selector=selector)
        self._notebook.correct([moved], name=names.CORRECT)

    # Files

    def _save_transcript(self) -> None:
        """Beside the file, in a format that keeps its times."""
        from reader.exporting import save, writer_for, writer_named

        script = self._session.script
        if script is None:
            return
        transcript, path = script.effective, script.path
        writer = writer_for(path)
        if writer is None or (transcript.is_timed and not writer.needs_times):
            writer = writer_named("vtt" if transcript.is_timed else "txt")
        target = free_path(path.parent, f"{path.stem}{_CORRECTED}", writer.suffix)
        self._workers.run(
            lambda _: save(transcript, target, writer),
            lambda _: self._session.exported.emit(target),
            self._session.report_failure,
        )

    def _save_list(self) -> None:
        kinds = ";;".join((self.tr("Web page (*.html)"), self.tr("Text (*.txt)")))
        name = f"{safe_name(self._session.title)} - {self.tr('corrections')}.html"
        title = self.tr("Save List of Corrections")
        ask_where_to_save(self._sheet, title, "", self._write_list, kinds=kinds, name=name)

    def _write_list(self, target: Target) -> None:
        from reader.exporting.corrections import as_html, as_text
        from reader.exporting.files import write_whole

        script, corrections = self._session.script, self._session.corrections
        if script is None:
            return
        title, path = self._session.title, target.path
        form = as_text if path.suffix.lower() == ".txt" else as_html

        def work(_: Job) -> None:
            content = form(title, corrected_lines(script, corrections)).encode()
            write_whole(path, content, may_replace=target.may_replace)

        self._workers.run(
            work,
            lambda _: self._session.exported.emit(path),
            self._session.report_failure,
        )

    # Its own work

    def _say(self, text: str) -> None:
        self._messages.report(MessageKind.INFO, text)

    def _follow_words(self) -> None:
        """The page has moved under the field. While it takes another text, that comes next."""
        self._tip.dismiss()
        asked = self._asked
        if self._is_card_open and asked and asked.reading is self._page.pane.reading:
            self._card.move_to(self._area(asked.span))

    @property
    def _is_card_open(self) -> bool:
        """Seen or not: while the library is shown it waits with the page."""
        return "_card" in self.__dict__ and not self._card.isHidden()

    def _area(self, span: Span) -> QRect:
        """Where words are, from the start of their first line, in px of the page."""
        pane = self._page.pane
        corner = pane.viewport().mapTo(self._page, QPoint(0, 0))
        area, last = pane.area_of(*span), pane.area_of(max(span[0], span[1] - 1), span[1])
        area.setBottom(max(area.bottom(), last.bottom()))
        return area.translated(corner)


def _uses(script: Script) -> tuple[Counter[str], dict[str, int]]:
    """How often each correction holds, and in which cue at first."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for cue in sorted(script.edits):
        for edit in script.edits[cue]:
            counts[edit.correction] += 1
            first.setdefault(edit.correction, cue)
    return counts, first


def _said_when(correction: Correction) -> int | None:
    is_place = (
        correction.scope is CorrectionScope.WORDS
        and correction.selector.transcript_time is not None
    )
    return correction.selector.time[0] if is_place else None


def _short(text: str) -> str:
    return shortened(text, 30).replace("&", "&&")
