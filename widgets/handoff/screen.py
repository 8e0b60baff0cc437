"""Screen 3, Hand-off: what to give away, what that is worth, and whether it paid."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Vertical
from textual.reactive import var

from widgets.actions import bindings
from widgets.dialog import title
from widgets.frame import FramedScreen
from widgets.handoff.board import EMPTY, board, first
from widgets.handoff.brief_lines import written
from widgets.handoff.page import Page
from widgets.handoff.panels import (
    BriefPanel,
    MoneyPanel,
    ReachPanel,
    StagePanel,
    VerdictPanel,
)
from widgets.handoff.placing import AWAY
from widgets.handoff.stage_lines import stage_of
from widgets.handoff.task_list import TaskList
from widgets.handoff.turning import Turning
from widgets.handoff.wants import Wants

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.dom import DOMNode
    from textual.widget import Widget

    from tracker.audit.survey import Survey
    from tracker.audit.worth.verdict import Verdict
    from widgets.actions import Mode, Owner
    from widgets.handoff.board import Board, Row
    from widgets.handoff.wants import Wish
    from widgets.key_bar import Offered
    from widgets.state import TodayState

NOTHING_YET = (
    "Nothing to hand off yet.",
    "",
    "Once two weeks are logged, tasks stand",
    "here that cost you more than they would",
    "in other hands, with the price of each.",
)
LOOKING = ("Looking at the whole log ...",)


class HandoffScreen(FramedScreen):
    """The tasks in a list, and all that is said of the selected one beside it.

    Attributes:
        board: What the list shows.
        row: The task under the cursor.
        verdict: Of that task, or of what is imagined of it.
    """

    MODE: ClassVar[Mode] = "handoff"
    CSS_PATH = Path(__file__).with_name("handoff.tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("handoff")

    board: var[Board] = var(EMPTY)
    row: var[Row | None] = var(None)
    verdict: var[Verdict | None] = var(None)

    tasks = getters.query_one(TaskList)
    reach = getters.query_one(ReachPanel)
    page = getters.query_one(Page)

    def body(self) -> ComposeResult:
        """The list with the brief below it, and four panels at its right; or the page alone."""
        self._begin()
        shown = (HandoffScreen.board, HandoffScreen.row, HandoffScreen.verdict)
        with Vertical(id="left"):
            yield TaskList(id="tasks").data_bind(HandoffScreen.board)
            yield BriefPanel(id="brief").data_bind(*shown)
        with Vertical(id="right"):
            yield VerdictPanel(id="verdict").data_bind(*shown)
            yield MoneyPanel(id="money").data_bind(*shown)
            yield ReachPanel(id="reach").data_bind(*shown)
            yield StagePanel(id="stage").data_bind(*shown)
        yield Page(id="page").data_bind(*shown)

    def _begin(self) -> None:
        """Begin with what is known, so that the first frame is whole."""
        self.turning = Turning()
        self.wants = Wants(self)
        if self.survey is not None:
            self.set_reactive(HandoffScreen.board, board(self.survey, self.state.settings))
            self.set_reactive(HandoffScreen.row, first(self.board))
        self._judge()

    def on_mount(self) -> None:
        """Name the panels."""
        self.tasks.empty = NOTHING_YET if self.survey is not None else LOOKING
        for name, words in (("money", "In money"), ("brief", "Brief"), ("stage", "Stage")):
            self.query_one(f"#{name}").border_title = words
        self._title()
        super().on_mount()

    # What a screen says of itself

    @property
    def home(self) -> Widget:
        """The list, or what is over it."""
        if self.turning.on:
            return self.reach
        return self.page if self.has_class("-page") else self.tasks

    @property
    def about(self) -> str:
        """The selected task."""
        return self.row.task if self.row is not None else ""

    def nodes(self) -> dict[Owner, DOMNode]:
        """The list, the page, and the panel whose inputs can be turned."""
        return {"tasks": self.tasks, "whatif": self.reach, "page": self.page}

    def offers(self) -> Offered:
        """What can be done with the selected task, most wanted first."""
        if self.turning.on:
            return self.turning.offers()
        if self.row is None:
            return (("timer.new", ""), ("app.palette", ""), ("app.help", ""))
        return self.wants.offers(self.row, page=self.has_class("-page"))

    # What is shown

    def watch_survey(self, _survey: Survey | None) -> None:
        """The whole log was looked at again."""
        if self.is_mounted:
            self._assemble()

    def watch_state(self, state: TodayState) -> None:
        """Settings may have changed: another budget, another hour."""
        super().watch_state(state)
        if self.is_mounted and state.settings != self.board.settings:
            self._assemble()

    def _assemble(self) -> None:
        self.tasks.empty = NOTHING_YET if self.survey is not None else LOOKING
        if self.survey is not None:
            self.board = board(self.survey, self.state.settings)

    @on(TaskList.Moved)
    def _moved(self, event: TaskList.Moved) -> None:
        """Another task: what was imagined of the one before is forgotten."""
        row = event.row
        if self.turning.on and row is not None and row.task == self.about:
            self.turning.settle(row)
        else:
            self.turning.stop()
        self.row = row
        self._judge()

    def _judge(self) -> None:
        """Show the verdict as it is, or as it would be."""
        row = self.row
        self.verdict = self.turning.verdict(row) if row is not None else None
        self.set_class(row is None, "-nothing")
        priced = self.verdict is not None and self.verdict.numbers is not None
        self.set_class(row is not None and not priced, "-priceless")
        self.set_class(self.turning.on, "-whatif")
        self.set_class(row is not None and stage_of(row) in AWAY, "-away")
        if self.is_mounted:
            self._title()
            self.offer_keys()

    def _title(self) -> None:
        row = self.row
        self.reach.border_title = "What if" if self.turning.on else "Holds while"
        self.reach.hint = self.turning.hint(self.verdict, self.board.settings.currency)
        self.query_one(VerdictPanel).border_title = title(row.task if row is not None else "")
        brief = self.query_one(BriefPanel)
        brief.border_subtitle = written(row.filed.brief) if row is not None else ""

    # The page

    @on(TaskList.Opened)
    def _open(self) -> None:
        self.add_class("-page")
        self.page.focus()
        self.page.scroll_home(animate=False)
        self.offer_keys()

    @on(Page.Closed)
    def _close(self) -> None:
        self.remove_class("-page")
        self.tasks.focus()
        self.offer_keys()

    # What if

    def action_whatif(self) -> None:
        """Turn rate, hour, hours and oversight, and see what becomes of the verdict."""
        row = self.row
        if row is None:
            return
        if row.verdict.numbers is None:
            self.notify("There is no price to turn: add a quote with Q.", markup=False)
            return
        self.turning.start(row)
        self._judge()
        self.reach.focus()

    @on(ReachPanel.Turned)
    def _turn(self, event: ReachPanel.Turned) -> None:
        self.turning.turn(event.knob, event.by)
        self._judge()

    @on(ReachPanel.Left)
    def _stop_turning(self, event: ReachPanel.Left) -> None:
        """Say what was different; keep it as a quote where that is wanted."""
        row, what = self.row, self.turning.what
        if row is None or what is None:
            return
        if event.keep and what.keepable:
            self.app.push_screen(self.wants.quote_form(row, what))
        elif event.keep and what.changed:
            said = "Only price and oversight can be kept, in a quote: ← → o O turn them."
            self.notify(said, markup=False)
            return
        elif what.changed:
            self.notify(self.turning.summary(self.board), markup=False)
        self.turning.stop()
        self.home.focus()
        self._judge()

    # What is asked of it

    def action_want(self, wish: Wish) -> None:
        """Something to be done about the selected task."""
        if self.row is not None:
            self.wants.about(wish, self.row)
        else:
            self.notify("There is no task here yet.", markup=False)

    def action_budget(self) -> None:
        """The most that may leave the bank a month."""
        from widgets.handoff.asking import ask_budget

        self.app.push_screen(ask_budget(self.state.settings))
