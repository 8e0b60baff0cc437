"""The log as klog's plain text (its public specification, version 1.4): a record a day.

klog keeps minutes and has no zones: times are rounded to the nearest minute (what would vanish
stays one minute long) on the clock of the zone they were logged in. Where a clock change makes
clock times tell another length, and only there, the length is written instead of the times. What
lasts past the day after it began is cut at midnight. The project is the tag ``#project=...``, a
tag that klog could not read is ``#tag="..."``; the note stands on the line below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from tracker.exchange.record import zone_of
from tracker.exchange.stream import Row

_MINUTE = 60


class _Line(NamedTuple):
    """One entry: the day of its record, its time as text, whether it is open."""

    day: date
    time: str
    open: bool = False


def export_klog(rows: Iterable[Row], notes: list[str]) -> Iterator[str]:
    """The text of the export, entry by entry.

    Args:
        rows: In the order they are to appear.
        notes: Gets a sentence where entries were too short for minutes.
    """
    day: date | None = None
    opened = False
    short = 0
    for row in rows:
        short += "stop" in row and row["stop"] - row["start"] < _MINUTE // 2
        for line in _lines(row):
            if line.day != day or (line.open and opened):
                yield f"{'' if day is None else chr(10)}{line.day.isoformat()}\n"
                day, opened = line.day, False
            opened = opened or line.open
            yield f"    {line.time} {_summary(row)}\n"
            if "note" in row:
                yield f"        {row['note']}\n"
    if short:
        what = "1 entry" if short == 1 else f"{short:,} entries"
        notes.append(f"{what} of less than half a minute: klog has them as one minute.")


def _lines(row: Row) -> Iterator[_Line]:
    """The entries that klog needs for one of ours: nearly always one."""
    if "day" in row:
        yield _Line(date.fromisoformat(row["day"]), _length(max(1, _minutes(row["seconds"]))))
        return
    zone = zone_of(row["zone"])
    start = _minutes(row["start"])
    began = _wall(start, zone)
    if "stop" not in row:
        yield _Line(began.date(), f"{_clock(began)} - ?", open=True)
        return
    stop = max(start + 1, _minutes(row["stop"]))
    while (_wall(stop, zone).date() - _wall(start, zone).date()).days > 1:
        midnight = _midnight_after(start, zone)
        yield _stretch(start, midnight, zone)
        start = midnight
    yield _stretch(start, stop, zone)


def _stretch(start: int, stop: int, zone: tzinfo) -> _Line:
    """``9:15 - 10:30``, ``22:00 - 1:00>``; or a length where the clocks were changed."""
    first, last = _wall(start, zone), _wall(stop, zone)
    if last - first != timedelta(minutes=stop - start):
        return _Line(first.date(), _length(stop - start))
    shift = ">" if last.date() > first.date() else ""
    return _Line(first.date(), f"{_clock(first)} - {_clock(last)}{shift}")


def _minutes(seconds: int) -> int:
    """To the nearest minute, half a minute up."""
    return (seconds + _MINUTE // 2) // _MINUTE


def _wall(minute: int, zone: tzinfo) -> datetime:
    """The clock on the wall, without its zone."""
    return datetime.fromtimestamp(minute * _MINUTE, zone).replace(tzinfo=None, fold=0)


def _midnight_after(minute: int, zone: tzinfo) -> int:
    """The minute at which the next local day begins."""
    wall = _wall(minute, zone)
    midnight = datetime.combine(wall.date() + timedelta(days=1), datetime.min.time(), zone)
    return _minutes(int(midnight.timestamp()))


def _clock(wall: datetime) -> str:
    return f"{wall.hour}:{wall.minute:02}"


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours}h{rest}m" if hours and rest else f"{hours}h" if hours else f"{rest}m"


def _summary(row: Row) -> str:
    words = [row["task"]]
    if "project" in row:
        words.append(f"#project={_value(row['project'])}")
    words += [f"#{tag}" if _bare(tag) else f"#tag={_value(tag)}" for tag in row.get("tags", ())]
    return " ".join(words)


def _bare(text: str) -> bool:
    """Whether klog reads it as one tag: letters, digits, ``_`` and ``-``."""
    return all(mark.isalpha() or mark.isdigit() or mark in "_-" for mark in text)


def _value(text: str) -> str:
    """The value of a tag, in quotes where it needs them; klog has no way to escape one."""
    if _bare(text):
        return text
    return f'"{text}"' if '"' not in text else f"'{text.replace(chr(39), chr(8217))}'"
