"""How long a task takes and how often it comes: what an hour of the audit is made of."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tracker.domain.cadence import Cadence

OCCURRENCES = 26
"""Of the current rhythm, the newest: half a year of weekly work. What took longer years ago says
little of what it takes now."""
WORKED_WEEKS = 12
"""Weeks over which as-needed work is counted (the decision model)."""
WEEKS_A_MONTH = 52 / 12


class Lengths(Value):
    """Seconds of the newest occurrences; 0 where there are none.

    ``usual`` is their median: one forgotten timer does not change it.
    """

    usual: int
    fastest: int
    slowest: int


def lengths(seconds: Sequence[int]) -> Lengths:
    """Of occurrences in order of time, ``seconds`` each; those without any do not count."""
    newest = sorted([length for length in seconds[-OCCURRENCES:] if length > 0])
    if not newest:
        return Lengths(0, 0, 0)
    middle = len(newest) // 2
    usual = newest[middle]
    if len(newest) % 2 == 0:
        usual = round((newest[middle - 1] + newest[middle]) / 2)
    return Lengths(usual, newest[0], newest[-1])


def declared_per_month(cadence: Cadence) -> float | None:
    """Occurrences a month of 52/12 weeks; ``None`` for as-needed, which is counted.

    Weekdays 260/12, every day 365/12, weekly 52/12 for each of its days, monthly 1, quarterly
    1/3 (the decision model); every n-th of them an n-th of that.
    """
    match cadence.unit:
        case "day":
            once = 365 / 12
        case "weekday":
            once = 260 / 12
        case "week":
            once = WEEKS_A_MONTH * max(1, len(cadence.weekdays))
        case "month":
            once = 1.0
        case "quarter":
            once = 1 / 3
        case "as-needed":
            return None
        case _:
            return 0.0
    return once / cadence.every


def per_month_of(cadence: str, days: Sequence[date]) -> float:
    """The same by the name of a cadence; a task done at weekends too is daily on 7 days."""
    if cadence == "daily":
        weekends = sum(1 for day in days if day.weekday() >= 5)
        return 365 / 12 if weekends > 0.12 * len(days) else 260 / 12
    return {"weekly": 52 / 12, "biweekly": 26 / 12, "monthly": 1.0, "quarterly": 1 / 3}.get(
        cadence, 0.0
    )


def worked_weeks(worked: Collection[date], as_of: date) -> tuple[int, ...]:
    """The last weeks up to ``as_of`` on which anything was logged, as ordinals of Mondays.

    At most :data:`WORKED_WEEKS`, the newest first.
    """
    found = {_monday(day) for day in worked if day <= as_of}
    return tuple(sorted(found, reverse=True)[:WORKED_WEEKS])


def counted_per_month(days: Sequence[date], weeks: tuple[int, ...]) -> float:
    """Occurrences a month of what has no rhythm, counted in the ``weeks`` of a log."""
    if not weeks:
        return 0.0
    within = set(weeks)
    oldest = date.fromordinal(weeks[-1])
    count = sum(1 for day in days if day >= oldest and _monday(day) in within)
    return count / len(weeks) * WEEKS_A_MONTH


def _monday(day: date) -> int:
    number = day.toordinal()
    return number - (number - 1) % 7


def week_end(as_of: date, week_start: int) -> date:
    """The last day of the local week of ``as_of``."""
    return as_of + timedelta(days=6 - (as_of.weekday() - week_start) % 7)
