"""Work that follows no rhythm: at random, in bursts, once, heavy-tailed, dying away."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from tests.bench.recurrence.calendars import Calendar

RATES = (0.01, 0.02, 0.05, 0.10, 0.20, 0.35)
"""Chances per working day of a random task."""


def steady(random_: random.Random, calendar: Calendar, begin: int, end: int) -> set[date]:
    """At random, at one of six rates."""
    rate = random_.choice(RATES)
    return {calendar.at(n) for n in range(begin, end) if random_.random() < rate}


def bursts(random_: random.Random, calendar: Calendar, begin: int, end: int) -> set[date]:
    """One to five projects of 3-15 working days in a row.

    A long one is over for two weeks and more, a single one for longer still: work that has just
    begun on consecutive days may be a routine for all that anyone can tell.
    """
    days: set[date] = set()
    count = random_.randint(1, 5)
    for _ in range(count):
        length = random_.randint(3, 15)
        over = 3 * length + 10 if count == 1 else 15 if length > 5 else 0
        latest = end - length - over
        if latest < begin:
            continue
        start = random_.randint(begin, latest)
        density = random_.uniform(0.6, 1)
        days |= {
            calendar.at(n)
            for n in range(start, min(start + length, end))
            if random_.random() < density
        }
    return days


def once(random_: random.Random, calendar: Calendar, begin: int, end: int) -> set[date]:
    """One day, or two to four within two weeks."""
    start = random_.randint(begin, end - 1)
    count = random_.choice((1, 1, 1, 2, 3, 4))
    return {calendar.at(min(start + random_.randrange(10), end - 1)) for _ in range(count)}


def heavy_tailed(random_: random.Random, calendar: Calendar, begin: int, end: int) -> set[date]:
    """Gaps by a power law: days close together, then none for months."""
    slope = random_.uniform(0.5, 1.3)
    days: set[date] = set()
    place = float(begin)
    while place < end:
        days.add(calendar.at(int(place)))
        place += random_.paretovariate(slope)
    return days


def dying(random_: random.Random, calendar: Calendar, begin: int, end: int) -> set[date]:
    """Often at first, then less and less."""
    rate, life = random_.uniform(0.3, 0.8), random_.uniform(8, 30)
    begin = min(begin, max(0, end - round(6 * life)))
    return {
        calendar.at(n)
        for n in range(begin, end)
        if random_.random() < rate * 0.5 ** ((n - begin) / life)
    }


KINDS: tuple[tuple[str, Callable[[random.Random, Calendar, int, int], set[date]], float], ...] = (
    ("random", steady, 0.45),
    ("bursts", bursts, 0.2),
    ("one-off", once, 0.15),
    ("heavy-tailed", heavy_tailed, 0.1),
    ("dying", dying, 0.1),
)
"""Name, maker, share."""
