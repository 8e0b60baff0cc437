"""Labelled histories: people of 40-60 tasks each, whose true rhythms are known.

Deterministic by seed. A label is what can honestly be decided from the days: a rhythm with
fewer occurrences than the rule of decision asks for is ``none``, and steady work without a
rhythm is ``as-needed`` where the rule for it says so.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count as counting
from itertools import islice

from tests.bench.recurrence import as_needed, calendars, irregular, rhythms
from tests.bench.recurrence.calendars import Calendar
from tests.bench.recurrence.noise import Done
from tests.bench.recurrence.rhythms import MINIMUM, PERIODS, Rhythm

_MIX = (
    ("daily", 0.11), ("weekly", 0.18), ("biweekly", 0.08), ("monthly", 0.16), ("quarterly", 0.08),
    ("changed", 0.06), ("moved", 0.01), ("stopped", 0.02), ("short", 0.02), ("irregular", 0.28),
)  # fmt: skip
CHANGES = (
    ("daily", "weekly"), ("weekly", "daily"), ("weekly", "monthly"), ("monthly", "weekly"),
    ("weekly", "biweekly"), ("biweekly", "monthly"), ("monthly", "quarterly"), ("", "weekly"),
)  # fmt: skip
"""The eight kinds of change; the empty one is work at random."""
_SETTLED = {"daily": 20, "weekly": 12, "biweekly": 10, "monthly": 7, "quarterly": 5}
"""Slots after (and half before) a change that make it decidable."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One task's history and what is true of it.

    Attributes:
        kind: What made it, for the study of errors: ``weekly/floating``, ``bursts`` ...
        days: Distinct local days on which it was logged, ascending, up to ``as_of``.
        counts: Entries on each of ``days``.
        worked: Days on which the person logged anything, ascending, up to ``as_of``.
        cadence: The true answer, one of ``domain.cadence.CADENCES``.
        since: First day of the rhythm that holds, where it changed; else ``None``.
        next_due: The slot the newest occurrence did not serve; ``None`` without a rhythm, or
            where it was given up.
        next_done: The day it was really done next, after ``as_of``.
        stopped: Whether it was given up: still its cadence, but lapsed.
    """

    name: str
    kind: str
    days: tuple[date, ...]
    counts: tuple[int, ...]
    worked: tuple[date, ...]
    as_of: date
    cadence: str
    since: date | None = None
    next_due: date | None = None
    next_done: date | None = None
    stopped: bool = False
    zone: str = "Europe/Berlin"


def histories(seed: int, count: int, *, hard: bool = False) -> Iterator[Labelled]:
    """``count`` labelled tasks of as many people as that takes."""
    return islice(
        (task for number in counting() for task in person(seed, number, hard=hard)), count
    )


def person(
    seed: int, number: int, *, hard: bool = False, tasks: int = 0, days: int = 0
) -> list[Labelled]:
    """Every task of one person; ``tasks`` and ``days`` set how many and how long the log is."""
    random_ = random.Random(f"{seed}/{number}/{hard}")  # noqa: S311
    calendar = calendars.draw(random_, days)
    wanted = tasks or random_.randint(40, 60)
    drafts = [_core(random_, calendar)]
    while len(drafts) < wanted:
        draft = _draft(random_, calendar, hard=hard)
        if draft is not None:
            drafts.append(draft)
    worked = tuple(sorted({day for draft in drafts for day in draft.days}))
    labelled = (_labelled(draft, worked) for draft in drafts)
    return [
        replace(task, name=f"Person {number + 1} task {n + 1}")
        for n, task in enumerate(labelled)
        if task is not None
    ]


def _core(random_: random.Random, calendar: Calendar) -> Labelled:
    """What a person does on almost every working day from the first on: the log is dense."""
    days = [day for day in calendar.working if day <= calendar.as_of and random_.random() < 0.95]
    rhythm = rhythms.Rhythm("daily", "core", (), frozenset(days), lambda newest: newest.day)
    return _made(random_, calendar, "daily/core", rhythm.days(calendar.as_of), "daily")


def _draft(random_: random.Random, calendar: Calendar, *, hard: bool) -> Labelled | None:
    """One task of the mix; ``None`` where it came out undecidable, or does not fit the log."""
    names, weights = zip(*_MIX, strict=True)
    chosen = random_.choices(names, weights)[0]
    if chosen == "irregular":
        return _irregular(random_, calendar)
    if chosen == "changed":
        return _changed(random_, calendar, *random_.choice(CHANGES), hard=hard)
    if chosen == "moved":
        return _changed(random_, calendar, "weekly", "weekly", hard=hard)
    if chosen == "stopped":
        return _stopped(random_, calendar, hard=hard)
    if chosen == "short":
        return _short(random_, calendar, hard=hard)
    rhythm = rhythms.draw(random_, calendar, chosen, hard=hard)
    return _regular(random_, calendar, rhythm) if rhythm else None


def _regular(random_: random.Random, calendar: Calendar, rhythm: Rhythm) -> Labelled | None:
    """A rhythm that holds up to the as-of day."""
    past = [each for each in rhythm.done if each.day <= calendar.as_of]
    if not _decidable(rhythm.cadence, past):
        return None
    newest = max(past, key=lambda each: each.slot)
    days = rhythm.days(calendar.as_of)
    made = _made(random_, calendar, f"{rhythm.cadence}/{rhythm.kind}", days, rhythm.cadence)
    later = [each.day for each in rhythm.done if each.day > calendar.as_of]
    return replace(made, next_due=rhythm.due(newest), next_done=min(later, default=None))


def _decidable(cadence: str, past: list[Done]) -> bool:
    """Whether there are enough occurrences; hardly enough ones must be in a row."""
    served = {each.slot for each in past}
    margin = 1 if cadence == "quarterly" else 2
    if len(served) > MINIMUM[cadence] + margin:
        return True
    in_a_row = bool(served) and max(served) - min(served) + 1 == len(served)
    return in_a_row and len(served) >= MINIMUM[cadence]


def _changed(
    random_: random.Random, calendar: Calendar, old: str, new: str, *, hard: bool
) -> Labelled | None:
    """One rhythm, or work at random, and another from some day on."""
    later = rhythms.draw(random_, calendar, new, hard=hard, least=_SETTLED[new])
    now = _regular(random_, calendar, later) if later else None
    if later is None or now is None:
        return None
    begin = min(now.days)
    if old:
        earlier = rhythms.draw(
            random_, calendar, old, hard=hard, until=begin, least=_SETTLED[old] // 2 + 2
        )
        before = earlier.days(begin - calendars.ONE) if earlier else set()
    else:
        before = irregular.steady(
            random_, calendar, random_.randrange(calendar.from_(begin) or 1), calendar.from_(begin)
        )
    if len(before) < (4 if old in {"monthly", "quarterly"} else 6):
        return None
    kind = f"{old or 'random'}>{new}/{later.kind}"
    days = before | set(now.days)
    made = _made(random_, calendar, kind, days, new)
    return replace(made, since=begin, next_due=now.next_due, next_done=now.next_done)


def _stopped(random_: random.Random, calendar: Calendar, *, hard: bool) -> Labelled | None:
    """A rhythm given up for good, after much longer than it is gone."""
    cadence = random_.choice(("daily", "weekly", "weekly", "biweekly", "monthly"))
    gone = round(random_.uniform(5, 9) * PERIODS[cadence] * (5 if cadence == "daily" else 1))
    last = calendar.as_of - timedelta(days=gone)
    least = (30 if cadence == "daily" else 10) * 3
    rhythm = rhythms.draw(random_, calendar, cadence, hard=hard, until=last, least=least // 2)
    made = _regular(random_, calendar, rhythm.ended(last)) if rhythm else None
    if made is None:
        return None
    return replace(made, kind=f"stopped {made.kind}", next_due=None, next_done=None, stopped=True)


def _short(random_: random.Random, calendar: Calendar, *, hard: bool) -> Labelled | None:
    """A rhythm too young to be told: below the minimum of evidence."""
    cadence = random_.choice(list(MINIMUM))
    rhythm = rhythms.draw(random_, calendar, cadence, hard=hard)
    past = [each for each in rhythm.done if each.day <= calendar.as_of] if rhythm else []
    days = {each.day for each in past[-random_.randint(2, MINIMUM[cadence] - 1) :]}
    if not 2 <= len(days) < MINIMUM[cadence]:
        return None
    return _made(random_, calendar, f"short {cadence}", days, "none")


def _irregular(random_: random.Random, calendar: Calendar) -> Labelled | None:
    """Work without a rhythm; ``none`` until the rule for steady work is asked."""
    names, makers, shares = zip(*irregular.KINDS, strict=True)
    which = random_.choices(range(len(names)), shares)[0]
    end = calendar.upto(calendar.as_of) + 1
    begin = random_.randrange(max(1, end - 15))
    days = makers[which](random_, calendar, begin, end)
    return _made(random_, calendar, names[which], days, "none") if days else None


def _made(
    random_: random.Random, calendar: Calendar, kind: str, days: set[date], cadence: str
) -> Labelled:
    several = random_.choice((0.0, 0.0, 0.1, 0.4))
    ordered = tuple(sorted(days))
    counts = tuple(1 + (random_.random() < several) * random_.randint(1, 3) for _ in ordered)
    return Labelled("", kind, ordered, counts, (), calendar.as_of, cadence, zone=calendar.zone)


def _labelled(draft: Labelled, worked: tuple[date, ...]) -> Labelled | None:
    """With the person's days; ``None`` where a fair reading of the rule allows two answers."""
    draft = replace(draft, worked=worked)
    if draft.cadence != "none":
        return draft
    answers = as_needed.verdicts(draft.days, worked, draft.as_of)
    return replace(draft, cadence=answers.pop()) if len(answers) == 1 else None
