"""The chart of what comes back: lanes, their tasks and their sums; pure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from tracker.audit.recurrence.phrases import confidence_words, due_words, spoken
from tracker.domain.format import duration, money
from tracker.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.survey import Survey

Sort = Literal["hours", "due", "name"]
SORTS: tuple[Sort, ...] = ("hours", "due", "name")
SORT_WORDS: dict[Sort, str] = {
    "hours": "most time first",
    "due": "next due first",
    "name": "by name",
}

LANES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("daily", "Daily", ("daily",)),
    ("weekly", "Weekly", ("weekly", "biweekly")),
    ("monthly", "Monthly", ("monthly",)),
    ("quarterly", "Quarterly", ("quarterly",)),
    ("as-needed", "As needed", ("as-needed",)),
    ("none", "One-off, lapsed, or too early to tell", ("none",)),
)
"""Name, title and cadences of each lane, in order."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class TaskRow(Value):
    """A task as its lane shows it.

    Attributes:
        usual: ``0h35 each``; empty where it never ended.
        hours, worth: A month; empty where it does not come back.
        due, due_short: When next, in full and in a few cells.
        sure: Pattern and confidence in words, the fullest wording first.
        but: What follows these words where the log says something else.
        urgent: Whether it is due today or overdue.
    """

    standing: Standing
    usual: str
    hours: str
    worth: str
    due: str
    due_short: str
    sure: tuple[str, ...]
    but: str
    urgent: bool

    @property
    def task(self) -> str:
        """Its name."""
        return self.standing.task


class Lane(Value):
    """The tasks of one rhythm, with what they take together; ``total`` may be empty."""

    name: str
    title: str
    rows: tuple[TaskRow, ...]
    total: str


def lanes(survey: Survey, sort: Sort = "hours", words: str = "") -> tuple[Lane, ...]:
    """The lanes that have a task whose name has every one of ``words``."""
    wanted = words.casefold().split()
    found: dict[str, list[Standing]] = {name: [] for name, _, _ in LANES}
    for one in survey.standings:
        if all(word in one.task.casefold() for word in wanted):
            found[lane_of(one)].append(one)
    return tuple(
        _lane(survey, name, title, sorted(found[name], key=_key(sort)))
        for name, title, _ in LANES
        if found[name]
    )


def lane_of(standing: Standing) -> str:
    """The lane a task stands in: what has lapsed is no burden of its rhythm any more."""
    if standing.status == "lapsed":
        return "none"
    return next((name for name, _, held in LANES if standing.cadence in held), "none")


def _key(sort: Sort) -> Callable[[Standing], tuple[object, ...]]:
    def key(one: Standing) -> tuple[object, ...]:
        name = one.task.casefold()
        if sort == "name":
            return (name,)
        if sort == "due":
            return (one.next_due or date.max, -one.hours_per_month, name)
        return (-one.hours_per_month, -(one.last or date.min).toordinal(), name)

    return key


def _lane(survey: Survey, name: str, title: str, standings: list[Standing]) -> Lane:
    hours = sum(one.hours_per_month for one in standings)
    total = ""
    if name != "none":
        worth = money(hours * survey.hour.value, survey.currency, 0)
        total = f"{hours_text(hours)} a month · {worth}"
    return Lane(name, title, tuple(task_row(survey, one) for one in standings), total)


def hours_text(hours: float) -> str:
    """``12.6 h``; what is less than a tenth says so."""
    return "<0.1 h" if 0 < hours < 0.05 else f"{hours:.1f} h"


def task_row(survey: Survey, standing: Standing) -> TaskRow:
    """One task as a row."""
    returns = lane_of(standing) != "none"
    hours = standing.hours_per_month
    due = due_words(standing, survey.as_of)
    return TaskRow(
        standing=standing,
        usual=f"{duration(standing.usual_seconds)} each" if standing.usual_seconds else "",
        hours=hours_text(hours) if returns else "",
        worth=money(hours * survey.hour.value, survey.currency, 0) if returns else "",
        due="" if due == "-" else due,
        due_short=_short(standing, survey.as_of, due),
        sure=_sure(standing, survey.as_of),
        but=f"; the log says {spoken(standing.found.cadence)}" if standing.disagreement else "",
        urgent=standing.due in ("overdue", "today"),
    )


def _short(standing: Standing, as_of: date, due: str) -> str:
    """When next, in eight cells at most: ``today``, ``27 Nov``, ``~4 Dec``, ``!16 Nov``."""
    day = standing.next_due
    if standing.paused_until is not None and standing.paused_until > as_of:
        return f"╌{_day(standing.paused_until)}"
    if due in ("today", "-") or day is None:
        return due.strip("-")
    mark = "!" if standing.due == "overdue" else "~" if standing.loose else ""
    return f"{mark}{_day(day)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _sure(standing: Standing, as_of: date) -> tuple[str, ...]:
    """Wordings of rhythm and confidence, longest first."""
    sure = confidence_words(standing, as_of)
    pattern = standing.pattern
    if standing.cadence == "biweekly" and "second" not in pattern:
        pattern = f"every second week, {pattern}" if pattern else "every second week"
    short = sure.partition(",")[0]
    least = short.partition(":")[0]
    if lane_of(standing) == "none":
        seen = _seen(standing)
        found = [sure or seen, short or seen, least or seen]
    else:
        joined = f"{pattern}, " if pattern else ""
        found = [f"{joined}{sure}", f"{joined}{short}", pattern or short, short]
    return tuple(dict.fromkeys(found))


def _seen(standing: Standing) -> str:
    """How often what does not come back was done, and when last."""
    count, last = len(standing.facts.days), standing.last
    if last is None:
        return "never logged"
    if count == 1:
        return f"once, on {_day(last)} {last.year}"
    return f"{count} days, last on {_day(last)} {last.year}"


def found_words(survey: Survey) -> str:
    """What all lanes that come back take together, a month."""
    returning = [one for one in survey.standings if lane_of(one) != "none"]
    hours = sum(one.hours_per_month for one in returning)
    worth = money(hours * survey.hour.value, survey.currency, 0)
    return f"{len(returning)} come back · {hours_text(hours)} a month · {worth}"


def rhythm_words(standing: Standing) -> str:
    """``weekly``, ``every second week``, ``as needed``, for a heading."""
    return spoken(standing.cadence) if standing.cadence != "none" else ""
