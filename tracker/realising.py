"""What really came of a task in other hands, read from the log: for its page and its command."""

from __future__ import annotations

from datetime import UTC, timedelta

from tracker.audit.worth.profile import on_business
from tracker.audit.worth.realised import BEFORE_WEEKS, Realised, so_far, trial_began
from tracker.calendar.local import day_range, local_day
from tracker.domain.filed import filed_of
from tracker.domain.span import Amount, OpenSpan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, tzinfo

    from tracker.audit.survey import Survey
    from tracker.domain.book import Log
    from tracker.domain.entry import Entry

REDO = "redo"
"""The tag of own time that does handed-off work once more."""


def came_of(
    log: Log, survey: Survey, task: str, zone: str | tzinfo, day_start: int = 0
) -> Realised | None:
    """Hours back, cash out and the rest since the trial of ``task`` began.

    Args:
        log: The whole log; it is read from eight weeks before the trial on.
        survey: A look at it; its papers, profiles and day count.
        task: By name, upper or lower case alike.
        zone: The owner's.
        day_start: Minutes after midnight at which a day begins.

    Returns:
        ``None`` while the task has never been in other hands.
    """
    filed = filed_of(task, survey.papers)
    began = trial_began(filed.handoff) if filed.handoff is not None else None
    if filed.handoff is None or began is None:
        return None
    first = day_range(began - timedelta(weeks=BEFORE_WEEKS), zone, day_start)[0]
    stop = day_range(survey.as_of, zone, day_start)[1]
    folded = task.casefold()
    own: list[tuple[date, int, bool]] = []
    growth: list[tuple[date, int]] = []
    for entry in log.entries(first.astimezone(UTC), stop.astimezone(UTC)):
        dated = _dated(entry, zone, day_start)
        if dated is None:
            continue
        if entry.task.casefold() == folded:
            own.append((*dated, REDO in entry.tags))
        profile = survey.profiles.get(entry.task)
        if profile is not None and on_business(profile):
            growth.append(dated)
    return so_far(
        filed.handoff,
        (*filed.bills, *filed.checks),
        own,
        survey.as_of,
        survey.currency,
        growth=growth,
    )


def _dated(entry: Entry, zone: str | tzinfo, day_start: int) -> tuple[date, int] | None:
    """The local day of an entry and its seconds; ``None`` while it runs."""
    when = entry.when
    if isinstance(when, OpenSpan):
        return None
    if isinstance(when, Amount):
        return when.day, when.seconds
    return local_day(when.start, zone, day_start), when.seconds
