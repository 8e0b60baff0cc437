"""``tasks rename`` and ``tasks merge``."""

from __future__ import annotations

from tracker.domain.errors import UsageError
from tracker.intents.intent import Merge, Rename

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.cli.context import Context
    from tracker.intents.intent import Intent


def rename(context: Context, names: tuple[str, ...]) -> int:
    """Another name for a task and all that was logged on it."""
    if len(names) != 2:
        raise UsageError('Name the task and its new name: ww tasks rename email "Email triage"')
    return _do(context, Rename(*names))


def merge(context: Context, names: tuple[str, ...]) -> int:
    """Several tasks as one, the last one named."""
    if len(names) < 2:
        raise UsageError("Name the tasks, and last the one they go into: ww tasks merge mail email")
    return _do(context, Merge(names[:-1], names[-1]))


def _do(context: Context, intent: Intent) -> int:
    """One change; told in one line however many entries it touches."""
    from tracker.intents.decide import decide

    moment = context.moment()
    change = context.log.change(lambda book: decide(intent, book, moment))
    if context.json:
        from tracker.cli.change import record

        context.print.json(record(context, change))
        return 0
    number = len(change.after)
    entries = "1 entry" if number == 1 else f"{number:,} entries"
    said = f"{change.label[:1].upper()}{change.label[1:]}: {entries}." if change.number else ""
    context.print.line(context.print.name(said or "It is called that already."))
    return 0
