"""A review as Markdown, fit to send to a partner or a coach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.exchange.paper import plain_markdown, table_row

if TYPE_CHECKING:
    from tracker.exchange.review_sheet import Sheet
    from tracker.exchange.review_tables import Table


def markdown(sheet: Sheet) -> Iterator[str]:
    """The sheet with GitHub's tables; names are plain text."""
    yield f"# {plain_markdown(sheet.title)}: {plain_markdown(sheet.dates)}\n\n"
    if sheet.last_intention:
        yield f"The intention was: *{plain_markdown(sheet.last_intention)}*\n\n"
    for name, figure, compared in sheet.facts:
        more = f" ({plain_markdown(compared)})" if compared else ""
        yield f"- {plain_markdown(name)}: **{plain_markdown(figure)}**{more}\n"
    yield "\n"
    for note in sheet.notes:
        yield f"{plain_markdown(note)}\n\n"
    for table in sheet.tables:
        yield from _table(table)
    yield from _rows("To decide", ("Task", "Answer", "Figures"), sheet.decisions)
    yield from _rows("Hand-offs on trial", ("Task", "How it goes"), sheet.trials)
    yield from _rows("Next", ("When", "Task", "Time"), sheet.plan)
    if sheet.intention:
        yield f"## Intention\n\n{plain_markdown(sheet.intention)}\n\n"
    if sheet.differences:
        yield "## The log says otherwise now\n\n"
        yield from (f"- {plain_markdown(one)}\n" for one in sheet.differences)
        yield "\n"
    yield f"{plain_markdown(sheet.made)}\n"


def _table(table: Table) -> Iterator[str]:
    worth = any(bar.worth for bar in table.bars)
    columns = (table.column, "Time", "Share", *(("Worth",) if worth else ()))
    rows = [(b.name, b.time, b.share, *((b.worth,) if worth else ())) for b in table.bars]
    yield from _rows(table.heading, columns, rows, right=True)


def _rows(
    heading: str,
    columns: tuple[str, ...],
    rows: list[tuple[str, ...]] | tuple[tuple[str, ...], ...],
    *,
    right: bool = False,
) -> Iterator[str]:
    if not rows:
        return
    yield f"## {plain_markdown(heading)}\n\n"
    yield table_row(columns)
    yield table_row(("---", *("---:" if right else "---" for _ in columns[1:])))
    for row in rows:
        yield table_row(tuple(map(plain_markdown, row)))
    yield "\n"
