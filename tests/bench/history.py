"""A history of ten years to measure on: 15 entries each weekday, 60 tasks, 39,150 entries."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from tracker.domain.book import Draft
from tracker.domain.entry import Entry
from tracker.domain.span import Span
from tracker.domain.task import Task

ENTRIES = 39_150
A_DAY = 15
WORK = ("Invoicing", "Email", "Proposal", "Design", "Support", "Planning")
_FOR = (
    "Acme",
    "Northwind",
    "Harbor",
    "Contoso",
    "Umbra",
    "Globex",
    "Lumen",
    "Orchard",
    "Quarry",
    "us",
)
TASKS = tuple(f"{work} for {name}" for work in WORK for name in _FOR)


def entries(count: int, last_day: date, seed: int = 7) -> Iterator[Entry]:
    """``count`` finished entries on the weekdays up to ``last_day``, newest day last."""
    random_ = random.Random(seed)  # noqa: S311
    days: list[date] = []
    day = last_day
    while len(days) * A_DAY < count:
        if day.weekday() < 5:
            days.append(day)
        day -= timedelta(days=1)
    made = 0
    for day in reversed(days):
        at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        for _ in range(min(A_DAY, count - made)):
            length = timedelta(minutes=random_.randrange(8, 36))
            yield Entry(
                id=f"{random_.getrandbits(50):010x}",
                task=random_.choice(TASKS),
                when=Span(at, at + length),
                zone="Europe/Berlin",
                project=random_.choice(("", "Acme", "Northwind")),
                source="typed",
            )
            made += 1
            at += length + timedelta(minutes=random_.choice((0, 0, 0, 5)))


def draft(count: int, last_day: date) -> Draft:
    """The whole history as one change, as an import would bring it."""
    return Draft(
        label=f"imported {count} entries",
        put=tuple(entries(count, last_day)),
        put_tasks=tuple(Task(name) for name in TASKS),
    )


def timewarrior_lines(count: int, last_day: date) -> dict[str, list[str]]:
    """The same history as timewarrior's own data files: name -> lines."""
    files: dict[str, list[str]] = {}
    for entry in entries(count, last_day):
        assert isinstance(entry.when, Span)
        start, stop = (f"{moment:%Y%m%dT%H%M%SZ}" for moment in (entry.when.start, entry.when.stop))
        line = f'inc {start} - {stop} # "{entry.task}"'
        files.setdefault(f"{entry.when.start:%Y-%m}.data", []).append(line)
    return files
