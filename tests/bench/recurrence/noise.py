"""What people make of a rhythm: late, early, missed, done twice, done when nothing was due."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from tests.bench.recurrence.calendars import Calendar

_REACH = {"weekly": 2, "biweekly": 4, "monthly": 5, "quarterly": 5}
"""How many working days a slot is moved at most, mostly by one or two; where "even" by any number
alike. One even task in twenty is moved by up to five whatever its cadence."""
_WIDEST = {"weekly": 2, "biweekly": 4}
_SKIPS = {"weekly": 0.6, "biweekly": 0.4, "monthly": 0.15, "quarterly": 0.0}
"""How often a slot that falls in a vacation is left out, not caught up."""
_PERIODS = {"weekly": 7, "biweekly": 14, "monthly": 365.25 / 12, "quarterly": 365.25 / 4}


@dataclass(frozen=True, slots=True)
class Noise:
    """How unruly one task is; shares of its occurrences.

    Attributes:
        reach: Most working days by which a slot moves; ``even`` moves by each number alike.
        back: Share of slots on a day off that are done ahead of it, not after.
    """

    jitter: float
    miss: float
    stray: float
    spill: float
    reach: int
    even: bool
    back: float

    def tamed(self) -> Noise:
        """Nothing missed or added, and few slots moved, by a day or two."""
        return replace(
            self, jitter=min(self.jitter, 0.2), miss=0.0, stray=0.0, spill=0.0, reach=2, even=False
        )


@dataclass(frozen=True, slots=True)
class Done:
    """One occurrence: the slot it serves (its number) and the day it was done."""

    slot: int
    day: date


def draw(random_: random.Random, cadence: str, *, hard: bool) -> Noise:
    """Normal: up to 40 % moved, 20 % missed. Hard: 30-70 %, 10-30 %, and 5-30 % strays."""
    even = random_.random() < 0.3
    widest = _WIDEST[cadence] if cadence in _WIDEST and random_.random() < 0.95 else 5
    return Noise(
        jitter=random_.uniform(0.3, 0.7) if hard else random_.uniform(0, 0.4),
        miss=random_.uniform(0.1, 0.3) if hard else random_.uniform(0, 0.2),
        stray=random_.uniform(0.05, 0.3) if hard else random_.choice((0, random_.uniform(0, 0.05))),
        spill=random_.choice((0, 0, random_.uniform(0, 0.15))),
        reach=widest if even else _REACH.get(cadence, 1),
        even=even,
        back=random_.choice((0.0, 0.1, 0.5, 1.0)),
    )


def fixed(
    random_: random.Random, calendar: Calendar, cadence: str, slots: Sequence[date], noise: Noise
) -> list[Done]:
    """What is done of slots on fixed days, in the order of the slots."""
    done = []
    for number, slot in enumerate(slots):
        if random_.random() < noise.miss:
            continue
        place = _settled(random_, calendar, slot, noise)
        far = abs((calendar.at(place) - slot).days) > 4 and noise.miss > 0
        if far and random_.random() < _SKIPS[cadence]:
            continue
        if random_.random() < noise.jitter:
            place += _move(random_, noise)
        done.append(Done(number, calendar.at(place)))
    return done


def within(
    random_: random.Random, calendar: Calendar, windows: Sequence[tuple[date, date]], noise: Noise
) -> list[Done]:
    """Once somewhere in each window, any working day of it alike."""
    done = []
    for number, (start, stop) in enumerate(windows):
        days = calendar.between(start, stop)
        if days and random_.random() >= noise.miss:
            done.append(Done(number, random_.choice(days)))
    return done


def after(
    random_: random.Random,
    calendar: Calendar,
    cadence: str,
    begin: date,
    noise: Noise,
    *,
    hard: bool,
) -> list[Done]:
    """Each time about a period after the last; its spread is log-normal, 4-20 % (hard 12-30 %)."""
    spread = random_.uniform(0.12, 0.3) if hard else random_.uniform(0.04, 0.2)
    steps = (
        random_.lognormvariate(0, spread) * (2 if random_.random() < noise.miss else 1)
        for _ in range(600)
    )
    offsets = accumulate(step * _PERIODS[cadence] for step in steps)
    places = [calendar.from_(begin)]
    for offset in offsets:
        ordinal = begin.toordinal() + round(offset)
        if ordinal > calendar.end.toordinal():
            break
        places.append(calendar.from_(date.fromordinal(ordinal)))
    days = sorted({calendar.at(place) for place in places if place < len(calendar.working)})
    return [Done(number, day) for number, day in enumerate(days)]


def daily(random_: random.Random, days: Sequence[date], noise: Noise) -> list[Done]:
    """Every one of these days but the missed."""
    return [Done(n, day) for n, day in enumerate(days) if random_.random() >= noise.miss]


def extras(
    random_: random.Random, calendar: Calendar, done: Sequence[Done], noise: Noise
) -> tuple[set[date], set[date]]:
    """Spill-over to the working day after, and strays anywhere among them."""
    if not done:
        return set(), set()
    spilled = {
        calendar.at(calendar.upto(each.day) + 1) for each in done if random_.random() < noise.spill
    }
    among = calendar.between(done[0].day, done[-1].day)
    count = round(noise.stray * len(done))
    return spilled, set(random_.sample(among, min(count, len(among))))


def _settled(random_: random.Random, calendar: Calendar, slot: date, noise: Noise) -> int:
    """The working day on which a slot is done: itself, else the one before or after."""
    after_it = calendar.from_(slot)
    if calendar.works(slot) or random_.random() >= noise.back:
        return after_it
    return after_it - 1


def _move(random_: random.Random, noise: Noise) -> int:
    """By 1 to ``reach`` working days, near ones likelier; two in three are late."""
    sizes = range(1, noise.reach + 1)
    weights = [1.0 if noise.even else 0.5**size for size in sizes]
    size = random_.choices(sizes, weights)[0]
    return size if random_.random() < 0.65 else -size
