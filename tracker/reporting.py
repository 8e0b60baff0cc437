"""Reports for a screen: any range under any heading, narrowed by a word, opened row by row.

The sums are those of ``ww report``: the same functions over the same days.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tracker.audit.review.reports import behind, filing, grouped, holds, tagged
from tracker.audit.totals import report as add_up
from tracker.audit.worth.profile import profile_of
from tracker.calendar.local import local_day, midnights
from tracker.calendar.local import zone as zone_of
from tracker.calendar.ranges import FIRST_DAY, LAST_DAY
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from tracker.audit.categorise import Catalogue
    from tracker.audit.review.reports import Group
    from tracker.audit.totals import DayAmount, Stint, Totals
    from tracker.domain.book import Log
    from tracker.domain.entry import Entry
    from tracker.domain.settings import Settings

_DAY = 86_400
_A_DAY = timedelta(days=1)


class Asked(Value):
    """What is wanted: the local days ``first <= day < last``, by a heading.

    Attributes:
        by: One of ``audit.review.reports.GROUPS``.
        text: Only entries with it in task, project, note or a tag; empty for all.
    """

    first: date
    last: date
    by: str = "task"
    text: str = ""


class Shown(Value):
    """A report.

    Attributes:
        asked: With open ends brought in to where the log begins and ends.
        totals: Gaps in it mean nothing where ``asked.text`` leaves entries out.
        groups: The rows.
    """

    asked: Asked
    totals: Totals
    groups: tuple[Group, ...]


class Reporter:
    """Answers reports from one log, as of one instant."""

    def __init__(
        self, log: Log, settings: Settings, zone: str, catalogue: Catalogue, now: datetime
    ) -> None:
        """Nothing is read yet; ``zone`` is the owner's IANA name, ``now`` aware."""
        self._log = log
        self._settings = settings
        self._zone = zone_of(zone)
        self._catalogue = catalogue
        self._now = now
        self._tasks = {task.name: task for task in log.tasks()}

    def report(self, asked: Asked) -> Shown:
        """Add the range up; reads whole entries only where tags or words are asked for."""
        entries: tuple[Entry, ...] = ()
        if asked.text or asked.by == "tag":
            entries = self._entries(asked)
            stints, amounts = _plain(entries)
        else:
            start, stop = self._instants(asked)
            stints, amounts = self._log.stints(start - _DAY, stop + _DAY)
        asked = self._bounded(asked, stints, amounts)
        totals = self._sums(asked, stints, amounts)
        if asked.by == "tag":
            groups = tagged(map(_row, entries), lambda *rows: self._sums(asked, *rows))
        else:
            groups = grouped(
                totals, asked.by, category=self._category, week_start=self._settings.week_start
            )
        return Shown(asked, totals, groups)

    def behind(self, shown: Shown, name: str) -> tuple[Entry, ...]:
        """The entries that a row of a report is made of, in order."""
        filed = filing(
            shown.asked.by,
            category=self._category,
            days=lambda entry: self._days(entry, shown.asked),
            week_start=self._settings.week_start,
        )
        return tuple(behind(self._entries(shown.asked), name, filed))

    def _category(self, task: str) -> str:
        found = profile_of(task, self._tasks.get(task), self._catalogue, self._settings)
        return found.category

    def _instants(self, asked: Asked) -> tuple[int, int]:
        edges = [
            midnights(day, day, self._zone, self._settings.day_start)[0]
            for day in (asked.first, asked.last)
        ]
        return edges[0], edges[1]

    def _sums(self, asked: Asked, stints: Sequence[Stint], amounts: Sequence[DayAmount]) -> Totals:
        numbers = range(asked.first.toordinal(), asked.last.toordinal())
        return add_up(
            stints,
            amounts,
            days=[date.fromordinal(number).isoformat() for number in numbers],
            midnights=midnights(asked.first, asked.last, self._zone, self._settings.day_start),
            now=int(self._now.timestamp()),
        )

    def _entries(self, asked: Asked) -> tuple[Entry, ...]:
        """Those of the range that the words let through."""
        start, stop = (datetime.fromtimestamp(edge, UTC) for edge in self._instants(asked))
        return tuple(
            entry
            for entry in self._log.entries(start - _A_DAY, stop + _A_DAY)
            if _within(entry, asked, start, stop) and (not asked.text or holds(entry, asked.text))
        )

    def _day(self, instant: datetime) -> date:
        return local_day(instant, self._zone, self._settings.day_start)

    def _days(self, entry: Entry, asked: Asked) -> tuple[date, ...]:
        """The days of the range that an entry touches."""
        if isinstance(entry.when, Amount):
            return (entry.when.day,)
        span = entry.span_at(self._now)
        if span is None:
            return ()
        last = self._day(span.stop - timedelta(seconds=1))
        days = range(self._day(span.start).toordinal(), last.toordinal() + 1)
        inside = range(asked.first.toordinal(), asked.last.toordinal())
        return tuple(date.fromordinal(number) for number in days if number in inside)

    def _bounded(
        self, asked: Asked, stints: Sequence[Stint], amounts: Sequence[DayAmount]
    ) -> Asked:
        """Open ends are where the log is."""
        if asked.first != FIRST_DAY and asked.last != LAST_DAY:
            return asked
        today = self._day(self._now)
        held = [date.fromisoformat(amount[0]) for amount in amounts]
        if stints:
            now = int(self._now.timestamp())
            last = max(now if stint[1] is None else stint[1] - 1 for stint in stints)
            edges = (min(stint[0] for stint in stints), last)
            held += [self._day(datetime.fromtimestamp(edge, UTC)) for edge in edges]
        first = min(held, default=today) if asked.first == FIRST_DAY else asked.first
        last_day = max(held, default=today) + _A_DAY if asked.last == LAST_DAY else asked.last
        return asked.replace(first=first, last=max(last_day, first + _A_DAY))


def _within(entry: Entry, asked: Asked, start: datetime, stop: datetime) -> bool:
    when = entry.when
    if isinstance(when, Amount):
        return asked.first <= when.day < asked.last
    return when.start < stop and (isinstance(when, OpenSpan) or when.stop > start)


def _plain(entries: Iterable[Entry]) -> tuple[list[Stint], list[DayAmount]]:
    """Entries as the tuples that are added up."""
    stints: list[Stint] = []
    amounts: list[DayAmount] = []
    for entry in entries:
        when = entry.when
        if isinstance(when, Amount):
            amounts.append((when.day.isoformat(), when.seconds, entry.task, entry.project))
        else:
            stop = int(when.stop.timestamp()) if isinstance(when, Span) else None
            stints.append((int(when.start.timestamp()), stop, entry.task, entry.project))
    return stints, amounts


def _row(entry: Entry) -> dict[str, Any]:
    """An entry as a row for the sums by tag."""
    when = entry.when
    if isinstance(when, Amount):
        return {"day": when.day.isoformat(), "seconds": when.seconds, "tags": entry.tags}
    row: dict[str, Any] = {"start": int(when.start.timestamp()), "tags": entry.tags}
    if isinstance(when, Span):
        row["stop"] = int(when.stop.timestamp())
    return row
