"""What a fix does to the log, as a wish; and how a stretch is taken out of one entry."""

from __future__ import annotations

from tracker.domain.book import Draft
from tracker.domain.errors import Refused
from tracker.domain.repair import Carve, Cut, Fill, Remove, Retime, Sort, Take
from tracker.domain.span import Amount
from tracker.intents.intent import Accept, Add, Amend, Delete, Edit, Split, Trim
from tracker.intents.overlap import Room, without
from tracker.intents.timer import unknown_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.domain.book import Book
    from tracker.intents.intent import Intent, Moment

    Repairing = Fill | Take | Retime | Carve | Cut | Remove | Sort


def wish(fix: Repairing) -> Intent:
    """The one change that puts it right.

    :class:`~tracker.domain.repair.Leave` changes no entry: see ``intents.review.settle``.
    """
    match fix:
        case Fill(what=what, span=span):
            return Add(what, span)
        case Take(suggestion_id=suggestion):
            return Accept((suggestion,))
        case Sort(task=task, category=category):
            return Amend(task, (("category", category),))
        case _:
            return _changed(fix)


def _changed(fix: Retime | Carve | Cut | Remove) -> Intent:
    match fix:
        case Retime(entry_id=entry, span=span):
            return Edit(entry, start=span.start, stop=span.stop)
        case Carve(entry_id=entry, span=span):
            return Trim(entry, span)
        case Cut(entry_id=entry, at=at):
            return Split(entry, at)
        case Remove(entry_id=entry):
            return Delete((entry,))


def trim(intent: Trim, book: Book, moment: Moment) -> Draft:
    """Take a stretch out of one entry; whatever else lies there stays.

    Raises:
        Refused: There is no such entry, it has no clock times, or none of them in the stretch.
    """
    entry = book.entry(intent.entry_id)
    if entry is None:
        raise unknown_entry(intent.entry_id)
    if isinstance(entry.when, Amount):
        raise Refused(f"{entry.task} has no clock times: edit how long it took instead.")
    pieces = without(entry, intent.span.start, intent.span.stop, moment)
    if pieces == (entry,):
        raise Refused(f"{entry.task} is not logged there any more: look at the day again.")
    room = Room()
    room.take(entry, pieces)
    return Draft(f"trimmed {entry.task}", tuple(room.put), tuple(room.delete))
