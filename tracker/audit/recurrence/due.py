"""The days on which a found rhythm expects its task, and the next one."""

from __future__ import annotations

from tracker.audit.recurrence.nearest import nearest
from tracker.audit.recurrence.slots import days_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.evidence import Shape
    from tracker.audit.recurrence.history import History

NEWEST = 60
"""Slots told at most."""
PERIODS = {"weekly": 7, "biweekly": 14, "monthly": 30, "quarterly": 91}
"""Days from one time to the next where no day is fixed."""


def expected(cadence: str, shape: Shape, history: History, last: int) -> list[int]:
    """Ordinals of the days expected since the first occurrence; the last one is next due.

    Next due is the slot after the one that the last occurrence (``last``, an ordinal) served, so
    it may be past: then the task is overdue. Where no day is fixed it is a period after the last
    time. A day off is taken on the working day before it. Earlier slots that fell into time off
    count as one with the working day before; what is next does not know of vacations.
    """
    axis = history.axis
    if cadence == "daily":
        return _every_day(history, last)
    if shape.kind == "subset":
        past, ahead = _weekdays(shape, history, last)
    elif shape.kind == "slots":
        past, ahead = _slots(shape, history, last)
    else:
        period = PERIODS[cadence]
        past = [axis.day(event) + period for event in history.events[:-1]]
        past, ahead = [day for day in past if day <= last], last + period
    due = max(axis.usual(ahead), last + 1)
    rolled = {axis.day(axis.at(day)) for day in past}
    return [*sorted([day for day in rolled if day < due])[-NEWEST + 1 :], due]


def _every_day(history: History, last: int) -> list[int]:
    """The working days until the last occurrence and the next one.

    Days without any entry up to today may be time off; today itself is not over yet.
    """
    axis, until = history.axis, history.events[-1] + 1
    due = axis.day(until)
    if last < axis.as_of < due and axis.usual(axis.as_of) == axis.as_of:
        due = axis.as_of
    return [*axis.ordinals[max(0, until - NEWEST + 1) : until], due]


def _weekdays(shape: Shape, history: History, last: int) -> tuple[list[int], int]:
    """These weekdays until the last occurrence, and the first after it."""
    days = range(history.axis.day(history.events[0]), last + 8)
    held = [day for day in days if (day - 1) % 7 in shape.detail]
    past = [day for day in held if day <= last]
    return past, next(day for day in held if day > last)


def _slots(shape: Shape, history: History, last: int) -> tuple[list[int], int]:
    """The slots from the one that the first occurrence served, and the one after the last.

    Of several slots in one stretch of time off the last occurrence served the nearest.
    """
    axis = history.axis
    table = nearest(shape.detail, axis)
    first = table.cell(history.events[0])
    served = table.at[table.cell(history.events[-1])]
    days = days_of(shape.detail, axis)
    near = min([day for day in days if axis.at(day) == served], key=lambda day: abs(day - last))
    past = [day for day in days if table.days[first] <= day <= near]
    return past, next(day for day in days if day > near)
