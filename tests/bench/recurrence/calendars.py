"""One person's calendar: which days are worked and logged, with holidays, vacations, sick days."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

ONE = timedelta(days=1)
FUTURE = timedelta(days=220)
"""How far a history is simulated past its as-of day, to know what really came next."""

_HOLIDAYS = (
    (1, 1), (1, 6), (4, 6), (5, 1), (5, 25), (6, 19), (7, 4), (8, 15),
    (9, 7), (10, 3), (11, 1), (11, 26), (12, 24), (12, 25), (12, 26), (12, 31),
)  # fmt: skip
_ZONES = (
    "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Australia/Sydney",
    "Asia/Tokyo", "Europe/London", "America/Sao_Paulo", "Asia/Kolkata",
)  # fmt: skip
_WEEKS_OFF = ((5, 6),) * 10 + ((4, 5, 6), (2, 5, 6)) + ((6,),) * 2 + ((),)
"""Days off each week, 0 Monday: mostly weekends; some part-time, some who work on weekends."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days on which one person works, simulated beyond the as-of day.

    Attributes:
        first: First day of the log.
        as_of: Day up to which the log is read, inclusive.
        end: Last simulated day.
        off: Weekdays never worked, 0 Monday.
        working: Days worked and logged, ascending.
        weekends_too: ``working`` and the days off of weeks otherwise worked: for what is done
            on all seven days.
        holidays: Public holidays.
    """

    first: date
    as_of: date
    end: date
    off: frozenset[int]
    working: tuple[date, ...]
    weekends_too: tuple[date, ...]
    holidays: frozenset[date]
    zone: str

    def at(self, position: int) -> date:
        """The working day of that number, clamped."""
        return self.working[max(0, min(position, len(self.working) - 1))]

    def from_(self, day: date) -> int:
        """Number of the first working day on or after ``day``."""
        return bisect_left(self.working, day)

    def upto(self, day: date) -> int:
        """Number of the last working day on or before ``day``."""
        return bisect_right(self.working, day) - 1

    def works(self, day: date) -> bool:
        """Whether the day is worked."""
        found = self.from_(day)
        return found < len(self.working) and self.working[found] == day

    def between(self, start: date, stop: date) -> tuple[date, ...]:
        """Working days in ``[start, stop)``."""
        return self.working[self.from_(start) : self.from_(stop)]

    def usual(self, day: date) -> bool:
        """Whether the day would be worked if nothing came in between."""
        return day.weekday() not in self.off

    def rolled_back(self, day: date) -> date:
        """The last day on or before ``day`` that is usually worked."""
        while not self.usual(day):
            day -= ONE
        return day


def draw(random_: random.Random, days: int = 0) -> Calendar:
    """A calendar of 180 to 1,150 days, or of ``days``."""
    low, high = random_.choice(((180, 400), (400, 800), (400, 800), (800, 1150), (800, 1150)))
    length = days or random_.randint(low, high)
    as_of = date(2025, 3, 1) + timedelta(days=random_.randrange(570))
    first = as_of - timedelta(days=length)
    end = as_of + FUTURE
    off = frozenset(random_.choice(_WEEKS_OFF))
    holidays = frozenset(
        date(year, month, day)
        for month, day in random_.sample(_HOLIDAYS, random_.randint(8, 13))
        for year in range(first.year, end.year + 1)
    )
    away = _away(random_, first, end) | holidays
    silent = random_.choice((0.0, 0.01, 0.03, 0.06, 0.12))
    present = [
        day
        for day in (first + ONE * n for n in range((end - first).days + 1))
        if day not in away and random_.random() >= silent
    ]
    return Calendar(
        first,
        as_of,
        end,
        off,
        tuple(day for day in present if day.weekday() not in off),
        tuple(present),
        holidays,
        random_.choice(_ZONES),
    )


def _away(random_: random.Random, first: date, end: date) -> set[date]:
    """Vacations (one in ten people once takes two months) and sick days."""
    years = (end - first).days / 365
    lengths = [random_.randint(5, 23) for _ in range(round(random_.randint(1, 3) * years))]
    lengths += [
        random_.choice((1, 1, 1, 2, 4)) for _ in range(round(random_.randint(0, 5) * years))
    ]
    if random_.random() < 0.1:
        lengths.append(60)
    gone: set[date] = set()
    for length in lengths:
        begin = first + ONE * random_.randrange((end - first).days)
        gone.update(begin + ONE * n for n in range(length))
    return gone
