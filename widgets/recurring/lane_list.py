"""The lanes one under the other: tasks between the top and the bottom of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import reactive, var
from textual.strip import Strip

from tracker.domain.value import Value
from widgets.actions import bindings
from widgets.fitting import fit, fit_pieces
from widgets.line_list import LineList
from widgets.recurring.chart import Lane, TaskRow
from widgets.recurring.columns import pieces, plan
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from widgets.fitting import Piece
    from widgets.recurring.columns import Columns


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


class LaneList(LineList[TaskRow]):
    """Shows ``lanes``; the cursor goes from task to task and stays on its own.

    Attributes:
        boxed: Whether each lane has a frame; else only a line over it.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("lanes")
    OVERLAP: ClassVar[int] = 2

    lanes: reactive[tuple[Lane, ...]] = reactive((), layout=False)
    boxed: var[bool] = var(default=False)

    class Moved(LineList.Moved[TaskRow]):
        """The cursor is on another task, or the task has changed."""

    class Opened(LineList.Opened[TaskRow]):
        """A task was opened, by Enter or a second click."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()
        self._stops: tuple[TaskRow, ...] = ()
        self._places: tuple[int, ...] = ()
        self._columns: Columns | None = None

    @property
    def stops(self) -> Sequence[TaskRow]:
        """The tasks of every lane."""
        return self._stops

    @property
    def places(self) -> Sequence[int]:
        """The lines that are tasks."""
        return self._places

    @property
    def line_count(self) -> int:
        """Tasks, tops and bottoms."""
        return len(self._lines)

    def name_of(self, row: TaskRow) -> str:
        """Its task."""
        return row.task

    def lit(self, at: int) -> str:
        """Its lane."""
        return self._lines[self._places[at]].lane.name

    def watch_lanes(self) -> None:
        """Other lanes: the cursor stays on its task, else near where it was."""
        self._fill()

    def watch_boxed(self) -> None:
        """Frames came or went."""
        self._fill()

    def _fill(self) -> None:
        old = self.current
        line = self._places[self.cursor] if old is not None else 0
        self._lines = lines_of(self.lanes, boxed=self.boxed)
        self._stops = tuple(row for one in self.lanes for row in one.rows)
        self._places = tuple(at for at, one in enumerate(self._lines) if one.row is not None)
        at = self.find(old.task) if old is not None else None
        if at is None:
            stops = range(len(self._places))
            at = min(stops, key=lambda stop: abs(self._places[stop] - line), default=0)
        self.put(at)

    def lay_out(self) -> None:
        """As high as the lanes, or as the words that stand in their place."""
        self._columns = None
        height = len(self._lines) or len(self.empty)
        self.virtual_size = Size(self.scrollable_content_region.width, height)

    def watch_empty(self) -> None:
        """Other words may need other room."""
        self.lay_out()

    def around(self, line: int) -> tuple[int, int]:
        """The top of the lane with its first task, and the bottom with its last."""
        top = self._lines[line - 1].kind == "top"
        bottom = line + 1 < len(self._lines) and self._lines[line + 1].kind == "bottom"
        return line - top, line + bottom

    # Drawing

    def draw(self, index: int, width: int, *, here: bool) -> Strip:
        """One line of a lane."""
        line = self._lines[index]
        lit = self.has_focus and line.lane.name == self.lit(self.cursor)
        if line.row is not None:
            return self._task_strip(line.row, width, here=here, lit=lit)
        return self.strip(self._edge(line, width, lit=lit), width)

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
        inner = width - 2 if self.boxed else width
        if self._columns is None:
            self._columns = plan(self._stops, inner - 2)
        parts = fit_pieces(pieces(row, self._columns), inner - 2)
        shown = self.row_strip(parts, inner, here=here)
        if not self.boxed:
            return shown
        edge = Strip([Segment("│", self._ink("$border" if lit else "$border-blurred"))])
        return Strip.join([edge, shown, edge])

    # Keys

    def action_lane(self, by: int) -> None:
        """The first task of the lane before or after."""
        names = [self.lit(at) for at in range(len(self._stops))]
        tops = [at for at, name in enumerate(names) if name not in names[:at]]
        if tops:
            here = max(place for place, top in enumerate(tops) if top <= self.cursor)
            self.cursor = tops[max(0, min(here + by, len(tops) - 1))]
