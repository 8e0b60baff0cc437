"""The rows of a day: entries, and the gaps between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tracker.domain.value import Value

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.domain.entry import Entry

Side = Literal["growth", "busywork", "other"]
"""On the business, work that could be handed off, or neither."""

SIGN: dict[Side, str] = {"growth": "▲", "busywork": "▼", "other": "·"}
WORD: dict[Side, str] = {"growth": "growth", "busywork": "busywork", "other": ""}


class EntryRow(Value):
    """An entry as the day shows it.

    Attributes:
        clock: Eleven cells: ``08:05-09:10``; what lies outside the day is an ellipsis.
        seconds: Its part of this day.
        value: That part at the worth of an hour, ready to show.
        doubled: Whether it overlaps the entry before.
    """

    entry: Entry
    clock: str
    seconds: int
    duration: str
    value: str
    side: Side
    doubled: bool = False


class GapRow(Value):
    """Time between two entries that nobody accounted for; half-open."""

    start: datetime
    stop: datetime
    clock: str
    words: str


Row = EntryRow | GapRow


def row_key(row: Row) -> str:
    """What stays the same about a row when the day is read again."""
    if isinstance(row, EntryRow):
        return row.entry.id
    return f"gap {row.start.timestamp():.0f}"


def matches(row: Row, words: str) -> bool:
    """Whether an entry says every one of ``words`` somewhere; a gap never does."""
    if not isinstance(row, EntryRow):
        return False
    entry = row.entry
    tags = " ".join(f"#{tag}" for tag in entry.tags)
    project = f"@{entry.project}" if entry.project else ""
    said = f"{entry.task} {project} {tags} {entry.note}".casefold()
    return all(word in said for word in words.casefold().split())
