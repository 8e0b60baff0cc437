"""The line at the top: where one is, what runs, and which day it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from widgets.fitting import fit, pieces_width, spread
from widgets.state import EMPTY, NEVER, elapsed
from widgets.tones import COST, QUIET, VALUE
from widgets.words import day_name, long_day

if TYPE_CHECKING:
    from datetime import datetime

    from widgets.fitting import Piece
    from widgets.state import TodayState

MODES = (("1", "Today"),)
"""Key and name of every screen there is."""


class TopBar(Widget):
    """Name, modes, day; what runs appears here while the timer itself is out of sight."""

    DEFAULT_CSS = """
    TopBar { height: 1; padding: 0 1; background: $panel; }
    """

    state: reactive[TodayState] = reactive(EMPTY)
    now: reactive[datetime] = reactive(NEVER)
    timer_hidden: reactive[bool] = reactive(default=False)

    def render(self) -> Content:
        """One line; the day gives up its year and week first, then the modes their names."""
        width = self.content_size.width
        if not width:
            return Content("")
        start: list[Piece] = [("worthwhile", "bold")]
        for key, name in MODES:
            start.append((f"  {key} {name}" if width >= 60 else f"  {key}", f"bold {VALUE}"))
        running = self._timer_words(width)
        day = self.state.day.date
        ends = [long_day(day), f"{day_name(day)} · W{day.isocalendar().week:02}", day_name(day)]
        room = width - pieces_width(start) - pieces_width(running) - 2
        end = next((words for words in ends if len(words) <= room), "")
        if not self.state.ready:
            end = ""
        style = QUIET if self.state.is_today else f"bold {COST}"
        return Content.assemble(*spread(start, [*running, (end, style)], width))

    def _timer_words(self, width: int) -> list[Piece]:
        entry = self.state.running
        if not self.timer_hidden or entry is None:
            return []
        task = fit(entry.task, max(8, width // 4))
        return [
            ("● ", VALUE),
            (task, "bold"),
            (f" {elapsed(entry, self.now)}  ", "$foreground"),
        ]
