"""``edit``, ``split`` and ``delete``."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tracker.cli.change import perform
from tracker.cli.handles import named
from tracker.cli.quick import instant, joined, read_text, with_options
from tracker.domain.entry import What
from tracker.domain.errors import Unreadable, UsageError
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.intents.intent import Add, Delete, Edit, Split

if TYPE_CHECKING:
    from tracker.cli.context import Context
    from tracker.domain.entry import Entry

_TASK = "x"
"""Stands for the task where times are read by the grammar of the quick line."""


def edit(context: Context) -> int:
    """Change fields of one entry, as one change."""
    words = context.request.words
    entry = named(context.log, words[0])
    fields = {**_texts(context), **_ends(context, entry)}
    if words[1:]:
        if "start" in fields or "stop" in fields:
            raise UsageError("The times are given twice: leave out --start and --stop.")
        fields |= _times(context, entry, " ".join(words[1:]))
    if not fields:
        raise UsageError("Say what to change. For example: ww edit @1 --task Email")
    return perform(context, Edit(entry.id, **fields))


def _texts(context: Context) -> dict[str, Any]:
    """What was said of task, project, tags, note and billing."""
    request = context.request
    fields: dict[str, Any] = {}
    for name, none in (("project", "no-project"), ("note", "no-note"), ("tag", "no-tags")):
        if request.has(name) and request.has(none):
            raise UsageError(f"--{name} and --{none} cannot both be meant: leave one out.")
    for name in ("task", "project", "note"):
        given = "" if request.has(f"no-{name}") else request.get(name)
        if given is not None:
            fields[name] = given
    if request.has("tag") or request.has("no-tags"):
        fields["tags"] = tuple(sorted({tag.lstrip("#") for tag in request.all("tag")}))
    billable = request.get("billable")
    if billable is not None:
        fields["billable"] = billable == "yes"
    return fields


def _ends(context: Context, entry: Entry) -> dict[str, datetime]:
    """``--start`` and ``--stop``, on the day of the entry."""
    fields: dict[str, datetime] = {}
    day = _day(context, entry)
    start, stop = context.request.get("start"), context.request.get("stop")
    if start is not None:
        fields["start"] = instant(context, start, day)
    if stop is not None:
        begins = fields.get("start") or entry.order()[0]
        fields["stop"] = _after(context, begins, stop, day)
    return fields


def _after(context: Context, start: datetime, text: str, day: date) -> datetime:
    """A clock time on ``day``, or on the next where that is only then after ``start``."""
    at = instant(context, text, day)
    if at > start:
        return at
    try:
        later = instant(context, text, day + timedelta(days=1))
    except Unreadable:  # the next day is still to come
        return at
    return later if later > start else at


def _day(context: Context, entry: Entry) -> date:
    """The calendar day on which the entry starts, where the person is."""
    if isinstance(entry.when, Amount):
        return entry.when.day
    return context.clock.calendar_date(int(entry.when.start.timestamp()))


def _times(context: Context, entry: Entry, text: str) -> dict[str, Any]:
    """New ends: a duration from its start, or what the quick line reads on its day."""
    seconds = _length(text)
    if seconds is None:
        return _read_on(context, _day(context, entry), text)
    if isinstance(entry.when, Amount):
        return {"when": Amount(entry.when.day, seconds)}
    return {"when": Span(entry.when.start, entry.when.start + timedelta(seconds=seconds))}


def _length(text: str) -> int | None:
    """Seconds, where ``text`` is a length of time that cannot be a clock time."""
    from tracker.line import read_duration

    if not text.strip("0123456789:. "):
        return None
    try:
        return read_duration(text)
    except Unreadable:
        return None


def _read_on(context: Context, day: date, text: str) -> dict[str, Any]:
    try:
        intent = read_text(context, f"{day.isoformat()} {text} {_TASK}")
    except Unreadable:  # perhaps it names a day of its own
        intent = read_text(context, f"{text} {_TASK}")
    if intent.what != What(_TASK):
        raise UsageError(f'"{text}" is more than times: use --task, --project, --tag, --note.')
    if isinstance(intent, Add):
        return {"when": intent.when}
    if intent.at is None:
        raise UsageError(f'"{text}" is no time. For example: ww edit @1 9:15-10:30')
    return {"start": intent.at}


def split(context: Context) -> int:
    """Cut an entry at a clock time, or a duration after its start."""
    words = context.request.words
    entry = named(context.log, words[0])
    at = _cut(context, entry, words[1])
    return perform(context, Split(entry.id, at, _later_part(context, words[2:])))


def _cut(context: Context, entry: Entry, text: str) -> datetime:
    """Where to cut."""
    start, day = entry.order()[0], _day(context, entry)
    seconds = _length(text)
    if seconds is not None and isinstance(entry.when, (Span, OpenSpan)):
        return start + timedelta(seconds=seconds)
    return _after(context, start, text, day)


def _later_part(context: Context, words: tuple[str, ...]) -> What | None:
    """What the later part was; ``None`` where nothing is said of it."""
    what = What("")
    if words:
        intent = read_text(context, joined(words))
        if isinstance(intent, Add) or intent.at is not None:
            raise UsageError("Say what the later part was without a time: ww split @1 10:30 email")
        what = intent.what
    what = with_options(context, what)
    return None if what == What("") else what


def delete(context: Context) -> int:
    """Delete entries, all or none."""
    log = context.log
    return perform(context, Delete(tuple(named(log, word).id for word in context.request.words)))
