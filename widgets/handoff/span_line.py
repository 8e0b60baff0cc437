"""A quantity on a line: the stretch in which the verdict holds, and where it is now."""

from __future__ import annotations

from rich.cells import cell_len

from tracker.domain.value import Value
from widgets.tones import FAINT, QUIET, VALUE

Line = list[tuple[str, str]]

HOLDS, OUTSIDE, HERE = "━", "─", "●"
AWAY = "○"
"""Where the quantity is while the verdict does not hold: told by shape as well as by colour."""


class Reach(Value):
    """A quantity with the stretch ``[low, high]`` in which something holds.

    Attributes:
        here: What it is now, 0 or more.
        low, high: Ends of the stretch; ``high`` ``None`` where it never ends. Nothing holds
            where ``high`` is below ``low``.
    """

    here: float
    low: float = 0.0
    high: float | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing holds anywhere."""
        return self.high is not None and self.high < self.low

    @property
    def holds(self) -> bool:
        """Whether it holds here."""
        return self.low <= self.here and (self.high is None or self.here <= self.high)

    @property
    def top(self) -> float:
        """The end of the line: what there is to see, and a fifth more."""
        ends = [self.here, self.low, self.high or 0.0]
        return max(ends) * 1.2 or 1.0


def drawn(reach: Reach, width: int, tone: str = VALUE) -> Line:
    """The line in ``width`` cells: thick where it holds, with the place of ``here`` on it."""
    here = _cell(reach.here, reach, width)
    low = _cell(reach.low, reach, width)
    high = width - 1 if reach.high is None else _cell(reach.high, reach, width)
    shown: Line = []
    for cell in range(width):
        inside = not reach.empty and low <= cell <= high
        if cell == here:
            piece = (
                HERE if reach.holds else AWAY,
                f"bold {tone if reach.holds else '$foreground'}",
            )
        elif inside and cell == high and reach.high is not None:
            piece = ("┫", tone)
        elif inside and cell == low and reach.low > 0:
            piece = ("┣", tone)
        else:
            piece = (HOLDS, tone) if inside else (OUTSIDE, FAINT)
        if shown and shown[-1][1] == piece[1]:
            shown[-1] = (shown[-1][0] + piece[0], piece[1])
        else:
            shown.append(piece)
    return shown


def labelled(reach: Reach, width: int, here: str, end: str) -> Line:
    """The words under the line: ``here`` below its place, ``end`` below the limit of the stretch.

    They never touch: where both want the same cells, the limit moves aside; where there is no
    room for both, the limit is left out.
    """
    marks = [(_cell(reach.here, reach, width), here, "bold")]
    limit = reach.high if reach.high is not None else reach.low
    if end and not reach.empty and limit > 0:
        marks.append((_cell(limit, reach, width), end, QUIET))
    placed: list[tuple[int, str, str]] = []
    for cell, words, style in marks:
        size = cell_len(words)
        if size > width:
            continue
        start = max(0, min(cell - size // 2, width - size))
        for other, text, _ in placed:
            if start < other + cell_len(text) + 2 and other < start + size + 2:
                after = other + cell_len(text) + 2
                start = after if cell >= other and after + size <= width else other - 2 - size
        if 0 <= start <= width - size:
            placed.append((start, words, style))
    shown: Line = []
    at = 0
    for start, words, style in sorted(placed):
        shown += [(" " * (start - at), ""), (words, style)]
        at = start + cell_len(words)
    return [*shown, (" " * (width - at), "")]


def _cell(amount: float, reach: Reach, width: int) -> int:
    return max(0, min(width - 1, round(amount / reach.top * (width - 1))))
