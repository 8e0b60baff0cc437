"""Calendar slots: the days on which a task with a fixed day would fall, by family and phase.

A phase is a tuple: ``("week", weekday)``, ``("fortnight", 0-13)``, ``("day", 1-31)``,
``("nth", 1-4 or -1, weekday)``, ``("business", 1 2 3 5 10 -1 -2 -3)``; in a quarter the month
1-3 stands before it: ``("quarter", 2, "day", 15)``. Weekdays are 0 Monday .. 6 Sunday; days are
proleptic ordinals.
"""

from __future__ import annotations

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.working import Axis

    Phase = tuple[str | int, ...]

ANCHORS = (1, 2, 3, 5, 10, -1, -2, -3)
"""Business days of the month that people name: at its begin, its end, its tenth."""


def phases(cadence: str, week: int) -> list[tuple[Phase, float]]:
    """The phases of a cadence with their prior weights, which sum to 1.

    Weights of the kinds within a month (day .45, n-th weekday .25, business day .30) and a
    quarter (day .6, business day .4): own estimate of how people speak of their months.
    """
    if cadence == "weekly":
        return [(("week", day), 1 / week) for day in range(week)]
    if cadence == "biweekly":
        days = [day for day in range(14) if week == 7 or day % 7 < 5]
        return [(("fortnight", day), 1 / len(days)) for day in days]
    month: list[tuple[Phase, float]] = [(("day", day), 0.45 / 31) for day in range(1, 32)]
    business: list[Phase] = [("business", anchor) for anchor in ANCHORS]
    if cadence == "monthly":
        nth: list[Phase] = [("nth", n, day) for n in (1, 2, 3, 4, -1) for day in range(week)]
        month += [(phase, 0.25 / len(nth)) for phase in nth]
        return month + [(phase, 0.30 / len(business)) for phase in business]
    return [
        (("quarter", which, *phase), weight / 3)
        for which in (1, 2, 3)
        for phase, weight in (
            *((phase, 0.6 / 31) for phase, _ in month),
            *((phase, 0.4 / len(business)) for phase in business),
        )
    ]


def days_of(phase: Phase, axis: Axis) -> list[int]:
    """Every day of a phase in the range of the axis, ascending ordinals."""
    first, last = axis.base, axis.last
    if phase[0] == "week":
        return list(range(first + (int(phase[1]) - (first - 1)) % 7, last + 1, 7))
    if phase[0] == "fortnight":
        return list(range(first + (int(phase[1]) - (first - 1)) % 14, last + 1, 14))
    if phase[0] == "quarter":
        months, which, phase = axis.months(), int(phase[1]) - 1, phase[2:]
        days = [_in_month(phase, month) for month in months if month.number % 3 == which]
    else:
        days = [_in_month(phase, month) for month in axis.months()]
    return [day for day in days if first <= day <= last]


class Month:
    """A month of the calendar.

    Attributes:
        number: 0 January .. 11 December.
        start: Its first day.
        size: Its days.
        business: Its days from Monday to Friday.
    """

    __slots__ = ("business", "number", "size", "start")

    def __init__(self, number: int, start: int, size: int) -> None:
        """Take ordinals."""
        self.number = number
        self.start = start
        self.size = size
        self.business = [day for day in range(start, start + size) if (day - 1) % 7 < 5]


def months_of(first: int, last: int) -> list[Month]:
    """Every month that touches the range of ordinals."""
    day = date.fromordinal(first)
    year, month = day.year, day.month
    start = date(year, month, 1).toordinal()
    found = []
    while start <= last:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        following = date(year, month, 1).toordinal()
        found.append(Month((month - 2) % 12, start, following - start))
        start = following
    return found


def _in_month(phase: Phase, month: Month) -> int:
    """The day of a phase in a month; past its end it is the last."""
    kind, number = phase[0], int(phase[1])
    if kind == "day":
        return month.start + min(number, month.size) - 1
    if kind == "nth":
        weekday = int(phase[2])
        if number > 0:
            return month.start + (weekday - (month.start - 1)) % 7 + 7 * (number - 1)
        end = month.start + month.size - 1
        return end - ((end - 1) - weekday) % 7
    return month.business[number - 1 if number > 0 else number]
