"""Points in time in the cells of a CSV of any kind."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from tracker.domain.errors import InvalidValue
from tracker.domain.span import Span, instant
from tracker.exchange.clocked import stamp
from tracker.exchange.wallclock import Days, WallClock, seconds_of_day

_DATED = re.compile(
    r"(\d{1,4}([-/.])\d{1,2}\2\d{1,4})(?:(?:T|,?\s+)(\S.*))?", re.ASCII | re.IGNORECASE
)
_ZONED = re.compile(
    r"(\d{4}-?\d\d-?\d\d(?:T|\s+)\d[\d:.]*)\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)", re.ASCII | re.I
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Point(NamedTuple):
    """A point in time as a cell gives it.

    Attributes:
        day: Local day; ``None`` where the cell has an instant, or no day.
        seconds: After midnight; ``None`` where the cell has a day alone.
        instant: Aware; ``None`` where the time is local.
    """

    day: date | None
    seconds: int | None
    instant: datetime | None = None

    @property
    def text(self) -> str:
        """The same however the cell is written."""
        if self.instant:
            return self.instant.isoformat()
        return stamp(self.day or date.min, self.seconds or 0)

    def on(self, clock: WallClock) -> tuple[datetime, str]:
        """The instant, and a warning or nothing; raises InvalidValue without day or time."""
        if self.instant:
            return self.instant, ""
        if self.day is None or self.seconds is None:
            raise InvalidValue("A start or an end has no day or no time of day.")
        return clock.instant(self.day, self.seconds)


def dated(cell: str) -> str:
    """The part of a cell that is a date; empty where none is."""
    found = _DATED.fullmatch(cell.strip())
    return found[1] if found else ""


def point(cell: str, days: Days) -> Point:
    """``2026-11-19 09:15``, ``19.11.2026 9:15``, ``9:15 AM``, ISO with offset, epoch seconds.

    Raises:
        InvalidValue: It is none of these.
        ImportRefused: The order of day and month is open.
    """
    text = cell.strip()
    if text.isascii() and text.isdigit() and len(text) in (10, 13):
        seconds = int(text) // (1 if len(text) == 10 else 1000)
        return Point(None, None, _EPOCH + timedelta(seconds=seconds))
    if zoned := _ZONED.fullmatch(text):
        return Point(None, None, _aware(zoned[1], zoned[2], text))
    if found := _DATED.fullmatch(text):
        return Point(days.read(found[1]), seconds_of_day(found[3]) if found[3] else None)
    return Point(None, seconds_of_day(text))


def _aware(moment: str, zone: str, text: str) -> datetime:
    offset = "+00:00" if zone.upper() in ("Z", "UTC", "GMT") else zone
    try:
        return instant(datetime.fromisoformat("T".join(moment.upper().split()) + offset))
    except (ValueError, OverflowError):
        raise InvalidValue(f"{text[:40]!r} is not a time.") from None


def span(start: Point, stop: Point, clock: WallClock) -> tuple[Span, str]:
    """The span between two points, and a warning or nothing.

    An end without a day is on the day of the start, or where that would be before it, on the
    day after.

    Raises:
        InvalidValue: The end is not after the start, or a day or a time is missing.
    """
    said = ""
    if stop.day is None and not stop.instant:
        day = start.day
        if day is None and start.instant:
            raise InvalidValue("The end has no day.")
        if day and (stop.seconds or 0) < (start.seconds or 0):
            day += timedelta(days=1)
            said = "Its end was read as on the day after."
        stop = stop._replace(day=day)
    if start.day and stop.day and start.seconds is not None and stop.seconds is not None:
        found, odd = clock.span((start.day, start.seconds), (stop.day, stop.seconds))
        return found, f"{said} {odd}".strip()
    begin, first = start.on(clock)
    end, last = stop.on(clock)
    return Span(begin, end), f"{said} {first} {last}".strip()
