"""Toggl Track: the detailed report as CSV, old columns and new.

Task: Description, else Task, else Project, else ``Untitled``. Project: Project, else Client.
A Task that is not the entry's name goes into the note. Tags are split at ``, ``. Start and
end are trusted over Duration, which spreadsheets turn into times of day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.domain.errors import ImportRefused, InvalidValue
from tracker.domain.span import OpenSpan, When
from tracker.exchange.row import Format, Item, Reading, Reject, Row
from tracker.exchange.table import Cut, Table
from tracker.exchange.wallclock import Days, seconds_of_day
from tracker.exchange.wording import Worded, clean, worded

_COLUMNS = {
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
}
_REQUIRED = ("start_date", "start_time", "stop_time")
_CLOCKIFY = frozenset({"duration (h)", "duration (decimal)"})
_YES = "yes true 1 y ja oui si sí sim tak ano да はい 是 예 igen evet kyllä"
_NO = "no false 0 n nein non não nao nie ne nee nej нет いいえ 否 아니요 nem hayir ei"
_ANSWERS = dict.fromkeys(_YES.split(), True) | dict.fromkeys(_NO.split(), False)


def recognise(text: str) -> bool:
    """Whether the header is Toggl's; Clockify's is alike but for its two durations."""
    table = Table(text, _COLUMNS)
    return table.found.issuperset(_REQUIRED) and not table.headers & _CLOCKIFY


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The rows of a detailed report.

    Raises:
        ImportRefused: It has no such header, or the order of day and month is open.
    """
    table = Table(text, _COLUMNS, _REQUIRED)
    missing = [_COLUMNS[name][0] for name in _REQUIRED if name not in table.found]
    if missing:
        raise ImportRefused(
            f"This is no detailed report of Toggl Track: it has no column {', '.join(missing)}. "
            "Choose Reports, Detailed, Export, CSV there."
        )
    rows = _Rows(table, reading)
    for item in table:
        if isinstance(item, Reject):
            yield item
            continue
        try:
            yield rows.row(item)
        except InvalidValue as fault:
            yield Reject(item.line, str(fault))
    if len(rows.users) > 1:
        names = ", ".join(sorted(rows.users)[:5])
        reading.warnings.append(
            f"The file holds the time of {len(rows.users)} people ({names}); all of it was read."
        )


class _Rows:
    """Turns cells into rows; remembers what repeats from row to row."""

    def __init__(self, table: Table, reading: Reading) -> None:
        self._clock = reading.clock
        self._days = Days(reading.date_order, lambda: table.column("start_date", "stop_date"))
        self._when = table.picker("start_date", "start_time", "stop_date", "stop_time")
        self._texts = table.picker("description", "task", "project", "client", "tags")
        self._until = table.place("stop_time")
        self._rest = table.picker("billable", "user")
        self._worded: dict[tuple[str, ...], Worded] = {}
        self.users: set[str] = set()

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
        billable, user = self._rest(cells)
        if user:
            self.users.add(user)
        zone, said = self._clock.name, _ANSWERS.get(billable.strip().casefold())
        begun = f"{words.key}\x1f{start}/"
        return Row(words.what, when, zone, said, begun + stop, line, "", begun, "", warning)

    def _time(self, first: str, begin: str, last: str, end: str) -> tuple[When, str, str, str]:
        """When it was; start and end as text free of formats and zones; a warning or nothing."""
        if _empty(first) or _empty(begin):
            raise InvalidValue("The row has no start date or no start time.")
        start = (self._days.read(first), seconds_of_day(begin))
        if _empty(end):
            if not _empty(last):
                raise InvalidValue("The row has an end date without an end time.")
            instant, warning = self._clock.instant(*start)
            return OpenSpan(instant), _stamp(*start), "", warning
        stop = (start[0] if _empty(last) else self._days.read(last), seconds_of_day(end))
        span, warning = self._clock.span(start, stop)
        return span, _stamp(*start), _stamp(*stop), warning


def _stamp(day: date, seconds: int) -> str:
    return f"{day.isoformat()}T{seconds}"


def _empty(cell: str) -> bool:
    """Whether a cell says nothing; newer exports write ``-`` into empty ones."""
    return cell[:1] in ("", "-", " ") and cell.strip() in ("", "-")


def _words(description: str, task: str, project: str, client: str, tags: str) -> Worded:
    description, task, project, client, tags = (
        "" if _empty(cell) else cell for cell in (description, task, project, client, tags)
    )
    name = clean(description) or clean(task) or clean(project)
    note = task if clean(task) != name else ""
    return worded(name, project or client, tags.split(","), note)


FORMAT = Format("toggl", "a detailed report of Toggl Track (CSV)", recognise, items)
