"""The tasks in their sections: one list, one cursor, headings between the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive

from widgets.actions import bindings
from widgets.fitting import fit_pieces
from widgets.handoff.board import EMPTY, Row, Section, first
from widgets.handoff.columns import heading, lines, pieces, plan
from widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.strip import Strip

    from widgets.handoff.board import Board
    from widgets.handoff.columns import Columns
    from widgets.handoff.prose import Line


class TaskList(LineList[Row]):
    """Shows ``board``; the cursor stays on its task when the rows change."""

    DEFAULT_CSS = """
    TaskList { scrollbar-gutter: stable; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("tasks")
    OVERLAP: ClassVar[int] = 2

    board: reactive[Board] = reactive(EMPTY, layout=False)

    class Moved(LineList.Moved[Row]):
        """The cursor is on another task."""

    class Opened(LineList.Opened[Row]):
        """A task was opened, by Enter or a second click."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._columns: Columns | None = None
        self._lines: Sequence[Section | Row | Line] = ()
        self._places: Sequence[int] = ()

    @property
    def stops(self) -> Sequence[Row]:
        """The rows of every section."""
        return self.board.rows

    @property
    def places(self) -> Sequence[int]:
        """The lines that are no heading, no notice and no air."""
        return self._places

    @property
    def line_count(self) -> int:
        """Rows, headings, notices and air."""
        return len(self._lines)

    def name_of(self, row: Row) -> str:
        """Its task; the first section that has it is meant."""
        return row.task

    def lit(self, at: int) -> str:
        """Its section."""
        return self.board.rows[at].section

    def watch_board(self, before: Board, board: Board) -> None:
        """The cursor stays on its task, in another section where it has moved there."""
        old = before.rows[self.cursor] if self.cursor < len(before.rows) else first(board)
        at: int | None = 0
        if old is not None:
            keys = [row.key for row in board.rows]
            at = keys.index(old.key) if old.key in keys else self.find(old.task)
        self.put(self.cursor if at is None else at)

    def say_moved(self) -> None:
        """Only once there is something to be on."""
        if self.board.ready:
            super().say_moved()

    def lay_out(self) -> None:
        """What stands on each line in the width there is."""
        self._columns = None
        self._lines = lines(self.board, self.scrollable_content_region.width)
        self._places = [at for at, line in enumerate(self._lines) if isinstance(line, Row)]
        super().lay_out()

    def around(self, line: int) -> tuple[int, int]:
        """The heading with the first of its rows; all above the first row of all."""
        if line < self.scrollable_content_region.height and not self.cursor:
            return 0, line
        return line - (line > 0 and isinstance(self._lines[line - 1], Section)), line

    def draw(self, index: int, width: int, *, here: bool) -> Strip:
        """A heading, a row, or air."""
        line = self._lines[index]
        if isinstance(line, Row):
            if self._columns is None:
                self._columns = plan(self.board, width - 1)
            return self.row_strip(pieces(self.board, line, self._columns), width, here=here)
        if isinstance(line, Section):
            current = self.current
            lit = self.has_focus and current is not None and current.section == line.id
            line = heading(line, width, here=lit)
        return self.strip(fit_pieces(line, width), width)
