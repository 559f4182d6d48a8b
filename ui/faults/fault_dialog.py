"""Shows a bug in plain words and offers a report of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.announcement import announce

_MOST_REPORTS = 5


class FaultDialog(QDialog):
    """Opened by `show_fault`; further faults join it instead of piling up windows."""

    quit_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, kept: str = "", issues: str = "") -> None:
        """`kept` says in a sentence what was saved, `issues` is the address of the bug tracker."""
        super().__init__(parent)
        self._reports: list[str] = []
        self._count = 0
        self._kept, self._issues = kept, issues
        self._heading = QLabel()
        self._text = QLabel()
        self._details = QPlainTextEdit()
        self._buttons = QHBoxLayout()
        self._lay_out()

    @property
    def report(self) -> str:
        """What Copy Report copies."""
        return "\n".join(self._reports)

    def show_fault(self, report: str) -> None:
        """Show one more fault; the first few reports are kept, the others only counted."""
        if not self.isVisible():
            self._reports.clear()
            self._count = 0
        self._count += 1
        if report not in self._reports and len(self._reports) < _MOST_REPORTS:
            self._reports.append(report)
        self._say()
        if not self.isVisible():
            self.open()
            announce(self, f"{self._heading.text()} {self._text.text()}", is_urgent=True)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("A Fault in Earmark"))
        self.setMinimumWidth(420)
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self._heading.setFont(font)
        for label in (self._heading, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out_details()
        self._add_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(self._heading)
        layout.addWidget(self._text)
        layout.addWidget(self._details, 1)
        layout.addStretch()  # what is free above the buttons, where the report is folded away
        layout.addLayout(self._buttons)

    def _lay_out_details(self) -> None:
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setAccessibleName(self.tr("Report"))
        self._details.setMinimumHeight(160)
        self._details.hide()

    def _add_buttons(self) -> None:
        details = self._button(self.tr("Details"), self.tr("Show or hide the report (Space)"))
        details.setCheckable(True)
        copy = self._button(self.tr("Copy Report"), self.tr("Copy the report (Space)"))
        issue = self._button(
            self.tr("Open Issue…"), self.tr("Copy the report and open the page for bugs (Space)")
        )
        issue.setVisible(bool(self._issues))
        leave = self._button(self.tr("Quit"), self.tr("Save and quit Earmark (Space)"))
        go_on = self._button(self.tr("Continue"), self.tr("Close this and go on (Enter or Esc)"))
        for button in (details, copy, issue, leave, go_on):
            self._buttons.addWidget(button)
        self._buttons.insertStretch(3, 1)
        go_on.setDefault(True)
        go_on.setFocus()
        details.toggled.connect(self._fold)
        copy.clicked.connect(self._copy)
        issue.clicked.connect(self._open_issue)
        leave.clicked.connect(self._quit)
        go_on.clicked.connect(self.accept)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        return button

    def _say(self) -> None:
        times = self.tr(" It happened {count} times.").format(count=self._count)
        self._heading.setText(self.tr("Something went wrong inside Earmark."))
        self._text.setText(
            self.tr(
                "This is a fault of the program, not of yours.{times} {kept}\n\n"
                "You can go on. If it happens again, please send us the report. It says where "
                "the program failed and which versions it runs with; Details shows all of it."
            ).format(times=times if self._count > 1 else "", kept=self._kept)
        )
        self._details.setPlainText(self.report)

    def _fold(self, is_open: bool) -> None:
        self._details.setVisible(is_open)
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        announce(self, self.tr("Report copied"))

    def _open_issue(self) -> None:
        self._copy()
        QDesktopServices.openUrl(QUrl(self._issues))

    def _quit(self) -> None:
        self.reject()
        self.quit_requested.emit()
