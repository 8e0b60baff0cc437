"""``report``: where the time went, by task, project, tag, category, day or week."""

from __future__ import annotations

from tracker.audit.review.reports import grouped
from tracker.audit.totals import report as add_up
from tracker.cli.selection import rows, selection
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from tracker.audit.review.reports import Group
    from tracker.audit.totals import DayAmount, Stint, Totals
    from tracker.cli.context import Context
    from tracker.cli.selection import Selection

DAY = 86_400
"""Seconds around the range in which an amount of one of its days may be filed."""
BAR = 20
"""Cells of the longest bar."""


class Report(Value):
    """Everything added up.

    Attributes:
        first, last: The first and the last day, both part of it.
        groups: By what was asked for, the most first; days in order.
        partial: Whether some entries were left out, so that gaps cannot be told.
    """

    first: date
    last: date
    label: str
    totals: Totals
    by: str
    groups: tuple[Group, ...]
    partial: bool


def report(context: Context) -> int:
    """Add up and print."""
    chosen = selection(context, context.request.words, "week")
    made = make(context, chosen, context.request.get("by") or "task")
    if context.json:
        context.print.json(_record(context, made))
    else:
        _tell(context, made)
    return 0


def make(context: Context, chosen: Selection, by: str) -> Report:
    """Read the range once and add it up."""
    tagged = list(rows(context, chosen)) if chosen.narrowed or by == "tag" else []
    if chosen.narrowed:
        stints, amounts = _plain(tagged)
    else:
        from tracker.store.stints import stints as kept

        start, stop = int(chosen.start.timestamp()), int(chosen.stop.timestamp())
        stints, amounts = kept(context.log, start - DAY, stop + DAY)
    first, last = _days(context, chosen, stints, amounts)
    frame = _frame(context, first, last)
    totals = add_up(stints, amounts, **frame)
    groups = _groups(context, totals, by)
    if by == "tag":
        from tracker.audit.review.reports import tagged as by_tag

        groups = by_tag(tagged, lambda stints, amounts: add_up(stints, amounts, **frame))
    return Report(first, last, chosen.label, totals, by, groups, chosen.narrowed)


def _plain(found: list[dict[str, Any]]) -> tuple[list[Stint], list[DayAmount]]:
    """Rows as the tuples that are added up."""
    stints = [
        (row["start"], row.get("stop"), row["task"], row.get("project", ""))
        for row in found
        if "day" not in row
    ]
    amounts = [
        (row["day"], row["seconds"], row["task"], row.get("project", ""))
        for row in found
        if "day" in row
    ]
    return stints, amounts


def _days(
    context: Context, chosen: Selection, stints: list[Stint], amounts: list[DayAmount]
) -> tuple[date, date]:
    """The first and the last day of the range; an open end is where the log ends."""
    from datetime import date, timedelta

    from tracker.calendar.ranges import FIRST_DAY, LAST_DAY

    first, last = chosen.first, chosen.last - timedelta(days=1)
    if first != FIRST_DAY and chosen.last != LAST_DAY:
        return first, last
    clock = context.clock
    held = [clock.day(edge) for edge in _edges(stints, clock.now)]
    held += [date.fromisoformat(day) for day in _outer([a[0] for a in amounts])]
    first = min(held, default=clock.today()) if first == FIRST_DAY else first
    last = max(held, default=clock.today()) if chosen.last == LAST_DAY else last
    return first, max(first, last)


def _edges(stints: list[Stint], now: int) -> tuple[int, ...]:
    """The first start and the last second of all stints."""
    if not stints:
        return ()
    first = min(stint[0] for stint in stints)
    last = max(now if stint[1] is None else stint[1] for stint in stints)
    return first, max(first, last - 1)


def _outer(days: list[str]) -> tuple[str, ...]:
    return (min(days), max(days)) if days else ()


def _frame(context: Context, first: date, last: date) -> dict[str, Any]:
    """Days, midnights and now, as the sums want them."""
    from datetime import date, timedelta

    numbers = range(first.toordinal(), last.toordinal() + 1)
    return {
        "days": [date.fromordinal(number).isoformat() for number in numbers],
        "midnights": context.clock.midnights(first, last + timedelta(days=1)),
        "now": context.clock.now,
    }


def _groups(context: Context, totals: Totals, by: str) -> tuple[Group, ...]:
    """Task totals under another heading; what has the most seconds first."""
    category = None
    if by == "category":
        from tracker.cli.profiles import Profiles

        profiles = Profiles(context)

        def category(task: str) -> str:
            return profiles(task).category

    return grouped(totals, by, category=category, week_start=context.settings.week_start)


def _record(context: Context, made: Report) -> dict[str, object]:
    """The stable shape of ``report --json``."""
    from tracker.cli.profiles import Profiles

    profiles, value = Profiles(context), context.settings.hour_value
    totals = made.totals
    return {
        "from": made.first.isoformat(),
        "to": made.last.isoformat(),
        "total_seconds": totals.total_seconds,
        "untracked_seconds": None if made.partial else totals.untracked_seconds,
        "coverage": None if made.partial else totals.coverage,
        "currency": context.settings.currency,
        "tasks": [
            {
                "task": total.task,
                "project": total.project,
                "category": profiles(total.task).category,
                "seconds": total.seconds,
                "entries": total.entries,
                "value": round(total.seconds * value / 3600, 2),
            }
            for total in totals.tasks
        ],
        "days": [{"date": day, "seconds": seconds} for day, seconds in totals.days],
        "by": made.by,
        "groups": [
            {
                "name": group.name,
                "seconds": group.seconds,
                "entries": group.entries,
                "value": round(group.seconds * value / 3600, 2),
            }
            for group in made.groups
        ],
    }


def _heading(made: Report) -> str:
    """The range in words, and the days where the words do not name them."""
    first, last = made.first.isoformat(), made.last.isoformat()
    if first in made.label:
        return made.label
    return f"{made.label}, {first}" if first == last else f"{made.label}, {first} to {last}"


def _tell(context: Context, made: Report) -> None:
    from tracker.domain.format import decimal_hours, money
    from tracker.domain.format import duration as hours_and_minutes

    decimal = context.request.has("decimal")
    duration = decimal_hours if decimal else hours_and_minutes
    out, totals = context.print, made.totals
    value, currency = context.settings.hour_value, context.settings.currency
    out.line(out.paint(_heading(made), "bold"))
    shown = [group for group in made.groups if group.seconds or made.by in {"day", "week"}]
    if not totals.total_seconds:
        out.line("Nothing logged. Log with: ww add 25m TASK")
        return
    most = max(group.seconds for group in shown) or 1
    rows_shown = [
        (
            group.name,
            duration(group.seconds),
            f"{100 * group.seconds / totals.total_seconds:.0f} %",
            money(group.seconds * value / 3600, currency),
            "\u2588" * round(BAR * group.seconds / most) if out.tty else "",
        )
        for group in shown
    ]
    worth = money(totals.total_seconds * value / 3600, currency)
    rows_shown.append(("Total", duration(totals.total_seconds), "", worth, ""))
    styles = ("", "bold", "", "value", "dim")
    for line in out.table(rows_shown, "lrrr", styles, stretch=0):
        out.line(line)
    if not made.partial and totals.coverage is not None:
        out.line(
            f"{100 * totals.coverage:.0f} % accounted for, "
            f"{duration(totals.untracked_seconds)}{' h' if decimal else ''} untracked."
        )
