"""What is due today and this week, and what of it is done: a list to start from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from widgets.actions import bindings
from widgets.due_rows import due_pieces, due_words
from widgets.fitting import fit
from widgets.ink import Ink
from widgets.tones import QUIET

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size

    from widgets.due_rows import DueRow
    from widgets.fitting import Piece

MOST, FEW, HIGH = 12, 8, 44
"""Lines on a high screen, on a lower one, and from how many cells on a screen is high."""

CURSOR = "on $foreground 12%"


class DuePanel(Widget, can_focus=True):
    """Shows ``rows``; Enter starts the one under the cursor, and so do the digits."""

    DEFAULT_CSS = """
    DuePanel { height: auto; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("due")

    rows: reactive[tuple[DueRow, ...]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0)

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """A task is to be started."""

        row: DueRow

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """The list has been looked at."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._ink = Ink(self)

    @property
    def current(self) -> DueRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_rows(self, before: tuple[DueRow, ...], rows: tuple[DueRow, ...]) -> None:
        """The cursor stays on its task; the frame says how much there is to do."""
        task = before[self.cursor].task if self.cursor < len(before) else ""
        names = [row.task for row in rows]
        self.cursor = names.index(task) if task in names else self.cursor
        self.border_subtitle = self.words

    @property
    def words(self) -> str:
        """``D · 2 due · 1 done``: the key that leads here, and how much there is."""
        return " · ".join(word for word in ("D", due_words(self.rows)) if word) if self.rows else ""

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went: look the styles up anew."""
        super().notify_style_update()
        self._ink.dry()

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001
        """The cursor shows only while the keys go here."""
        super().watch_has_focus(_has_focus)
        self._ink.dry()
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each row, on a lower screen not more than a few."""
        return max(1, min(len(self.rows), MOST if viewport.height >= HIGH else FEW))

    @property
    def _offset(self) -> int:
        """The first row in view: the cursor is always in view."""
        height = max(1, self.content_size.height)
        if not self.has_focus:
            return 0
        return max(0, self.cursor - height + 1)

    def render_line(self, y: int) -> Strip:
        """One row; where not all go in, the last line says how many more there are."""
        width, height = self.content_size
        index = self._offset + y
        if index >= len(self.rows):
            words = "Nothing is due." if not self.rows and y == 0 else ""
            return self._strip([(fit(words, width), QUIET)], width, "")
        rest = len(self.rows) - index
        if y == height - 1 and rest > 1 and not self.has_focus:
            return self._strip([(f"  and {rest} more", QUIET)], width, "")
        here = self.has_focus and index == self.cursor
        return self._strip(
            due_pieces(self.rows[index], self.rows, width), width, CURSOR if here else ""
        )

    def _strip(self, parts: list[Piece], width: int, ground: str) -> Strip:
        segments = [Segment(text, self._ink(ground, style)) for text, style in parts]
        return Strip(segments).adjust_cell_length(width, self._ink(ground))

    def action_step(self, by: int) -> None:
        """The next row, or the one before."""
        self.cursor += by

    def action_start(self) -> None:
        """Say which task is to be started."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def action_leave(self) -> None:
        """Back to the entries."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor there; a second one starts."""
        at = event.get_content_offset(self)
        index = self._offset + (at.y if at is not None else len(self.rows))
        if index < len(self.rows):
            self.cursor = index
            if event.chain == 2:
                self.action_start()
