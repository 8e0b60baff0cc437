"""The days on which a found rhythm expects its task, and the next one."""

from __future__ import annotations

from tracker.audit.recurrence.nearest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.audit.recurrence.evidence import Shape
    from tracker.audit.recurrence.history import History
    from tracker.audit.recurrence.working import Axis

NEWEST = 60
"""Slots told at most."""
PERIODS = {"weekly": 7, "biweekly": 14, "monthly": 30, "quarterly": 91}
"""Days from one time to the next where no day is fixed."""


def expected(cadence: str, shape: Shape, history: History, last: int) -> list[int]:
    """Ordinals of the days expected since the first occurrence; the last one is next due.

    Next due is the slot after the one that the last occurrence served, so it may be past: then
    the task is overdue. Where no day is fixed it is a period after the last time (``last``, an
    ordinal). A day off is taken on the working day before it.
    """
    if cadence == "daily":
        found = _working(history)
    elif shape.kind == "subset":
        found = _weekdays(shape, history)
    elif shape.kind == "slots":
        found = _slots(shape, history)
    else:
        found = _periods(PERIODS[cadence], history, last)
    return found[-NEWEST:]


def _working(history: History) -> list[int]:
    """Every working day until the one after the last occurrence."""
    ordinals = history.axis.ordinals
    return ordinals[max(0, history.events[-1] + 2 - NEWEST) : history.events[-1] + 2]


def _weekdays(shape: Shape, history: History) -> list[int]:
    """These weekdays, until the first after the last occurrence."""
    axis = history.axis
    first, last = axis.day(history.events[0]), axis.day(history.events[-1])
    days = [day for day in range(first, last + 15) if (day - 1) % 7 in shape.detail]
    return _until_next(_rolled_back(days, axis), last)


def _slots(shape: Shape, history: History) -> list[int]:
    """The slots from the one that the first occurrence served to the one after the last."""
    table = nearest(shape.detail, history.axis)
    first = table.keys[history.events[0]] >> 8
    last = table.keys[history.events[-1]] >> 8
    return _rolled_back(table.days[first : last + 2], history.axis)


def _periods(period: int, history: History, last: int) -> list[int]:
    """A period after every occurrence, the last one's being next due."""
    axis = history.axis
    days = [axis.day(event) + period for event in history.events[:-1]]
    days = [day for day in days if day <= last]
    return [*_rolled_back(days, axis), axis.day(axis.at(last + period))]


def _until_next(days: Sequence[int], last: int) -> list[int]:
    """Up to the first day after ``last``, included."""
    later = [day for day in days if day > last]
    return [day for day in days if day <= last] + later[:1]


def _rolled_back(days: Sequence[int], axis: Axis) -> list[int]:
    """On the working day before where a day is off, each once."""
    return sorted({axis.day(axis.at(day)) for day in days})
