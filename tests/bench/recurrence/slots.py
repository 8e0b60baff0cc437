"""The days on which a rhythm falls: every family of weekly, monthly and quarterly work."""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from tests.bench.recurrence.calendars import ONE, Calendar

Place = Callable[[int, int], date]
"""The day in a month of a year."""


def weekly(random_: random.Random, calendar: Calendar, begin: date, count: int) -> list[date]:
    """One weekday, every week (``count`` 1) or every second (2), from ``begin`` to the end."""
    weekday = random_.choice([day for day in range(7) if day not in calendar.off])
    first = begin + ONE * ((weekday - begin.weekday()) % 7)
    return _every(first, 7 * count, calendar.end)


def subset(random_: random.Random, calendar: Calendar, begin: date, most: int) -> list[date]:
    """Two to ``most`` fixed weekdays, always fewer than are worked."""
    worked = [day for day in range(7) if day not in calendar.off]
    size = min(random_.choice((2, 2, 2, 2, 3, 3, 4)), most, len(worked) - 1)
    chosen = set(random_.sample(worked, size))
    return [day for day in _every(begin, 1, calendar.end) if day.weekday() in chosen]


def monthly(random_: random.Random, calendar: Calendar, begin: date) -> tuple[str, list[date]]:
    """A day, a weekday or a business day of each month."""
    name, place = _place(random_, calendar)
    return name, _placed(place, begin, calendar.end, range(1, 13))


def quarterly(random_: random.Random, calendar: Calendar, begin: date) -> tuple[str, list[date]]:
    """The same in one month of each quarter."""
    name, place = _place(random_, calendar)
    phase = random_.choice((1, 2, 3, 3))
    return name, _placed(place, begin, calendar.end, range(phase, 13, 3))


def windows(begin: date, end: date, cadence: str, week_start: int) -> list[tuple[date, date]]:
    """Whole weeks, pairs of weeks, months or quarters from ``begin`` on, half-open."""
    if cadence in {"weekly", "biweekly"}:
        days = 7 if cadence == "weekly" else 14
        first = begin + ONE * ((week_start - begin.weekday()) % 7)
        return [(start, start + ONE * days) for start in _every(first, days, end)]
    step = 1 if cadence == "monthly" else 3
    starts = _placed(lambda year, month: date(year, month, 1), begin, end, range(1, 13, step))
    return list(pairwise(starts))


def _every(first: date, days: int, end: date) -> list[date]:
    return [first + timedelta(days=n) for n in range(0, (end - first).days + 1, days)]


def _placed(place: Place, begin: date, end: date, months: range) -> list[date]:
    days = [place(year, month) for year in range(begin.year, end.year + 1) for month in months]
    return [day for day in days if begin <= day <= end]


def _place(random_: random.Random, calendar: Calendar) -> tuple[str, Place]:
    """One way to name a day of a month."""
    kind = random_.choice(("day", "day", "day", "last day", "last business", "nth business", "nth"))
    if kind == "day":
        number = random_.choice((1, 1, 5, 10, 15, 15, 20, 25, random_.randint(1, 31)))
        return kind, lambda year, month: date(year, month, min(number, monthrange(year, month)[1]))
    if kind == "last day":
        return kind, lambda year, month: date(year, month, monthrange(year, month)[1])
    if kind == "nth":
        which, weekday = random_.choice((1, 2, 3, 4, -1)), random_.randrange(5)
        return kind, lambda year, month: _of(year, month, which, lambda d: d.weekday() == weekday)
    number = -1 if kind == "last business" else random_.choice((1, 2, 3, 5, 10, -2, -3))
    minded = calendar.holidays if random_.random() < 0.5 else frozenset()
    return kind, lambda year, month: _of(
        year, month, number, lambda d: d.weekday() < 5 and d not in minded
    )


def _of(year: int, month: int, number: int, fits: Callable[[date], bool]) -> date:
    """The ``number``-th day of the month that fits, from the end where negative."""
    days = [date(year, month, n) for n in range(1, monthrange(year, month)[1] + 1)]
    found = [day for day in days if fits(day)]
    return found[number - 1] if number > 0 else found[number]
