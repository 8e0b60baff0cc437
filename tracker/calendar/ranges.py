"""Ranges of days as people and ISO 8601 write them: ``last week``, ``2026-Q4``, ``2026..``."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.calendar.local import (
    first_instant,
    month_start_of,
    months_later,
    quarter_start_of,
    week_start_of,
    year_start_of,
)
from tracker.domain.errors import Unreadable
from tracker.domain.settings import WEEKDAYS
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime, tzinfo

FIRST_DAY = date(1970, 1, 2)
"""Where ``all`` and ``..2026`` begin: nothing can be logged before."""

LAST_DAY = date(2999, 12, 30)
"""Where ``all`` and ``2026..`` end: the first day that is no longer in them."""

EXAMPLES = "today, last week, 2026-11, 2026-Q4, 2026-11-01..2026-11-15 or all"

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_UNITS = ("day", "week", "month", "quarter", "year")
_ALL = frozenset({"all", "everything", "ever", "always", ".."})


class DateRange(Value):
    """The local days ``first <= day < last``.

    Attributes:
        first: The first day in it.
        last: The first day after it.
        label: The range in few words, for headings.
    """

    first: date
    last: date
    label: str

    @property
    def days(self) -> int:
        """How many days it has; :data:`FIRST_DAY` and :data:`LAST_DAY` count as its open ends."""
        return (self.last - self.first).days

    def instants(self, zone: str | tzinfo, day_start: int = 0) -> tuple[datetime, datetime]:
        """The same as ``[start, stop)`` in UTC; days begin ``day_start`` minutes after midnight."""
        return first_instant(self.first, zone, day_start), first_instant(self.last, zone, day_start)


def read_range(text: str, *, today: date, week_start: int = 0) -> DateRange:
    """The range that ``text`` names, in any case.

    Args:
        text: ``today``, ``yesterday``, a weekday or a month (the latest one); ``week``, ``month``,
            ``quarter``, ``year``, alone or after ``this`` or ``last``; ``last 7 days``; ``all``;
            ISO days, weeks, months, quarters, years; two of these with ``..`` or ``to`` between.
        today: The local day it is.
        week_start: 0 for Monday to 6 for Sunday; a week is called after the ISO week that
            most of its days are in.

    Raises:
        Unreadable: It is no range, or its end is before its start; with the place in ``text``.
    """
    reader = _Reader(today, week_start)
    start, stop = _trimmed(text, 0, len(text))
    lowered = text[start:stop].lower()
    if lowered in _ALL:
        return DateRange(FIRST_DAY, LAST_DAY, "all")
    # Range words are ASCII; lower-casing other letters could move the places.
    cut = _cut(text.lower() if text.isascii() else text, start, stop)
    if cut is None:
        first, last, label = reader.period(text, start, stop)
        return DateRange(first, last, label)
    return _between(reader, text, (start, cut[0]), (cut[1], stop))


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """``[start, stop)`` without white space at its ends."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop


def _cut(lowered: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where the left side of a range of two ends, and where its right side begins."""
    dots = lowered.find("..", start, stop)
    if dots >= 0:
        return dots, dots + 2
    for word in (" to ", " until "):
        at = lowered.find(word, start, stop)
        if at >= 0:
            return at, at + len(word)
    if lowered.startswith("since ", start):
        return stop, stop
    return None


def _between(
    reader: _Reader, text: str, left: tuple[int, int], right: tuple[int, int]
) -> DateRange:
    """From the first day of one range to the last day of the other; an empty side is open."""
    begin, cut = _trimmed(text, *left)
    for word in ("from ", "since "):
        if text[begin:cut].lower().startswith(word):
            begin, cut = _trimmed(text, begin + len(word), cut)
    resume, end = _trimmed(text, *right)
    first, last = FIRST_DAY, LAST_DAY
    from_label = to_label = ""
    if begin < cut:
        first, _, from_label = reader.period(text, begin, cut)
    if resume < end:
        _, last, to_label = reader.period(text, resume, end)
    if not from_label and not to_label:
        raise _unreadable(text, begin, end)
    if last <= first:
        raise Unreadable(
            f'"{text[begin:end]}" ends before it starts: swap its two ends.', start=begin, stop=end
        )
    return DateRange(first, last, f"{from_label}..{to_label}")


def _unreadable(text: str, start: int, stop: int) -> Unreadable:
    if start >= stop:
        return Unreadable(f"Which days? Type {EXAMPLES}.", start=start, stop=stop)
    shown = text[start:stop] if stop - start <= 40 else text[start : start + 39] + "…"
    return Unreadable(f'"{shown}" is not a range of days: type {EXAMPLES}.', start=start, stop=stop)


class _Reader:
    """Reads one period, seen from ``today``."""

    __slots__ = ("today", "week_start")

    def __init__(self, today: date, week_start: int) -> None:
        self.today = today
        self.week_start = week_start

    def period(self, text: str, start: int, stop: int) -> tuple[date, date, str]:
        """First day, first day after, and label of the period in ``text[start:stop]``."""
        words = text[start:stop].lower().split()
        try:
            found = self._worded(words) if words else None
            if found is None and len(words) == 1:
                found = _iso(words[0], self.today, self.week_start)
        except (ValueError, OverflowError):
            found = None
        if found is None or not FIRST_DAY.year <= found[0].year <= LAST_DAY.year:
            raise _unreadable(text, start, stop)
        return max(found[0], FIRST_DAY), min(found[1], LAST_DAY), found[2]

    def _worded(self, words: list[str]) -> tuple[date, date, str] | None:
        """A period in words, if that is what they are."""
        last, rest = words[0] in ("last", "past", "previous"), words[1:]
        if not last and words[0] != "this":
            rest = words
        if len(rest) == 1:
            return self._named(rest[0], back=1 if last else 0, alone=rest is words)
        if last and len(rest) == 2:
            return self._counted(rest[0], rest[1])
        if rest is words and len(words) == 2 and words[1].isdecimal() and len(words[1]) == 4:
            month = _among(words[0], _MONTHS)
            return None if month is None else _month_of(int(words[1]), month + 1)
        return None

    def _named(self, word: str, *, back: int, alone: bool) -> tuple[date, date, str] | None:
        """``week``, ``friday``, ``november``, ``yesterday``; ``back`` is 1 after ``last``."""
        if alone and word in ("today", "yesterday"):
            day = self.today - timedelta(days=word == "yesterday")
            return day, day + timedelta(days=1), word
        if word in _UNITS[1:]:
            first, stop = self._unit(word, back)
            return first, stop, f"{'last' if back else 'this'} {word}"
        weekday = _among(word, WEEKDAYS)
        if weekday is not None:
            ago = (self.today.weekday() - weekday) % 7
            day = self.today - timedelta(days=7 if back and not ago else ago)
            return day, day + timedelta(days=1), f"{WEEKDAYS[weekday]} {day.isoformat()}"
        month = _among(word, _MONTHS)
        if month is None:
            return None
        past = (month + 1, 1) <= (self.today.month - back, 1)
        return _month_of(self.today.year - (not past), month + 1)

    def _unit(self, unit: str, back: int) -> tuple[date, date]:
        """The week, month, quarter or year of today, or the one ``back`` before it."""
        if unit == "week":
            first = week_start_of(self.today, self.week_start) - timedelta(days=7 * back)
            return first, first + timedelta(days=7)
        if unit == "month":
            first, months = month_start_of(self.today), 1
        elif unit == "quarter":
            first, months = quarter_start_of(self.today), 3
        else:
            first, months = year_start_of(self.today), 12
        return months_later(first, -months * back), months_later(first, months * (1 - back))

    def _counted(self, count: str, unit: str) -> tuple[date, date, str] | None:
        """``last 7 days`` end today; ``last 2 weeks`` are whole and end before this one."""
        unit = unit.removesuffix("s")
        if not count.isascii() or not count.isdigit() or not 0 < len(count) <= 4 or not int(count):
            return None
        number = int(count)
        label = f"last {number} {unit}{'' if number == 1 else 's'}"
        if unit == "day":
            tomorrow = self.today + timedelta(days=1)
            return tomorrow - timedelta(days=number), tomorrow, label
        if unit not in _UNITS:
            return None
        return self._unit(unit, number)[0], self._unit(unit, 0)[0], label


def _among(word: str, names: tuple[str, ...]) -> int | None:
    """The place of a name, or of its beginning of three letters or more."""
    if len(word) < 3:
        return None
    for place, name in enumerate(names):
        if name.startswith(word):
            return place
    return None


def _month_of(year: int, month: int) -> tuple[date, date, str]:
    first = date(year, month, 1)
    return first, months_later(first, 1), f"{first.year}-{first.month:02}"


def _iso(word: str, today: date, week_start: int) -> tuple[date, date, str] | None:
    """An ISO year or a part of one; raises ValueError where it does not exist.

    ``w47`` and ``q4`` are of this year.
    """
    if not word.isascii():
        return None
    if word[0] in "wq":
        word = f"{today.year}-{word}"
    year, rest = word[:4], word[4:]
    if len(year) != 4 or not year.isdigit():
        return None
    if not rest:
        return date(int(year), 1, 1), date(int(year) + 1, 1, 1), year
    part = rest.removeprefix("-")
    if part[:1] in ("w", "q"):
        return _week_or_quarter(int(year), part, week_start)
    return _month_or_day(int(year), part) if rest != part else None


def _week_or_quarter(year: int, part: str, week_start: int) -> tuple[date, date, str] | None:
    """``w47``, ``q4``; the owner's week of that name is the one with its Thursday in it."""
    number = part[1:]
    if not number.isdigit() or len(number) > 2:
        return None
    if part[0] == "w":
        thursday = date.fromisocalendar(year, int(number), 4)
        first = thursday - timedelta(days=(thursday.weekday() - week_start) % 7)
        return first, first + timedelta(days=7), f"{year}-W{int(number):02}"
    first = date(year, int(number) * 3 - 2, 1)
    return first, months_later(first, 3), f"{year}-Q{int(number)}"


def _month_or_day(year: int, part: str) -> tuple[date, date, str] | None:
    """``11``, ``11-22``."""
    month, dash, day = part.partition("-")
    if len(month) != 2 or not month.isdigit():
        return None
    if not dash:
        return _month_of(year, int(month))
    if len(day) != 2 or not day.isdigit():
        return None
    first = date(year, int(month), int(day))
    return first, first + timedelta(days=1), first.isoformat()
