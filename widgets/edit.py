"""Every field of an entry in one small form; only what was changed is wanted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tracker.domain.errors import InvalidValue, WorthwhileError
from tracker.domain.format import duration
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.intents.intent import Edit
from tracker.line import read_duration, read_time
from widgets.dialog import Dialog, title
from widgets.messages import Wanted
from widgets.words import day_name

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.domain.entry import Entry
    from tracker.domain.span import When
    from widgets.state import TodayState

Fields = dict[str, str]
"""Field name to what stands in it."""

_BILLABLE = {"yes": True, "y": True, "no": False, "n": False}


def fields_of(state: TodayState, entry: Entry) -> Fields:
    """What the form shows of ``entry``: times as clock times, an amount as its length."""
    when = entry.when
    shown = {
        "task": entry.task,
        "project": entry.project,
        "tags": " ".join(f"#{tag}" for tag in entry.tags),
        "note": entry.note,
    }
    if isinstance(when, Amount):
        shown["length"] = duration(when.seconds)
    else:
        shown["start"] = state.clock(when.start)
        shown["stop"] = "" if isinstance(when, OpenSpan) else state.clock(when.stop)
    shown["billable"] = "" if entry.billable is None else ("yes" if entry.billable else "no")
    return shown


def edit_of(state: TodayState, entry: Entry, typed: Fields, now: datetime) -> Edit | None:
    """The edit that ``typed`` asks for; ``None`` where nothing is different.

    Raises:
        WorthwhileError: A field cannot be read.
    """
    before = fields_of(state, entry)
    changed = {
        name: text.strip() for name, text in typed.items() if text.strip() != before[name].strip()
    }
    if not changed:
        return None
    wanted = Edit(entry.id)
    for name in ("task", "project", "note"):
        if name in changed:
            wanted = wanted.replace(**{name: changed[name]})
    if "tags" in changed:
        wanted = wanted.replace(tags=tags_in(changed["tags"]))
    if "billable" in changed:
        wanted = wanted.replace(billable=_billable(changed["billable"]))
    return wanted.replace(**_times(state, entry.when, changed, now))


def tags_in(text: str) -> tuple[str, ...]:
    """The tags of a line: each after its ``#``, or simply words or comma-separated names."""
    if text.startswith("#"):
        return tuple(tag for part in f" {text}".split(" #") if (tag := part.strip()))
    return tuple(text.replace(",", " ").split())


def _billable(text: str) -> bool:
    try:
        return _BILLABLE[text.casefold()]
    except KeyError:
        raise InvalidValue("Billable is yes or no.") from None


def _times(
    state: TodayState, when: When, changed: Fields, now: datetime
) -> dict[str, datetime | When]:
    """The part of the edit that is about time."""
    if isinstance(when, Amount):
        if "length" not in changed:
            return {}
        return {"when": Amount(when.day, read_duration(changed["length"]))}
    day = state.local(when.start).date()
    start = when.start
    found: dict[str, datetime | When] = {}
    if "start" in changed:
        start = read_time(changed["start"], now=now, zone=state.zone, day=day)
        found["start"] = start
    if "stop" not in changed:
        return found
    if not changed["stop"]:
        return {"when": OpenSpan(start)}
    if isinstance(when, Span):
        day = state.local(when.stop).date()
    stop = read_time(changed["stop"], now=now, zone=state.zone, day=day)
    overnight = stop + timedelta(days=1)
    found["stop"] = overnight if stop <= start and overnight <= now else stop
    return found


class EditScreen(Dialog):
    """A line for each field; Enter saves from any of them."""

    CSS_PATH: ClassVar = ["dialog.tcss", "edit.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "Next field", id="edit.next", show=False),
        Binding("up", "app.focus_previous", "Field before", id="edit.previous", show=False),
        Binding("ctrl+s", "save", "Save", id="edit.save", show=False),
    ]

    def __init__(self, state: TodayState, entry: Entry, now: datetime) -> None:
        """Edit ``entry`` as of ``now``."""
        super().__init__()
        self._state = state
        self._entry = entry
        self._now = now

    def compose(self) -> ComposeResult:
        """The fields that this entry has."""
        known = {"task": self._state.tasks, "project": self._state.projects}
        with VerticalScroll(id="frame", can_focus=False) as frame:
            day = self._state.local(self._entry.order()[0]).date()
            frame.border_title = title(f"Edit {self._entry.task}")
            frame.border_subtitle = f"{day_name(day)} · enter saves · esc leaves"
            for name, value in fields_of(self._state, self._entry).items():
                names = known.get(name)
                suggester = SuggestFromList(names, case_sensitive=False) if names else None
                with Horizontal(classes="field"):
                    yield Static(name.capitalize(), markup=False)
                    yield Input(
                        value,
                        compact=True,
                        id=f"field-{name}",
                        suggester=suggester,
                        placeholder=self._placeholder(name),
                    )
            yield Static(id="complaint", markup=False)

    def _placeholder(self, name: str) -> str:
        return {
            "project": "none",
            "tags": "none",
            "note": "none",
            "stop": "running",
            "billable": "yes or no",
        }.get(name, "")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter saves from any field."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Want what was changed; with nothing changed there is nothing to want."""
        typed = {
            field.id.removeprefix("field-"): field.value for field in self.query(Input) if field.id
        }
        try:
            wanted = edit_of(self._state, self._entry, typed, self._now)
        except WorthwhileError as error:
            self.complain(error)
            return
        if wanted is None:
            self.dismiss()
        else:
            self.post_message(Wanted(wanted, origin=self))
