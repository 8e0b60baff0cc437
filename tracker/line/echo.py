"""An intent in the few words that are shown before it is done."""

from __future__ import annotations

from tracker.calendar.format import clock, day
from tracker.calendar.local import local_day, zone
from tracker.domain.format import duration
from tracker.domain.span import Amount, instant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from tracker.domain.entry import What
    from tracker.domain.span import Span
    from tracker.intents.intent import Add, Start, Switch

_LONGEST_NAME = 40
_LONGEST_NOTE = 30
_named = zone


def echo(
    intent: Start | Switch | Add, *, now: datetime, zone: str | tzinfo, day_start: int = 0
) -> str:
    """``log Email 09:32-09:57 today, 25m``, ``start Invoicing at 09:15, 42m ago @Acme``.

    When comes before project, tags and note, and long names are cut, so that a narrow screen
    shows what matters. Plain text, never markup.
    """
    from tracker.intents.intent import Add, Switch

    now, where = instant(now), _named(zone)
    what = intent.what
    if isinstance(intent, Add):
        when = (
            f" {day(intent.when.day, local_day(now, where, day_start))}, "
            f"{duration(intent.when.seconds)} in all"
            if isinstance(intent.when, Amount)
            else _block(intent.when, now, where, day_start)
        )
        return f"log {_cut(what.task, _LONGEST_NAME)}{when}{_about(what)}"
    if isinstance(intent, Switch):
        begun = f"switch to {_cut(what.task, _LONGEST_NAME) or 'the task before'}"
    elif what.task:
        begun = f"start {_cut(what.task, _LONGEST_NAME)}"
    else:
        begun = "continue the last task"
    return f"{begun}{_since(intent.at, now, where, day_start)}{_about(what)}"


def _block(span: Span, now: datetime, where: tzinfo, day_start: int) -> str:
    """`` 09:32-09:57 today, 25m``; an end more than a night later has its day too."""
    today = local_day(now, where, day_start)
    first = local_day(span.start, where, day_start)
    start, stop = clock(span.start, where), clock(span.stop, where)
    length = duration(span.seconds)
    if span.seconds < 86_400 - 3600:
        return f" {start}-{stop} {day(first, today)}, {length}"
    last = local_day(span.stop, where, day_start)
    return f" {day(first, today)} {start} - {day(last, today)} {stop}, {length}"


def _since(at: datetime | None, now: datetime, where: tzinfo, day_start: int) -> str:
    if at is None:
        return " now"
    ago = duration(round((now - at).total_seconds()))
    began, today = local_day(at, where, day_start), local_day(now, where, day_start)
    on = "" if began == today else f" {day(began, today)}"
    return f" at {clock(at, where)}{on}, {ago} ago"


def _about(what: What) -> str:
    """Project, tags and note, as they are typed."""
    text = f" @{_cut(what.project, _LONGEST_NAME)}" if what.project else ""
    text += "".join(f" #{_cut(tag, _LONGEST_NAME)}" for tag in what.tags)
    return text + (f" // {_cut(what.note, _LONGEST_NOTE)}" if what.note else "")


def _cut(name: str, longest: int) -> str:
    return name if len(name) <= longest else name[: longest - 1] + "…"
