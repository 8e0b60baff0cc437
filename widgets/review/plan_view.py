"""Plan: what is due in the time to come, and one line of intention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from tracker.audit.recurrence.phrases import spoken
from tracker.domain.format import duration
from widgets.actions import BY_ID, bindings
from widgets.fitting import left, right
from widgets.review.see_lines import prose
from widgets.review.view import Lines, StepRows, StepView
from widgets.row_list import Layout, ListRow
from widgets.tones import COST, QUIET
from widgets.words import day_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from tracker.audit.review.plan import Planned
    from widgets.key_bar import Offered
    from widgets.review.see_lines import Line
    from widgets.review.state import Reviewed
    from widgets.row_list import RowList

NOTHING = ("Nothing is due next week.",)
LOOKING = ("Looking at what you have logged ...",)


def planned_row(one: Planned, place: int) -> ListRow:
    """When, what, how often it comes, how long it takes."""
    day = date.fromisoformat(one.day)
    when = day_name(day)
    if one.overdue:
        when = f"since {when[4:]}"
    elif one.loose:
        when = f"~ {when}"
    times = f"{one.times} x" if one.times > 1 else ""
    return ListRow(
        f"{place}:{one.task}",
        (
            (when, f"bold {COST}" if one.overdue else QUIET),
            (one.task, ""),
            (spoken(one.cadence), QUIET),
            (times, QUIET),
            (duration(one.seconds), "bold"),
        ),
    )


def load_lines(planned: Sequence[Planned], width: int) -> list[Line]:
    """How much of it there is, and what each rhythm takes."""
    total = sum(one.seconds for one in planned)
    lines: list[Line] = [
        [(left("All of it takes", width - 7), ""), (right(duration(total), 7), "bold")]
    ]
    for cadence in dict.fromkeys(one.cadence for one in planned):
        part = sum(one.seconds for one in planned if one.cadence == cadence)
        lines.append(
            [(left(f"  {spoken(cadence)}", width - 7), QUIET), (right(duration(part), 7), QUIET)]
        )
    return lines


AUTOSAVE = 0.5
"""Seconds without a key after which the line is kept as it is, so that a crash takes none of it."""


class Intention(Input):
    """The one line; escape leaves it, its words are kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        BY_ID["line.leave"].binding(),
        Binding("up", "leave", show=False, id="intention.up"),
    ]

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """Enough was written."""

        text: str

    def action_leave(self) -> None:
        """Back to what is due."""
        self.post_message(self.Left(self.value))


class PlanView(StepView):
    """What is due, what was said last time, and the line."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("plan")

    @dataclass(eq=False, repr=False)
    class Intended(Message):
        """The line is to be kept."""

        text: str

    @dataclass(eq=False, repr=False)
    class Finished(Message):
        """The review is to be closed with that line."""

        text: str

    def compose(self) -> ComposeResult:
        """List and words, and below them the line."""
        with Horizontal():
            with Vertical(classes="main"):
                yield StepRows(Layout("lllrr", stretch=1, drop=(2, 3), least=12), id="due")
            with Vertical(classes="side"):
                yield Lines(id="load")
                yield Lines(id="last")
        with Horizontal(id="intend"):
            yield Intention(
                placeholder="One line for next week",
                compact=True,
                select_on_focus=False,  # a key would overwrite what was written before
            )

    def on_mount(self) -> None:
        """Titles."""
        self._shown = self._period = ""
        self._pause: Timer | None = None
        for name, title in (
            ("due", "Due next week"),
            ("load", "How much that is"),
            ("last", "You said last time"),
            ("intend", "Your line for next week"),
        ):
            self.query_one(f"#{name}").border_title = title

    @property
    def line(self) -> Intention:
        """Where the intention is written."""
        return self.query_one(Intention)

    @property
    def typing(self) -> bool:
        """Whether the line takes the keys."""
        return self.line.has_focus

    @property
    def about(self) -> str:
        """The selected task."""
        row = self.query_one(StepRows).current
        return row.key.partition(":")[2] if row is not None else ""

    def show(self, reviewed: Reviewed) -> None:
        """What is due; the line, unless it is being written."""
        rows, advice, looked = self.query_one(StepRows), reviewed.advice, reviewed.looked
        rows.empty = LOOKING if advice is None else NOTHING
        planned = advice.planned if advice is not None else ()
        rows.rows = tuple(planned_row(one, place) for place, one in enumerate(planned))
        kept = looked.paper.intention if looked.paper is not None else ""
        if self.line.value == self._shown or looked.period.id != self._period:
            self.line.value = kept  # nothing was typed over it
        self._shown, self._period = kept, looked.period.id
        self.line.disabled = looked.closed
        self.query_one("#load", Lines).draw = lambda width, _: load_lines(planned, width)
        said = f'"{looked.last_intention}"' if looked.last_intention else "Nothing."
        self.query_one("#last", Lines).draw = lambda width, _: prose([said], width, "italic")

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Another task."""
        event.stop()
        self.post_message(self.Changed())

    def offers(self) -> Offered:
        """The line, while it can be written."""
        return () if self.closed else (("plan.intend", ""),)

    def action_intend(self) -> None:
        """Write the line."""
        if self.closed:
            self.say_closed()
        else:
            self.write()

    def write(self) -> None:
        """Go on with the line where it ends."""
        if not self.line.disabled:
            self.line.cursor_position = len(self.line.value)
            self.screen.set_focus(self.line)  # at once: what is typed next belongs to it

    def go_on(self) -> None:
        """To the line; from there the review is closed with it."""
        if self.typing:
            self._finish(self.line.value)
        else:
            self.write()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._wait_no_more()
        if event.value.strip() != self._shown.strip():
            self._pause = self.set_timer(AUTOSAVE, lambda: self._keep(self.line.value))

    def _wait_no_more(self) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None

    def _keep(self, text: str) -> None:
        """Have the line kept where it says something else than what is kept."""
        self._wait_no_more()
        if text.strip() != self._shown.strip():
            self._shown = text
            self.post_message(self.Intended(text))

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self._finish(event.value)

    def _finish(self, text: str) -> None:
        self._wait_no_more()
        self.post_message(self.Finished(text))

    @on(Intention.Left)
    def _leave(self, event: Intention.Left) -> None:
        event.stop()
        self._keep(event.text)
        self.screen.set_focus(self.home)
