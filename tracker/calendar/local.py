"""Local days, weeks, months, quarters and years over ``zoneinfo``; cheap enough for any command.

A zone is an IANA name or a ``tzinfo`` wherever one is asked for. Ranges of days are given as
half-open ranges of instants: a day is whatever lies between its first instant and that of the
next, be it 23, 24 or 25 hours. A property holds all of it to pendulum's calendar.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from tracker.domain.errors import InvalidValue
from tracker.domain.value import Value

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_ZERO = datetime(1970, 1, 1)  # noqa: DTZ001 - of wall clocks


class Resolved(Value):
    """A wall-clock time as an instant.

    Attributes:
        instant: Aware UTC.
        note: A plain sentence where the clocks make it special, else empty.
    """

    instant: datetime
    note: str = ""


def zone(name: str | tzinfo) -> tzinfo:
    """The time zone of an IANA name; a ``tzinfo`` is given back as it is.

    Raises:
        InvalidValue: There is no such zone.
    """
    if not isinstance(name, str):
        return name
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise InvalidValue(
            f'There is no time zone "{name[:60]}": give a name such as Europe/Berlin or UTC.'
        ) from None


_zone = zone


def resolve(day: date, at: int | time, zone: str | tzinfo, *, second: bool = False) -> Resolved:
    """The instant at which clocks in ``zone`` show ``at`` on ``day``.

    Where they show it twice the first is meant; where they jump over it, the time moves forward
    by as much as they do (RFC 5545, 3.3.5). Either is said in the note.

    Args:
        day: A calendar date; ``day_start`` plays no part.
        at: Minutes after midnight (1440 is the next midnight), or a time.
        zone: Of the clocks.
        second: Mean the second of two instead.
    """
    named = _zone(zone)
    wall = _wall(day, at)
    before, after = _offsets(wall, named)
    instant = (wall - before).replace(tzinfo=UTC)
    if before == after:
        return Resolved(instant)
    clock = wall.strftime("%H:%M")
    if before > after:
        if second:
            instant = (wall - after).replace(tzinfo=UTC)
        which = "second" if second else "first"
        note = f"{clock} comes twice on {wall.date()}: the {which} is meant."
    else:
        moved = instant.astimezone(named).strftime("%H:%M")
        note = f"Clocks skip {clock} on {wall.date()}: {moved} is meant."
    return Resolved(instant, note)


def _wall(day: date, at: int | time) -> datetime:
    if isinstance(at, int):
        return datetime.combine(day, time()) + timedelta(minutes=at)
    return datetime.combine(day, at.replace(tzinfo=None))


def _offsets(wall: datetime, named: tzinfo) -> tuple[timedelta, timedelta]:
    """UTC offsets in force before and after; they differ where ``wall`` is no ordinary time."""
    before = wall.replace(tzinfo=named).utcoffset()
    after = wall.replace(tzinfo=named, fold=1).utcoffset()
    return before or timedelta(), after or timedelta()


def first_instant(day: date, zone: str | tzinfo, day_start: int = 0) -> datetime:
    """When ``day`` begins, in UTC: the first instant whose clock shows ``day_start`` or later.

    Args:
        day: A local day.
        zone: Its zone.
        day_start: Minutes after midnight at which a day begins.
    """
    named = _zone(zone)
    wall = _wall(day, day_start)
    before, after = _offsets(wall, named)
    if before < after:
        return _jump(wall, before, after, named)
    return (wall - before).replace(tzinfo=UTC)


def _jump(wall: datetime, before: timedelta, after: timedelta, named: tzinfo) -> datetime:
    """The instant at which clocks jump over ``wall``, in UTC."""
    early = (wall - after).replace(tzinfo=UTC)
    late = (wall - before).replace(tzinfo=UTC)
    while late - early > _SECOND:
        middle = early + (late - early) // 2
        middle = middle.replace(microsecond=0)
        if middle <= early:
            break
        if middle.astimezone(named).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late


def local_day(instant: datetime, zone: str | tzinfo, day_start: int = 0) -> date:
    """The day that ``instant`` belongs to: the one whose :func:`day_range` holds it.

    Args:
        instant: Aware.
        zone: Of the person.
        day_start: Minutes after midnight at which a day begins.
    """
    named = _zone(zone)
    local = instant.astimezone(named)
    day = (local.replace(tzinfo=None) - timedelta(minutes=day_start)).date()
    # Clocks put back over the beginning of a day show the day before once more.
    if local.fold and instant >= first_instant(day + _DAY, named, day_start):
        return day + _DAY
    return day


def day_range(
    day: date, zone: str | tzinfo, day_start: int = 0, *, days: int = 1
) -> tuple[datetime, datetime]:
    """``[start, stop)`` of ``days`` local days from ``day``, in UTC.

    Both are the same where the zone skipped the day (Apia, 30 December 2011).
    """
    named = _zone(zone)
    stop = day + timedelta(days=days)
    return first_instant(day, named, day_start), first_instant(stop, named, day_start)


def midnights(first: date, stop: date, zone: str | tzinfo, day_start: int = 0) -> list[int]:
    """Epoch seconds at which each day from ``first`` to ``stop`` begins, both included.

    So one more than there are days in ``[first, stop)``: the last is where the range ends.
    """
    named = _zone(zone)
    day, last = first.toordinal(), stop.toordinal()
    begins: list[int] = []
    known = _offsets(_wall(first, day_start), named)
    while day < last:
        ahead = min(day + _STRIDE, last)
        following = _offsets(_wall(date.fromordinal(ahead), day_start), named)
        if known == following and known[0] == known[1]:
            start = int((_wall(date.fromordinal(day), day_start) - known[0] - _ZERO) / _SECOND)
            begins += range(start, start + (ahead - day) * 86_400, 86_400)
        else:
            begins += [_begin(number, named, day_start) for number in range(day, ahead)]
        day, known = ahead, following
    return [*begins, _begin(day, named, day_start)]


_STRIDE = 3
"""Days between two looks at a zone: nowhere are clocks put forward and back again in so few
(Freetown had the shortest summer time, four days in 1939)."""


def _begin(number: int, named: tzinfo, day_start: int) -> int:
    """The second at which the day of an ordinal begins."""
    return int(first_instant(date.fromordinal(number), named, day_start).timestamp())


def week_start_of(day: date, week_start: int = 0) -> date:
    """First day of the week of ``day``; ``week_start`` is 0 for Monday to 6 for Sunday."""
    return day - timedelta(days=(day.weekday() - week_start) % 7)


def month_start_of(day: date) -> date:
    """First day of its month."""
    return day.replace(day=1)


def quarter_start_of(day: date) -> date:
    """First day of its calendar quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def year_start_of(day: date) -> date:
    """First day of its year."""
    return date(day.year, 1, 1)


def months_later(first: date, months: int) -> date:
    """The first of the month ``months`` after that of ``first``; a negative number goes back."""
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def quarter(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3


def iso_week(day: date) -> tuple[int, int]:
    """Year and number of its week by ISO 8601: (2026, 47). The year may not be that of the day."""
    year, week, _ = day.isocalendar()
    return year, week
