"""How many hours a year are logged: what the floor of the hour value is made of."""

from __future__ import annotations

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

YEAR = 365
LEAST_DAYS = 14
"""Days of log before a year's hours are worked out from them (the decision model: two weeks)."""


def first_of_year(as_of: date) -> date:
    """The first of the 365 days that end with ``as_of``."""
    return date.fromordinal(as_of.toordinal() - YEAR + 1)


def hours_a_year(days: Iterable[tuple[date, int]], as_of: date) -> float:
    """Hours logged in the last 365 days, as if a younger log went on like it; 0 below two weeks.

    Args:
        days: Local days with the seconds that began on them, in any order; a day may come again.
        as_of: The last of the 365 days.
    """
    begin = first_of_year(as_of)
    first = last = date.fromordinal(as_of.toordinal() - 1)  # today may have just begun
    total = 0
    for day, seconds in days:
        if begin <= day <= as_of:
            total += seconds
            if day < first:
                first = day
            elif day > last:
                last = day
    covered = (last - first).days + 1
    return total / 3600 * YEAR / covered if covered >= LEAST_DAYS else 0.0
