"""On which days a piece of work is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

FRIDAY = 4
_EPOCH_WEDNESDAY = date(1970, 1, 7)


def is_due(when: tuple[str, Any], day: date, today: date, chance: Random) -> bool:
    """Whether work of that rhythm is due on ``day``, a working day.

    Args:
        when: The rhythm, as ``(kind, detail)``.
        day: The day asked about.
        today: The last day of the log: what is ``weekly`` falls on its weekday.
        chance: Only asked for work without a rhythm.
    """
    kind, detail = when
    if kind == "chance":
        return bool(chance.random() < detail)
    return _RULES[kind](detail, day, today)


def _every(days: int, day: date, _today: date) -> bool:
    """Every so many days, counted from a Wednesday: daily, or each second Wednesday."""
    return (day - _EPOCH_WEDNESDAY).days % days == 0


def _weekdays(weekdays: list[int], day: date, _today: date) -> bool:
    return day.weekday() in weekdays


def _weekly(_detail: str, day: date, today: date) -> bool:
    return day.weekday() == min(today.weekday(), FRIDAY)


def _business_day(number: int, day: date, _today: date) -> bool:
    """The ``number``-th weekday of the month."""
    found = _rolled(day.replace(day=1))
    for _ in range(number - 1):
        found = _rolled(found + timedelta(1))
    return day == found


def _last_weekday(weekday: int, day: date, _today: date) -> bool:
    return day.weekday() == weekday and (day + timedelta(7)).month != day.month


def _quarterly(number: int, day: date, _today: date) -> bool:
    """That day of January, April, July and October."""
    return day.month % 3 == 1 and day == _rolled(day.replace(day=number))


def _rolled(day: date) -> date:
    """``day``, or the Monday after where it is on a weekend."""
    return day + timedelta((7 - day.weekday()) if day.weekday() > FRIDAY else 0)


_RULES: dict[str, Callable[[Any, date, date], bool]] = {
    "every": _every,
    "weekdays": _weekdays,
    "weekly": _weekly,
    "business day": _business_day,
    "last weekday": _last_weekday,
    "quarterly": _quarterly,
}
