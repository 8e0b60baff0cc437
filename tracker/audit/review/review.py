"""A review: everything its five steps show, and what of it is kept once it is closed."""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.audit.review.decide import Question, Trial
    from tracker.audit.review.finding import Finding
    from tracker.audit.review.picture import See
    from tracker.audit.review.plan import Planned
    from tracker.audit.review.rate import ToRate
    from tracker.audit.worth.overload import LongWeek, Overload
    from tracker.audit.worth.profile import HourValue
    from tracker.domain.papers import Review
    from tracker.domain.period import Period

WEEKLY_STEPS = ("repair", "rate", "see", "decide", "plan")
STEPS_BEYOND = ("rate", "see", "decide")
"""Months and quarters are past repair, and their next one is not planned here."""


def steps_of(kind: str) -> tuple[str, ...]:
    """The steps of a week's review, or of a month's or quarter's, in order."""
    return WEEKLY_STEPS if kind == "week" else STEPS_BEYOND


class Looked(Value):
    """What the log alone tells; cheap, so it can be shown before the rest is worked out.

    Attributes:
        as_of: The day it speaks of: today, or the period's last day.
        findings: Empty beyond weeks.
        paper: The review as it is kept, or ``None`` where it was never begun.
        last_intention: What was said in the review of the period before; may be empty.
        overload: Two full weeks in a row, and what to hand off just for now; ``None`` mostly.
        long_week: A long week with little growth; ``None`` mostly.
    """

    period: Period
    as_of: date
    currency: str
    hour_value: float
    see: See
    findings: tuple[Finding, ...]
    rate: tuple[ToRate, ...]
    paper: Review | None
    last_intention: str
    overload: Overload | None = None
    long_week: LongWeek | None = None

    @property
    def step(self) -> str:
        """Where it stands; the first step before it is begun."""
        steps = steps_of(self.period.kind)
        at = self.paper.step if self.paper is not None else steps[0]
        return at if at in steps else steps[0]

    @property
    def closed(self) -> bool:
        """Whether it is closed: what was seen then is what is shown."""
        return self.paper is not None and self.paper.finished is not None


class Advice(Value):
    """What the audit says on top, as of the same day.

    Attributes:
        hour: The worth of an hour.
        questions, trials: To decide.
        planned: Due in the next period; empty beyond weeks.
        verdicts: Task name to verdict, all of them: the next review compares with these.
    """

    hour: HourValue
    questions: tuple[Question, ...]
    trials: tuple[Trial, ...]
    planned: tuple[Planned, ...]
    verdicts: Mapping[str, str]
