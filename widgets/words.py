"""Durations, money and dates in the few words a narrow column has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.calendar.format import DAY_NAMES, MONTH_NAMES
from tracker.domain.format import duration

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.entry import Entry
    from widgets.state import TodayState


def brief(seconds: int) -> str:
    """``1h05``, ``25m``; whole minutes, because what is shown is not drawn every second."""
    return duration(seconds - seconds % 60)


def day_name(day: date) -> str:
    """``Thu 19 Nov``."""
    return f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"


def long_day(day: date) -> str:
    """``Thu 19 Nov 2026 · W47``, the week by ISO 8601."""
    return f"{day_name(day)} {day.year} · W{day.isocalendar().week:02}"


def since(state: TodayState, entry: Entry) -> str:
    """``since 09:15``, with the day where that is not today."""
    start = entry.order()[0]
    day = state.local(start).date()
    clock = state.clock(start)
    return f"since {clock}" if day == state.today.date else f"since {day_name(day)} {clock}"
