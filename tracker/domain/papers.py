"""What is kept about a task beside its time: quotes, briefs, hand-offs, bills, checks, reviews.

A paper is found by its id; all but reviews belong to a task by name. Days are local ones.
"""

from __future__ import annotations

from tracker.domain.entry import checked_name
from tracker.domain.errors import InvalidValue
from tracker.domain.limits import bounded, check_told, one_of
from tracker.domain.prose import listed, one_line, prose
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

VENDORS = ("freelancer", "assistant", "firm", "service")
TERMS = ("hourly", "fixed", "per-item", "monthly")
"""``fixed``: for each time it is done; ``per-item``: for each of ``items`` done at a time."""
STAGES = ("mine", "candidate", "briefed", "trial", "handed-off", "taken-back")
STEPS = ("repair", "rate", "see", "decide", "plan")
FOUR_QUESTIONS = ("goals", "objectives", "success", "expectations")
"""Fields of a brief that answer the method's four questions."""
BRIEF_TEXTS = (*FOUR_QUESTIONS, "what", "why", "frequency", "tools", "done", "incentives")
BRIEF_LISTS = ("steps", "links")


class Quote(Value):
    """A price for a task from someone else.

    Attributes:
        vendor: One of :data:`VENDORS`.
        terms: One of :data:`TERMS`; what ``amount`` is for.
        amount: 0 or more; 0 is free.
        minimum_hours: Billed a month at least; hourly terms only.
        setup_fee: Once.
        bonus: On top, a month.
        effort_factor: Vendor hours per own hour; ``None`` where not known (skill decides).
        items: How many a time; per-item terms only.
        redo_share: Share of the work that is done again, 0.1 for a tenth.
        oversight_hours: The owner's, a month; more than 0, for the owner answers for the work.
        onboarding_hours: The owner's, once.
        saved_cash: What is no longer paid, a month.
        source: Where it came from: a name, a web page.
        chosen: The one to reckon with; of several, or of none, the newest ``day`` counts.

    The owner's own word on speed, redo, oversight and training is ``None`` where it was not
    given; then the model assumes something.
    """

    id: str
    task: str
    vendor: str
    terms: str
    amount: float
    currency: str
    day: date
    minimum_hours: float = 0.0
    setup_fee: float = 0.0
    bonus: float = 0.0
    effort_factor: float | None = None
    items: float = 1.0
    source: str = ""
    chosen: bool = False
    revised: str = ""
    redo_share: float | None = None
    oversight_hours: float | None = None
    onboarding_hours: float | None = None
    saved_cash: float = 0.0

    def __post_init__(self) -> None:
        """Clean the texts, check kind and amounts; raises InvalidValue."""
        _cleaned(self, "source")
        one_of("vendor", self.vendor, VENDORS)
        one_of("terms", self.terms, TERMS)
        for name in ("amount", "minimum_hours", "setup_fee", "bonus", "items", "saved_cash"):
            bounded(name, getattr(self, name))
        known = (self.effort_factor, self.redo_share, self.oversight_hours, self.onboarding_hours)
        check_told(*known)


class Brief(Value):
    """What someone else needs to take a task over; empty text where nothing is written yet.

    Attributes:
        steps, links: In order.
        updated: When it was last written on.
    """

    id: str
    task: str
    goals: str = ""
    objectives: str = ""
    success: str = ""
    expectations: str = ""
    what: str = ""
    why: str = ""
    steps: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    frequency: str = ""
    tools: str = ""
    done: str = ""
    incentives: str = ""
    updated: date | None = None
    revised: str = ""

    def __post_init__(self) -> None:
        """Clean the texts; raises InvalidValue where one is too long."""
        _cleaned(self)
        for name in BRIEF_TEXTS:
            object.__setattr__(self, name, prose(name, getattr(self, name)))
        for name in BRIEF_LISTS:
            object.__setattr__(self, name, listed(name, getattr(self, name)))

    @property
    def questions_open(self) -> tuple[str, ...]:
        """Which of the method's four questions have no answer; a hand-off waits for them."""
        return tuple(name for name in FOUR_QUESTIONS if not getattr(self, name))

    @property
    def has_procedure(self) -> bool:
        """Whether the steps are written down."""
        return bool(self.steps)

    @property
    def is_written(self) -> bool:
        """Whether anything is written in it yet."""
        return any(getattr(self, name) for name in (*BRIEF_TEXTS, *BRIEF_LISTS))


class Move(Value):
    """A stage entered on a day."""

    stage: str
    day: date


class Promise(Value):
    """What was reckoned with when the trial began, a month, to compare with what came."""

    freed_hours: float
    cash: float
    price_per_hour: float | None
    break_even_rate: float | None
    upfront: float
    own_hours: float
    hour_value: float
    rate: float | None = None


class Handoff(Value):
    """How far a task has gone on its way to other hands.

    Attributes:
        moves: Every stage it entered, in order; the last one counts.
        to: Who has it.
        promise: Set when the trial begins.

    From the trial on, own time on the task is oversight, and redo where its entry has the tag
    ``redo``; quality is logged as :class:`Check`, invoices as :class:`Bill`.
    """

    id: str
    task: str
    moves: tuple[Move, ...]
    to: str = ""
    promise: Promise | None = None
    revised: str = ""

    def __post_init__(self) -> None:
        """Clean the texts, check the stages; raises InvalidValue."""
        _cleaned(self, "to")
        if not self.moves:
            raise InvalidValue("A hand-off has at least one stage.")
        for move in self.moves:
            one_of("stage", move.stage, STAGES)

    @property
    def stage(self) -> str:
        """Where it stands."""
        return self.moves[-1].stage

    @property
    def since(self) -> date:
        """Since when it stands there."""
        return self.moves[-1].day


class Bill(Value):
    """An invoice paid for a task in other hands; ``hours`` where the vendor states them."""

    id: str
    task: str
    day: date
    amount: float
    currency: str
    hours: float | None = None
    note: str = ""
    revised: str = ""

    def __post_init__(self) -> None:
        """Clean the texts, check the amounts; raises InvalidValue."""
        _cleaned(self, "note")
        bounded("amount", self.amount)
        bounded("hours", self.hours or 0.0)


class Check(Value):
    """How a piece of handed-off work came: quality 1-5, and days late (0 in time)."""

    id: str
    task: str
    day: date
    quality: int
    days_late: int = 0
    note: str = ""
    revised: str = ""

    def __post_init__(self) -> None:
        """Clean the texts, check quality and lateness; raises InvalidValue."""
        _cleaned(self, "note")
        if self.quality not in (1, 2, 3, 4, 5):
            raise InvalidValue(f"quality is a number from 1 to 5, not {self.quality}.")
        if not 0 <= self.days_late <= 3650:
            raise InvalidValue("days late are 0 or more.")


class Later(Value):
    """A verdict was looked at and put off: say nothing of it before ``until``.

    Attributes:
        decision: ``keep``: not before the verdict changes; ``later``: ask again on ``until``.
        verdict: What it was then.
    """

    id: str
    task: str
    decision: str
    verdict: str
    day: date
    until: date | None = None
    revised: str = ""

    def __post_init__(self) -> None:
        """Clean the texts, check the decision; raises InvalidValue."""
        _cleaned(self, "verdict")
        one_of("decision", self.decision, ("keep", "later"))


class Review(Value):
    """A week, month or quarter looked back on; what was seen then stays as it was.

    Attributes:
        id: Its period: ``2026-W47``, ``2026-11``, ``2026-Q4``.
        step: Where it stands, one of :data:`STEPS`; it resumes there.
        finished: The day it was closed; ``None`` while it is open.
        intention: One line for the next period.
        seen: The numbers as JSON text, frozen when the review is closed; empty before.
        settled: Keys of findings that are right as they are: not offered for repair again.
    """

    id: str
    step: str = "repair"
    begun: date | None = None
    finished: date | None = None
    intention: str = ""
    seen: str = ""
    settled: tuple[str, ...] = ()
    revised: str = ""

    def __post_init__(self) -> None:
        """Clean the texts, check the step; raises InvalidValue."""
        _put_line(self, "intention")
        one_of("step", self.step, STEPS)


OfTask = Quote | Brief | Handoff | Bill | Check | Later
Paper = OfTask | Review
KINDS: dict[str, type[Paper]] = {
    "quote": Quote,
    "brief": Brief,
    "handoff": Handoff,
    "bill": Bill,
    "check": Check,
    "later": Later,
    "review": Review,
}
"""The permanent word for each kind, in ledgers and in JSON."""


def _cleaned(paper: OfTask, *lines: str) -> None:
    """Have the task's name and the single lines as they may be stored."""
    object.__setattr__(paper, "task", checked_name("task", paper.task, required=True))
    for name in lines:
        _put_line(paper, name)


def _put_line(paper: Paper, name: str) -> None:
    object.__setattr__(paper, name, one_line(name, getattr(paper, name)))
