"""``status``: what runs, and what that time is worth. It is in every prompt, so it is light."""

from __future__ import annotations

from tracker.domain.errors import UsageError
from tracker.domain.span import OpenSpan
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth import Comparison
    from tracker.cli.context import Context
    from tracker.domain.entry import Entry

FIELDS = (
    "running",
    "task",
    "project",
    "start",
    "seconds",
    "elapsed",
    "value",
    "handed_off_cost",
    "today",
    "today_seconds",
    "currency",
)


class Status(Value):
    """What the command knows, before it is put into words.

    Attributes:
        entry: The newest timer that runs.
        others: Names of further running tasks: two machines, or an import.
        seconds: Elapsed of ``entry``.
        today_seconds: Logged since the day began, the timer included.
    """

    entry: Entry | None
    others: tuple[str, ...]
    seconds: int
    worth: Comparison | None
    today_seconds: int


def status(context: Context) -> int:
    """Print it; 0 also where nothing runs."""
    found = _look(context)
    template = context.request.get("format")
    if template is not None:
        context.print.line(context.print.name(_filled(template, found, context)))
    elif context.json:
        context.print.json(_record(found, context))
    else:
        _tell(found, context)
    return 0


def _look(context: Context) -> Status:
    log = context.log
    running = log.running()
    entry = running[-1] if running else None
    seconds = entry.seconds_at(context.now) if entry else 0
    return Status(
        entry,
        tuple(other.task for other in reversed(running[:-1])),
        seconds,
        _worth(context, entry, seconds) if entry else None,
        _today(context),
    )


def _today(context: Context) -> int:
    """Seconds logged today, each counted as often as it was logged."""
    began, now = context.clock.day_began(), int(context.now.timestamp())
    day = context.clock.today().isoformat()
    total = 0
    for row in context.log.rows(began - 86_400, now + 86_400):
        if "day" in row:
            total += row["seconds"] if row["day"] == day else 0
        else:
            total += max(0, min(row.get("stop", now), now) - max(row["start"], began))
    return total
