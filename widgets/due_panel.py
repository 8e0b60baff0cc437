"""What is due today and this week, and what of it is done: a list to start from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.reactive import reactive

from widgets.actions import bindings
from widgets.due_rows import due_pieces, due_words
from widgets.line_list import CURSOR, LineList
from widgets.tones import QUIET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.geometry import Size
    from textual.strip import Strip

    from widgets.due_rows import DueRow

MOST, FEW, HIGH = 12, 8, 44
"""Lines on a high screen, on a lower one, and from how many cells on a screen is high."""


class DuePanel(LineList["DueRow"]):
    """Shows ``rows``, as many as it may be high; with the keys here it goes through all of them."""

    DEFAULT_CSS = """
    DuePanel { height: auto; overflow-y: hidden; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("due")

    rows: reactive[tuple[DueRow, ...]] = reactive((), layout=True)

    class Opened(LineList.Opened["DueRow"]):
        """A task is to be started, by Enter or a second click."""

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """The list has been looked at."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.set_reactive(LineList.empty, ("Nothing is due.",))

    @property
    def stops(self) -> Sequence[DueRow]:
        """Every row."""
        return self.rows

    def name_of(self, row: DueRow) -> str:
        """Its task."""
        return row.task

    def watch_rows(self, before: tuple[DueRow, ...], rows: tuple[DueRow, ...]) -> None:
        """The cursor stays on its task; the frame says how much there is to do."""
        at = self.find(before[self.cursor].task) if self.cursor < len(before) else None
        self.put(self.cursor if at is None else at)
        self.border_subtitle = self.words

    @property
    def words(self) -> str:
        """``D · 2 due · 1 done``: the key that leads here, and how much there is."""
        return " · ".join(word for word in ("D", due_words(self.rows)) if word) if self.rows else ""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each row, on a lower screen not more than a few."""
        return max(1, min(len(self.rows), MOST if viewport.height >= HIGH else FEW))

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001
        """Left alone it shows its beginning, else the cursor."""
        super().watch_has_focus(_has_focus)
        self.show_cursor()

    def show_cursor(self) -> None:
        """Scroll only while the keys go here."""
        if self.has_focus:
            super().show_cursor()
        else:
            self.scroll_to(y=0, animate=False, force=True)

    def draw(self, index: int, width: int, *, here: bool) -> Strip:
        """One row; where not all go in, the last line says how many more there are."""
        rest = len(self.rows) - index
        last = index - self.scroll_offset.y == self.content_size.height - 1
        if last and rest > 1 and not self.has_focus:
            return self.strip([(f"  and {rest} more", QUIET)], width)
        ground = (CURSOR,) if here and self.has_focus else ()
        return self.strip(due_pieces(self.rows[index], self.rows, width), width, *ground)

    def action_leave(self) -> None:
        """Back to the entries."""
        self.post_message(self.Left())
