"""The running timer, in large digits: the one widget that is drawn every second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from widgets.digits import HEIGHT, big, big_width
from widgets.figures import NO_FIGURES
from widgets.fitting import first_that_fits, fit_pieces
from widgets.ink import Ink
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
    now: reactive[datetime] = reactive(NEVER, repaint=False)

    def __init__(self) -> None:
        """Nothing is known yet."""
        super().__init__()
        self._ink = Ink(self)

    def notify_style_update(self) -> None:
        """Another theme: other styles."""
        super().notify_style_update()
        self._ink.dry()

    def watch_now(self, before: datetime, now: datetime) -> None:
        """A second has passed: only the digits are drawn, unless they grew or the words changed."""
        state = self.state
        if state.running is None:
            return
        digits, _, dim = self._digits(now)
        same = len(digits) == len(self._digits(before)[0])
        if dim and same and forgotten(state, before) == forgotten(state, now):
            self.refresh(Region(0, 0, big_width(digits), HEIGHT))
        else:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of three lines: digits at the left, words at the right."""
        width = self.content_size.width
        if y >= HEIGHT or not self.state.ready:
            return Strip.blank(width, self._ink())
        digits, style, dim = self._digits(self.now)
        taken = big_width(digits)
        bright = taken - (big_width(dim) if dim else 0)
        line = big(digits)[y]
        words = self._words(self.now, width - taken - 3)[y]
        segments = [
            Segment(line[:bright], self._ink(style)),
            Segment(line[bright:], self._ink(QUIET)),
        ]
        segments.append(Segment("   ", self._ink()))
        segments += [
            Segment(text, self._ink(look)) for text, look in fit_pieces(words, width - taken - 3)
        ]
        return Strip(segments).adjust_cell_length(width, self._ink())

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
