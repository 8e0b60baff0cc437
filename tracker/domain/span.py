"""Stretches of time: closed, still running, or an amount on a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tracker.domain.errors import InvalidValue
from tracker.domain.value import Value

LONGEST_SPAN = timedelta(days=31)
"""No entry is longer: readers then need to look back one month file at most."""

_FIRST_YEAR, _LAST_YEAR = 1970, 2999


def instant(moment: datetime) -> datetime:
    """``moment`` as an aware UTC instant of whole seconds.

    Raises:
        InvalidValue: It has no zone, or lies outside 1970-2999.
    """
    if moment.tzinfo is None:
        raise InvalidValue(f"{moment.isoformat()} has no time zone.")
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise InvalidValue(f"The year {moment.year} is outside {_FIRST_YEAR}-{_LAST_YEAR}.")
    if moment.tzinfo is UTC and not moment.microsecond:
        return moment
    return moment.astimezone(UTC).replace(microsecond=0)


class Span(Value):
    """The instants ``start <= t < stop``; both aware, UTC, whole seconds."""

    start: datetime
    stop: datetime

    def __post_init__(self) -> None:
        """Normalise to UTC, so that equality and order never depend on a zone."""
        start, stop = instant(self.start), instant(self.stop)
        if start is not self.start:
            object.__setattr__(self, "start", start)
        if stop is not self.stop:
            object.__setattr__(self, "stop", stop)
        if stop <= start:
            raise InvalidValue("The end is not after the start: give an end that is later.")
        if stop - start > LONGEST_SPAN:
            raise InvalidValue("An entry can be 31 days long at most: check the dates.")

    @property
    def seconds(self) -> int:
        """Elapsed, not wall-clock, time: a DST night is 23 or 25 hours."""
        return round((self.stop - self.start).total_seconds())

    def overlap(self, other: Span) -> Span | None:
        """The part both share, or ``None`` where they only touch."""
        start, stop = max(self.start, other.start), min(self.stop, other.stop)
        return Span(start, stop) if start < stop else None


class OpenSpan(Value):
    """Running since ``start``, an aware UTC instant of whole seconds."""

    start: datetime

    def __post_init__(self) -> None:
        """Normalise to UTC."""
        object.__setattr__(self, "start", instant(self.start))

    def seconds_at(self, now: datetime) -> int:
        """Elapsed at ``now``; 0 where a stepped clock puts ``now`` before the start."""
        return max(0, int((now - self.start).total_seconds()))

    def until(self, stop: datetime) -> Span:
        """Closed at ``stop``; raises InvalidValue where that is not later."""
        return Span(self.start, stop)


class Amount(Value):
    """``seconds`` of time on a local ``day``, clock times unknown (Harvest, klog)."""

    day: date
    seconds: int

    def __post_init__(self) -> None:
        """A day holds more than nothing and no more than a day of 25 hours."""
        if not 0 < self.seconds <= 25 * 3600:
            raise InvalidValue("An amount of time on a day is more than 0 and at most 25 hours.")
        if not _FIRST_YEAR <= self.day.year <= _LAST_YEAR:
            raise InvalidValue(f"The year {self.day.year} is outside {_FIRST_YEAR}-{_LAST_YEAR}.")


When = Span | OpenSpan | Amount
