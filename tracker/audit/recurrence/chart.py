"""The last periods of a task as cells: done, late, missed, due, not yet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from tracker.audit.recurrence.declared import nearest
from tracker.audit.recurrence.standing import Cell
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

CELLS = 20
"""Periods shown."""


class Track(Value):
    """What a task's cells are made from.

    Attributes:
        slots: Days expected, ascending; of floating ones the first day of each period.
        floating: Whether any day of a period will do.
        grace: Days it may be late.
        as_of: The day of the question.
        next_due: When it is expected next; in a floating period it is due from then on.
        paused_until: Nothing is missed before this day that came after the last occurrence.
        period: Days from slot to slot, for what lies ahead of the first of them.
    """

    slots: tuple[date, ...]
    floating: bool
    grace: int
    as_of: date
    next_due: date | None
    paused_until: date | None
    period: int


def cells(days: Sequence[date], track: Track, count: int = CELLS) -> tuple[Cell, ...]:
    """The last ``count`` periods, oldest first; one that lies ahead is the last of them.

    A slot is served by the occurrence nearest to it, and each occurrence belongs to its nearest
    slot: as in the detector, one that is early or late serves what it was meant for.
    """
    ahead = bisect_right(track.slots, track.as_of)
    slots = track.slots[max(0, ahead + 1 - count) : ahead + 1]
    if not slots:
        return ()
    served = _served(days, slots, floating=track.floating)
    found = [Cell(slot, _state(slot, served.get(slot), days, track)) for slot in slots]
    first = slots[0]
    padding = [
        Cell(first - timedelta(days=back * track.period), "before")
        for back in range(min(count - len(found), first.toordinal() // track.period - 1), 0, -1)
    ]
    return tuple(padding + found)


def weeks(
    days: Sequence[date], as_of: date, week_start: int, count: int = CELLS
) -> tuple[Cell, ...]:
    """The last weeks of what is expected on no day: done in them or not, and nothing missed."""
    begun = as_of - timedelta(days=(as_of.weekday() - week_start) % 7)
    found = []
    for back in range(count - 1, -1, -1):
        first = begun - timedelta(days=7 * back)
        place = bisect_left(days, first)
        if place < len(days) and days[place] < first + timedelta(days=7):
            state = "done"
        else:
            state = "open" if place else "before"
        found.append(Cell(first, state))
    return tuple(found)


def _served(days: Sequence[date], slots: Sequence[date], *, floating: bool) -> dict[date, date]:
    """Slot to the occurrence that serves it: the nearest, or of a period the first."""
    found: dict[date, date] = {}
    reach = slots[0] - (slots[1] - slots[0] if len(slots) > 1 else timedelta(days=31))
    for day in days[bisect_left(days, slots[0] if floating else reach) :]:
        place = bisect_right(slots, day) - 1 if floating else nearest(slots, day)
        slot = slots[place]
        held = found.get(slot)
        if held is None or abs(day - slot) < abs(held - slot):
            found[slot] = day
    return found


def _state(slot: date, served: date | None, days: Sequence[date], track: Track) -> str:
    late = timedelta(days=track.grace)
    if served is not None:
        return "done" if track.floating or served <= slot + late else "late"
    if not days or slot < days[0]:
        return "before"
    if track.paused_until is not None and days[-1] < slot < track.paused_until:
        return "paused"
    if slot > track.as_of:
        return "open"
    if track.floating:
        return _unserved(slot, track)
    return "missed" if slot + late < track.as_of else "due"


def _unserved(slot: date, track: Track) -> str:
    """Of a period without an occurrence: over, or still running."""
    following = bisect_right(track.slots, slot)
    over = following < len(track.slots) and track.slots[following] <= track.as_of
    if over:
        return "missed"
    return "due" if track.next_due is not None and track.next_due <= track.as_of else "open"
