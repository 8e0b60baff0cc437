"""The door to calendars: their libraries are loaded only for a calendar."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.exchange.row import Format, Item, Reading


def recognise(text: str) -> bool:
    """Whether it begins as a calendar does."""
    return text[:200].lstrip().upper().startswith("BEGIN:VCALENDAR")


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The events of a calendar; see :mod:`tracker.exchange.ical`."""
    from tracker.exchange import ical

    yield from ical.items(text, reading)


FORMAT = Format("ical", "an iCalendar file (.ics)", recognise, items)
