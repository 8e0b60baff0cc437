"""Reports with a day and a time of day for the start and for the end of each row.

Toggl Track and Clockify share all of it but the names of some columns. Task: Description,
else Task, else Project, else ``Untitled``. Project: Project, else Client. A Task that is not
the entry's name goes into the note. Tags are split at ``,``. Start and end are trusted over
every duration column: spreadsheets turn durations into times of day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.domain.errors import InvalidValue
from tracker.domain.span import OpenSpan, When
from tracker.exchange.answers import answer, empty, several
from tracker.exchange.row import Reading, Reject, Row
from tracker.exchange.table import Cut, Table
from tracker.exchange.wallclock import Days, seconds_of_day
from tracker.exchange.wording import Worded, clean, worded

COLUMNS = {
    "description": ("description", "time entry"),
    "task": ("task",),
    "project": ("project",),
    "client": ("client",),
    "tags": ("tags", "tag"),
    "billable": ("billable",),
    "user": ("user", "member"),
    "start_date": ("start date",),
    "start_time": ("start time",),
    "stop_date": ("end date", "stop date"),
    "stop_time": ("end time", "stop time"),
    "kind": (),
}
"""Our names of the columns -> the headers they have in both; ``kind`` becomes a tag."""

REQUIRED = ("start_date", "start_time", "stop_time")
_USUAL_KINDS = ("", "regular")


def rows(table: Table, reading: Reading) -> Iterator[Row | Reject]:
    """The rows of a table whose columns are named as in ``COLUMNS``.

    Raises:
        ImportRefused: The order of day and month is open.
    """
    made = _Rows(table, reading)
    yield from table.rows(made.row)
    reading.warnings.extend(several(made.people))


class _Rows:
    """Turns cells into rows; remembers what repeats from row to row."""

    def __init__(self, table: Table, reading: Reading) -> None:
        self._clock = reading.clock
        self._days = Days(reading.date_order, lambda: table.column("start_date", "stop_date"))
        self._when = table.picker("start_date", "start_time", "stop_date", "stop_time")
        self._texts = table.picker("description", "task", "project", "client", "tags", "kind")
        self._until = table.place("stop_time")
        self._rest = table.picker("billable", "user")
        self._worded: dict[tuple[str, ...], Worded] = {}
        self.people: set[str] = set()

    def row(self, cut: Cut) -> Row:
        """The row; raises InvalidValue where it cannot be one."""
        line, cells, given = cut
        when, start, stop, warning = self._time(*self._when(cells))
        if not stop and given < self._until:
            raise InvalidValue("The row ends before its end time.")
        texts = self._texts(cells)
        words = self._worded.get(texts)
        if words is None:
            words = self._worded[texts] = _words(*texts)
        if words.warning:
            warning = f"{warning} {words.warning}".strip()
        billable, person = self._rest(cells)
        if person:
            self.people.add(person)
        begun = f"{words.key}\x1f{start}/"
        zone, said = self._clock.name, answer(billable)
        return Row(words.what, when, zone, said, begun + stop, line, "", begun, "", warning)

    def _time(self, first: str, begin: str, last: str, end: str) -> tuple[When, str, str, str]:
        """When it was; start and end as text free of formats and zones; a warning or nothing."""
        if _nothing(first) or _nothing(begin):
            raise InvalidValue("The row has no start date or no start time.")
        start = (self._days.read(first), seconds_of_day(begin))
        if _nothing(end):
            if not _nothing(last):
                raise InvalidValue("The row has an end date without an end time.")
            instant, warning = self._clock.instant(*start)
            return OpenSpan(instant), stamp(*start), "", warning
        day = start[0] if last == first or _nothing(last) else self._days.read(last)
        stop = (day, seconds_of_day(end))
        span, warning = self._clock.span(start, stop)
        return span, stamp(*start), stamp(*stop), warning


def _nothing(cell: str) -> bool:
    """As :func:`empty`, quick for what begins with a digit."""
    return cell < "0" and empty(cell)


def stamp(day: date, seconds: int) -> str:
    """A local time as text that is the same however a file writes it."""
    return f"{day.isoformat()}T{seconds}"


def _words(description: str, task: str, project: str, client: str, tags: str, kind: str) -> Worded:
    description, task, project, client, tags, kind = (
        "" if empty(cell) else cell for cell in (description, task, project, client, tags, kind)
    )
    odd = "" if kind.strip().casefold() in _USUAL_KINDS else kind
    name = clean(description) or clean(task) or clean(project) or clean(odd)
    note = task if clean(task) != name else ""
    labels = [*tags.split(","), odd.casefold()]
    return worded(name, project or client, labels, note)
