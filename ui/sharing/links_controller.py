"""Links: connects what a link says with the window, and copies links to here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reader.episode import Episode
from reader.errors import ReaderError
from reader.library.links import EpisodeLink, link_to
from reader.session.link_opener import LinkOpener
from reader.session.reading_session import ReadingSession
from reader.time_text import clock_text
from ui.appearance.reader_texts import translated
from ui.widgets.announcement import announce
from ui.widgets.file_dialogs import FileDialogs
from ui.widgets.message_bar import MessageAction, MessageKind, SingleMessage
from ui.window.main_window import MainWindow


class LinksController(QObject):
    """All wires of links: followed, copied, and what cannot be followed asked for."""

    def __init__(self, session: ReadingSession, opener: LinkOpener, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._opener, self._window = session, opener, window
        self._notice = SingleMessage(window.message_bar)
        opener.arrived.connect(self._show)
        opener.missing.connect(self._ask)
        opener.mistaken.connect(self._report_mistaken)
        opener.failed.connect(self._show_failure)
        session.opening_started.connect(self._notice.withdraw)

    def open(self, text: str) -> None:
        """Follow a link."""
        self._notice.withdraw()
        self._opener.open(text)

    def copy_here(self) -> None:
        """A link to what is selected, else to what is heard."""
        session, span = self._session, self._window.reading_page.selected_span()
        if session.episode is None:
            return
        times = session.script.times_between(*span) if session.script and span else None
        time = times[0] if times else session.transport.time
        has_time = session.recording is not None or times is not None
        self.copy(link_to(session.episode, time if has_time else None, self._voice_at(span)))

    def _voice_at(self, span: tuple[int, int] | None) -> str:
        """Who says what is selected, else what is heard; empty where nobody is sure."""
        reading, lead = self._window.reading_page.pane.reading, self._session.follower.lead
        spans = [span] if span else reading.ranges(-1 if lead is None else lead)
        return reading.voice_name(reading.block_at(spans[0][0])) if spans else ""

    def copy(self, *links: str) -> None:
        """Put links on the clipboard, a line each; what has no link is reported."""
        found = [link for link in links if link]
        if found:
            QGuiApplication.clipboard().setText("\n".join(found))
            announce(self._window, self.tr("%n link(s) copied", "", len(found)))
        else:
            self._notice.report(
                MessageKind.WARNING,
                self.tr("There is no link to this: the files of the episode could not be read."),
            )

    # What is shown

    def _show(self, time: int) -> None:
        """Where it is heard; in a text without sound, where it stands."""
        page, script = self._window.reading_page, self._session.script
        self._window.show_reading(self._session.title)
        if self._session.recording is not None:
            page.follow.start()
        elif script is not None:
            cue = script.timeline.cue_at_or_before(time)
            for span in script.reading.ranges(cue or 0)[:1]:
                page.pane.show_position(span[0])
                page.pane.select(*span)

    def _ask(self, link: EpisodeLink, episode: Episode | None) -> None:
        title = (episode.title if episode else "") or link.title
        if episode is not None:
            text = self.tr("The files of “{0}” are not where they were.").format(title)
        elif title:
            text = self.tr("“{0}” was never opened here. Where is its file?").format(title)
        else:
            text = self.tr("What this link means was never opened here. Where is its file?")
        if link.voice and link.time is not None:
            what = self.tr("The link leads to {0} at {1}.").format(
                link.voice, clock_text(link.time)
            )
            text = f"{text} {what}"
        dialogs = FileDialogs(self._window, self._session.settings)
        choose = partial(dialogs.ask_for_episode, partial(self._opener.open_with, link))
        self._notice.report(
            MessageKind.ERROR, text, MessageAction(self.tr("Choose Files…"), choose)
        )

    def _report_mistaken(self, link: EpisodeLink) -> None:
        name = link.title or self.tr("the episode of the link")
        text = self.tr("This is not the same file as “{0}”: the moment may be another.")
        self._notice.report(MessageKind.INFO, text.format(name))

    def _show_failure(self, error: ReaderError) -> None:
        self._notice.report(MessageKind.ERROR, translated(error.message))
