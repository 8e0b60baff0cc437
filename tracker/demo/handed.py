"""Work that goes to other hands in the middle of the made-up log.

It is cut out of the client work of its days, so that everything around it stays as it was:
nothing overlaps, and the last day is untouched.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.domain.entry import Entry
from tracker.domain.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.demo.persona import Handed

_LEFT = 10
"""Minutes of client work that stay where something is cut out of it."""


def with_handed(
    entries: Iterable[Entry], handed: Iterable[Handed], *, filling: str, seed: int, today: date
) -> tuple[Entry, ...]:
    """The entries with the handed work of every past day, by start.

    Args:
        entries: A whole log without overlaps.
        handed: What went to other hands.
        filling: The task whose entries make room.
        seed: Another one is another log; dice of its own, so that the others fall as they did.
        today: The last day, which stays as it is.
    """
    chance = Random(f"{seed}/handed")  # noqa: S311 - nothing secret is drawn
    held = {entry.id: entry for entry in entries}
    for each in handed:
        for day, minutes, note in _wanted(each, held.values(), today, chance):
            room = _room(held.values(), filling, day)
            if room is None:
                continue
            shorter, cut = _cut(room, each, minutes, note, f"{chance.getrandbits(64):016x}")
            held[shorter.id] = shorter
            held[cut.id] = cut
    return tuple(sorted(held.values(), key=Entry.order))


def _wanted(
    handed: Handed, entries: Iterable[Entry], today: date, chance: Random
) -> list[tuple[date, int, str]]:
    """Day, minutes and note of everything that was done of it; the note ``redo`` has a tag."""
    trial = today + timedelta(days=handed.trial)
    days = sorted({_day(entry) for entry in entries})
    redo = {
        next((day for day in days if day >= today + timedelta(days=number)), today)
        for number in handed.redo
    }
    found = []
    for day in days:
        share = handed.before if day < trial else handed.after
        minutes = chance.randint(*share.minutes)
        note = chance.choice(handed.work.notes)
        if day >= today:
            continue
        if day.weekday() in share.weekdays:
            found.append((day, minutes, note))
        if day in redo:
            found.append((day, handed.redo_minutes, handed.redo_note))
    return found


def _day(entry: Entry) -> date:
    return entry.order()[0].astimezone(ZoneInfo(entry.zone)).date()


def _room(entries: Iterable[Entry], filling: str, day: date) -> Entry | None:
    """The longest entry of that task on a day, if anything can be cut out of it."""
    found = [
        entry
        for entry in entries
        if entry.task == filling and isinstance(entry.when, Span) and _day(entry) == day
    ]
    longest = max(found, key=lambda entry: (_seconds(entry), entry.id), default=None)
    return longest if longest and _seconds(longest) > (_LEFT + 5) * 60 else None


def _seconds(entry: Entry) -> int:
    return entry.seconds_at(entry.order()[0])


def _cut(
    room: Entry, handed: Handed, minutes: int, note: str, entry_id: str
) -> tuple[Entry, Entry]:
    """What is left of the room, and the work at the end of it."""
    when = room.when
    assert isinstance(when, Span)  # noqa: S101 -- only these are looked for
    length = min(timedelta(minutes=minutes), timedelta(seconds=when.seconds, minutes=-_LEFT))
    again = note == handed.redo_note and bool(note)
    cut = Entry(
        id=entry_id,
        task=handed.work.name,
        when=Span(when.stop - length, when.stop),
        zone=room.zone,
        project=handed.work.project,
        tags=(*handed.work.tags, "redo") if again else handed.work.tags,
        note=note,
        source="timer",
    )
    return room.replace(when=Span(when.start, when.stop - length)), cut
