"""Changing what is logged: edit, split, delete."""

from __future__ import annotations

from tracker.domain.book import Draft
from tracker.domain.entry import What
from tracker.domain.errors import Refused
from tracker.domain.span import Amount, OpenSpan, Span, instant
from tracker.intents.ends import clear, edited_when
from tracker.intents.naming import known_spelling
from tracker.intents.overlap import Room
from tracker.intents.timer import unknown_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from tracker.domain.book import Book
    from tracker.domain.entry import Entry
    from tracker.domain.task import Task
    from tracker.intents.intent import Delete, Edit, Moment, Split


def edit(intent: Edit, book: Book, moment: Moment, *, trim: bool) -> Draft:
    """Change fields of one entry; what nobody changed is not checked again.

    An edit that changes nothing gives a draft that does nothing.

    Raises:
        Overlap: The entry would newly cover time of another and ``trim`` is false.
        Refused, InvalidValue: A field cannot be so; the message names it.
    """
    entry = _entry(intent.entry_id, book)
    when = edited_when(intent, entry, moment)
    changed = entry if when == entry.when else entry.replace(when=when)
    new_tasks: tuple[Task, ...] = ()
    if intent.task is not None:
        task, new_tasks = known_spelling(intent.task, book)
        changed = changed.replace(task=task)
    given = {
        field: value
        for field in ("project", "tags", "note", "billable")
        if (value := getattr(intent, field)) is not None
    }
    changed = changed.replace(**given) if given else changed
    if changed == entry:
        return Draft(f"edited {entry.task}")
    room = Room()
    if when != entry.when:
        clear(room, entry, when, book, moment, trim=trim)
    return Draft(f"edited {entry.task}", (*room.put, changed), tuple(room.delete), new_tasks)


def split(intent: Split, book: Book, moment: Moment) -> Draft:
    """Cut an entry in two; the earlier part keeps its id, and no time is lost.

    Raises:
        Refused: The entry has no clock times, or the time is not inside it.
    """
    entry = _entry(intent.entry_id, book)
    at, when = instant(intent.at), entry.when
    if isinstance(when, Amount):
        raise Refused(
            f"{entry.task} on {when.day.isoformat()} has no clock times to split at: "
            "edit its start and stop first."
        )
    if not _inside(at, when, moment):
        from tracker.intents.words import clock, what_and_when

        raise Refused(
            f"{clock(at, moment)} is not inside {what_and_when(entry, moment)}: "
            "give a time between its start and its end."
        )
    later_when = OpenSpan(at) if isinstance(when, OpenSpan) else Span(at, when.stop)
    later = entry.replace(id=moment.new_id(), when=later_when, origin="")
    new_tasks: tuple[Task, ...] = ()
    if intent.what is not None:
        later, new_tasks = _renamed(later, intent.what, book)
    earlier = entry.replace(when=Span(when.start, at))
    return Draft(f"split {entry.task}", (earlier, later), put_tasks=new_tasks)


def delete(intent: Delete, book: Book) -> Draft:
    """Delete entries; one that does not exist refuses them all."""
    entries = [_entry(entry_id, book) for entry_id in dict.fromkeys(intent.entry_ids)]
    if not entries:
        raise Refused("Say which entry to delete.")
    label = entries[0].task if len(entries) == 1 else f"{len(entries)} entries"
    return Draft(f"deleted {label}", delete=tuple(entry.id for entry in entries))


def _entry(entry_id: str, book: Book) -> Entry:
    entry = book.entry(entry_id)
    if entry is None:
        raise unknown_entry(entry_id)
    return entry


def _inside(at: datetime, when: Span | OpenSpan, moment: Moment) -> bool:
    """Whether both parts would be valid; a running later part may start now."""
    if isinstance(when, OpenSpan):
        return when.start < at <= moment.now
    return when.start < at < when.stop


def _renamed(later: Entry, what: What, book: Book) -> tuple[Entry, tuple[Task, ...]]:
    """``later`` with the words of ``what``.

    Another task brings its own project, tags and note; without one, only what is given
    changes.
    """
    if not what.task:
        what = What(
            later.task,
            what.project or later.project,
            what.tags or later.tags,
            what.note or later.note,
        )
    task, new_tasks = known_spelling(what.task, book)
    renamed = later.replace(task=task, project=what.project, tags=what.tags, note=what.note)
    return renamed, new_tasks
