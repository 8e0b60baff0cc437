"""Screen 1, Today: the timer, the money, the day and the line that logs it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import getters, on
from textual.containers import Vertical
from textual.reactive import reactive, var
from textual.screen import Screen

from tracker.intents.intent import Cancel, Stop
from widgets.actions import bindings
from widgets.day_panel import DayPanel
from widgets.entry_list import EntryList
from widgets.figures import NO_FIGURES, figures
from widgets.key_bar import KeyBar, offered, offered_typing
from widgets.line_bar import Echo, LineBar
from widgets.messages import DayWanted, RedoWanted, UndoWanted, Wanted
from widgets.now_panel import NowPanel
from widgets.quick_line import QuickLine
from widgets.rows import GapRow
from widgets.state import EMPTY, NEVER, forgotten
from widgets.top_bar import TopBar
from widgets.week_panel import WeekPanel
from widgets.worth_panel import WorthPanel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.dom import DOMNode

    from tracker.domain.settings import Settings
    from widgets.actions import Owner
    from widgets.figures import Figures
    from widgets.quick_line import Purpose
    from widgets.state import TodayState

Question = Literal["day", "worth", "rate", "help", "import", "suggestions"]

FIGURES_EVERY = timedelta(seconds=5)
"""Between two looks at the money: it moves by cents."""


STYLES = Path(__file__).with_name("today.tcss")
"""The screen's style sheet; the app loads it with its own, which spares a second parse."""


class TodayScreen(Screen[None]):
    """Owns the state that was read last and the clock's last word; binds both down.

    Attributes:
        figures: As of some seconds ago, for the money that is running.
        settled: As of this minute, for everything that need not be drawn more often.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("today")

    state: var[TodayState] = var(EMPTY)
    figures: reactive[Figures] = reactive(NO_FIGURES, repaint=False)
    settled: reactive[Figures] = reactive(NO_FIGURES, repaint=False)
    now: var[datetime] = var(NEVER)
    minute: var[datetime] = var(NEVER)
    keymap: var[Mapping[str, str]] = var(dict)

    top = getters.query_one(TopBar)
    clock = getters.query_one(NowPanel)
    day_panel = getters.query_one(DayPanel)
    line = getters.query_one(QuickLine)
    keys = getters.query_one(KeyBar)

    def __init__(self, state: TodayState = EMPTY, now: datetime = NEVER) -> None:
        """Begin with ``state`` as of ``now``, so that the first frame is whole."""
        super().__init__()
        self.set_reactive(TodayScreen.state, state)
        self.set_reactive(TodayScreen.now, now)
        self.set_reactive(TodayScreen.minute, now)
        self._figured = now
        worked_out = figures(state, now)
        self.set_reactive(TodayScreen.figures, worked_out)
        self.set_reactive(TodayScreen.settled, worked_out)

    def compose(self) -> ComposeResult:
        """Attributes go down by binding, so no watcher copies them by hand.

        A grid with hardly a container: each would paint its ground over the whole screen.
        """
        self._fit_size()
        yield TopBar().data_bind(TodayScreen.state)
        yield NowPanel().data_bind(TodayScreen.state, figures=TodayScreen.settled)
        yield WorthPanel().data_bind(TodayScreen.state, TodayScreen.figures)
        yield DayPanel().data_bind(
            TodayScreen.state, TodayScreen.minute, figures=TodayScreen.settled
        )
        yield WeekPanel().data_bind(TodayScreen.state, figures=TodayScreen.settled)
        with Vertical(id="foot"):
            yield LineBar()
            yield KeyBar().data_bind(TodayScreen.keymap)

    def _fit_size(self) -> None:
        """Wear the classes of the size from the start: the first layout is then the last."""
        width, height = self.app.size
        for size, breakpoints in (
            (width, self.app.HORIZONTAL_BREAKPOINTS),
            (height, self.app.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(*self._get_breakpoint_classes(size, breakpoints or []))

    def on_mount(self) -> None:
        """Single keys work at once: the focus is on the entries."""
        self.line.state, self.line.now, self.clock.now = self.state, self.now, self.now
        self.clock.border_title = "Now"
        self.query_one(WorthPanel).border_title = "Time value vs. cost"
        self.query_one(WeekPanel).border_title = "This week"
        self.day_panel.entries.focus()

    def node_of(self, owner: Owner) -> DOMNode:
        """Where the acts of ``owner`` are bound, for whoever runs one by name."""
        nodes: dict[Owner, DOMNode] = {
            "app": self.app,
            "today": self,
            "day": self.day_panel,
            "entries": self.day_panel.entries,
            "line": self.line,
        }
        return nodes[owner]

    # What is shown

    def watch_state(self, state: TodayState) -> None:
        """Everything below follows by binding; the figures are worked out once for all."""
        if not self.is_mounted:
            return
        self.line.state = state
        self.minute = self.now
        self.figures = self.settled = figures(state, self.now)
        same = state.day in state.week and state.today in state.week
        week = self.query_one(WeekPanel)
        week.border_title = "This week" if same else f"Week {state.day.date.isocalendar().week}"
        self._offer_keys()

    def watch_now(self, now: datetime) -> None:
        """A second has passed: only the digits are drawn; figures and rows now and then."""
        if not self.is_mounted:
            return
        self.line.now = now
        if self.state.running is None:
            self.clock.set_reactive(NowPanel.now, now)
        else:
            (self.top if self.top.timer_hidden else self.clock).now = now
            if not timedelta() <= now - self._figured < FIGURES_EVERY:
                self._figured = now
                self.figures = figures(self.state, now)
        if now.replace(second=0) != self.minute.replace(second=0):
            self.minute = now
            self.figures = self.settled = figures(self.state, now)

    @on(EntryList.Moved)
    @on(QuickLine.Said)
    def _offer_keys(self) -> None:
        """The key bar follows the cursor and the line."""
        self.set_class(self.line.has_focus, "-typing")
        self.set_class(self.query_one(Echo).has_class("-wrong"), "-wrong")
        if self.line.has_focus:
            self.keys.offered = offered_typing(self.line.purpose)
        else:
            view = "timer" if self.has_class("-entries") else "entries"
            small = self.has_class("-narrow", "-short")
            row = self.day_panel.current
            self.keys.offered = offered(self.state, row, view if small else "")

    # What is asked of it

    @on(KeyBar.Clicked)
    async def _clicked(self, event: KeyBar.Clicked) -> None:
        await self.app.run_action(event.act.action, self.node_of(event.act.owner))

    @on(QuickLine.Left)
    def _left(self) -> None:
        self.day_panel.entries.focus()
        self.call_after_refresh(self._offer_keys)

    @on(QuickLine.Finding)
    def _find(self, event: QuickLine.Finding) -> None:
        self.day_panel.finding = event.words.strip()

    @on(DayPanel.GapOpened)
    def _fill(self, event: DayPanel.GapOpened) -> None:
        self.line.open("log", event.text)

    def wear(self, settings: Settings) -> None:
        """The owner's own keys, here and in every binding."""
        keys = dict(settings.keys)
        if keys != self.keymap:
            self.keymap = keys
            self.app.set_keymap(keys)

    def action_line(self, purpose: Purpose) -> None:
        """Take up the quick line; on a gap or another day it begins with that time."""
        text = None
        if purpose == "log" and not self.line.value:
            current = self.day_panel.current
            if isinstance(current, GapRow) and self.day_panel.entries.has_focus:
                text = self.day_panel.prefix(current)
            elif not self.state.is_today:
                text = f"{self.state.day.date.isoformat()} "
        elif purpose == "find":
            text = self.day_panel.finding
        self.line.open(purpose, text)

    def action_stop_or_start(self) -> None:
        """Stop what runs, asking when if it looks forgotten; else start something."""
        if self.state.running is None:
            self.action_line("switch" if self.state.recents else "log")
        elif forgotten(self.state, self.now):
            from widgets.ask import ask_stop

            self.app.push_screen(ask_stop(self.state, self.state.running, self.now))
        else:
            self.post_message(Wanted(Stop()))

    def action_cancel(self) -> None:
        """Throw the running timer away."""
        self.post_message(Wanted(Cancel()))

    def action_day(self, by: int) -> None:
        """Another day; 0 is today. There is nothing to see in the future."""
        day = self.state.day.date + timedelta(days=by)
        self.post_message(DayWanted(day if by and day < self.state.today.date else None))

    def action_history(self, way: Literal["undo", "redo"]) -> None:
        """Take back, or apply again."""
        self.post_message(UndoWanted() if way == "undo" else RedoWanted())

    def action_flip(self) -> None:
        """On a small screen: the entries instead of the timer and the money."""
        self.toggle_class("-entries")
        self.top.timer_hidden = self.has_class("-entries") and self.has_class("-narrow", "-short")
        self.top.now = self.clock.now = self.now
        self._offer_keys()

    def action_ask(self, what: Question) -> None:
        """Put a question over the screen; each is loaded when it is first asked."""
        from widgets import questions

        about = self.day_panel.entry or self.state.running
        if what == "import":
            self.post_message(questions.importing())
        elif what == "suggestions":
            self.app.push_screen(questions.suggested(self))
        elif what == "help":
            self.app.push_screen(questions.keys(self.keymap))
        elif what == "rate" and about is None:
            self.notify("Put the cursor on an entry first.", markup=False)
        else:
            self.app.push_screen(questions.asked(what, self.state, about))
