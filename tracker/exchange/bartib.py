r"""bartib and tock: one activity a line, ``START - STOP | project | description``.

The description is the task; without one the project is. A line without an end is still
running. ``\|`` and ``\\`` stand for ``|`` and ``\``. Times are local, to the minute (tock
may write seconds).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tracker.domain.errors import InvalidValue
from tracker.domain.span import OpenSpan, When
from tracker.exchange.clocked import stamp
from tracker.exchange.row import Format, Item, Reading, Reject, Row
from tracker.exchange.wallclock import Days, seconds_of_day
from tracker.exchange.wording import clean, worded

_MOMENT = r"\d{4}-\d\d-\d\d[ T]\d\d?:\d\d(?::\d\d)?"
_TIMES = re.compile(rf"({_MOMENT})(?:\s*-\s*({_MOMENT}))?", re.ASCII)
_LINE = re.compile(rf"{_MOMENT}(?:\s*-\s*{_MOMENT})?\s*\|", re.ASCII)


def recognise(text: str) -> bool:
    """Whether the first line that says something is an activity."""
    lines = (line.strip() for line in text[:5000].split("\n"))
    return bool(_LINE.match(next((line for line in lines if line and line[0] != "#"), "")))


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The activities; blank lines and lines that start with ``#`` are passed over."""
    days = Days("", lambda: ())
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        try:
            yield _row(number, words, days, reading)
        except InvalidValue as fault:
            yield Reject(number, str(fault))


def _row(number: int, line: str, days: Days, reading: Reading) -> Row:
    times, *fields = _fields(line)
    found = _TIMES.fullmatch(times.strip())
    if not found or not fields:
        raise InvalidValue(
            "An activity reads: 2026-02-16 16:14 - 2026-02-16 18:23 | project | description."
        )
    start, until = _moment(found[1], days), ""
    when: When
    if found[2]:
        stop = _moment(found[2], days)
        when, warning = reading.clock.span(start, stop)
        until = stamp(*stop)
    else:
        instant, warning = reading.clock.instant(*start)
        when = OpenSpan(instant)
    return _worded(number, when, f"{stamp(*start)}/", until, fields, reading.clock.name, warning)


def _worded(
    line: int, when: When, start: str, stop: str, fields: list[str], zone: str, warning: str
) -> Row:
    project, description, *more = (*fields, "")
    task = description if clean(description) else project
    note = " | ".join(text.strip() for text in more if clean(text))
    words = worded(task, project, (), note)
    begun = f"{words.key}\x1f{start}"
    return Row(
        words.what,
        when,
        zone,
        None,
        begun + stop,
        line,
        begun=begun,
        warning=f"{warning} {words.warning}".strip(),
    )


def _moment(text: str, days: Days) -> tuple[date, int]:
    day, _, clock = text.replace("T", " ").partition(" ")
    return days.read(day), seconds_of_day(clock)


def _fields(line: str) -> list[str]:
    r"""What stands between the ``|`` of a line, without the ``\`` before marks."""
    fields, field, marks = list[str](), "", iter(line)
    for mark in marks:
        if mark == "|":
            fields.append(field)
            field = ""
        elif mark == "\\":
            following = next(marks, "")
            field += following if following in ("|", "\\") else mark + following
        else:
            field += mark
    return [*fields, field]


FORMAT = Format("bartib", "a bartib or tock activity log", recognise, items)
