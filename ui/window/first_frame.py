"""The first frame: a window with the text, painted before anything else is made.

Every import here is on the way to it. So is the first look at the namespace `Qt`, for which
PySide makes all of its 93 enums in 15 ms: nothing that is needed here has a look at it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reader import paths
from reader import settings as prefs
from reader.jobs import Job, JobThreads
from reader.library.first_look import FirstLook, HeadStart
from reader.library.reading_options import reading_options
from reader.settings import Settings
from ui.appearance.theme import load_first_faces, load_italics, palette, theme_named, ui_font
from ui.reading.transcript_pane.page_style import chosen_style
from ui.window.early_keys import EarlyKeys
from ui.window.main_window import MainWindow

PATIENCE = 800  # ms for which the window waits for its text: to read it again would take longer
UNSEEN = 1_000  # ms after which the rest is made though nobody looks: it may begin minimised


class FirstFrame(QObject):
    """What the rest of Earmark begins with: settings, a window, a worker that reads files."""

    passed = Signal(object)  # FirstLook: what was painted; None where nothing could be

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings or Settings()
        self.opener = JobThreads(self)
        self._fonts = paths.resources() / "fonts"
        self._looking: Job | None = None
        self.keys: EarlyKeys | None = None  # pressed since the window is shown
        self._soon = QTimer(self, singleShot=True)
        self._dress()
        self.window = MainWindow(self.settings)
        self.window.pane.set_theme(self._theme)
        self.window.pane.set_page_style(chosen_style(self.settings))

    def _dress(self) -> None:
        """The page's own colours and faces; `Look` brings the rest."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        # Not `colorScheme`, which is an enum of `Qt`.
        is_dark = application.palette().window().color().lightness() < 128
        self._theme = theme_named(self.settings.get(prefs.THEME), is_dark)
        load_first_faces(self._fonts, self.settings.get(prefs.TYPE_FAMILY))
        application.setFont(ui_font())
        application.setPalette(palette(self._theme))

    def show(self, head_start: HeadStart) -> None:
        """Show the window with the text that is being read; `passed` then carries what it was.

        Where that takes long or fails, nothing is shown, and whoever receives it begins again.
        """
        options = reading_options(self.settings)
        self._looking = self.opener.run(
            lambda _: self._prepared(head_start.first_look(options)),
            self._take,
            lambda _: self._give_up(head_start),
            crashed=lambda _: self._give_up(head_start),
        )
        QTimer.singleShot(PATIENCE, self, lambda: self._give_up(head_start))

    def _prepared(self, found: FirstLook) -> FirstLook:
        if found.script is not None:
            self.window.pane.documents.prepare(found.script.reading)
        return found

    def shut_down(self) -> None:
        """Keep the window's shape; nothing else has begun."""
        self.settings.save()
        self.opener.close(1.0)

    def _take(self, found: FirstLook) -> None:
        self._looking = None
        if found.script is None:
            self.passed.emit(found)
            return
        if found.script.reading.sounds:
            load_italics(self._fonts, self.settings.get(prefs.TYPE_FAMILY))
        self.window.show_first(found.script.reading, found.title, found.scroll)
        # Not at once: in the midst of painting nothing is on the screen yet.
        self._soon.timeout.connect(partial(self._report, found))
        self.window.painted.connect(self._hurry)
        self._soon.start(UNSEEN)
        self.window.show()
        self.keys = EarlyKeys(self.window)

    def _hurry(self) -> None:
        """A window that begins minimised is painted long after all the rest was made."""
        if self._soon.isActive():
            self._soon.start(0)

    def _report(self, found: FirstLook) -> None:
        if self.window.isVisible():  # else it was closed at once
            self.passed.emit(found)

    def _give_up(self, head_start: HeadStart) -> None:
        if self._looking is not None:
            head_start.cancel()
            self._looking.cancel()
            self._looking = None
            self.passed.emit(None)
