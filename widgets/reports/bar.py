"""The line over a report: its range, what it is grouped by, and what it comes to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.format import money
from widgets.drawing import Drawing
from widgets.fitting import pieces_width, spread
from widgets.reports.rows import range_words, time_words
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from tracker.reporting import Shown
    from widgets.fitting import Piece
    from widgets.state import TodayState


class ReportBar(Widget):
    """The range, what it is grouped by, and what it comes to."""

    DEFAULT_CSS = """
    ReportBar { height: 1; padding: 0 1; background: $panel 50%; }
    """

    starts: reactive[tuple[tuple[Piece, ...], ...]] = reactive(())
    ends: reactive[tuple[tuple[Piece, ...], ...]] = reactive(())

    def render(self) -> Drawing:
        """The longest wording that fits."""
        width = self.content_size.width
        for start in self.starts:
            for end in self.ends:
                if pieces_width(list(start)) + 2 + pieces_width(list(end)) <= width:
                    return Drawing([spread(list(start), list(end), width)])
        shown = list(self.starts[-1]) if self.starts else []
        return Drawing.fitted([shown], width)

    def tell(self, shown: Shown, opened: str | None, state: TodayState, *, decimal: bool) -> None:
        """Of a report, or of the row of it that is open."""
        asked, settings = shown.asked, state.settings
        words = range_words(asked, settings.week_start)
        dates = f"{asked.first:%Y-%m-%d} to {asked.last - timedelta(days=1):%Y-%m-%d}"
        by, seconds = f"by {asked.by}", shown.totals.total_seconds
        if opened is not None:
            by = state.titles.get(opened, opened) if asked.by == "category" else opened
            seconds = sum(one.seconds for one in shown.groups if one.name == opened)
        text: list[Piece] = [(f'  "{asked.text}"', VALUE)] if asked.text else []
        logged = time_words(seconds, decimal=decimal)
        worth = money(seconds * settings.hour_value / 3600, settings.currency)
        share, coverage = "", shown.totals.coverage
        if coverage is not None and not asked.text and opened is None:
            share = f" · {100 * coverage:.0f} % accounted"
        self.starts = (
            ((words, "bold"), (f"  {dates}", QUIET), (f"  {by}", VALUE), *text),
            ((words, "bold"), (f"  {by}", VALUE), *text),
        )
        self.ends = (
            ((logged, "bold"), (f" logged · {worth}{share}", QUIET)),
            ((logged, "bold"), (f" · {worth}", QUIET)),
            ((logged, "bold"),),
        )
