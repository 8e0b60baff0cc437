"""Screen 1, Today: the timer, the money, the day and the line that logs it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.reactive import reactive, var

from tracker.domain.entry import What
from tracker.intents.intent import Start
from widgets.actions import bindings
from widgets.day_panel import DayPanel
from widgets.due_panel import DuePanel
from widgets.due_rows import due_rows, due_words
from widgets.entry_list import EntryList
from widgets.figures import NO_FIGURES, figures
from widgets.frame import REDO, FramedScreen
from widgets.key_bar import offered
from widgets.messages import DayWanted, Wanted
from widgets.now_panel import NowPanel
from widgets.quick_line import QuickLine
from widgets.rows import GapRow
from widgets.state import EMPTY, NEVER
from widgets.week_panel import WeekPanel
from widgets.worth_panel import WorthPanel

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.dom import DOMNode

    from tracker.audit.survey import Survey
    from widgets.actions import Mode, Owner
    from widgets.figures import Figures
    from widgets.key_bar import Offered
    from widgets.quick_line import Purpose
    from widgets.state import TodayState

FIGURES_EVERY = timedelta(seconds=5)
"""Between two looks at the money: it moves by cents."""

STYLES = Path(__file__).with_name("today.tcss")
"""The screen's style sheet; the app loads it with its own, which spares a second parse."""


class TodayScreen(FramedScreen):
    """The running timer, what it is worth, the day and its week.

    Attributes:
        figures: As of some seconds ago, for the money that is running.
        settled: As of this minute, for everything that need not be drawn more often.
    """

    MODE: ClassVar[Mode] = "today"
    BINDINGS: ClassVar[list[BindingType]] = bindings("today")

    figures: reactive[Figures] = reactive(NO_FIGURES, repaint=False)
    settled: reactive[Figures] = reactive(NO_FIGURES, repaint=False)
    minute: var[datetime] = var(NEVER)

    clock = getters.query_one(NowPanel)
    day_panel = getters.query_one(DayPanel)
    due = getters.query_one(DuePanel)

    def __init__(
        self, state: TodayState = EMPTY, now: datetime = NEVER, survey: Survey | None = None
    ) -> None:
        """Begin with ``state`` as of ``now``, so that the first frame is whole."""
        super().__init__(state, now, survey)
        self.set_reactive(TodayScreen.minute, now)
        self._figured = now
        worked_out = figures(state, now)
        self.set_reactive(TodayScreen.figures, worked_out)
        self.set_reactive(TodayScreen.settled, worked_out)

    def body(self) -> ComposeResult:
        """A grid with hardly a container: each would paint its ground over the whole screen."""
        yield NowPanel().data_bind(TodayScreen.state, figures=TodayScreen.settled)
        yield WorthPanel().data_bind(TodayScreen.state, TodayScreen.figures)
        yield DayPanel().data_bind(
            TodayScreen.state, TodayScreen.minute, figures=TodayScreen.settled
        )
        yield WeekPanel().data_bind(TodayScreen.state, figures=TodayScreen.settled)
        yield DuePanel()

    def on_mount(self) -> None:
        """Name the panels."""
        self.clock.now = self.now
        self.clock.border_title = "Now"
        self.query_one(WorthPanel).border_title = "Time value vs. cost"
        self.query_one(WeekPanel).border_title = "This week"
        self.due.border_title = "Due"
        self._show_due()

    @property
    def home(self) -> EntryList:
        """Single keys work on the entries."""
        return self.day_panel.entries

    @property
    def about(self) -> str:
        """The task of the entry under the cursor."""
        entry = self.day_panel.entry
        return entry.task if entry is not None else ""

    def nodes(self) -> dict[Owner, DOMNode]:
        """The day and its entries have keys of their own."""
        return {"day": self.day_panel, "entries": self.day_panel.entries, "due": self.due}

    def touched(self, entry_id: str) -> None:
        """The cursor goes where something happened."""
        self.day_panel.entries.select(entry_id)

    # What is shown

    def watch_state(self, state: TodayState) -> None:
        """Everything below follows by binding; the figures are worked out once for all."""
        if not self.is_mounted:
            return
        self.minute = self.now
        self.figures = self.settled = figures(state, self.now)
        same = state.day in state.week and state.today in state.week
        week = self.query_one(WeekPanel)
        week.border_title = "This week" if same else f"Week {state.day.date.isocalendar().week}"
        super().watch_state(state)
        self._show_due()

    def watch_survey(self) -> None:
        """Another look at the log: other things are due."""
        if self.is_mounted:
            self._show_due()

    def _show_due(self) -> None:
        """What is due has a panel of its own while there is any, and room for it."""
        if self.survey is not None:
            self.due.rows = due_rows(self.survey, self.state)
        self.set_class(bool(self.due.rows), "-due")
        week, elsewhere = self.query_one(WeekPanel), not self._due_in_view
        week.border_subtitle = self.due.words if elsewhere else ""
        week.pressing = tuple(row for row in self.due.rows if elsewhere and row.presses)
        self.offer_keys()

    @property
    def _due_in_view(self) -> bool:
        """Whether what is due has a panel of its own at this size."""
        high = self.has_class("-tall") or self.has_class("-high")
        return high and not self.has_class("-narrow")

    def on_resize(self) -> None:
        """Where there is no room for what is due, the week says how much it is."""
        self.call_next(self._show_due)  # the classes of the size are worn only after this

    def watch_now(self, now: datetime) -> None:
        """A second has passed: only the digits are drawn; figures and rows now and then."""
        if not self.is_mounted:
            return
        super().watch_now(now)
        if self.state.running is None:
            self.clock.set_reactive(NowPanel.now, now)
        else:
            if not self.top.timer_shown:
                self.clock.now = now
            if not timedelta() <= now - self._figured < FIGURES_EVERY:
                self._figured = now
                self.figures = figures(self.state, now)
        if now.replace(second=0) != self.minute.replace(second=0):
            self.minute = now
            self.figures = self.settled = figures(self.state, now)

    @on(EntryList.Moved)
    def _follow_cursor(self) -> None:
        self.offer_keys()

    def offers(self) -> Offered:
        """What can be done to the row under the cursor."""
        if self.due.has_focus:
            return (("due.start", ""), ("due.leave", ""), ("app.palette", ""), ("app.help", ""))
        view = "timer" if self.has_class("-entries") else "entries"
        small = self.has_class("-narrow", "-short")
        found = offered(self.state, self.day_panel.current, view if small else "")
        pressing = tuple(row for row in self.due.rows if row.presses)
        if small and pressing:
            found = (*found[:2], ("due.open", due_words(pressing)), *found[2:])
        running = self.state.running
        if running is None or not self.runs_away:
            return found
        words = "oversight" if REDO in running.tags else "redo"
        return (found[0], ("timer.redo", words), *found[1:])

    # What is asked of it

    @on(QuickLine.Finding)
    def _find(self, event: QuickLine.Finding) -> None:
        self.day_panel.finding = event.words.strip()

    @on(DayPanel.GapOpened)
    def _fill(self, event: DayPanel.GapOpened) -> None:
        self.line.open("log", event.text)

    def action_mode(self, mode: Mode) -> None:
        """Another screen; from Today itself, back to today."""
        if mode == "today":
            self.action_day(0)
        else:
            super().action_mode(mode)

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

    def action_day(self, by: int) -> None:
        """Another day; 0 is today. There is nothing to see in the future."""
        day = self.state.day.date + timedelta(days=by)
        self.post_message(DayWanted(day if by and day < self.state.today.date else None))

    def action_due(self) -> None:
        """Take the keys to what is due; where it has no room, in the place of something else."""
        if self.due.has_focus:
            self._leave_due()
            return
        self.add_class("-due-open")
        self.due.focus()

    @on(DuePanel.Opened)
    def _start_due(self, event: DuePanel.Opened) -> None:
        if event.row.state != "now":
            known = self.survey.tasks.get(event.row.task) if self.survey is not None else None
            project = known.project if known is not None else ""
            self.post_message(Wanted(Start(What(event.row.task, project))))
        self._leave_due()

    @on(DuePanel.Left)
    def _leave_due(self) -> None:
        self.remove_class("-due-open")
        self.home.focus()

    def action_flip(self) -> None:
        """On a small screen: the entries instead of the timer and the money."""
        self.toggle_class("-entries")
        small = self.has_class("-narrow", "-short")
        self.top.timer_shown = self.has_class("-entries") and small
        self.top.now = self.clock.now = self.now
        self.offer_keys()
