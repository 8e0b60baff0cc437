"""Instants on the owner's wall clock, without the price of ``zoneinfo`` where it can be had.

The machine's own zone is known to the C library, and ``time.localtime`` is free; loading
``zoneinfo`` costs a third of starting Python. A zone from the settings still needs it.
"""

from __future__ import annotations

import time
from datetime import date, datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import tzinfo

_SHIFTS = (1800, 3600, 7200)
"""By how much a DST change puts a clock back: Lord Howe, the world, Antarctica's Troll."""


class Clock:
    """The wall clock of one zone, for whole seconds since 1970."""

    __slots__ = ("_name", "_zone", "day_start", "now")

    def __init__(self, now: datetime, configured: str, day_start: int) -> None:
        """``configured`` is an IANA name, or empty for the machine's own zone."""
        self.now = int(now.timestamp())
        self.day_start = day_start
        self._name = configured
        self._zone: tzinfo | None = None

    def _fields(self, second: int) -> tuple[int, ...]:
        """Year, month, day, hour, minute, second."""
        if not self._name:
            return tuple(time.localtime(second)[:6])
        if self._zone is None:
            from tracker.calendar.local import zone

            self._zone = zone(self._name)
        return tuple(datetime.fromtimestamp(second, self._zone).timetuple()[:6])

    def day(self, second: int) -> date:
        """The local day an instant belongs to; before ``day_start`` it is still yesterday's."""
        year, month, day, hour, minute, _ = self._fields(second)
        found = date(year, month, day)
        if hour * 60 + minute < self.day_start:
            return date.fromordinal(found.toordinal() - 1)
        return found

    def today(self) -> date:
        """The day it is."""
        return self.day(self.now)

    def day_began(self) -> int:
        """The first second of today, a DST night included."""
        today = self.today()
        if not self._name:
            hour, minute = divmod(self.day_start, 60)
            wall = (today.year, today.month, today.day, hour, minute, 0)
            began = int(time.mktime((*wall, 0, 0, -1)))
            exists = self._fields(began) == wall
            if exists and not any(self._fields(began - step) == wall for step in _SHIFTS):
                return began
        from tracker.calendar.local import day_range

        return int(day_range(today, self.zone(), self.day_start)[0].timestamp())

    def zone(self) -> str:
        """IANA name of the zone."""
        if self._name:
            return self._name
        from tracker.store.places import system_zone

        return system_zone()

    def time(self, second: int) -> str:
        """``09:15``."""
        hour, minute = self._fields(second)[3:5]
        return f"{hour:02}:{minute:02}"

    def moment(self, second: int) -> str:
        """``09:15``, with the day before it where that is not today."""
        day = self.day(second)
        if day == self.today():
            return self.time(second)
        year, month, number = self._fields(second)[:3]
        return f"{year}-{month:02}-{number:02} {self.time(second)}"

    def stretch(self, start: int, stop: int | None) -> str:
        """``09:15-10:30``, or ``09:15-`` while it runs; an end on another day has its date."""
        if stop is None:
            return self.moment(start) + "-"
        same = self._fields(start)[:3] == self._fields(stop)[:3]
        return f"{self.moment(start)}-{self.time(stop) if same else self.moment(stop)}"
