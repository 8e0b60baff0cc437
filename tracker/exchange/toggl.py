"""Toggl Track: the detailed report as CSV, old columns and new; read as in ``clocked``."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain.errors import ImportRefused
from tracker.exchange import clocked
from tracker.exchange.clocked import COLUMNS, REQUIRED
from tracker.exchange.clockify import is_clockify
from tracker.exchange.row import Format, Item, Reading
from tracker.exchange.table import Table


def recognise(text: str) -> bool:
    """Whether the header is Toggl's; Clockify's is alike but for its durations and rates."""
    table = Table(text, COLUMNS)
    return table.found.issuperset(REQUIRED) and not is_clockify(table)


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The rows of a detailed report.

    Raises:
        ImportRefused: It has no such header, or the order of day and month is open.
    """
    table = Table(text, COLUMNS, REQUIRED)
    missing = [COLUMNS[name][0] for name in REQUIRED if name not in table.found]
    if missing:
        raise ImportRefused(
            f"This is no detailed report of Toggl Track: it has no column {', '.join(missing)}. "
            "Choose Reports, Detailed, Export, CSV there."
        )
    yield from clocked.rows(table, reading)


FORMAT = Format("toggl", "a detailed report of Toggl Track (CSV)", recognise, items)
