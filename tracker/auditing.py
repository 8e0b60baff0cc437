"""One look at the whole log: what comes back, what it costs, what to do about it.

Knows the log by its protocol, the calendar and the audit; not where anything is stored.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from tracker.audit.logged import first_of_year, hours_a_year
from tracker.audit.recurrence.finding import EDITION, Finding
from tracker.audit.recurrence.packing import fingerprint, packed, unpacked
from tracker.audit.recurrence.standing import Facts
from tracker.audit.recurrence.standings import standings
from tracker.audit.survey import Survey
from tracker.audit.then import known_then
from tracker.audit.worth.profile import profile_of, worth_of_an_hour
from tracker.calendar.local import day_range, local_day
from tracker.domain.papers import Handoff
from tracker.domain.span import Amount, OpenSpan
from tracker.gathering import Gathered, gather

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from tracker.audit.categorise import Catalogue
    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.recurrence.working import WorkingTime
    from tracker.audit.worth.case import Case
    from tracker.audit.worth.supposed import Supposed
    from tracker.domain.book import Log
    from tracker.domain.settings import Settings
    from tracker.domain.task import Task
    from tracker.gathering import Kept

REDO = "redo"
"""The tag of own time that does handed-off work once more."""
_FINDINGS = "findings"
_LOOKS = 4
"""Findings are kept of as many looks at all tasks: today's, and those of a few earlier days."""


def survey(  # noqa: PLR0913 - a log, who asks, of when, and what if
    log: Log,
    settings: Settings,
    zone: str,
    catalogue: Catalogue,
    now: datetime,
    *,
    as_of: date | None = None,
    kept: Kept | None = None,
    judged: bool = True,
    supposed: Supposed | None = None,
) -> Survey:
    """What the audit says of ``log`` as of a local day, today unless another is named.

    Days, quotes and other papers after that day are left out: the answer is what would have been
    said then, by the ratings of now.

    Args:
        log: The whole log.
        settings: Goal, currency, week start, day start, holidays, rates.
        zone: IANA name of the owner's zone.
        catalogue: Categories with their defaults.
        now: The clock.
        as_of: The day to look from.
        kept: Where derived data is kept; ``None`` works everything out anew.
        judged: Whether verdicts are wanted.
        supposed: What counts for this answer alone, in place of what is known.
    """
    tasks = {task.name: task for task in log.tasks()}
    gathered = gather(log, zone, settings.day_start, now, as_of, tasks=tasks, kept=kept)
    stand = _standings(gathered, tasks, settings, kept)
    logged = supposed.logged_hours if supposed is not None else None
    if logged is None:
        logged = hours_a_year(_last_year(gathered), gathered.as_of)
    looked = Survey(
        as_of=gathered.as_of,
        standings=stand,
        verdicts=(),
        profiles={
            one.task: profile_of(one.task, tasks.get(one.task), catalogue, settings)
            for one in stand
        },
        tasks=tasks,
        papers=known_then(log.papers(), gathered.as_of),
        hour=worth_of_an_hour(settings, logged or None),
        logged_hours=logged,
        currency=settings.currency,
    )
    if not judged:
        return looked
    own = own_time(looked, log, zone, settings.day_start)
    return _judged(looked, gathered, settings, catalogue, own, supposed)


def _standings(
    gathered: Gathered, tasks: Mapping[str, Task], settings: Settings, kept: Kept | None
) -> tuple[Standing, ...]:
    """Where every task stands, also those that were only declared."""
    holidays = frozenset(date.fromisoformat(day) for day in settings.holidays)
    return standings(
        [*gathered.facts, *_never_logged(gathered, tasks)],
        tasks,
        recognised(gathered, holidays, kept),
        as_of=gathered.as_of,
        week_start=settings.week_start,
        holidays=holidays,
        running=gathered.running,
    )


def _judged(
    looked: Survey,
    gathered: Gathered,
    settings: Settings,
    catalogue: Catalogue,
    own: dict[str, list[tuple[date, int, bool]]],
    supposed: Supposed | None,
) -> Survey:
    """``looked`` with what came of hand-offs, by the ``own`` time, and every verdict."""
    if own:
        from tracker.audit.worth.came import came

        looked = looked.replace(came=came(looked, own))
    cases = _cases(looked, gathered, settings, catalogue, own)
    if supposed is not None:
        cases = [supposed.over(case) for case in cases]
    from tracker.audit.worth.judge import judge_all

    return looked.replace(verdicts=judge_all(cases, settings.budget))


def _cases(
    looked: Survey,
    gathered: Gathered,
    settings: Settings,
    catalogue: Catalogue,
    own: Mapping[str, Iterable[tuple[date, int, bool]]],
) -> list[Case]:
    """What the verdict on every task rests on."""
    from tracker.audit.worth.case import NO_PAPERS, Extent, Ground, case_of, papers_by_task

    as_of = looked.as_of
    extent = Extent(0, 0.0)
    if gathered.worked:
        reach = (gathered.worked[-1] - gathered.worked[0]).days + 1
        extent = Extent(len(gathered.worked), reach / 7)
    ground = Ground(catalogue, settings, looked.hour, extent, as_of)
    filed = papers_by_task(looked.papers, as_of)
    return [
        case_of(
            one,
            looked.tasks.get(one.task),
            filed.get(one.task.casefold(), NO_PAPERS),
            ground,
            own=own.get(one.task.casefold()),
            profile=looked.profiles.get(one.task),
        )
        for one in looked.standings
    ]


def own_time(
    looked: Survey, log: Log, zone: str, day_start: int
) -> dict[str, list[tuple[date, int, bool]]]:
    """From its trial on, the owner's time on each task in other hands: day, seconds, redo.

    By the case-folded name of the task. The entries are read for their tags, and only from the
    first trial on; without any hand-off nothing is read.
    """
    begun = {
        paper.task.casefold(): trial
        for paper in looked.papers
        if isinstance(paper, Handoff) and (trial := _trial(paper)) is not None
    }
    if not begun:
        return {}
    first = day_range(min(begun.values()), zone, day_start)[0]
    stop = day_range(looked.as_of, zone, day_start)[1]
    own: dict[str, list[tuple[date, int, bool]]] = {task: [] for task in begun}
    for entry in log.entries(first, stop):
        task = entry.task.casefold()
        when = entry.when
        if task not in begun or isinstance(when, OpenSpan):
            continue
        day = when.day if isinstance(when, Amount) else local_day(when.start, zone, day_start)
        if begun[task] <= day <= looked.as_of:
            own[task].append((day, when.seconds, REDO in entry.tags))
    return own


def _trial(paper: Handoff) -> date | None:
    """The day of the latest move into a trial, or straight into other hands."""
    days = [move.day for move in paper.moves if move.stage == "trial"]
    days = days or [move.day for move in paper.moves if move.stage == "handed-off"]
    return days[-1] if days and paper.stage in ("trial", "handed-off") else None


def _never_logged(gathered: Gathered, tasks: Mapping[str, Task]) -> list[Facts]:
    """Tasks with a declared cadence that nothing was logged on yet."""
    logged = {fact.task for fact in gathered.facts}
    return [
        Facts(name, (), ())
        for name, task in tasks.items()
        if name not in logged and task.cadence is not None
    ]


def recognised(
    gathered: Gathered, holidays: frozenset[date], kept: Kept | None = None
) -> dict[str, Finding]:
    """What the detector says of every task; asked only where the days have changed.

    A finding is kept under a fingerprint of all it rests on: the days of the task, the days on
    which anything was logged, the holidays and the day of the question.
    """
    if not gathered.facts:
        return {}
    off = fingerprint(tuple(sorted([day.toordinal() for day in holidays])))
    asked = (gathered.as_of.toordinal(), gathered.frame, off)
    key = (EDITION, Finding.__fields__)
    known = kept.get(_FINDINGS, key) if kept is not None else None
    held: dict[object, object] = known if isinstance(known, dict) else {}
    found: dict[str, Finding] = {}
    fresh: dict[object, object] = {}
    working: WorkingTime | None = None
    for fact, days in zip(gathered.facts, gathered.marks, strict=True):
        mark = (*asked, days)
        if mark not in held:
            from tracker.audit.recurrence.recognise import recognise

            working = working or _working(gathered, holidays)
            found[fact.task] = recognise(fact.days, working, gathered.as_of)
            fresh[mark] = packed(found[fact.task])
        else:
            found[fact.task] = unpacked(held[mark])
    if kept is not None and fresh:
        every = {**held, **fresh}
        kept.put(_FINDINGS, key, dict(list(every.items())[-_LOOKS * len(gathered.facts) :]))
    return found


def _working(gathered: Gathered, holidays: frozenset[date]) -> WorkingTime:
    from tracker.audit.recurrence.working import WorkingTime

    tasks = len(gathered.facts)
    return WorkingTime.of(gathered.worked, gathered.as_of, holidays, tasks=tasks)


def _last_year(gathered: Gathered) -> Iterator[tuple[date, int]]:
    """Days and seconds of all tasks in the last year."""
    begin = first_of_year(gathered.as_of)
    for fact in gathered.facts:
        at = bisect_left(fact.days, begin)
        yield from zip(fact.days[at:], fact.seconds[at:], strict=True)
