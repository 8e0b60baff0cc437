"""How often a task comes back, and until when it rests: two questions with a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from tracker.audit.recurrence.phrases import pattern_of
from tracker.domain.errors import WorthwhileError
from tracker.intents.intent import Amend
from tracker.line.rhythm import read_declared, write_cadence
from tracker.line.until import read_until
from widgets.ask import AskScreen
from widgets.dialog import Dialog, title
from widgets.messages import Wanted
from widgets.words import day_name

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.message import Message

    from tracker.audit.recurrence.standing import Standing

EXAMPLES = (
    "daily · weekdays · weekly on fri · every 2 weeks on tue · monthly on the last business day · "
    "monthly on the 2nd tue · quarterly on the 15th · 30 days after · as-needed · none · "
    "with days it may be late: weekly grace 3d"
)


class RhythmScreen(Dialog):
    """A line that is read as it is typed; an empty one takes the declaration back."""

    CSS_PATH: ClassVar = ["dialog.tcss"]

    answer = getters.query_one(Input)
    echo = getters.query_one("#echo", Static)

    def __init__(self, standing: Standing, today: date) -> None:
        """Ask how often the task of ``standing`` comes back."""
        super().__init__()
        self._standing = standing
        self._today = today

    def compose(self) -> ComposeResult:
        """Examples, line, and how it is understood."""
        declared = self._standing.declared
        with VerticalScroll(id="frame", can_focus=False) as frame:
            frame.border_title = title(f"How often: {self._standing.task}")
            frame.border_subtitle = "enter · esc leaves"
            yield Static(EXAMPLES, classes="hint", markup=False)
            yield Input(write_cadence(declared) if declared else "", compact=True)
            yield Static(id="echo", markup=False)
            yield Static(id="complaint", markup=False)

    def on_mount(self) -> None:
        """Say what stands in the line, or what an empty one means."""
        self._consider()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read it anew."""
        event.stop()
        self._consider()

    def _said(self) -> tuple[tuple[str, object], ...]:
        """What the line says; raises WorthwhileError."""
        text = self.answer.value.strip()
        if not text:
            return (("cadence", None),)
        read = read_declared(text, today=self._today)
        said: tuple[tuple[str, object], ...] = (("cadence", read.cadence),)
        return (*said, ("paused_until", read.paused_until)) if read.paused_until else said

    def _consider(self) -> None:
        try:
            said = dict(self._said())
        except WorthwhileError as error:
            self.echo.update("")
            self.complain(error)
            return
        self.complaint.display = False
        self.echo.update(self._echo(said))

    def _echo(self, said: dict[str, object]) -> str:
        """How the line is understood, in words."""
        if said["cadence"] is None:
            found = self._standing.found
            inferred = found.pattern or found.cadence
            if found.cadence == "none":
                return "Empty: nothing is declared, and the log shows no rhythm yet."
            return f"Empty: nothing is declared; the log says {inferred}."
        read = read_declared(self.answer.value, today=self._today)
        words = pattern_of(read.cadence)
        name = read.cadence.name
        lane = "" if name in words else f" ({name.replace('biweekly', 'every second week')})"
        rests = f", paused until {day_name(read.paused_until)}" if read.paused_until else ""
        grace = f", {read.cadence.grace} days of grace" if read.cadence.grace is not None else ""
        return f"Declared: {words}{lane}{grace}{rests}."

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Want it; what cannot be read stays to be changed."""
        event.stop()
        try:
            said = self._said()
        except WorthwhileError as error:
            self.complain(error)
            return
        self.post_message(Wanted(Amend(self._standing.task, said), origin=self))


def ask_pause(task: str, today: date) -> AskScreen:
    """Until when it is not due."""

    def read(text: str) -> Message:
        return Wanted(Amend(task, (("paused_until", read_until(text, today=today)),)))

    hint = "Not due, and no reminders, until: fri, 2 weeks, 5 jan, 2027-01-05"
    return AskScreen(f"Pause {task}", hint, "", read)
