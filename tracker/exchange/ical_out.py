"""The log as an iCalendar file (RFC 5545): one event an entry, for any calendar program.

The task is the summary, the note the description, tags are categories, the project stands in
``X-WORTHWHILE-PROJECT``. Instants are in UTC. What runs and amounts of a day stay out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from time import gmtime, strftime

from tracker.exchange.stream import Row
from tracker.exchange.timewarrior_out import without_amounts

UID_END = "@worthwhile"
PROJECT = "X-WORTHWHILE-PROJECT"
_OCTETS = 73
"""Of a line, so that with its line break it stays within the 75 that are allowed."""


def export_ical(rows: Iterable[Row], notes: list[str], *, now: datetime) -> Iterator[str]:
    """The text of the export, event by event.

    Args:
        rows: In the order they are to appear.
        notes: Gets sentences about what is not in it.
        now: Aware instant that the events are stamped with.
    """
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//worthwhile//time log//EN\r\n"
    stamp = _instant(int(now.timestamp()))
    amounts = running = 0
    for row in rows:
        if "day" in row:
            amounts += 1
        elif "stop" not in row:
            running += 1
        else:
            yield "".join(map(_folded, _event(row, stamp)))
    yield "END:VCALENDAR\r\n"
    if amounts:
        notes.append(without_amounts(amounts, "A calendar"))
    if running:
        notes.append("What still runs is not in it: stop it first.")


def _event(row: Row, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(row['id'])}{UID_END}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART:{_instant(row['start'])}"
    yield f"DTEND:{_instant(row['stop'])}"
    yield f"SUMMARY:{_escaped(row['task'])}"
    if "note" in row:
        yield f"DESCRIPTION:{_escaped(row['note'])}"
    if "tags" in row:
        yield f"CATEGORIES:{','.join(map(_escaped, row['tags']))}"
    if "project" in row:
        yield f"{PROJECT}:{_escaped(row['project'])}"
    yield "END:VEVENT"


def _instant(second: int) -> str:
    return strftime("%Y%m%dT%H%M%SZ", gmtime(second))


def _escaped(text: str) -> str:
    r"""``text`` as a TEXT value (RFC 5545, 3.3.11); ours have no line breaks."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """``line`` cut so that no piece is longer than allowed (RFC 5545, 3.1), with its end."""
    if len(line) <= _OCTETS and line.isascii():
        return f"{line}\r\n"
    pieces, piece, octets = list[str](), "", 0
    for mark in line:
        size = len(mark.encode())
        if octets + size > _OCTETS:
            pieces.append(piece)
            piece, octets = "", 1
        piece += mark
        octets += size
    return "\r\n ".join((*pieces, piece)) + "\r\n"
