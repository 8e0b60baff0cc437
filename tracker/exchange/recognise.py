"""The formats there are, and which of them a text is of."""

from __future__ import annotations

from tracker.domain.errors import ImportRefused, UsageError
from tracker.exchange import (
    activitywatch,
    anycsv,
    bartib,
    calendars,
    clockify,
    gtimelog,
    harvest,
    klog,
    ours,
    timewarrior,
    toggl,
    watson,
)
from tracker.exchange.row import Format

AUTO = "auto"
KNOWN: tuple[Format, ...] = (
    toggl.FORMAT,
    clockify.FORMAT,
    harvest.FORMAT,
    watson.FORMAT,
    timewarrior.FORMAT,
    activitywatch.FORMAT,
    calendars.FORMAT,
    klog.FORMAT,
    gtimelog.FORMAT,
    bartib.FORMAT,
    ours.FORMAT,
    anycsv.FORMAT,
)
"""In the order in which they are asked whether a text is theirs; any CSV comes last."""


def format_named(name: str) -> Format:
    """The format a person named; raises UsageError where there is none."""
    wanted = name.casefold()
    for known in KNOWN:
        if known.name == wanted:
            return known
    raise UsageError(f"There is no format {name!r}: choose {_names()}, or {AUTO}.")


def recognised(text: str) -> Format:
    """The format a text is of, by its content.

    Raises:
        ImportRefused: It is of none; the sentence lists those there are.
    """
    for known in KNOWN:
        if known.recognise(text):
            return known
    kinds = "; ".join(f"{known.name}, {known.title}" for known in KNOWN)
    raise ImportRefused(f"The file is of no format known here. These are: {kinds}.")


def _names() -> str:
    return ", ".join(known.name for known in KNOWN)
