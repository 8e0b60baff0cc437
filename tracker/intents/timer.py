"""The running timer: start, switch, continue, stop, cancel.

One timer runs at a time. Two machines, or an import, may bring more: starting stops them
all, stopping stops the newest and says which one still runs.
"""

from __future__ import annotations

from tracker.domain.book import Draft
from tracker.domain.entry import Entry, What
from tracker.domain.errors import Refused
from tracker.domain.span import LONGEST_SPAN, OpenSpan, Span, instant
from tracker.domain.value import Value
from tracker.intents.naming import known_spelling, same_name
from tracker.intents.overlap import Room, in_the_way, make_room

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from tracker.domain.book import Book
    from tracker.intents.intent import Continue, Moment, Start, Stop, Switch

_LOOK_BACK = 50
"""Entries looked through for the task before the running one."""


class _Timer(Value):
    """A timer that is wanted.

    Attributes:
        verb: Past tense, for the label.
        whole: Whether ``what`` says all there is; else words not given match anything.
    """

    verb: str
    what: What
    at: datetime | None
    billable: bool | None = None
    whole: bool = False


def start(intent: Start, book: Book, moment: Moment, *, trim: bool) -> Draft:
    """Run ``intent.what`` from ``intent.at`` on; what runs is stopped there.

    Raises:
        Overlap: Time since then is logged already and ``trim`` is false.
        Refused: The same runs already, the start is in the future, or nothing was ever logged.
    """
    running = book.running()
    what = intent.what
    if not what.task:
        what = _like(running[-1] if running else _last_finished(book, running), what)
    return _run(_Timer("started", what, intent.at), running, book, moment, trim=trim)


def switch(intent: Switch, book: Book, moment: Moment, *, trim: bool) -> Draft:
    """Like :func:`start`, for when something runs; without words, to the task before it."""
    running = book.running()
    if not running:
        raise Refused("Nothing is running, so there is nothing to switch from. Start it instead.")
    what = intent.what
    if not what.task:
        what = _like(_task_before(running[-1], book), what)
    return _run(_Timer("switched to", what, intent.at), running, book, moment, trim=trim)


def resume(intent: Continue, book: Book, moment: Moment, *, trim: bool) -> Draft:
    """Run again what an entry was about: its task, project, tags and billing, not its note."""
    running = book.running()
    model = book.entry(intent.entry_id) if intent.entry_id else _last_finished(book, running)
    if model is None:
        raise unknown_entry(intent.entry_id)
    what = What(model.task, model.project, model.tags)
    timer = _Timer("continued", what, intent.at, model.billable, whole=True)
    return _run(timer, running, book, moment, trim=trim)


def stop(intent: Stop, book: Book, moment: Moment) -> Draft:
    """Stop the newest timer at ``intent.at`` or now; one started this second leaves no entry.

    Raises:
        Refused: Nothing runs, or the time is before its start, in the future, or more than
            31 days later.
    """
    running = book.running()
    if not running:
        raise Refused("Nothing is running. Start with: ww start TASK")
    newest, others = running[-1], _others(running)
    if intent.at is None and newest.order()[0] == moment.now:
        return Draft(f"dropped {newest.task}, just started{others}", delete=(newest.id,))
    at = _stopping_time(newest, intent.at, moment)
    return Draft(f"stopped {newest.task}{others}", put=(_closed(newest, at, moment),))


def cancel(book: Book) -> Draft:
    """Throw the newest timer away."""
    running = book.running()
    if not running:
        raise Refused("Nothing is running, so there is nothing to cancel.")
    newest = running[-1]
    return Draft(f"cancelled {newest.task}{_others(running)}", delete=(newest.id,))


def unknown_entry(entry_id: str) -> Refused:
    """The refusal of an id that no entry has."""
    return Refused(f"There is no entry {entry_id}. List the log to see what there is.")


def _run(
    timer: _Timer, running: tuple[Entry, ...], book: Book, moment: Moment, *, trim: bool
) -> Draft:
    """Stop what runs, make room since ``timer.at`` and run ``timer`` from there."""
    task, new_tasks = known_spelling(timer.what.task, book)
    what = timer.what.replace(task=task)
    begin = _starting_time(timer.at, moment)
    if len(running) == 1:
        _refuse_same(what, running[0], moment, whole=timer.whole)
    room, ended = Room(), set[str]()
    for other in running:
        if _ends(other, begin, moment, room):
            ended.add(other.id)
    blocked = in_the_way(book, begin, None, moment, but=frozenset(ended))
    make_room(room, blocked, begin, None, moment, trim=trim)
    entry = Entry(
        id=moment.new_id(),
        task=task,
        when=OpenSpan(begin),
        zone=moment.zone,
        project=what.project,
        tags=what.tags,
        note=what.note,
        source="timer",
        billable=timer.billable,
    )
    return Draft(f"{timer.verb} {task}", (*room.put, entry), tuple(room.delete), new_tasks)


def _ends(other: Entry, begin: datetime, moment: Moment, room: Room) -> bool:
    """End the running ``other`` at ``begin`` if it can simply end there.

    One that has run for no time yet is dropped; one that started at or after ``begin`` has
    time of its own, and is in the way instead.
    """
    since = other.order()[0]
    if since > moment.now:
        raise _clock_stepped_back(other, since, moment)
    if since == moment.now:
        room.delete.append(other.id)
    elif since < begin:
        room.put.append(_closed(other, begin, moment))
    else:
        return False
    return True


def _starting_time(at: datetime | None, moment: Moment) -> datetime:
    if at is None:
        return moment.now
    begin = instant(at)
    if begin > moment.now:
        raise _in_the_future(begin, moment)
    return begin


def _stopping_time(timer: Entry, at: datetime | None, moment: Moment) -> datetime:
    since = timer.order()[0]
    if at is None:
        if since > moment.now:
            raise _clock_stepped_back(timer, since, moment)
        return moment.now
    end = instant(at)
    if end <= since:
        from tracker.intents.words import clock

        raise Refused(
            f"{timer.task} started at {clock(since, moment)}: give a time after that, "
            "or edit its start first."
        )
    if end > moment.now and since <= moment.now:
        raise _in_the_future(end, moment)
    return end


def _closed(timer: Entry, at: datetime, moment: Moment) -> Entry:
    """``timer`` stopped at ``at``, which is after its start."""
    since = timer.order()[0]
    if at - since > LONGEST_SPAN:
        from tracker.intents.words import clock

        raise Refused(
            f"{timer.task} has been running since {clock(since, moment)}, more than 31 days: "
            "stop it with the time it really ended."
        )
    return timer.replace(when=Span(since, at))


def _refuse_same(what: What, running: Entry, moment: Moment, *, whole: bool) -> None:
    """Raise Refused where what runs is what is wanted."""
    if not same_name(what.task, running.task):
        return
    if (what.project or whole) and not same_name(what.project, running.project):
        return
    if (what.tags or whole) and set(what.tags) != set(running.tags):
        return
    if what.note and what.note != running.note:
        return
    from tracker.intents.words import clock

    raise Refused(
        f"{running.task} is already running since {clock(running.order()[0], moment)}. "
        "Edit it to change when it started."
    )


def _like(entry: Entry, what: What) -> What:
    """The task of ``entry``, and its project and tags where ``what`` gives none."""
    return What(entry.task, what.project or entry.project, what.tags or entry.tags, what.note)


def _last_finished(book: Book, running: tuple[Entry, ...]) -> Entry:
    for entry in book.latest(len(running) + 1):
        if not entry.running:
            return entry
    raise Refused("Nothing is finished yet, so there is nothing to continue. Say what to start.")


def _task_before(current: Entry, book: Book) -> Entry:
    for entry in book.latest(_LOOK_BACK):
        if not same_name(entry.task, current.task):
            return entry
    raise Refused(f"No other task was logged before {current.task}: say what to switch to.")


def _others(running: tuple[Entry, ...]) -> str:
    """A label's last words where more than the newest timer runs."""
    return f"; {running[-2].task} still runs" if len(running) > 1 else ""


def _in_the_future(at: datetime, moment: Moment) -> Refused:
    from tracker.intents.words import clock

    return Refused(
        f"{clock(at, moment)} is in the future: it is {clock(moment.now, moment)}. "
        "Give a time that has passed."
    )


def _clock_stepped_back(timer: Entry, since: datetime, moment: Moment) -> Refused:
    from tracker.intents.words import clock

    return Refused(
        f"{timer.task} started at {clock(since, moment)}, later than this computer's clock "
        f"({clock(moment.now, moment)}). Set the clock right, or stop it with the time it ended."
    )
