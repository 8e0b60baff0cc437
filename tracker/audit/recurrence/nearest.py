"""For every working day the nearest slot of a phase and its distance, computed once for a log."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from itertools import pairwise

from tracker.audit.recurrence.slots import days_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.audit.recurrence.history import History
    from tracker.audit.recurrence.slots import Phase
    from tracker.audit.recurrence.working import Axis

FURTHEST = 255
DENSE = 20
"""Slots that come more often than every so many working days are looked up in a table."""


class Nearest:
    """The slots of one phase on an axis; a cell is what is nearest to one slot.

    Attributes:
        days: The slots' ordinals as the calendar has them; of slots that fall into the same time
            off the last one stands for all.
        at: Their working indices, ascending.
        away: By working index: the distance to the nearest slot in working days.
    """

    __slots__ = ("_ends", "_keys", "at", "away", "days")

    def __init__(self, days: list[int], axis: Axis) -> None:
        """Lay the slots on the axis."""
        base, index = axis.base, axis.index
        merged = {index[day - base]: day for day in days}
        self.at = array("i", merged)
        self.days = array("i", merged.values())
        self._ends = array("i", [(here + after) // 2 + 1 for here, after in pairwise(self.at)])
        self.away = _distances(self.at, self._ends, len(axis.ordinals))
        self._keys: array[int] | None = None
        if len(self.at) * DENSE > len(self.away):
            self._keys = _keys(self._ends, self.away)

    def cell(self, index: int) -> int:
        """The number of the slot that is nearest to a working index."""
        return bisect_right(self._ends, index)

    def keys(self, history: History) -> Sequence[int]:
        """For every occurrence ``cell << 8 | distance``.

        Where slots are dense so are occurrences, and a table gives them at once.
        """
        if self._keys is not None:
            return history.pick(self._keys)
        ends, away = self._ends, self.away
        return [bisect_right(ends, event) << 8 | away[event] for event in history.events]


def nearest(phase: Phase, axis: Axis) -> Nearest:
    """The table of a phase; made when first asked for, then shared by all tasks of the log."""
    table = axis.tables.get(phase)
    if table is None:
        table = axis.tables[phase] = Nearest(days_of(phase, axis), axis)
    return table


_RAMP = bytes(range(FURTHEST + 1))
_DOWN = _RAMP[::-1]
_NUMBERS = [bytes([number]) for number in range(256)]
_PLACES = (0, 1, 2) if sys.byteorder == "little" else (3, 2, 1)
"""Where the distance and the two bytes of the cell lie in a whole number of four bytes."""


def _distances(at: array[int], ends: array[int], size: int) -> bytes:
    """Distance to the nearest slot of every working index.

    Made of slices of a ramp: hundreds of tables of ten years are needed.
    """
    away = []
    begin = 0
    for here, end in zip(at, (*ends, size), strict=True):
        if here - begin > FURTHEST:
            away.append(_DOWN[:1] * (here - begin - FURTHEST))
        away.append(_DOWN[max(FURTHEST - (here - begin), 0) : FURTHEST])
        away.append(_RAMP[: end - here])
        if end - here > FURTHEST + 1:
            away.append(_DOWN[:1] * (end - here - FURTHEST - 1))
        begin = end
    return b"".join(away)


def _keys(ends: array[int], away: bytes) -> array[int]:
    """Cell and distance of every working index; the bytes of a cell are repeated over it."""
    low, high = [], []
    begin = 0
    for cell, end in enumerate((*ends, len(away))):
        low.append(_NUMBERS[cell & 255] * (end - begin))
        high.append(_NUMBERS[cell >> 8] * (end - begin))
        begin = end
    mixed = bytearray(4 * len(away))
    for place, part in zip(_PLACES, (away, b"".join(low), b"".join(high)), strict=True):
        mixed[place::4] = part
    keys = array("i")
    keys.frombytes(mixed)
    return keys
