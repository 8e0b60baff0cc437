"""The rule for steady work without a rhythm, told apart from the detector's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise


def verdicts(days: Sequence[date], worked: Sequence[date], as_of: date) -> set[str]:
    """``as-needed`` or ``none`` by each fair reading of the rule; both where they differ.

    The rule: at least 8 days and present in 60 % of the last 12 worked weeks, or at least 5
    days and present in 5 of the last 6 months. Open to reading are whether the week and
    the month that still run count, on which day a week starts, and whether a month is 30 days.
    """
    weekly = {
        _weekly(days, worked, start, end)
        for start in (0, 6)
        for end in (as_of, _week(as_of, start) - timedelta(days=1))
    }
    month_before = as_of.replace(day=1) - timedelta(days=1)
    monthly = {_monthly(days, as_of), _monthly(days, month_before), _thirties(days, as_of)}
    if len(weekly) == 1 and len(monthly) == 1:
        return {"as-needed" if weekly == {True} or monthly == {True} else "none"}
    return {"as-needed"} if {True} in (weekly, monthly) else {"as-needed", "none"}


def _weekly(days: Sequence[date], worked: Sequence[date], start: int, end: date) -> bool:
    weeks = sorted({_week(day, start) for day in worked if day <= end})[-12:]
    present = {_week(day, start) for day in days}
    return len(days) >= 8 and bool(weeks) and len(present.intersection(weeks)) >= 0.6 * len(weeks)


def _week(day: date, start: int) -> date:
    return day - timedelta(days=(day.weekday() - start) % 7)


def _monthly(days: Sequence[date], last: date) -> bool:
    newest = last.year * 12 + last.month
    present = {day.year * 12 + day.month for day in days}
    return len(days) >= 5 and len(present.intersection(range(newest - 5, newest + 1))) >= 5


def _thirties(days: Sequence[date], as_of: date) -> bool:
    edges = [as_of - timedelta(days=round(365.25 / 12 * n)) for n in range(7)]
    held = sum(any(older < day <= newer for day in days) for newer, older in pairwise(edges))
    return len(days) >= 5 and held >= 5
