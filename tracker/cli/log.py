"""``log``: the entries of a range, by day."""

from __future__ import annotations

from tracker.domain.span import Amount, OpenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracker.cli.context import Context
    from tracker.domain.entry import Entry

COUNTED = 99
"""Entries shown as @1, @2 ...; older ones by the beginning of their id."""


def log(context: Context) -> int:
    """List them, or print them as JSON."""
    from tracker.cli.selection import entries, selection

    chosen = selection(context, context.request.words, "today")
    found = entries(context, chosen)
    if context.json:
        from tracker.exchange.record import entry_record

        context.print.json([entry_record(entry, context.now) for entry in found])
        return 0
    if not found:
        context.print.line(f"Nothing logged ({chosen.label}). Log with: ww add 25m TASK")
        return 0
    handles = {entry.id: f"@{n}" for n, entry in enumerate(context.log.latest(COUNTED), 1)}
    _tell(context, found, handles)
    return 0


def _tell(context: Context, found: list[Entry], handles: dict[str, str]) -> None:
    from tracker.domain.format import duration

    by_day: dict[date, list[Entry]] = {}
    for entry in found:
        by_day.setdefault(_day(context, entry), []).append(entry)
    rows = [_row(context, entry, handles) for entries in by_day.values() for entry in entries]
    lines = iter(context.print.table(rows, "l" * 2 + "r", ("dim", "", "bold"), stretch=4))
    for n, (day, entries) in enumerate(by_day.items()):
        total = duration(sum(entry.seconds_at(context.now) for entry in entries))
        if n:
            context.print.line()
        context.print.line(context.print.paint(f"{day:%a} {day.day} {day:%b %Y}  {total}", "bold"))
        for _ in entries:
            context.print.line(next(lines))


def _day(context: Context, entry: Entry) -> date:
    when = entry.when
    if isinstance(when, Amount):
        return when.day
    return context.clock.day(int(when.start.timestamp()))


def _row(context: Context, entry: Entry, handles: dict[str, str]) -> tuple[str, ...]:
    """Handle, clock times, duration, task, and everything else."""
    from tracker.domain.format import duration

    handle = handles.get(entry.id) or entry.id[:8]
    more = [entry.project] if entry.project else []
    more += [f"#{tag}" for tag in entry.tags]
    more += [f"// {entry.note}"] if entry.note else []
    seconds = duration(entry.seconds_at(context.now))
    return (handle, _times(context, entry), seconds, entry.task, "  ".join(more))


def _times(context: Context, entry: Entry) -> str:
    """``09:15-10:30``; ``09:15-`` while it runs; nothing for an amount."""
    when, clock = entry.when, context.clock
    if isinstance(when, Amount):
        return ""
    start = clock.time(int(when.start.timestamp()))
    if isinstance(when, OpenSpan):
        return f"{start}-"
    return f"{start}-{clock.time(int(when.stop.timestamp()))}"
