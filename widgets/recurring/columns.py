"""A lane laid out in columns, the same for all lanes; pure, and measured in cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tracker.domain.value import Value
from widgets.dots import cells_pieces
from widgets.fitting import first_that_fits, left, right
from widgets.tones import COST, QUIET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from widgets.fitting import Piece
    from widgets.recurring.chart import TaskRow

HOURS = 7
EACH = " each"
"""Left out after the usual length where there is no room for it."""
LONGEST_NAME = 34
ROOMY = 70
"""Cells from which columns stand two cells apart and names have room."""


class Columns(Value):
    """Widths, in cells; 0 where a column has no room.

    Attributes:
        gap: Between two columns.
        due: 0 for the short wording, else the width of the full one.
        short: Width of the short wording.
    """

    name: int
    cells: int
    usual: int
    worth: int
    due: int
    short: int
    sure: int
    gap: int


def plan(rows: Sequence[TaskRow], width: int) -> Columns:
    """Columns that show as much of ``rows`` as ``width`` cells can, the most wanted first."""
    gap = 2 if width >= ROOMY else 1
    longest = max((cell_len(row.task) for row in rows), default=0)
    most_cells = max((len(row.standing.cells) for row in rows), default=0)
    short = max((cell_len(row.due_short) for row in rows), default=0)
    name = min(longest, 18 if width >= ROOMY else 14)
    cells = min(most_cells, 12 if width >= ROOMY else 8)
    room = width - name - cells - HOURS - short - 3 * gap
    if room < 0:  # a terminal of no size at all: the name gives way
        name, room = max(4, name + room), 0

    def take(wanted: int) -> int:
        nonlocal room
        if not wanted or room < wanted + gap:
            return 0
        room -= wanted + gap
        return wanted

    worth = take(max((cell_len(row.worth) for row in rows), default=0))
    each = max((cell_len(row.usual) for row in rows), default=0)
    usual = take(max(0, each - len(EACH)))
    full = max((cell_len(row.due) for row in rows), default=0)
    due = full if full - short <= room else 0
    room -= due - short if due else 0
    grow = min(room, min(longest, LONGEST_NAME) - name)
    name, room = name + grow, room - grow
    if usual and room >= len(EACH):
        usual, room = each, room - len(EACH)
    grow = min(room, most_cells - cells)
    cells, room = cells + grow, room - grow
    sure = 0
    if room >= 14 + gap:
        sure = min(room - gap, max((cell_len(row.sure[0] + row.but) for row in rows), default=0))
        room -= sure + gap
    if width >= ROOMY:
        name += min(room, 12)
    return Columns(name, cells, usual, worth, due, short, sure, gap)


def pieces(row: TaskRow, columns: Columns) -> list[Piece]:
    """One row as styled pieces."""
    gap = (" " * columns.gap, "")
    due = left(row.due, columns.due) if columns.due else left(row.due_short, columns.short)
    found = [(left(row.task, columns.name), "$foreground"), gap]
    found += [*cells_pieces(row.standing.cells, columns.cells), gap]
    if columns.usual:
        full = cell_len(row.usual) <= columns.usual
        length = row.usual if full else row.usual.removesuffix(EACH)
        found += [(right(length, columns.usual), QUIET), gap]
    found += [(right(row.hours, HOURS), "bold $foreground"), gap]
    if columns.worth:
        found += [(right(row.worth, columns.worth), f"bold {COST}"), gap]
    found.append((due, f"bold {COST}" if row.urgent else QUIET))
    if columns.sure:
        wordings = (row.sure[0] + row.but, *row.sure)
        found += [gap, (first_that_fits(wordings, columns.sure), QUIET)]
    return found
