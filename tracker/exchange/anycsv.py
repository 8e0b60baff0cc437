"""CSV of any kind: our own, else any table with a task and with times.

Columns are those a person names, else those with usual headers. An entry needs a start and an
end, or a start and a length, or a day and a length; start and end are trusted over a length.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tracker.domain.errors import ImportRefused, InvalidValue
from tracker.domain.span import Amount, OpenSpan, Span, When
from tracker.exchange import ours_csv
from tracker.exchange.answers import answer, empty
from tracker.exchange.columns import LENGTHS, mapped, tells_time
from tracker.exchange.lengths import seconds_of
from tracker.exchange.points import Point, dated, point, span
from tracker.exchange.row import Format, Item, Reading, Row
from tracker.exchange.table import Cells, Cut, Table
from tracker.exchange.wallclock import Days
from tracker.exchange.wording import Worded, clean, worded


def recognise(text: str) -> bool:
    """Whether its columns are ours, or say what was done and when."""
    if ours_csv.recognise(text):
        return True
    _, found = mapped(text, {})
    return tells_time(found) and bool({"task", "project", "note", "tags"} & found.keys())


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The entries of our CSV or of any other.

    Raises:
        ImportRefused: Columns are missing; or the order of day and month, or the unit of the
            lengths, is open.
    """
    if not reading.columns and ours_csv.recognise(text):
        yield from ours_csv.items(text, reading)
        return
    table, found = mapped(text, reading.columns)
    if not tells_time(found):
        raise ImportRefused(
            "The columns do not say when: there must be a start and an end, or a day or start and "
            f"a duration. They are: {', '.join(table.shown[:30]) or 'none'}. "
            "Name them, such as --columns task=Activity,start=From,stop=Until."
        )
    unread = [name for name in table.shown if table.unused(name)]
    if unread:
        reading.warnings.append(
            f"Columns that were not read: {', '.join(unread[:30])}. --columns names them."
        )
    rows = _Rows(table, reading)
    yield from table.rows(rows.row)


class _Rows:
    """Turns cells into rows."""

    def __init__(self, table: Table, reading: Reading) -> None:
        self._table = table
        self._clock = reading.clock
        self._days = Days(
            reading.date_order,
            lambda: map(dated, table.column("date", "start", "stop_date", "stop")),
        )
        self._when = table.picker("date", "start", "stop_date", "stop")
        self._lengths = table.picker(*LENGTHS)
        self._texts = table.picker("task", "project", "client", "tags", "note")
        self._rest = table.picker("billable", "task")
        self._until = table.place("stop")
        self._unit = ""
        self._worded: dict[tuple[str, ...], Worded] = {}

    def row(self, cut: Cut) -> Row:
        """The row; raises InvalidValue where it cannot be one, ImportRefused as :func:`items`."""
        when, begun, ended, warning = self._time(cut)
        texts = self._texts(cut.cells)
        words = self._worded.get(texts)
        if words is None:
            words = self._worded[texts] = _words(*texts)
        billable, _ = self._rest(cut.cells)
        return Row(
            words.what,
            when,
            self._clock.name,
            answer(billable),
            f"{words.key}\x1f{begun}{ended}",
            cut.line,
            begun="" if isinstance(when, Amount) else f"{words.key}\x1f{begun}",
            warning=f"{warning} {words.warning}".strip(),
        )

    def _time(self, cut: Cut) -> tuple[When, str, str, str]:
        """When it was; start and end as text; a warning or nothing."""
        day, begin, last, end = ("" if empty(cell) else cell for cell in self._when(cut.cells))
        start = self._point(begin, day)
        if start.seconds is None and not start.instant:
            if start.day is None:
                raise InvalidValue("The row has no start.")
            return self._amount(start, cut.cells)
        if end or last:
            if not end:
                raise InvalidValue("The row has an end date without an end time.")
            stop = self._point(end, last)
            found, warning = span(start, stop, self._clock)
            return found, f"{start.text}/", stop.text, warning
        instant, warning = start.on(self._clock)
        seconds = self._seconds(cut.cells)
        if seconds is not None:
            return (
                Span(instant, instant + timedelta(seconds=seconds)),
                f"{start.text}/",
                f"+{seconds}",
                warning,
            )
        if not self._until:
            raise InvalidValue("The row has neither an end nor a duration.")
        if cut.given < self._until:
            raise InvalidValue("The row ends before its end time.")
        return OpenSpan(instant), f"{start.text}/", "", warning

    def _amount(self, start: Point, cells: Cells) -> tuple[When, str, str, str]:
        seconds = self._seconds(cells)
        if seconds is None or start.day is None:
            raise InvalidValue("The row has a day but neither times nor a duration.")
        return Amount(start.day, seconds), f"{start.day.isoformat()}|", str(seconds), ""

    def _point(self, cell: str, day: str) -> Point:
        """The point in time of a cell, on the day of another cell where it has none."""
        found = point(cell, self._days) if cell else Point(None, None)
        if day and found.day is None and not found.instant:
            return found._replace(day=point(day, self._days).day)
        return found

    def _seconds(self, cells: Cells) -> int | None:
        """The length that the first cell with one gives; ``None`` where all are empty."""
        for name, cell in zip(LENGTHS, self._lengths(cells), strict=True):
            if not empty(cell):
                if name != "duration":
                    return seconds_of(cell, name)
                return seconds_of(cell, self._bare_unit() if cell.strip().isdigit() else "hours")
        return None

    def _bare_unit(self) -> str:
        """What whole numbers in a column of durations count: hours where others are decimal.

        Raises:
            ImportRefused: Nothing in the column tells.
        """
        if not self._unit:
            cells = self._table.column("duration")
            if not any(_decimal(cell) for cell in cells):
                raise ImportRefused(
                    "Nothing says whether the durations are hours, minutes or seconds: say "
                    "--columns hours=HEADER, minutes=HEADER or seconds=HEADER."
                )
            self._unit = "hours"
        return self._unit


def _decimal(cell: str) -> bool:
    whole, mark, part = cell.strip().replace(",", ".").partition(".")
    return bool(mark) and whole.isdigit() and part.isdigit()


def _words(task: str, project: str, client: str, tags: str, note: str) -> Worded:
    task, project, client, tags, note = (
        "" if empty(cell) else cell for cell in (task, project, client, tags, note)
    )
    name = clean(task) or clean(note) or clean(project)
    for mark in ";|":
        tags = tags.replace(mark, ",")
    return worded(name, project or client, tags.split(","), note if clean(note) != name else "")


FORMAT = Format("csv", "CSV: worthwhile's own, or any with a task and times", recognise, items)
