"""The log as our JSON (lossless) and as CSV, piece by piece."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from io import StringIO

from tracker.domain.entry import Entry
from tracker.domain.task import MARKS, RATINGS, Task
from tracker.exchange.cells import COLUMNS, defused, joined
from tracker.exchange.record import entry_record

VERSION = 1
"""Of our JSON; an import refuses a newer one."""


def export_json(entries: Iterable[Entry], tasks: Iterable[Task], *, now: datetime) -> Iterator[str]:
    """The text of a JSON export, one entry or task on each line.

    Args:
        entries: In the order they are to appear.
        tasks: Every task, with its ratings and marks.
        now: Aware instant up to which a running entry is counted.
    """
    yield f'{{"version":{VERSION},"tasks":['
    yield from _lines(map(task_record, tasks))
    yield '\n],"entries":['
    yield from _lines(_whole(entry, now) for entry in entries)
    yield "\n]}\n"


def task_record(task: Task) -> dict[str, object]:
    """A task as JSON: its name, project, category, ratings and marks; ``null`` is unsaid."""
    names = ("name", "project", "category", *RATINGS, *MARKS)
    return {name: getattr(task, name) for name in names}


def _whole(entry: Entry, now: datetime) -> dict[str, object]:
    """The record of ``log --json``, and where an import came from, so that nothing is lost."""
    record = entry_record(entry, now)
    if entry.origin:
        record["origin"] = entry.origin
    return record


def _lines(records: Iterable[dict[str, object]]) -> Iterator[str]:
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    mark = "\n"
    for record in records:
        yield mark + encode(record)
        mark = ",\n"


def export_csv(entries: Iterable[Entry], *, hour_value: float, now: datetime) -> Iterator[str]:
    """The text of a CSV export, one line an entry, each ended by CR LF (RFC 4180).

    Args:
        entries: In the order they are to appear.
        hour_value: What an hour is worth; ``value`` is that times the hours, to 2 decimals.
        now: Aware instant up to which a running entry is counted.
    """
    line = _line_writer()
    yield line(COLUMNS)
    for entry in entries:
        record = entry_record(entry, now)
        texts = (entry.id, entry.task, entry.project, joined(entry.tags), entry.note)
        seconds = entry.seconds_at(now)
        yield line(
            (
                *map(defused, texts),
                str(record.get("date") or record["start"]),
                str(record.get("stop") or ""),
                str(seconds),
                defused(entry.zone),
                f"{seconds * hour_value / 3600:.2f}",
            )
        )


def _line_writer() -> Callable[[Iterable[str]], str]:
    """A function that makes one CSV line of some cells."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer)

    def line(cells: Iterable[str]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(cells)
        return buffer.getvalue()

    return line
