"""Weeks, months and quarters as a person names them: ``2026-W47``, ``last week``, ``november``."""

from __future__ import annotations

from tracker.calendar.ranges import read_range
from tracker.domain.errors import Unreadable
from tracker.domain.period import Period, month_of, quarter_of, week_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

EXAMPLES = "2026-W47, 2026-11, 2026-Q4, last week, month or last quarter"


def read_period(text: str, *, today: date, week_start: int = 0) -> Period:
    """The period that ``text`` names; a day names its week.

    An ISO week means the week of the owner's that most of its days are in: where weeks start on
    Sunday, ``2026-W47`` starts on the Sunday before its Monday.

    Args:
        text: What was typed; empty is this week.
        today: The local day it is.
        week_start: 0 for Monday to 6 for Sunday.

    Raises:
        Unreadable: It names no days, or neither a day nor a week, month or quarter.
    """
    found = read_range(text.strip() or "week", today=today, week_start=week_start)
    days = (found.last - found.first).days
    if days == 7 and "W" in found.label:
        return week_of(_middle(found.first), week_start)
    week = week_of(found.first, week_start)
    if days == 1 or (days == 7 and week.first == found.first):
        return week
    for period in (month_of(found.first), quarter_of(found.first)):
        if (period.first, period.last) == (found.first, found.last):
            return period
    raise Unreadable(
        f'"{text.strip()[:40]}" is not one week, month or quarter: type {EXAMPLES}.',
        start=0,
        stop=len(text),
    )


def _middle(monday: date) -> date:
    """The Thursday of an ISO week: in the owner's week of the same name, whenever it starts."""
    from datetime import timedelta

    return monday + timedelta(days=3)
