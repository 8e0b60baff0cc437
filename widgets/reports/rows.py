"""A report as rows that line up, and its range in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.calendar.ranges import FIRST_DAY, LAST_DAY
from tracker.domain.format import decimal_hours, duration, money
from tracker.domain.period import before, month_of, quarter_of, week_of
from tracker.domain.span import Amount, OpenSpan
from widgets.fitting import bar
from widgets.row_list import Layout, ListRow
from widgets.tones import FAINT, QUIET, VALUE
from widgets.words import day_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from tracker.domain.entry import Entry
    from tracker.domain.settings import Settings
    from tracker.reporting import Asked, Shown
    from widgets.state import TodayState

GROUP_ROWS = Layout("lrrrl", drop=(4, 3, 2), least=12)
ENTRY_ROWS = Layout("lllrl", stretch=2, drop=(4, 0), least=12)
ENTRY_ROWS_OF_A_TASK = Layout("lllrl", stretch=4, drop=(2, 0), least=10)
"""Its name is in the heading."""
_BAR = 24
"""Cells of the longest bar where there is room for it; a wide screen has twice as many."""


def time_words(seconds: int, *, decimal: bool) -> str:
    """``1h15`` or ``1.25``."""
    return decimal_hours(seconds) if decimal else duration(seconds)


def group_rows(
    shown: Shown, settings: Settings, titles: Mapping[str, str], *, decimal: bool, wide: bool
) -> tuple[ListRow, ...]:
    """Name, time, share, worth and a bar."""
    groups = [one for one in shown.groups if one.seconds or shown.asked.by in ("day", "week")]
    most = max((one.seconds for one in groups), default=0) or 1
    total = shown.totals.total_seconds or 1
    size = _BAR * 2 if wide else _BAR
    rows = []
    for one in groups:
        worth = money(one.seconds * settings.hour_value / 3600, settings.currency)
        name = one.name
        if shown.asked.by == "category":
            name = titles.get(name, name)
        elif shown.asked.by == "day":
            name = day_name(date.fromisoformat(name))
        empty = not one.seconds
        rows.append(
            ListRow(
                one.name,
                (
                    (name, QUIET if empty else ""),
                    ("-" if empty else time_words(one.seconds, decimal=decimal), "bold"),
                    ("" if empty else f"{100 * one.seconds / total:.0f} %", QUIET),
                    ("" if empty else worth, VALUE),
                    (bar(one.seconds / most, size), "$foreground 40%"),
                ),
            )
        )
    return tuple(rows)


def entry_rows(
    entries: Iterable[Entry], state: TodayState, now: datetime, *, decimal: bool
) -> tuple[ListRow, ...]:
    """Day, clock, task, time and the rest, of each entry."""
    rows = []
    for entry in entries:
        day, clock = _when(entry, state)
        rest = " ".join(
            part
            for part in (
                f"@{entry.project}" if entry.project else "",
                *(f"#{tag}" for tag in entry.tags),
                f"// {entry.note}" if entry.note else "",
            )
            if part
        )
        seconds = entry.when.seconds if isinstance(entry.when, Amount) else entry.seconds_at(now)
        rows.append(
            ListRow(
                entry.id,
                (
                    (day_name(day), QUIET),
                    (clock, ""),
                    (entry.task, ""),
                    (time_words(seconds, decimal=decimal), "bold"),
                    (rest, FAINT),
                ),
            )
        )
    return tuple(rows)


def _when(entry: Entry, state: TodayState) -> tuple[date, str]:
    when = entry.when
    if isinstance(when, Amount):
        return when.day, "on the day"
    stop = "now" if isinstance(when, OpenSpan) else state.clock(when.stop)
    return state.local(when.start).date(), f"{state.clock(when.start)}-{stop}"


def day_of(entry: Entry, state: TodayState) -> date:
    """The local day an entry is on."""
    return _when(entry, state)[0]


def range_words(asked: Asked, week_start: int) -> str:
    """``Week 47``, ``November 2026``, ``2026``, or its first and last day."""
    first, final = asked.first, asked.last - timedelta(days=1)
    for period in (week_of(first, week_start), month_of(first), quarter_of(first)):
        if (period.first, period.last) == (asked.first, asked.last):
            return period.title
    if first == date(first.year, 1, 1) and asked.last == date(first.year + 1, 1, 1):
        return str(first.year)
    if first == final:
        return f"{day_name(first)} {first.year}"
    start = "" if first == FIRST_DAY else f"{day_name(first)[4:]} {first.year}"
    stop = "" if asked.last == LAST_DAY else f"{day_name(final)[4:]} {final.year}"
    return f"{start} - {stop}".strip(" -") or "All of it"


def turned(asked: Asked, by: int, week_start: int) -> Asked:
    """The range ``by`` ranges on: weeks, months, quarters, years; else as many days."""
    first, last = asked.first, asked.last
    for period in (week_of(first, week_start), month_of(first), quarter_of(first)):
        if (period.first, period.last) == (first, last):
            found = before(period, -by)
            return asked.replace(first=found.first, last=found.last)
    if first == date(first.year, 1, 1) and last == date(first.year + 1, 1, 1):
        year = first.year + by
        return asked.replace(first=date(year, 1, 1), last=date(year + 1, 1, 1))
    length = (last - first) * by
    return asked.replace(first=first + length, last=last + length)
