"""What asks for a decision: new candidates, verdicts that changed, hand-offs on trial."""

from __future__ import annotations

from tracker.audit.worth.realised import realised
from tracker.domain.filed import by_task
from tracker.domain.format import money
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tracker.audit.survey import Survey
    from tracker.audit.worth.realised import OwnTime, Realised
    from tracker.audit.worth.verdict import Verdict
    from tracker.domain.filed import Filed
    from tracker.domain.papers import Handoff, Later, Paper, Promise

ACTIONABLE = ("candidate", "candidate-if-reinvested", "automate", "stop")
"""Verdicts that ask for something to be done."""
UNDER_WAY = ("trial", "handed-off")
"""Stages in which the question has been answered already."""


class Question(Value):
    """A task to decide about: brief it, keep it, or ask again in a month.

    Attributes:
        why: ``new``, ``changed`` since the last review, or ``again``: it was put off until now.
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
        weeks: Which week of it this is, from 1.
        to: Who has it; may be empty.
        promised_hours: Freed a month, as reckoned then; ``None`` where nothing was.
        promised_price: An hour bought back, as reckoned then.
        realised_hours, realised_price: The same, a month, from what came; the price is ``None``
            before the first bill.
        words: How it goes, in plain sentences; warnings, such as a crossed break-even, last.
        on_track: Whether nothing warns.
    """

    task: str
    since: str
    weeks: int
    to: str
    promised_hours: float | None
    promised_price: float | None
    realised_hours: float
    realised_price: float | None
    words: str
    on_track: bool


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


def in_other_hands(papers: Iterable[Paper]) -> frozenset[str]:
    """Tasks on trial or handed off, in lower case."""
    filed = by_task(papers)
    return frozenset(name for name, kept in filed.items() if kept.stage in UNDER_WAY)


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
        why="new" if not was else "again" if was == verdict.verdict else "changed",
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


def trials(
    survey: Survey, own: Mapping[str, Sequence[OwnTime]], papers: Iterable[Paper]
) -> tuple[Trial, ...]:
    """The hand-offs that are on trial, the oldest first.

    Args:
        survey: As of the period's end.
        own: Task name in lower case to the owner's time on it: day, seconds, whether redo.
        papers: All there are: what has been decided since is no longer asked.
    """
    filed = by_task(papers)
    then = by_task(survey.papers)
    found = []
    for name, kept in then.items():
        handoff = kept.handoff
        if handoff is None or handoff.stage != "trial" or filed[name].stage != "trial":
            continue
        came = realised(
            handoff, (*kept.bills, *kept.checks), own.get(name, ()), survey.as_of, survey.currency
        )
        if came is not None:
            found.append(_trial(handoff, came, survey))
    return tuple(sorted(found, key=lambda it: (it.since, it.task)))


def _trial(handoff: Handoff, came: Realised, survey: Survey) -> Trial:
    promise = came.promise
    weeks = (survey.as_of - came.since).days // 7 + 1
    said = [f"Week {weeks}: {_hours(promise, came)}{_price(came, survey.currency)}."]
    if came.quality is not None:
        said.append(f"Quality {came.quality:.1f} of 5.")
    price = promise.price_per_hour if promise is not None else None
    return Trial(
        task=handoff.task,
        since=came.since.isoformat(),
        weeks=weeks,
        to=handoff.to,
        promised_hours=None if promise is None else round(promise.freed_hours, 4),
        promised_price=None if price is None else round(price, 4),
        realised_hours=round(came.hours_back_a_month, 4),
        realised_price=None if came.price_per_hour is None else round(came.price_per_hour, 4),
        words=" ".join((*said, *came.warnings)),
        on_track=not came.warnings,
    )


def _hours(promise: Promise | None, came: Realised) -> str:
    back = f"{came.hours_back_a_month:.1f} h a month come back"
    return back if promise is None else f"{back}, {promise.freed_hours:.1f} h were promised"


def _price(came: Realised, currency: str) -> str:
    if came.price_per_hour is None:
        return ""
    paid = f"; an hour back costs {money(came.price_per_hour, currency)}"
    promised = came.promise.price_per_hour if came.promise is not None else None
    return paid if promised is None else f"{paid}, {money(promised, currency)} was reckoned"
