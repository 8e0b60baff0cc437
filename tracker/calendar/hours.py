"""Local hours as ranges of seconds, whatever the clocks do."""

from __future__ import annotations

from datetime import UTC, datetime

from tracker.calendar.local import zone as _zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

_QUARTER = 900
"""Seconds; clocks have only ever changed by, and at, whole quarters of an hour since 1973."""


def hour_slots(
    midnights: Sequence[int], zone: str | tzinfo
) -> tuple[tuple[int, int, int, int], ...]:
    """``(start, stop, hour, day)``: all the time between the first and the last of ``midnights``.

    ``hour`` is what the clock shows, 0-23, ``day`` the place of the day. Slots follow each other
    without a gap and none is longer than an hour. An hour that comes twice, or half of it again,
    has two of them, one that is skipped none.

    Args:
        midnights: Epoch seconds at which each day begins, and where the last ends.
        zone: IANA name or tzinfo.
    """
    named = _zone(zone)
    return tuple(
        (start, stop, hour, day)
        for day in range(len(midnights) - 1)
        for start, stop, hour in _of_day(midnights[day], midnights[day + 1], named)
    )


def _of_day(start: int, stop: int, zone: tzinfo) -> Iterator[tuple[int, int, int]]:
    """The hours of one day; by the quarter where the clocks change."""
    first, last = (datetime.fromtimestamp(second, UTC).astimezone(zone) for second in (start, stop))
    if first.utcoffset() == last.utcoffset() and (stop - start) == 86_400:
        yield from _plain(start, stop, first.hour, first.minute * 60 + first.second)
        return
    began, hour, offset = start, first.hour, first.utcoffset()
    at = start - start % _QUARTER + _QUARTER
    while at < stop:
        shown = datetime.fromtimestamp(at, UTC).astimezone(zone)
        # Half an hour back, as on Lord Howe, is still the same hour, and no new one begins.
        if shown.hour != hour or shown.minute == 0 or shown.utcoffset() != offset:
            yield began, at, hour
            began, hour, offset = at, shown.hour, shown.utcoffset()
        at += _QUARTER
    if began < stop:
        yield began, stop, hour


def _plain(start: int, stop: int, hour: int, past: int) -> Iterator[tuple[int, int, int]]:
    """Hour after hour, the first of them ``past`` seconds old already."""
    at = start
    while at < stop:
        until = min(stop, at + 3600 - past)
        yield at, until, hour
        at, hour, past = until, (hour + 1) % 24, 0
