"""The three questions that say what an hour is worth; asked once, changeable at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tracker.audit.worth.profile import roughly
from tracker.domain.errors import InvalidValue, WorthwhileError
from tracker.domain.format import money
from widgets.dialog import Dialog
from widgets.messages import SettingsWanted
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.domain.settings import Settings

QUESTIONS = (
    ("income_goal", "Income goal", "a year"),
    ("hours_per_day", "Hours a day", "most people have 2-3"),
    ("days_per_week", "Days a week", ""),
    ("currency", "Currency", "USD, EUR, GBP"),
)


def read_answers(settings: Settings, typed: dict[str, str]) -> Settings:
    """``settings`` with the answers in; an empty answer keeps what was there.

    Raises:
        InvalidValue: An answer is no number, or outside what makes sense.
    """
    changes: dict[str, object] = {}
    for field, label, _ in QUESTIONS:
        text = typed.get(field, "").strip()
        if not text:
            continue
        if field == "currency":
            changes[field] = text.upper()
            continue
        try:
            changes[field] = float(text.replace(",", "").replace("_", "").lstrip("$€£"))
        except ValueError:
            raise InvalidValue(f"{label} is a number, such as {_example(field)}.") from None
    return settings.replace(**changes)


def _example(field: str) -> str:
    return {"income_goal": "200000", "hours_per_day": "3"}.get(field, "5")


class WelcomeScreen(Dialog):
    """Defaults are filled in: Enter goes through, Escape skips; the worth follows as one types."""

    CSS_PATH: ClassVar = ["dialog.tcss", "welcome.tcss"]

    def __init__(self, settings: Settings, *, first: bool) -> None:
        """Ask for the fields of ``settings``; ``first`` greets, and a skip counts as answered."""
        super().__init__()
        self._settings = settings
        self._first = first

    def compose(self) -> ComposeResult:
        """A line for each question, and what they come to."""
        with VerticalScroll(id="frame", can_focus=False) as frame:
            frame.border_title = "Welcome" if self._first else "Worth of an hour"
            frame.border_subtitle = "enter · esc skips" if self._first else "enter · esc leaves"
            if self._first:
                yield Static(
                    "What is an hour of yours worth?",
                    id="greeting",
                    markup=False,
                )
            for field, label, hint in QUESTIONS:
                given = getattr(self._settings, field)
                with Horizontal(classes="field"):
                    yield Static(label, markup=False)
                    yield Input(
                        given if isinstance(given, str) else f"{given:.12g}",
                        compact=True,
                        id=f"field-{field}",
                        max_length=14,
                    )
                    yield Static(hint, classes="aside", markup=False)
            yield Static(id="worth")
            yield Static(id="complaint", markup=False)

    def on_mount(self) -> None:
        """Say at once what the defaults come to."""
        self._consider()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Work it out anew."""
        event.stop()
        self._consider()

    def _typed(self) -> dict[str, str]:
        return {
            field.id.removeprefix("field-"): field.value for field in self.query(Input) if field.id
        }

    def _consider(self) -> None:
        try:
            settings = read_answers(self._settings, self._typed())
        except WorthwhileError as error:
            self.query_one("#worth", Static).update("")
            self.complain(error)
            return
        self.complaint.display = False
        worth = settings.hour_value
        self.query_one("#worth", Static).update(
            Content.assemble(
                "Roughly ",
                (money(roughly(worth), settings.currency, 0), f"bold {VALUE}"),
                " an hour",
                (f"  ({money(worth, settings.currency)})", QUIET),
            )
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next question; at the last it saves."""
        event.stop()
        fields = list(self.query(Input))
        at = fields.index(event.input)
        if at + 1 < len(fields):
            fields[at + 1].focus()
            return
        try:
            settings = read_answers(self._settings, self._typed())
        except WorthwhileError as error:
            self.complain(error)
            return
        changes: dict[str, object] = {field: getattr(settings, field) for field, _, _ in QUESTIONS}
        self.post_message(SettingsWanted({**changes, "answered": True}))
        self.dismiss()

    def action_leave(self) -> None:
        """Skip: the defaults hold, and nobody asks again."""
        if self._first:
            self.post_message(SettingsWanted({"answered": True}))
        self.dismiss()
