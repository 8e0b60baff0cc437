"""What commands about one task are told: which task, and on which day."""

from __future__ import annotations

from tracker.domain.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracker.cli.context import Context


def task_named(context: Context, name: str) -> str:
    """The task's name as the log spells it; Refused where there is no such task."""
    from tracker.intents.naming import recorded

    return recorded(name, context.log).name


def day_given(context: Context) -> date:
    """The day that ``--day`` names, today without it.

    Raises:
        UsageError: It is not one day, or it is still to come.
        Unreadable: It is no day.
    """
    today = context.clock.today()
    given = context.request.get("day")
    if given is None:
        return today
    from tracker.calendar.ranges import read_range

    found = read_range(given, today=today, week_start=context.settings.week_start)
    if found.days != 1:
        raise UsageError(f'--day is one day such as yesterday or 2026-11-02; not "{given}".')
    if found.first > today:
        raise UsageError(f"{found.first.isoformat()} is still to come: name a day up to today.")
    return found.first
