"""Days and seconds of every task, read from a log of any length.

Forty thousand entries are put into local days by comparing numbers with midnights worked out
once. The days of months at rest are kept, so that an unchanged log costs its newest months.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta

from tracker.audit.recurrence.standing import Facts
from tracker.calendar.local import local_day, midnights
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from typing import Protocol

    from tracker.domain.book import DayAmount, Log, Stint
    from tracker.domain.task import Task

    Days = dict[str, dict[int, int]]
else:
    Protocol = object

_FAR = 32_503_680_000
"""The year 3000: no entry is later."""
_KIND = "days"
_SLACK = timedelta(days=2)


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
        running: Tasks whose timer runs.
        as_of: The last day that counts.
    """

    facts: tuple[Facts, ...]
    worked: tuple[date, ...]
    running: frozenset[str]
    as_of: date


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
    cut, identity = kept.resting() if kept is not None else (0, None)
    found: Days = {}
    if kept is not None and identity is not None:
        key = (identity, zone, day_start)
        held = kept.get(_KIND, key)
        if not isinstance(held, dict):
            stints, amounts = log.stints(0, cut)
            old = [stint for stint in stints if stint[0] < cut and stint[1] is not None]
            early = [amount for amount in amounts if _month_second(amount[0]) < cut]
            held = {
                task: _flat(days)
                for task, days in _by_day(old, early, zone, day_start, second).items()
            }
            kept.put(_KIND, key, held)
        found = {task: dict(zip(*columns, strict=True)) for task, columns in held.items()}
    stints, amounts = log.stints(cut, _FAR)
    if identity is not None:
        stints = [stint for stint in stints if stint[0] >= cut or stint[1] is None]
        amounts = [amount for amount in amounts if _month_second(amount[0]) >= cut]
    running = frozenset(stint[2].casefold() for stint in stints if stint[1] is None)
    _merge(found, _by_day(stints, amounts, zone, day_start, second))
    return _gathered(found, tasks or {}, running, until)


def _flat(days: dict[int, int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Days and seconds as two columns, ascending."""
    ordered = sorted(days)
    return tuple(ordered), tuple([days[day] for day in ordered])


def _month_second(day: str) -> int:
    """UTC noon of an amount's day: it is filed in the month of that."""
    return (date.fromisoformat(day).toordinal() - 719_163) * 86_400 + 43_200


def _by_day(
    stints: Iterable[Stint], amounts: Iterable[DayAmount], zone: str, day_start: int, now: int
) -> Days:
    """Seconds by task and ordinal of the local day."""
    found: Days = {}
    timed = list(stints)
    if timed:
        starts = [stint[0] for stint in timed]
        first = date.fromordinal(719_163 + min(starts) // 86_400) - _SLACK
        last = date.fromordinal(719_163 + max(starts) // 86_400) + _SLACK
        begins = midnights(first, last, zone, day_start)
        before = first.toordinal() - 1
        for start, stop, task, _project in timed:
            day = before + bisect_right(begins, start)
            length = (now if stop is None else stop) - start
            days = found.get(task)
            if days is None:
                days = found[task] = {}
            days[day] = days.get(day, 0) + (length if length > 0 else 0)
    for text, seconds, task, _project in amounts:
        days = found.setdefault(task, {})
        day = date.fromisoformat(text).toordinal()
        days[day] = days.get(day, 0) + seconds
    return found


def _merge(into: Days, more: Days) -> None:
    """Add the seconds of ``more``."""
    for task, days in more.items():
        held = into.setdefault(task, {})
        for day, seconds in days.items():
            held[day] = held.get(day, 0) + seconds


def _gathered(
    found: Days, tasks: Mapping[str, Task], running: frozenset[str], until: date
) -> Gathered:
    """Spellings brought together, days made of numbers, the future left out."""
    known = {name.casefold(): name for name in tasks}
    spelled: dict[str, list[str]] = {}
    for task in found:
        spelled.setdefault(task.casefold(), []).append(task)
    last = until.toordinal()
    facts: list[Facts] = []
    worked: set[int] = set()
    for folded, spellings in spelled.items():
        days = found[spellings[0]]
        if len(spellings) > 1:
            spellings.sort(key=lambda task: (max(found[task]), task))
            days = {}
            for task in spellings:
                _merge({"": days}, {"": found[task]})
        ordered = [day for day in sorted(days) if day <= last]
        if ordered:
            worked.update(ordered)
            facts.append(
                Facts(
                    known.get(folded, spellings[-1]),
                    tuple(map(date.fromordinal, ordered)),
                    tuple([days[day] for day in ordered]),
                )
            )
    facts.sort(key=lambda fact: fact.task.casefold())
    names = frozenset(fact.task for fact in facts if fact.task.casefold() in running)
    return Gathered(tuple(facts), tuple(map(date.fromordinal, sorted(worked))), names, until)
