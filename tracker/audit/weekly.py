"""Seconds of whole weeks by task, from the days of every task."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.audit.recurrence.standing import Facts


def whole_weeks(
    facts: Iterable[Facts], as_of: date, week_start: int, count: int
) -> list[dict[str, int]]:
    """Seconds by task of the last ``count`` weeks that had ended by ``as_of``, oldest first.

    Args:
        facts: Days and seconds of each task; an entry counts on the day on which it begins.
        as_of: The last day that counts.
        week_start: 0 Monday .. 6 Sunday.
        count: Of weeks; those without any time are empty.
    """
    tomorrow = as_of + timedelta(days=1)
    stop = tomorrow - timedelta(days=(tomorrow.weekday() - week_start) % 7)
    first = stop - timedelta(days=7 * count)
    weeks: list[dict[str, int]] = [{} for _ in range(count)]
    for fact in facts:
        begin, end = bisect_left(fact.days, first), bisect_left(fact.days, stop)
        for day, seconds in zip(fact.days[begin:end], fact.seconds[begin:end], strict=True):
            week = weeks[(day - first).days // 7]
            week[fact.task] = week.get(fact.task, 0) + seconds
    return weeks
