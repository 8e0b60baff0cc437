"""The tasks in their sections: one list, one cursor, headings between the rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from widgets.actions import bindings
from widgets.fitting import fit, fit_pieces
from widgets.handoff.board import EMPTY, Row, Section, first
from widgets.handoff.columns import heading, lines, pieces, plan
from widgets.ink import Ink
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

    from widgets.handoff.board import Board
    from widgets.handoff.columns import Columns
    from widgets.handoff.prose import Line

CURSOR = "on $foreground 12%"
CURSOR_ELSEWHERE = "on $foreground 5%"


class TaskList(ScrollView, can_focus=True):
    """Shows ``board``; the cursor stays on its task when the rows change."""

    DEFAULT_CSS = """
    TaskList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("tasks")

    board: reactive[Board] = reactive(EMPTY, layout=False)
    cursor: reactive[int] = reactive(0, repaint=False)
    empty: reactive[tuple[str, ...]] = reactive(())

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The cursor is on another task."""

        row: Row | None

    @dataclass(eq=False, repr=False)
    class Opened(Message):
        """A task was opened, by Enter or a second click."""

        row: Row

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._ink = Ink(self)
        self._columns: Columns | None = None
        self._lines: Sequence[Section | Row | Line] = ()

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        rows = self.board.rows
        return rows[self.cursor] if rows else None

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.board.rows) - 1))

    def watch_board(self, before: Board, board: Board) -> None:
        """The cursor stays on its task, in another section where it has moved there."""
        old = before.rows[self.cursor] if self.cursor < len(before.rows) else first(board)
        at = 0
        if old is not None:
            keys = [row.key for row in board.rows]
            tasks = [row.task for row in board.rows]
            at = keys.index(old.key) if old.key in keys else (
                tasks.index(old.task) if old.task in tasks else self.cursor
            )  # fmt: skip
        self._lay()
        self.set_reactive(TaskList.cursor, self.validate_cursor(at))
        self.refresh()
        self._moved()
        self.call_after_refresh(self._show_cursor)

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Draw the two rows, and the headings where another section is lit."""
        rows = self.board.rows
        old, new = (rows[at] if at < len(rows) else None for at in (before, cursor))
        if old is None or new is None or old.section != new.section:
            self.refresh()
        else:
            for at in (before, cursor):
                self.refresh_line(self._line_of(at))
        self._show_cursor()
        self._moved()

    def _moved(self) -> None:
        """Say where the cursor is, once there is something to be on."""
        if self.board.ready:
            self.post_message(self.Moved(self.current))

    def select(self, task: str) -> None:
        """Put the cursor on the first row of ``task``, where there is one."""
        for index, row in enumerate(self.board.rows):
            if row.task == task:
                self.cursor = index
                return

    def _line_of(self, cursor: int) -> int:
        rows = [at for at, line in enumerate(self._lines) if isinstance(line, Row)]
        return rows[cursor] if cursor < len(rows) else 0

    def _show_cursor(self) -> None:
        if self.board.rows and self.is_mounted:
            line = self._line_of(self.cursor)
            top = line - 1 if line and isinstance(self._lines[line - 1], Section) else line
            if line < self.scrollable_content_region.height and not self.cursor:
                top = 0
            self.scroll_to_region(Region(0, top, 1, line - top + 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """A heading, a row, or air."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        line = self._lines[index] if index < len(self._lines) else []
        if isinstance(line, Row):
            return self._row(line, width)
        if isinstance(line, Section):
            current = self.current
            here = self.has_focus and current is not None and current.section == line.id
            said = heading(line, width, here=here)
        elif not self._lines and index < len(self.empty):
            said = [(fit(f" {self.empty[index]}", width), QUIET)]
        else:
            said = line
        segments = [Segment(text, self._ink(style)) for text, style in fit_pieces(said, width)]
        return Strip(segments).adjust_cell_length(width, self._ink())

    def _row(self, row: Row, width: int) -> Strip:
        if self._columns is None:
            self._columns = plan(self.board, width - 1)
        here = self.current is not None and row.key == self.current.key
        ground = (CURSOR if self.has_focus else CURSOR_ELSEWHERE,) if here else ()
        segments = [Segment("▌" if here else " ", self._ink(*ground, VALUE))]
        segments += [
            Segment(text, self._ink(*ground, style))
            for text, style in pieces(self.board, row, self._columns)
        ]
        return Strip(segments).adjust_cell_length(width, self._ink(*ground))

    def on_resize(self) -> None:
        """Columns depend on the width."""
        self._lay()
        self._show_cursor()

    def _lay(self) -> None:
        """What stands on each line in the width there is."""
        width = self.scrollable_content_region.width
        self._columns = None
        self._lines = lines(self.board, width)
        self.virtual_size = Size(width, len(self._lines))

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
        index = self.scroll_offset.y + (at.y if at is not None else len(self._lines))
        line = self._lines[index] if index < len(self._lines) else None
        if isinstance(line, Row):
            self.cursor = self.board.rows.index(line)
            if event.chain == 2:
                self.action_open()

    def action_step(self, by: int) -> None:
        """Move ``by`` rows."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move ``by`` pages."""
        self.cursor += by * max(1, self.scrollable_content_region.height - 2)

    def action_edge(self, index: int) -> None:
        """The first row, or with -1 the last."""
        self.cursor = len(self.board.rows) - 1 if index else 0

    def action_open(self) -> None:
        """Say which task is to be opened."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))
