"""What is in the way of new time, and how it makes room.

Time is half-open, so entries that only touch never overlap. A running entry covers the
time from its start until now.
"""

from __future__ import annotations

from datetime import timedelta

from tracker.domain.errors import Overlap, Refused
from tracker.domain.span import LONGEST_SPAN, OpenSpan, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tracker.domain.book import Book
    from tracker.domain.entry import Entry
    from tracker.intents.intent import Moment


class Room:
    """Entries to put and ids to delete so that a stretch of time is free."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.put: list[Entry] = []
        self.delete: list[str] = []

    def take(self, entry: Entry, pieces: tuple[Entry, ...]) -> None:
        """Let ``pieces`` stand for ``entry``; the first of them has its id."""
        self.put.extend(pieces)
        if not pieces:
            self.delete.append(entry.id)


def in_the_way(
    book: Book, start: datetime, stop: datetime | None, moment: Moment, *, but: frozenset[str]
) -> tuple[Entry, ...]:
    """Entries, other than those in ``but``, that cover some of ``[start, stop)``, in order.

    Without ``stop`` the new time runs: it covers all until now, and this very second.
    """
    until = stop or max(start, moment.now) + timedelta(seconds=1)
    if until - start > LONGEST_SPAN:
        raise Refused("That start is more than 31 days back: give a later one.")
    found = book.overlapping(Span(start, until))
    return tuple(entry for entry in found if entry.id not in but)


def make_room(
    room: Room,
    blocked: Sequence[Entry],
    start: datetime,
    stop: datetime | None,
    moment: Moment,
    *,
    trim: bool,
) -> None:
    """Cut ``[start, stop)`` out of the entries that cover it.

    Raises:
        Overlap: Something is in the way and ``trim`` is false.
    """
    if blocked and not trim:
        from tracker.intents.words import already_there

        raise Overlap(already_there(start, stop, blocked, moment), tuple(blocked))
    for entry in blocked:
        room.take(entry, without(entry, start, stop, moment))


def without(
    entry: Entry, start: datetime, stop: datetime | None, moment: Moment
) -> tuple[Entry, ...]:
    """``entry`` less ``[start, stop)``: no, one or two entries; the first keeps its id.

    Every second of the entry outside the hole stays; a running one runs on after it.
    """
    when = entry.when
    if not isinstance(when, (Span, OpenSpan)):
        return (entry,)
    pieces: list[Entry] = []
    if when.start < start:
        pieces.append(entry.replace(when=Span(when.start, start)))
    if stop is not None:
        after = _after(when, stop)
        if after is not None:
            later = entry if not pieces else entry.replace(id=moment.new_id(), origin="")
            pieces.append(later.replace(when=after))
    return tuple(pieces)


def _after(when: Span | OpenSpan, stop: datetime) -> Span | OpenSpan | None:
    """The part of ``when`` from ``stop`` on."""
    if isinstance(when, OpenSpan):
        return OpenSpan(max(when.start, stop))
    if when.stop > stop:
        return Span(max(when.start, stop), when.stop)
    return None
