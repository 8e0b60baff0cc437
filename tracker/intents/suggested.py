"""What may have been done and waits: accepting, dropping and changing suggestions."""

from __future__ import annotations

from tracker.domain.book import Draft
from tracker.domain.errors import Overlap, Refused
from tracker.domain.span import Span
from tracker.intents.intent import Accept, Dismiss
from tracker.intents.naming import known_spelling
from tracker.intents.overlap import Room, in_the_way, without

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.book import Book
    from tracker.domain.entry import Entry
    from tracker.domain.task import Task
    from tracker.intents.intent import Moment, Revise, Suggested


def settle(intent: Suggested, book: Book, moment: Moment, *, trim: bool) -> Draft:
    """What becomes of suggestions.

    Raises:
        Overlap: Some of their time is logged already and ``trim`` is false.
        Refused: One of them is not there any more, or they overlap each other.
        InvalidValue: A text cannot be so.
    """
    waiting = {entry.id: entry for entry in book.suggestions()}
    if isinstance(intent, Accept):
        return _accept(intent, _chosen(intent.ids, waiting), book, moment, trim=trim)
    if isinstance(intent, Dismiss):
        dropped = _chosen(intent.ids, waiting)
        return Draft(f"dropped {_counted(dropped)}", drop_suggestions=_ids(dropped))
    return _revise(intent, _chosen((intent.entry_id,), waiting)[0])


def _chosen(ids: tuple[str, ...], waiting: dict[str, Entry]) -> list[Entry]:
    if not ids:
        raise Refused("No suggestion was named.")
    if any(key not in waiting for key in ids):
        raise Refused("That suggestion has been settled already: list those that wait.")
    return sorted((waiting[key] for key in dict.fromkeys(ids)), key=lambda it: it.order())


def _accept(
    intent: Accept, chosen: list[Entry], book: Book, moment: Moment, *, trim: bool
) -> Draft:
    entries: list[Entry] = []
    tasks: dict[str, Task] = {}
    for entry in chosen:
        name, new = known_spelling(intent.task or entry.task, book)
        for task in new:
            name = tasks.setdefault(name.casefold(), task).name
        entries.append(entry.replace(task=name, revised=""))
    _refuse_each_other(entries)
    room = _room(entries, book, moment, trim=trim)
    return Draft(
        f"accepted {_counted(chosen)}",
        (*room.put, *entries),
        tuple(room.delete),
        tuple(tasks.values()),
        drop_suggestions=_ids(chosen),
    )


def _refuse_each_other(entries: Sequence[Entry]) -> None:
    """Raise Refused where two of them cover the same time; they are in order."""
    latest: tuple[Span, str] | None = None
    for entry in entries:
        when = entry.when
        if not isinstance(when, Span):
            continue
        if latest and when.start < latest[0].stop:
            raise Refused(f"{latest[1]} and {entry.task} overlap: accept one, then the other.")
        latest = (when, entry.task)


def _room(entries: Sequence[Entry], book: Book, moment: Moment, *, trim: bool) -> Room:
    """The time of all the entries cut out of what is logged."""
    pieces: dict[str, tuple[Entry, tuple[Entry, ...]]] = {}
    for entry in entries:
        when = entry.when
        if not isinstance(when, Span):
            continue
        blocked = in_the_way(book, when.start, when.stop, moment, but=frozenset())
        if blocked and not trim:
            from tracker.intents.words import already_there

            raise Overlap(already_there(when.start, when.stop, blocked, moment), tuple(blocked))
        for held in blocked:
            _, parts = pieces.get(held.id, (held, (held,)))
            kept = [p for part in parts for p in _without(part, when, moment)]
            pieces[held.id] = (held, tuple(kept))
    room = Room()
    for held, parts in pieces.values():
        room.take(held, parts)
    return room


def _without(part: Entry, hole: Span, moment: Moment) -> tuple[Entry, ...]:
    """``part`` less the hole; whole where it does not reach into it."""
    when = part.when
    if isinstance(when, Span) and not when.overlap(hole):
        return (part,)
    return without(part, hole.start, hole.stop, moment)


def _revise(intent: Revise, entry: Entry) -> Draft:
    given = {
        field: value
        for field in ("task", "project", "tags", "note")
        if (value := getattr(intent, field)) is not None
    }
    changed = entry.replace(**given)
    return Draft(f"changed the suggestion {changed.task}", put_suggestions=(changed,))


def _ids(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)


def _counted(entries: Sequence[Entry]) -> str:
    if len(entries) == 1:
        return f"the suggestion {entries[0].task}"
    return f"{len(entries)} suggestions"
