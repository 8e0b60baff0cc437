"""The running timer, in large digits: the one widget that is drawn every second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from widgets.digits import HEIGHT, big, big_width
from widgets.figures import NO_FIGURES
from widgets.fitting import first_that_fits, fit_pieces
from widgets.state import EMPTY, NEVER, elapsed, forgotten
from widgets.tones import COST, FAINT, QUIET
from widgets.words import since

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.domain.entry import Entry
    from widgets.figures import Figures
    from widgets.fitting import Piece
    from widgets.state import TodayState


class NowPanel(Widget):
    """What runs, since when, and what it is for; elapsed is ``now - start``, never counted."""

    DEFAULT_CSS = """
    NowPanel { height: 3; }
    """

    state: reactive[TodayState] = reactive(EMPTY)
    figures: reactive[Figures] = reactive(NO_FIGURES)
    now: reactive[datetime] = reactive(NEVER)

    def render(self) -> Content:
        """Three lines: digits at the left, words at the right."""
        width = self.content_size.width
        if not self.state.ready or not width:
            return Content("")
        digits, style, dim = self._digits(self.now)
        room = width - big_width(digits) - 3
        words = self._words(self.now, room)
        big_lines = big(digits)
        bright = big_width(digits) - (big_width(dim) if dim else 0)
        lines = []
        for row in range(HEIGHT):
            said = fit_pieces(words[row], room)
            lines.append(
                Content.assemble(
                    (big_lines[row][:bright], style),
                    (big_lines[row][bright:], QUIET),
                    "   ",
                    *said,
                )
            )
        return Content("\n").join(lines)

    def _digits(self, now: datetime) -> tuple[str, str, str]:
        """The digits, their style, and how much of their end is only seconds."""
        if self.state.running is None:
            hours, minutes = divmod(self.figures.total // 60, 60)
            return f"{hours}:{minutes:02}", FAINT, ""
        shown = elapsed(self.state.running, now)
        if forgotten(self.state, now):
            return shown[:-3], COST, ""
        return shown, "bold $foreground", shown[-2:]

    def _words(self, now: datetime, room: int) -> tuple[list[Piece], list[Piece], list[Piece]]:
        state = self.state
        if state.running is None:
            begin = ("n starts your first",)
            again = ("space or s starts a recent task", "space starts another")
            hint = first_that_fits(again if state.recents else begin, room)
            return (
                [("Nothing is running", "bold")],
                [
                    (
                        "logged so far today" if state.is_today else "logged that day",
                        QUIET,
                    )
                ],
                [(hint, QUIET)],
            )
        entry = state.running
        first: list[Piece] = [(entry.task, "bold $foreground")]
        if entry.project:
            first.append((f"  @{entry.project}", QUIET))
        second_line: list[Piece] = [(since(state, entry), QUIET)]
        category = state.category_title(entry.task)
        if category and category.casefold() != entry.task.casefold():
            second_line.append((f" · {category}", QUIET))
        return first, second_line, self._third(entry, now)

    def _third(self, entry: Entry, now: datetime) -> list[Piece]:
        state = self.state
        if forgotten(state, now):
            return [("Forgotten? space", COST)]
        if state.also_running:
            return [(f"! {state.also_running} more running", COST)]
        tags = "".join(f"#{tag} " for tag in entry.tags)
        return [(tags, QUIET), (entry.note, f"italic {QUIET}")]
