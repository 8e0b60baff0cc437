"""What the five steps have in common: a view of the period, its list, the lines beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive, var
from textual.widget import Widget

from widgets.actions import bindings
from widgets.drawing import Drawing
from widgets.review.heat_lines import heat_lines
from widgets.review.see_lines import where_lines
from widgets.review.words import CLOSED
from widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.binding import BindingType

    from widgets.key_bar import Offered
    from widgets.review.see_lines import Line
    from widgets.review.state import Reviewed

    Draw = Callable[[int, int], list[Line]]


class StepRows(RowList):
    """The list of a step."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("rows")


class Lines(Widget):
    """Draws what ``draw`` gives for a width and a height, cut to the room there is."""

    DEFAULT_CSS = """
    Lines { height: 1fr; }
    """

    draw: reactive[Draw | None] = reactive(None)

    def render(self) -> Drawing:
        """The lines, none of which wraps."""
        width, height = self.content_size
        if not width or self.draw is None:
            return Drawing()
        return Drawing.fitted(self.draw(width, height)[:height], width)


class Around(Lines):
    """What the week looks like, beside a step that leaves room for it."""

    def show(self, reviewed: Reviewed) -> None:
        """Bars, or the hours: by its id."""
        see, currency = reviewed.see, reviewed.looked.currency
        if self.id == "hours":
            self.border_title = f"The {reviewed.period.kind} by the hour"
            self.draw = lambda width, height: heat_lines(see.heat, width, height)
        else:
            self.border_title = "Where it went"
            self.draw = lambda width, height: where_lines(see, "task", currency, width, height)


class StepView(Vertical):
    """One step; draws ``reviewed`` and says in messages what its owner wants.

    Attributes:
        local: Turns an instant into the owner's wall clock.
    """

    reviewed: var[Reviewed | None] = var(None)
    local: Callable[[datetime], datetime]

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """Something else is selected: other keys are offered."""

    @dataclass(eq=False, repr=False)
    class Settled(Message):
        """The finding of that key is right as it is."""

        key: str

    @property
    def closed(self) -> bool:
        """Whether the review is over: what belongs to it stays as it was seen."""
        return self.reviewed is not None and self.reviewed.looked.closed

    def say_closed(self) -> None:
        """Why a key does nothing."""
        self.notify(": ".join(CLOSED), markup=False)

    @property
    def home(self) -> Widget:
        """Where the focus is."""
        return self.query_one(RowList)

    @property
    def about(self) -> str:
        """The selected task; empty where there is none."""
        return ""

    def offers(self) -> Offered:
        """The keys that mean something here, the most wanted first."""
        return ()

    def watch_reviewed(self, reviewed: Reviewed | None) -> None:
        """Another look at the log."""
        if reviewed is not None and self.is_mounted:
            self._show(reviewed)

    def on_mount(self) -> None:
        """What is known already is shown at once."""
        if self.reviewed is not None:
            self._show(self.reviewed)

    def _show(self, reviewed: Reviewed) -> None:
        self.show(reviewed)
        for panel in self.query(Around):
            panel.show(reviewed)

    def show(self, reviewed: Reviewed) -> None:
        """Draw it."""
        raise NotImplementedError
