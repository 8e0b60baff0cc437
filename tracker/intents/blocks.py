"""Finished time: blocks with clock times, and amounts on a day."""

from __future__ import annotations

from tracker.domain.book import Draft
from tracker.domain.entry import Entry
from tracker.domain.errors import Refused
from tracker.domain.span import Amount, Span
from tracker.intents.naming import known_spelling
from tracker.intents.overlap import Room, in_the_way, make_room

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.domain.book import Book
    from tracker.intents.intent import Add, Moment


def add(intent: Add, book: Book, moment: Moment, *, trim: bool) -> Draft:
    """Log finished time; the timer, if one runs, runs on.

    Raises:
        Overlap: Some of it is logged already and ``trim`` is false.
        Refused: It lies in the future.
        InvalidValue: The task has no name, or a text is too long.
    """
    what, when = intent.what, intent.when
    task, new_tasks = known_spelling(what.task, book)
    entry = Entry(
        moment.new_id(),
        task,
        when,
        moment.zone,
        what.project,
        what.tags,
        what.note,
    )
    room = Room()
    if isinstance(when, Span):
        refuse_future(when, moment)
        blocked = in_the_way(book, when.start, when.stop, moment, but=frozenset())
        make_room(room, blocked, when.start, when.stop, moment, trim=trim)
    else:
        refuse_future_day(when, moment)
    return Draft(f"added {task}", (*room.put, entry), tuple(room.delete), new_tasks)


def refuse_future(when: Span, moment: Moment) -> None:
    """Raise Refused where ``when`` ends after now."""
    if when.stop <= moment.now:
        return
    from tracker.intents.words import clock, stretch

    raise Refused(
        f"{stretch(when.start, when.stop, moment)} ends in the future: it is "
        f"{clock(moment.now, moment)}. Give an end that has passed, or start a timer."
    )


def refuse_future_day(when: Amount, moment: Moment) -> None:
    """Raise Refused where the day of ``when`` has not come yet where the person is."""
    if when.day < moment.now.date():
        return
    from tracker.intents.words import local

    today = local(moment.now, moment).date()
    if when.day > today:
        raise Refused(
            f"{when.day.isoformat()} is in the future: today is {today.isoformat()}. "
            "Give a day that has come."
        )
