"""One day: its strip, its entries, and what can be done to the entry under the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive, var

from tracker.domain.span import Amount, OpenSpan
from tracker.intents.intent import Continue, Delete
from widgets.actions import bindings
from widgets.entry_list import EntryList
from widgets.figures import NO_FIGURES, blocks, rows, window
from widgets.messages import Wanted
from widgets.rows import EntryRow, GapRow, matches
from widgets.state import EMPTY, NEVER
from widgets.timeline import Timeline
from widgets.words import brief, day_name

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.domain.entry import Entry
    from widgets.figures import Figures
    from widgets.rows import Row
    from widgets.state import TodayState


class DayPanel(Vertical):
    """Shows ``state.day``; the strip lights up what the cursor is on."""

    DEFAULT_CSS = """
    DayPanel { height: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("day")

    state: var[TodayState] = var(EMPTY)
    figures: reactive[Figures] = reactive(NO_FIGURES, repaint=False)
    minute: var[datetime] = var(NEVER)
    finding: var[str] = var("")

    timeline = getters.query_one(Timeline)
    entries = getters.query_one(EntryList)

    @dataclass(eq=False, repr=False)
    class GapOpened(Message):
        """The time of a gap is to be logged; ``text`` begins the line."""

        text: str

    def compose(self) -> ComposeResult:
        """The strip above the entries."""
        yield Timeline()
        yield EntryList()

    def on_mount(self) -> None:
        """The first frame is whole."""
        self.show()

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.entries.current

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor, if it is one."""
        return self.current.entry if isinstance(self.current, EntryRow) else None

    def watch_state(self) -> None:
        """Another state, minute or search shows other rows."""
        self.show()

    watch_minute = watch_finding = watch_state

    def show(self) -> None:
        """Rows and blocks as of this minute."""
        if not self.is_mounted or not self.state.ready or self.minute is NEVER:
            return
        shown = rows(self.state, self.minute)
        if self.finding:
            shown = tuple(row for row in shown if matches(row, self.finding))
        self.entries.empty = self._nothing()
        self.entries.rows = shown
        self.timeline.blocks = blocks(self.state, self.minute)
        self.timeline.window = window(self.state, self.timeline.blocks)
        self.watch_figures()

    def _nothing(self) -> tuple[str, ...]:
        if self.finding:
            return (f"Nothing here matches {self.finding}.", "esc shows everything again.")
        if self.state.is_today:
            return (
                "Nothing logged today yet.",
                "n  type what you do: invoicing @acme",
                "n  or what you did: 9-10:30 email",
            )
        return ("Nothing logged on this day.", "n logs something on it; t goes back to today.")

    def watch_figures(self) -> None:
        """The borders say how much is logged and how much is not."""
        state, figures = self.state, self.figures
        if not state.ready:
            return
        name = "Today" if state.is_today else day_name(state.day.date)
        self.border_title = f"{name} · find" if self.finding else name
        parts = [f"{brief(figures.total)} logged"]
        if figures.untracked >= 60:
            parts.append(f"{brief(figures.untracked)} unaccounted")
        if figures.coverage is not None:
            parts.append(f"{figures.coverage:.0%} accounted".replace("%", " %"))
        while len(parts) > 1 and sum(map(len, parts)) + 3 * len(parts) > self.size.width - 4:
            del parts[1]
        self.border_subtitle = " · ".join(parts)

    def on_resize(self) -> None:
        """The border's words depend on the width."""
        self.watch_figures()

    @on(EntryList.Moved)
    def _light(self, event: EntryList.Moved) -> None:
        self.timeline.lit = event.row.entry.id if isinstance(event.row, EntryRow) else ""

    @on(Timeline.Picked)
    def _go(self, event: Timeline.Picked) -> None:
        event.stop()
        self.entries.select(event.key)
        self.entries.focus()

    @on(EntryList.Opened)
    def _open(self, event: EntryList.Opened) -> None:
        event.stop()
        if isinstance(event.row, GapRow):
            self.post_message(self.GapOpened(self.prefix(event.row)))
        else:
            self.action_edit()

    def prefix(self, gap: GapRow) -> str:
        """The beginning of a quick line for a gap: ``09:10-09:15 ``, dated unless today."""
        day = "" if self.state.is_today else f"{self.state.day.date.isoformat()} "
        return f"{day}{gap.clock} "

    def action_edit(self) -> None:
        """Change any field of the entry."""
        if self.entry is None:
            self._explain()
            return
        from widgets.edit import EditScreen

        self.app.push_screen(EditScreen(self.state, self.entry, self.minute))

    def action_split(self) -> None:
        """Ask where to cut the entry in two."""
        entry = self.entry
        if entry is None:
            self._explain()
            return
        if isinstance(entry.when, Amount):
            self.notify(
                "This entry has no clock times to split at: give it some with e.", markup=False
            )
            return
        from widgets.ask import ask_split

        self.app.push_screen(ask_split(self.state, entry, self.minute))

    def action_delete(self) -> None:
        """Delete the entry; undo takes it back, so nobody is asked."""
        if self.entry is None:
            self._explain()
        else:
            self.post_message(Wanted(Delete((self.entry.id,))))

    def action_resume(self) -> None:
        """Start again what the entry was about."""
        entry = self.entry
        if entry is None:
            self._explain()
        elif isinstance(entry.when, OpenSpan):
            self.notify(f"{entry.task} is running already.", markup=False)
        else:
            self.post_message(Wanted(Continue(entry.id)))

    def _explain(self) -> None:
        """There is no entry under the cursor: say what there is to do instead."""
        gap = isinstance(self.current, GapRow)
        words = "This is a gap: enter logs it." if gap else "There is no entry here: n logs one."
        self.notify(words, markup=False)
