"""Treats transcript panes as no reader would, to find what makes them fail or crash.

    python -m tests.benchmarks.fuzz_pane SEED SECONDS     for so long, one pane's life after another
    python -m tests.benchmarks.fuzz_pane SEED --life N    only the life with this number again
    python -m tests.benchmarks.fuzz_pane SEED --lives N   so many lives, however long they take

Each action is printed before it is done: after a crash the last line is the culprit, and the last
line with a life's number says what to repeat.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import math
import os
import random
import sys
import time
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QPoint,
    QPointF,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QAccessible, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.transcript.model import Cue, CueKind, Transcript, VoiceChange
from reader.transcript.reading_text import Place, ReadingText
from ui.appearance.theme import THEMES, load_fonts
from ui.reading.transcript_pane.back_button import BackButton
from ui.reading.transcript_pane.finder import Finder
from ui.reading.transcript_pane.follow import Follow
from ui.reading.transcript_pane.page_style import PageStyle
from ui.reading.transcript_pane.transcript_pane import TranscriptPane

_SCRIPTS = (
    "the quick brown fox jumps over the lazy dog while nobody reads along. Was it so?",
    "مرحبا بكم في هذه الحلقة hello من البرنامج ١٢٣ (ضحك) نعم",
    "שלום וברוכים הבאים to the show, 42 שנים",
    "世界和平是我們大家的願望。今天我們談談「聽」與「讀」！日本語もカタカナも",
    "👩‍👩‍👧‍👦 🇺🇦 e\u0301a\u0308o\u0308\u0323 👋🏽 𝕏𝔂𝓏 ﷽ \u200d\u200b z̸̢̛͔a̷l̶g̸o̵",
    "नमस्ते दुनिया ภาษาไทยไม่มีช่องว่าง ﬁ \u202eabc\u202c \u2066x\u2069 \ufffc \ufeff",
)
_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_C),
)
_NONE, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_MODIFIERS = (_NONE, _NONE, _SHIFT, _CTRL, _CTRL | _SHIFT)
_LEFT = Qt.MouseButton.LeftButton
_LONG = 60  # seconds that lives which are counted may take
_STUCK = 40  # seconds beyond its time after which a run must have got stuck
_HARMLESS = (
    "This plugin does not support",  # what the offscreen platform says of itself
    "Mouse event",  # QTest's word on a press that the widget left alone
    "OpenType support missing for",  # a machine without fonts for one of the scripts
)


def readings() -> tuple[ReadingText, ...]:
    """Texts of every kind, some of them too short, too long or hardly texts at all."""
    made = random.Random(1)
    return tuple(
        ReadingText(Transcript(tuple(cues)))
        for cues in (
            (),
            [Cue(0, 0, 1_000, "one")],
            [Cue(0, None, None, "")],
            [Cue(k, k, k + 9, text) for k, text in enumerate(("", " ", "a", "", "\u00a0", "🎧"))],
            [Cue(0, 0, 9_999, "word " * 10_000), Cue(1, 10_000, 11_000, "x" * 3_000)],
            _talk(made, 20_000, _SCRIPTS[:1]),
            _talk(made, 700, _SCRIPTS[:1]),
            _talk(made, 300, _SCRIPTS),
            _talk(made, 200, _SCRIPTS[1:3]),
            _talk(made, 200, _SCRIPTS[3:4]),
            _talk(made, 200, _SCRIPTS[4:]),
        )
    )


def _talk(made: random.Random, count: int, scripts: tuple[str, ...]) -> list[Cue]:
    return [_cue(made, index, made.choice(scripts)) for index in range(count)]


def _cue(made: random.Random, index: int, script: str) -> Cue:
    words = script.split()
    text = " ".join(made.choices(words, k=made.randrange(1, 14)))
    voice = made.choice(("", "Nora", "Sam", "ابن خلدون", "A very long name indeed " * 3))
    at = 0 if made.random() < 0.8 else made.randrange(len(text))
    voices = (VoiceChange(at, voice),) if made.random() < 0.2 else ()
    kind = made.choice((*[CueKind.SPEECH] * 9, CueKind.SOUND))
    return Cue(index, index * 2_000, index * 2_000 + 2_500, text, voices, kind=kind)


class PaneLife:
    """One pane from first to last, and all that is done to it in between."""

    def __init__(self, choices: random.Random, texts: tuple[ReadingText, ...]) -> None:
        self._choose, self._texts = choices, texts
        self._held: list[object] = []
        self.pane = TranscriptPane()
        self.follow = Follow(self.pane)
        self.button = BackButton(self.pane.viewport())
        self.pane.place_requested.connect(self._note_place)
        self.pane.selectionChanged.connect(self.pane.selected_span)
        self.pane.scroll_bar.valueChanged.connect(self._offer_way_back)
        self.follow.changed.connect(self._offer_way_back)

    def live(self, log: Callable[[str], None]) -> int:
        """Do some 20 to 150 things to the pane, then end it; gives how many."""
        count = self._choose.randrange(20, 150)
        self.resize()
        self.text()
        self.pane.show()
        for _ in range(count):
            action = self._choose.choice(_ACTIONS)
            log(action.__name__)
            action(self)
        log("end")
        self._end()
        return count

    def _end(self) -> None:
        """Like a window that is closed, or one whose last reference goes, wherever it stands."""
        ending = self._choose.randrange(4)
        pane, held = self.pane, self._held
        if ending == 0:
            pane.close()
            pane.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        elif ending == 1:
            QApplication.processEvents()
            pane.close()
        elif ending == 2:
            pane.deleteLater()
        self.__dict__.clear()
        del pane
        gc.collect()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        held.clear()
        gc.collect()

    # What can be done to it

    def resize(self) -> None:
        self.pane.resize(self._number(1, 1_400), self._number(1, 1_100))

    def text(self) -> None:
        self.pane.show_text(self._choose.choice(self._texts))

    def style(self) -> None:
        family = self._choose.choice(("serif", "sans"))
        size, height = self._choose.uniform(5, 60), self._choose.uniform(1, 3)
        self.pane.set_page_style(PageStyle(family, size, height, self._number(20, 120)))

    def theme(self) -> None:
        self.pane.set_theme(self._choose.choice(list(THEMES.values())))

    def scroll(self) -> None:
        bar = self.pane.scroll_bar
        bar.setValue(self._number(-100, bar.maximum() + 100))

    def wheel(self) -> None:
        view, steps = self.pane.viewport(), self._number(-30, 30)
        centre = QPointF(view.rect().center())
        event = QWheelEvent(
            centre,
            QPointF(view.mapToGlobal(centre)),
            QPoint(),
            QPoint(0, steps * 40),
            Qt.MouseButton.NoButton,
            self._choose.choice(_MODIFIERS),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)

    def drag(self) -> None:
        view, modifiers = self.pane.viewport(), self._choose.choice(_MODIFIERS)
        QTest.mousePress(view, _LEFT, modifiers, self._point())
        for _ in range(self._number(0, 5)):
            self._move_to(self._point(), _LEFT)
        if self._is_likely(0.2):
            self._choose.choice(_ACTIONS)(self)  # something happens in mid-drag
        QTest.mouseRelease(view, _LEFT, modifiers, self._point())

    def double_click(self) -> None:
        QTest.mouseDClick(self.pane.viewport(), _LEFT, _NONE, self._point())

    def key(self) -> None:
        QTest.keyClick(self.pane, self._choose.choice(_KEYS), self._choose.choice(_MODIFIERS))

    def select(self) -> None:
        if self._is_likely(0.2):
            self.pane.selectAll()
        else:
            self.pane.select(*sorted((self._position(), self._position())))

    def copy(self) -> None:
        self.pane.copy_text()
        self._held.append(self.pane.createMimeDataFromSelection())

    def current(self) -> None:
        first = self._number(0, len(self.pane.reading.transcript.cues))
        self.pane.set_current(tuple(range(first, first + self._number(0, 3))))
        self.follow.keep()

    def word(self) -> None:
        cue = self._cue()
        if cue is not None:
            offset = self._number(0, len(cue.text))
            self.pane.set_word(cue.index, offset, self._number(0, 12))

    def find(self) -> None:
        finder = Finder(self.pane.reading)
        phrase = self._choose.choice(("the", "o", "zzz", "مر", "和", "👋", ""))
        finder.find(phrase, is_case_kept=False, are_accents_kept=False, near=self._position())
        self.pane.set_hits(finder.hits, finder.number if finder.hit else None)
        if finder.hit:
            self.follow.stop()
            self.pane.show_position(finder.hit[0])

    def end_find(self) -> None:
        self.pane.set_hits(())

    def place(self) -> None:
        cue = self._cue()
        if cue is not None:
            self.pane.show_place(Place(cue.index, self._number(0, len(cue.text))))

    def follow_on_or_off(self) -> None:
        self.follow.is_motion_reduced = self._is_likely(0.3)
        self._choose.choice((self.follow.start, self.follow.stop, self.follow.keep))()

    def assist(self) -> None:
        """What a screen reader asks for."""
        interface = QAccessible.queryAccessibleInterface(self.pane)
        text = interface.textInterface()
        count = max(0, text.characterCount() - 1)  # it counts the last block's end
        at = self._number(0, count)
        text.text(at, min(count, at + 40))
        text.setCursorPosition(at)
        text.cursorPosition()
        text.characterRect(self._number(0, count))
        text.offsetAtPoint(QPoint(self._number(0, 900), self._number(0, 900)))
        if self._is_likely(0.5):
            text.addSelection(*sorted((at, self._number(0, count))))
        text.scrollToSubstring(at, min(count, at + 5))
        self._held += (interface, text)

    def rest(self) -> None:
        QApplication.processEvents()

    def glide(self) -> None:
        QTest.qWait(self._number(1, 60))

    def hover(self) -> None:
        self._move_to(self._point(), Qt.MouseButton.NoButton)
        self.pane.first_position()
        self.pane.caret_place()

    def hold(self) -> None:
        """Keep what the pane is made of beyond its time, as a traceback does."""
        layout = self.pane.page_layout
        self._held += (layout, self.pane.document(), self.pane.textCursor())
        if not layout.is_blank:
            self._held.append(layout.laid(self._number(0, len(layout.heights) - 1)))

    def collect(self) -> None:
        if self._is_likely(0.5):
            self._held.clear()
        gc.collect()

    def hide_and_show(self) -> None:
        self.pane.setVisible(not self.pane.isVisible())

    def grab(self) -> None:
        self._held.append(self.pane.grab())

    # Its own work

    def _number(self, low: int, high: int) -> int:
        return self._choose.randint(low, max(low, high))

    def _is_likely(self, share: float) -> bool:
        return self._choose.random() < share

    def _point(self) -> QPoint:
        view = self.pane.viewport()
        return QPoint(self._number(-30, view.width() + 30), self._number(-60, view.height() + 60))

    def _position(self) -> int:
        return self._number(0, len(self.pane.reading.text))

    def _cue(self) -> Cue | None:
        cues = self.pane.reading.transcript.cues
        return self._choose.choice(cues) if cues else None

    def _move_to(self, point: QPoint, button: Qt.MouseButton) -> None:
        view, move = self.pane.viewport(), QEvent.Type.MouseMove
        where, no_button = QPointF(view.mapToGlobal(point)), Qt.MouseButton.NoButton
        event = QMouseEvent(move, QPointF(point), where, no_button, button, _NONE)
        QApplication.sendEvent(view, event)

    def _offer_way_back(self) -> None:
        if self.follow.is_on or self.pane.spoken.lead is None:
            self.button.hide()
        else:
            self.button.offer(1_000, self.follow.direction())

    def _note_place(self, place: Place) -> None:
        text = self.pane.reading.transcript.cues[place.cue].text
        if not 0 <= place.offset <= len(text):
            raise AssertionError(f"{place} is not in {text!r}")


_ACTIONS = tuple(
    action
    for name, action in vars(PaneLife).items()
    if callable(action) and not name.startswith("_") and name != "live"
)


def main() -> int:
    """Run as the command line says; 1 when anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("seconds", type=float, nargs="?", default=20.0)
    parser.add_argument("--life", type=int)
    parser.add_argument("--lives", type=int)
    asked = parser.parse_args()
    faulthandler.enable()
    seconds = asked.seconds if asked.lives is None else math.inf
    faulthandler.dump_traceback_later(min(seconds, _LONG) + _STUCK, exit=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # elsewhere a dragged text waits for a real mouse
    application = QApplication([])
    load_fonts(paths.resources() / "fonts")
    faults = _watch_faults()
    first = asked.life or 0
    last = first if asked.life is not None else first + (asked.lives or sys.maxsize) - 1
    count = _live_until(time.monotonic() + seconds, asked.seed, first, last, faults)
    print(f"{count} actions, {'failed' if faults else 'no failure'}", flush=True)
    # The offscreen platform's clipboard outlives Python: what Python made must not stay in it.
    application.clipboard().clear()
    return 1 if faults else 0


def _live_until(end: float, seed: int, first: int, last: int, faults: list[str]) -> int:
    texts, count, number = readings(), 0, first
    while number <= last and not faults and time.monotonic() < end:
        print(f"life {number} of seed {seed}", flush=True)
        life = PaneLife(random.Random(f"{seed}/{number}"), texts)
        try:
            count += life.live(_stop_at_fault(faults))
        except Exception as error:
            faults.append(repr(error))
            traceback.print_exc()
        del life
        number += 1
    return count


def _stop_at_fault(faults: list[str]) -> Callable[[str], None]:
    def log(action: str) -> None:
        if faults:  # inside Qt, where an exception cannot be caught
            raise RuntimeError("The action before this one failed.")
        print(f"  {action}", flush=True)

    return log


def _watch_faults() -> list[str]:
    """The list of all that fails from now on: in Qt's virtuals, in destructors, in Qt itself."""
    faults: list[str] = []

    def catch(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        faults.append(repr(error))
        sys.__excepthook__(kind, error, trace)

    def catch_unraisable(unraisable: sys.UnraisableHookArgs) -> None:
        faults.append(repr(unraisable.exc_value))
        sys.__unraisablehook__(unraisable)

    def catch_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not text.startswith(_HARMLESS):
            faults.append(text)
            print(f"Qt: {text}", file=sys.stderr, flush=True)
            traceback.print_stack()

    sys.excepthook, sys.unraisablehook = catch, catch_unraisable
    qInstallMessageHandler(catch_message)
    return faults


if __name__ == "__main__":
    sys.exit(main())
