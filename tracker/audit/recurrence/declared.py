"""The days on which a declared cadence expects its task, and which one is next."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.cadence import Cadence

GRACE = {"daily": 0, "weekly": 2, "biweekly": 3, "monthly": 5, "quarterly": 10}
"""Days a task may be late where nobody said: the widest of the detector's jitter widths
(1.6, 2.4, 3.5 and 8 working days of weekly, biweekly, monthly and quarterly work) in days of
the calendar, rounded up. Daily work that is a day late is the next day's."""

_RECENT = 12
"""Occurrences that settle which of every n weeks or months is meant."""
_DAYS = {"day": 1, "weekday": 1, "week": 7, "month": 31, "quarter": 92}


def grace_of(cadence: str, given: int | None = None) -> int:
    """Days it may be late: what the person said, else the usual of the cadence's name."""
    return GRACE.get(cadence, 0) if given is None else given


class Timetable:
    """A declared cadence on the calendar.

    Its slots are single days. Where the cadence names no day (once a week) it floats: a slot
    is the first day of a period then, and the task may be done on any day of it.

    Attributes:
        cadence: What was declared; by days, weeks, months or quarters.
        floating: Whether any day of a period will do.
        length: Days from one slot to the next, at most.
    """

    __slots__ = ("_days", "_holidays", "_phase", "_week_start", "cadence", "floating", "length")

    def __init__(
        self,
        cadence: Cadence,
        days: Sequence[date],
        *,
        week_start: int = 0,
        holidays: frozenset[date] = frozenset(),
    ) -> None:
        """Lay the cadence out so that it fits what was done.

        Args:
            cadence: Of a unit that has slots: not ``as-needed`` or ``none``.
            days: When the task was done, ascending.
            week_start: 0 Monday .. 6 Sunday, where weeks are counted or floated in.
            holidays: No business days.
        """
        self.cadence = cadence
        anchored = cadence.weekdays or cadence.day or cadence.business
        self.floating = cadence.unit in ("week", "month", "quarter") and not anchored
        self.length = _DAYS[cadence.unit] * cadence.every
        self._days = days
        self._week_start = week_start
        self._holidays = holidays
        self._phase = self._fitted()

    def slots(self, first: date, stop: date) -> list[date]:
        """The slots in ``[first, stop)``, ascending; none of what counts from the last time."""
        if self.cadence.after:
            return []
        every, phase = self.cadence.every, self._phase
        return [
            day
            for unit, day in self._units(first, stop)
            if first <= day < stop and (unit - phase) % every == 0
        ]

    def next_due(self) -> date | None:
        """The next slot that the last occurrence did not serve; ``None`` before the first one.

        Floating and counted from the last time it is a period after that: within the next
        period, wherever in it the task may be done.
        """
        if not self._days:
            return None
        last = self._days[-1]
        if self.cadence.after or self.floating:
            return stepped(last, self.cadence.unit, self.cadence.every)
        reach = timedelta(days=2 * self.length + 7)
        slots = self.slots(last - reach, last + 2 * reach)
        following = nearest(slots, last) + 1
        return slots[following] if following < len(slots) else None

    def first_from(self, day: date) -> date:
        """The first slot on ``day`` or later; ``day`` itself where there are none."""
        slots = self.slots(day, day + timedelta(days=2 * self.length + 7))
        return slots[0] if slots and not self.floating else day

    # Units are numbered along the calendar: days, weekdays, weeks, months, quarters.

    def _fitted(self) -> int:
        """Which of every n units is meant: the one that most of the last occurrences are in."""
        if self.cadence.every == 1 or self.cadence.after or not self._days:
            return 0
        recent = self._days[-_RECENT:]
        reach = timedelta(days=2 * _DAYS[self.cadence.unit])
        units = list(self._units(recent[0] - reach, recent[-1] + reach))
        slots = [day for _, day in units]
        count: dict[int, int] = {}
        for day in recent:
            place = bisect_right(slots, day) - 1 if self.floating else nearest(slots, day)
            phase = units[max(place, 0)][0] % self.cadence.every
            count[phase] = count.pop(phase, 0) + 1  # the latest stand last
        most = max(count.values())
        return next(phase for phase in reversed(count) if count[phase] == most)

    def _units(self, first: date, stop: date) -> Iterator[tuple[int, date]]:
        """Number and slot of every unit around ``[first, stop)``, ascending."""
        match self.cadence.unit:
            case "day":
                for day in range(first.toordinal(), stop.toordinal()):
                    yield day, date.fromordinal(day)
            case "weekday":
                yield from self._weekdays(first, stop)
            case "week":
                yield from self._weeks(first, stop)
            case _:
                yield from self._months(first, stop)

    def _weekdays(self, first: date, stop: date) -> Iterator[tuple[int, date]]:
        for number in range(first.toordinal(), stop.toordinal()):
            week, weekday = divmod(number - 1, 7)
            day = date.fromordinal(number)
            if weekday < 5 and day not in self._holidays:
                yield 5 * week + weekday, day

    def _weeks(self, first: date, stop: date) -> Iterator[tuple[int, date]]:
        start = self._week_start
        weekdays = self.cadence.weekdays or (start,)
        ahead = sorted((weekday - start) % 7 for weekday in weekdays)
        for week in range(
            (first.toordinal() - 1 - start) // 7, (stop.toordinal() - start) // 7 + 1
        ):
            begins = week * 7 + 1 + start
            for days in ahead:
                yield week, date.fromordinal(begins + days)

    def _months(self, first: date, stop: date) -> Iterator[tuple[int, date]]:
        step = 3 if self.cadence.unit == "quarter" else 1
        begin = (first.year * 12 + first.month - 1) // step
        end = (stop.year * 12 + stop.month - 1) // step
        for unit in range(begin, end + 1):
            within = (self.cadence.month or 3) - 1 if step == 3 and not self.floating else 0
            year, month = divmod(unit * step + within, 12)
            yield unit, self._in_month(year, month + 1)

    def _in_month(self, year: int, month: int) -> date:
        """The day of the anchor, clamped to the end of the month; the first where it floats."""
        begins = date(year, month, 1)
        size = (date(year + month // 12, month % 12 + 1, 1) - begins).days
        cadence = self.cadence
        if cadence.nth:
            weekday = cadence.weekdays[0]
            if cadence.nth < 0:
                back = (begins.weekday() + size - 1 - weekday) % 7
                return begins + timedelta(days=size - 1 - back)
            ahead = (weekday - begins.weekday()) % 7
            return begins + timedelta(days=ahead + 7 * (cadence.nth - 1))
        if cadence.business:
            return self._business(begins, size)
        number = cadence.day or 1
        return begins + timedelta(days=(size if number < 0 else min(number, size)) - 1)

    def _business(self, begins: date, size: int) -> date:
        """The n-th weekday of a month that is no holiday; the outermost where it has fewer."""
        month = [begins + timedelta(days=ahead) for ahead in range(size)]
        days = [day for day in month if day.weekday() < 5 and day not in self._holidays] or month
        number = self.cadence.business
        return days[min(number, len(days)) - 1] if number > 0 else days[max(number, -len(days))]


def nearest(slots: Sequence[date], day: date) -> int:
    """The index of the slot nearest to ``day``, of two as near the earlier; -1 without slots."""
    after = bisect_right(slots, day)
    if after == 0 or after == len(slots):
        return min(after, len(slots) - 1)
    return after if slots[after] - day < day - slots[after - 1] else after - 1


def stepped(day: date, unit: str, by: int) -> date:
    """``day`` moved by units; a month after 31 January is the last of February."""
    if unit == "weekday":
        weeks, rest = divmod(day.weekday() + by if day.weekday() < 5 else 4 + by, 5)
        monday = day - timedelta(days=day.weekday())
        return monday + timedelta(days=7 * weeks + rest)
    if unit in ("day", "week"):
        return day + timedelta(days=by * _DAYS[unit])
    number = day.year * 12 + day.month - 1 + by * (3 if unit == "quarter" else 1)
    year, month = divmod(number, 12)
    last = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))
