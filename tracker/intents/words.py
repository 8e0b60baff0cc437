"""Instants as a person reads them, for refusals; imported only where one is needed."""

from __future__ import annotations

from tracker.domain.span import Amount, OpenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tracker.domain.entry import Entry
    from tracker.intents.intent import Moment


def local(instant: datetime, moment: Moment) -> datetime:
    """``instant`` on the person's clock."""
    from zoneinfo import ZoneInfo

    return instant.astimezone(ZoneInfo(moment.zone))


def clock(instant: datetime, moment: Moment) -> str:
    """``09:15``, with the date where it is not today."""
    at = local(instant, moment)
    shown = at.strftime("%H:%M")
    if at.date() == local(moment.now, moment).date():
        return shown
    return f"{at.date().isoformat()} {shown}"


def stretch(start: datetime, stop: datetime, moment: Moment) -> str:
    """``09:00-10:00``; a date only once."""
    first, last = clock(start, moment), clock(stop, moment)
    if " " in first and first.partition(" ")[0] == last.partition(" ")[0]:
        last = last.partition(" ")[2]
    return f"{first}-{last}"


def what_and_when(entry: Entry, moment: Moment) -> str:
    """``Email 09:15-09:45``, or ``Email, running since 09:15``."""
    when = entry.when
    if isinstance(when, Amount):
        return f"{entry.task} on {when.day.isoformat()}"
    if isinstance(when, OpenSpan):
        return f"{entry.task}, running since {clock(when.start, moment)}"
    return f"{entry.task} {stretch(when.start, when.stop, moment)}"


def already_there(
    start: datetime, stop: datetime | None, entries: Sequence[Entry], moment: Moment
) -> str:
    """The sentence of an overlap: what was wanted, what is there, and the offer to trim it."""
    there = what_and_when(entries[0], moment)
    if len(entries) > 1:
        there += f" and {len(entries) - 1} more"
    it = "it" if len(entries) == 1 else "them"
    if stop is None:
        wanted = f"From {clock(start, moment)} on there"
    else:
        wanted = stretch(start, stop, moment)
    return f"{wanted} is already {there}; trim {it} to make room."
