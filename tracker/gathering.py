"""Days and seconds of every task, read from a log of any length.

Forty thousand entries are put into local days by comparing numbers with midnights worked out
once. The days of months at rest are kept, so that an unchanged log costs its newest months.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta

from tracker.audit.recurrence.packing import fingerprint
from tracker.audit.recurrence.standing import Facts
from tracker.calendar.local import local_day, midnights
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from typing import Protocol

    from tracker.domain.book import DayAmount, Log, Stint
    from tracker.domain.task import Task

    Piece = tuple[Sequence[Stint], Sequence[DayAmount]]
    Columns = tuple[tuple[int, ...], tuple[int, ...]]
else:
    Protocol = object

_FAR = 32_503_680_000
"""The year 3000: no entry is later."""
_KIND = "days"
_SLACK = timedelta(days=2)
_EPOCH = 719_163
"""Ordinal of 1 January 1970."""
_DAY = 86_400


class Kept(Protocol):
    """What was worked out before and may be thrown away at any time."""

    def resting(self) -> tuple[int, object]:
        """The second up to which the log is at rest, and what tells that part from any other.

        While the second value stays equal nothing filed before the first one has changed.
        It is ``None`` where nothing may be kept.
        """
        ...

    def get(self, kind: str, key: object) -> object | None:
        """What was put under that kind with an equal key; ``None`` where nothing was."""
        ...

    def put(self, kind: str, key: object, value: object) -> None:
        """Keep plain numbers, text, tuples and dicts; quietly nothing where that fails."""
        ...


class Gathered(Value):
    """What a whole log says up to a day.

    Attributes:
        facts: One for each task, by name; days and seconds as ``Facts`` has them.
        worked: Every local day on which anything was logged, ascending.
        running: Tasks whose timer runs, where it began by then.
        as_of: The last day that counts.
        marks: For each of ``facts`` what tells its days from any others.
        frame: The same of ``worked``.
    """

    facts: tuple[Facts, ...]
    worked: tuple[date, ...]
    running: frozenset[str]
    as_of: date
    marks: tuple[tuple[int, int], ...]
    frame: tuple[int, int]


def gather(
    log: Log,
    zone: str,
    day_start: int,
    now: datetime,
    as_of: date | None = None,
    *,
    tasks: Mapping[str, Task] | None = None,
    kept: Kept | None = None,
) -> Gathered:
    """The local days of every task up to ``as_of``, today unless another day is named.

    An entry belongs, whole, to the day on which it starts: work past midnight is one occurrence.
    What still runs counts from its start until ``now``. Names that differ in case alone are one
    task, called as in ``tasks`` or else as it was called last.

    Args:
        log: Read by its stints alone.
        zone: IANA name.
        day_start: Minutes after midnight at which a day begins.
        now: The clock.
        as_of: Later days are left out.
        tasks: Records by name.
        kept: Where the days of months at rest are kept.
    """
    today = local_day(now, zone, day_start)
    until = today if as_of is None else min(as_of, date.max - _SLACK)
    second = int(now.timestamp())
    desk = _Reader(log, zone, day_start, second)
    found = desk.all() if kept is None else desk.with_kept(kept)
    return _gathered(found, tasks or {}, desk.running, until)


class _Reader:
    """Reads a log into columns of days and seconds, one pair for each spelling of a task.

    Attributes:
        running: Tasks whose timer runs, as they are spelled, and the ordinal of the day it is on.
    """

    def __init__(self, log: Log, zone: str, day_start: int, now: int) -> None:
        self._log = log
        self._zone = zone
        self._day_start = day_start
        self._now = now
        self.running: dict[str, int] = {}

    def all(self) -> dict[str, Columns]:
        """Everything, read now."""
        return self._columns([self._log.stints(0, _FAR)])

    def with_kept(self, kept: Kept) -> dict[str, Columns]:
        """Everything; what is at rest from what is kept, or kept from now on."""
        cut, identity = kept.resting()
        if identity is None:
            return self.all()
        key = (identity, self._zone, self._day_start)
        held = kept.get(_KIND, key)
        if not isinstance(held, dict):
            held = self._columns(self._before(cut))
            kept.put(_KIND, key, held)
        stints, amounts = self._log.stints(cut, _FAR)
        later = [stint for stint in stints if stint[0] >= cut or stint[1] is None]
        newer = self._columns([(later, [one for one in amounts if _filed(one[0]) >= cut])])
        if kept.resting() != (cut, identity):  # it changed meanwhile
            return self.all()
        found = dict(held)
        for task, columns in newer.items():
            found[task] = _joined(found.get(task), columns)
        return found

    def _before(self, cut: int) -> Iterator[Piece]:
        """What is at rest, a year or so at a time."""
        for stints, amounts in self._log.stints_by_year(0, cut):
            within = [stint for stint in stints if stint[0] < cut and stint[1] is not None]
            yield within, [amount for amount in amounts if _filed(amount[0]) < cut]

    def _columns(self, pieces: Iterable[Piece]) -> dict[str, Columns]:
        """Seconds by task and ordinal of the local day on which an entry starts."""
        found: dict[str, Columns] = {}
        equal: dict[int, int] = {}  # so many lengths are alike that each is one number
        share = equal.setdefault
        for stints, amounts in pieces:
            days = self._by_day(stints)
            for text, seconds, task, _project in amounts:
                held = days.setdefault(task, {})
                day = date.fromisoformat(text).toordinal()
                held[day] = held.get(day, 0) + seconds
            for task, held in days.items():
                found[task] = _joined(found.get(task), _flat(held, share))
        return found

    def _by_day(self, stints: Sequence[Stint]) -> dict[str, dict[int, int]]:
        """By task the seconds of every day; a day is one number, however many tasks have it."""
        found: dict[str, dict[int, int]] = {}
        if not stints:
            return found
        numbers, begins = self._midnights([stint[0] for stint in stints])
        day = begin = end = 0
        for start, stop, task, _project in stints:
            runs = stop is None
            if stop is None:
                stop = self._now  # noqa: PLW2901 - until now
            if not begin <= start < end:  # most are on the day of the one before
                place = bisect_right(begins, start)
                day, begin, end = numbers[place], begins[place - 1], begins[place]
            if runs:
                self.running[task] = day
            days = found.get(task)
            if days is None:
                days = found[task] = {}
            days[day] = days.get(day, 0) + (stop - start if stop > start else 0)
        return found

    def _midnights(self, starts: list[int]) -> tuple[list[int], list[int]]:
        """The ordinals of all days round ``starts`` with one before, and when each begins."""
        first = date.fromordinal(_EPOCH + min(starts) // _DAY) - _SLACK
        last = date.fromordinal(_EPOCH + max(starts) // _DAY) + _SLACK
        numbers = list(range(first.toordinal() - 1, last.toordinal() + 1))
        return numbers, midnights(first, last, self._zone, self._day_start)


def _flat(days: dict[int, int], share: Callable[[int, int], int]) -> Columns:
    """Days and seconds as two columns, ascending."""
    ordered = sorted(days)
    return tuple(ordered), tuple([share(days[day], days[day]) for day in ordered])


def _joined(old: Columns | None, new: Columns) -> Columns:
    """Both; the seconds of a day that is in both are added."""
    if old is None or not old[0]:
        return new
    if new[0] and new[0][0] > old[0][-1]:
        return old[0] + new[0], old[1] + new[1]
    days = dict(zip(*old, strict=True))
    for day, seconds in zip(*new, strict=True):
        days[day] = days.get(day, 0) + seconds
    return _flat(days, lambda seconds, _: seconds)


def _filed(day: str) -> int:
    """UTC noon of an amount's day: it is filed in the month of that."""
    return (date.fromisoformat(day).toordinal() - _EPOCH) * _DAY + _DAY // 2


def _gathered(
    found: Mapping[str, Columns],
    tasks: Mapping[str, Task],
    running: Mapping[str, int],
    until: date,
) -> Gathered:
    """Spellings brought together, days made of numbers, the future left out."""
    known = {name.casefold(): name for name in tasks}
    spelled: dict[str, list[str]] = {}
    for task in found:
        spelled.setdefault(task.casefold(), []).append(task)
    last = until.toordinal()
    runs = {task.casefold() for task, day in running.items() if day <= last}
    kept: list[tuple[str, Columns]] = []
    worked: set[int] = set()
    for folded, spellings in spelled.items():
        spellings.sort(key=lambda task: (found[task][0][-1], task))
        columns = found[spellings[0]]
        for task in spellings[1:]:
            columns = _joined(columns, found[task])
        stop = bisect_right(columns[0], last)
        if stop:
            days = columns[0][:stop]
            worked.update(days)
            kept.append((known.get(folded, spellings[-1]), (days, columns[1][:stop])))
    kept.sort(key=lambda one: one[0].casefold())
    ordinals = tuple(sorted(worked))
    dates = dict(zip(ordinals, map(date.fromordinal, ordinals), strict=True))
    day_of = dates.__getitem__  # the same date for every task
    return Gathered(
        tuple([Facts(name, tuple(map(day_of, days)), spent) for name, (days, spent) in kept]),
        tuple(dates.values()),
        frozenset(name for name, _ in kept if name.casefold() in runs),
        until,
        tuple([fingerprint(days) for _, (days, _) in kept]),
        fingerprint(ordinals),
    )
