"""What is to be done today and this week, for the Due list."""

from __future__ import annotations

from datetime import date

from tracker.audit.recurrence.phrases import day_text
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.audit.recurrence.standing import Standing

_ORDER = ("now", "overdue", "today", "week", "done")


class Due(Value):
    """One line of the list.

    Attributes:
        state: ``now`` (its timer runs), ``overdue``, ``today``, ``week`` or ``done`` (today).
        day: When it is, or was, expected; of what is done, today.
        loose: Whether that day is a guess.
    """

    task: str
    cadence: str
    state: str
    day: date
    loose: bool
    usual_seconds: int


def due_list(standings: Iterable[Standing], as_of: date, running: str = "") -> tuple[Due, ...]:
    """What runs, what is overdue, due today and this week, then what is done today.

    Only what comes back on its days is listed; what was done today without being due is not.

    Args:
        standings: Of every task.
        as_of: Today.
        running: The task whose timer runs; empty where none does.
    """
    found = [due for one in standings if (due := _due(one, as_of, running)) is not None]
    found.sort(key=lambda due: (_ORDER.index(due.state), due.day, due.task.casefold()))
    return tuple(found)


def _due(standing: Standing, as_of: date, running: str) -> Due | None:
    if standing.next_due is None or not standing.due:
        return None
    paused = standing.paused_until is not None and standing.paused_until > as_of
    runs = bool(running) and standing.task.casefold() == running.casefold()
    if runs or standing.done_today:
        state, day = ("now" if runs else "done"), as_of
    elif standing.due == "later" or paused:
        return None
    else:
        state, day = standing.due, standing.next_due
    return Due(standing.task, standing.cadence, state, day, standing.loose, standing.usual_seconds)


def when_words(due: Due, as_of: date) -> str:
    """``done``, ``now``, ``today``, ``tomorrow``, ``overdue since Mon 16 Nov``, ``Fri 20 Nov``."""
    if due.state in ("done", "now", "today"):
        return due.state
    text = day_text(due.day, as_of)
    return f"overdue since {text}" if due.state == "overdue" else text
