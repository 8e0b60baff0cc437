"""The words that rhythms are made of."""

from __future__ import annotations

from tracker.domain.settings import WEEKDAYS
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

PERIODS: dict[str, tuple[str, int]] = {
    "daily": ("day", 1),
    "weekly": ("week", 1),
    "biweekly": ("week", 2),
    "bi-weekly": ("week", 2),
    "fortnightly": ("week", 2),
    "monthly": ("month", 1),
    "bimonthly": ("month", 2),
    "quarterly": ("quarter", 1),
    "yearly": ("month", 12),
    "annually": ("month", 12),
}
"""Single words for a unit and a number of units."""

UNITS: dict[str, tuple[str, int]] = {
    "day": ("day", 1),
    "days": ("day", 1),
    "d": ("day", 1),
    "weekday": ("weekday", 1),
    "weekdays": ("weekday", 1),
    "business-day": ("weekday", 1),
    "week": ("week", 1),
    "weeks": ("week", 1),
    "w": ("week", 1),
    "fortnight": ("week", 2),
    "fortnights": ("week", 2),
    "month": ("month", 1),
    "months": ("month", 1),
    "quarter": ("quarter", 1),
    "quarters": ("quarter", 1),
    "year": ("month", 12),
    "years": ("month", 12),
}

COUNTS = {
    "a": 1,
    "single": 1,
    "other": 2,
    "alternate": 2,
    "alternating": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}

AFTER = ("after", "since")
"""What makes a period count from the last time."""

_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_ENDINGS = ("st", "nd", "rd", "th")

_AS_NEEDED = (
    *("as-needed", "as needed", "when needed", "on demand", "ad hoc", "ad-hoc"),
    *("irregular", "irregularly", "now and then", "from time to time", "sometimes"),
)
_NONE = ("none", "never", "no", "once", "one-off", "one off", "not recurring", "not at all")

PHRASES: dict[str, dict[str, Any]] = {
    **{saying: {"unit": "as-needed"} for saying in _AS_NEEDED},
    **{saying: {"unit": "none"} for saying in _NONE},
    "day": {"unit": "day"},
    "workdays": {"unit": "weekday"},
    "weekdays": {"unit": "weekday"},
    "daily on weekdays": {"unit": "weekday"},
    "weekday": {"unit": "weekday"},
    "business-day": {"unit": "weekday"},
    "mon-fri": {"unit": "weekday"},
    "mon to fri": {"unit": "weekday"},
    "monday to friday": {"unit": "weekday"},
    "monday-friday": {"unit": "weekday"},
    "weekends": {"unit": "week", "weekdays": (5, 6)},
    "every other day": {"unit": "day", "every": 2},
    "half-yearly": {"unit": "month", "every": 6},
    "semi-annually": {"unit": "month", "every": 6},
}
"""Whole sayings; anything else is put together from its words."""

_JOINED = frozenset({"business", "working", "work", "bank"})


class Word(Value):
    """A word in lower case and the half-open range of characters it takes."""

    low: str
    start: int
    stop: int


def split(text: str) -> list[Word]:
    """The words between white space, commas and brackets; ``business day`` is one word."""
    found: list[Word] = []
    at = 0
    for piece in "".join(" " if mark in ",;()" else mark for mark in text).split():
        start = text.index(piece, at)
        at = start + len(piece)
        low = piece.lower().rstrip(".")
        if low in ("day", "days") and found and found[-1].low in _JOINED:
            low, start = "business-day", found.pop().start
        elif low in ("workday", "workdays") and found:
            low = "business-day"
        found.append(Word(low, start, at))
    return found


def weekdays_of(low: str) -> tuple[int, ...] | None:
    """``fri``, ``fridays``, ``mon-wed`` as numbers, 0 for Monday; ``None`` for anything else."""
    first, dash, last = low.partition("-")
    begin = _weekday(first)
    if begin is None:
        return None
    if not dash:
        return (begin,)
    end = _weekday(last)
    if end is None:
        return None
    return tuple((begin + n) % 7 for n in range((end - begin) % 7 + 1))


def _weekday(low: str) -> int | None:
    single = low.removesuffix("s") if len(low) > 5 else low
    if single in ("tues", "thurs", "thur", "weds"):
        single = single[:3]
    if len(single) >= 3:
        for number, name in enumerate(WEEKDAYS):
            if name.startswith(single):
                return number
    return None


def ordinal(low: str) -> int:
    """``15``, ``15th``, ``second``; 0 for anything else."""
    if low in _ORDINALS:
        return _ORDINALS[low]
    number = low[:-2] if low[-2:] in _ENDINGS else low
    return int(number) if number.isascii() and number.isdigit() and len(number) <= 3 else 0


def ordinal_text(number: int) -> str:
    """``1st``, ``22nd``; ``last`` for -1, ``2nd last`` for -2."""
    if number == -1:
        return "last"
    if number < 0:
        return f"{ordinal_text(-number)} last"
    ending = (
        "th" if number % 100 in (11, 12, 13) else ("th", "st", "nd", "rd")[min(number % 10, 4) % 4]
    )
    return f"{number}{ending}"
