"""Harvest: the detailed time report as CSV, old columns and new.

It has no clock times, so each row is an amount on a day. Task: Task, else Project. Project:
Project, else Client. What an hour cost (Cost Rate) is passed on beside the rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain.errors import ImportRefused, InvalidValue
from tracker.domain.span import Amount
from tracker.exchange.answers import answer, empty, several
from tracker.exchange.lengths import number, seconds_of
from tracker.exchange.row import CostRate, Format, Item, Reading, Row
from tracker.exchange.table import Cut, Table
from tracker.exchange.wallclock import Days
from tracker.exchange.wording import clean, worded

_COLUMNS = {
    "date": ("date",),
    "hours": ("hours", "hours rounded"),
    "task": ("task",),
    "project": ("project",),
    "client": ("client",),
    "notes": ("notes", "note"),
    "billable": ("billable?", "billable"),
    "first": ("first name",),
    "last": ("last name",),
    "cost": ("cost rate",),
    "currency": ("currency",),
}
_REQUIRED = ("date", "task", "hours")
_OWN = frozenset(
    {"project code", "invoiced?", "approved?", "billable?", "employee?", "hours rounded"}
)


def recognise(text: str) -> bool:
    """Whether the header is Harvest's."""
    table = Table(text, _COLUMNS)
    return table.found.issuperset((*_REQUIRED, "project")) and bool(table.headers & _OWN)


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The rows of a detailed time report.

    Raises:
        ImportRefused: It has no such header, or the order of day and month is open.
    """
    table = Table(text, _COLUMNS, _REQUIRED)
    missing = [_COLUMNS[name][0] for name in _REQUIRED if name not in table.found]
    if missing:
        raise ImportRefused(
            f"This is no detailed time report of Harvest: it has no column {', '.join(missing)}. "
            "Choose Reports, Detailed time, Export, CSV there."
        )
    rows = _Rows(table, reading)
    yield from table.rows(rows.row)
    reading.warnings.extend(several(rows.people))
    reading.rates.extend(rows.rates)


class _Rows:
    """Turns cells into rows; collects people and what their hours cost."""

    def __init__(self, table: Table, reading: Reading) -> None:
        self._zone = reading.clock.name
        self._days = Days(reading.date_order, lambda: table.column("date"))
        self._when = table.picker("date", "hours")
        self._words = table.picker("task", "project", "client", "notes")
        self._who = table.picker("first", "last")
        self._rest = table.picker("billable", "cost", "currency")
        self.people: set[str] = set()
        self.rates: dict[CostRate, None] = {}

    def row(self, cut: Cut) -> Row:
        """The row; raises InvalidValue where it cannot be one."""
        date, hours = self._when(cut.cells)
        if empty(date):
            raise InvalidValue("The row has no date.")
        if empty(hours):
            raise InvalidValue("The row has no hours.")
        when = Amount(self._days.read(date), seconds_of(hours))
        task, project, client, notes = self._words(cut.cells)
        billable, cost, currency = self._rest(cut.cells)
        words = worded(task if clean(task) else project, project or client, (), notes)
        person = clean(" ".join(self._who(cut.cells)))
        if person:
            self.people.add(person)
        if not empty(cost):
            warning = self._cost(words.what.task, words.what.project, person, cost, clean(currency))
        else:
            warning = ""
        return Row(
            words.what,
            when,
            self._zone,
            answer(billable),
            f"{words.key}\x1f{when.day.isoformat()}|{when.seconds}",
            cut.line,
            warning=f"{warning} {words.warning}".strip(),
        )

    def _cost(self, task: str, project: str, person: str, cost: str, currency: str) -> str:
        """Keep what the hour cost; a warning where that cannot be read."""
        try:
            rate = number(cost, money=True)
        except InvalidValue as fault:
            return f"Its cost rate was not read: {fault}"
        if rate > 0:
            self.rates[CostRate(task, project, person, rate, currency)] = None
        return ""


FORMAT = Format("harvest", "a detailed time report of Harvest (CSV)", recognise, items)
