"""What every question over the screen has in common: its frame, its error line, its way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from widgets.fitting import fit

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tracker.domain.errors import WorthwhileError
    from widgets.messages import Declined, Done


class Dialog(ModalScreen[None]):
    """A framed question; stays up, with everything typed, until it is answered or left."""

    CSS_PATH: ClassVar = ["dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="dialog.leave", show=False)
    ]

    frame = getters.query_one("#frame", VerticalScroll)
    complaint = getters.query_one("#complaint", Static)

    def complain(self, error: WorthwhileError | str) -> None:
        """Say in place what is wrong."""
        self.complaint.update(str(error))
        self.complaint.display = True

    def action_leave(self) -> None:
        """Go without an answer."""
        self.dismiss()

    def on_done(self, event: Done) -> None:
        """It is saved: nothing is left to ask."""
        event.stop()
        self.dismiss()

    def on_declined(self, event: Declined) -> None:
        """It was refused: the words stay, to be changed."""
        event.stop()
        self.complain(event.error)


def title(text: str, width: int = 40) -> Content:
    """A frame's title, short enough for it; names in it are plain text."""
    return Content(fit(text, width))
