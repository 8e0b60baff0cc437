"""What comes next: what is due in the next period, and how much time that will take."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from tracker.audit.recurrence.declared import Timetable, stepped
from tracker.domain.value import Value

PERIODS = {"weekly": 7, "biweekly": 14, "monthly": 30, "quarterly": 91}
"""Days from one time to the next where no weekday is fixed."""
WORKDAYS = frozenset(range(5))
LATEST = 60
"""Days back in which a weekend was worked that counts as usual."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.audit.recurrence.standing import Standing
    from tracker.domain.period import Period


class Planned(Value):
    """A task that is expected.

    Attributes:
        day: When next, ISO text; before the period where it is overdue.
        loose: Whether that day is a guess: say "around".
        times: How often in the period; 1 at least.
        seconds: Its usual length times that.
    """

    task: str
    cadence: str
    day: str
    loose: bool
    overdue: bool
    times: int
    seconds: int


def planned(
    standings: Iterable[Standing],
    period: Period,
    as_of: date,
    others: frozenset[str] = frozenset(),
) -> tuple[Planned, ...]:
    """What is due in ``period``, the first day first.

    What is due before it, and not late yet, will have been done by then: of that the next time
    counts, where it falls into the period.

    Args:
        standings: As of ``as_of``.
        period: The one to come.
        as_of: What was due before it and is not done is overdue.
        others: Tasks in other hands, in lower case: not the owner's to plan.
    """
    found = []
    for standing in standings:
        due = standing.next_due
        if due is None or due >= period.last or standing.task.casefold() in others:
            continue
        if standing.paused_until is not None and standing.paused_until >= period.last:
            continue
        if as_of <= due < period.first:
            later = _first_in(standing, due, period)
            if later is None:
                continue
            due = later
        times = _times(standing, max(due, period.first), period)
        found.append(
            Planned(
                task=standing.task,
                cadence=standing.cadence,
                day=due.isoformat(),
                loose=standing.loose,
                overdue=due < as_of,
                times=times,
                seconds=standing.usual_seconds * times,
            )
        )
    return tuple(sorted(found, key=lambda it: (it.day, -it.seconds, it.task)))


def _first_in(standing: Standing, due: date, period: Period) -> date | None:
    """The first day in ``period`` of a rhythm whose next day, ``due``, is ahead of it."""
    first, declared = period.first, standing.declared
    if declared is not None:
        table = Timetable(declared, standing.facts.days, week_start=first.weekday())
        if not (table.floating or declared.after):
            return next(iter(table.slots(first, period.last)), None)
        while due < first:
            due = stepped(due, declared.unit, declared.every)
    else:
        due = _found_from(standing, due, first)
    return due if due < period.last else None


def _found_from(standing: Standing, due: date, first: date) -> date:
    """The first day on or after ``first`` of a rhythm that the log shows."""
    weekdays = _weekdays(standing, due)
    if weekdays:
        ahead = min((weekday - first.weekday()) % 7 for weekday in weekdays)
        return first + timedelta(days=ahead)
    length = PERIODS.get(standing.cadence, 7)
    return due + timedelta(days=-((due - first).days // length) * length)


def _weekdays(standing: Standing, due: date) -> frozenset[int]:
    """The weekdays of a found rhythm; none where it is not kept by weekdays."""
    if standing.cadence == "daily":
        recent = (day for day in standing.facts.days if due - day <= timedelta(days=LATEST))
        return WORKDAYS | {day.weekday() for day in recent}
    if standing.cadence != "weekly" or standing.loose:
        return frozenset()
    count = Counter(day.weekday() for day in (*standing.found.slots, due))
    often = max(count.values()) / 2  # a slot that a day off moved is on no weekday of its own
    return frozenset(weekday for weekday, times in count.items() if times >= often)


def _times(standing: Standing, first: date, period: Period) -> int:
    """Occurrences from ``first`` to the end of the period, by how many there are in a month."""
    days = (period.last - first) // timedelta(days=1)
    return max(1, round(standing.per_month * days * 12 / 365.25))
