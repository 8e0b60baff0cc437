"""The tables of a review: where the time went by task, project, kind of work, day or week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.audit.review.picture import DayRow
from tracker.audit.review.reports import NO_PROJECT
from tracker.domain.format import duration, money
from tracker.domain.period import week_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.audit.review.picture import Group, See

MOST_DAYS = 31
"""Days up to which each has a row."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row with a bar.

    Attributes:
        side: ``on``, ``busywork`` or ``in``; empty where it is no task.
        length: 0-1 of the longest.
        parts: Shares of the bar by side, 0-1 of the longest; empty for one colour.
    """

    name: str
    time: str
    share: str
    worth: str
    side: str
    length: float
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Bars under a heading; ``column`` names the first."""

    heading: str
    column: str
    bars: tuple[Bar, ...]


def tables(see: See, currency: str) -> tuple[Table, ...]:
    """All there are; none where nothing was logged."""
    found = [
        Table("Where it went", "Task", _task_bars(see, currency)),
        Table("By project", "Project", _group_bars(see, see.projects, currency)),
        Table("By kind of work", "Kind", _group_bars(see, see.categories, currency)),
        Table("By day", "Day", _day_bars(see))
        if len(see.days) <= MOST_DAYS
        else Table("By week", "Week", _week_bars(see)),
    ]
    if [group.name for group in see.projects] == [NO_PROJECT]:
        del found[1]
    return tuple(found) if see.total_seconds else ()


def _task_bars(see: See, currency: str) -> tuple[Bar, ...]:
    most = max((row.seconds for row in see.tasks), default=0) or 1
    bars = [
        Bar(
            row.task,
            duration(row.seconds),
            _percent(row.seconds, see),
            money(row.value, currency),
            row.side,
            row.seconds / most,
        )
        for row in see.tasks
    ]
    if see.untracked_seconds:
        length = min(1.0, see.untracked_seconds / most)
        bars.append(Bar("unaccounted for", duration(see.untracked_seconds), "", "", "", length))
    return tuple(bars)


def _group_bars(see: See, groups: Sequence[Group], currency: str) -> tuple[Bar, ...]:
    most = max((group.seconds for group in groups), default=0) or 1
    return tuple(
        Bar(
            group.title,
            duration(group.seconds),
            _percent(group.seconds, see),
            money(group.value, currency),
            "",
            group.seconds / most,
        )
        for group in groups
    )


def _day_bars(see: See) -> tuple[Bar, ...]:
    bars = []
    for day in see.days:
        at = date.fromisoformat(day.date)
        bars.append((f"{at:%a} {at.day} {at:%b}", day))
    return _stacked(bars, see)


def _week_bars(see: See) -> tuple[Bar, ...]:
    """Days by their ISO week; the first and the last may be cut by the period."""
    weeks: dict[str, list[DayRow]] = {}
    for day in see.days:
        weeks.setdefault(week_of(date.fromisoformat(day.date)).id, []).append(day)
    bars = [
        (
            name,
            DayRow(
                name,
                sum(day.seconds for day in days),
                sum(day.on_seconds for day in days),
                sum(day.busywork_seconds for day in days),
            ),
        )
        for name, days in weeks.items()
    ]
    return _stacked(bars, see)


def _stacked(rows: Sequence[tuple[str, DayRow]], see: See) -> tuple[Bar, ...]:
    """Rows whose bars show the sides of the business."""
    most = max((row.seconds for _, row in rows), default=0) or 1
    bars = []
    for name, row in rows:
        rest = row.seconds - row.on_seconds - row.busywork_seconds
        sides = (("on", row.on_seconds), ("in", rest), ("busywork", row.busywork_seconds))
        parts = tuple((side, seconds / most) for side, seconds in sides)
        share, length = _percent(row.seconds, see), row.seconds / most
        bars.append(Bar(name, duration(row.seconds), share, "", "", length, parts))
    return tuple(bars)


def _percent(seconds: int, see: See) -> str:
    return f"{100 * seconds / see.total_seconds:.0f} %" if see.total_seconds else ""
