"""What every export shares: rows in order, instants as text, entries counted.

An export is made straight from the rows of the ledgers (:func:`~tracker.exchange.record.stored`
says how they look): forty thousand entries are normal, and a value for each would cost more
than all the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, tzinfo
from operator import itemgetter
from time import gmtime
from typing import Any

from tracker.exchange.record import zone_of

Row = dict[str, Any]
DAY = 86_400
_STARTS = itemgetter("start", "id")
_NOON = 12 * 3600


def began(row: Row) -> int:
    """Epoch seconds a row is ordered by: its start, or UTC noon of its day."""
    if "day" in row:
        return _days(row["day"]) * DAY + _NOON
    start: int = row["start"]
    return start


def length(row: Row, now: int) -> int:
    """Seconds; of a running one those until ``now``."""
    if "day" in row:
        return int(row["seconds"])
    return max(0, int(row.get("stop", now)) - int(row["start"]))


def in_order(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows by start, then by id; those of one month are held at a time.

    The store gives months in order and what runs last; so does this, and a timer that was
    forgotten for a month comes after what was logged since.
    """
    held: list[Row] = []
    following = 0
    for row in rows:
        start = row["start"] if "start" in row else began(row)
        if start >= following:
            yield from _sorted(held)
            held = []
            following = _next_month(start)
        held.append(row)
    yield from _sorted(held)


def _sorted(rows: list[Row]) -> list[Row]:
    """By start, then by id; in C where nothing is an amount."""
    timed = all("start" in row for row in rows)
    return sorted(rows, key=_STARTS if timed else _place)


def _place(row: Row) -> tuple[int, str]:
    return began(row), row["id"]


def _next_month(second: int) -> int:
    year, month = gmtime(second)[:2]
    following = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    return int(following.timestamp())


def _days(day: str) -> int:
    return date.fromisoformat(day).toordinal() - _EPOCH


_EPOCH = date(1970, 1, 1).toordinal()


class LocalTimes:
    """Epoch seconds as ISO 8601 in a zone; the text of each day and each clock time is made once.

    A day whose offset changes is asked for second by second.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._zones: dict[str, tuple[tzinfo, dict[int, tuple[int, str] | None]]] = {}
        self._dates = _Remembered(_date)
        self._clocks = _Remembered(_clock)

    def of(self, zone: str) -> Callable[[int], str]:
        """A function from epoch seconds to ``2026-11-19T09:15:00+01:00``."""
        there = zone_of(zone)
        offsets = _Remembered(lambda day: _offset(day, there))
        dates, clocks = self._dates, self._clocks

        def text(second: int) -> str:
            found = offsets[second // DAY]
            if found is None:
                return datetime.fromtimestamp(second, there).isoformat()
            day, clock = divmod(second + found[0], DAY)
            return f"{dates[day]}{clocks[clock]}{found[1]}"

        return text


class _Remembered(dict[int, Any]):
    """Answers of a function of a number."""

    def __init__(self, ask: Callable[[int], Any]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, number: int) -> Any:
        answer = self[number] = self._ask(number)
        return answer


def _date(day: int) -> str:
    return date.fromordinal(day + _EPOCH).isoformat()


def _clock(second: int) -> str:
    return f"T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def _offset(day: int, zone: tzinfo) -> tuple[int, str] | None:
    """Offset in seconds and as text of a whole UTC day; ``None`` where it changes in it."""
    first, last = (
        datetime.fromtimestamp(second, zone) for second in (day * DAY, (day + 1) * DAY - 1)
    )
    offset = first.utcoffset()
    if offset is None or offset != last.utcoffset():
        return None
    return round(offset.total_seconds()), first.isoformat()[19:]
