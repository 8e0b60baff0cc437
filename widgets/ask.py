"""One question, one line: where to split, when it ended, which day, what it costs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual import getters
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from tracker.audit.worth.profile import YOURS
from tracker.domain.errors import InvalidValue, WorthwhileError
from tracker.domain.format import duration
from tracker.intents.intent import Split, Stop
from tracker.line import read_time
from widgets.dialog import Dialog, title
from widgets.messages import DayWanted, SettingsWanted, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.message import Message

    from tracker.audit.worth.profile import Profile
    from tracker.domain.entry import Entry
    from widgets.state import TodayState


class AskScreen(Dialog):
    """Posts what its line means; stays up while that cannot be read or is refused."""

    answer = getters.query_one(Input)

    def __init__(self, name: str, hint: str, value: str, read: Callable[[str], Message]) -> None:
        """Ask under ``name``; ``read`` turns the answer into a wish or raises."""
        super().__init__()
        self._title = title(name)
        self._hint = hint
        self._value = value
        self._read = read

    def compose(self) -> ComposeResult:
        """Hint, line, and room for what is wrong."""
        with VerticalScroll(id="frame", can_focus=False) as frame:
            frame.border_title = self._title
            frame.border_subtitle = "enter · esc leaves"
            yield Static(self._hint, classes="hint", markup=False)
            yield Input(self._value, compact=True)
            yield Static(id="complaint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the answer; what only moves the view needs no confirmation."""
        event.stop()
        try:
            message = self._read(event.value)
        except WorthwhileError as error:
            self.complain(error)
            return
        if isinstance(message, Wanted):
            message.origin = self
        self.post_message(message)
        if not isinstance(message, Wanted):
            self.dismiss()


def ask_split(state: TodayState, entry: Entry, now: datetime) -> AskScreen:
    """Where to cut ``entry`` in two; its middle is filled in.

    Raises:
        InvalidValue: It has no clock times.
    """
    span = entry.span_at(now)
    if span is None:
        raise InvalidValue("This entry has no clock times to split at: give it some with e.")
    middle = span.start + timedelta(seconds=span.seconds // 2)
    if span.seconds > 120:
        middle = middle.replace(second=0)
    day = state.local(span.start).date()

    def read(text: str) -> Message:
        at = read_time(text, now=now, zone=state.zone, day=day)
        if at <= span.start and state.local(span.stop).date() > day:
            at = read_time(text, now=now, zone=state.zone, day=day + timedelta(days=1))
        if not span.start < at < span.stop:
            raise InvalidValue(f"Cut it between {start} and {stop}.")
        return Wanted(Split(entry.id, at))

    start, stop = state.clock(span.start), state.clock(span.stop)
    shown = f"{start}-{stop}"
    return AskScreen(f"Split {entry.task}", f"It is {shown}. Cut it at:", state.clock(middle), read)


def ask_stop(state: TodayState, entry: Entry, now: datetime) -> AskScreen:
    """When a forgotten timer really ended; a likely time is filled in."""
    start = state.local(entry.order()[0])
    likely = min(start.replace(hour=18, minute=0, second=0), state.local(now))
    if likely <= start:
        likely = min(start + timedelta(hours=1), state.local(now))

    def read(text: str) -> Message:
        at = read_time(text, now=now, zone=state.zone, day=start.date())
        return Wanted(Stop(at))

    hint = (
        f"It runs since {start:%H:%M} on {start:%A}, for {duration(entry.seconds_at(now))}. "
        "When did you stop?"
    )
    return AskScreen(f"Stop {entry.task}", hint, f"{likely:%H:%M}", read)


def ask_day(state: TodayState) -> AskScreen:
    """Which day to show."""
    from tracker.calendar.ranges import read_range

    def read(text: str) -> Message:
        found = read_range(text, today=state.today.date, week_start=state.settings.week_start)
        if found.first > state.today.date:
            raise InvalidValue("That day is still to come: give one that has been.")
        return DayWanted(found.first if found.first != state.today.date else None)

    return AskScreen("Go to day", "yesterday, mon, 2026-11-12, last week", "", read)


def ask_rate(state: TodayState, profile: Profile) -> AskScreen:
    """What an hour of this kind of work costs from someone else."""
    kind = state.titles.get(profile.category, profile.category)
    known = f"{profile.rate:g}" if profile.rate is not None else ""
    source = "you said so" if profile.rate_source == YOURS else profile.rate_source
    hint = f"An hour of {kind} from someone else, in {state.settings.currency}"

    def read(text: str) -> Message:
        try:
            amount = float(text.replace(",", "."))
        except ValueError:
            amount = 0.0
        if not 0 < amount < 1e6:
            raise InvalidValue("Type what an hour costs as a number, such as 45.")
        return SettingsWanted({f"rates.{profile.category}": amount})

    return AskScreen(f"Price of {kind}", f"{hint} ({source})" if source else hint, known, read)
