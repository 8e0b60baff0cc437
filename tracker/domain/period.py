"""A week, a month or a quarter to look back on, by the name it is filed under."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.domain.value import Value

PERIODS = ("week", "month", "quarter")
_DAY = timedelta(days=1)


class Period(Value):
    """The local days ``first <= day < last``.

    Attributes:
        id: ``2026-W47``, ``2026-11``, ``2026-Q4``: what its review is filed under.
        kind: One of :data:`PERIODS`.
        first: The first day in it.
        last: The first day after it.
    """

    id: str
    kind: str
    first: date
    last: date

    @property
    def final(self) -> date:
        """The last day in it."""
        return self.last - _DAY

    @property
    def title(self) -> str:
        """``Week 47``, ``November 2026``, ``Quarter 4, 2026``."""
        if self.kind == "week":
            return f"Week {int(self.id[6:])}"
        if self.kind == "month":
            return f"{self.first:%B} {self.first.year}"
        return f"Quarter {self.id[-1]}, {self.first.year}"


def week_of(day: date, week_start: int = 0) -> Period:
    """The week of ``day``, called after the ISO week that most of its days are in.

    Args:
        day: Any day in it.
        week_start: 0 Monday, when it is the ISO week itself, to 6 Sunday.
    """
    first = day - timedelta(days=(day.weekday() - week_start) % 7)
    year, week, _ = (first + timedelta(days=3)).isocalendar()
    return Period(f"{year}-W{week:02}", "week", first, first + timedelta(days=7))


def month_of(day: date) -> Period:
    """The month of ``day``."""
    first = day.replace(day=1)
    return Period(f"{first.year}-{first.month:02}", "month", first, _months_on(first, 1))


def quarter_of(day: date) -> Period:
    """The calendar quarter of ``day``."""
    number = (day.month + 2) // 3
    first = date(day.year, number * 3 - 2, 1)
    return Period(f"{first.year}-Q{number}", "quarter", first, _months_on(first, 3))


def of(kind: str, day: date, week_start: int = 0) -> Period:
    """The period of that kind that ``day`` is in."""
    if kind == "week":
        return week_of(day, week_start)
    return month_of(day) if kind == "month" else quarter_of(day)


def before(period: Period, back: int = 1) -> Period:
    """The period ``back`` before, as long in its own kind; a negative number goes on."""
    if period.kind == "week":
        return week_of(period.first - timedelta(days=7 * back), period.first.weekday())
    months = back if period.kind == "month" else 3 * back
    return of(period.kind, _months_on(period.first, -months))


def _months_on(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
