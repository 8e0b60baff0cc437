"""Rows of columns under one cursor: the columns line up, and give way where there is no room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.domain.value import Value
from widgets.fitting import fit, left, right
from widgets.ink import Ink
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from widgets.fitting import Piece

CURSOR = "on $foreground 12%"
CURSOR_ELSEWHERE = "on $foreground 5%"
GAP = 2
"""Cells between two columns."""


class ListRow(Value):
    """One row: a piece for each column; ``key`` is what the cursor stays on."""

    key: str
    columns: tuple[Piece, ...]


class Layout(Value):
    """How columns share the width.

    Attributes:
        aligns: ``l`` or ``r`` for each.
        stretch: The column that gives way, down to ``least`` cells.
        drop: Columns that are left out where it would get less than that, in order.
    """

    aligns: str
    stretch: int = 0
    drop: tuple[int, ...] = ()
    least: int = 16


def widths(rows: Sequence[ListRow], layout: Layout, width: int) -> list[int]:
    """The cells of each column; 0 for one that is left out."""
    found = [
        max((cell_len(row.columns[place][0]) for row in rows), default=0)
        for place in range(len(layout.aligns))
    ]
    for dropped in (*layout.drop, -1):
        others = sum(size + GAP for place, size in enumerate(found) if size) - GAP
        room = width - (others - found[layout.stretch])
        if found[layout.stretch] <= room or room >= layout.least or dropped < 0:
            found[layout.stretch] = max(1, min(found[layout.stretch], room))
            break
        found[dropped] = 0
    return found


class RowList(ScrollView, can_focus=True):
    """Shows ``rows``; the cursor stays on its row, or at its place, when they change."""

    DEFAULT_CSS = """
    RowList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    rows: reactive[tuple[ListRow, ...]] = reactive((), layout=False)
    cursor: reactive[int] = reactive(0, repaint=False)
    empty: reactive[tuple[str, ...]] = reactive(())

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The cursor is on another row."""

        row: ListRow | None

    @dataclass(eq=False, repr=False)
    class Opened(Message):
        """A row was clicked twice."""

        row: ListRow

    def __init__(self, layout: Layout, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._ink = Ink(self)
        self._layout = layout
        self._widths: list[int] | None = None

    @property
    def current(self) -> ListRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def columns_as(self, layout: Layout) -> None:
        """Share the width in another way."""
        self._layout = layout
        self._widths = None
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_rows(self, before: tuple[ListRow, ...], rows: tuple[ListRow, ...]) -> None:
        """The cursor stays on its row; where that is gone, on the one that takes its place."""
        self._widths = None
        old = before[self.cursor].key if self.cursor < len(before) else ""
        keys = [row.key for row in rows]
        at = keys.index(old) if old in keys else self.cursor
        self.virtual_size = Size(self.scrollable_content_region.width, len(rows))
        self.set_reactive(RowList.cursor, self.validate_cursor(at))
        self.refresh()
        self.post_message(self.Moved(self.current))
        self.call_after_refresh(self._show_cursor)

    def watch_cursor(self) -> None:
        """Draw it, and say so."""
        self.refresh()
        self._show_cursor()
        self.post_message(self.Moved(self.current))

    def select(self, key: str) -> None:
        """Put the cursor on a row, where there is one of that key."""
        keys = [row.key for row in self.rows]
        if key in keys:
            self.cursor = keys.index(key)

    def _show_cursor(self) -> None:
        if self.rows and self.is_mounted:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One row, or why there is none."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        if index >= len(self.rows):
            words = self.empty[index] if not self.rows and index < len(self.empty) else ""
            line = Strip([Segment(fit(f" {words}", width), self._ink(QUIET))])
            return line.adjust_cell_length(width, self._ink())
        here = index == self.cursor
        ground = (CURSOR if self.has_focus else CURSOR_ELSEWHERE,) if here else ()
        segments = [Segment("▌" if here else " ", self._ink(*ground, VALUE))]
        for text, style in self._pieces(self.rows[index], width - 2):
            segments.append(Segment(text, self._ink(*ground, style)))
        return Strip(segments).adjust_cell_length(width, self._ink(*ground))

    def _pieces(self, row: ListRow, width: int) -> list[Piece]:
        if self._widths is None:
            self._widths = widths(self.rows, self._layout, width)
        found: list[Piece] = []
        for size, align, (text, style) in zip(
            self._widths, self._layout.aligns, row.columns, strict=True
        ):
            if size:
                shown = right(text, size) if align == "r" else left(text, size)
                found += [(" " * GAP, "")] if found else []
                found.append((shown, style))
        return found

    def on_resize(self) -> None:
        """Columns depend on the width."""
        self._widths = None
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.rows))
        self._show_cursor()

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went: other styles."""
        super().notify_style_update()
        self._ink.dry()

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001
        """The cursor shows where the keys go."""
        super().watch_has_focus(_has_focus)
        self._ink.dry()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor there; a second one opens."""
        at = event.get_content_offset(self)
        index = self.scroll_offset.y + (at.y if at is not None else len(self.rows))
        if index < len(self.rows):
            self.cursor = index
            if event.chain == 2:
                self.post_message(self.Opened(self.rows[index]))

    def action_step(self, by: int) -> None:
        """Move ``by`` rows."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move ``by`` pages."""
        self.cursor += by * max(1, self.scrollable_content_region.height - 1)

    def action_edge(self, index: int) -> None:
        """The first row, or with -1 the last."""
        self.cursor = len(self.rows) - 1 if index else 0
