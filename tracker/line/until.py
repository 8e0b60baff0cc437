"""A day to come, in words: ``5 jan``, ``mon``, ``2 weeks``, ``2026-12-01``."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.domain.errors import Unreadable
from tracker.line.days import day_word
from tracker.line.rhythm_words import COUNTS, ordinal

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SMALL = frozenset({"in", "for", "the", "of", "on", "until", "till", "next", "from", "now"})
_DAYS = {"day": 1, "d": 1, "week": 7, "w": 7, "fortnight": 14}
_MONTHLY = {"month": 1, "quarter": 3, "year": 12}


def read_until(text: str, *, today: date) -> date:
    """The next day after ``today`` that ``text`` names.

    Reads ``tomorrow``, ``fri``, ``next week``, ``5 jan``, ``jan 5 2027``, ``january`` (its
    first), ``2 weeks``, ``in 10 days``, ``2026-12-01``.

    Raises:
        Unreadable: It is no day, or one that is not to come.
    """
    low = text.strip().lower().replace(",", " ")
    words = [word for word in low.split() if word not in _SMALL] or low.split()
    try:
        found = _iso(words) or _named(words, today) or _later(words, today) or _dated(words, today)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise Unreadable(
            f'"{text.strip()[:40]}" is not a day to come: type one such as 5 jan, mon or 2 weeks.',
            stop=len(text),
        )
    if found <= today:
        raise Unreadable(f"{found.isoformat()} is not to come: type a later day.", stop=len(text))
    return found


def _iso(words: list[str]) -> date | None:
    if len(words) != 1 or len(words[0]) != 10 or words[0][4] != "-":
        return None
    return date.fromisoformat(words[0])


def _named(words: list[str], today: date) -> date | None:
    if len(words) != 1:
        return None
    name = day_word(words[0])
    if name == "tomorrow":
        return today + timedelta(days=1)
    if not name or name in ("today", "yesterday"):
        return None
    from tracker.domain.settings import WEEKDAYS

    return today + timedelta(days=(WEEKDAYS.index(name) - today.weekday() - 1) % 7 + 1)


def _later(words: list[str], today: date) -> date | None:
    """``2 weeks``, ``a month``, ``week``."""
    if not 1 <= len(words) <= 2:
        return None
    unit = words[-1].removesuffix("s") if len(words[-1]) > 1 else words[-1]
    count = 1
    if len(words) == 2:
        given = words[0]
        count = int(given) if given.isascii() and given.isdigit() else COUNTS.get(given, 0)
    if not 0 < count < 1000:
        return None
    if unit in _DAYS:
        return today + timedelta(days=count * _DAYS[unit])
    if unit not in _MONTHLY:
        return None
    number = today.year * 12 + today.month - 1 + count * _MONTHLY[unit]
    return _clamped(number // 12, number % 12 + 1, today.day)


def _clamped(year: int, month: int, day: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day, (following - timedelta(days=1)).day))


def _dated(words: list[str], today: date) -> date | None:
    """A month with or without its day and year; without the year the next such day."""
    months = [_MONTHS.index(word[:3]) + 1 for word in words if _is_month(word)]
    years = [int(word) for word in words if _is_year(word)]
    days = [ordinal(word) for word in words if ordinal(word)]
    if len(months) != 1 or max(len(years), len(days)) > 1:
        return None
    if len(months) + len(years) + len(days) < len(words):
        return None
    month, day = months[0], days[0] if days else 1
    if years:
        return date(years[0], month, day)
    return _next(month, day, today)


def _is_month(word: str) -> bool:
    return word[:3] in _MONTHS and word.isalpha()


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit()


def _next(month: int, day: int, today: date) -> date | None:
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:  # 29 February
            continue
        if found > today:
            return found
    return None
