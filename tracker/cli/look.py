"""The look at the whole log that ``recurring`` and ``audit`` are made from."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.survey import Survey
    from tracker.audit.worth.supposed import Supposed
    from tracker.audit.worth.verdict import Verdict
    from tracker.cli.context import Context
    from tracker.domain.settings import Settings


FIRST_YEAR, LAST_YEAR = 1970, 2200
"""Nothing is logged outside of them, and the odds of a gap of centuries cannot be told."""


def look(
    context: Context,
    *,
    judged: bool,
    settings: Settings | None = None,
    supposed: Supposed | None = None,
) -> Survey:
    """The survey as of ``--as-of``, today where that is not given.

    Args:
        context: Of the command.
        judged: Whether verdicts are wanted.
        settings: In place of the owner's.
        supposed: What counts for this answer alone.

    Raises:
        Unreadable: ``--as-of`` is no day.
    """
    from tracker.audit.categorise import Catalogue
    from tracker.auditing import survey
    from tracker.store.categories import load_categories
    from tracker.store.findings import Findings

    log = context.log
    return survey(
        log,
        settings or context.settings,
        context.zone,
        Catalogue(load_categories()),
        context.now,
        as_of=as_of(context),
        kept=Findings(log),
        judged=judged,
        supposed=supposed,
    )


def as_of(context: Context) -> date | None:
    """The day of ``--as-of``; of a range, such as a week, its last one."""
    text = context.request.get("as-of")
    if text is None:
        return None
    from datetime import date, timedelta

    from tracker.domain.errors import UsageError

    if len(text) == 10 and text[4] == text[7] == "-":
        try:
            day = date.fromisoformat(text)
        except ValueError:
            pass
        else:
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise UsageError(f"--as-of is a day between {FIRST_YEAR} and {LAST_YEAR}.")
            return day
    from tracker.calendar.ranges import LAST_DAY, read_range

    found = read_range(text, today=context.clock.today(), week_start=context.settings.week_start)
    if not FIRST_YEAR <= found.last.year <= LAST_YEAR or found.last == LAST_DAY:
        raise UsageError("--as-of is a day such as 2026-11-20, or a range that ends.")
    return found.last - timedelta(days=1)


def standing_of(survey: Survey, task: str) -> Standing | None:
    """Where a task stands; ``None`` where it was never logged."""
    folded = task.casefold()
    return next((one for one in survey.standings if one.task.casefold() == folded), None)


def verdict_of(survey: Survey, task: str) -> Verdict | None:
    """The verdict on a task; ``None`` where it was never logged."""
    folded = task.casefold()
    return next((one for one in survey.verdicts if one.task.casefold() == folded), None)
