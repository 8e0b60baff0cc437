"""For every working day the nearest slot of a phase and its distance, computed once for a log."""

from __future__ import annotations

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
        merged = {axis.at(day): day for day in days}
        self.at = list(merged)
        self.days = list(merged.values())
        self.keys = _keys(self.at, len(axis.ordinals))
        self.away = bytes([key & FURTHEST for key in self.keys])


def nearest(phase: Phase, axis: Axis) -> Nearest:
    """The table of a phase; made when first asked for, then shared by all tasks of the log."""
    table = axis.tables.get(phase)
    if table is None:
        table = axis.tables[phase] = Nearest(days_of(phase, axis), axis)
    return table


def _keys(at: list[int], size: int) -> array[int]:
    """Cell and distance of every working index."""
    keys = array("i", [min(at[0] - spot, FURTHEST) for spot in range(at[0])])
    for cell, (here, there) in enumerate(zip(at, at[1:], strict=False)):
        middle = (here + there) // 2
        key = cell << 8
        keys.extend(range(key, key + middle - here + 1))
        keys.extend(range(key + 256 + there - middle - 1, key + 256, -1))
    key = (len(at) - 1) << 8
    keys.extend([key + min(spot - at[-1], FURTHEST) for spot in range(at[-1], size)])
    return keys
