"""What is declared and what is found, brought together: one standing for every task."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from tracker.audit.recurrence.chart import Track, cells, weeks
from tracker.audit.recurrence.declared import Timetable, grace_of
from tracker.audit.recurrence.finding import Finding
from tracker.audit.recurrence.measures import (
    counted_per_month,
    declared_per_month,
    lengths,
    per_month_of,
    week_end,
    worked_weeks,
)
from tracker.audit.recurrence.phrases import disagreement, pattern_of
from tracker.audit.recurrence.standing import Facts, Standing
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.audit.recurrence.standing import Cell
    from tracker.domain.cadence import Cadence
    from tracker.domain.task import Task

PERIODS = {"daily": 1, "weekly": 7, "biweekly": 14, "monthly": 30, "quarterly": 91}
"""Days from one occurrence to the next, nearly."""
NOTHING = Finding("none", "", 0.0, "none", 0, None, None, None)
"""What is found of a task that was never logged."""


class Frame(Value):
    """What all tasks of a log have in common.

    Attributes:
        as_of: The day of the question.
        week_start: 0 Monday .. 6 Sunday.
        weeks: The last worked weeks, see ``measures.worked_weeks``.
        holidays: Days off.
    """

    as_of: date
    week_start: int
    weeks: tuple[int, ...]
    holidays: frozenset[date]


class Counted(Value):
    """The part of a standing that a declared cadence decides where there is one.

    Attributes:
        by: The last day on which it is not yet overdue.
    """

    cadence: str
    pattern: str
    confidence: float
    status: str
    since: date | None
    next_due: date | None
    loose: bool
    per_month: float
    by: date | None
    cells: tuple[Cell, ...]


def standings(
    facts: Iterable[Facts],
    tasks: Mapping[str, Task],
    findings: Mapping[str, Finding],
    *,
    as_of: date,
    week_start: int = 0,
    holidays: frozenset[date] = frozenset(),
    running: frozenset[str] = frozenset(),
) -> tuple[Standing, ...]:
    """Where every task stands, in the order of ``facts``.

    Args:
        facts: One for each task, with no day after ``as_of``; the days may be none.
        tasks: Records by task name, for what was declared.
        findings: What the detector says, by task name.
        as_of: The day of the question.
        week_start: 0 Monday .. 6 Sunday.
        holidays: The owner's days off.
        running: Tasks whose timer runs: what they took today is not known yet.
    """
    held = list(facts)
    worked = {day for fact in held for day in fact.days[bisect_left(fact.days, _ago(as_of, 370)) :]}
    frame = Frame(as_of, week_start, worked_weeks(worked, as_of), holidays)
    return tuple(
        _standing(
            fact,
            tasks.get(fact.task),
            findings.get(fact.task, NOTHING),
            frame,
            runs=fact.task in running,
        )
        for fact in held
    )


def _standing(
    facts: Facts, task: Task | None, found: Finding, frame: Frame, *, runs: bool
) -> Standing:
    declared = task.cadence if task is not None else None
    paused = task.paused_until if task is not None else None
    counted = (
        _from_found(facts, found, paused, frame)
        if declared is None
        else _from_declared(facts, declared, paused, frame)
    )
    times = lengths(_regime(facts, counted.since, without_last=runs))
    return Standing(
        task=facts.task,
        found=found,
        declared=declared,
        cadence=counted.cadence,
        pattern=counted.pattern,
        confidence=counted.confidence,
        status=counted.status,
        occurrences=len(facts.days) if declared is not None else found.occurrences,
        since=counted.since,
        last=facts.days[-1] if facts.days else None,
        next_due=counted.next_due,
        loose=counted.loose,
        paused_until=paused,
        disagreement=disagreement(declared, found),
        usual_seconds=times.usual,
        fastest_seconds=times.fastest,
        slowest_seconds=times.slowest,
        per_month=counted.per_month,
        hours_per_month=times.usual / 3600 * counted.per_month,
        cells=counted.cells,
        due=due_class(counted, frame),
        done_today=bool(facts.days) and facts.days[-1] == frame.as_of,
        facts=facts,
    )


def _regime(facts: Facts, since: date | None, *, without_last: bool) -> Sequence[int]:
    """Seconds of the occurrences from ``since`` on."""
    begin = bisect_left(facts.days, since) if since is not None else 0
    stop = len(facts.days) - (1 if without_last and len(facts.days) > 1 else 0)
    return facts.seconds[begin:stop] or facts.seconds[:stop]


def _from_declared(facts: Facts, declared: Cadence, paused: date | None, frame: Frame) -> Counted:
    """By the owner's word: it counts from the first occurrence on."""
    days = facts.days
    per_month = declared_per_month(declared)
    name = declared.name
    if per_month is None:
        per_month = counted_per_month(days, frame.weeks)
    grace = grace_of(name, declared.grace)
    since = days[0] if days else None
    if declared.unit in ("as-needed", "none"):
        drawn = weeks(days, frame.as_of, frame.week_start)
        plan = Planned(None, None, loose=False, cells=drawn)
    else:
        plan = _on_calendar(facts, declared, paused, grace, frame)
    return Counted(
        name,
        pattern_of(declared),
        1.0,
        "declared",
        since,
        plan.due,
        plan.loose,
        per_month,
        plan.by,
        plan.cells,
    )


class Planned(Value):
    """When something declared is due, until when, and its last periods."""

    due: date | None
    by: date | None
    loose: bool
    cells: tuple[Cell, ...]


def _on_calendar(
    facts: Facts, declared: Cadence, paused: date | None, grace: int, frame: Frame
) -> Planned:
    """What floats is due a period after the last time, and overdue when its period is over."""
    days, as_of = facts.days, frame.as_of
    table = Timetable(declared, days, week_start=frame.week_start, holidays=frame.holidays)
    due = table.next_due()
    if due is None and not declared.after:
        due = table.first_from(as_of) if not table.floating else None
    if declared.name == "daily" and not declared.after and due is not None and due < as_of:
        due = table.first_from(as_of)
    if paused is not None and due is not None and due < paused:
        due = table.first_from(paused)
    reach = timedelta(days=22 * table.length + 7)
    slots = table.slots(as_of - reach, as_of + timedelta(days=2 * table.length + 7))
    floating = table.floating and not declared.after
    if declared.after:
        slots = _each_after(days, due)
    track = Track(tuple(slots), floating, grace, as_of, due, paused, table.length)
    by = due
    if due is not None and floating:
        following = table.slots(due + timedelta(days=1), due + timedelta(days=2 * table.length))
        by = following[0] - timedelta(days=1) if following else due
    return Planned(due, by, floating, cells(days, track))


def _each_after(days: Sequence[date], due: date | None) -> list[date]:
    """What counts from the last time is expected when it was done, and next when it is due."""
    return [*days[-60:], *([due] if due is not None else [])]


def _on_from(due: date, period: int, first: date) -> date | None:
    """The first turn from ``first`` on, ``period`` days apart; none before the calendar ends."""
    turns = max(0, -((due - first).days // period))
    day = due.toordinal() + turns * period
    return date.fromordinal(day) if day <= date.max.toordinal() else None


def _from_found(facts: Facts, found: Finding, paused: date | None, frame: Frame) -> Counted:
    """By what the log shows."""
    period = PERIODS.get(found.cadence, 7)
    grace = grace_of(found.cadence)
    due, expected = found.next_due, found.slots[:-1]
    if found.cadence == "daily" and found.status != "lapsed" and due and due < frame.as_of:
        due, expected = _working(frame.as_of, facts.days), found.slots
    if paused is not None and due is not None:
        due = _on_from(due, period, paused)
    if found.slots and found.cadence in PERIODS:
        slots = found.slots if due is None or due in found.slots else (*expected, due)
        track = Track(
            slots,
            floating=False,
            grace=grace,
            as_of=frame.as_of,
            next_due=due,
            paused_until=paused,
            period=period,
        )
        drawn = cells(facts.days, track)
    else:
        drawn = weeks(facts.days, frame.as_of, frame.week_start)
    per_month = found.per_month or per_month_of(found.cadence, facts.days)
    if found.cadence == "as-needed" and not found.per_month:
        per_month = counted_per_month(facts.days, frame.weeks)
    return Counted(
        found.cadence,
        found.pattern,
        found.confidence,
        found.status,
        found.since,
        due,
        found.loose,
        per_month,
        due + timedelta(days=grace) if due is not None and found.loose else due,
        drawn,
    )


def due_class(counted: Counted, frame: Frame) -> str:
    """``overdue``, ``today``, ``week``, ``later``, or empty where nothing is expected.

    What floats is not overdue before its period is over, nor a loose day before its grace is;
    what is daily never is, for its next day is never past, unless it is counted from the last time.
    """
    due, as_of = counted.next_due, frame.as_of
    if due is None or counted.status == "lapsed":
        return ""
    if due < as_of:
        return "overdue" if counted.by is None or counted.by < as_of else "today"
    if due == as_of:
        return "today"
    return "week" if due <= week_end(as_of, frame.week_start) else "later"


def _working(day: date, days: Sequence[date]) -> date:
    """``day``, or after it the first on which daily work is done: at weekends only where it was.

    Yesterday's is gone, today's is due.
    """
    recent = days[bisect_right(days, _ago(day, 60)) :]
    weekdays = {0, 1, 2, 3, 4} | {done.weekday() for done in recent}
    while day.weekday() not in weekdays:
        day += timedelta(days=1)
    return day


def _ago(day: date, days: int) -> date:
    return day - timedelta(days=days)
