"""Which file: a path to type or paste, and what is in its folder to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from widgets.choice_list import ChoiceList, ChoiceRow
from widgets.import_state import Folder

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class FilePane(Vertical):
    """The focus stays in the line; up and down choose below it, tab takes what is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", id="file.up", show=False),
        Binding("down", "step(1)", "Down", id="file.down", show=False),
        Binding("pageup", "step(-8)", "Page up", id="file.page-up", show=False),
        Binding("pagedown", "step(8)", "Page down", id="file.page-down", show=False),
        Binding("tab", "complete", "Complete", id="file.complete", show=False),
    ]

    folder: var[Folder | None] = var(None)

    path = getters.query_one("#path", Input)
    places = getters.query_one("#places", ChoiceList)

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """A file, or a folder, is to be read."""

        path: str

    @dataclass(eq=False, repr=False)
    class Elsewhere(Message):
        """Another folder was typed."""

        typed: str

    def compose(self) -> ComposeResult:
        """The line above the list."""
        with Horizontal(classes="field"):
            yield Static("File", markup=False)
            yield Input(compact=True, id="path", placeholder="a file, or a folder with a slash")
        places = ChoiceList(id="places")
        places.can_focus = False
        yield places

    def watch_folder(self, before: Folder | None, folder: Folder | None) -> None:
        """The first folder listed is where the line begins."""
        if folder is None:
            return
        if before is None and not self.path.value:
            self.path.value = folder.typed
            self.path.cursor_position = len(folder.typed)
        self._filter()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed: another folder, or other files of this one."""
        event.stop()
        typed = self._typed_folder() or "./"
        if self.folder is None or typed != self.folder.typed:
            self.post_message(self.Elsewhere(typed))
        self._filter()

    def _typed_folder(self) -> str:
        value = self.path.value
        return value[: value.rfind("/") + 1]

    def _filter(self) -> None:
        folder = self.folder
        if folder is None:
            return
        value = self.path.value
        part = value[value.rfind("/") + 1 :].casefold()
        none = "no such folder" if folder.missing else "nothing here by that name"
        self.places.empty = (none,)
        found = [
            place
            for place in folder.places
            if part in place.name.casefold()
            and (part.startswith(".") or not place.name.startswith("."))
        ]
        found.sort(key=lambda place: not place.name.casefold().startswith(part))
        self.places.rows = tuple(
            ChoiceRow(place.name, f"{place.name}/" if place.folder else place.name, place.detail)
            for place in found
        )
        self.places.cursor = -1

    def action_step(self, by: int) -> None:
        """Choose below the line; above the first, nothing is chosen."""
        self.places.cursor += by

    def action_complete(self) -> None:
        """The chosen place, or the first, goes into the line."""
        row = self.places.current or next(iter(self.places.rows), None)
        if row is not None:
            self._take(row)

    def _take(self, row: ChoiceRow) -> None:
        self.path.value = self._typed_folder() + row.label
        self.path.cursor_position = len(self.path.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go into the chosen folder, or read the file."""
        event.stop()
        self._open(self.places.current)

    @on(ChoiceList.Picked)
    def _picked(self, event: ChoiceList.Picked) -> None:
        event.stop()
        self._open(event.row)

    def _open(self, row: ChoiceRow | None) -> None:
        if row is not None:
            self._take(row)
            if row.label.endswith("/"):
                return
        self.post_message(self.Chosen(self.path.value.strip()))
