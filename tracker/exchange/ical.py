"""iCalendar files (.ics): what a calendar says was done.

Each event that is over is an entry; a repeating one is an entry for each time it took place.
All-day, cancelled and coming events are counted and passed over: a day off is no work, and what is
to come is not yet done. Times of day without a zone are in the zone of the import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event
from icalendar.timezone import tzp

from tracker.domain.entry import What, plain
from tracker.domain.errors import ImportRefused, InvalidValue
from tracker.domain.span import Span, instant
from tracker.exchange.ical_blocks import Block, blocks, is_harmless
from tracker.exchange.ical_out import PROJECT, UID_END
from tracker.exchange.ical_series import YEARS, occurrences, params_of, repeats, time_of
from tracker.exchange.row import Item, Reading, Reject, Row
from tracker.exchange.wording import Worded, key_of, unbroken, worded

# What icalendar and dateutil raise on texts that are no calendar.
_FAULTS = (
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    AssertionError,
    NotImplementedError,
    RecursionError,
)
_LONGEST_ID = 100
_ESCAPED = re.compile(r"\\(.)")


@dataclass(slots=True)
class _Passed:
    """Events that are no entries, by kind."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1

    def sentences(self) -> Iterator[str]:
        for kind, number in self.counts.items():
            noun = "event was" if number == 1 else "events were"
            yield f"{number:,} {kind} {noun} passed over."


@dataclass(slots=True)
class _Found:
    """An event and the line it begins on."""

    line: int
    event: Event


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The events that are over, in the order of the file.

    Raises:
        ImportRefused: It holds no calendar.
    """
    parts = list(blocks(text))
    if not parts and "BEGIN:VCALENDAR" not in text.upper():
        raise ImportRefused("This is no calendar: it has no BEGIN:VCALENDAR.")
    _learn_zones([part for part in parts if part.kind == "VTIMEZONE"], reading)
    series: dict[str, list[_Found]] = {}
    for part in parts:
        if part.kind != "VEVENT":
            continue
        try:
            found = _Found(part.line, _event(part))
        except InvalidValue as fault:
            yield Reject(part.line, str(fault))
            continue
        uid = str(found.event.get("UID", ""))
        series.setdefault(uid or f"line {part.line}", []).append(found)
    passed = _Passed()
    for group in series.values():
        yield from _rows(group, reading, passed)
    reading.warnings.extend(passed.sentences())


def _learn_zones(zones: list[Block], reading: Reading) -> None:
    """Let icalendar know the zones that the file itself defines; those of IANA it knows."""
    tzp.use_default()  # Forgets the zones of other files.
    for zone in zones:
        try:
            if is_harmless(zone):
                Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{zone.text}\r\nEND:VCALENDAR\r\n")
                continue
        except _FAULTS:
            pass
        reading.warnings.append(f"Line {zone.line}: this time zone cannot be read.")


def _event(part: Block) -> Event:
    """The event; raises InvalidValue."""
    if not part.whole:
        raise InvalidValue("The file is cut off in the middle of this event.")
    try:
        found = Event.from_ical(part.text)
        if not isinstance(found, Event):
            raise InvalidValue("It is no event.")
        started = time_of(found, "DTSTART")
    except KeyError:
        raise InvalidValue("It has no start.") from None
    except _FAULTS:
        raise InvalidValue("It cannot be read: its start is no date or time.") from None
    if not isinstance(started, date):
        raise InvalidValue("It cannot be read: its start is no date or time.")
    if not 1970 <= started.year <= 2999:
        raise InvalidValue(f"The year {started.year} is outside 1970-2999.")
    return found


def _rows(group: list[_Found], reading: Reading, passed: _Passed) -> Iterator[Item]:
    """The entries of one event with its exceptions."""
    if not any(repeats(found.event) for found in group):
        for found in group:
            yield from _taken(found.line, found.event, reading, passed)
        return
    line = min(found.line for found in group)
    master = next((it.event for it in group if "RECURRENCE-ID" not in it.event), None)
    try:
        if master is not None and _is_passed(master, passed):
            return
        start = min(_first(found.event) for found in group)
        events = [found.event for found in group]
        for event in list(occurrences(events, start, reading.now)):
            yield from _taken(line, event, reading, passed)
        if start < reading.now - timedelta(days=YEARS * 365.25):
            yield Reject(line, f"It began more than {YEARS} years ago: earlier times are left out.")
    except InvalidValue as fault:
        yield Reject(line, str(fault))
    except _FAULTS:
        yield Reject(line, "Its rule of repetition cannot be worked out.")


def _first(event: Event) -> datetime:
    """About when it starts, good enough to know how far to look back."""
    start = time_of(event, "DTSTART")
    midnight = datetime(start.year, start.month, start.day, tzinfo=UTC)
    return midnight - timedelta(days=1)


def _taken(line: int, event: Event, reading: Reading, passed: _Passed) -> Iterator[Row | Reject]:
    """The entry of an event, unless it is passed over."""
    try:
        if not _is_passed(event, passed):
            row = _row(line, event, reading)
            if isinstance(row.when, Span) and row.when.stop > reading.now:
                passed.add("coming")
            else:
                yield row
    except InvalidValue as fault:
        yield Reject(line, str(fault))
    except _FAULTS:
        yield Reject(line, "It cannot be read: a date or time in it is wrong.")


def _is_passed(event: Event, passed: _Passed) -> bool:
    kind = ""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        kind = "cancelled"
    elif not isinstance(time_of(event, "DTSTART"), datetime):
        kind = "all-day"
    if kind:
        passed.add(kind)
    return bool(kind)


def _row(line: int, event: Event, reading: Reading) -> Row:
    start, stop = time_of(event, "DTSTART"), _end(event)
    (begin, zone, warning), (end, _, also) = (
        _instant(event, start, reading),
        _instant(event, stop, reading),
    )
    words = _words(event)
    uid = _text(event, "UID")
    ours = uid.removesuffix(UID_END) if uid.endswith(UID_END) and not repeats(event) else ""
    said = dict.fromkeys(filter(None, (warning, also, words.warning)))
    stamp = f"{_stamp(start)}/{_stamp(stop)}"
    return Row(
        words.what,
        Span(begin, end),
        zone,
        None,
        "" if 0 < len(ours) <= _LONGEST_ID else f"{words.key}\x1f{stamp}",
        line,
        entry_id=ours if len(ours) <= _LONGEST_ID else "",
        warning=" ".join(said),
    )


def _end(event: Event) -> datetime:
    """When it ends; raises InvalidValue where it says neither end nor length."""
    start = time_of(event, "DTSTART")
    if "DTEND" in event:
        end = time_of(event, "DTEND")
        if not isinstance(end, datetime):
            raise InvalidValue("It starts at a time of day and ends on a day: give both a time.")
    elif "DURATION" in event:
        end = _later(start, time_of(event, "DURATION"))
    else:
        raise InvalidValue("It has neither an end nor a length: give it one in the calendar.")
    found: datetime = end
    return found


def _later(start: datetime, length: timedelta) -> datetime:
    """Elapsed time later (RFC 5545, 3.3.6: hours are exact)."""
    if start.tzinfo is None or length.seconds == 0:
        return start + length
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)


def _instant(event: Event, wall: datetime, reading: Reading) -> tuple[datetime, str, str]:
    """Instant, IANA name of its zone, and a warning or nothing."""
    clock = reading.clock
    if wall.tzinfo is not None:
        moment = instant(wall.astimezone(UTC))
        name = getattr(wall.tzinfo, "key", "")
        return moment, name if name not in ("", "UTC") else clock.name, ""
    instant(wall.replace(tzinfo=UTC))  # Refuses years that no zone can be applied to.
    seconds = wall.hour * 3600 + wall.minute * 60 + wall.second
    moment, warning = clock.instant(wall.date(), seconds)
    named = plain(str(params_of(event, "DTSTART").get("TZID", "")))
    if named:
        warning = f"The zone {named[:60]!r} is not known: its times were read in {clock.name}."
    return moment, clock.name, warning


def _stamp(wall: datetime) -> str:
    """The time as the file states it, free of the zone of the import."""
    return (wall.astimezone(UTC) if wall.tzinfo else wall).isoformat()


def _words(event: Event) -> Worded:
    """Summary, categories and description; project where the file is of our own export."""
    task, note = _text(event, "SUMMARY"), _text(event, "DESCRIPTION")
    project = _ESCAPED.sub(r"\1", _text(event, PROJECT))
    tags = [str(tag) for tag in event.categories]
    if _text(event, "UID").endswith(UID_END) and task:
        texts = [plain(unbroken(text)) for text in (task, project, note)]
        kept = tuple(sorted({plain(unbroken(tag)) for tag in tags} - {""}))
        what = What(texts[0], texts[1], kept, texts[2])
        return Worded(what, key_of(what), "")
    return worded(task, project, tags, note)


def _text(event: Event, name: str) -> str:
    """A text, the first where there are several."""
    value: Any = event.get(name, "")
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value)
