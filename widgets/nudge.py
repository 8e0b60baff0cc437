"""What is overdue, said once a day and no more; pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.audit.recurrence.phrases import due_words

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.survey import Survey
    from tracker.domain.settings import Settings

RARE = ("weekly", "biweekly", "monthly", "quarterly")
"""What is worth a word when it is overdue; a day's routine is seen in the list."""


def overdue(survey: Survey) -> tuple[Standing, ...]:
    """Tasks of a week or longer that are overdue and may be told of, the longest overdue first.

    What is paused or silenced may not.
    """
    found = [
        one
        for one in survey.standings
        if one.due == "overdue"
        and one.cadence in RARE
        and one.next_due is not None
        and not (one.paused_until is not None and one.paused_until > survey.as_of)
        and not (one.task in survey.tasks and survey.tasks[one.task].silent)
    ]
    return tuple(sorted(found, key=lambda one: (str(one.next_due), one.task.casefold())))


def nudge_words(survey: Survey, names: tuple[str, ...]) -> str:
    """One sentence about the tasks ``names``; the first with its day, the others counted."""
    by_name = {one.task: one for one in survey.standings}
    first = by_name[names[0]]
    words = f"{first.task} was due {due_words(first, survey.as_of).removeprefix('since ')}"
    if len(names) == 2:
        words += f"; so was {names[1]}"
    elif len(names) > 2:
        words += f"; {len(names) - 1} more are overdue"
    return f"{words}: D on Today."


def review_comes(now: datetime, settings: Settings) -> datetime:
    """The day and hour of the weekly review that came last, or comes just now.

    Args:
        now: On the owner's wall clock, aware.
        settings: ``review_day`` and ``review_at``.
    """
    hour, minute = divmod(settings.review_at, 60)
    back = (now.weekday() - settings.review_day) % 7
    at = (now - timedelta(days=back)).replace(hour=hour, minute=minute, second=0, microsecond=0)
    return at if at <= now else at - timedelta(days=7)


def review_words(title: str) -> str:
    """One sentence about the review of the week of that title."""
    return f"Time to look back on {title[0].lower()}{title[1:]}: 4 opens the review."
