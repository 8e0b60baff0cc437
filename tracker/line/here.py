"""Now and here, as a line is read: clock times become instants, nothing lies in the future."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from tracker.calendar.local import local_day, resolve, zone
from tracker.domain.span import LONGEST_SPAN, instant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import tzinfo

_DAY = 86_400


class Here:
    """The clock and the zone of a reading; neither is worked out before it is needed."""

    __slots__ = ("_local", "_named", "_zone", "day_start", "now")

    def __init__(self, now: datetime, zone: str | tzinfo, day_start: int = 0) -> None:
        """``day_start`` is minutes after midnight at which a day begins."""
        self.now = instant(now)
        self.day_start = day_start
        self._zone = zone
        self._named: tzinfo | None = None
        self._local: datetime | None = None

    @property
    def zone(self) -> tzinfo:
        """The person's zone."""
        if self._named is None:
            self._named = zone(self._zone)
        return self._named

    @property
    def local(self) -> datetime:
        """Now, on the person's clock."""
        if self._local is None:
            self._local = self.now.astimezone(self.zone)
        return self._local

    @property
    def today(self) -> date:
        """The person's day; before ``day_start`` it is still the one before."""
        return local_day(self.now, self.zone, self.day_start)

    @property
    def oldest(self) -> datetime:
        """The earliest start of a timer that can still be stopped."""
        return self.now - LONGEST_SPAN

    def clock(self) -> str:
        """What the clock shows: ``09:15``."""
        return f"{self.local.hour:02}:{self.local.minute:02}"

    def at(self, day: date, seconds: int, after: datetime | None = None) -> datetime:
        """The instant at which clocks show ``seconds`` after midnight of a calendar ``day``.

        Of a time that comes twice the first is meant, unless only the second is after ``after``.

        Raises:
            InvalidValue: The year is outside what can be logged.
        """
        instant(datetime(day.year, day.month, day.day, tzinfo=UTC))
        days, rest = divmod(seconds, _DAY)
        wall = time(rest // 3600, rest // 60 % 60, rest % 60)
        on = day + timedelta(days=days)
        found = resolve(on, wall, self.zone).instant
        if after is not None and found <= after:
            found = resolve(on, wall, self.zone, second=True).instant
        return found

    def calendar_day(self, day: date, seconds: int) -> date:
        """The date on which clocks show ``seconds`` during the person's ``day``."""
        return day + timedelta(days=1) if seconds < self.day_start * 60 else day

    def recent_days(self, seconds: int) -> list[date]:
        """The dates on which a clock time without a day may be meant, the likelier first.

        Today's date; and, before ``day_start``, the one before, which is still the same day.
        """
        date_now = self.local.date()
        minutes = self.local.hour * 60 + self.local.minute
        if minutes < self.day_start and seconds >= self.day_start * 60:
            return [date_now, date_now - timedelta(days=1)]
        return [date_now]
