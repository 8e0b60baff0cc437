"""Doing what is wanted, and saying in one line what was done."""

from __future__ import annotations

from tracker.domain.span import Amount, OpenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.cli.clock import Clock
    from tracker.cli.context import Context
    from tracker.domain.book import Change
    from tracker.domain.entry import Entry
    from tracker.intents.intent import Intent


def perform(context: Context, intent: Intent) -> int:
    """Let the rules decide under the lock, and tell what came of it."""
    from tracker.intents.decide import decide

    moment = context.moment()
    trim = context.request.has("trim")
    change = context.log.change(lambda book: decide(intent, book, moment, trim=trim))
    tell(context, change)
    return 0


def tell(context: Context, change: Change, lead: str = "") -> None:
    """One line for a person, ``lead`` first; or the change as JSON."""
    if context.json:
        context.print.json(record(context, change))
        return
    text = lead + " ".join(sentences(change, context.clock))
    context.print.line(context.print.name(text or change.label))


def record(context: Context, change: Change) -> dict[str, object]:
    """A change as JSON: what was done, the entries as they are now, the ids that are gone."""
    from tracker.exchange.record import entry_record

    kept = {entry.id for entry in change.after}
    return {
        "change": change.number,
        "kind": change.kind,
        "label": change.label,
        "entries": [entry_record(entry, context.now) for entry in change.after],
        "deleted": [entry.id for entry in change.before if entry.id not in kept],
    }


def sentences(change: Change, clock: Clock) -> list[str]:
    """What became of each entry, the newest first, each as one sentence."""
    before = {entry.id: entry for entry in change.before}
    after = {entry.id: entry for entry in change.after}
    said = [_came(entry, before.get(entry.id), clock) for entry in reversed(change.after)]
    said += [
        f"Deleted {described(entry, clock)}." for entry in change.before if entry.id not in after
    ]
    return said


def _came(entry: Entry, was: Entry | None, clock: Clock) -> str:
    """How one entry came to be as it is."""
    when = entry.when
    if isinstance(when, OpenSpan):
        verb = "Started" if was is None else "Running:" if was.running else "Running again:"
        since = clock.moment(int(when.start.timestamp()))
        return f"{verb} {entry.task} at {since}{_more(entry)}."
    if was is None:
        return f"Logged {described(entry, clock)}."
    if was.running:
        return f"Stopped {described(entry, clock)}."
    return f"Changed to {described(entry, clock)}."


def described(entry: Entry, clock: Clock) -> str:
    """``Invoicing 09:15-10:30: 1h15 (Acme #admin)``: an entry in a few words."""
    from tracker.domain.format import duration

    when = entry.when
    if isinstance(when, Amount):
        text = f"{entry.task} on {when.day.isoformat()}: {duration(when.seconds)}"
    elif isinstance(when, OpenSpan):
        text = f"{entry.task}, running since {clock.moment(int(when.start.timestamp()))}"
    else:
        start, stop = int(when.start.timestamp()), int(when.stop.timestamp())
        text = f"{entry.task} {clock.stretch(start, stop)}: {duration(stop - start)}"
    return text + _more(entry)


def _more(entry: Entry) -> str:
    """Project and tags in brackets, where there are any."""
    more = [entry.project] if entry.project else []
    more += [f"#{tag}" for tag in entry.tags]
    return f" ({' '.join(more)})" if more else ""
