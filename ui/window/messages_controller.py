"""Messages: what went wrong, what is missing and what was done, shown above the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication

from reader.errors import FileMissing, ReaderError, RecordingError, StoreError, TranscriptError
from reader.formats.decoding import ENCODINGS
from reader.library.file_pair import FilePair, MissingPartner
from reader.playback.player import PlayerState
from reader.session.reading_session import ReadingSession
from reader.transcript.script import Script
from ui.appearance.reader_texts import translated
from ui.widgets.file_dialogs import FileDialogs
from ui.widgets.message_bar import BarMessage, MessageAction, MessageBar, MessageKind
from ui.window.main_window import MainWindow

_WHERE_TEXTS_BEGIN = QPoint(46, 2)  # in the message bar
_MOST_PROBLEMS = 200  # lines that Details shows


class MessagesController(QObject):
    """Shows facts of the session in the message bar, and takes back what is of no use any more."""

    def __init__(self, session: ReadingSession, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._commands, self._bar = session, window.commands, window.message_bar
        self._shown: list[BarMessage] = []  # of the open episode
        self._until_played: list[BarMessage] = []
        self._until_opening: list[BarMessage] = []
        self._offer: BarMessage | None = None  # of another encoding
        self._left = FilePair(None, None)  # what was open before
        self._connect()

    def _connect(self) -> None:
        session = self._session
        session.opening_started.connect(self._leave)
        session.script_opened.connect(self._begin)
        session.script_changed.connect(self._begin)
        session.episode_opened.connect(self._begin_without_script)
        session.closed.connect(self._withdraw)
        session.partner_missing.connect(self._report_missing)
        session.failed.connect(self._show_failure)
        session.exported.connect(self._report_exported)
        session.transport.unheard.connect(self._report_unheard)
        session.transport.silenced.connect(self._report_silenced)
        session.transport.state_changed.connect(self._clear_errors)

    def report(
        self, kind: MessageKind, text: str, *actions: MessageAction, details: str = ""
    ) -> BarMessage:
        """Show something about the open episode."""
        message = self._bar.report(kind, text, *actions, details=details)
        self._shown.append(message)
        return message

    def _leave(self) -> None:
        """Another file is opened: what is the matter with the last one matters no more."""
        self._left = self._session.files
        _withdraw_all(self._until_opening, self._bar)

    def _begin(self, script: Script) -> None:
        self._withdraw()
        self._report_problems(script)

    def _begin_without_script(self) -> None:
        if self._session.script is None:
            self._withdraw()

    def _withdraw(self) -> None:
        self._offer = None
        _withdraw_all(self._shown, self._bar)

    def _clear_errors(self, state: PlayerState) -> None:
        """It plays again."""
        if state is PlayerState.PLAYING:
            _withdraw_all(self._until_played, self._bar)

    # What is shown

    def _report_missing(self, missing: MissingPartner) -> None:
        """A missing transcript is shown by the page, a lost recording elsewhere."""
        episode = self._session.episode
        is_lost = episode is not None and episode.recording is not None
        if self._is_other_half_of_what_was_left(missing):
            self._offer_to_join(missing.known, self._left.known)
        elif missing.is_recording and not missing.candidates and not is_lost:
            text = self.tr("No recording was found beside “{0}”. You can read it all the same.")
            self.report(
                MessageKind.INFO, text.format(missing.known.name), self._choosing_recording()
            )
            if self._offer in self._bar.messages:  # letters come before sound
                self._bar.withdraw(self._offer)
                self._bar.show_message(self._offer)

    def _is_other_half_of_what_was_left(self, missing: MissingPartner) -> bool:
        """As when somebody opens a transcript, then its recording of another name."""
        recording, transcript = self._left
        halves = (recording, transcript) if missing.is_recording else (transcript, recording)
        return halves[0] is not None and halves[1] is None and not missing.candidates

    def _offer_to_join(self, opened: Path, left: Path) -> None:
        text = self.tr("Does “{0}” belong to “{1}”, which was open before?")
        join = MessageAction(self.tr("Open Both"), lambda: self._session.open(left, opened))
        self.report(MessageKind.INFO, text.format(opened.name, left.name), join)

    def _show_failure(self, error: ReaderError) -> None:
        """Faults of the library and lost files are shown by controllers of their own."""
        if isinstance(error, StoreError | FileMissing):
            return
        message = self.report(
            MessageKind.ERROR, translated(error.message), *self._recovery_actions(error)
        )
        if isinstance(error, RecordingError):
            self._until_played.append(message)
        else:
            self._until_opening.append(message)

    def _recovery_actions(self, error: ReaderError) -> Iterator[MessageAction]:
        if isinstance(error, RecordingError):
            yield from self._sound_recovery_actions(error)
            return
        if isinstance(error, TranscriptError) and error.may_be_other and error.path is not None:
            yield MessageAction(self.tr("Open As…"), partial(self._ask_how, error.path))
        if isinstance(error, TranscriptError) or error.path in self._session.asked_for:
            yield MessageAction(self.tr("Open Another…"), self._commands["open"].trigger)

    def _sound_recovery_actions(self, error: RecordingError) -> Iterator[MessageAction]:
        if self._session.recording == error.path:
            yield MessageAction(self.tr("Try Again"), self._session.transport.play)
        if self._session.script is not None:
            yield self._choosing_recording()

    def _ask_how(self, transcript: Path) -> None:
        from ui.library.open_as import OpenAsDialog

        dialog = OpenAsDialog(transcript, self._bar.window())
        dialog.chosen.connect(partial(self._session.open_as, transcript))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choosing_recording(self) -> MessageAction:
        choose = self._commands["choose_recording"]
        return MessageAction(self.tr("Choose Recording…"), choose.trigger)

    def _report_problems(self, script: Script) -> None:
        """What was repaired or skipped, quietly, with all of it behind Details."""
        problems, other = script.source.problems, script.source.other_encoding
        if other:
            self._offer_encoding(script, other)
        if not problems:
            return
        repaired = sum(each.is_repaired for each in problems)
        skipped = len(problems) - repaired
        parts = [
            self.tr("%n line(s) were repaired.", "", repaired) if repaired else "",
            self.tr("%n line(s) could not be shown.", "", skipped) if skipped else "",
        ]
        text = self.tr("“{0}”:").format(script.path.name) + " " + " ".join(filter(None, parts))
        report = "\n".join(
            self.tr("Line {0}: {1} {2}").format(each.line, translated(each.reason), each.text)
            for each in problems
        )
        copy = MessageAction(
            self.tr("Copy Report"), lambda: QGuiApplication.clipboard().setText(report)
        )
        details = "\n".join(report.split("\n", _MOST_PROBLEMS)[:_MOST_PROBLEMS])
        self.report(MessageKind.INFO, text, *self._rate_actions(script), copy, details=details)

    def _rate_actions(self, script: Script) -> Iterator[MessageAction]:
        """Another rate of frames, where this one was guessed."""
        if script.source.metadata.get("frame rate", "").endswith("(guessed)"):
            yield MessageAction(self.tr("Frame Rate…"), partial(self._show_menu, "frame_rate"))

    def _offer_encoding(self, script: Script, other: str) -> None:
        """Two encodings make words of the file's letters: the other one is a click away."""
        text = self.tr("“{0}” was read as {1}. If letters are wrong, read it as {2}.").format(
            script.path.name, _encoding_title(script.source.encoding), _encoding_title(other)
        )
        read = MessageAction(
            self.tr("Read as {0}").format(_encoding_title(other)),
            partial(self._session.reopen, other, script.options.format),
        )
        self._offer = self.report(MessageKind.INFO, text, read)

    def _report_exported(self, path: Path) -> None:
        show = MessageAction(self.tr("Show in Folder"), lambda: FileDialogs.show_in_folder(path))
        self.report(MessageKind.INFO, self.tr("Written to “{0}”.").format(path.name), show)

    def _report_unheard(self) -> None:
        text = self.tr(
            "Nothing is heard: no audio output is connected. The text is followed all the same."
        )
        self.report(MessageKind.WARNING, text, self._choosing_output())

    def _report_silenced(self) -> None:
        text = self.tr("The audio output is gone, so playback was paused. Your place is kept.")
        play = MessageAction(self.tr("Play Again"), self._session.transport.play)
        message = self.report(MessageKind.WARNING, text, self._choosing_output(), play)
        self._until_played.append(message)

    def _choosing_output(self) -> MessageAction:
        return MessageAction(self.tr("Choose Output…"), partial(self._show_menu, "device"))

    def _show_menu(self, name: str) -> None:
        self._commands.menus[name].popup(self._bar.mapToGlobal(_WHERE_TEXTS_BEGIN))


def _withdraw_all(messages: list[BarMessage], bar: MessageBar) -> None:
    for message in messages:
        bar.withdraw(message)
    messages.clear()


def _encoding_title(name: str) -> str:
    return translated(ENCODINGS[name]) if name in ENCODINGS else name
