"""The numbers and rows of a day as of one moment: state and clock in, values out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.audit.gaps import gaps, working_window
from tracker.audit.totals import report
from tracker.audit.worth.profile import (
    Comparison,
    busywork,
    compare,
    day_balance,
    is_busywork,
    on_business,
)
from tracker.domain.format import money
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.value import Value
from widgets.rows import EntryRow, GapRow
from widgets.timeline import Block, Window
from widgets.words import brief

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from tracker.audit.totals import Totals
    from tracker.domain.entry import Entry
    from widgets.rows import Row, Side
    from widgets.state import Day, TodayState

    Stint = tuple[int, int | None, str, str]

SHORTEST_GAP = 60
"""Seconds; a shorter gap is the time it takes to type the next thing."""

SHORTEST_TAIL = 300
"""Seconds since the last stop before today's end is called unaccounted for."""


class DayBar(Value):
    """One day of the week: seconds on the business, busywork, and the rest in it."""

    day: Day
    growth: int
    busywork: int
    other: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.growth + self.busywork + self.other


class TaskBar(Value):
    """One task of the week: seconds, their worth, and which side it is on."""

    task: str
    seconds: int
    value: str
    side: Side


class Figures(Value):
    """What the panels say, as of one moment.

    Attributes:
        compared: The running task so far, by its owner against handed off; where nothing
            runs, the busywork of the shown day; ``None`` where there is none with a price.
        compared_name, compared_category: Of what ``compared`` is about.
        on, inside: Seconds of the shown day on and in the business.
        total: Seconds of the shown day, amounts included.
        coverage: Covered share of the shown day's working window, 0-1.
        untracked: Seconds of its gaps.
        busywork_seconds, busywork_money: Of the week of the shown day.
    """

    compared: Comparison | None = None
    compared_name: str = ""
    compared_category: str = ""
    on: int = 0
    inside: int = 0
    total: int = 0
    coverage: float | None = None
    untracked: int = 0
    busywork_seconds: int = 0
    busywork_money: float = 0.0
    days: tuple[DayBar, ...] = ()
    tasks: tuple[TaskBar, ...] = ()


NO_FIGURES = Figures()


def side_of(state: TodayState, task: str) -> Side:
    """Growth, busywork or neither, by the task's profile."""
    profile = state.profiles.get(task)
    if profile is None:
        return "other"
    if on_business(profile):
        return "growth"
    return "busywork" if is_busywork(profile) else "other"


def figures(state: TodayState, now: datetime) -> Figures:
    """Everything the panels say about ``state`` at ``now``."""
    if not state.ready:
        return NO_FIGURES
    instant = int(now.timestamp())
    today = _by_task(state, [state.day], instant)
    week = _by_task(state, state.week, instant)
    balance = day_balance(today, state.profiles.__getitem__)
    wasted = busywork(week, state.profiles.__getitem__, state.hour_value)
    totals = _report(state.entries, [state.day], instant)
    compared, name, category = _compared(state, now, today)
    return Figures(
        compared=compared,
        compared_name=name,
        compared_category=category,
        on=balance.on,
        inside=balance.within,
        total=totals.total_seconds,
        coverage=totals.coverage,
        untracked=totals.untracked_seconds,
        busywork_seconds=wasted.seconds,
        busywork_money=wasted.money,
        days=tuple(_day_bar(state, day, instant) for day in state.week),
        tasks=tuple(
            TaskBar(task, seconds, _worth(state, seconds), side_of(state, task))
            for task, seconds in sorted(week.items(), key=lambda item: (-item[1], item[0]))
        ),
    )


def _compared(
    state: TodayState, now: datetime, seconds: Mapping[str, int]
) -> tuple[Comparison | None, str, str]:
    """What runs, or where nothing does the busywork of the day, by its owner and handed off."""
    if state.running is not None:
        name = state.running.task
        profile = state.profiles[name]
        category = state.titles.get(profile.category, profile.category)
        return compare(state.running.seconds_at(now), state.hour_value, profile), name, category
    by_you = handed_off = 0.0
    for task, spent in seconds.items():
        profile = state.profiles[task]
        if is_busywork(profile) and profile.rate is not None:
            part = compare(spent, state.hour_value, profile)
            by_you += part.by_you
            handed_off += part.handed_off or 0.0
    if not by_you:
        return None, "", ""
    return Comparison(by_you, handed_off, by_you - handed_off), "Busywork", ""


def rows(state: TodayState, now: datetime) -> tuple[Row, ...]:
    """The entries of the day with the gaps between them, by start."""
    shown: list[tuple[int, Row]] = []
    covered_to = 0
    instant = int(now.timestamp())
    for entry in state.entries:
        start = int(entry.order()[0].timestamp())
        doubled = not isinstance(entry.when, Amount) and start < covered_to
        if not isinstance(entry.when, Amount):
            covered_to = max(covered_to, _stop(entry.when, instant))
        shown.append((start, _entry_row(state, entry, instant, doubled=doubled)))
    shown += [(first, _gap_row(state, first, last)) for first, last in _gaps(state, instant)]
    shown.sort(key=lambda found: (found[0], isinstance(found[1], EntryRow)))
    return tuple(row for _, row in shown)


def blocks(state: TodayState, now: datetime) -> tuple[Block, ...]:
    """The entries of the day that have clock times, for the strip."""
    instant = int(now.timestamp())
    found = []
    for entry in state.entries:
        if isinstance(entry.when, Amount):
            continue
        start = max(int(entry.when.start.timestamp()), state.day.start)
        stop = min(max(_stop(entry.when, instant), start + 1), state.day.stop)
        found.append(Block(entry.id, entry.task, start, stop, side_of(state, entry.task)))
    return tuple(found)


def window(state: TodayState, shown: Sequence[Block]) -> Window:
    """From eight to six, or as far around that as the day has blocks; with its full hours."""
    from datetime import UTC, datetime

    hours = []
    for instant in range(state.day.start, state.day.stop + 1, 900):
        local = state.local(datetime.fromtimestamp(instant, UTC))
        if local.minute == 0:
            hours.append((instant, local.hour if instant < state.day.stop else 24))
    first = next((instant for instant, hour in hours if hour >= 8), state.day.start)
    last = next((instant for instant, hour in hours if hour >= 18), state.day.stop)
    first = min([first, *(block.start for block in shown)])
    last = max([last, *(block.stop for block in shown)])
    start = max((instant for instant, _ in hours if instant <= first), default=first)
    stop = min((instant for instant, _ in hours if instant >= last), default=last)
    ticks = tuple((instant, f"{hour:02}") for instant, hour in hours if start <= instant <= stop)
    return Window(start, stop, ticks)


def _stop(when: Span | OpenSpan, now: int) -> int:
    return now if isinstance(when, OpenSpan) else int(when.stop.timestamp())


def _stints(entries: Sequence[Entry]) -> list[Stint]:
    return [
        (
            int(entry.when.start.timestamp()),
            int(entry.when.stop.timestamp()) if isinstance(entry.when, Span) else None,
            entry.task,
            entry.project,
        )
        for entry in entries
        if not isinstance(entry.when, Amount)
    ]


def _report(entries: Sequence[Entry], days: Sequence[Day], now: int) -> Totals:
    amounts = [
        (entry.when.day.isoformat(), entry.when.seconds, entry.task, entry.project)
        for entry in entries
        if isinstance(entry.when, Amount)
    ]
    return report(
        _stints(entries),
        amounts,
        days=[day.date.isoformat() for day in days],
        midnights=[days[0].start, *(day.stop for day in days)],
        now=now,
    )


def _by_task(state: TodayState, days: Sequence[Day], now: int) -> dict[str, int]:
    """Seconds by task over ``days``, which follow one another."""
    entries = state.entries if len(days) == 1 else state.week_entries
    sums: dict[str, int] = {}
    if days:
        for total in _report(entries, days, now).tasks:
            sums[total.task] = sums.get(total.task, 0) + total.seconds
    return sums


def _day_bar(state: TodayState, day: Day, now: int) -> DayBar:
    sums: dict[Side, int] = {"growth": 0, "busywork": 0, "other": 0}
    for total in _report(state.week_entries, [day], now).tasks:
        sums[side_of(state, total.task)] += total.seconds
    return DayBar(day, **sums)


def _gaps(state: TodayState, now: int) -> list[tuple[int, int]]:
    stints = _stints(state.entries)
    inside = working_window(stints, state.day.start, state.day.stop, now)
    if inside is None:
        return []
    found = list(gaps(stints, *inside, now, at_least=SHORTEST_GAP))
    if state.is_today and state.running is None and now - inside[1] >= SHORTEST_TAIL:
        found.append((inside[1], min(now, state.day.stop)))
    return found


def _entry_row(state: TodayState, entry: Entry, now: int, *, doubled: bool) -> EntryRow:
    if isinstance(entry.when, Amount):
        clock, seconds = "on the day", entry.when.seconds
    else:
        start, stop = int(entry.when.start.timestamp()), _stop(entry.when, now)
        first = state.clock(entry.when.start) if start >= state.day.start else "  …  "
        last = "now"
        if isinstance(entry.when, Span):
            last = state.clock(entry.when.stop) if stop <= state.day.stop else "…"
        clock = f"{first}-{last}"
        seconds = max(0, min(stop, state.day.stop) - max(start, state.day.start))
    return EntryRow(
        entry=entry,
        clock=clock,
        seconds=seconds,
        duration=brief(seconds),
        value=_worth(state, seconds),
        side=side_of(state, entry.task),
        doubled=doubled,
    )


def _gap_row(state: TodayState, first: int, last: int) -> GapRow:
    from datetime import UTC, datetime

    start, stop = (datetime.fromtimestamp(instant, UTC) for instant in (first, last))
    clock = f"{state.clock(start)}-{state.clock(stop)}"
    minutes = (last - first) // 60
    length = f"{minutes} min" if minutes < 60 else brief(last - first)
    return GapRow(start, stop, clock, f"{length} unaccounted")


def _worth(state: TodayState, seconds: int) -> str:
    return money(seconds / 3600 * state.hour_value, state.settings.currency)
