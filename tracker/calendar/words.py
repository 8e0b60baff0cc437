"""Time in words, by pendulum: how long ago, around when, a month later, ``half an hour ago``.

Costs four bare interpreters to load pendulum, so it is loaded where it is called and nothing
that a hot command needs is here.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tracker.calendar.format import DAY_NAMES, MONTH_NAMES
from tracker.calendar.local import iso_week, zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import tzinfo

_named = zone

UNITS = ("day", "week", "month", "quarter", "year")

_NUMBERS = {
    "a": 1.0,
    "an": 1.0,
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
    "fifteen": 15.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "forty": 40.0,
    "half": 0.5,
    "quarter": 0.25,
    "couple": 2.0,
}
_QUIET = frozenset({"a", "an", "of"})
_LENGTHS = {
    "second": 1,
    "sec": 1,
    "minute": 60,
    "min": 60,
    "hour": 3600,
    "hr": 3600,
}


def ago(instant: datetime, *, now: datetime, zone: str | tzinfo = UTC) -> str:
    """``2 hours ago``, ``in 3 days``, ``just now`` under ten seconds; months count in ``zone``."""
    import pendulum

    where = _named(zone)
    if abs(instant - now) < timedelta(seconds=10):
        return "just now"
    then = pendulum.instance(instant.astimezone(where))
    length = then.diff_for_humans(pendulum.instance(now.astimezone(where)), absolute=True)
    return f"{length} ago" if instant < now else f"in {length}"


def around(day: date, *, today: date) -> str:
    """``around 4 December``; with the year where that is not within half a year."""
    text = f"around {day.day} {month_name(day)}"
    return text if abs((day - today).days) <= 183 else f"{text} {day.year}"


def step(day: date, unit: str, by: int) -> date:
    """``day`` moved by days, weeks, months, quarters or years; 31 January + 1 month is 28 February.

    Raises:
        ValueError: ``unit`` is none of :data:`UNITS`.
    """
    if unit not in UNITS:
        raise ValueError(f"{unit!r} is not one of {', '.join(UNITS)}")
    import pendulum

    start = pendulum.date(day.year, day.month, day.day)
    moved = start.add(months=3 * by) if unit == "quarter" else start.add(**{f"{unit}s": by})
    return date(moved.year, moved.month, moved.day)


def heading(day: date) -> str:
    """``Sun 22 Nov 2026 · W47``, the week by ISO 8601."""
    month = MONTH_NAMES[day.month - 1]
    return f"{DAY_NAMES[day.weekday()]} {day.day} {month} {day.year} · W{iso_week(day)[1]:02}"


def day_name(day: date) -> str:
    """``Sunday``."""
    import pendulum

    return pendulum.date(day.year, day.month, day.day).format("dddd", locale="en")


def month_name(day: date) -> str:
    """``November``."""
    import pendulum

    return pendulum.date(day.year, day.month, day.day).format("MMMM", locale="en")


def read_ago(words: tuple[str, ...], *, now: datetime) -> datetime | None:
    """``half an hour ago``, ``two hours ago``, ``a quarter of an hour ago``; ``None`` otherwise.

    Days and longer are not read here: they say a day, not an instant.
    """
    if len(words) < 2 or words[-1] != "ago":
        return None
    unit = _LENGTHS.get(words[-2].removesuffix("s"))
    count = _count(words[:-2])
    if unit is None or count is None:
        return None
    import pendulum

    return pendulum.instance(now).subtract(seconds=round(count * unit)).in_timezone("UTC")


def read_hours(words: tuple[str, ...]) -> int | None:
    """Seconds of ``half an hour``, ``two hours``, ``a quarter of an hour``; ``None`` otherwise."""
    if len(words) < 2 or words[-1] not in ("hour", "hours"):
        return None
    count = _count(words[:-1])
    return None if count is None else round(count * 3600)


def read_day(words: tuple[str, ...], *, today: date) -> date | None:
    """``4 december``, ``dec 4th``, ``4 dec 2025``, ``3 days ago``, ``two weeks ago``, or ``None``.

    Without a year it is the latest such day that is not after ``today``.
    """
    if words and words[-1] == "ago":
        return _days_ago(words[:-1], today)
    if len(words) not in (2, 3):
        return None
    named = [place for place, word in enumerate(words[:2]) if _month(word)]
    if len(named) != 1:
        return None
    number = _ordinal(words[1 - named[0]])
    year = words[2] if len(words) == 3 else ""
    if not 1 <= number <= 31 or (year and not (len(year) == 4 and _ordinal(year))):
        return None
    return _on(number, _month(words[named[0]]), int(year) if year else 0, today)


def _days_ago(words: tuple[str, ...], today: date) -> date | None:
    if not words:
        return None
    unit = words[-1].removesuffix("s")
    count = _count(words[:-1])
    if unit not in UNITS or count is None or count != round(count) or count > 10_000:
        return None
    try:
        return step(today, unit, -round(count))
    except (ValueError, OverflowError):
        return None


def _count(words: tuple[str, ...]) -> float | None:
    """``2``, ``two``, ``an``, ``half an``, ``a couple of``: how many."""
    if not words:
        return None
    told = [word for word in words if word not in _QUIET] or [words[-1]]
    if len(told) != 1 or len(words) > 4:
        return None
    if 0 < _ordinal(told[0]) < 10_000 and told[0].isdecimal():
        return float(told[0])
    return _NUMBERS.get(told[0])


def _month(word: str) -> int:
    """1 to 12; 0 where it is no month. Three letters or more are enough."""
    if len(word) < 3:
        return 0
    for number in range(1, 13):
        if month_name(date(2000, number, 1)).lower().startswith(word):
            return number
    return 0


def _ordinal(word: str) -> int:
    """``4``, ``4th``; 0 where it is no number."""
    digits = word
    for ending in ("st", "nd", "rd", "th"):
        digits = digits.removesuffix(ending)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else 0


def _on(number: int, month: int, year: int, today: date) -> date | None:
    """That day in ``year``, or in the latest year in which it has come."""
    for candidate in (year,) if year else range(today.year, today.year - 9, -1):
        try:
            day = date(candidate, month, number)
        except ValueError:
            continue
        if year or day <= today:
            return day
    return None
