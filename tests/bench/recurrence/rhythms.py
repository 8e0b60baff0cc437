"""One task with a rhythm: its true slots, what was done of them, and when it is due next."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.bench.recurrence import noise, slots
from tests.bench.recurrence.calendars import ONE, Calendar
from tests.bench.recurrence.noise import Done, Noise

PERIODS = {"daily": 1.4, "weekly": 7, "biweekly": 14, "monthly": 30.44, "quarterly": 91.31}
"""Days from one time to the next."""
MINIMUM = {"daily": 5, "weekly": 4, "biweekly": 4, "monthly": 3, "quarterly": 3}
"""Occurrences below which a rhythm stays undecided, by the rule of decision."""
_SAMPLES = {
    "daily": (9, 500), "weekly": (6, 120), "biweekly": (6, 60), "monthly": (4, 36),
    "quarterly": (3, 10),
}  # fmt: skip
_YOUNG = {"daily": 12, "weekly": 9, "biweekly": 9, "monthly": 6, "quarterly": 5}
"""Slots below which a rhythm is kept clean: with few occurrences, some of them moved and some
missed, nobody could say what it was."""
_UNRULY_SAMPLES = {"daily": 15, "weekly": 16, "biweekly": 12, "monthly": 8, "quarterly": 4}
"""Fewest slots in the hard mode, where each tells the less: at half of them moved and a fifth
missed, a weekly slot speaks for its rhythm by half a nat."""
_LOOSE_SAMPLES = {"weekly": 16, "biweekly": 14, "monthly": 13, "quarterly": 9}
"""Fewest slots at which "once somewhere in each month" can be told from chance: each gives the
model about one nat over a random rate."""
_AFTER_SAMPLES = {"weekly": 9, "biweekly": 9, "monthly": 8, "quarterly": 7}
_SUBSET_SAMPLES = 10
"""Fewest weeks at which four fixed weekdays can be told from a daily task with misses."""
Due = Callable[[Done], date]
"""The next day it is due once this occurrence, the newest, is done."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A task's simulated life, beyond the as-of day too.

    Attributes:
        kind: Family, for the study of errors: ``fixed``, ``subset``, ``floating``, ``after`` ...
        done: Occurrences that serve the rhythm, ascending by slot.
        others: Days of spill-over and strays.
        due: What follows an occurrence.
    """

    cadence: str
    kind: str
    done: tuple[Done, ...]
    others: frozenset[date]
    due: Due

    def days(self, upto: date) -> set[date]:
        """Every day logged, up to that day."""
        return {each.day for each in self.done if each.day <= upto} | {
            day for day in self.others if day <= upto
        }

    def ended(self, last: date) -> Rhythm:
        """The same, done no more after that day."""
        return replace(
            self,
            done=tuple(each for each in self.done if each.day <= last),
            others=frozenset(day for day in self.others if day <= last),
        )


def draw(
    random_: random.Random,
    calendar: Calendar,
    cadence: str,
    *,
    hard: bool,
    until: date | None = None,
    least: int = 0,
) -> Rhythm | None:
    """A rhythm that reaches ``until`` (the as-of day); ``None`` where the log is too short."""
    until = until or calendar.as_of
    low, high = _SAMPLES[cadence]
    most = int((until - calendar.first).days / PERIODS[cadence])
    low, high = max(low, least, _UNRULY_SAMPLES[cadence] if hard else 0), min(high, most)
    if low > high:
        return None
    count = round(math.exp(random_.uniform(math.log(low), math.log(high))))
    lead = (count + random_.random() - 1) * PERIODS[cadence]
    begin = max(calendar.first, until - timedelta(days=lead))
    unruly = noise.draw(random_, cadence, hard=hard)
    if count < _YOUNG[cadence]:
        unruly = unruly.tamed()
    if cadence == "daily":
        return _daily(random_, calendar, begin, unruly)
    family = random_.choices(("fixed", "floating", "after"), (0.65, 0.15, 0.2))[0]
    if family == "floating" and count >= _LOOSE_SAMPLES[cadence]:
        return _floating(random_, calendar, cadence, begin, unruly)
    if family == "after" and count >= _AFTER_SAMPLES[cadence]:
        return _after(random_, calendar, cadence, begin, unruly, hard=hard)
    if cadence == "weekly" and count >= _SUBSET_SAMPLES and random_.random() < 0.35:
        return _subset(random_, calendar, begin, unruly, most=3 if hard else 4)
    return _fixed(random_, calendar, cadence, begin, unruly)


def _daily(random_: random.Random, calendar: Calendar, begin: date, unruly: Noise) -> Rhythm:
    every_day = random_.random() < 0.3 and len(calendar.off) < 3
    among = calendar.weekends_too if every_day else calendar.working
    days = [day for day in among if day >= begin]
    done = tuple(noise.daily(random_, days, unruly))

    def due(newest: Done) -> date:
        # A day without anything logged is no day on which it was due; the future is not known.
        held = set(days)
        day = newest.day + ONE
        while day not in held if day < calendar.as_of else not (every_day or calendar.usual(day)):
            day += ONE
        return day

    return Rhythm("daily", "all days" if every_day else "workdays", done, frozenset(), due)


def _fixed(
    random_: random.Random, calendar: Calendar, cadence: str, begin: date, unruly: Noise
) -> Rhythm:
    if cadence in {"weekly", "biweekly"}:
        weeks = 1 if cadence == "weekly" else 2
        kind, fixed = "weekday", slots.weekly(random_, calendar, begin, weeks)
    elif cadence == "monthly":
        kind, fixed = slots.monthly(random_, calendar, begin)
    else:
        kind, fixed = slots.quarterly(random_, calendar, begin)
    return _slotted(random_, calendar, (cadence, kind), fixed, unruly)


def _subset(
    random_: random.Random, calendar: Calendar, begin: date, unruly: Noise, *, most: int
) -> Rhythm:
    unruly = replace(unruly, jitter=unruly.jitter / 3, reach=1, spill=0.0)
    fixed = slots.subset(random_, calendar, begin, most)
    return _slotted(random_, calendar, ("weekly", "subset"), fixed, unruly)


def _slotted(
    random_: random.Random,
    calendar: Calendar,
    name: tuple[str, str],
    fixed: Sequence[date],
    unruly: Noise,
) -> Rhythm:
    """What is done of fixed slots."""
    done = noise.fixed(random_, calendar, name[0], fixed, unruly)

    def due(newest: Done) -> date:
        return calendar.rolled_back(fixed[min(newest.slot + 1, len(fixed) - 1)])

    return _rhythm(random_, calendar, name, done, unruly, due)


def _floating(
    random_: random.Random, calendar: Calendar, cadence: str, begin: date, unruly: Noise
) -> Rhythm:
    windows = slots.windows(begin, calendar.end, cadence, random_.choice((0, 0, 6)))
    unruly = replace(unruly, miss=unruly.miss / 2, stray=unruly.stray / 2)
    done = noise.within(random_, calendar, windows, unruly)
    return _rhythm(
        random_, calendar, (cadence, "floating"), done, unruly, _later(calendar, cadence)
    )


def _after(
    random_: random.Random,
    calendar: Calendar,
    cadence: str,
    begin: date,
    unruly: Noise,
    *,
    hard: bool,
) -> Rhythm:
    unruly = replace(unruly, miss=unruly.miss / 2, stray=unruly.stray / 2)
    done = noise.after(random_, calendar, cadence, begin, unruly, hard=hard)
    return _rhythm(random_, calendar, (cadence, "after"), done, unruly, _later(calendar, cadence))


def _later(calendar: Calendar, cadence: str) -> Due:
    """A period after the last time."""
    period = timedelta(days=round(PERIODS[cadence]))
    return lambda newest: calendar.rolled_back(newest.day + period)


def _rhythm(
    random_: random.Random,
    calendar: Calendar,
    name: tuple[str, str],
    done: Sequence[Done],
    unruly: Noise,
    due: Due,
) -> Rhythm:
    spilled, strays = noise.extras(random_, calendar, done, unruly)
    return Rhythm(*name, tuple(done), frozenset(spilled | strays), due)
