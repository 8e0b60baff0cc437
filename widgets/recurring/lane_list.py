"""The lanes one under the other: a list that draws only the lines it must."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.domain.value import Value
from widgets.actions import bindings
from widgets.fitting import fit, fit_pieces, pieces_width
from widgets.ink import Ink
from widgets.recurring.columns import pieces, plan
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from widgets.fitting import Piece
    from widgets.recurring.chart import Lane, TaskRow
    from widgets.recurring.columns import Columns

CURSOR = "on $foreground 12%"
CURSOR_ELSEWHERE = "on $foreground 5%"


class Line(Value):
    """One line: the top of a lane, a task of it, or its bottom."""

    kind: str
    lane: Lane
    row: TaskRow | None = None


def lines_of(lanes: tuple[Lane, ...], *, boxed: bool) -> tuple[Line, ...]:
    """Every line in order; only boxes have a bottom."""
    found: list[Line] = []
    for lane in lanes:
        found.append(Line("top", lane))
        found += [Line("task", lane, row) for row in lane.rows]
        if boxed:
            found.append(Line("bottom", lane))
    return tuple(found)


class LaneList(ScrollView, can_focus=True):
    """Shows ``lanes``; the cursor goes from task to task and stays on its own.

    Attributes:
        boxed: Whether each lane has a frame; else only a line over it.
        empty: What to say where there is no lane.
    """

    DEFAULT_CSS = """
    LaneList { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("lanes")

    lanes: reactive[tuple[Lane, ...]] = reactive((), layout=False)
    boxed: var[bool] = var(default=False)
    empty: reactive[tuple[str, ...]] = reactive(())
    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The cursor is on another task, or the task has changed."""

        row: TaskRow | None

    @dataclass(eq=False, repr=False)
    class Opened(Message):
        """A task was opened, by Enter or a second click."""

        row: TaskRow

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._ink = Ink(self)
        self._lines: tuple[Line, ...] = ()
        self._columns: Columns | None = None
        self._kept = ""

    @property
    def current(self) -> TaskRow | None:
        """The task under the cursor."""
        return self._lines[self.cursor].row if self.cursor < len(self._lines) else None

    def _places(self) -> list[int]:
        """The lines that are tasks."""
        return [place for place, line in enumerate(self._lines) if line.row is not None]

    def watch_lanes(self) -> None:
        """Other lanes: the cursor stays on its task, else near where it was."""
        self._lay_out()

    def watch_boxed(self) -> None:
        """Frames came or went."""
        self._lay_out()

    def _lay_out(self) -> None:
        self._lines = lines_of(self.lanes, boxed=self.boxed)
        self._columns = None
        self.virtual_size = Size(self.scrollable_content_region.width, self._height)
        places = self._places()
        same = [place for place in places if self._key(place) == self._kept]
        near = min(places, key=lambda place: abs(place - self.cursor), default=0)
        self.cursor = same[0] if same else near
        self._remember()
        self.refresh()
        self.call_after_refresh(self._show_cursor)
        self.post_message(self.Moved(self.current))

    @property
    def _height(self) -> int:
        """In lines: of the lanes, or of the words that stand in their place."""
        return len(self._lines) or len(self.empty)

    def watch_empty(self) -> None:
        """Other words may need other room."""
        self.virtual_size = Size(self.scrollable_content_region.width, self._height)

    def _key(self, place: int) -> str:
        row = self._lines[place].row
        return row.task if row is not None else ""

    def _remember(self) -> None:
        self._kept = self.current.task if self.current is not None else ""

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Draw the two tasks, and all where another lane is lit."""
        self._remember()
        lines = self._lines
        if max(before, cursor) < len(lines) and lines[before].lane is lines[cursor].lane:
            self.refresh_line(before)
            self.refresh_line(cursor)
        else:
            self.refresh()
        self._show_cursor()
        self.post_message(self.Moved(self.current))

    def select(self, task: str) -> None:
        """Put the cursor on a task, where it is shown."""
        for place in self._places():
            if self._key(place) == task:
                self.cursor = place

    def _show_cursor(self) -> None:
        if not self._lines or not self.is_mounted:
            return
        first = self.cursor
        while first > 0 and self._lines[first].kind != "top" and self.cursor - first < 1:
            first -= 1
        if self._lines[first].kind != "top":
            first = self.cursor
        after = self.cursor + 1
        last = after if after < len(self._lines) and self._lines[after].kind == "bottom" else None
        region = Region(0, first, 1, (last or self.cursor) - first + 1)
        self.scroll_to_region(region, animate=False, force=True)

    def on_resize(self) -> None:
        """Columns depend on the width."""
        self._columns = None
        self.virtual_size = Size(self.scrollable_content_region.width, self._height)
        self._show_cursor()

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went: look the styles up anew."""
        super().notify_style_update()
        self._ink.dry()

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001
        """The cursor shows where the keys go."""
        super().watch_has_focus(_has_focus)
        self._ink.dry()
        self.refresh()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of a lane, or what to do where there is none."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        if index >= len(self._lines):
            words = self.empty[index] if not self._lines and index < len(self.empty) else ""
            line = Strip([Segment(fit(f" {words}", width), self._ink(QUIET))])
            return line.adjust_cell_length(width, self._ink())
        line_here = self._lines[index]
        lit = self.has_focus and line_here.lane is self._lines[self.cursor].lane
        if line_here.row is not None:
            return self._task_strip(line_here.row, width, here=index == self.cursor, lit=lit)
        return self._strip(self._edge(line_here, width, lit=lit), width)

    def _strip(self, parts: list[Piece], width: int) -> Strip:
        segments = [Segment(text, self._ink(style)) for text, style in parts]
        return Strip(segments).adjust_cell_length(width, self._ink())

    def _edge(self, line: Line, width: int, *, lit: bool) -> list[Piece]:
        """The top or the bottom of a lane."""
        rule = "$border" if lit else "$border-blurred"
        title = f"bold {VALUE}" if lit else QUIET
        lane = line.lane
        if not self.boxed:
            total = f" {lane.total} " if lane.total else ""
            name = fit(lane.title, width - cell_len(total) - 6)
            fill = width - cell_len(name) - cell_len(total) - 3
            return [(f" {name} ", title), ("─" * fill, rule), (total, QUIET)]
        if line.kind == "top":
            name = fit(lane.title, width - 6)
            return [("╭─ ", rule), (name, title),
                    (f" {'─' * (width - cell_len(name) - 5)}╮", rule)]  # fmt: skip
        if not lane.total:
            return [(f"╰{'─' * (width - 2)}╯", rule)]
        return [(f"╰{'─' * (width - cell_len(lane.total) - 5)} ", rule),
                (lane.total, QUIET), (" ─╯", rule)]  # fmt: skip

    def _task_strip(self, row: TaskRow, width: int, *, here: bool, lit: bool) -> Strip:
        edge = 1 if self.boxed else 0
        inner = width - 2 * edge
        if self._columns is None:
            rows = [line.row for line in self._lines if line.row is not None]
            self._columns = plan(rows, inner - 2)
        rule = "$border" if lit else "$border-blurred"
        parts = fit_pieces(pieces(row, self._columns), inner - 2)
        ground = (CURSOR if self.has_focus else CURSOR_ELSEWHERE) if here else ""
        shown = [Segment("│" * edge, self._ink(rule))]
        shown.append(Segment("▌" if here else " ", self._style(VALUE, ground)))
        shown += [Segment(text, self._style(style, ground)) for text, style in parts]
        rest = " " * (inner - 1 - pieces_width(parts))
        shown += [Segment(rest, self._style("", ground)), Segment("│" * edge, self._ink(rule))]
        return Strip(shown).adjust_cell_length(width, self._ink())

    def _style(self, style: str, ground: str) -> Style:
        return self._ink(ground, style) if ground else self._ink(style)

    # Keys and the mouse

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor there; a second one opens."""
        at = event.get_content_offset(self)
        index = self.scroll_offset.y + (at.y if at is not None else len(self._lines))
        if index < len(self._lines) and self._lines[index].row is not None:
            self.cursor = index
            if event.chain == 2:
                self.action_open()

    def action_step(self, by: int) -> None:
        """Move ``by`` tasks."""
        places = self._places()
        if places:
            at = places.index(self.cursor) + by
            self.cursor = places[max(0, min(at, len(places) - 1))]

    def action_page(self, by: int) -> None:
        """Move ``by`` pages."""
        self.action_step(by * max(1, self.scrollable_content_region.height - 2))

    def action_edge(self, index: int) -> None:
        """The first task, or with -1 the last."""
        places = self._places()
        if places:
            self.cursor = places[index]

    def action_lane(self, by: int) -> None:
        """The first task of the lane before or after."""
        tops = [place + 1 for place, line in enumerate(self._lines) if line.kind == "top"]
        if not tops:
            return
        here = max(index for index, top in enumerate(tops) if top <= self.cursor)
        self.cursor = tops[max(0, min(here + by, len(tops) - 1))]

    def action_open(self) -> None:
        """Say which task is to be opened."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))
