"""``status``: what runs, and what that time is worth. It is in every prompt, so it is light."""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.profile import Comparison
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


def _worth(context: Context, entry: Entry, seconds: int) -> Comparison:
    """The time so far by its owner, and the same work handed off."""
    from tracker.audit.worth.profile import compare
    from tracker.cli.profiles import profile_for

    return compare(seconds, context.settings.hour_value, profile_for(context, entry.task))


def _record(found: Status, context: Context) -> dict[str, object]:
    """The stable shape of ``status --json``."""
    entry, worth = found.entry, found.worth
    cost = worth.handed_off if worth else None
    return {
        "running": entry is not None,
        "task": entry.task if entry else None,
        "project": entry.project if entry else None,
        "start": _start(entry) if entry else None,
        "seconds": found.seconds,
        "value": round(worth.by_you, 2) if worth else 0.0,
        "handed_off_cost": None if cost is None else round(cost, 2),
        "today_seconds": found.today_seconds,
        "currency": context.settings.currency,
        "also_running": list(found.others),
    }


def _start(entry: Entry) -> str:
    from tracker.exchange.record import local_iso

    return local_iso(entry.order()[0], entry.zone)


def _filled(template: str, found: Status, context: Context) -> str:
    """``template`` with its fields filled in; empty where nothing runs.

    Raises:
        UsageError: It has a field that does not exist, or a brace without its other.
    """
    values = _texts(found, context)
    filled, rest = "", template
    while rest:
        before, brace, rest = rest.partition("{")
        filled += before
        if not brace:
            break
        name, end, rest = rest.partition("}")
        if not end or name not in FIELDS:
            from tracker.domain.errors import UsageError

            raise UsageError(f"--format has no field {{{name}}}. Fields: {', '.join(FIELDS)}.")
        filled += values[name]
    return filled if found.entry else ""


def _texts(found: Status, context: Context) -> dict[str, str]:
    """Every field of ``--format`` as text."""
    from tracker.domain.format import duration, money, timer

    record = _record(found, context)
    currency = context.settings.currency
    texts = {name: str(given) for name, given in record.items() if given is not None}
    cost = found.worth.handed_off if found.worth else None
    texts |= {
        "running": "yes" if found.entry else "no",
        "elapsed": timer(found.seconds),
        "value": money(found.worth.by_you if found.worth else 0.0, currency),
        "handed_off_cost": "" if cost is None else money(cost, currency),
        "today": duration(found.today_seconds),
    }
    return {name: texts.get(name, "") for name in FIELDS}


def _tell(found: Status, context: Context) -> None:
    from tracker.domain.format import duration, money, timer

    out, entry, worth = context.print, found.entry, found.worth
    today = f"Today {duration(found.today_seconds)}"
    if entry is None or worth is None:
        out.line(f"Nothing is running. {today}.")
        return
    since = context.clock.moment(int(entry.order()[0].timestamp()))
    project = f"  {out.name(entry.project)}" if entry.project else ""
    elapsed = out.paint(timer(found.seconds), "bold")
    out.line(f"{out.name(entry.task)}  {elapsed}  since {since}{project}")
    currency = context.settings.currency
    value = out.paint(money(worth.by_you, currency), "value")
    handed = ""
    if worth.handed_off is not None:
        handed = f", handed off {out.paint(money(worth.handed_off, currency), 'cost')}"
    out.line(f"By you {value}{handed}. {today}.")
    for other in found.others:
        out.line(f"Also running: {out.name(other)}. One timer is enough: ww stop ends the newest.")
