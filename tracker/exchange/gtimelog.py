"""gtimelog's ``timelog.txt``: ``YYYY-MM-DD HH:MM: title``, written when something ends.

An entry starts where the one before it on the same day ended; the first of a day is the
arrival and no entry. A day lasts until 02:00, gtimelog's "virtual midnight". Before ``: ``
stands the category, which becomes the project; after `` -- `` stand tags. Slack (``**``) and
what is to be ignored (``***``) are not work and left out, and counted in a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from tracker.domain.errors import InvalidValue
from tracker.domain.span import Span
from tracker.exchange.clocked import stamp
from tracker.exchange.row import Format, Item, Reading, Reject, Row
from tracker.exchange.wallclock import Days, WallClock, seconds_of_day
from tracker.exchange.wording import clean, worded

_LINE = re.compile(
    r"(\d{4}-\d\d-\d\d)\s+(\d\d?:\d\d)(?:\s+([+-]\d{4}))?:(?:\s+(.*))?", re.ASCII | re.DOTALL
)
_DAY_START = 2 * 3600
"""Seconds after midnight at which a day begins, as gtimelog has it unless configured."""


def recognise(text: str) -> bool:
    """Whether the first line that says something is an entry."""
    lines = (line.strip() for line in text[:20_000].split("\n"))
    first = next((line for line in lines if line and line[0] != "#"), "")
    return bool(_LINE.fullmatch(first))


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The entries; blank lines and lines that start with ``#`` are passed over."""
    log = _Log(reading)
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        try:
            row = log.take(number, words)
        except InvalidValue as fault:
            yield Reject(number, str(fault))
            continue
        if row:
            yield row
    if log.slack:
        count = "1 entry" if log.slack == 1 else f"{log.slack} entries"
        reading.warnings.append(
            f"Left out as no work: {count} marked ** or ***, {log.slack_seconds // 60} minutes."
        )


class Stamp(NamedTuple):
    """The local time in front of a line, and its offset such as ``+0100`` where it has one."""

    day: date
    seconds: int
    offset: str

    @property
    def day_logged(self) -> date:
        """The day it counts for: what is before 02:00 belongs to the evening before."""
        return self.day if self.seconds >= _DAY_START else self.day - timedelta(days=1)

    @property
    def text(self) -> str:
        """The same however the line is written."""
        return stamp(self.day, self.seconds) + self.offset

    def instant(self, clock: WallClock) -> tuple[datetime, str]:
        """The instant, by its own offset or else by ``clock``; and a warning or nothing."""
        if not self.offset:
            return clock.instant(self.day, self.seconds)
        midnight = datetime.strptime(f"{self.day.isoformat()}{self.offset}", "%Y-%m-%d%z")
        return midnight + timedelta(seconds=self.seconds), ""


@dataclass(slots=True)
class _Log:
    """What has been read so far: where the next entry starts, and the slack."""

    reading: Reading
    days: Days = field(default_factory=lambda: Days("", lambda: ()))
    last: Stamp | None = None
    slack: int = 0
    slack_seconds: int = 0

    def take(self, number: int, line: str) -> Row | None:
        """The entry that ends in this line, if one does; raises InvalidValue."""
        found = _LINE.fullmatch(line)
        if not found:
            raise InvalidValue("An entry reads: 2026-02-16 16:14: title.")
        stop = Stamp(self.days.read(found[1]), seconds_of_day(found[2]), found[3] or "")
        start, self.last = self.last, stop
        if start is None or start.day_logged != stop.day_logged:
            return None
        span, warning = self._span(start, stop)
        title = found[4] or ""
        if "**" in title:
            self.slack += 1
            self.slack_seconds += span.seconds
            return None
        words = worded(*_parted(title))
        return Row(
            words.what,
            span,
            self.reading.clock.name,
            None,
            f"{words.key}\x1f{start.text}/{stop.text}",
            number,
            warning=f"{warning} {words.warning}".strip(),
        )

    def _span(self, start: Stamp, stop: Stamp) -> tuple[Span, str]:
        clock = self.reading.clock
        if not start.offset and not stop.offset:
            if stop[:2] < start[:2]:
                raise InvalidValue("It is earlier than the line before: the lines go by time.")
            return clock.span(start[:2], stop[:2])
        begin, said = start.instant(clock)
        end, also = stop.instant(clock)
        return Span(begin, end), f"{said} {also}".strip()


def _parted(title: str) -> tuple[str, str, list[str]]:
    """Task, project and tags of a title."""
    words, _, tags = f"{title} ".partition(" -- ")
    category, colon, task = words.partition(": ")
    if not colon or not clean(task):
        return words.rstrip(" :"), "", tags.split()
    return task, category, tags.split()


FORMAT = Format("gtimelog", "gtimelog's timelog.txt", recognise, items)
