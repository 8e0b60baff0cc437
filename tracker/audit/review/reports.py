"""Where the time of any range went, under any heading: the rows of ``report`` and of its screen.

Light enough for a command that is typed all day.
"""

from __future__ import annotations

from datetime import date

from tracker.domain.period import week_of
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    from tracker.audit.totals import DayAmount, Stint, Totals
    from tracker.domain.entry import Entry

    Row = Mapping[str, Any]
    Filing = Callable[[Entry], tuple[str, ...]]

GROUPS = ("task", "project", "tag", "category", "day", "week")
NO_PROJECT = "(no project)"
NO_TAG = "(no tag)"


class Group(Value):
    """One row: a task, project, tag, category, day or week."""

    name: str
    seconds: int
    entries: int


def grouped(
    totals: Totals, by: str, *, category: Callable[[str], str] | None = None, week_start: int = 0
) -> tuple[Group, ...]:
    """Totals under a heading: days and weeks in order, anything else the most seconds first.

    Args:
        totals: Of the range.
        by: One of :data:`GROUPS` but ``tag``: see :func:`tagged`.
        category: Task name to category; asked only for ``category``.
        week_start: 0 for Monday to 6 for Sunday.
    """
    if by == "day":
        return tuple(Group(day, seconds, 0) for day, seconds in totals.days)
    if by == "week":
        return _weeks(totals, week_start)
    seconds: dict[str, int] = {}
    entries: dict[str, int] = {}
    for total in totals.tasks:
        key = total.task
        if by == "project":
            key = total.project or NO_PROJECT
        elif by == "category" and category is not None:
            key = category(total.task)
        seconds[key] = seconds.get(key, 0) + total.seconds
        entries[key] = entries.get(key, 0) + total.entries
    ordered = sorted(seconds, key=lambda key: (-seconds[key], key))
    return tuple(Group(key, seconds[key], entries[key]) for key in ordered)


def _weeks(totals: Totals, week_start: int) -> tuple[Group, ...]:
    sums: dict[str, int] = {}
    for day, seconds in totals.days:
        name = week_of(date.fromisoformat(day), week_start).id
        sums[name] = sums.get(name, 0) + seconds
    return tuple(Group(name, seconds, 0) for name, seconds in sums.items())


def tagged(
    rows: Iterable[Row], add_up: Callable[[list[Stint], list[DayAmount]], Totals]
) -> tuple[Group, ...]:
    """Seconds by tag; an entry of two tags counts under both.

    Args:
        rows: Entries as the ledgers keep them: ``start`` and ``stop``, or ``day`` and ``seconds``;
            ``tags`` where there are any.
        add_up: The sums of stints and amounts over the days of the range.
    """
    stints: list[Stint] = []
    amounts: list[DayAmount] = []
    for row in rows:
        for tag in row.get("tags") or (NO_TAG,):
            if "day" in row:
                amounts.append((row["day"], row["seconds"], tag, ""))
            else:
                stints.append((row["start"], row.get("stop"), tag, ""))
    totals = add_up(stints, amounts)
    return tuple(Group(total.task, total.seconds, total.entries) for total in totals.tasks)


def holds(entry: Entry, text: str) -> bool:
    """Whether ``text`` is part of its task, project, note or a tag, upper or lower case alike."""
    wanted = text.strip().casefold()
    return any(
        wanted in said.casefold() for said in (entry.task, entry.project, entry.note, *entry.tags)
    )


def filing(
    by: str,
    *,
    category: Callable[[str], str],
    days: Callable[[Entry], tuple[date, ...]],
    week_start: int = 0,
) -> Filing:
    """Under which rows of a report an entry counts: what a row stands for, when it is opened.

    Args:
        by: One of :data:`GROUPS`.
        category: Task name to category.
        days: The local days an entry touches; of a range, those in it.
        week_start: 0 for Monday to 6 for Sunday.
    """
    ways: dict[str, Filing] = {
        "task": lambda entry: (entry.task,),
        "project": lambda entry: (entry.project or NO_PROJECT,),
        "tag": lambda entry: entry.tags or (NO_TAG,),
        "category": lambda entry: (category(entry.task),),
        "day": lambda entry: tuple(day.isoformat() for day in days(entry)),
        "week": lambda entry: tuple({week_of(day, week_start).id: None for day in days(entry)}),
    }
    return ways[by]


def behind(entries: Iterable[Entry], name: str, filed: Filing) -> Iterator[Entry]:
    """The entries that a row of a report is made of, in the order given."""
    return (entry for entry in entries if name in filed(entry))
