"""What is in the way of new time, and the offer to make room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracker.domain.entry import Entry
from tracker.domain.span import Amount, OpenSpan
from widgets.dialog import Dialog
from widgets.messages import Declined, Wanted
from widgets.tones import QUIET, VALUE
from widgets.words import brief, day_name

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.domain.errors import Overlap
    from widgets.state import TodayState

MOST = 6
"""More entries than this in the way are only counted."""


class OverlapScreen(Dialog):
    """One key trims what is in the way, another leaves everything as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t,enter", "trim", "Trim", id="overlap.trim", show=False),
        Binding("c", "leave", "Leave it", id="overlap.leave", show=False),
    ]

    def __init__(self, state: TodayState, error: Overlap, wanted: Wanted) -> None:
        """List ``error.entries``, which ``wanted`` would cover."""
        super().__init__()
        self._state = state
        self._error = error
        self._wanted = wanted

    def compose(self) -> ComposeResult:
        """The sentence, the entries, the two ways on."""
        with VerticalScroll(id="frame", can_focus=False) as frame:
            frame.border_title = "That time is taken"
            yield Static(str(self._error), markup=False)
            entries = [entry for entry in self._error.entries if isinstance(entry, Entry)]
            lines = [Content.assemble("", *self._line(entry)) for entry in entries[:MOST]]
            if len(entries) > MOST:
                lines.append(Content.styled(f"and {len(entries) - MOST} more", QUIET))
            yield Static(Content("\n").join([Content(""), *lines, Content("")]))
            ways = [("t", f"bold {VALUE}"), (" trim to make room   ", QUIET)]
            ways += [("esc", f"bold {VALUE}"), (" leave it", QUIET)]
            yield Static(Content.assemble(*ways))
            yield Static(id="complaint", markup=False)

    def _line(self, entry: Entry) -> list[tuple[str, str]]:
        state = self._state
        if isinstance(entry.when, Amount):
            clock = day_name(entry.when.day)
        else:
            running = isinstance(entry.when, OpenSpan)
            start = entry.when.start
            stop = "now" if running else state.clock(entry.when.stop)  # type: ignore[union-attr]
            clock = f"{state.clock(start)}-{stop}"
            if state.local(start).date() != state.today.date:
                clock = f"{day_name(state.local(start).date())} {clock}"
        length = "" if entry.running else f"  {brief(entry.seconds_at(entry.order()[0]))}"
        return [
            (f"  {clock}  ", QUIET),
            (entry.task, "bold"),
            (length, QUIET),
        ]

    def action_trim(self) -> None:
        """Shorten, split or remove what is in the way."""
        self.dismiss()
        self.app.post_message(Wanted(self._wanted.intent, trim=True, origin=self._wanted.origin))

    def action_leave(self) -> None:
        """Change nothing; whoever wanted it keeps what was typed."""
        self.dismiss()
        if self._wanted.origin is not None:
            self._wanted.origin.post_message(Declined(self._wanted, self._error))
