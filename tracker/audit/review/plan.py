"""What comes next: what is due in the next period, and how much time that will take."""

from __future__ import annotations

from datetime import timedelta

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.audit.recurrence.standing import Standing
    from tracker.domain.period import Period


class Planned(Value):
    """A task that is expected.

    Attributes:
        day: When next, ISO text; before the period where it is overdue.
        loose: Whether that day is a guess: say "around".
        times: How often in the period; 1 at least.
        seconds: Its usual length times that.
    """

    task: str
    cadence: str
    day: str
    loose: bool
    overdue: bool
    times: int
    seconds: int


def planned(
    standings: Iterable[Standing],
    period: Period,
    as_of: date,
    others: frozenset[str] = frozenset(),
) -> tuple[Planned, ...]:
    """What is due in ``period``, the first day first.

    Args:
        standings: As of ``as_of``.
        period: The one to come.
        as_of: What was due before it and is not done is overdue.
        others: Tasks in other hands, in lower case: not the owner's to plan.
    """
    found = []
    for standing in standings:
        due = standing.next_due
        if due is None or due >= period.last or standing.task.casefold() in others:
            continue
        if standing.paused_until is not None and standing.paused_until >= period.last:
            continue
        times = _times(standing, max(due, period.first), period)
        found.append(
            Planned(
                task=standing.task,
                cadence=standing.cadence,
                day=due.isoformat(),
                loose=standing.loose,
                overdue=due < as_of,
                times=times,
                seconds=standing.usual_seconds * times,
            )
        )
    return tuple(sorted(found, key=lambda it: (it.day, -it.seconds, it.task)))


def _times(standing: Standing, first: date, period: Period) -> int:
    """Occurrences from ``first`` to the end of the period, by how many there are in a month."""
    days = (period.last - first) // timedelta(days=1)
    return max(1, round(standing.per_month * days * 12 / 365.25))
