"""Instants on the owner's wall clock, without the price of ``zoneinfo`` where it can be had.

The machine's own zone is known to the C library; loading ``zoneinfo`` costs a third of
starting Python. A zone from the settings still needs it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from tracker.calendar.local import day_range, local_day, midnights, zone

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - wall clocks are naive by nature


class SystemZone(tzinfo):
    """The zone the machine's clock is set to, asked of the C library.

    Naive datetimes are in that zone for Python, with ``fold`` as PEP 495 has it; a property
    holds this class to ``zoneinfo``.
    """

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        """Wall clock minus UTC."""
        if when is None:
            return None
        wall = when.replace(tzinfo=None)
        return wall - _EPOCH - timedelta(seconds=wall.timestamp())

    def dst(self, when: datetime | None) -> timedelta | None:
        """Nobody asks."""
        return None

    def tzname(self, when: datetime | None) -> str | None:
        """Nobody asks."""
        return None

    def fromutc(self, when: datetime) -> datetime:
        """The wall clock at an instant."""
        second = when.replace(tzinfo=UTC).timestamp()
        return datetime.fromtimestamp(second).replace(tzinfo=self)  # noqa: DTZ006


class Clock:
    """The wall clock of one zone, for instants in whole seconds since 1970.

    Attributes:
        zone: The zone it shows.
        now: The second it is.
        day_start: Minutes after midnight at which a day begins.
    """

    __slots__ = ("_today", "day_start", "now", "zone")

    def __init__(self, now: datetime, configured: str, day_start: int) -> None:
        """``configured`` is an IANA name, or empty for the machine's own zone."""
        self.now = int(now.timestamp())
        self.day_start = day_start
        self.zone = zone(configured) if configured else SystemZone()
        self._today: date | None = None

    def _at(self, second: int) -> datetime:
        return datetime.fromtimestamp(second, self.zone)

    def day(self, second: int) -> date:
        """The local day an instant belongs to; before ``day_start`` it is still yesterday's."""
        return local_day(datetime.fromtimestamp(second, UTC), self.zone, self.day_start)

    def calendar_date(self, second: int) -> date:
        """The calendar date an instant falls on, whenever days begin."""
        return self._at(second).date()

    def today(self) -> date:
        """The day it is."""
        if self._today is None:
            self._today = self.day(self.now)
        return self._today

    def day_began(self) -> int:
        """The first second of today."""
        return int(day_range(self.today(), self.zone, self.day_start)[0].timestamp())

    def midnights(self, first: date, stop: date) -> list[int]:
        """When each day from ``first`` to ``stop`` begins, both included, in epoch seconds."""
        if not isinstance(self.zone, SystemZone):
            return midnights(first, stop, self.zone, self.day_start)
        begins = []
        late = timedelta(minutes=self.day_start)
        for number in range(first.toordinal(), stop.toordinal() + 1):
            wall = datetime.fromordinal(number) + late
            began = wall.timestamp()
            if wall.replace(fold=1).timestamp() < began:  # clocks jump over the beginning
                day = date.fromordinal(number)
                began = day_range(day, self.zone, self.day_start)[0].timestamp()
            begins.append(int(began))
        return begins

    def time(self, second: int) -> str:
        """``09:15``."""
        at = self._at(second)
        return f"{at.hour:02}:{at.minute:02}"

    def moment(self, second: int) -> str:
        """``09:15``, with the date before it where that is not today's."""
        at = self._at(second)
        shown = f"{at.hour:02}:{at.minute:02}"
        if at.date() == self.calendar_date(self.now):
            return shown
        return f"{at.date().isoformat()} {shown}"

    def stretch(self, start: int, stop: int | None) -> str:
        """``09:15-10:30``, or ``09:15-`` while it runs; an end on another day has its date."""
        if stop is None:
            return self.moment(start) + "-"
        same = self.calendar_date(start) == self.calendar_date(stop)
        return f"{self.moment(start)}-{self.time(stop) if same else self.moment(stop)}"
