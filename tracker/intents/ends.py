"""The time of an entry after an edit: which ends move, and what that covers anew."""

from __future__ import annotations

from tracker.domain.errors import Refused
from tracker.domain.span import Amount, OpenSpan, Span, instant
from tracker.intents.overlap import in_the_way, make_room

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from tracker.domain.book import Book
    from tracker.domain.entry import Entry
    from tracker.domain.span import When
    from tracker.intents.intent import Edit, Moment
    from tracker.intents.overlap import Room


def edited_when(intent: Edit, entry: Entry, moment: Moment) -> When:
    """The time of ``entry`` after the edit, checked only where it changes.

    Raises:
        Refused: An end is not after its start, or in the future; the message names it.
        InvalidValue: It would be longer than 31 days.
    """
    when = intent.when or entry.when
    if intent.start is not None or intent.stop is not None:
        when = _with_ends(intent.start, intent.stop, when, moment)
    if when != entry.when:
        _refuse_future(when, entry.when, moment)
    return when


def clear(room: Room, entry: Entry, when: When, book: Book, moment: Moment, *, trim: bool) -> None:
    """Make room for ``entry`` at ``when``; an amount needs none.

    Overlaps that were there before (an import brought them) do not bar an edit; covering
    more of another entry does.
    """
    if isinstance(when, Amount):
        return
    but = frozenset((entry.id,))
    if not any(
        in_the_way(book, start, stop, moment, but=but)
        for start, stop in newly_covered(entry.when, when)
    ):
        return
    stop = when.stop if isinstance(when, Span) else None
    blocked = in_the_way(book, when.start, stop, moment, but=but)
    make_room(room, blocked, when.start, stop, moment, trim=trim)


def newly_covered(old: When, new: Span | OpenSpan) -> tuple[tuple[datetime, datetime | None], ...]:
    """The half-open stretches of ``new`` that ``old`` did not cover; ``None`` is until now."""
    stop = new.stop if isinstance(new, Span) else None
    if isinstance(old, Amount):
        return ((new.start, stop),)
    parts: list[tuple[datetime, datetime | None]] = []
    if new.start < old.start:
        parts.append((new.start, old.start if stop is None else min(stop, old.start)))
    if isinstance(old, Span) and (stop is None or stop > old.stop):
        parts.append((max(new.start, old.stop), stop))
    return tuple(parts)


def _with_ends(
    start: datetime | None, stop: datetime | None, when: When, moment: Moment
) -> Span | OpenSpan:
    """``when`` with its start, its stop or both moved."""
    first = instant(start) if start is not None else _start(when)
    last = instant(stop) if stop is not None else _stop(when)
    if last is None and isinstance(when, OpenSpan):
        return OpenSpan(first)
    if last is None:
        raise _no_clock_times()
    if last <= first:
        from tracker.intents.words import clock

        if stop is None:
            raise Refused(
                f"The start {clock(first, moment)} is not before the stop "
                f"{clock(last, moment)}: give an earlier start."
            )
        raise Refused(
            f"The stop {clock(last, moment)} is not after the start "
            f"{clock(first, moment)}: give a later stop."
        )
    return Span(first, last)


def _start(when: When) -> datetime:
    if isinstance(when, Amount):
        raise _no_clock_times()
    return when.start


def _stop(when: When) -> datetime | None:
    return when.stop if isinstance(when, Span) else None


def _no_clock_times() -> Refused:
    return Refused(
        "That entry is an amount of time on a day: give both a start and a stop to turn it "
        "into a block."
    )


def _refuse_future(when: When, old: When, moment: Moment) -> None:
    """Raise Refused where an end that changed lies after now."""
    if isinstance(when, Amount):
        from tracker.intents.blocks import refuse_future_day

        return refuse_future_day(when, moment)
    name, end = ("stop", when.stop) if isinstance(when, Span) else ("start", when.start)
    if end <= moment.now or (isinstance(old, Span) and end == old.stop):
        return None
    from tracker.intents.words import clock

    raise Refused(
        f"The {name} {clock(end, moment)} is in the future: it is {clock(moment.now, moment)}. "
        f"Give a {name} that has passed."
    )
