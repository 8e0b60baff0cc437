"""Everything a verdict rests on, about one task; made from its standing or by hand."""

from __future__ import annotations

from bisect import bisect_left

from tracker.audit.worth.defaults import NOTHING, Known, inputs_for
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.audit.categorise import Catalogue
    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.worth.model import Inputs
    from tracker.audit.worth.profile import HourValue, Profile
    from tracker.audit.worth.verdict import Price
    from tracker.domain.papers import Brief, Handoff, Later, Paper
    from tracker.domain.settings import Settings
    from tracker.domain.task import Task

LAST_DURATIONS = 26
"""Days whose durations say how long it usually takes, as on the Recurring screen."""
IN_OTHER_HANDS = ("trial", "handed-off")


class Extent(Value):
    """How much of a log there is in all.

    Attributes:
        days: Local days with anything logged.
        weeks: From the first to the last of them.
    """

    days: int
    weeks: float


class Ground(Value):
    """What all cases of one audit share.

    Attributes:
        catalogue: Categories, for what the owner never rated.
        settings: Currency and rates.
        hour: V and V0.
        extent: Of the whole log up to ``as_of``.
        as_of: The day on which is judged.
    """

    catalogue: Catalogue
    settings: Settings
    hour: HourValue
    extent: Extent
    as_of: date


class Case(Value):
    """One task to be judged. Hours are a month's, money is in ``currency``.

    Attributes:
        cadence, status, confidence: As in ``domain.cadence``; status ``tentative`` is undecided.
        own_hours: Of the whole task, before ``share``.
        hour_value, hour_value_floor: V and V0; the floor is ``None`` where it is not known.
        price: What to reckon with; ``None`` where nothing is known.
        person, automation, software: See ``price.Offers``.
        known: What is known in place of assumptions.
        share: The part that would be handed off.
        per_month: Occurrences a month.
        durations: Seconds of the last occurrences, for how sure their mean is.
        decide_after: Where undecided, the day on which the evidence could suffice.
        extent: Of the whole log; ``None`` where the case does not come from one.
        has_procedure: Whether the steps are written down.
        stage: Of its hand-off.
        later: A decision about it that the owner made; see ``judge``.
        foreign: Currencies of quotes that are not reckoned with.
    """

    task: str
    profile: Profile
    cadence: str
    status: str
    confidence: float
    own_hours: float
    hour_value: float
    currency: str
    hour_value_floor: float | None = None
    price: Price | None = None
    person: Price | None = None
    automation: Price | None = None
    software: Price | None = None
    known: Known = NOTHING
    share: float = 1.0
    per_month: float = 0.0
    occurrences: int = 0
    since: date | None = None
    last: date | None = None
    pattern: str = ""
    tentative: str = ""
    decide_after: date | None = None
    durations: tuple[int, ...] = ()
    as_of: date | None = None
    extent: Extent | None = None
    has_procedure: bool = False
    stage: str = "mine"
    later: Later | None = None
    foreign: tuple[str, ...] = ()

    @property
    def handed_hours(self) -> float:
        """h: the own hours a month of the part that would be handed off."""
        return self.own_hours * self.share

    @property
    def recurs(self) -> bool:
        """Whether it comes back: inferred, as needed, or declared."""
        return self.cadence != "none" and self.status in ("declared", "established", "likely")

    def inputs_at(self, price: Price) -> Inputs:
        """What is reckoned with at ``price``: of the part that would be handed off."""
        return inputs_for(
            self.handed_hours,
            price,
            hour_value=self.hour_value,
            floor=self.hour_value_floor,
            skill=self.profile.skill,
            known=self.known,
        )


class OneTask(Value):
    """The papers of one task as they were on a day.

    Attributes:
        all: Every one of them.
        brief, handoff: The ones that count where there are several; ``None`` for none yet.
        later: The newest decision to keep it or to ask later.
    """

    all: tuple[Paper, ...] = ()
    brief: Brief | None = None
    handoff: Handoff | None = None
    later: Later | None = None


NO_PAPERS = OneTask()


def papers_by_task(papers: Iterable[Paper], as_of: date) -> dict[str, OneTask]:
    """The papers of each task, by its case-folded name, without what was filed after ``as_of``.

    A brief without a day counts as always there; of a hand-off only the moves to that day do.
    """
    from tracker.audit.then import known_then
    from tracker.domain.papers import Review

    found: dict[str, list[Paper]] = {}
    for paper in known_then(papers, as_of):
        if not isinstance(paper, Review):
            found.setdefault(paper.task.casefold(), []).append(paper)
    return {name: _one_task(held) for name, held in found.items()}


def _one_task(papers: list[Paper]) -> OneTask:
    from tracker.domain.filed import sorted_out

    filed = sorted_out(papers)
    return OneTask(tuple(papers), filed.brief, filed.handoff, filed.later)


def case_of(
    standing: Standing,
    task: Task | None,
    papers: OneTask,
    ground: Ground,
    own: Iterable[tuple[date, int, bool]] | None = None,
    profile: Profile | None = None,
) -> Case:
    """The case of a task that is in the log.

    Args:
        standing: What comes back, how sure that is, how long it takes.
        task: Its record, or ``None`` where it has none.
        papers: Its own, from :func:`papers_by_task`.
        ground: What all cases share.
        own: From the trial on, the owner's time on it: day, seconds, whether it is redo; taken
            from the standing, without redo, where not given.
        profile: What is known and assumed of it; worked out where not given.
    """
    from tracker.audit.worth.price import offers_for
    from tracker.audit.worth.profile import category_of, profile_of

    settings, as_of = ground.settings, ground.as_of
    if profile is None:
        profile = profile_of(standing.task, task, ground.catalogue, settings)
    category = category_of(standing.task, task, ground.catalogue)
    offers = offers_for(
        standing.task, papers.all, profile, category, settings, as_of, standing.per_month
    )
    case = _as_seen(standing, profile, ground).replace(
        price=offers.price,
        person=offers.person,
        automation=offers.automation,
        software=offers.software,
        share=(task.share if task is not None else None) or 1.0,
        has_procedure=papers.brief is not None and papers.brief.has_procedure,
        stage=papers.handoff.stage if papers.handoff is not None else "mine",
        later=papers.later,
        foreign=tuple(sorted({quote.currency for quote in offers.foreign})),
    )
    if case.stage not in IN_OTHER_HANDS or papers.handoff is None:
        return case
    from tracker.audit.worth.actual import handed_over

    return handed_over(case, papers.handoff, papers.all, _own_time(standing, own))


def _as_seen(standing: Standing, profile: Profile, ground: Ground) -> Case:
    """What the log and the ratings say, before any price or paper."""
    return Case(
        task=standing.task,
        profile=profile,
        cadence=standing.cadence,
        status=standing.status,
        confidence=standing.confidence,
        own_hours=standing.hours_per_month,
        hour_value=ground.hour.value,
        currency=ground.settings.currency,
        hour_value_floor=ground.hour.floor,
        per_month=standing.per_month,
        occurrences=standing.occurrences,
        since=standing.since,
        last=standing.last,
        pattern=standing.pattern,
        tentative=standing.found.tentative,
        decide_after=standing.found.decide_after,
        durations=_durations(standing),
        as_of=ground.as_of,
        extent=ground.extent,
    )


def _durations(standing: Standing) -> tuple[int, ...]:
    """Seconds of the last occurrences of the regime that counts."""
    facts = standing.facts
    first = bisect_left(facts.days, standing.since) if standing.since is not None else 0
    return facts.seconds[first:][-LAST_DURATIONS:]


def _own_time(
    standing: Standing, own: Iterable[tuple[date, int, bool]] | None
) -> tuple[tuple[date, int, bool], ...]:
    """The owner's time on the task; none of it redo where nobody says so."""
    if own is not None:
        return tuple(own)
    facts = standing.facts
    days = zip(facts.days, facts.seconds, strict=True)
    return tuple((day, seconds, False) for day, seconds in days)
