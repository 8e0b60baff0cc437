"""The log as our JSON (lossless) and as CSV, piece by piece, from the rows of the store."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from io import StringIO
from json import JSONEncoder
from json.encoder import encode_basestring as quoted

from tracker.domain.fields import fields_of, paper_fields
from tracker.domain.papers import Paper
from tracker.domain.task import MARKS, RATINGS, Task
from tracker.exchange.cells import COLUMNS, defused, joined
from tracker.exchange.stream import LocalTimes, Row, length

VERSION = 1
"""Of our JSON; an import refuses a newer one."""

_WORDS = {True: "true", False: "false", None: "null"}


def export_json(
    rows: Iterable[Row], tasks: Iterable[Task], *, now: datetime, papers: Iterable[Paper] = ()
) -> Iterator[str]:
    """The text of a JSON export, one entry, task or paper on each line.

    Args:
        rows: In the order they are to appear.
        tasks: Every task, with its ratings and marks.
        now: Aware instant up to which a running entry is counted.
        papers: Quotes, briefs, hand-offs and the rest.
    """
    yield f'{{"version":{VERSION},"tasks":['
    encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    yield from _listed(encode(task_record(task)) for task in tasks)
    yield '\n],"papers":['
    yield from _listed(encode(paper_fields(paper)) for paper in papers)
    yield '\n],"entries":['
    yield from _listed(record_lines(rows, now=now))
    yield "\n]}\n"


def task_record(task: Task) -> dict[str, object]:
    """A task as JSON: its name, project, category, opinions and rhythm; ``null`` is unsaid."""
    names = ("name", "project", "category", *RATINGS, *MARKS, "share")
    until = task.paused_until
    return {
        **{name: getattr(task, name) for name in names},
        "cadence": None if task.cadence is None else fields_of(task.cadence),
        "paused_until": None if until is None else until.isoformat(),
        "silent": task.silent,
    }


def record_lines(rows: Iterable[Row], *, now: datetime) -> Iterator[str]:
    """Each row as the text of its :func:`~tracker.exchange.record.entry_record`, and its origin.

    The one other place where the record is spelled out: text made field by field takes half the
    time of an encoder, and an export has forty thousand. A test holds both to each other.
    """
    second = int(now.timestamp())
    times, zones = LocalTimes(), dict[str, tuple[Callable[[int], str], str]]()
    for row in rows:
        get, name = row.get, row["zone"]
        if name not in zones:
            zones[name] = times.of(name), quoted(name)
        iso, zone = zones[name]
        if "day" in row:
            when = f'"date":{quoted(row["day"])},"seconds":{row["seconds"]}'
        elif "stop" in row:
            start, stop = row["start"], row["stop"]
            when = f'"start":"{iso(start)}","stop":"{iso(stop)}","seconds":{stop - start}'
        else:
            when = f'"start":"{iso(row["start"])}","stop":null,"seconds":{length(row, second)}'
        tags = ",".join(map(quoted, row["tags"])) if "tags" in row else ""
        origin = f',"origin":{quoted(row["origin"])}' if "origin" in row else ""
        yield (
            f'{{"id":{quoted(row["id"])},"task":{quoted(row["task"])},'
            f'"project":{quoted(get("project", ""))},"tags":[{tags}],'
            f'"note":{quoted(get("note", ""))},{when},"zone":{zone},'
            f'"source":{quoted(row["source"])},"billable":{_WORDS[get("billable")]}{origin}}}'
        )


def _listed(texts: Iterable[str]) -> Iterator[str]:
    mark = "\n"
    for text in texts:
        yield mark + text
        mark = ",\n"


def export_csv(rows: Iterable[Row], *, hour_value: float, now: datetime) -> Iterator[str]:
    """The text of a CSV export, one line an entry, each ended by CR LF (RFC 4180).

    Args:
        rows: In the order they are to appear.
        hour_value: What an hour is worth; ``value`` is that times the hours, to 2 decimals.
        now: Aware instant up to which a running entry is counted.
    """
    line = _line_writer()
    yield line(COLUMNS)
    second, times = int(now.timestamp()), LocalTimes()
    zones: dict[str, Callable[[int], str]] = {}
    for row in rows:
        get, zone = row.get, row["zone"]
        iso = zones.setdefault(zone, zones.get(zone) or times.of(zone))
        seconds = length(row, second)
        texts = (
            row["id"],
            row["task"],
            get("project", ""),
            joined(get("tags", ())),
            get("note", ""),
        )
        yield line(
            (
                *map(defused, texts),
                row["day"] if "day" in row else iso(row["start"]),
                iso(row["stop"]) if "stop" in row else "",
                str(seconds),
                defused(zone),
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
