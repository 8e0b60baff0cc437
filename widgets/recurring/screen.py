"""Screen 2, Recurring: everything one does, by how often it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import getters, on
from textual.containers import Vertical
from textual.reactive import reactive, var

from tracker.domain.entry import What
from tracker.intents.intent import Amend, Start
from widgets.actions import bindings
from widgets.frame import FramedScreen
from widgets.messages import Wanted
from widgets.quick_line import QuickLine
from widgets.recurring.chart import SORT_WORDS, SORTS, found_words, lanes, task_row
from widgets.recurring.detail import DetailPanel
from widgets.recurring.lane_list import LaneList
from widgets.recurring.sides import SidesView, sides

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.dom import DOMNode

    from tracker.audit.survey import Survey
    from tracker.audit.worth.profile import Profile
    from tracker.domain.task import Task
    from widgets.actions import Mode, Owner
    from widgets.key_bar import Offered
    from widgets.quick_line import Purpose
    from widgets.recurring.chart import Sort, TaskRow
    from widgets.recurring.sides import Rating

View = Literal["lanes", "like", "skill"]
VIEWS: tuple[View, ...] = ("lanes", "like", "skill")

FRAME, DETAIL = 3, 13
"""Lines of the frame, and those that the lanes leave to the detail on a high screen."""

LOOKING = ("Looking at what you have logged ...",)
NOTHING = (
    "Nothing has been logged yet.",
    "",
    "What you do stands here by how often it comes back: daily, weekly,",
    "monthly, quarterly. n logs something; a week of it says a lot.",
)
NOTHING_SMALL = (
    "Nothing has been logged yet.",
    "What comes back stands here:",
    "daily, weekly, monthly, quarterly.",
    "n logs something.",
)
NO_MATCH = ("No task matches. esc shows all.",)


class RecurringScreen(FramedScreen):
    """The lanes, the same tasks in two columns, and the task under the cursor.

    Attributes:
        view: What is shown: the lanes, or two columns by like or by skill.
        sort: The order within a lane.
        finding: Only tasks with these words are shown.
        row: The task under the cursor.
    """

    MODE: ClassVar[Mode] = "recurring"
    CSS_PATH: ClassVar = ["recurring.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("recurring")

    view: var[View] = var("lanes")
    sort: var[Sort] = var("hours")
    finding: var[str] = var("")
    row: reactive[TaskRow | None] = reactive(None, repaint=False)

    chart = getters.query_one(LaneList)
    columns = getters.query_one(SidesView)
    detail = getters.query_one(DetailPanel)

    def body(self) -> ComposeResult:
        """The chart, and under it the task that is selected."""
        with Vertical(id="recurring"):
            yield LaneList()
            yield SidesView()
            yield DetailPanel().data_bind(RecurringScreen.survey, RecurringScreen.row)

    def on_mount(self) -> None:
        """What is known already is painted at once."""
        self.columns.display = False
        self.line.find_hints = ("words that a task's name must have", "words to find")
        self._fit()
        self._select(self.chart.current)  # its message comes after the first frame

    @property
    def home(self) -> LaneList | SidesView:
        """The lanes, or the two columns."""
        return self.chart if self.view == "lanes" else self.columns

    @property
    def about(self) -> str:
        """The task under the cursor."""
        return self.row.task if self.row is not None else ""

    def nodes(self) -> dict[Owner, DOMNode]:
        """The lanes and the columns have keys of their own."""
        return {"lanes": self.chart, "sides": self.columns}

    def offers(self) -> Offered:
        """What can be done to the task under the cursor."""
        if self.row is None:
            return super().offers()
        if self.view != "lanes":
            first = (("sides.less", ""), ("sides.more", ""), ("recurring.view", "next view"))
        else:
            first = (
                ("recurring.open", ""),
                ("recurring.start", "stop" if self._runs else ""),
                ("recurring.cadence", ""),
            )
        return (
            *first,
            ("recurring.tedium", ""),
            ("recurring.marks", ""),
            *((("recurring.pause", self._pause_word()),) if self.view == "lanes" else ()),
            ("recurring.view", "views") if self.view == "lanes" else ("recurring.open", ""),
            *((("recurring.sort", ""),) if self.view == "lanes" else ()),
            ("recurring.find", ""),
            ("app.palette", ""),
            ("app.help", ""),
        )

    def _pause_word(self) -> str:
        return "resume" if self._paused else ""

    # What is shown

    def watch_survey(self, survey: Survey | None) -> None:
        """Another look at the log."""
        if self.is_mounted:
            self._draw()

    def watch_finding(self) -> None:
        """Other words: other tasks."""
        if self.is_mounted:
            self._draw()

    def on_resize(self) -> None:
        """Another size has room for other things; its classes are worn only after this."""
        self.call_next(self._fit)

    def _fit(self) -> None:
        """Frames round the lanes only where there is height for them."""
        high = self.has_class("-tall") or self.has_class("-high")
        self.chart.boxed = high and not self.has_class("-narrow")
        room = self.app.size.height - FRAME - DETAIL
        self.chart.styles.max_height = room if self.has_class("-high") else None
        self._draw()

    def _draw(self) -> None:
        """Lanes or columns, by what was found last."""
        if self.survey is None:
            self.chart.empty = LOOKING
            return
        self.chart.empty = NO_MATCH if self.finding else self._nothing()
        if self.view == "lanes":
            self.chart.lanes = lanes(self.survey, self.sort, self.finding)
        else:
            self.columns.rating = self.view
            self.columns.sides = sides(self.survey, self.view, self.finding)
        self.detail.border_subtitle = found_words(self.survey) if self.survey.standings else ""

    def _nothing(self) -> tuple[str, ...]:
        return NOTHING_SMALL if self.has_class("-narrow") else NOTHING

    @on(LaneList.Moved)
    def _follow(self) -> None:
        if self.view == "lanes":
            self._select(self.chart.current)  # by now it may be on another than when it said so

    @on(SidesView.Moved)
    def _follow_columns(self, event: SidesView.Moved) -> None:
        if self.view == "lanes" or self.survey is None:
            return
        found = [one for one in self.survey.standings if one.task == event.task]
        self._select(task_row(self.survey, found[0]) if found else None)

    def _select(self, row: TaskRow | None) -> None:
        self.row = row
        self.detail.set_class(row is None, "-none")
        self.offer_keys()

    @on(QuickLine.Finding)
    def _find(self, event: QuickLine.Finding) -> None:
        self.finding = event.words.strip()

    def action_line(self, purpose: Purpose) -> None:
        """Take up the quick line; a search goes on with its words."""
        self.line.open(purpose, self.finding if purpose == "find" else None)

    def action_view(self) -> None:
        """Lanes, likes and dislikes, strengths and weaknesses, and round again."""
        task = self.about
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.chart.display = self.view == "lanes"
        self.columns.display = self.view != "lanes"
        self._draw()
        if isinstance(self.home, LaneList):
            self.home.select(task)
            self._select(self.home.current)
        else:
            self.home.select(task)
        self.home.focus()
        self.offer_keys()

    def action_sort(self) -> None:
        """The next order."""
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        self._draw()
        self.notify(f"Each lane: {SORT_WORDS[self.sort]}.", timeout=2, markup=False)

    # What is done to a task

    @property
    def _profile(self) -> Profile | None:
        """Of the task under the cursor; says so where there is none."""
        if self.survey is None or self.row is None:
            self.notify("There is no task here yet: n logs one.", markup=False)
            return None
        return self.survey.profiles[self.row.task]

    @property
    def _runs(self) -> bool:
        return self.state.running is not None and self.state.running.task == self.about

    @property
    def _record(self) -> Task | None:
        return self.survey.tasks.get(self.about) if self.survey is not None else None

    @property
    def _paused(self) -> bool:
        until = self.row.standing.paused_until if self.row is not None else None
        return until is not None and self.survey is not None and until > self.survey.as_of

    @on(LaneList.Opened)
    def action_page(self) -> None:
        """Everything about the task."""
        if self._profile is not None:
            from widgets.recurring.page import TaskPage

            self.app.push_screen(TaskPage(self, self.about))

    def action_start(self) -> None:
        """Start the task, or stop it where it runs; with no task, as on every screen."""
        if self.row is None or self._runs:
            self.action_stop_or_start()
        else:
            project = self._record.project if self._record is not None else ""
            self.post_message(Wanted(Start(What(self.about, project))))

    def action_cadence(self) -> None:
        """Ask how often it comes back."""
        if self.row is not None and self._profile is not None:
            from widgets.rhythm import RhythmScreen

            self.app.push_screen(RhythmScreen(self.row.standing, self.state.today.date))

    def action_pause(self) -> None:
        """Ask until when it rests; what rests is resumed."""
        if self._profile is None:
            return
        if self._paused:
            self.post_message(Wanted(Amend(self.about, (("paused_until", None),))))
            return
        from widgets.rhythm import ask_pause

        self.app.push_screen(ask_pause(self.about, self.state.today.date))

    def action_silence(self) -> None:
        """No reminders of it, or reminders again."""
        if self._profile is None:
            return
        silent = not (self._record is not None and self._record.silent)
        self.post_message(Wanted(Amend(self.about, (("silent", silent),))))
        words = "No reminders of" if silent else "Reminders again of"
        self.notify(f"{words} {self.about}.", timeout=3, markup=False)

    def action_marks(self) -> None:
        """Ask for its marks."""
        profile = self._profile
        if profile is not None:
            from widgets.marks import MarksScreen

            self.app.push_screen(MarksScreen(profile))

    def action_rate(self, first: str) -> None:
        """Ask for its ratings, ``first`` lit."""
        profile = self._profile
        if profile is not None:
            from widgets.rating import RatingScreen

            self.app.push_screen(RatingScreen(profile, first))

    @on(SidesView.Shifted)
    def _shift(self, event: SidesView.Shifted) -> None:
        said: Rating = event.rating
        self.post_message(Wanted(Amend(event.task, ((said, event.number),))))
