from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_layout import FlowLayout


def test_its_margins_stay_free(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    flow, labels = FlowLayout(parent), [QLabel("Episodes") for _ in range(3)]
    for label in labels:
        flow.addWidget(label)
    width, bare = (
        labels[0].sizeHint().width() * 2,
        flow.heightForWidth(labels[0].sizeHint().width()),
    )
    flow.setContentsMargins(5, 6, 7, 8)
    assert flow.heightForWidth(labels[0].sizeHint().width() + 12) == bare + 14
    parent.resize(width + 12, flow.heightForWidth(width + 12))
    flow.activate()
    assert labels[0].pos().toTuple() == (5, 6)
    assert parent.height() - labels[-1].geometry().bottom() - 1 == 8
