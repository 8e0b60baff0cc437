"""The front door of every import.

Reading a file can take a second and needs no log, so it is done before the lock is taken;
what it means for the log is decided inside::

    parsed = read_file("toggl.csv", "auto", zone="Europe/Berlin")
    plan = None

    def decide(book):
        nonlocal plan
        plan = plan_for(parsed, book, now=now)
        return plan.draft

    store.change(decide)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from tracker.domain.book import Book, Draft
from tracker.domain.errors import ImportRefused, InvalidValue, UsageError
from tracker.domain.papers import KINDS
from tracker.domain.task import Task
from tracker.exchange import anycsv, timewarrior, watson
from tracker.exchange.plan import Known, Parsed, Plan, plan
from tracker.exchange.recognise import AUTO, KNOWN, format_named, recognised
from tracker.exchange.row import Format, Item, Reading, Reject, Row
from tracker.exchange.source import beside, is_folder, read_text, shown
from tracker.exchange.wallclock import wall_clock

FORMATS: tuple[str, ...] = (*(known.name for known in KNOWN), AUTO)
"""What may be named as the format of an import."""
PAPERS = tuple(KINDS.values())


def read_file(  # noqa: PLR0913 - what a person may say about a file
    path: str,
    fmt: str,
    *,
    zone: str,
    stdin: BinaryIO | None = None,
    date_order: str = "",
    columns: Mapping[str, str] | None = None,
    now: datetime | None = None,
    titles: bool = False,
    tick: Callable[[], None] | None = None,
) -> Parsed:
    """Everything in a file, a folder or (``-``) standard input; nothing of the log is needed.

    Args:
        path: A file, ``-``, or a folder where the format has one.
        fmt: One of ``FORMATS``.
        zone: IANA name of the zone of times that carry none.
        stdin: Where ``-`` reads bytes from.
        date_order: ``dmy`` or ``mdy``; empty lets the file decide.
        columns: Our names of columns -> their headers in the file, as ``columns_of`` gives
            them; the file is a CSV then.
        now: Aware instant up to which a calendar's events have been; without it all of them.
        titles: Whether titles of windows, which are private, may be read.
        tick: Called for each row, for progress; whatever it raises ends the reading.

    Raises:
        UsageError: There is no such format, or it has no columns to be named.
        ImportRefused: The file as a whole cannot be used.
    """
    named = None if fmt.casefold() == AUTO else format_named(fmt)
    if columns and named not in (None, anycsv.FORMAT):
        raise UsageError(f"--columns is for csv, not for {fmt}: leave it out, or say csv.")
    try:
        reading = Reading(wall_clock(zone), date_order, columns or {}, titles=titles)
        if now is not None:
            reading = replace(reading, now=now)
    except InvalidValue as fault:
        raise ImportRefused(str(fault)) from None
    if is_folder(path):
        kind, items = _folder(path, named, reading)
    else:
        text = read_text(path, stdin)
        kind = named or (anycsv.FORMAT if columns else recognised(text))
        items = kind.items(text, reading.next_to(beside(path)))
    if tick is not None:
        items = _counted(items, tick)
    items = list(items)
    return Parsed(
        format=kind.name,
        title=kind.title,
        recognised=named is None,
        zone=zone,
        rows=tuple(item for item in items if isinstance(item, Row)),
        rejects=tuple(item for item in items if isinstance(item, Reject)),
        tasks=tuple(item for item in items if isinstance(item, Task)),
        papers=tuple(item for item in items if isinstance(item, PAPERS)),
        warnings=tuple(reading.warnings),
        rates=tuple(reading.rates),
    )


def _counted(items: Iterable[Item], tick: Callable[[], None]) -> Iterator[Item]:
    for item in items:
        tick()
        yield item


def _folder(path: str, named: Format | None, reading: Reading) -> tuple[Format, Iterable[Item]]:
    """Which program's folder it is, and what is in it; Timewarrior's unless it is another's."""
    kind = named or (watson.FORMAT if (Path(path) / "frames").is_file() else timewarrior.FORMAT)
    if kind.folder is None:
        raise ImportRefused(f"{shown(path)} is a folder: name a file in it.")
    return kind, kind.folder(Path(path), reading)


def plan_for(
    parsed: Parsed, book: Book, *, now: datetime, rename: Mapping[str, str] | None = None
) -> Plan:
    """What importing ``parsed`` would do to the log as it stands; see :func:`plan`."""
    return plan(parsed, known_of(book, parsed), now=now, rename=rename)


def known_of(book: Book, parsed: Parsed) -> Known:
    """What of the log an import of ``parsed`` has to know; papers only where it brings some."""
    papers = book.papers() if parsed.papers else ()
    return Known(book.known_ids, book.tasks(), book.running(), papers)


SUGGESTABLE = ("ical", "activitywatch")
"""Formats whose rows may wait as suggestions; of the last they always do."""


def suggestions_for(
    parsed: Parsed, book: Book, *, now: datetime, rename: Mapping[str, str] | None = None
) -> Plan:
    """The same rows as suggestions; those settled or logged before are duplicates."""
    suggested = book.suggested_ids()

    def there(start: datetime, stop: datetime) -> frozenset[str]:
        return suggested | book.known_ids(start, stop)

    made = plan(parsed, Known(there, book.tasks(), book.running()), now=now, rename=rename)
    label = f"suggested {len(made.draft.put)} entries ({parsed.format})"
    draft = Draft(label, put_suggestions=made.draft.put)
    return Plan(draft, replace(made.summary, tasks=()))


def import_plan(
    path: str,
    fmt: str,
    known: Known,
    *,
    zone: str,
    now: datetime,
    stdin: BinaryIO | None = None,
    date_order: str = "",
    rename: Mapping[str, str] | None = None,
) -> Plan:
    """:func:`read_file` and :func:`plan` in one, for where no lock is held, as in a dry run."""
    parsed = read_file(path, fmt, zone=zone, stdin=stdin, date_order=date_order, now=now)
    return plan(parsed, known, now=now, rename=rename)
