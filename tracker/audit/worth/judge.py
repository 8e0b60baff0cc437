"""From a case to its verdict: the first of the twelve answers that holds.

The order, the thresholds and the four-part test are those of docs/model.md: tedious, takes
time, needed, no growth; a score of 50; repaid within a year.
"""

from __future__ import annotations

from tracker.audit.worth.model import MONTHS, reckon
from tracker.audit.worth.score import STEADINESS, score
from tracker.audit.worth.verdict import Verdict
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.audit.worth.case import Case
    from tracker.audit.worth.model import Numbers
    from tracker.audit.worth.profile import Profile
    from tracker.audit.worth.verdict import Price
    from tracker.domain.papers import Later

LEAST_TEDIUM = 3
MOST_GROWTH = 2
GROWS = 4
"""Growth from which a task moves the business forward."""
LEAST_HOURS = 1.0
"""Own hours a month under which a task takes no time to speak of."""
LEAST_SCORE = 50.0
LEAST_WEEKS, LEAST_DAYS = 2.0, 10
"""Of the whole log, before anything is said of it."""
LEAST_TIMES = {
    "daily": 5,
    "weekly": 4,
    "biweekly": 4,
    "monthly": 3,
    "quarterly": 3,
    "as-needed": 5,
    "none": 0,
}
"""Days on which a rhythm must have been seen before it is named."""
STILL_OPEN_DAYS = 31
"""Days for which a task seen once may yet come back: a monthly one would have."""


class Judged(Value):
    """The answer without its words.

    Attributes:
        price: What was reckoned with; of an ``automate`` the software's.
        numbers: ``None`` without a price or without hours.
    """

    name: str
    score: float
    price: Price | None
    numbers: Numbers | None


def judge(case: Case) -> Verdict:
    """The verdict on one task, with its numbers and its reasons."""
    from tracker.audit.worth.flips import flips
    from tracker.audit.worth.sentences import explanation
    from tracker.audit.worth.unpriced import free
    from tracker.audit.worth.words import assumptions, evidence, four_parts, headline

    found = decide(case)
    depends = depends_on_duration(case, found)
    return Verdict(
        task=case.task,
        verdict=found.name,
        score=found.score,
        headline=headline(case, found),
        explanation=explanation(case, found, depends=depends),
        parts=four_parts(case),
        evidence=evidence(case),
        assumed=assumptions(case, found),
        flips=flips(case, found),
        depends=depends,
        profile=case.profile,
        numbers=found.numbers,
        price=found.price,
        needs_procedure=case.recurs and not case.has_procedure,
        own_hours=case.own_hours,
        own_value=case.own_hours * case.hour_value,
        cadence=case.cadence,
        stage=case.stage,
        later=_still_later(case, found.name),
        unpriced=free(case) if found.numbers is None else None,
        case=case,
    )


def judge_all(cases: Iterable[Case], budget: float = 0.0) -> tuple[Verdict, ...]:
    """Every verdict, the highest score first; one of them is the good first one.

    Args:
        cases: One a task.
        budget: Cash a month for handing work off; 0 sets no cap. With a cap, candidates that
            are not in the best set under it come after all others.
    """
    verdicts = [judge(case) for case in cases]
    if budget > 0:
        from tracker.audit.worth.budget import within

        beyond = within(verdicts, budget).left_out
        verdicts = [
            verdict.replace(within_budget=False) if verdict.task in beyond else verdict
            for verdict in verdicts
        ]
    verdicts.sort(key=lambda found: (not found.within_budget, -found.score, found.task))
    first = _good_first(verdicts)
    return tuple(
        verdict.replace(good_first=True) if verdict.task == first else verdict
        for verdict in verdicts
    )


def decide(case: Case) -> Judged:
    """The answer and its numbers; the same case gives the same answer."""
    price, numbers = case.price, _of_a_service(case)
    automates = numbers is not None
    if automates:
        price = case.automation
    elif price is not None and case.handed_hours > 0:
        numbers = _numbers(case, price)
    points = score(
        case.profile,
        price=numbers.price_per_hour_first_year if numbers else None,
        hour_value=case.hour_value,
        own_hours=case.handed_hours,
        cadence=case.cadence,
        confidence=case.confidence,
    )
    name = _before_money(case) or _by_money(case, numbers, points, automates=automates)
    return Judged(name, points, price, numbers)


def too_little(case: Case) -> bool:
    """Whether there is not enough to go by: of the task, or of the whole log."""
    extent = case.extent
    if extent is not None and (extent.days < LEAST_DAYS or extent.weeks < LEAST_WEEKS):
        return True
    match case.status:
        case "declared":
            return case.occurrences < 1
        case "tentative":
            return True
        case "established" | "likely":
            return case.occurrences < LEAST_TIMES[case.cadence]
        case _:
            return case.status == "none" and _may_come_back(case)


def depends_on_duration(case: Case, found: Judged) -> bool:
    """Whether the band turns to "no" at the low end of the 80 % interval of the mean duration."""
    from tracker.audit.worth.interval import mean_interval

    if found.numbers is None or found.price is None or found.numbers.band == "no":
        return False
    reach = mean_interval(case.durations)
    if reach is None or not case.per_month:
        return False
    low = max(0.0, reach[0]) / 3600 * case.per_month
    if low <= 0:
        return True
    return _numbers(case.replace(own_hours=low), found.price).band == "no"


def meets_four_parts(profile: Profile, hours: float) -> bool:
    """Tedious, takes time, needed, no growth; ``hours`` a month of the handed part."""
    tedious = profile.necessary and profile.tedium >= LEAST_TEDIUM
    return tedious and profile.growth <= MOST_GROWTH and hours >= LEAST_HOURS


def guard(profile: Profile) -> str:
    """The verdict that a mark or a rating alone gives; empty where nothing holds it."""
    if not profile.necessary:
        return "stop"
    if profile.only_me:
        return "only-you"
    if profile.core or (profile.skill == 5 and profile.like >= 4):
        return "core"
    if profile.growth >= GROWS:
        return "growth"
    return "confidential" if profile.confidential else ""


def _numbers(case: Case, price: Price) -> Numbers:
    return reckon(case.inputs_at(price))


def _of_a_service(case: Case) -> Numbers | None:
    """The numbers of a service that is to be taken in place of a person; ``None`` where none is.

    To be cheaper a month is not enough: one that never repays its set-up would hide the price of
    a person who is worth it, and a worse offer more would make the advice worse.
    """
    if case.automation is None or case.person is None or case.handed_hours <= 0:
        return None
    numbers = _numbers(case, case.automation)
    if numbers.cash >= _numbers(case, case.person).cash:
        return None
    return numbers if _by_money(case, numbers, 0.0, automates=True) == "automate" else None


def _before_money(case: Case) -> str:
    if too_little(case):
        return "too-little-data"
    held = guard(case.profile)
    if held:
        return held
    return "" if case.recurs else "one-off"


def _by_money(case: Case, numbers: Numbers | None, points: float, *, automates: bool) -> str:
    if numbers is None:
        return "keep"
    if numbers.freed_hours <= 0 or numbers.net_saving <= 0:
        return "not-worth-it"
    if numbers.payback_months is None or numbers.payback_months > MONTHS:
        return "not-yet"
    if meets_four_parts(case.profile, case.handed_hours):
        if automates:
            return "automate"
        if numbers.band != "no" and points >= LEAST_SCORE:
            return "candidate" if numbers.band_floor != "no" else "candidate-if-reinvested"
    return "keep"


def _may_come_back(case: Case) -> bool:
    """Whether what was seen once or twice is too fresh to say that it does not come back.

    Seen twice, it may for 1.6 times as long as it took, the time after which a quarterly task
    counts as lapsed.
    """
    if case.decide_after is not None or case.tentative:
        return True
    if case.last is None or case.as_of is None:
        return case.occurrences == 0
    passed = (case.as_of - case.last).days
    if case.occurrences == 2 and case.since is not None:
        return passed <= max(STILL_OPEN_DAYS, 1.6 * (case.last - case.since).days)
    return case.occurrences < 2 and passed <= STILL_OPEN_DAYS


def _still_later(case: Case, name: str) -> Later | None:
    """The owner's decision about it, where it holds: while the verdict stays, or until a day."""
    later = case.later
    if later is None:
        return None
    if later.decision == "keep":
        return later if later.verdict == name else None
    over = later.until is not None and case.as_of is not None and case.as_of >= later.until
    return None if over else later


def _good_first(verdicts: list[Verdict]) -> str | None:
    """The candidate to begin with: low risk, then the steadiest, then the least training."""
    fit = [
        verdict
        for verdict in verdicts
        if verdict.is_candidate
        and verdict.within_budget
        and verdict.stage in ("mine", "candidate", "briefed")
        and verdict.later is None
    ]
    best = min(fit, key=_riskiness, default=None)
    return best.task if best is not None else None


def _riskiness(verdict: Verdict) -> tuple[object, ...]:
    numbers = verdict.numbers
    return (
        verdict.verdict == "candidate-if-reinvested",
        verdict.profile.expert or verdict.depends,
        numbers is None or numbers.band not in ("strong", "good"),
        -STEADINESS[verdict.cadence],
        numbers.onboarding_hours if numbers else 0.0,
        -verdict.score,
        verdict.task,
    )
