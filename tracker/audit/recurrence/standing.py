"""Where a task stands: what was found or declared, how long it takes, what is due."""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracker.audit.recurrence.finding import Finding
    from tracker.domain.cadence import Cadence


class Facts(Value):
    """What the log says of one task: its local days, ascending, and the seconds on each.

    All entries of a day are one occurrence. The two are equally long.
    """

    task: str
    days: tuple[date, ...]
    seconds: tuple[int, ...]


class Cell(Value):
    """One period of a task's chart.

    Attributes:
        day: The day expected, or the first day of the period.
        state: ``done``; ``late`` (done, after the day and its grace); ``missed``; ``due`` (its time
            has come and it is not done); ``open`` (not due yet); ``before`` (ahead of its first
            occurrence); ``paused``.
    """

    day: date
    state: str


class Standing(Value):
    """One row of the chart of what comes back.

    Attributes:
        found: What the log alone says.
        declared: What the owner says; it wins.
        cadence, pattern, confidence, status, since, next_due, loose: What counts: of
            ``declared`` where there is one, else of ``found``.
        disagreement: A plain sentence where the log disagrees with what is declared at .90 or more.
        usual_seconds: Median of the last occurrences; 0 where there are none.
        fastest_seconds, slowest_seconds: Of the same.
        per_month: Occurrences a month.
        hours_per_month: ``usual_seconds`` x ``per_month``, in hours: h of the model.
        cells: The last periods, oldest first.
        due: ``overdue``, ``today``, ``week`` (within the local week), ``later``, or empty: nothing
            is expected.
        done_today: Whether it was logged today.
        facts: What all this rests on.
    """

    task: str
    found: Finding
    declared: Cadence | None
    cadence: str
    pattern: str
    confidence: float
    status: str
    occurrences: int
    since: date | None
    last: date | None
    next_due: date | None
    loose: bool
    paused_until: date | None
    disagreement: str
    usual_seconds: int
    fastest_seconds: int
    slowest_seconds: int
    per_month: float
    hours_per_month: float
    cells: tuple[Cell, ...]
    due: str
    done_today: bool
    facts: Facts
