"""What came of every task in other hands, from one look at the whole log."""

from __future__ import annotations

from tracker.audit.worth.profile import on_business
from tracker.audit.worth.realised import so_far
from tracker.domain.filed import by_task

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tracker.audit.survey import Survey
    from tracker.audit.worth.realised import OwnTime, Realised


def came(survey: Survey, own: Mapping[str, Iterable[OwnTime]]) -> dict[str, Realised]:
    """Realised by task, in lower case; tasks that are not in other hands are left out.

    Args:
        survey: For papers, and for the days of growth work before and since.
        own: From its trial on, the owner's time on each task, by its name in lower case.
    """
    filed = by_task(survey.papers)
    growth = _growth(survey)
    hours = {one.task.casefold(): one.hours_per_month for one in survey.standings}
    found: dict[str, Realised] = {}
    for task, spent in own.items():
        papers = filed.get(task)
        if papers is None or papers.handoff is None:
            continue
        real = so_far(
            papers.handoff,
            (*papers.bills, *papers.checks),
            spent,
            survey.as_of,
            survey.currency,
            own_hours=hours.get(task, 0.0),
            growth=growth,
        )
        if real is not None:
            found[task] = real
    return found


def _growth(survey: Survey) -> list[tuple[date, int]]:
    """Every day of growth work and its seconds, task by task."""
    return [
        dated
        for one in survey.standings
        if one.task in survey.profiles and on_business(survey.profiles[one.task])
        for dated in zip(one.facts.days, one.facts.seconds, strict=True)
    ]
