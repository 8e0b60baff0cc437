"""The quick line: say what you do or did, and see how it was understood before it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.highlighter import Highlighter
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from tracker.domain.errors import Unreadable, WorthwhileError
from tracker.intents.intent import Start
from widgets.actions import bindings
from widgets.fitting import first_that_fits
from widgets.messages import Declined, Done, Wanted
from widgets.offers import completion_offers, recent_offers
from widgets.state import EMPTY, NEVER

if TYPE_CHECKING:
    from datetime import datetime

    from rich.text import Text
    from textual import events
    from textual.binding import BindingType

    from tracker.domain.entry import What
    from tracker.intents.intent import Add
    from widgets.offers import Offer
    from widgets.state import TodayState

Purpose = Literal["log", "switch", "find"]

PLACEHOLDER: dict[Purpose, tuple[str, ...]] = {
    "log": (
        "invoicing -10m   9-10:30 email   25m admin @acme #tag // note",
        "invoicing -10m   9-10:30 email   25m admin",
        "invoicing -10m   9-10:30 email",
    ),
    "switch": ("a number starts a recent task; or type its name", "a number, or a task"),
    "find": ("words that an entry of this day must have", "words to find"),
}
"""What to type, in the longest wording that there is room for."""


class Fault(Highlighter):
    """Underlines the characters that could not be read."""

    def __init__(self) -> None:
        """Nothing is wrong yet."""
        self.start = self.stop = 0

    def highlight(self, text: Text) -> None:
        """Mark the range, if there is one."""
        if self.stop > self.start:
            text.stylize("bold underline red", self.start, self.stop)


class QuickLine(Input):
    """Reads its text with the same grammar as the commands; keeps it until it is saved."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("line")

    state: var[TodayState] = var(EMPTY)
    now: var[datetime] = var(NEVER)
    purpose: var[Purpose] = var("log")
    chosen: var[int] = var(-1)
    find_hints: var[tuple[str, ...]] = var(PLACEHOLDER["find"])

    @dataclass(eq=False, repr=False)
    class Said(Message):
        """How the line is understood: for the echo and the offers beside it."""

        purpose: Purpose
        echo: str
        wrong: bool
        offers: tuple[Offer, ...]
        chosen: int

    @dataclass(eq=False, repr=False)
    class Finding(Message):
        """Only entries with these words are wanted; empty wants all."""

        words: str

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """The line has nothing more to say; focus goes back."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty, and compact: one line without a border."""
        self._fault = Fault()
        self._offers: tuple[Offer, ...] = ()
        self._asked = False
        super().__init__(highlighter=self._fault, compact=True, id=id)
        self.cursor_blink = False  # calmer, and a line that waits costs nothing

    def open(self, purpose: Purpose, text: str | None = None) -> None:
        """Take the focus for ``purpose``; ``text`` replaces what is there."""
        if text is not None or purpose != self.purpose:
            self.value = text or ""
            self.cursor_position = len(self.value)
        self.purpose = purpose
        self.on_resize()
        self.select_on_focus = text is None  # words kept from before give way to new ones
        self.focus()
        self._consider()

    def on_resize(self) -> None:
        """The hint has as many words as there is room for."""
        hints = self.find_hints if self.purpose == "find" else PLACEHOLDER[self.purpose]
        self.placeholder = first_that_fits(hints, self.size.width - 1)

    @property
    def draft(self) -> str | None:
        """The words that wait to be logged; ``None`` while they are on their way to the log."""
        if self._asked:
            return None
        return "" if self.purpose == "find" else self.value

    def wait_with(self, draft: str) -> None:
        """Keep ``draft`` until the line is taken up; a search that goes on is left alone."""
        if self.purpose != "find" and self.value != draft:
            self.value = draft
            self.cursor_position = len(draft)

    # What the text means

    def intent(self) -> Start | Add | None:
        """What Enter would do; ``None`` where the line is empty.

        Raises:
            WorthwhileError: The text cannot be read.
        """
        if (recent := self._picked()) is not None:
            return Start(recent)
        if not self.value.strip():
            return None
        from tracker.line.read import read

        return read(
            self.value,
            now=self.now,
            zone=self.state.zone,
            tasks=self.state.tasks,
            day_start=self.state.settings.day_start,
        )

    def _picked(self) -> What | None:
        """The recent task that Enter would start: chosen, numbered, or the first that fits."""
        if 0 <= self.chosen < len(self._offers):
            return self._offers[self.chosen].what
        text = self.value.strip()
        if text in "123456789" and text and int(text) <= len(self.state.recents):
            return self.state.recents[int(text) - 1]
        if self.purpose == "switch" and text and self._offers:
            return self._offers[0].what
        return None

    def _consider(self, *, submitted: bool = False) -> None:
        """Work out the echo, the fault and the offers, and say so."""
        self._offers = self._make_offers()
        self.chosen = min(self.chosen, len(self._offers) - 1)
        said, wrong = "", False
        self._fault.start = self._fault.stop = 0
        if self.purpose != "find":
            try:
                intent = self.intent()
                if intent is not None:
                    from tracker.line.echo import echo

                    said = echo(intent, now=self.now, zone=self.state.zone)
            except WorthwhileError as error:
                said, wrong = str(error), submitted
                if isinstance(error, Unreadable) and (
                    submitted or error.stop < self.cursor_position
                ):
                    self._fault.start, self._fault.stop = error.start, error.stop
                    wrong = True
        self.refresh()
        self.post_message(self.Said(self.purpose, said, wrong, self._offers, self.chosen))

    def _make_offers(self) -> tuple[Offer, ...]:
        if self.purpose == "find":
            return ()
        if self.purpose == "switch" or not self.value.strip():
            return recent_offers(self.state, self.value)
        if self.value[self.cursor_position :].strip():
            return ()
        return completion_offers(self.state, self.value, self.cursor_position)

    # What is typed

    def on_focus(self) -> None:
        """However the focus came: say what the line means as it stands."""
        self._consider()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Understand it anew."""
        event.stop()
        if not self.has_focus:
            return
        self.chosen = -1
        if self.purpose == "find":
            self.post_message(self.Finding(self.value))
        self._consider()

    async def _on_key(self, event: events.Key) -> None:
        """In a switch, a digit on the empty line starts that recent task."""
        digit = event.character or ""
        if self.purpose == "switch" and not self.value and digit in "123456789" and digit:
            event.stop()
            event.prevent_default()
            self.pick(int(digit) - 1)
            return
        await super()._on_key(event)

    async def action_submit(self) -> None:
        """Log what the line says; where it cannot be read, show what is wrong."""
        if self.purpose == "find":
            self.post_message(self.Left())
            return
        if self.chosen >= 0:
            self.pick(self.chosen)
            return
        try:
            intent = self.intent()
        except WorthwhileError:
            self._consider(submitted=True)
            return
        if intent is not None:
            self._want(intent)

    def action_accept(self) -> None:
        """Take the chosen completion, or the first."""
        if not self._offers:
            return
        offer = self._offers[max(0, self.chosen)]
        self.value = offer.text or offer.label
        self.cursor_position = offer.cursor or len(self.value)

    def action_cursor_right(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """At the end, right takes the completion."""
        if self.cursor_at_end and not select and self.value and self._offers:
            self.action_accept()
        else:
            super().action_cursor_right(select)

    def pick(self, index: int) -> None:
        """Take an offer by its place, as a click does: a recent task starts at once."""
        if 0 <= index < len(self._offers):
            self.chosen = index
            what = self._offers[index].what
            if what is None:
                self.action_accept()
            else:
                self._want(Start(what))

    def action_choose(self, by: int) -> None:
        """Another of the offers."""
        if self._offers:
            self.chosen = (max(self.chosen, -1 if by > 0 else 0) + by) % len(self._offers)
            self._consider()

    def action_leave(self) -> None:
        """Back to the entries; a search ends, other words stay."""
        self.end_search()
        self.post_message(self.Left())

    def end_search(self) -> None:
        """Nothing is searched for any more; words for the log stay."""
        if self.purpose == "find":
            self.post_message(self.Finding(""))
            self._empty()

    def _empty(self) -> None:
        """Ready for the log, with nothing to say."""
        self.purpose = "log"
        self.value = ""
        self._offers = ()
        self.on_resize()
        self.post_message(self.Said(self.purpose, "", wrong=False, offers=(), chosen=-1))

    # What came of it

    def _want(self, intent: Start | Add) -> None:
        self._asked = True
        self.post_message(Wanted(intent, origin=self))

    def on_done(self, event: Done) -> None:
        """Saved: only now do the words go."""
        event.stop()
        self._asked = False
        self._empty()
        self.post_message(self.Left())

    def on_declined(self, event: Declined) -> None:
        """Refused: the words stay, to be changed."""
        event.stop()
        self._asked = False
        if self.value:
            self.focus()
