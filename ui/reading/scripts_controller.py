"""A text in a script that no font here has: said, with what to install."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QFontMetricsF

from reader.session.reading_session import ReadingSession
from reader.transcript.script import Script
from ui.reading.writing_systems import WritingSystem, name_of, unseen
from ui.widgets.message_bar import MessageKind, SingleMessage
from ui.window.main_window import MainWindow


class ScriptsController(QObject):
    """Looks at the letters of each text that is opened."""

    def __init__(self, session: ReadingSession, window: MainWindow) -> None:
        super().__init__(window)
        self._pane = window.reading_page.pane
        self._notice = SingleMessage(window.message_bar)
        session.script_opened.connect(self._look)
        session.script_changed.connect(self._look)
        session.opening_started.connect(self._notice.withdraw)
        session.closed.connect(self._notice.withdraw)

    def _look(self, script: Script) -> None:
        metrics = QFontMetricsF(self._pane.document().defaultFont())
        found = unseen(script.reading.letters, lambda letter: metrics.inFontUcs4(ord(letter)))
        if found:
            self._report(found)
        else:
            self._notice.withdraw()

    def _report(self, found: list[WritingSystem]) -> None:
        names = QLocale().createSeparatedList([name_of(each) for each in found])
        packages = " ".join(dict.fromkeys(each.package for each in found))
        text = self.tr(
            "No font on this computer has the letters of this text ({0}). On Debian and Ubuntu "
            "install {1}, elsewhere a font such as Noto; then start Earmark again."
        )
        self._notice.report(MessageKind.ERROR, text.format(names, packages))
