"""Every review that is kept: go to one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from tracker.calendar.periods import read_period
from widgets.choice_list import ChoiceList, ChoiceRow
from widgets.dialog import Dialog
from widgets.words import day_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.domain.papers import Review
    from widgets.review.screen import ReviewScreen


def stored_row(review: Review) -> ChoiceRow:
    """Its period, how it stands, its line."""
    stands = f"closed {day_name(review.finished)}" if review.finished else f"open, at {review.step}"
    return ChoiceRow(
        review.id,
        f"{review.id}  {review.intention}",
        stands,
        brief=stands.split(",", maxsplit=1)[0],
    )


class StoredScreen(Dialog):
    """Lists them, the newest first."""

    CSS_PATH: ClassVar = [Path(__file__).parent.parent / "dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", show=False, id="stored.go"),
        Binding("L", "leave", show=False, id="stored.leave"),
    ]

    def __init__(self, screen: ReviewScreen, stored: Sequence[Review]) -> None:
        """Lead to one of ``stored`` on ``screen``."""
        super().__init__()
        self._screen = screen
        self._stored = stored

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(id="frame") as frame:
            frame.border_title = "Reviews"
            frame.border_subtitle = "enter goes there · esc"
            found = ChoiceList()
            found.rows = tuple(map(stored_row, self._stored))
            found.empty = ("No review has been begun yet.",)
            found.styles.height = max(1, min(len(self._stored), 12))
            yield found
            yield Static(id="complaint", markup=False)

    def on_choice_list_picked(self) -> None:
        """A click goes there too."""
        self.action_go()

    def action_go(self) -> None:
        """Show it."""
        row = self.query_one(ChoiceList).current
        self.dismiss()
        if row is not None:
            state = self._screen.state
            week_start = state.settings.week_start
            self._screen.go_to(read_period(row.key, today=state.today.date, week_start=week_start))
