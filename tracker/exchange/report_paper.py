"""What a report shows, as a document to export and as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.format import decimal_hours, duration, money
from tracker.exchange.cells import defused
from tracker.exchange.paper import Line, Paper, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.audit.review.reports import Group


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows as they are seen.

    Attributes:
        title: The range in words.
        by: What a row is.
        hour_value: What an hour is worth in ``currency``.
        decimal: Hours as 1.25 instead of 1h15.
    """

    title: str
    by: str
    groups: Sequence[Group]
    hour_value: float
    currency: str
    decimal: bool = False

    @property
    def seconds(self) -> int:
        """Of all rows; an entry of two tags counts twice in them."""
        return sum(group.seconds for group in self.groups)

    def time(self, seconds: int) -> str:
        """A length of time as it is wanted."""
        return decimal_hours(seconds) if self.decimal else duration(seconds)

    def value(self, seconds: int) -> float:
        """What it is worth, in cents."""
        return round(seconds * self.hour_value / 3600, 2)


def paper(rows: Rows, made: str) -> Paper:
    """The rows as a document; ``made`` says when."""
    total = rows.seconds
    most = max((group.seconds for group in rows.groups), default=0) or 1
    facts = (
        ("Logged", rows.time(total)),
        ("Worth", money(rows.value(total), rows.currency)),
    )
    lines = tuple(
        Line(
            (
                group.name,
                rows.time(group.seconds),
                f"{100 * group.seconds / total:.0f} %" if total else "",
                money(rows.value(group.seconds), rows.currency),
            ),
            group.seconds / most,
        )
        for group in rows.groups
    )
    columns = (rows.by.capitalize(), "Time", "Share", "Worth")
    return Paper(rows.title, facts, (Section(f"By {rows.by}", columns, lines),), made)


def csv(rows: Rows) -> Iterator[str]:
    """The rows for a spreadsheet: name, seconds, hours, value, currency."""
    import csv as writing
    import io

    held = io.StringIO()
    writer = writing.writer(held, lineterminator="\n")
    writer.writerow((rows.by, "seconds", "hours", "value", "currency"))
    for group in rows.groups:
        name, hours = defused(group.name), decimal_hours(group.seconds)
        writer.writerow((name, group.seconds, hours, rows.value(group.seconds), rows.currency))
    yield held.getvalue()
