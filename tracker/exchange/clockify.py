"""Clockify: the detailed report as CSV, old columns and new; read as in ``clocked``.

Dates follow the workspace, so day and month are told apart by the whole file. A ``Type``
other than regular (break, holiday, time off) becomes a tag, so that its hours can be told
apart. Durations, rates and amounts are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain.errors import ImportRefused
from tracker.exchange import clocked
from tracker.exchange.clocked import REQUIRED
from tracker.exchange.row import Format, Item, Reading
from tracker.exchange.table import Table

_COLUMNS = clocked.COLUMNS | {
    "task": ("task", "activity"),
    "kind": ("type",),
}
_OWN = ("duration (h)", "duration (decimal)", "billable rate (", "billable amount (")
"""How headers begin that only Clockify has; the currency of its money stands in them."""


def is_clockify(table: Table) -> bool:
    """Whether a table has a column that only Clockify writes."""
    return any(header.startswith(_OWN) for header in table.headers)


def recognise(text: str) -> bool:
    """Whether the header is Clockify's."""
    table = Table(text, _COLUMNS)
    return table.found.issuperset(REQUIRED) and is_clockify(table)


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The rows of a detailed report.

    Raises:
        ImportRefused: It has no such header, or the order of day and month is open.
    """
    table = Table(text, _COLUMNS, REQUIRED)
    missing = [_COLUMNS[name][0] for name in REQUIRED if name not in table.found]
    if missing:
        raise ImportRefused(
            f"This is no detailed report of Clockify: it has no column {', '.join(missing)}. "
            "Choose Reports, Time, Detailed, Export, Save as CSV there."
        )
    yield from clocked.rows(table, reading)


FORMAT = Format("clockify", "a detailed report of Clockify (CSV)", recognise, items)
