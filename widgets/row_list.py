"""Rows of columns under one cursor: the columns line up, and give way where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.reactive import reactive

from tracker.domain.value import Value
from widgets.fitting import left, right
from widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from widgets.fitting import Piece

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


class RowList(LineList[ListRow]):
    """Shows ``rows``; the cursor stays on its row, or at its place, when they change."""

    rows: reactive[tuple[ListRow, ...]] = reactive((), layout=False)

    class Moved(LineList.Moved[ListRow]):
        """The cursor is on another row."""

    class Opened(LineList.Opened[ListRow]):
        """A row was clicked twice."""

    def __init__(self, layout: Layout, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._layout = layout
        self._widths: list[int] | None = None

    @property
    def stops(self) -> Sequence[ListRow]:
        """Every row."""
        return self.rows

    def name_of(self, row: ListRow) -> str:
        """Its key."""
        return row.key

    def columns_as(self, layout: Layout) -> None:
        """Share the width in another way."""
        self._layout = layout
        self._widths = None
        self.refresh()

    def watch_rows(self, before: tuple[ListRow, ...]) -> None:
        """The cursor stays on its row; where that is gone, on the one that takes its place."""
        at = self.find(before[self.cursor].key) if self.cursor < len(before) else None
        self.put(self.cursor if at is None else at)

    def lay_out(self) -> None:
        """Columns depend on the rows and on the width."""
        self._widths = None
        super().lay_out()

    def draw(self, index: int, width: int, *, here: bool) -> Strip:
        """One row."""
        return self.row_strip(self._pieces(self.rows[index], width - 2), width, here=here)

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
