"""Our own JSON, which loses nothing.

It is ``{"version": 1, "tasks": [...], "papers": [...], "entries": [...]}``, or the bare list that
``log --json`` prints. Of an entry only ``task`` and ``start`` + ``stop`` (or ``date`` +
``seconds``) are required; ``stop`` null or absent means it is running.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from tracker.domain.entry import What, plain
from tracker.domain.errors import ImportRefused, InvalidValue
from tracker.domain.papers import Paper
from tracker.domain.span import Amount, OpenSpan, Span, When, instant
from tracker.domain.task import MARKS, RATINGS, Task
from tracker.exchange import jsontext
from tracker.exchange.export import VERSION
from tracker.exchange.papers_in import read_paper, read_rhythm
from tracker.exchange.row import Format, Item, Reading, Reject, Row
from tracker.exchange.wallclock import WallClock, wall_clock
from tracker.exchange.wording import key_of, tags_of, unbroken

_LONGEST_ID = 100


def recognise(text: str) -> bool:
    """Whether it is our JSON, by its first field or first entry."""
    start = text[:200].lstrip()
    if start.startswith("{"):
        return start[1:].lstrip().startswith(('"version"', '"tasks"', '"papers"', '"entries"'))
    if not start.startswith("["):
        return False
    try:
        first = next(jsontext.array(text), None)
    except ImportRefused:
        return False
    return first is not None and isinstance(first.value, dict) and "task" in first.value


def items(text: str, reading: Reading) -> Iterator[Item]:
    """Tasks, papers and entries of our JSON.

    Raises:
        ImportRefused: It is broken, of another shape, or written by a newer version.
    """
    if text.lstrip().startswith("["):
        entries: Iterator[jsontext.Item] = jsontext.array(text)
    else:
        found = jsontext.fields(text)
        _check_version(found.get("version", VERSION))
        for line, value in _list_of(found, "tasks"):
            yield _task(line, value)
        seen: set[str] = set()
        for line, value in _list_of(found, "papers"):
            yield _paper(line, value, seen)
        entries = iter(_list_of(found, "entries"))
    clocks = Clocks(reading.clock)
    for line, value in entries:
        try:
            yield row_of(line, _object(value), clocks)
        except InvalidValue as fault:
            yield Reject(line, str(fault))


def _check_version(version: object) -> None:
    if type(version) is not int or version < 1:
        raise ImportRefused(f"The version of this file should be {VERSION}: it was changed.")
    if version > VERSION:
        raise ImportRefused(
            f"This file was written by a newer worthwhile (format {version}, this one reads "
            f"{VERSION}): update worthwhile and import again."
        )


def _list_of(found: Mapping[str, object], name: str) -> list[jsontext.Item]:
    value = found.get(name, [])
    if not isinstance(value, list):
        raise ImportRefused(f"In our JSON {name} is a list; this file has something else there.")
    return value


def _task(line: int, value: object) -> Task | Reject:
    """The task, or why it is none."""
    try:
        given = _object(value)
        opinions: dict[str, Any] = {name: _rating(given, name) for name in RATINGS}
        opinions |= {name: _answer(given, name) for name in MARKS}
        name, project, category = (_text(given, name) for name in ("name", "project", "category"))
        return Task(name, project, category, **opinions, **read_rhythm(given))
    except InvalidValue as fault:
        return Reject(line, str(fault))


def _paper(line: int, value: object, seen: set[str]) -> Paper | Reject:
    """The paper, or why it is none."""
    try:
        return read_paper(_object(value), seen)
    except InvalidValue as fault:
        return Reject(line, str(fault))


class Clocks:
    """The wall clock of each zone that a file names."""

    def __init__(self, usual: WallClock) -> None:
        """Begin with the one for entries that name no zone."""
        self._usual = usual
        self._known = {usual.name: usual}

    def of(self, zone: str) -> WallClock:
        """The clock of a zone, or the usual one; raises InvalidValue for an unknown name."""
        if not zone:
            return self._usual
        if zone not in self._known:
            self._known[zone] = wall_clock(zone)
        return self._known[zone]


def row_of(line: int, given: Mapping[str, Any], clocks: Clocks) -> Row:
    """An entry of our JSON, given by its fields, as a row; raises InvalidValue."""
    clock = clocks.of(_text(given, "zone"))
    when, stamp, warning = _when(given, clock)
    entry_id = _text(given, "id")
    if len(entry_id) > _LONGEST_ID:
        raise InvalidValue(f"An id has {_LONGEST_ID} characters at most.")
    what = What(_text(given, "task"), _text(given, "project"), _tags(given), _text(given, "note"))
    if not what.task:
        raise InvalidValue("The entry has no task: give it one.")
    return Row(
        what,
        when,
        clock.name,
        _answer(given, "billable"),
        _text(given, "origin") if entry_id else f"{key_of(what)}\x1f{stamp}",
        line,
        entry_id=entry_id,
        source=_text(given, "source"),
        warning=warning,
    )


def _when(given: Mapping[str, object], clock: WallClock) -> tuple[When, str, str]:
    """When it was, the same as text, and a warning or nothing."""
    if given.get("date") is not None:
        seconds = given.get("seconds")
        if type(seconds) is not int:
            raise InvalidValue("An amount of time needs seconds, as a whole number.")
        try:
            day = date.fromisoformat(_text(given, "date"))
        except ValueError:
            raise InvalidValue("date must be a day such as 2026-11-19.") from None
        return Amount(day, seconds), f"{day}|{seconds}", ""
    start, warning = moment(_text(given, "start"), "start", clock)
    end = _text(given, "stop")
    if not end:
        open_span = OpenSpan(start)
        return open_span, f"{open_span.start.isoformat()}/", warning
    stop, also = moment(end, "stop", clock)
    span = Span(start, stop)
    said = " ".join(filter(None, (warning, also)))
    return span, f"{span.start.isoformat()}/{span.stop.isoformat()}", said


def moment(text: str, name: str, clock: WallClock) -> tuple[datetime, str]:
    """The instant of an ISO 8601 text, and a warning or nothing.

    A text without an offset is local time in the zone of ``clock``.

    Raises:
        InvalidValue: It is no such text, or has no time of day; ``name`` is the field's.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or len(text) < len("20261119T0915"):
        raise InvalidValue(
            f"{name} must be a time such as 2026-11-19T09:15:00+01:00, not {text[:40]!r}."
        )
    if found.tzinfo is not None:
        return found, ""
    instant(found.replace(tzinfo=UTC))  # Refuses years that no zone can be applied to.
    seconds = found.hour * 3600 + found.minute * 60 + found.second
    return clock.instant(found.date(), seconds)


def _object(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise InvalidValue("An object with fields was expected here.")
    return value


def _text(given: Mapping[str, Any], name: str) -> str:
    """A text field, cleaned but not composed; empty where it is absent or null."""
    value = given.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InvalidValue(f"{name} must be a text.")
    return plain(unbroken(value))


def _tags(given: Mapping[str, Any]) -> tuple[str, ...]:
    value = given.get("tags")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
        raise InvalidValue("tags must be a list of texts.")
    return tags_of(value)


def _rating(given: Mapping[str, Any], name: str) -> int | None:
    value = given.get(name)
    if value is None or type(value) is int:
        return value
    raise InvalidValue(f"{name} is a number from 1 to 5, or null.")


def _answer(given: Mapping[str, Any], name: str) -> bool | None:
    value = given.get(name)
    if value is None or value is True or value is False:
        return value
    raise InvalidValue(f"{name} must be true, false or null.")


FORMAT = Format("json", "worthwhile's own JSON", recognise, items)
