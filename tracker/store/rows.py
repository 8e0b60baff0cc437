"""Entries and tasks as the rows of a ledger, and back.

A row leaves out what is empty and keeps instants as whole epoch seconds, so that a report
adds numbers and parses no text. See "store" in ARCHITECTURE.md for the fields.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from tracker.domain.entry import Entry
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.task import MARKS, RATINGS, Task

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]
    from tracker.domain.span import When

OPEN = "open.json"
TASKS = "tasks.json"
SUGGESTIONS = "suggestions.json"
PAPERS = "papers.json"
ASIDE = (TASKS, SUGGESTIONS, PAPERS)
"""Ledgers of what is no logged time."""
PENDING = "pending.json"
LOOK_BACK = 31 * 86_400
"""Seconds before a range in which an entry that reaches into it may start (LONGEST_SPAN)."""

_OPTIONAL = ("project", "tags", "note", "billable", "origin")
_KEPT_ASIDE = ("revised", "born")


def entry_row(entry: Entry, revised: str) -> Row:
    """The row of an entry, stamped ``revised``."""
    row: Row = {"id": entry.id, "task": entry.task}
    when = entry.when
    if isinstance(when, Amount):
        row["day"] = when.day.isoformat()
        row["seconds"] = when.seconds
    else:
        row["start"] = int(when.start.timestamp())
        if isinstance(when, Span):
            row["stop"] = int(when.stop.timestamp())
    row["zone"] = entry.zone
    row["source"] = entry.source
    row["revised"] = revised
    if entry.project:
        row["project"] = entry.project
    if entry.tags:
        row["tags"] = list(entry.tags)
    if entry.note:
        row["note"] = entry.note
    if entry.billable is not None:
        row["billable"] = entry.billable
    if entry.origin:
        row["origin"] = entry.origin
    return row


def entry(row: Row) -> Entry:
    """The entry of a row.

    Raises:
        KeyError, TypeError, ValueError, InvalidValue: The row is not one of ours.
    """
    get = row.get
    return Entry(
        row["id"],
        row["task"],
        _when(row),
        row["zone"],
        get("project", ""),
        tuple(get("tags", ())),
        get("note", ""),
        row["source"],
        get("billable"),
        row["revised"],
        get("origin", ""),
    )


def task_row(task: Task, revised: str) -> Row:
    """The row of a task, stamped ``revised``."""
    row: Row = {"name": task.name, "revised": revised}
    for field in ("project", "category"):
        if getattr(task, field):
            row[field] = getattr(task, field)
    for field in (*RATINGS, *MARKS, "share"):
        given = getattr(task, field)
        if given is not None:
            row[field] = given
    _add_rhythm(row, task)
    return row


def _add_rhythm(row: Row, task: Task) -> None:
    if task.cadence is not None:
        from tracker.store.paper_rows import cadence_fields

        row["cadence"] = cadence_fields(task.cadence)
    if task.paused_until is not None:
        row["paused_until"] = task.paused_until.isoformat()
    if task.silent:
        row["silent"] = True


def task(row: Row) -> Task:
    """The task of a row; raises as :func:`entry` does."""
    known = {field: row[field] for field in Task.__fields__ if field in row}
    if "cadence" in known:
        from tracker.store.paper_rows import cadence

        known["cadence"] = cadence(known["cadence"])
    if "paused_until" in known:
        known["paused_until"] = date.fromisoformat(known["paused_until"])
    return Task(**known)


def content(row: Row) -> Row:
    """What a person would call the row's content: without stamp and bookkeeping."""
    return {field: given for field, given in row.items() if field not in _KEPT_ASIDE}


def instant_of(row: Row) -> int:
    """Epoch seconds an entry is filed and ordered under: its start, or UTC noon of its day."""
    if "day" in row:
        day = date.fromisoformat(row["day"])
        return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())
    start: int = row["start"]
    return start


def month_of(row: Row) -> str:
    """The UTC month, such as ``2026-11``, an entry is filed under."""
    if "day" in row:
        day: str = row["day"]
        return day[:7]
    return month_at(row["start"])


def birth_of(row: Row, month: str) -> str:
    """The month an entry first began in: the one it is filed under unless the row says so."""
    born: str = row.get("born", month)
    return born


def month_at(second: int) -> str:
    """The UTC month an instant lies in."""
    from time import gmtime

    moment = gmtime(second)
    return f"{moment.tm_year:04d}-{moment.tm_mon:02d}"


def month_start(month: str) -> int:
    """Epoch seconds at which a UTC month begins."""
    return int(datetime(int(month[:4]), int(month[5:]), 1, tzinfo=UTC).timestamp())


def next_month(month: str) -> str:
    """The month after."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year + 1:04d}-01" if number == 12 else f"{year:04d}-{number + 1:02d}"


def is_month(name: str) -> bool:
    """Whether a file is exactly named as a month's ledger: sync tools leave look-alikes."""
    return (
        len(name) == 12
        and name[4] == "-"
        and name[7:] == ".json"
        and name[:4].isdecimal()
        and name.isascii()
        and "01" <= name[5:7] <= "12"
        and name[5:7].isdecimal()
    )


def key_of(file: str) -> str:
    """The field that names a row of this ledger."""
    return "name" if file == TASKS else "id"


def table_of(file: str) -> str:
    """The TinyDB table of this ledger."""
    return file.removesuffix(".json") if file in ASIDE else "entries"


def is_newer(row: Row, other: Row | None) -> bool:
    """Whether ``row`` wins over ``other`` when devices are merged.

    The later ``revised`` wins; of two equal ones (a moved entry and the mark it left) the
    live one does.
    """
    if other is None:
        return True
    ours, theirs = row["revised"], other["revised"]
    if ours != theirs:
        return bool(ours > theirs)
    return "deleted" in other and "deleted" not in row


def in_range(row: Row, start: int, stop: int) -> bool:
    """Whether a live row has clock time, or its day's noon, in ``[start, stop)``."""
    if "day" in row:
        return start <= instant_of(row) < stop
    began: int = row["start"]
    return began < stop and ("stop" not in row or bool(row["stop"] > start))


def _when(row: Row) -> When:
    if "day" in row:
        return Amount(date.fromisoformat(row["day"]), row["seconds"])
    start = datetime.fromtimestamp(row["start"], UTC)
    if "stop" not in row:
        return OpenSpan(start)
    return Span(start, datetime.fromtimestamp(row["stop"], UTC))
