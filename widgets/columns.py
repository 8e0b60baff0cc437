"""The entries of a day laid out in columns; pure, and measured in cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tracker.domain.value import Value
from widgets.fitting import fit, fit_pieces, left, pieces_width, right
from widgets.rows import SIGN, WORD, EntryRow, GapRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from widgets.fitting import Piece
    from widgets.rows import Row

CLOCK = 11
DURATION = 6


class Columns(Value):
    """Widths, in cells, for one list in one width.

    Attributes:
        words: What is left for task, project, tags and note together.
        task, project: Aligned columns of their own; 0 where the room is too small for them.
        value: The money column; 0 where there is none.
        side: 1 for the sign alone, more for sign and word.
    """

    words: int
    task: int
    project: int
    value: int
    side: int


def plan(rows: Sequence[Row], width: int) -> Columns:
    """Columns that show as much of ``rows`` as ``width`` cells can."""
    entries = [row for row in rows if isinstance(row, EntryRow)]
    side = 10 if width >= 50 else 1
    value = max((cell_len(row.value) for row in entries), default=0) if width >= 80 else 0
    taken = 1 + CLOCK + 1 + 1 + DURATION + 1 + side + (value + 2 if value else 0)
    words = max(4, width - taken)
    task = project = 0
    if words >= 26:
        longest = max((cell_len(row.entry.task) for row in entries), default=0)
        task = min(longest + 2, words * 3 // 5)
        longest = max((cell_len(row.entry.project) + 1 for row in entries), default=1)
        if longest > 1 and words >= 44:
            project = min(longest + 2, (words - task) // 2)
    return Columns(words, task, project, value, side)


def pieces(row: Row, columns: Columns) -> list[Piece]:
    """One row as styled pieces; styles are the list's component names."""
    if isinstance(row, GapRow):
        return [
            (left(row.clock, CLOCK), "gap"),
            ("  ", ""),
            (fit(row.words, columns.words + DURATION), "gap"),
        ]
    side = SIGN[row.side] + (f" {WORD[row.side]}" if columns.side > 1 else "")
    shown = [
        (left(row.clock, CLOCK), "time"),
        ("  ", ""),
        *_words(row, columns),
        (right(row.duration, DURATION), row.side),
    ]
    if columns.value:
        shown.append((right(row.value, columns.value + 2), "detail"))
    return [*shown, (" ", ""), (left(side, columns.side), row.side)]


def _words(row: EntryRow, columns: Columns) -> list[Piece]:
    entry = row.entry
    task = "running" if entry.running else "task"
    project = f"@{entry.project}" if entry.project else ""
    rest: list[Piece] = [(f"#{tag} ", "detail") for tag in entry.tags]
    if entry.note:
        rest.append((entry.note, "note"))
    if columns.task:
        shown: list[Piece] = [(left(entry.task, columns.task - 2) + "  ", task)]
        if columns.project:
            shown.append((left(project, columns.project - 2) + "  ", "detail"))
        elif project:
            rest.insert(0, (f"{project} ", "detail"))
        room = columns.words - pieces_width(shown) - 1
        shown += fit_pieces(rest, room)
    else:
        if project:
            rest.insert(0, (f"{project} ", "detail"))
        shown = fit_pieces([(entry.task, task)], columns.words - 1)
        if columns.words - pieces_width(shown) > 6:
            room = columns.words - pieces_width(shown) - 2
            shown += [(" ", ""), *fit_pieces(rest, room)]
    return [*shown, (" " * (columns.words - pieces_width(shown)), "")]
