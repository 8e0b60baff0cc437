"""Whether it is time for the week's review: from its hour on, until it is closed."""

from __future__ import annotations

from datetime import timedelta

from tracker.domain.papers import Review
from tracker.domain.period import week_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tracker.domain.papers import Paper
    from tracker.domain.period import Period
    from tracker.domain.settings import Settings


def review_due(now: datetime, settings: Settings, papers: Iterable[Paper]) -> Period | None:
    """The week whose review is waiting; ``None`` where none is, or reminders are off.

    Its hour having passed while the app was shut, it waits all the same, up to the next week's.
    Saying so once is the caller's care.

    Args:
        now: On the owner's clock.
        settings: Day and time of the review, and whether to speak up at all.
        papers: The reviews among them.
    """
    if not settings.remind:
        return None
    clock = now.hour * 60 + now.minute
    back = (now.weekday() - settings.review_day) % 7
    if back == 0 and clock < settings.review_at:
        back = 7
    week = week_of(now.date() - timedelta(days=back), settings.week_start)
    closed = any(
        isinstance(it, Review) and it.id == week.id and it.finished is not None for it in papers
    )
    return None if closed else week
