"""The quotes of a task: a list to choose from, and a form for a new one."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from tracker.domain.errors import WorthwhileError
from tracker.intents.intent import File, Withdraw
from widgets.choice_list import ChoiceList, ChoiceRow
from widgets.cycle import Cycle
from widgets.dialog import Dialog, title
from widgets.fitting import fit
from widgets.handoff.quote_text import (
    NUMBERS,
    TERMS,
    VENDORS,
    extras_of,
    price_of,
    quote_of,
    source_of,
)
from widgets.messages import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.domain.papers import Quote


STYLES: list[str | PurePath] = [
    Path(__file__).parents[1] / "dialog.tcss",
    Path(__file__).with_name("quotes.tcss"),
]
"""What every question wears, and what this one adds."""


LONG, SHORT = 44, 20
"""Cells for where a quote is from: beside its price, and where there is little room."""


class QuotesScreen(Dialog):
    """Every quote of a task; the one with a tick is reckoned with."""

    CSS_PATH: ClassVar = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Reckon with", id="quotes.choose", show=False),
        Binding("a,n", "add", "Add", id="quotes.add", show=False),
        Binding("d,delete", "remove", "Remove", id="quotes.remove", show=False),
        Binding("Q", "leave", "Leave", id="quotes.leave", show=False),
    ]

    choices = getters.query_one(ChoiceList)

    def __init__(
        self, quotes: tuple[Quote, ...], chosen: Quote | None, add: Callable[[], QuoteForm]
    ) -> None:
        """Show ``quotes``, the newest first; ``add`` makes the form for another."""
        super().__init__()
        self._quotes = list(quotes)
        self._chosen = chosen.id if chosen is not None else ""
        self._add = add

    def compose(self) -> ComposeResult:
        """The list and what its keys do."""
        with VerticalScroll(id="frame", can_focus=False) as frame:
            frame.border_title = title(f"Quotes: {self._quotes[0].task}")
            frame.border_subtitle = "esc leaves"
            yield ChoiceList()
            yield Static("enter reckons with it · a adds · d removes", classes="hint", markup=False)
            yield Static(id="complaint", markup=False)

    def on_mount(self) -> None:
        """Begin on the one that counts."""
        self._show()
        at = next((n for n, one in enumerate(self._quotes) if one.id == self._chosen), 0)
        self.choices.cursor = at
        self.choices.focus()

    def _show(self) -> None:
        self.choices.rows = tuple(
            ChoiceRow(
                quote.id,
                f"{'✓' if quote.id == self._chosen else ' '} {price_of(quote)}",
                fit(", ".join(part for part in (source_of(quote), extras_of(quote)) if part), LONG),
                brief=fit(source_of(quote), SHORT),
            )
            for quote in self._quotes
        )
        self.choices.styles.height = min(len(self._quotes), 12)

    @property
    def _current(self) -> Quote | None:
        row = self.choices.current
        return next((one for one in self._quotes if row and one.id == row.key), None)

    def action_choose(self) -> None:
        """Reckon with the one under the cursor from now on."""
        quote = self._current
        if quote is not None:
            label = f"chose a quote for {quote.task}"
            chosen = quote.replace(chosen=True)
            self.app.post_message(Wanted(File((chosen,), label), origin=self))

    def action_add(self) -> None:
        """A form for another one; it takes this one's place."""
        self.dismiss()
        self.app.push_screen(self._add())

    def action_remove(self) -> None:
        """Take the quote under the cursor off the list; undo brings it back."""
        quote = self._current
        if quote is not None:
            label = f"removed a quote for {quote.task}"
            self.app.post_message(Wanted(Withdraw((quote.id,), label), origin=self))


class QuoteForm(Dialog):
    """A line for each part of a quote; Enter keeps it from any of them."""

    CSS_PATH: ClassVar = STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "Next field", id="quote.next", show=False),
        Binding("up", "app.focus_previous", "Field before", id="quote.previous", show=False),
        Binding("enter,ctrl+s", "save", "Keep", id="quote.save", show=False),
    ]

    def __init__(
        self,
        task: str,
        currency: str,
        today: date,
        new_id: Callable[[], str],
        given: dict[str, str] | None = None,
    ) -> None:
        """Ask for a quote for ``task``; ``given`` fills in fields by name."""
        super().__init__()
        self._about = task
        self._currency = currency
        self._today = today
        self._new_id = new_id
        self._given = given or {}

    def compose(self) -> ComposeResult:
        """Price first: the rest is as usual unless said."""
        with VerticalScroll(id="frame", can_focus=False) as frame:
            frame.border_title = title(f"Quote: {self._about}")
            frame.border_subtitle = "enter keeps it · esc leaves"
            yield from self._line(*NUMBERS[0])
            yield from self._cycle("terms", "For", TERMS)
            yield from self._cycle("vendor", "From a", VENDORS)
            yield from self._line("source", "Who", "a name, a page")
            for name, said, hint in NUMBERS[1:]:
                yield from self._line(name, said, hint)
            yield Static(id="complaint", markup=False)

    def _line(self, name: str, said: str, hint: str) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static(said, markup=False)
            if name == "amount":
                hint = f"in {self._currency}, such as {hint}"
            yield Input(
                self._given.get(name, ""), compact=True, id=f"field-{name}", placeholder=hint
            )

    def _cycle(self, name: str, said: str, options: tuple[tuple[str, str], ...]) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static(said, markup=False)
            cycle = Cycle(id=f"field-{name}")
            cycle.options = options
            cycle.chosen = self._given.get(name, options[0][0])
            yield cycle

    def on_mount(self) -> None:
        """Begin with what is still to be said."""
        first = "source" if self._given.get("amount") else "amount"
        self.query_one(f"#field-{first}", Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps it from any field."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Want the quote kept; what cannot be read is said in place."""
        typed = {one.id.removeprefix("field-"): one.value for one in self.query(Input) if one.id}
        typed |= {one.id.removeprefix("field-"): one.chosen for one in self.query(Cycle) if one.id}
        try:
            quote = quote_of(
                typed,
                quote_id=self._new_id(),
                task=self._about,
                currency=self._currency,
                today=self._today,
            )
        except WorthwhileError as error:
            self.complain(error)
            return
        label = f"added a quote for {self._about}"
        self.app.post_message(Wanted(File((quote,), label), origin=self))
