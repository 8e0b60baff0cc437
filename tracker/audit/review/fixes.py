"""The likely ways to put a finding right, the likeliest first; "it is right" comes last."""

from __future__ import annotations

from datetime import timedelta

from tracker.audit.review.finding import Double, Forgotten, Gap, Long, Odd, Repeated, Unsorted
from tracker.domain.entry import What
from tracker.domain.repair import (
    BREAK,
    Carve,
    Cut,
    Fill,
    Leave,
    Remove,
    Retime,
    Sort,
    Take,
)
from tracker.domain.span import OpenSpan, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tracker.audit.review.finding import Finding
    from tracker.domain.entry import Entry
    from tracker.domain.repair import Fix

BREAK_SECONDS = (15 * 60, 120 * 60)
"""A gap of such a length around noon is likely a break."""


def fixes(finding: Finding, *, midday: bool = False) -> tuple[Fix, ...]:
    """What can be done about it.

    Args:
        finding: Any of them.
        midday: Of a gap, whether it holds the owner's noon: then a break is likeliest.
    """
    return (*_ways(finding, midday=midday), Leave(finding.key))


def _ways(finding: Finding, *, midday: bool) -> tuple[Fix, ...]:
    match finding:
        case Gap():
            return tuple(_of_gap(finding, midday=midday))
        case Double():
            return _of_double(finding)
        case Repeated(entry=entry, again=again):
            return _of_repeated(entry, again)
        case Unsorted(task=task, near=near):
            return tuple(Sort(task, category) for category in near)
        case _:
            return _of_one_entry(finding)


def _of_one_entry(finding: Long | Odd | Forgotten) -> tuple[Fix, ...]:
    match finding:
        case Long():
            return tuple(_of_long(finding))
        case Odd():
            return tuple(_of_odd(finding))
        case Forgotten():
            return _of_forgotten(finding)


def _of_gap(gap: Gap, *, midday: bool) -> Iterator[Fix]:
    """A suggestion knows best; then a break at noon; then what was done around it."""
    for entry in gap.suggested:
        yield from _suggested(gap, entry)
    pause = Fill(What(BREAK), gap.span, "break")
    likely = midday and BREAK_SECONDS[0] <= gap.span.seconds <= BREAK_SECONDS[1]
    if likely:
        yield pause
    before, after = gap.before, gap.after
    if before is not None:
        yield Fill(_what(before), gap.span, "before")
    if after is not None and (before is None or _what(after) != _what(before)):
        yield Fill(_what(after), gap.span, "after")
    if not likely:
        yield pause


def _suggested(gap: Gap, entry: Entry) -> Iterator[Fix]:
    when = entry.when
    if not isinstance(when, Span):
        return
    start, stop = max(when.start, gap.span.start), min(when.stop, gap.span.stop)
    if (start, stop) == (when.start, when.stop):
        yield Take(entry.id, _what(entry), when)
    elif start < stop:
        yield Fill(_what(entry), Span(start, stop), "suggested")


def _what(entry: Entry) -> What:
    """What it was about; its note speaks of that one time."""
    return What(entry.task, entry.project, entry.tags)


def _of_double(double: Double) -> tuple[Fix, ...]:
    """Let the earlier one give way; then the other. One inside the other is the truer of the two.

    Whoever logs a call inside an afternoon of work means the call.
    """
    earlier = Carve(double.first.id, double.first.task, double.span)
    later = Carve(double.second.id, double.second.task, double.span)
    if _whole(double.first, double.span):
        return (later, earlier)
    return (earlier, later)


def _whole(entry: Entry, span: Span) -> bool:
    return isinstance(entry.when, Span) and entry.when == span


def _of_repeated(entry: Entry, again: Entry) -> tuple[Fix, ...]:
    """The second goes; which of the two matters only where they say different things."""
    second = Remove(again.id, again.task, "repeated")
    if (_what(entry), entry.note) == (_what(again), again.note):
        return (second,)
    return (second, Remove(entry.id, entry.task, "first"))


def _of_long(long: Long) -> Iterator[Fix]:
    start, stop = long.span.start, long.span.stop
    ends: list[tuple[datetime, str]] = []
    if long.day_ends is not None:
        ends.append((long.day_ends, "hours"))
    if 0 < long.usual_seconds < long.span.seconds:
        ends.append((start + timedelta(seconds=long.usual_seconds), "usual"))
    for end, why in ends:
        if start < end < stop:
            yield Retime(long.entry.id, Span(start, end), why)
    yield Cut(long.entry.id, start + timedelta(seconds=long.span.seconds // 120 * 60))


def _of_odd(odd: Odd) -> Iterator[Fix]:
    if odd.noon is not None:
        yield Retime(odd.entry.id, odd.noon, "noon")
    yield Remove(odd.entry.id, odd.entry.task, "never")


def _of_forgotten(forgotten: Forgotten) -> tuple[Fix, ...]:
    entry = forgotten.entry
    if not isinstance(entry.when, OpenSpan):
        return ()
    start = entry.when.start
    stops = [Retime(entry.id, Span(start, at), why) for at, why in forgotten.stops]
    return (*stops, Remove(entry.id, entry.task, "never"))
