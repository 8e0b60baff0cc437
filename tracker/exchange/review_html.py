"""A review as one HTML file that needs nothing else: charts are drawn in it, styles are in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tracker.exchange.html_out import rendered
from tracker.exchange.review_sheet import SIDE_WORDS, Sheet

_TEMPLATE = Path(__file__).parents[1] / "data" / "review.html"


def html(sheet: Sheet) -> Iterator[str]:
    """The sheet piece by piece; every text is escaped."""
    peak = max((max(on, busywork) for _, on, busywork in sheet.trend), default=0)
    yield from rendered(_TEMPLATE, sheet=sheet, sides=SIDE_WORDS, peak=peak)
