"""The log as ``timew export`` writes it: what ``timew import`` and our own import read.

Instants are exact. Timewarrior has no zones, no amounts of a day and no projects: times are in
UTC, amounts stay out, and task and project are tags (:mod:`tracker.exchange.timewarrior_tags`).
Timewarrior passes over our own id; our import knows an entry again by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import JSONEncoder
from time import gmtime, strftime

from tracker.exchange.stream import Row
from tracker.exchange.timewarrior_tags import ID, tags_for


def export_timewarrior(rows: Iterable[Row], notes: list[str]) -> Iterator[str]:
    """The text of the export, one interval on each line.

    Args:
        rows: In the order they are to appear.
        notes: Gets a sentence about what is not in it.
    """
    encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    mark, amounts = "[\n", 0
    for number, row in enumerate(rows, 1):
        if "day" in row:
            amounts += 1
            continue
        interval = {"id": number - amounts, "start": _stamp(row["start"])}
        if "stop" in row:
            interval["end"] = _stamp(row["stop"])
        interval["tags"] = tags_for(row["task"], row.get("project", ""), row.get("tags", ()))
        if "note" in row:
            interval["annotation"] = row["note"]
        interval[ID] = row["id"]
        yield mark + encode(interval)
        mark = ",\n"
    yield "[\n]\n" if mark == "[\n" else "\n]\n"
    if amounts:
        notes.append(without_amounts(amounts, "Timewarrior"))


def without_amounts(number: int, tool: str) -> str:
    """A sentence about amounts of time that have no clock times."""
    what = "1 amount of time" if number == 1 else f"{number:,} amounts of time"
    return f"{what} on a day, without clock times, is not in it: {tool} has no place for that."


def _stamp(second: int) -> str:
    return strftime("%Y%m%dT%H%M%SZ", gmtime(second))
