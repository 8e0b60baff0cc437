"""Dates and times as foreign files write them, turned into instants.

Forty thousand rows are normal, so every date, time of day and UTC offset of a day is worked
out once and remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import product

from tracker.calendar.local import zone
from tracker.domain.errors import DateOrderOpen, ImportRefused, InvalidValue
from tracker.domain.span import Span

DATE_ORDERS = ("dmy", "mdy")
DAY_SECONDS = 24 * 3600
_FIRST_YEAR, _LAST_YEAR = 1970, 2999


def _number(digits: str) -> int:
    """ASCII digits as a number; unlike ``int`` no sign, underscore or foreign digit."""
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
        raise ValueError(digits)
    return int(digits)


def _sixty(digits: str) -> int:
    """Two digits below 60: ``9:5`` is more likely a time cut off than one."""
    if len(digits) != 2 or digits >= "60":
        raise ValueError(digits)
    return _number(digits)


def _hour(digits: str, half: str) -> int:
    """The hour of 24; ``half`` is ``am``, ``pm``, or empty on a 24-hour clock."""
    hour = _number(digits)
    if not half:
        return hour
    if hour > 12 or half not in ("am", "pm"):
        raise ValueError(digits)
    return hour % 12 + (12 if half == "pm" else 0)


def seconds_of_day(text: str) -> int:
    """Seconds after midnight of ``09:15``, ``9:15:30``, ``09.15``, ``10:30:34 PM``.

    Raises:
        InvalidValue: It is no time of day. ``24:00`` is one: the end of the day.
    """
    if len(text) == 8 and text[2] == text[5] == ":":
        try:
            clock = time.fromisoformat(text)
        except ValueError:
            return _any_clock(text)
        return clock.hour * 3600 + clock.minute * 60 + clock.second
    return _any_clock(text)


def _any_clock(text: str) -> int:
    clock = text.strip().casefold()
    digits = clock.rstrip("amp. \u00a0\u202f")
    half = "".join(mark for mark in clock[len(digits) :] if mark in "amp")
    if ":" not in digits:
        digits = digits.replace(".", ":")
    try:
        hours, minutes, *rest = digits.partition(".")[0].split(":")
        hour, minute, second = _hour(hours, half), _sixty(minutes), _sixty(":".join(rest) or "00")
    except ValueError:
        hour = minute = second = DAY_SECONDS
    seconds = hour * 3600 + minute * 60 + second
    if seconds > DAY_SECONDS:
        raise InvalidValue(f"{text.strip()[:40]!r} is not a time of day.")
    return seconds


def _date_parts(text: str) -> tuple[str, str, str]:
    for separator in "-/.":
        parts = text.split(separator)
        if len(parts) == 3:
            return parts[0].strip(), parts[1].strip(), parts[2].strip()
    raise ValueError(text)


class Days:
    """Reads the dates of one file.

    Year first is never ambiguous. Otherwise the order of day and month is the one that was
    asked for, or the one the whole file proves by a part above 12.
    """

    def __init__(self, order: str, cells: Callable[[], Iterable[str]]) -> None:
        """Remember the order asked for, and how to see every date of the file.

        Raises:
            ImportRefused: The order asked for is none of ``DATE_ORDERS``.
        """
        if order and order not in DATE_ORDERS:
            raise ImportRefused(f"A date order is dmy or mdy, not {order!r}.")
        self._order = order
        self._cells = cells
        self._known: dict[str, date] = {}

    def read(self, text: str) -> date:
        """The day; raises InvalidValue for no date, DateOrderOpen where the order is open."""
        try:
            return self._known[text]
        except KeyError:
            day = self._known[text] = self._read(text)
            return day

    def _read(self, text: str) -> date:
        try:
            first, second, third = _date_parts(text)
            if len(first) == 4:
                day = date(_number(first), _number(second), _number(third))
            else:
                order = self._settled(first, second)
                if order == "mdy":
                    first, second = second, first
                year = _number(third) + (2000 if len(third) == 2 else 0)
                day = date(year, _number(second), _number(first))
        except ValueError:
            raise InvalidValue(f"{text.strip()[:40]!r} is not a date.") from None
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise InvalidValue(f"The year {day.year} is outside {_FIRST_YEAR}-{_LAST_YEAR}.")
        return day

    def _settled(self, first: str, second: str) -> str:
        """The order of this file; ``dmy`` for a date that reads the same both ways."""
        if not self._order:
            order = self._proven()
            if not order and _number(first) == _number(second):
                return "dmy"
            if not order:
                raise DateOrderOpen(
                    f"Nothing in the file says whether {first}/{second} is day/month or month/day"
                )
            self._order = order
        return self._order

    def _proven(self) -> str:
        """The order that some part above 12 proves; empty where none does."""
        proofs: dict[str, str] = {}
        for cell in set(self._cells()):
            try:
                first, second, _ = _date_parts(cell)
                if len(first) == 4:
                    continue
                before, after = _number(first), _number(second)
            except ValueError:
                continue
            if 12 < before <= 31 and 0 < after <= 12:
                proofs["dmy"] = cell
            elif 12 < after <= 31 and 0 < before <= 12:
                proofs["mdy"] = cell
        if len(proofs) == 2:
            raise DateOrderOpen(
                f"The file has day/month ({proofs['dmy'].strip()}) and month/day "
                f"({proofs['mdy'].strip()})",
                "; rows of the other kind are then rejected",
            )
        return next(iter(proofs), "")


def wall_clock(zone_name: str) -> WallClock:
    """The clock of a zone by its IANA name; raises InvalidValue where there is none."""
    return WallClock(zone_name, zone(zone_name))


class WallClock:
    """Reads local times of one zone as instants, and says where a clock change made it choose."""

    def __init__(self, zone_name: str, zone: tzinfo) -> None:
        """Take the zone's IANA name for sentences and the zone itself for sums."""
        self.name = zone_name
        self._zone = zone
        self._midnights: dict[date, datetime | None] = {}

    def span(self, start: tuple[date, int], stop: tuple[date, int]) -> tuple[Span, str]:
        """The span between two local (day, seconds after midnight), and a warning or nothing.

        A time that happens twice is the first, one that never happens is moved forward;
        where that would end the span before it starts, the other reading is taken.

        Raises:
            InvalidValue: The end is not after the start, or the span is too long.
        """
        begin, end = self._midnight(start[0]), self._midnight(stop[0])
        if begin and end:
            return Span(begin + timedelta(seconds=start[1]), end + timedelta(seconds=stop[1])), ""
        begins, ends = self._readings(*start), self._readings(*stop)
        if stop == start or (stop < start and ends[0] >= ends[1]):
            # Only an end that happens twice can read as earlier and still be later.
            raise InvalidValue("The end is not after the start: give an end that is later.")
        chosen = next(
            (pair for pair in product(begins, ends) if pair[0] < pair[1]), (begins[0], ends[0])
        )
        said = (self._said(start, begins, chosen[0]), self._said(stop, ends, chosen[1]))
        return Span(*chosen), " ".join(filter(None, said))

    def instant(self, day: date, seconds: int) -> tuple[datetime, str]:
        """The instant of a local time, and a warning or nothing; as in :meth:`span`."""
        midnight = self._midnight(day)
        if midnight:
            return midnight + timedelta(seconds=seconds), ""
        readings = self._readings(day, seconds)
        return readings[0], self._said((day, seconds), readings, readings[0])

    def _midnight(self, day: date) -> datetime | None:
        """Midnight of a day whose offset never changes; ``None`` where it does."""
        try:
            return self._midnights[day]
        except KeyError:
            pass
        edges = [datetime.combine(day + timedelta(days=more), time()) for more in (0, 1)]
        offsets = {
            edge.replace(tzinfo=self._zone, fold=fold).utcoffset()
            for edge in edges
            for fold in (0, 1)
        }
        steady = offsets.pop() if len(offsets) == 1 else None
        found = None if steady is None else edges[0].replace(tzinfo=UTC) - steady
        self._midnights[day] = found
        return found

    def _readings(self, day: date, seconds: int) -> tuple[datetime, datetime]:
        """Both instants a local time can mean; twice the same where nothing is odd.

        With ``fold=0`` an ambiguous time is the first one and an impossible one is moved
        forward by the length of the gap (PEP 495).
        """
        wall = datetime.combine(day, time()) + timedelta(seconds=seconds)
        return (
            wall.replace(tzinfo=self._zone, fold=0).astimezone(UTC),
            wall.replace(tzinfo=self._zone, fold=1).astimezone(UTC),
        )

    def _said(
        self, wall: tuple[date, int], readings: tuple[datetime, datetime], chosen: datetime
    ) -> str:
        first, second = readings
        if first == second:
            return ""
        clock = f"{wall[0]} {wall[1] // 3600:02}:{wall[1] // 60 % 60:02}"
        if first < second:
            which = "first" if chosen == first else "second"
            return f"{clock} happens twice in {self.name} (clocks go back): the {which} was taken."
        local = chosen.astimezone(self._zone)
        return f"{clock} never happens in {self.name} (clocks go forward): read as {local:%H:%M}."
