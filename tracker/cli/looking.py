"""A look at the whole log, for the commands that speak of what comes back and what it costs."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.survey import Survey
    from tracker.audit.worth.verdict import Verdict
    from tracker.cli.context import Context


def looked(context: Context, *, judged: bool = True) -> Survey:
    """What the audit says now; with verdicts where ``judged``."""
    from tracker.audit.categorise import Catalogue
    from tracker.auditing import survey
    from tracker.store.categories import load_categories
    from tracker.store.findings import Findings

    return survey(
        context.log,
        context.settings,
        context.zone,
        Catalogue(load_categories()),
        context.now,
        kept=Findings(context.log),
        judged=judged,
    )


def standing_of(survey: Survey, task: str) -> Standing | None:
    """Where a task stands; ``None`` where it was never logged."""
    folded = task.casefold()
    return next((one for one in survey.standings if one.task.casefold() == folded), None)


def verdict_of(survey: Survey, task: str) -> Verdict | None:
    """The verdict on a task; ``None`` where it was never logged."""
    folded = task.casefold()
    return next((one for one in survey.verdicts if one.task.casefold() == folded), None)
