"""The line at the top: where one is, what runs, and which day it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from widgets.drawing import Drawing
from widgets.fitting import fit, pieces_width, spread
from widgets.state import EMPTY, NEVER, elapsed
from widgets.tones import COST, QUIET, VALUE
from widgets.words import day_name, long_day

if TYPE_CHECKING:
    from datetime import datetime

    from textual import events

    from widgets.actions import Mode
    from widgets.fitting import Piece
    from widgets.state import TodayState

MODES: tuple[tuple[Mode, str, str], ...] = (
    ("today", "1", "Today"),
    ("recurring", "2", "Recurring"),
    ("handoff", "3", "Hand-off"),
    ("review", "4", "Review"),
)
"""Every screen there is, with its key and its name."""

MORE: tuple[tuple[Mode, str, str], ...] = (("reports", "5", "Reports"),)
"""Screens on the way: named while one is on them."""


class TopBar(Widget):
    """Name, modes, day; what runs appears here while the timer itself is out of sight."""

    DEFAULT_CSS = """
    TopBar { height: 1; padding: 0 1; background: $panel; }
    """

    state: reactive[TodayState] = reactive(EMPTY)
    now: reactive[datetime] = reactive(NEVER)
    timer_shown: reactive[bool] = reactive(default=False)

    @dataclass(eq=False, repr=False)
    class Clicked(Message):
        """The name of a screen was clicked."""

        mode: Mode

    def __init__(self, mode: Mode) -> None:
        """The bar of the screen ``mode``; what runs is told on every screen but Today."""
        super().__init__()
        self._mode: Mode = mode
        self._modes = (*MODES, *(one for one in MORE if one[0] == mode))
        self.set_reactive(TopBar.timer_shown, mode != "today")

    def render(self) -> Drawing:
        """One line; the day gives up its year and week first, then the modes their names."""
        width = self.content_size.width
        if not width:
            return Drawing()
        running = self._timer_words(width)
        start = self._start(width - pieces_width(running))
        day = (self.state.day if self._mode == "today" else self.state.today).date
        ends = [long_day(day), f"{day_name(day)} · W{day.isocalendar().week:02}", day_name(day)]
        room = width - pieces_width(start) - pieces_width(running) - 2
        end = next((words for words in ends if len(words) <= room), "")
        if not self.state.ready:
            end = ""
        here = self.state.is_today or self._mode != "today"
        style = QUIET if here else f"bold {COST}"
        return Drawing([spread(start, [*running, (end, style)], width)])

    def _start(self, room: int) -> list[Piece]:
        """The name and the modes, in the longest wording that leaves a cell of ``room``."""
        found: list[Piece] = []
        for brand, names, gap in (
            ("worthwhile", True, "  "),
            ("worthwhile", False, "  "),
            ("ww", False, " "),
        ):
            found = [(brand, "bold")]
            for mode, key, name in self._modes:
                here = mode == self._mode
                words = f"{key} {name}" if names or here else key
                found += [(gap, ""), (words, f"bold {VALUE}" if here else QUIET)]
            if pieces_width(found) < room:
                break
        return found

    def on_click(self, event: events.Click) -> None:
        """The name of a screen leads to it."""
        at = event.get_content_offset(self)
        width = self.content_size.width
        column = 0
        for text, _ in self._start(width - pieces_width(self._timer_words(width))):
            for mode, key, name in self._modes:
                hit = at is not None and column <= at.x < column + len(text)
                if hit and text in (key, f"{key} {name}"):
                    self.post_message(self.Clicked(mode))
            column += len(text)

    def _timer_words(self, width: int) -> list[Piece]:
        entry = self.state.running
        if not self.timer_shown or entry is None:
            return []
        task = fit(entry.task, max(8, width // 4))
        return [
            ("● ", VALUE),
            (task, "bold"),
            (f" {elapsed(entry, self.now)}  ", "$foreground"),
        ]
