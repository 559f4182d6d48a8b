"""The end of an episode: connects what was kept and what lies in the folder with the end card."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPixmap

from reader.episode import Episode
from reader.jobs import JobThreads
from reader.library.next_episode import NextEpisode, NextEpisodes, NextWhy
from reader.notes.kept import Kept
from reader.notes.tally import Tally, tally
from reader.playback.player import PlayerState
from reader.session.reading_session import ReadingSession
from reader.time_text import clock_text
from ui.appearance.appearance import Appearance
from ui.notes.end_card import COVER, Count, EndCard
from ui.notes.notes_controller import NotesController
from ui.notes.notes_model import quote_of
from ui.player.episode_sign_controller import cover_in
from ui.reading.transcript_pane.page_foot import PageFoot
from ui.widgets.focus import has_focus_within
from ui.widgets.joined import joined
from ui.widgets.shortened import shortened
from ui.window.main_window import MainWindow

_LONGEST_QUOTE = 240  # characters


class EndCardController(QObject):
    """All wires of the end card. It never plays the next episode by itself."""

    def __init__(
        self,
        session: ReadingSession,
        following: NextEpisodes,
        notes: NotesController,
        window: MainWindow,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._session, self._following, self._notes = session, following, notes
        self._window, self._page, self._appearance = window, window.reading_page, appearance
        self._next: NextEpisode | None = None
        self._to_play: NextEpisode | None = None  # is being opened, to be played
        self._covers = JobThreads(self)  # their own: a disk may never answer
        self.card = EndCard()
        self.foot = PageFoot(self._page.pane, self.card)
        notes.keep_toast_clear_of(self.card)
        self._connect()
        self.set_look()
        self._show_kept(notes.notebook.kept)
        following.look_after(session.files)

    def set_look(self) -> None:
        """Take on other colours."""
        self.card.set_look(self._appearance.theme)

    def _connect(self) -> None:
        session, card, notes = self._session, self.card, self._notes
        notes.notebook.changed.connect(self._show_kept)
        notes.notebook.colours_changed.connect(lambda _: self._show_kept(notes.notebook.kept))
        session.script_opened.connect(lambda _: self._show_next(None))
        session.episode_opened.connect(self._begin)
        session.partner_changed.connect(lambda _: self.look())
        session.failed.connect(self._forget_next)
        self._following.found.connect(self._show_next)
        session.transport.state_changed.connect(self._show_end)
        card.review_requested.connect(self._review)
        card.export_requested.connect(self._export)
        card.next_requested.connect(self._open_next)
        card.left.connect(self._window.focus_page)
        self._appearance.changed.connect(self.set_look)

    # What is shown

    def _show_kept(self, kept: tuple[Kept, ...]) -> None:
        found = tally([each.annotation for each in kept])
        name_of = self._notes.panel.colour_name
        counts = [
            Count(colour, name_of(colour) if colour else self.tr("Bookmark"), number)
            for colour, number in found.by_colour
        ]
        self.card.set_kept(found.total, counts, found.unreviewed)
        self._show_quote(found)
        self._fit()

    def _show_quote(self, found: Tally) -> None:
        each = found.quoted
        if each is None:
            self.card.set_quote("", "", 0)
            return
        quote = shortened(quote_of(each), _LONGEST_QUOTE)
        source = joined(each.voice, clock_text(each.selector.time[0]))
        self.card.set_quote(quote, source, each.colour)

    def _show_next(self, following: NextEpisode | None) -> None:
        self._next = following
        if following is None:
            self.card.set_next("", "")
        else:
            about = joined(following.show, self._rest(following))
            self.card.set_next(following.title, about, self._why(following.why), following.show)
            self._show_cover(following)
        self._fit()

    def _rest(self, following: NextEpisode) -> str:
        """How long it is, or what is left of one that was begun; nothing where it is not known."""
        rest = clock_text(following.left) if following.left else ""
        return self.tr("{0} left").format(rest) if rest and following.is_begun else rest

    def _show_cover(self, following: NextEpisode) -> None:
        recording = following.files.recording
        if recording is not None:
            side = round(COVER * self.card.devicePixelRatioF())
            self._covers.run(partial(cover_in, recording, side), partial(self._take, following))

    def _take(self, following: NextEpisode, picture: QImage | None) -> None:
        if picture is not None and following is self._next:
            self.card.set_next_cover(QPixmap.fromImage(picture))

    def _why(self, why: NextWhy) -> str:
        return {
            NextWhy.QUEUE: self.tr("Up next"),
            NextWhy.SHOW: self.tr("Next of this show"),
            NextWhy.FOLDER: self.tr("Next in this folder"),
        }[why]

    def _fit(self) -> None:
        is_wanted = self._session.script is not None and not self.card.is_blank
        self.foot.show(is_wanted=is_wanted)

    def look(self) -> None:
        """Look again for what comes next: the queue or the folder may be another."""
        self._following.look_after(self._session.files)

    # The end

    def _show_end(self, state: PlayerState) -> None:
        """Bring it into view for who follows; Enter then reviews. The folder may have changed.
        Played again, the keyboard is the page's."""
        if state is PlayerState.PLAYING and has_focus_within(self.card):
            self._window.focus_page()
        if state is not PlayerState.ENDED:
            return
        self.look()
        page = self._page
        if not page.follow.is_on or self.card.is_blank or not page.isVisible():
            return
        self.foot.bring_into_view(is_jump=page.follow.is_motion_reduced)
        if page.pane.hasFocus():
            self.card.first_button.setFocus()

    # Requests

    def _review(self) -> None:
        panel, action = self._notes.panel, self._window.commands["notes"]
        if not action.isChecked():
            action.trigger()
        panel.show_unreviewed()
        panel.focus_list()

    def _export(self) -> None:
        ids = [each.annotation.id for each in self._notes.notebook.kept]
        self._notes.export_requested.emit(ids)

    def _open_next(self) -> None:
        if self._next is not None:
            self._to_play = self._next
            files = filter(None, (self._next.files.recording, self._next.files.transcript))
            self._session.open(*files)

    def _begin(self, _episode: Episode) -> None:
        wanted, self._to_play = self._to_play, None
        files = self._session.files
        if wanted is not None and files.recording == wanted.files.recording:
            self._session.transport.play()
        self.look()

    def _forget_next(self) -> None:
        self._to_play = None
