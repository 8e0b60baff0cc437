"""For every working day the nearest slot of a phase and its distance, computed once for a log."""

from __future__ import annotations

import sys
from array import array

from tracker.audit.recurrence.slots import days_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.slots import Phase
    from tracker.audit.recurrence.working import Axis

FURTHEST = 255


class Nearest:
    """The slots of one phase on an axis.

    Attributes:
        days: The slots' ordinals as the calendar has them; of slots that fall into the same time
            off the last one stands for all.
        at: Their working indices, ascending.
        away: By working index: the distance to the nearest slot in working days.
        keys: By working index: ``cell << 8 | distance`` in working days; a cell is what is nearest
            to one slot.
    """

    __slots__ = ("at", "away", "days", "keys")

    def __init__(self, days: list[int], axis: Axis) -> None:
        """Lay the slots on the axis."""
        base, index = axis.base, axis.index
        merged = {index[day - base]: day for day in days}
        self.at = list(merged)
        self.days = list(merged.values())
        self.away, self.keys = _tables(self.at, len(axis.ordinals))


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


def _tables(at: list[int], size: int) -> tuple[bytes, array[int]]:
    """Distance to the nearest slot, and key, of every working index.

    Made of slices of a ramp and of repeated bytes: a hundred tables of ten years are needed.
    """
    away, low, high = [], [], []
    begin = 0
    for cell, here in enumerate(at):
        end = (here + at[cell + 1]) // 2 + 1 if cell + 1 < len(at) else size
        if here - begin > FURTHEST:
            away.append(_DOWN[:1] * (here - begin - FURTHEST))
        away.append(_DOWN[max(FURTHEST - (here - begin), 0) : FURTHEST])
        away.append(_RAMP[: end - here])
        if end - here > FURTHEST + 1:
            away.append(_DOWN[:1] * (end - here - FURTHEST - 1))
        low.append(_NUMBERS[cell & 255] * (end - begin))
        high.append(_NUMBERS[cell >> 8] * (end - begin))
        begin = end
    joined = b"".join(away)
    mixed = bytearray(4 * size)
    for place, part in zip(_PLACES, (joined, b"".join(low), b"".join(high)), strict=True):
        mixed[place::4] = part
    keys = array("i")
    keys.frombytes(mixed)
    return joined, keys
