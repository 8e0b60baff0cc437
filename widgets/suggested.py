"""What a calendar or a watcher thinks was done: to log, to change, or to drop."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from tracker.domain.errors import InvalidValue
from tracker.domain.format import duration
from tracker.domain.span import Span
from tracker.intents.intent import Accept, Dismiss, Revise
from widgets.ask import AskScreen
from widgets.choice_list import ChoiceList, ChoiceRow
from widgets.dialog import Dialog
from widgets.messages import Wanted
from widgets.words import day_name

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.domain.entry import Entry
    from widgets.frame import FramedScreen
    from widgets.state import TodayState

OPTIONS = (("", "wait"), ("log", "log it"), ("drop", "drop"))
LOG = 1


def rows_of(state: TodayState, before: tuple[ChoiceRow, ...] = ()) -> tuple[ChoiceRow, ...]:
    """A row for each suggestion; what was chosen ``before`` stays so."""
    chosen = {row.key: row.chosen for row in before}
    return tuple(
        ChoiceRow(
            entry.id,
            entry.task,
            _when(state, entry),
            OPTIONS,
            chosen.get(entry.id, 0),
            brief=f"{state.local(entry.order()[0]):%m-%d %H:%M}",
        )
        for entry in state.suggestions
    )


def _when(state: TodayState, entry: Entry) -> str:
    when = entry.when
    if not isinstance(when, Span):
        return day_name(state.local(entry.order()[0]).date())
    day = day_name(state.local(when.start).date())
    clock = f"{state.clock(when.start)}-{state.clock(when.stop)}"
    return f"{day}  {clock}  {duration(when.seconds):>6}"


class SuggestedScreen(Dialog):
    """Nothing is logged before Enter, and then only what was chosen."""

    CSS_PATH: ClassVar = ["dialog.tcss", "import.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "settle", "Do it", id="suggested.settle", show=False),
        Binding("a", "all", "Log all", id="suggested.all", show=False),
        Binding("e", "edit", "Edit", id="suggested.edit", show=False),
    ]

    choices = getters.query_one(ChoiceList)

    def __init__(self, screen: FramedScreen) -> None:
        """Show the suggestions of ``screen``, and follow them."""
        super().__init__()
        self._under = screen

    def compose(self) -> ComposeResult:
        """A sentence over the list."""
        with Vertical(id="frame") as frame:
            frame.border_title = "Suggestions"
            frame.border_subtitle = "a all · e edit · enter does it · esc"
            yield Static(
                "What may have been done: ← → log it, drop it, or let it wait.",
                classes="hint",
                markup=False,
            )
            yield ChoiceList()
            yield Static(id="complaint", markup=False)

    def on_mount(self) -> None:
        """Whatever is read from now on is shown."""
        self.choices.empty = ("Nothing waits: import a calendar or what a watcher saw.",)
        self.watch(self._under, "state", self._follow)

    def _follow(self, state: TodayState) -> None:
        self.choices.rows = rows_of(state, self.choices.rows)

    def action_all(self) -> None:
        """Log all of them, but for what is changed after this."""
        self.choices.rows = tuple(row.replace(chosen=LOG) for row in self.choices.rows)

    def action_edit(self) -> None:
        """Another task for the one under the cursor."""
        row = self.choices.current
        if row is None:
            return

        def read(text: str) -> Wanted:
            if not text.strip():
                raise InvalidValue("Type what it was, such as client work.")
            return Wanted(Revise(row.key, task=text.strip()))

        self.app.push_screen(AskScreen("Suggestion", "What was it?", row.label, read))

    def action_settle(self) -> None:
        """Drop what is to be dropped, log what is to be logged."""
        chosen = self.choices.rows
        dropped = tuple(row.key for row in chosen if row.choice == "drop")
        logged = tuple(row.key for row in chosen if row.choice == "log")
        if dropped:
            self.post_message(Wanted(Dismiss(dropped), origin=None if logged else self))
        if logged:
            self.post_message(Wanted(Accept(logged), origin=self))
        if not dropped and not logged:
            self.dismiss()
