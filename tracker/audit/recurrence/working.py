"""Working time: days counted as the person works, so that time off costs nothing.

Weekends, holidays and days on which nothing at all was logged are squeezed out. A day that was
squeezed out has the index of the working day before it. Holidays, vacations and "on Monday if
it falls on a weekend" then need no rule of their own.
"""

from __future__ import annotations

from array import array
from datetime import date

from tracker.audit.recurrence.slots import months_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.audit.recurrence.nearest import Nearest
    from tracker.audit.recurrence.periods import Cells
    from tracker.audit.recurrence.slots import Month, Phase

BEFORE, AHEAD = 120, 420
"""Days known before the first logged one and after the last: slots lie on both sides."""
NEAR = 20
"""Weekdays on either side of a gap that say how densely the person logs just then."""
FAR = 130
"""Half a year of weekdays: a log that is empty for most of it does not tell of vacations."""
MANY, IN_A_ROW = 3, 0.6
"""From so many tasks on, a log tells of vacations also where it is empty for most of half a year:
if of the days logged then so large a share comes right after another weekday. Fewer tasks may
be projects done in a row, and the time between them is none off (own choice, measured)."""
SURPRISE = 0.1
"""A gap is time off where its chance at the usual density is below this (own choice, measured:
a tenth keeps single holidays out and the Tuesdays of a Monday-Wednesday-Friday task in)."""
USUAL, RARE, RARE_WEEKEND = 0.5, 0.05, 0.35
"""A weekday is worked where it is logged in so large a share of weeks, and is a day off where it
is logged in fewer than that; a Saturday or Sunday sooner."""
WEEKEND_SHARE = 0.12
"""A task with a larger share of weekend days is looked at in weeks of seven days."""


class _Rest:
    """What is never worked: weekdays 0 Monday .. 6 Sunday, six at most, and holidays."""

    __slots__ = ("holidays", "weekdays")

    def __init__(self, weekdays: frozenset[int], holidays: frozenset[int]) -> None:
        """Take both."""
        self.weekdays = weekdays
        self.holidays = holidays


class Axis:
    """Days and their working indices, for weeks of five or of seven days.

    Attributes:
        week: 5 or 7.
        base: Ordinal of the first known day.
        last: Ordinal of the last known day, in the future.
        as_of: Ordinal of the day as of which all is asked.
        end: Its working index.
        index: By ordinal - base: the working index of the day, or of the one before it.
        ordinals: By working index: the ordinal of the day.
        weekday: By working index: 0 Monday .. 6 Sunday.
        tables, known, begins, cells: What is derived from this axis once for all tasks.
    """

    __slots__ = (
        *("_by_weekday", "_months", "_rest", "as_of", "base", "begins", "cells", "end", "index"),
        *("known", "last", "ordinals", "tables", "week", "weekday"),
    )

    def __init__(self, week: int, base: int, last: int, out: set[int], rest: _Rest) -> None:
        """Count the days from ``base`` to ``last``, both included, that are not ``out``."""
        self._rest = rest
        self.week = week
        self.base = base
        self.last = last
        self.index = array("i")
        self.ordinals: list[int] = []
        self._months: list[Month] = []
        self._by_weekday: list[array[int]] = []
        self.tables: dict[Phase, Nearest] = {}
        self.known: dict[str, list[tuple[Nearest, float, Phase]]] = {}
        self.begins: dict[tuple[str, int], float] = {}
        self.cells: dict[str, list[Cells]] = {}
        for day in range(base, last + 1):
            if day not in out or day == base:
                self.ordinals.append(day)
            self.index.append(len(self.ordinals) - 1)
        self.weekday = bytes([(day - 1) % 7 for day in self.ordinals])
        self.as_of = self.end = 0

    def at(self, day: int) -> int:
        """The working index of an ordinal; the nearest known one outside the range."""
        return self.index[min(max(day, self.base), self.last) - self.base]

    def day(self, at: int) -> int:
        """The ordinal of a working index."""
        return self.ordinals[min(max(at, 0), len(self.ordinals) - 1)]

    def months(self) -> list[Month]:
        """The months of the range."""
        if not self._months:
            self._months = months_of(self.base, self.last)
        return self._months

    def by_weekday(self) -> list[array[int]]:
        """The working indices that are Mondays, Tuesdays .. Sundays."""
        if not self._by_weekday:
            self._by_weekday = [
                array("i", [at for at, held in enumerate(self.weekday) if held == day])
                for day in range(7)
            ]
        return self._by_weekday

    def usual(self, day: int) -> int:
        """The last day up to this one that is usually worked, vacations or not."""
        while (day - 1) % 7 in self._rest.weekdays or day in self._rest.holidays:
            day -= 1
        return day

    def indices(self, days: Iterable[int]) -> list[int]:
        """The working indices of ascending ordinals, each once."""
        base, index = self.base, self.index
        return sorted({index[day - base] for day in days})


class WorkingTime:
    """The working days of one person's log, on weeks of five and of seven days.

    Built once for all tasks. ``worked`` are the local days on which anything at all was logged,
    in any order; ``as_of`` is the day of the question: later days do not count.
    """

    __slots__ = ("_axes", "_holidays", "_logged", "_many", "_weeks", "as_of", "first")

    def __init__(
        self, logged: tuple[int, ...], as_of: int, holidays: frozenset[int], *, many: bool
    ) -> None:
        """Take ordinals; see :meth:`of`."""
        self._logged = logged
        self._many = many
        self._holidays = holidays
        self._axes: dict[int, Axis] = {}
        self._weeks: list[int] = []
        self.as_of = as_of
        self.first = logged[0] if logged else as_of

    @classmethod
    def of(
        cls,
        worked: Sequence[date],
        as_of: date,
        holidays: frozenset[date] = frozenset(),
        *,
        tasks: int = 1,
    ) -> WorkingTime:
        """The working time of a log that has so many ``tasks``."""
        until = as_of.toordinal()
        logged = sorted({day.toordinal() for day in worked if day <= as_of})
        free = frozenset(day.toordinal() for day in holidays)
        return cls(tuple(logged), until, free, many=tasks >= MANY)

    def axis(self, week: int) -> Axis:
        """Weeks of five or of seven days."""
        if week not in self._axes:
            self._axes[week] = self._made(week)
        return self._axes[week]

    def axis_for(self, days: Sequence[int]) -> Axis:
        """The axis that suits a task with these ordinals.

        Weeks of seven days for one that is often done on weekends, or ever by someone who works
        on weekends: what is done on the 29th is not done on the Friday before then.
        """
        weekend = sum([(day - 1) % 7 >= 5 for day in days])
        often = weekend > WEEKEND_SHARE * len(days)
        return self.axis(7 if often or (weekend and self._works_weekends()) else 5)

    def _works_weekends(self) -> bool:
        """Whether so many weekend days have an entry that they are not days off."""
        known = max((self.as_of - self.first + 1) * 2 / 7, 1)
        return sum([(day - 1) % 7 >= 5 for day in self._logged]) >= RARE_WEEKEND * known

    def weeks(self) -> list[int]:
        """Numbers of the worked weeks, ascending; they begin on Monday.

        Weeks with an entry, and past ones without which were not time off as far as the log
        tells: the own weeks of a task that is alone in its log would say that it is in all.
        """
        if not self._weeks:
            axis = self.axis(5)
            past = axis.ordinals[axis.at(self.first) : axis.at(self.as_of - 7) + 1]
            worked = {(day - 1) // 7 for day in (*past, *self._logged)}
            self._weeks = sorted(worked)
        return self._weeks

    def _made(self, week: int) -> Axis:
        base, last = self.first - BEFORE, self.as_of + AHEAD
        weekend = {day for day in range(base, last + 1) if (day - 1) % 7 >= 5}
        free, off = self._off(week, weekend)
        out = off | self._holidays if week == 7 else off | self._holidays | weekend
        rest = free if week == 7 else free | {5, 6}
        axis = Axis(week, base, last, out, _Rest(frozenset(rest), self._holidays))
        axis.as_of, axis.end = self.as_of, axis.at(self.as_of)
        return axis

    def _off(self, week: int, weekend: set[int]) -> tuple[set[int], set[int]]:
        """The weekdays on which the person does not work, and all days of time off.

        As far as the log tells; a day with an entry is none.
        """
        logged = set(self._logged)
        span = [day for day in range(self.first, self.as_of + 1) if day not in self._holidays]
        weekdays = [day for day in span if day not in weekend]
        away = _away(weekdays, logged, many=self._many)
        free = _free(span, away, logged, (5, 6) if week == 7 else ())
        usual = span if week == 7 else weekdays
        kept = [day for day in usual if (day - 1) % 7 not in free]
        off = _away(kept, logged, many=self._many)
        ahead = range(self.first, self.as_of + AHEAD + 1)
        return free, off | {day for day in ahead if (day - 1) % 7 in free and day not in logged}


def _away(known: list[int], logged: set[int], *, many: bool) -> set[int]:
    """Which of the weekdays ``known`` without an entry are time off.

    Where a log is so sparse that a day without an entry says nothing (one task alone, say),
    none are: else a weekly task alone would seem daily. A gap is time off if half a year around
    it is logged on every second weekday or more (with ``many`` tasks: mostly in a row), and the
    gap's chance at the density of the weeks just around it is below :data:`SURPRISE`. With many
    tasks a second look counts that density without the vacations of the first: three days off
    soon after two weeks off are seen as well.
    """
    off = _gaps(known, logged, many=many)
    if many and off:
        off |= _gaps([day for day in known if day not in off], logged, many=many)
    return off


def _gaps(known: list[int], logged: set[int], *, many: bool) -> set[int]:
    """The days of every gap in ``known`` that is time off; one look at each."""
    seen, rows = [0], [0]
    before = False
    for day in known:
        held = day in logged
        seen.append(seen[-1] + held)
        rows.append(rows[-1] + (held and before))
        before = held
    off: set[int] = set()
    start = 0
    while start < len(known):
        if known[start] in logged:
            start += 1
            continue
        stop = start
        while stop < len(known) and known[stop] not in logged:
            stop += 1
        if _is_off(seen, rows if many else [], start, stop):
            off.update(known[start:stop])
        start = stop
    return off


def _is_off(seen: list[int], rows: list[int], start: int, stop: int) -> bool:
    """Whether the gap ``[start, stop)`` is time off.

    ``seen`` counts the logged days up to each, ``rows`` those right after another; it is empty
    where few tasks are logged.
    """
    size = len(seen) - 1
    near_from, near_to = max(0, start - NEAR), min(size, stop + NEAR)
    around = near_to - near_from - (stop - start)
    near = (seen[near_to] - seen[near_from] + 1) / (around + 2)
    if near < 0.5 or (1 - near) ** (stop - start) >= SURPRISE:
        return False
    far_from, far_to = max(0, start - FAR), min(size, stop + FAR)
    logged = seen[far_to] - seen[far_from]
    if logged >= 0.5 * (far_to - far_from):
        return True
    return bool(rows) and rows[far_to] - rows[far_from] >= IN_A_ROW * logged


def _free(span: list[int], away: set[int], logged: set[int], weekend: tuple[int, ...]) -> set[int]:
    """The weekdays that the person does not work, 0 Monday .. 6 Sunday, in a dense log.

    One from Monday to Friday at most (who logs on three days a week may as well have a single
    task on these), and of the weekend what is rarely worked.
    """
    seen, known = [0] * 7, [0] * 7
    for day in span:
        if day not in away:
            known[(day - 1) % 7] += 1
            seen[(day - 1) % 7] += day in logged
    shares = [seen[day] / max(known[day], 1) for day in range(7)]
    if len(logged) < 10 or sorted(shares[:5])[1] < USUAL:
        return set()
    free = {day for day in range(5) if shares[day] < RARE}
    return free | {day for day in weekend if shares[day] < RARE_WEEKEND}
