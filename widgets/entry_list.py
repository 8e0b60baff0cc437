"""The entries of a day with their gaps, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive

from widgets.actions import bindings
from widgets.columns import pieces, plan
from widgets.line_list import LineList
from widgets.rows import GapRow, Row, row_key
from widgets.tones import COST, QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.strip import Strip

    from widgets.columns import Columns


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
}
"""What each kind of piece looks like."""


class EntryList(LineList[Row]):
    """Shows ``rows``; the cursor stays on its entry when the day changes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("entries")
    HUSHED: ClassVar[str] = STYLES["gap"]

    rows: reactive[tuple[Row, ...]] = reactive((), layout=False)

    class Moved(LineList.Moved[Row]):
        """The cursor is on another row."""

    class Opened(LineList.Opened[Row]):
        """A row was opened, by Enter or a second click."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._columns: Columns | None = None

    @property
    def stops(self) -> Sequence[Row]:
        """Every row."""
        return self.rows

    def name_of(self, row: Row) -> str:
        """The id of an entry, the beginning of a gap."""
        return row_key(row)

    def watch_rows(self, before: tuple[Row, ...], rows: tuple[Row, ...]) -> None:
        """Keep the cursor on what it was on; a new day starts at its last entry."""
        old = before[self.cursor] if self.cursor < len(before) else None
        at = self.find(row_key(old)) if old is not None else None
        if at is None:
            same_day = {row_key(row) for row in before} & {row_key(row) for row in rows}
            at = self.cursor if same_day else _last_entry(rows)
        self.lay_out()
        self.cursor = at
        self.call_after_refresh(self.show_cursor)

    def lay_out(self) -> None:
        """Columns depend on the rows and on the width."""
        self._columns = None
        super().lay_out()

    def draw(self, index: int, width: int, *, here: bool) -> Strip:
        """One row."""
        if self._columns is None:
            self._columns = plan(self.rows, width - 1)
        parts = pieces(self.rows[index], self._columns)
        return self.row_strip(((text, STYLES[style]) for text, style in parts), width, here=here)


def _last_entry(rows: Sequence[Row]) -> int:
    """Not the gap after it, whose time would begin the next line that is typed."""
    entries = (at for at in reversed(range(len(rows))) if not isinstance(rows[at], GapRow))
    return next(entries, len(rows) - 1)
