"""Screen 4, Review: the end of the week in five steps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.reactive import var

from tracker.audit.review.review import steps_of
from tracker.domain.period import PERIODS, before, of
from widgets.actions import bindings
from widgets.frame import FramedScreen
from widgets.review.decide_view import DecideView
from widgets.review.deciding import decided, exporting
from widgets.review.kept import Kept
from widgets.review.messages import Advised, CloseWanted, LookedBack, LookWanted, NotReviewed
from widgets.review.plan_view import PlanView
from widgets.review.step_bar import StepBar
from widgets.review.steps import VIEWS, Steps
from widgets.review.view import StepView
from widgets.review.words import CLOSED

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.dom import DOMNode
    from textual.widget import Widget

    from tracker.audit.survey import Survey
    from tracker.domain.period import Period
    from widgets.actions import Mode, Owner
    from widgets.key_bar import Offered
    from widgets.messages import Declined, Done
    from widgets.review.plan_view import Intention
    from widgets.review.state import Reviewed


class ReviewScreen(FramedScreen):
    """Walks through the steps; each is kept as it is reached, so it resumes there.

    Attributes:
        reviewed: The period; ``None`` before the first look.
        step: The one that is shown.
    """

    MODE: ClassVar[Mode] = "review"
    CSS_PATH = Path(__file__).with_name("review.tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("review")

    reviewed: var[Reviewed | None] = var(None)
    step: var[str] = var("repair")

    steps = getters.query_one(Steps)

    def body(self) -> ComposeResult:
        """The line of the steps, and the one that is shown."""
        yield StepBar().data_bind(ReviewScreen.reviewed, ReviewScreen.step)
        yield Steps(id="steps")

    def on_mount(self) -> None:
        """Ask what the log tells of the week whose turn it is."""
        self._views: dict[str, StepView] = {}
        self._kept = Kept(self)
        self._wanted: Period | None = None
        self._at = ""
        super().on_mount()
        self._ask()

    # What a screen says of itself

    @property
    def view(self) -> StepView | None:
        """The step that is shown."""
        return self._views.get(self.step) if self.is_mounted else None

    @property
    def home(self) -> Widget:
        """The list of the step."""
        view = self.view
        return view.home if view is not None and view.is_mounted else self.steps

    @property
    def about(self) -> str:
        """The selected task."""
        return self.view.about if self.view is not None else ""

    @property
    def intention(self) -> Intention | None:
        """The line of the plan while it takes the keys."""
        view = self.view
        if isinstance(view, PlanView) and view.is_mounted and view.typing:
            return view.line
        return None

    def nodes(self) -> dict[Owner, DOMNode]:
        """The step has keys of its own, and so has its list."""
        view = self.view
        found: dict[Owner, DOMNode] = {"rows": self.home}
        for owner in ("repair", "rate", "see", "decide", "plan"):
            found[owner] = view if view is not None and owner == self.step else self
        if self.intention is not None:
            found["line"] = self.intention
        return found

    def offers(self) -> Offered:
        """What the step offers, then where to go."""
        if self.reviewed is None or self.view is None or not self.view.is_mounted:
            return (("timer.new", ""), ("app.palette", ""), ("app.help", ""))
        if self.intention is not None:
            return (("review.next", "close the review"), ("line.leave", "leave the line"))
        steps = steps_of(self.reviewed.period.kind)
        last = self.step == steps[-1]
        closed = self.reviewed.looked.closed
        short = "next" if self.has_class("-narrow") else ""
        onward: Offered = (("review.next", "close the review" if last else short),)
        if closed and last:
            onward = (("review.reopen", ""),)
        back: Offered = (("review.back", ""),) if self.step != steps[0] else ()
        rest = ("review.export", "review.before", "review.kind", "review.list")
        return (
            *onward,
            *self.view.offers(),
            *back,
            *((act, "") for act in rest),
            ("app.help", ""),
        )

    # What is shown

    def reread(self) -> None:
        """The log may say otherwise now."""
        if self.is_mounted:
            self._ask()

    def watch_survey(self, survey: Survey | None) -> None:
        """Another look at the whole log: other advice."""
        if self.is_mounted and survey is not None:
            self._ask()

    def _ask(self) -> None:
        if self.reviewed is not None and self.reviewed.today != self.state.today.date:
            self._wanted = None  # another day: another week may have its turn
        if self.state.ready:
            self.post_message(LookWanted(self, self._wanted))

    @on(LookedBack)
    async def _looked(self, event: LookedBack) -> None:
        """Show it, unless something newer is on its way."""
        found, old = event.reviewed, self.reviewed
        if self._kept.waiting or (self._wanted not in (None, found.period)):
            return
        self._wanted = found.period
        same = old is not None and old.period == found.period
        if same and old is not None and found.advice is None and not old.looked.closed:
            found = found.replace(advice=old.advice)
        self._kept.adopt(found)
        stands = "see" if found.looked.closed else found.looked.step
        moved = not same or self._at != stands
        self._at = stands
        with self.app.batch_update():  # drawn once, with its step
            self.reviewed = found
            for view in self._views.values():
                view.reviewed = found
            if moved or self.view is None:
                await self._show(stands)
        self.offer_keys()

    @on(Advised)
    def _advised(self, event: Advised) -> None:
        if self.reviewed is not None and self.reviewed.period.id == event.period_id:
            self.reviewed = self.reviewed.replace(advice=event.advice)
            for view in self._views.values():
                view.reviewed = self.reviewed
            self.offer_keys()

    @on(NotReviewed)
    def _not_reviewed(self, event: NotReviewed) -> None:
        self.notify(str(event.error), severity="warning", markup=False)
        if self.reviewed is not None:
            self._wanted = self.reviewed.period

    async def _show(self, step: str) -> None:
        """Bring a step into view; it is made when it is first seen."""
        self.step = step
        typing = self.line.has_focus
        if step not in self._views:
            view = VIEWS[step](classes=step)
            view.local = self.state.local
            view.set_reactive(StepView.reviewed, self.reviewed)
            self._views[step] = view
            await self.steps.mount(view)
        for name, view in self._views.items():
            view.display = name == step
        if not typing and self.app.screen is self:
            self.set_focus(self.home)
        self.offer_keys()

    @on(StepView.Changed)
    def _changed(self) -> None:
        self.offer_keys()

    # Going on

    async def action_next(self) -> None:
        """The next step; after the last one the review is closed."""
        if self.reviewed is None:
            return
        steps = steps_of(self.reviewed.period.kind)
        place = steps.index(self.step)
        if place + 1 < len(steps):
            await self._go(steps[place + 1])
        elif self.reviewed.looked.closed:
            self.notify(": ".join(CLOSED), markup=False)
        elif isinstance(self.view, PlanView):
            self.view.go_on()
        else:
            self._close("")

    async def action_back(self) -> None:
        """The step before."""
        if self.reviewed is not None:
            steps = steps_of(self.reviewed.period.kind)
            place = steps.index(self.step)
            if place:
                await self._go(steps[place - 1])

    @on(StepBar.Clicked)
    async def _clicked_step(self, event: StepBar.Clicked) -> None:
        await self._go(event.step)

    async def _go(self, step: str) -> None:
        if self.reviewed is None or step == self.step:
            return
        if not self.reviewed.looked.closed:
            self._at = step
            self._kept.step_to(step)
        await self._show(step)
        if step == "plan" and isinstance(self.view, PlanView):
            self.view.write()

    def _close(self, intention: str) -> None:
        if self.reviewed is not None:
            self.post_message(CloseWanted(self, self.reviewed.period, intention))

    @on(PlanView.Finished)
    def _finish(self, event: PlanView.Finished) -> None:
        self._close(event.text)

    @on(PlanView.Intended)
    def _intend(self, event: PlanView.Intended) -> None:
        self._kept.intend(event.text)

    @on(StepView.Settled)
    def _settle(self, event: StepView.Settled) -> None:
        self._kept.settle(event.key)

    def on_done(self, event: Done) -> None:
        """A move is durable; a closed review says so."""
        self._kept.done()
        if event.change.label.startswith("closed") and self.reviewed is not None:
            self.notify(f"{self.reviewed.period.title} is closed. Well done.", markup=False)
            self.steps.focus()

    def on_declined(self, event: Declined) -> None:
        """It was refused: show how it stands."""
        self._kept.done()
        self._ask()

    # Other periods

    def go_to(self, period: Period) -> None:
        """Look back on another period."""
        self._wanted = period
        self._ask()

    def action_turn(self, by: int) -> None:
        """The period before, or the one after."""
        if self.reviewed is None:
            return
        period = before(self.reviewed.period, -by)
        if period.first > self.reviewed.today:
            self.notify(f"{period.title} has not begun.", timeout=2, markup=False)
        else:
            self.go_to(period)

    def action_kind(self) -> None:
        """A week, a month, a quarter, and round again."""
        if self.reviewed is not None:
            period = self.reviewed.period
            kind = PERIODS[(PERIODS.index(period.kind) + 1) % len(PERIODS)]
            day = min(self.reviewed.today, period.final)
            self.go_to(of(kind, day, self.state.settings.week_start))

    def action_list(self) -> None:
        """Every review there is."""
        if self.reviewed is not None:
            from widgets.review.stored import StoredScreen

            self.app.push_screen(StoredScreen(self, self.reviewed.stored))

    def action_reopen(self) -> None:
        """Open a closed one again."""
        if self.reviewed is not None and not self._kept.reopen():
            self.notify("This review is open.", timeout=2, markup=False)

    def action_export(self) -> None:
        """Ask in which file."""
        if self.reviewed is not None:
            self.app.push_screen(exporting(self, self.reviewed.period))

    @on(DecideView.Decided)
    def _decide(self, event: DecideView.Decided) -> None:
        decided(self, event.what, event.about)
