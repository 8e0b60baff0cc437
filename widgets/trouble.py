"""When the log cannot be read: one sentence over everything, and nothing pretended."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from widgets.messages import DayWanted

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class TroubleScreen(Screen[None]):
    """Says what is wrong and what to do; trying again is one key, leaving another."""

    CSS_PATH = "trouble.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,enter", "again", "Try again", id="trouble.again", show=False),
        Binding("q,escape", "app.quit", "Quit", id="trouble.quit", show=False),
    ]

    def __init__(self, sentence: str) -> None:
        """Show ``sentence``."""
        super().__init__()
        self._sentence = sentence

    def compose(self) -> ComposeResult:
        """The sentence in the middle."""
        with Vertical(id="frame") as frame:
            frame.border_title = "worthwhile cannot open the log"
            yield Static(self._sentence, id="sentence", markup=False)
            yield Static("Nothing was changed.", classes="quiet", markup=False)
            yield Static("r tries again · q quits", classes="quiet", markup=False)

    def action_again(self) -> None:
        """Read once more; where it still cannot be read, this comes back."""
        self.dismiss()
        self.app.post_message(DayWanted(None))
