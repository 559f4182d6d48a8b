"""The places of the library beside its page: all, next, notes, shows and folders."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from ui.appearance.cover_art import CoverArt, paint_cover
from ui.library.shelf_paint import TRAILING, ShelfLook, write
from ui.library.shelf_places import EVERYWHERE, PlaceKind, ShelfPlace
from ui.widgets.item_views import NO_INDEX, DrawnDelegate, Index

_ROW, _HEADING = 36, 44
_INSET, _SIGN = 8, 24
_ICONS = {
    PlaceKind.ALL: "library",
    PlaceKind.QUEUE: "queue",
    PlaceKind.NOTES: "notes",
    PlaceKind.FOLDER: "open",
    PlaceKind.WATCH: "plus",
}


class PlaceRole(IntEnum):
    """What a row offers besides its name; the place is None for a heading."""

    PLACE = Qt.ItemDataRole.UserRole
    NUMBER = Qt.ItemDataRole.UserRole + 1


class PlacesModel(QAbstractListModel):
    """Rows of places, with headings between them that cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ShelfPlace | str] = ()

    def set_places(self, places: Sequence[ShelfPlace]) -> None:
        """Show these instead, the shows and the folders under their headings."""
        rows: list[ShelfPlace | str] = []
        for each in places:
            heading = self._heading(each.kind)
            if heading and heading not in rows:
                rows.append(heading)
            rows.append(each)
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row_of(self, place: ShelfPlace) -> int | None:
        """Where a place stands."""
        return next(
            (
                k
                for k, each in enumerate(self._rows)
                if isinstance(each, ShelfPlace) and each.is_same(place)
            ),
            None,
        )

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Places and headings."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is only read."""
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What `role` says of a row."""
        if not index.isValid():
            return None
        each = self._rows[index.row()]
        if isinstance(each, str):
            return each if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.name(each)
            case Qt.ItemDataRole.AccessibleTextRole:
                number = self._number(each)
                return f"{self.name(each)}, {number}" if number else self.name(each)
            case Qt.ItemDataRole.ToolTipRole:
                return str(each.folder) if each.folder is not None else self.name(each)
            case PlaceRole.PLACE:
                return each
            case PlaceRole.NUMBER:
                return self._number(each)
        return None

    def name(self, place: ShelfPlace) -> str:
        """What a place is called."""
        return {
            PlaceKind.ALL: self.tr("All Episodes"),
            PlaceKind.QUEUE: self.tr("Up Next"),
            PlaceKind.NOTES: self.tr("All Notes"),
            PlaceKind.WATCH: self.tr("Watch a Folder…"),
            PlaceKind.DETAILS: self.tr("Library Details…"),
        }.get(place.kind, place.name)

    def _number(self, place: ShelfPlace) -> str:
        if not place.is_connected:
            return self.tr("not connected")
        is_act = place.kind in {PlaceKind.WATCH, PlaceKind.DETAILS}
        return "" if is_act or not place.number else str(place.number)

    def _heading(self, kind: PlaceKind) -> str:
        if kind is PlaceKind.SHOW:
            return self.tr("Shows")
        if kind in {PlaceKind.FOLDER, PlaceKind.WATCH}:
            return self.tr("Folders")
        return ""


class LibrarySidebar(QListView):
    """Emits the place that is chosen, by a click or by the arrows."""

    place_chosen = Signal(object)  # ShelfPlace
    unwatch_requested = Signal(object)  # Path
    scan_requested = Signal()

    def __init__(self, look: ShelfLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = PlacesModel(self)
        self.setModel(self.places)
        self._delegate = _PlaceRow(look, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Places in the library"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self._chosen = EVERYWHERE
        self.clicked.connect(self._choose)

    def set_look(self, look: ShelfLook) -> None:
        """Take on other colours and icons."""
        self._delegate.look = look
        self.viewport().update()

    def set_places(self, places: Sequence[ShelfPlace]) -> None:
        """Show these; the one that was chosen stays so."""
        self.places.set_places(places)
        self.show_chosen(self._chosen)

    def show_chosen(self, place: ShelfPlace) -> None:
        """Mark where one is, without going there."""
        self._chosen = place
        row = self.places.row_of(place)
        if row is not None:
            self.setCurrentIndex(self.places.index(row))

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from place to place at once; Enter carries out a command."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)
            place = self._place(self.currentIndex())
            if place is not None and place.kind in _GONE_TO_AT_ONCE:
                self._choose(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a folder."""
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_key else self.indexAt(event.pos())
        place = self._place(index)
        if place is None or place.folder is None:
            return
        folder, menu = place.folder, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Read Again"), self.scan_requested.emit)
        unwatch = menu.addAction(self.tr("&Stop Watching"))
        unwatch.triggered.connect(lambda: self.unwatch_requested.emit(folder))
        menu.popup(self._menu_point(index, event.pos()))

    def _menu_point(self, index: Index, point: QPoint) -> QPoint:
        rect = self.visualRect(index)
        return self.viewport().mapToGlobal(point if rect.contains(point) else rect.center())

    def _place(self, index: Index) -> ShelfPlace | None:
        found = index.data(PlaceRole.PLACE) if index.isValid() else None
        return found if isinstance(found, ShelfPlace) else None

    def _choose(self, index: Index) -> None:
        place = self._place(index)
        if place is None:
            return
        if place.kind in {PlaceKind.NOTES, PlaceKind.WATCH, PlaceKind.DETAILS}:
            self.show_chosen(self._chosen)
        else:
            self._chosen = place
        self.place_chosen.emit(place)


_GONE_TO_AT_ONCE = {PlaceKind.ALL, PlaceKind.QUEUE, PlaceKind.SHOW, PlaceKind.FOLDER}


class _PlaceRow(DrawnDelegate):
    """A sign or cover, a name, a number."""

    def __init__(self, look: ShelfLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading has room above it."""
        line = QFontMetrics(option.font).height()
        is_heading = index.data(PlaceRole.PLACE) is None
        return QSize(120, max(_HEADING if is_heading else _ROW, line + 14))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one."""
        painter.setFont(option.font)
        place = index.data(PlaceRole.PLACE)
        if isinstance(place, ShelfPlace):
            self._paint_ground(painter, option)
            self._paint_place(painter, option, index, place)
        else:
            self._paint_heading(painter, option, str(index.data()))

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(option.font.pointSizeF() * 0.92)
        painter.setFont(font)
        painter.setPen(QColor(self.look.theme.quiet))
        area = option.rect.adjusted(_INSET, 14, -_INSET, 0)
        write(painter, option, area, text)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = self.look.theme
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (is_selected or is_hovered):
            return
        has_ring = is_selected and option.widget is not None and option.widget.hasFocus()
        edge = QPen(QColor(theme.accent), 2) if has_ring else QPen(QColor(theme.line), 1)
        painter.setPen(edge if is_selected else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.hover))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_place(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, place: ShelfPlace
    ) -> None:
        theme, room = self.look.theme, option.rect.adjusted(_INSET, 0, -_INSET, 0)
        sign = QRect(room.left(), room.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
        sign = QStyle.visualRect(option.direction, room, sign)
        self._paint_sign(painter, sign, place)
        number = str(index.data(PlaceRole.NUMBER) or "")
        font = QFont(option.font)
        font.setPointSizeF(option.font.pointSizeF() * 0.92)
        wide = QFontMetrics(font).horizontalAdvance(number) + (8 if number else 0)
        start = room.left() + _SIGN + 10
        name = QRect(start, room.top(), room.right() + 1 - start - wide, room.height())
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold if is_selected else QFont.Weight.Normal)
        painter.setFont(bold)
        is_act = place.kind is PlaceKind.WATCH
        ink = theme.accent if is_act else theme.chrome_ink
        painter.setPen(QColor(ink if place.is_connected else theme.quiet))
        write(painter, option, QStyle.visualRect(option.direction, room, name), str(index.data()))
        painter.setFont(font)
        painter.setPen(QColor(theme.quiet))
        write(painter, option, room, number, TRAILING)

    def _paint_sign(self, painter: QPainter, sign: QRect, place: ShelfPlace) -> None:
        look, theme = self.look, self.look.theme
        if place.kind is PlaceKind.SHOW:
            art = CoverArt(look.covers.picture(place.cover), place.name)
            paint_cover(painter, QRectF(sign), art, theme)
            return
        name = _ICONS[place.kind] if place.is_connected else "unplugged"
        colour = theme.accent if place.kind is PlaceKind.WATCH else ""
        look.icons.icon(name, colour).paint(painter, sign.adjusted(2, 2, -2, -2))


def sidebar_ground(widget: QWidget) -> None:
    """The ground of what stands beside the page."""
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(QPalette.ColorRole.Window)
