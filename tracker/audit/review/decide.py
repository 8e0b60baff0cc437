"""What asks for a decision: new candidates, verdicts that changed, hand-offs on trial."""

from __future__ import annotations

from tracker.domain.filed import by_task
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tracker.audit.survey import Survey
    from tracker.audit.worth.verdict import Verdict
    from tracker.domain.filed import Filed
    from tracker.domain.papers import Later, Paper

ACTIONABLE = ("candidate", "candidate-if-reinvested", "automate", "stop")
"""Verdicts that ask for something to be done."""
UNDER_WAY = ("trial", "handed-off")
"""Stages in which the question has been answered already."""


class Question(Value):
    """A task to decide about: brief it, keep it, or ask again in a month.

    Attributes:
        why: ``new``, or ``changed`` since the last review.
        verdict, was: Now and then; ``was`` is empty where it was not seen then.
        headline, explanation: Of the verdict.
        own_hours: A month.
        price_per_hour: What an hour bought back costs in the first year; ``None`` where that is
            not defined or no price is known.
        worth: A month of it at the hour value.
        good_first: Whether it is a good one to begin with.
        stage: Of its hand-off so far.
    """

    task: str
    why: str
    verdict: str
    was: str
    headline: str
    explanation: str
    score: float
    own_hours: float
    price_per_hour: float | None
    worth: float
    good_first: bool
    stage: str


class Trial(Value):
    """A hand-off on trial: keep it, or take it back.

    Attributes:
        since: The day the trial began, ISO text.
        days: Since then.
        to: Who has it; may be empty.
        promised_hours: Freed a month, as reckoned then; ``None`` where nothing was.
        promised_price: An hour bought back, as reckoned then.
        realised_hours, realised_price: The same, from what came; ``None`` before there is any.
        words: How it goes, in a plain sentence.
        warning: Where reality has crossed the break-even; else empty.
    """

    task: str
    since: str
    days: int
    to: str
    promised_hours: float | None
    promised_price: float | None
    realised_hours: float | None
    realised_price: float | None
    words: str
    warning: str


def questions(
    survey: Survey, papers: Iterable[Paper], before: Mapping[str, str], today: date
) -> tuple[Question, ...]:
    """New candidates and changed verdicts, by score.

    A change between two answers that ask for nothing is passed over; so is what was put off and
    not come up again, and what is on trial or handed off.

    Args:
        survey: As of the period's end.
        papers: All there are, today's decisions included.
        before: Task name to the verdict seen in the last closed review; empty where there is none.
        today: The day it is asked on.
    """
    filed = by_task(papers)
    hours = {standing.task: standing.hours_per_month for standing in survey.standings}
    found = []
    for verdict in survey.verdicts:
        kept = filed.get(verdict.task.casefold())
        was = before.get(verdict.task, "")
        if _asks(verdict.verdict, was, kept, today):
            found.append(_question(verdict, was, kept, hours.get(verdict.task, 0.0), survey))
    return tuple(found)


def _asks(verdict: str, was: str, papers: Filed | None, today: date) -> bool:
    """Whether there is something to decide that has not been decided yet."""
    if papers is not None and papers.stage in UNDER_WAY:
        return False
    later = papers.later if papers is not None else None
    if later is not None and in_force(later, verdict, today):
        return False
    now, then = verdict in ACTIONABLE, was in ACTIONABLE
    due_again = later is not None and later.decision == "later"
    return (now and (verdict != was or due_again)) or (then and not now)


def in_force(later: Later, verdict: str, today: date) -> bool:
    """Whether a put-off still holds: kept until the verdict changes, later until its day."""
    if later.decision == "keep":
        return later.verdict == verdict
    return later.until is not None and today < later.until


def _question(
    verdict: Verdict, was: str, papers: Filed | None, hours: float, survey: Survey
) -> Question:
    numbers = verdict.numbers
    own = numbers.own_hours if numbers is not None else hours
    price = numbers.price_per_hour_first_year if numbers is not None else None
    return Question(
        task=verdict.task,
        why="changed" if was and was != verdict.verdict else "new",
        verdict=verdict.verdict,
        was=was,
        headline=verdict.headline,
        explanation=verdict.explanation,
        score=round(verdict.score, 4),
        own_hours=round(own, 4),
        price_per_hour=None if price is None else round(price, 4),
        worth=round(own * survey.hour.value, 2),
        good_first=verdict.good_first,
        stage=papers.stage if papers is not None else "mine",
    )
