"""A review in the terminal: the same sheet that is printed, as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.exchange.review_sheet import SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.cli.output import Printer
    from tracker.exchange.review_sheet import Sheet
    from tracker.exchange.review_tables import Table

BAR = 20
"""Cells of the longest bar."""
_STYLES = {"on": "value", "busywork": "cost", "in": "", "": "dim"}


def lines(sheet: Sheet, out: Printer) -> Iterator[str]:
    """Every line of it."""
    yield out.paint(f"{sheet.title}  {sheet.dates}", "bold")
    if sheet.last_intention:
        yield out.name(f"The intention was: {sheet.last_intention}")
    yield ""
    yield from out.table(sheet.facts, "lrl", ("dim", "bold", "dim"))
    yield ""
    yield from sheet.notes
    for table in sheet.tables:
        yield from _table(table, out)
    yield from _rows("To decide", sheet.decisions, out)
    yield from _rows("Hand-offs on trial", sheet.trials, out)
    yield from _rows("Next", sheet.plan, out)
    if sheet.intention:
        yield ""
        yield out.name(f"Intention: {sheet.intention}")
    if sheet.differences:
        yield ""
        yield out.paint("The log says otherwise now", "bold")
        yield from map(out.name, sheet.differences)


def _table(table: Table, out: Printer) -> Iterator[str]:
    bars = [bar for bar in table.bars if bar.length]
    if not bars:
        return
    yield ""
    yield out.paint(table.heading, "bold")
    rows = [
        (
            bar.name,
            bar.time,
            bar.share,
            bar.worth,
            SIDE_WORDS.get(bar.side, ""),
            "\u2588" * round(BAR * bar.length) if out.tty else "",
        )
        for bar in bars
    ]
    for bar, line in zip(bars, out.table(rows, "lrrrl", ("", "bold"), stretch=0), strict=True):
        yield out.paint(line, _STYLES[bar.side]) if "\x1b" not in line else line


def _rows(heading: str, rows: Sequence[tuple[str, ...]], out: Printer) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield out.paint(heading, "bold")
    yield from out.table(rows, "", ("bold",), stretch=len(rows[0]) - 1)
