"""Instants as a person's clock shows them."""

from __future__ import annotations

from tracker.calendar.local import local_day, zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTH_NAMES = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)  # fmt: skip

_named = zone


def clock(instant: datetime, zone: str | tzinfo) -> str:
    """``09:15``."""
    local = instant.astimezone(_named(zone))
    return f"{local.hour:02}:{local.minute:02}"


def clock_seconds(instant: datetime, zone: str | tzinfo) -> str:
    """``09:15:30``."""
    local = instant.astimezone(_named(zone))
    return f"{local.hour:02}:{local.minute:02}:{local.second:02}"


def clock_range(start: datetime, stop: datetime | None, zone: str | tzinfo) -> str:
    """``09:15-10:30``; ``09:15-`` of what still runs."""
    return f"{clock(start, zone)}-{clock(stop, zone) if stop else ''}"


def day(of: date, today: date) -> str:
    """``today``, ``yesterday``, ``Thu 19 Nov``; with its year where that is another one."""
    ago = (today - of).days
    if 0 <= ago < 2:
        return ("today", "yesterday")[ago]
    text = f"{DAY_NAMES[of.weekday()]} {of.day} {MONTH_NAMES[of.month - 1]}"
    return text if of.year == today.year else f"{text} {of.year}"


def day_of(instant: datetime, now: datetime, zone: str | tzinfo, day_start: int = 0) -> str:
    """The day of an instant in the words of :func:`day`."""
    where = _named(zone)
    return day(local_day(instant, where, day_start), local_day(now, where, day_start))
