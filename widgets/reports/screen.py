"""The Reports screen: any range, under any heading, narrowed by words, opened row by row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.reactive import var
from textual.widget import Widget

from tracker.audit.review.reports import GROUPS
from tracker.calendar.ranges import FIRST_DAY, read_range
from tracker.domain.errors import InvalidValue
from tracker.domain.period import week_of
from tracker.reporting import Asked
from widgets.actions import bindings
from widgets.frame import FramedScreen
from widgets.messages import DayWanted
from widgets.quick_line import QuickLine
from widgets.reports.bar import ReportBar
from widgets.reports.messages import NotReported, Reported, ReportSent, ReportWanted
from widgets.reports.rows import (
    ENTRY_ROWS,
    ENTRY_ROWS_OF_A_TASK,
    GROUP_ROWS,
    day_of,
    entry_rows,
    group_rows,
    range_words,
    turned,
)
from widgets.row_list import RowList

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.dom import DOMNode
    from textual.message import Message

    from tracker.domain.entry import Entry
    from tracker.reporting import Shown
    from widgets.actions import Mode, Owner
    from widgets.key_bar import Offered
    from widgets.quick_line import Purpose

NOTHING = ("Nothing was logged then.", "", "[ and ] turn to another range, g asks for any.")
NO_MATCH = ("No entry matches. esc shows all.",)


class ReportRows(RowList):
    """Its rows, or the entries of one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("report-rows")


class ReportsScreen(FramedScreen):
    """Asks for the report of its range whenever the log, the range or the heading changes.

    Attributes:
        asked: What is wanted; ``None`` before the day is known.
        shown: What was answered last.
        opened: The row whose entries are shown; ``None`` for the rows.
    """

    MODE: ClassVar[Mode] = "reports"
    CSS_PATH = Path(__file__).with_name("reports.tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("reports")

    asked: var[Asked | None] = var(None)
    shown: var[Shown | None] = var(None)
    opened: var[str | None] = var(None)
    decimal: var[bool] = var(default=False)

    rows = getters.query_one(ReportRows)

    def body(self) -> ComposeResult:
        """The range, and its rows."""
        yield ReportBar()
        yield ReportRows(GROUP_ROWS, id="report")

    def on_mount(self) -> None:
        """The week it is."""
        self._entries: tuple[Entry, ...] = ()
        self._from = ""
        self._week: tuple[date, date] | None = None
        self.line.find_hints = ("words that an entry must have", "words to find")
        super().on_mount()
        self._begin()

    @property
    def home(self) -> Widget:
        """The rows."""
        return self.rows

    @property
    def about(self) -> str:
        """The task of the row."""
        row = self.rows.current
        if row is None or self.asked is None:
            return ""
        if self.opened is not None:
            return next((one.task for one in self._entries if one.id == row.key), "")
        return row.key if self.asked.by == "task" else ""

    def nodes(self) -> dict[Owner, DOMNode]:
        """The rows have keys of their own."""
        return {"report-rows": self.rows}

    def offers(self) -> Offered:
        """What can be done with what is seen."""
        narrowed = self.opened is not None or bool(self.asked and self.asked.text)
        first: Offered = (("reports.open", "its day" if self.opened is not None else ""),)
        back: Offered = (("reports.close", ""),) if narrowed else ()
        rest = ("group", "range", "before", "after", "find", "decimal", "export")
        return (*first, *back, *((f"reports.{one}", "") for one in rest), ("app.help", ""))

    # What is shown

    def reread(self) -> None:
        """The log may say otherwise now."""
        if self.is_mounted:
            self._begin()

    def _begin(self) -> None:
        if self.state.ready:
            week = week_of(self.state.today.date, self.state.settings.week_start)
            if self.asked is None:
                self.asked = Asked(week.first, week.last)
            elif (self.asked.first, self.asked.last) == self._week:
                self.asked = self.asked.replace(first=week.first, last=week.last)
            self._week = (week.first, week.last)
            self._ask()

    def _ask(self) -> None:
        if self.asked is not None:
            self.post_message(ReportWanted(self, self.asked, self.opened))

    @on(Reported)
    def _reported(self, event: Reported) -> None:
        self.shown, self.opened, self._entries = event.shown, event.opened, event.entries
        self._draw()

    @on(NotReported)
    def _not_reported(self, event: NotReported) -> None:
        self.notify(str(event.error), severity="warning", markup=False)

    def on_resize(self) -> None:
        """Longer bars where there is room."""
        self._draw()

    def _draw(self) -> None:
        shown = self.shown
        if shown is None or not self.is_mounted:
            return
        rows, state = self.rows, self.state
        rows.empty = NO_MATCH if shown.asked.text else NOTHING
        if self.opened is not None:
            of_a_task = shown.asked.by == "task"
            rows.columns_as(ENTRY_ROWS_OF_A_TASK if of_a_task else ENTRY_ROWS)
            found = entry_rows(self._entries, state, self.now, decimal=self.decimal)
        else:
            rows.columns_as(GROUP_ROWS)
            found = group_rows(
                shown,
                state.settings,
                state.titles,
                decimal=self.decimal,
                wide=self.has_class("-vast"),
            )
            if not shown.totals.total_seconds:
                found = ()
        rows.rows = found
        if self._from and self.opened is None:
            rows.select(self._from)
            self._from = ""
        self.query_one(ReportBar).tell(shown, self.opened, self.state, decimal=self.decimal)
        self.offer_keys()

    # What is asked of it

    def action_line(self, purpose: Purpose) -> None:
        """Take up the quick line; a filter goes on with its words."""
        text = self.asked.text if purpose == "find" and self.asked is not None else None
        self.line.open(purpose, text)

    @on(QuickLine.Finding)
    def _find(self, event: QuickLine.Finding) -> None:
        if self.asked is not None:
            self.asked = self.asked.replace(text=event.words.strip())
            self._ask()

    def action_group(self, by: int) -> None:
        """The next heading."""
        if self.asked is not None:
            place = (GROUPS.index(self.asked.by) + by) % len(GROUPS)
            self.asked = self.asked.replace(by=GROUPS[place])
            self.opened = None
            self._ask()

    def action_turn(self, by: int) -> None:
        """The range before, or after."""
        if self.asked is None or self.asked.first == FIRST_DAY:
            return
        found = turned(self.asked, by, self.state.settings.week_start)
        if found.first > self.state.today.date:
            self.notify("That is still to come.", timeout=2, markup=False)
            return
        self.show_range(found)

    def show_range(self, asked: Asked) -> None:
        """Show another range; a row that is open stays open."""
        self.asked = asked
        self._ask()

    def action_range(self) -> None:
        """Ask for any range."""
        from widgets.ask import AskScreen

        screen, state = self, self.state

        def read(text: str) -> Message:
            found = read_range(
                text.strip(), today=state.today.date, week_start=state.settings.week_start
            )
            if screen.asked is None:
                raise InvalidValue("The log is not read yet.")
            screen.asked = screen.asked.replace(first=found.first, last=found.last)
            return ReportWanted(screen, screen.asked, screen.opened)

        hint = "last month, 2026-W46, 2026-Q4, 2026-11-01..2026-11-15, all"
        self.app.push_screen(AskScreen("Which range", hint, "", read))

    def action_decimal(self) -> None:
        """Hours as 1.25, or as 1h15."""
        self.decimal = not self.decimal
        self._draw()

    @on(RowList.Opened)
    def action_open(self) -> None:
        """The entries of a row; of an entry, its day."""
        row = self.rows.current
        if row is None:
            return
        if self.opened is None:
            self._from = row.key
            self.opened = row.key
            self._ask()
            return
        entry = next((one for one in self._entries if one.id == row.key), None)
        if entry is not None:
            self.post_message(DayWanted(day_of(entry, self.state)))

    def action_close(self) -> None:
        """Back to the rows; or show every entry again."""
        if self.opened is not None:
            self.opened = None
            self._draw()
        elif self.asked is not None and self.asked.text:
            self.line.end_search()
            self.asked = self.asked.replace(text="")
            self._ask()

    def action_export(self) -> None:
        """Ask in which file."""
        from widgets.ask import AskScreen

        shown, screen = self.shown, self
        if shown is None:
            return
        words = range_words(shown.asked, self.state.settings.week_start)

        def read(text: str) -> Message:
            if not text.strip():
                raise InvalidValue("Type the name of a file, such as report.csv.")
            return ReportSent(screen, shown, words, text.strip(), screen.decimal)

        hint = "The ending says the format: .csv, .md or .html. In which file?"
        name = f"report-{shown.asked.first:%Y-%m-%d}-by-{shown.asked.by}.csv"
        self.app.push_screen(AskScreen("Export the report", hint, name, read))
