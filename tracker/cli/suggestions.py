"""``suggestions``: what a calendar or a watcher thinks was done, to accept, change or drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused, UsageError
from tracker.intents.intent import Accept, Dismiss, Revise

if TYPE_CHECKING:
    from tracker.cli.context import Context
    from tracker.domain.entry import Entry
    from tracker.intents.intent import Suggested

_HINT = "Log them with: ww suggestions accept s1 s2, or all; or drop them."


def suggestions(context: Context) -> int:
    """List them, or settle some."""
    words = context.request.words
    waiting = context.log.suggestions()
    if not words:
        return _list(context, waiting)
    verb, *handles = words
    if verb not in {"accept", "drop", "edit"}:
        raise UsageError(f'"{verb}" is not accept, drop or edit. {_HINT}')
    ids = _ids(handles, waiting)
    if verb == "drop":
        return _settle(context, Dismiss(ids))
    if verb == "accept":
        return _settle(context, Accept(ids, context.request.get("task") or ""))
    return _settle(context, _revised(context, ids))


def _list(context: Context, waiting: tuple[Entry, ...]) -> int:
    from tracker.cli.change import described

    if context.json:
        from tracker.exchange.record import entry_record

        context.print.json(
            [
                {"handle": f"s{place}", **entry_record(entry, context.now)}
                for place, entry in enumerate(waiting, 1)
            ]
        )
        return 0
    if not waiting:
        context.print.line("No suggestions. ww import ical FILE --suggest makes some.")
        return 0
    rows = [(f"s{place}", described(e, context.clock)) for place, e in enumerate(waiting, 1)]
    for line in context.print.table(rows, stretch=1):
        context.print.line(line)
    context.print.line(_HINT)
    return 0


def _ids(handles: list[str], waiting: tuple[Entry, ...]) -> tuple[str, ...]:
    """Ids of what ``s1 s3``, ids, or ``all`` name."""
    if not handles:
        raise UsageError("Name suggestions, such as s1 s3, or all.")
    if [handle.casefold() for handle in handles] == ["all"]:
        if not waiting:
            raise Refused("There are no suggestions.")
        return tuple(entry.id for entry in waiting)
    known = {f"s{place}": entry.id for place, entry in enumerate(waiting, 1)}
    known |= {entry.id: entry.id for entry in waiting}
    for handle in handles:
        if handle.casefold() not in known:
            raise Refused(f'There is no suggestion "{handle}": ww suggestions lists them.')
    return tuple(known[handle.casefold()] for handle in handles)


def _revised(context: Context, ids: tuple[str, ...]) -> Revise:
    request = context.request
    given = {field: request.get(field) for field in ("task", "project", "note")}
    tags = request.all("tag") or None
    if len(ids) != 1 or not (tags or any(value is not None for value in given.values())):
        raise UsageError("Change one at a time: ww suggestions edit s1 --task Email")
    return Revise(ids[0], given["task"], given["project"], tags, given["note"])


def _settle(context: Context, intent: Suggested) -> int:
    from tracker.cli.change import record, sentences
    from tracker.intents.decide import decide

    moment, trim = context.moment(), context.request.has("trim")
    change = context.log.change(lambda book: decide(intent, book, moment, trim=trim))
    if context.json:
        context.print.json(record(context, change))
        return 0
    said = sentences(change, context.clock)
    if not said or len(said) > 10:
        said = [f"{change.label[:1].upper()}{change.label[1:]}."]
    for sentence in said:
        context.print.line(context.print.name(sentence))
    return 0
