"""What the five colours are called and how they look: the notebook's, shown and changed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.notes.notebook import Notebook
from ui.actions import Actions
from ui.appearance.appearance import Appearance
from ui.widgets.focus import to_front

if TYPE_CHECKING:
    from ui.notes.colours_dialog import ColoursDialog


class ColoursController(QObject):
    """All wires of the colours' dialog, which is made when it is first asked for."""

    def __init__(
        self, notebook: Notebook, commands: Actions, appearance: Appearance, window: QWidget
    ) -> None:
        super().__init__(window)
        self._notebook, self._commands = notebook, commands
        self._appearance, self._window = appearance, window
        notebook.hues_changed.connect(appearance.set_hues)
        notebook.colours_changed.connect(commands.set_colour_names)

    def show(self) -> None:
        """Show the dialog, before the window."""
        to_front(self._dialog)

    @cached_property
    def _dialog(self) -> ColoursDialog:
        from ui.notes.colours_dialog import ColoursDialog

        dialog, notebook = ColoursDialog(self._window), self._notebook
        dialog.set_names(notebook.colour_names)
        dialog.set_hues(notebook.hues)
        dialog.set_theme(self._appearance.theme)
        notebook.colours_changed.connect(dialog.set_names)
        notebook.hues_changed.connect(dialog.set_hues)
        self._appearance.changed.connect(lambda: dialog.set_theme(self._appearance.theme))
        dialog.renamed.connect(lambda number, name: notebook.change_colour(number, name, ""))
        dialog.hue_chosen.connect(lambda number, hue: notebook.change_colour(number, "", hue))
        self._commands.add_history_to(dialog)
        return dialog
