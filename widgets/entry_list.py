"""The entries of a day with their gaps: a list that draws only the lines it must."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from widgets.actions import bindings
from widgets.columns import pieces, plan
from widgets.ink import Ink
from widgets.rows import EntryRow, GapRow, row_key
from widgets.tones import COST, QUIET, VALUE

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from widgets.columns import Columns
    from widgets.rows import Row


STYLES = {
    "": "",
    "time": QUIET,
    "task": "$foreground",
    "running": "bold $foreground",
    "detail": QUIET,
    "note": f"italic {QUIET}",
    "gap": f"italic {QUIET}",
    "growth": VALUE,
    "busywork": COST,
    "other": QUIET,
    "bar": VALUE,
}
"""What each kind of piece looks like."""

CURSOR = "on $foreground 12%"
CURSOR_ELSEWHERE = "on $foreground 5%"


class EntryList(ScrollView, can_focus=True):
    """Shows ``rows`` one a line; the cursor stays on its entry when the day changes."""

    DEFAULT_CSS = """
    EntryList {
        height: 1fr;
        scrollbar-size-vertical: 1;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("entries")

    rows: reactive[tuple[Row, ...]] = reactive((), layout=False)
    empty: var[tuple[str, ...]] = var(())
    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass(eq=False, repr=False)
    class Opened(Message):
        """A row was opened, by Enter or a second click."""

        row: Row

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The cursor is on another row."""

        row: Row | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._columns: Columns | None = None
        self._ink = Ink(self)

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_rows(self, before: tuple[Row, ...], rows: tuple[Row, ...]) -> None:
        """Keep the cursor on what it was on; a new day starts at its last entry."""
        self._columns = None
        keys = [row_key(row) for row in rows]
        old = before[self.cursor] if self.cursor < len(before) else None
        if old is not None and row_key(old) in keys:
            self.cursor = keys.index(row_key(old))
        elif not before or not {row_key(row) for row in before} & set(keys):
            self.cursor = len(rows) - 1
        else:
            self.cursor = self.cursor
        self.virtual_size = Size(self.scrollable_content_region.width, len(rows))
        self.call_after_refresh(self._show_cursor)

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Draw the two lines that changed."""
        for index in (before, cursor):
            self.refresh_line(index)
        self._show_cursor()
        self.post_message(self.Moved(self.current))

    def select(self, key: str) -> None:
        """Put the cursor on the row of that key, where there is one."""
        for index, row in enumerate(self.rows):
            if row_key(row) == key:
                self.cursor = index

    def render_line(self, y: int) -> Strip:
        """One row, or what to do where there is none."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        if index >= len(self.rows):
            return self._blank(index, width)
        if self._columns is None:
            self._columns = plan(self.rows, width - 1)
        row = self.rows[index]
        here = index == self.cursor
        segments = [Segment("▌" if here else " ", self._style("bar", here=here))]
        segments += [
            Segment(text, self._style(style, here=here))
            for text, style in pieces(row, self._columns)
        ]
        return Strip(segments).adjust_cell_length(width, self._style("", here=here))

    def _blank(self, index: int, width: int) -> Strip:
        base = self._ink()
        if not self.rows and index < len(self.empty):
            line = Strip([Segment(f" {self.empty[index]}", self._style("gap", here=False))])
            return line.adjust_cell_length(width, base)
        return Strip.blank(width, base)

    def _style(self, name: str, *, here: bool) -> Style:
        """The style of a piece, on the cursor's line or off it."""
        if not here:
            return self._ink(STYLES[name])
        return self._ink(CURSOR if self.has_focus else CURSOR_ELSEWHERE, STYLES[name])

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went: look the styles up anew."""
        super().notify_style_update()
        self._ink.dry()

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001
        """The cursor shows where the keys go."""
        super().watch_has_focus(_has_focus)
        self._ink.dry()
        self.refresh()

    def _show_cursor(self) -> None:
        if self.rows and self.is_mounted:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def on_resize(self) -> None:
        """Columns depend on the width."""
        self._columns = None
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.rows))
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor there; a second one opens."""
        at = event.get_content_offset(self)
        index = self.scroll_offset.y + (at.y if at is not None else len(self.rows))
        if index < len(self.rows):
            self.cursor = index
            if event.chain == 2:
                self.action_open()

    def action_step(self, by: int) -> None:
        """Move ``by`` rows."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move ``by`` pages."""
        self.cursor += by * max(1, self.scrollable_content_region.height - 1)

    def action_edge(self, index: int) -> None:
        """The first row, or with -1 the last."""
        self.cursor = len(self.rows) - 1 if index else 0

    def action_open(self) -> None:
        """Say which row is to be opened."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))


__all__ = ["EntryList", "EntryRow", "GapRow"]
