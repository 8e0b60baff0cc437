"""Steady work without a rhythm: as-needed, and just as recurring for the audit."""

from __future__ import annotations

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.working import WorkingTime

WEEKS, WEEK_SHARE, WEEK_DAYS = 12, 0.60, 8
"""Present in so large a share of the last so many worked weeks, on so many days in all."""
MONTHS, MONTHS_PRESENT, MONTH_DAYS = 6, 5, 5


def steady(days: list[int], working: WorkingTime) -> str:
    """``weeks`` or ``months`` if the task is done in most of them, else empty."""
    if len(days) >= WEEK_DAYS:
        weeks = working.weeks()[-WEEKS:]
        present = {(day - 1) // 7 for day in days}
        if weeks and sum(week in present for week in weeks) >= WEEK_SHARE * len(weeks):
            return "weeks"
    if len(days) >= MONTH_DAYS:
        now = _month(working.as_of)
        present = {_month(day) for day in days}
        if sum(now - back in present for back in range(MONTHS)) >= MONTHS_PRESENT:
            return "months"
    return ""


def _month(day: int) -> int:
    known = date.fromordinal(day)
    return known.year * 12 + known.month
