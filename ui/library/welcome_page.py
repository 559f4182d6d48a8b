"""What is seen with nothing open: how to begin, and where to go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QHideEvent, QIcon, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.episode import Episode
from ui.appearance.theme import SERIF, text_font
from ui.library.episode_delegate import EpisodeDelegate
from ui.library.recent_episodes_model import RecentEpisodesModel
from ui.widgets.announcement import announce
from ui.widgets.column import middle_column
from ui.widgets.focus import ShortcutGuard

_MARK = 64  # px
_COLUMN = 680  # px, the widest the content gets


class WelcomePage(QWidget):
    """Open, the sample, and the recent episodes with their progress."""

    open_requested = Signal()
    sample_requested = Signal()
    all_notes_requested = Signal()
    episode_requested = Signal(object)  # Episode
    folder_requested = Signal(object)  # Episode, to be shown in its folder
    forget_requested = Signal(object)  # Episode
    rename_requested = Signal(object)  # Episode
    restore_requested = Signal(object)  # Episode, after all not to be forgotten

    def __init__(self, mark: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ShortcutGuard(self)
        self._mark = mark
        self._model = RecentEpisodesModel(self)
        self._list = EpisodeList()
        self._open = QPushButton(self.tr("Open…"))
        self._sample = QPushButton(self.tr("Try the Sample"))
        self._all_notes = QPushButton(self.tr("All Notes"))
        self._recent = QLabel(self.tr("Recent"))
        self._empty = QLabel(self.tr("What you open will be listed here, with how far you got."))
        self._undo_bar = UndoBar()
        self._removed: list[tuple[int, Episode]] = []  # with the row each had
        self._is_known = False  # what the library has: it takes a moment to answer
        self._lay_out()
        self._connect()
        self._show_list()

    def set_episodes(self, episodes: Sequence[Episode]) -> None:
        """List these, the last heard first; the row that was selected stays so."""
        row = self._list.currentIndex().row()
        self._is_known = True
        self._model.set_episodes(episodes)
        self._show_list()
        if row >= 0 and self._model.episodes:
            self._list.go_to(min(row, len(self._model.episodes) - 1))

    def set_missing(self, files: Iterable[Path]) -> None:
        """Mark the episodes whose files are no longer there."""
        self._model.set_missing(files)

    def focus_first(self) -> None:
        """Put the keyboard on the last heard episode, or on Open."""
        (self._list if self._model.episodes else self._open).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z brings back what was removed."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._put_back()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Offer Undo no longer."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._removed.clear()
            self._undo_bar.show_titles([])

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        for label in (self._recent, self._empty):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._recent.setBuddy(self._list)
        self._recent.setContentsMargins(12, 0, 0, 6)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list.setModel(self._model)
        lines = middle_column(self, _COLUMN, margin=16)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(self._head())
        lines.addSpacing(20)
        for widget in (self._recent, self._list, self._undo_bar, self._empty):
            lines.addWidget(widget, 100 if widget is self._list else 0)
        lines.addStretch(2)

    def _head(self) -> QWidget:
        title = _centred(self.tr("Earmark"), text_font(SERIF, 26))
        sentence = _centred(
            self.tr("Listen and read at once: the line being spoken lights up."),
            text_font(SERIF, 12),
        )
        hint = _centred(self.tr("or drop an audio file and its transcript here"), self.font())
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._open.setDefault(True)
        self._open.setToolTip(self.tr("Open a recording or a transcript (Ctrl+O)"))
        self._sample.setToolTip(self.tr("Hear a short tour of Earmark (Space)"))
        tip = self.tr("Find what you kept in all your episodes (Ctrl+Shift+A)")
        self._all_notes.setToolTip(tip)
        head = QWidget()
        lines = QVBoxLayout(head)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(_picture(self._mark), alignment=Qt.AlignmentFlag.AlignHCenter)
        lines.addWidget(title)
        lines.addWidget(sentence)
        lines.addSpacing(8)
        lines.addLayout(self._buttons())
        lines.addWidget(hint)
        return head

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self._open)
        row.addWidget(self._sample)
        row.addWidget(self._all_notes)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._open.clicked.connect(self.open_requested)
        self._sample.clicked.connect(self.sample_requested)
        self._all_notes.clicked.connect(self.all_notes_requested)
        self._undo_bar.undo_requested.connect(self._put_back)
        self._list.open_requested.connect(self._open_row)
        self._list.folder_requested.connect(self._show_folder)
        self._list.remove_requested.connect(self._remove)
        self._list.rename_requested.connect(self._rename)

    def _show_list(self) -> None:
        has_episodes = bool(self._model.episodes)
        self._recent.setVisible(has_episodes)
        self._list.setVisible(has_episodes)
        self._all_notes.setVisible(has_episodes)
        self._empty.setVisible(self._is_known and not has_episodes)
        self._list.fit_rows()
        self._undo_bar.show_titles([episode.title for _, episode in self._removed])

    def _open_row(self, row: int) -> None:
        self.episode_requested.emit(self._model.episodes[row])

    def _show_folder(self, row: int) -> None:
        self.folder_requested.emit(self._model.episodes[row])

    def _rename(self, row: int) -> None:
        self.rename_requested.emit(self._model.episodes[row])

    def _remove(self, row: int) -> None:
        had_focus = self._list.hasFocus()
        episode = self._model.take(row)
        self._removed.append((row, episode))
        self._show_list()
        if had_focus and not self._model.episodes:
            self._undo_bar.setFocus()
        announce(self, self._undo_bar.text)
        self.forget_requested.emit(episode)

    def _put_back(self) -> None:
        while self._removed:
            row, episode = self._removed.pop()
            self._model.put_back(row, episode)
            self._show_list()
            self._list.go_to(row)
            self.restore_requested.emit(episode)
        self.focus_first()


class EpisodeList(QListView):
    """The list with its keys and its menu; its signals carry rows."""

    open_requested = Signal(int)
    folder_requested = Signal(int)
    remove_requested = Signal(int)
    rename_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Recent episodes"))
        self.setItemDelegate(EpisodeDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(lambda index: self.open_requested.emit(index.row()))

    def fit_rows(self) -> None:
        """Be no higher than the rows are."""
        rows = self.model().rowCount()
        self.setMaximumHeight(rows * self.sizeHintForRow(0) if rows else 0)

    def go_to(self, row: int) -> None:
        """Select `row` and bring it into view."""
        self.setCurrentIndex(self.model().index(row, 0))

    def minimumSizeHint(self) -> QSize:
        """At least one row and a half, to show that there are more."""
        return QSize(200, self.sizeHintForRow(0) * 3 // 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select a row where none is: the keys need one."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.go_to(max(0, self.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 renames, Delete removes; the arrows are the view's own."""
        row = self.currentIndex().row()
        request = {
            Qt.Key.Key_Return: self.open_requested,
            Qt.Key.Key_Enter: self.open_requested,
            Qt.Key.Key_Space: self.open_requested,
            Qt.Key.Key_Delete: self.remove_requested,
            Qt.Key.Key_F2: self.rename_requested,
        }.get(Qt.Key(event.key()))
        if request is None:
            super().keyPressEvent(event)
        elif row >= 0:
            request.emit(row)

    def _show_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if not index.isValid():
            return
        row = index.row()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, keys, request in (
            (self.tr("&Open"), Qt.Key.Key_Return, self.open_requested),
            (self.tr("Show in &Folder"), None, self.folder_requested),
            (self.tr("Rena&me…"), Qt.Key.Key_F2, self.rename_requested),
            (self.tr("&Remove From List"), Qt.Key.Key_Delete, self.remove_requested),
        ):
            action = menu.addAction(text)
            if keys is not None:
                action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, request=request: request.emit(row))
        menu.popup(self.viewport().mapToGlobal(position))


class UndoBar(QWidget):
    """Says what was removed and offers it back; not there while nothing was."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        undo = QPushButton(self.tr("Undo"))
        undo.setToolTip(self.tr("Bring it back (Ctrl+Z)"))
        undo.clicked.connect(self.undo_requested)
        self.setFocusProxy(undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 4, 0)
        row.addWidget(self._label, 1)
        row.addWidget(undo)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def show_titles(self, titles: Sequence[str]) -> None:
        """Say that these were removed; go where there are none."""
        if len(titles) == 1:
            self._label.setText(self.tr("Removed from the list: {title}").format(title=titles[0]))
        else:
            self._label.setText(self.tr("Removed from the list: %n episode(s)", "", len(titles)))
        self.setVisible(bool(titles))


def _picture(mark: QIcon) -> QLabel:
    label = QLabel()
    label.setPixmap(mark.pixmap(QSize(_MARK, _MARK), label.devicePixelRatioF()))
    return label


def _centred(text: str, font: QFont) -> QLabel:
    label = QLabel(text)
    label.setFont(font)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
