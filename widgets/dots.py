"""Ratings as dots, the last periods as cells, lengths of time as a line of small bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.tones import COST, FAINT, QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.audit.recurrence.standing import Cell
    from widgets.fitting import Piece

MOST = 5
"""A rating goes from one to this."""

RATING_KEYS = {"tedium": "t", "growth": "g", "skill": "k", "like": "l"}
"""The letter of each rating: its key where one rates, its name where there is no room."""

CELLS: dict[str, Piece] = {
    "done": ("■", VALUE),
    "late": ("▪", COST),
    "missed": ("□", COST),
    "due": ("○", f"bold {COST}"),
    "open": ("◦", QUIET),
    "before": ("·", FAINT),
    "paused": ("╌", FAINT),
}
"""What each state of a period looks like: told apart by shape, and then by colour."""

CELL_WORDS = {
    "done": "done",
    "late": "late",
    "missed": "missed",
    "due": "due",
    "open": "not done",
    "before": "before the first",
    "paused": "paused",
}

_LEVELS = "▁▂▃▄▅▆▇█"

ASSUMED = "*"
"""Stands after what nobody has said."""


def dots(rating: int, style: str = "$foreground", *, assumed: bool = False) -> list[Piece]:
    """``●●●●○``; grey and starred where it is only assumed. Six cells in all."""
    return [
        ("●" * rating, FAINT if assumed else style),
        ("○" * (MOST - rating), FAINT),
        (ASSUMED if assumed else " ", QUIET),
    ]


def rating_style(name: str) -> str:
    """The colour of a rating: what tedium costs, what growth is worth, the rest plain."""
    return {"tedium": COST, "growth": VALUE}.get(name, "$foreground")


def cells_pieces(cells: Sequence[Cell], count: int) -> list[Piece]:
    """The newest ``count`` periods, against the right edge of ``count`` cells; runs joined."""
    shown = cells[-count:] if count else ()
    found: list[Piece] = [(" " * (count - len(shown)), "")] if len(shown) < count else []
    for cell in shown:
        glyph, style = CELLS[cell.state]
        if found and found[-1][1] == style and found[-1][0].strip():
            found[-1] = (found[-1][0] + glyph, style)
        else:
            found.append((glyph, style))
    return found


def sparkline(values: Sequence[int], width: int) -> str:
    """The newest ``width`` values, the longest as a full block; empty for none."""
    shown = values[-width:] if width > 0 else ()
    most = max(shown, default=0)
    if not most:
        return ""
    return "".join(_LEVELS[min(7, round(value / most * 7))] for value in shown)


def columns_chart(values: Sequence[int], width: int, height: int) -> list[str]:
    """The newest ``width`` values as columns of ``height`` lines, in eighths of a cell."""
    shown = values[-width:] if width > 0 else ()
    most = max(shown, default=0) or 1
    eighths = [max(1, round(value / most * height * 8)) if value else 0 for value in shown]
    lines = []
    for line in range(height - 1, -1, -1):
        row = ""
        for count in eighths:
            left = min(8, max(0, count - line * 8))
            row += _LEVELS[left - 1] if left else " "
        lines.append(row)
    return lines
