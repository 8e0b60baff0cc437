"""Where a period went, against value, against the last eight: figures that other commands give too.

Every figure comes from the function that ``report``, ``status`` and ``audit`` call for it:
``audit.totals.report`` for time, ``audit.worth.profile`` for money and for what is busywork.
"""

from __future__ import annotations

from tracker.audit.review.frame import middle, within
from tracker.audit.review.heat import busiest, heat
from tracker.audit.review.picture import (
    Against,
    Busywork,
    DayRow,
    Group,
    Past,
    See,
    TaskRow,
    Worth,
)
from tracker.audit.review.reports import NO_PROJECT
from tracker.audit.worth.profile import OVERSIGHT_SHARE, compare, is_busywork, on_business
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tracker.audit.review.frame import Frame
    from tracker.audit.totals import DayAmount, Stint, Totals
    from tracker.audit.worth.profile import Profile

    Profiles = Callable[[str], Profile]


class Eyes(Value):
    """What the owner's answers make of a task.

    Attributes:
        profile: Task name to its ratings, marks and rate.
        hour_value: V.
        titles: Category name to how it is shown.
    """

    profile: Callable[[str], Profile]
    hour_value: float
    titles: Mapping[str, str]

    def side(self, task: str) -> str:
        """``on``, ``busywork`` or ``in``."""
        profile = self.profile(task)
        if on_business(profile):
            return "on"
        return "busywork" if is_busywork(profile) else "in"

    def value(self, seconds: int) -> float:
        """``seconds`` at the hour value, in cents as ``report`` has it."""
        return round(seconds * self.hour_value / 3600, 2)


def see(
    frame: Frame,
    earlier: Sequence[Frame],
    stints: Sequence[Stint],
    amounts: Sequence[DayAmount],
    eyes: Eyes,
) -> See:
    """Add a period up.

    Args:
        frame: The period, with its slots.
        earlier: The periods before it, oldest first: eight, or as many as there are.
        stints: Of all of them, in any order; more does no harm.
        amounts: The same.
        eyes: How tasks are seen.
    """
    own = within(stints, frame)
    totals = frame.totals(own, amounts)
    known = set(frame.days)
    amount_seconds = sum(amount[1] for amount in amounts if amount[0] in known)
    rows = _task_rows(totals, eyes)
    sides = _by_side(rows)
    shown = heat(frame, own, eyes.side)
    hour, seconds = busiest(shown)
    past = [_past(each, stints, amounts, eyes) for each in earlier]
    this = Past(
        frame.period.id, totals.total_seconds, sides["on"], sides["busywork"], totals.coverage
    )
    return See(
        total_seconds=totals.total_seconds,
        untracked_seconds=totals.untracked_seconds,
        outside_seconds=totals.outside_seconds,
        twice_seconds=totals.total_seconds - amount_seconds - totals.covered_seconds,
        amount_seconds=amount_seconds,
        length_seconds=totals.length_seconds,
        coverage=totals.coverage,
        entries=sum(row.entries for row in rows),
        tasks=rows,
        projects=_projects(totals, eyes),
        categories=_categories(rows, eyes),
        days=_days(frame, totals, own, amounts, eyes),
        on_seconds=sides["on"],
        in_seconds=totals.total_seconds - sides["on"],
        worth=_worth(rows, totals.total_seconds, eyes),
        busywork=_busywork(rows, eyes),
        against=_against(this, totals, [each[0] for each in past], [each[1] for each in past]),
        trend=(*(each[0] for each in past), this),
        heat=shown,
        busiest_hour=hour,
        busiest_seconds=seconds,
    )


def _task_rows(totals: Totals, eyes: Eyes) -> tuple[TaskRow, ...]:
    """One row a task, whatever its projects."""
    seconds: dict[str, int] = {}
    entries: dict[str, int] = {}
    for total in totals.tasks:
        seconds[total.task] = seconds.get(total.task, 0) + total.seconds
        entries[total.task] = entries.get(total.task, 0) + total.entries
    return tuple(
        _task_row(task, seconds[task], entries[task], eyes)
        for task in sorted(seconds, key=lambda name: (-seconds[name], name))
    )


def _task_row(task: str, seconds: int, entries: int, eyes: Eyes) -> TaskRow:
    profile = eyes.profile(task)
    cost = compare(seconds, eyes.hour_value, profile).handed_off
    return TaskRow(
        task=task,
        category=profile.category,
        seconds=seconds,
        entries=entries,
        value=eyes.value(seconds),
        side=eyes.side(task),
        handed_off=None if cost is None else round(cost, 2),
    )


def _by_side(rows: Iterable[TaskRow]) -> dict[str, int]:
    sums = {"on": 0, "busywork": 0, "in": 0}
    for row in rows:
        sums[row.side] += row.seconds
    return sums


def _projects(totals: Totals, eyes: Eyes) -> tuple[Group, ...]:
    pieces = [(it.project or NO_PROJECT, it.seconds, it.entries) for it in totals.tasks]
    return _grouped(pieces, eyes, {})


def _categories(rows: Iterable[TaskRow], eyes: Eyes) -> tuple[Group, ...]:
    return _grouped([(it.category, it.seconds, it.entries) for it in rows], eyes, eyes.titles)


def _grouped(
    pieces: Iterable[tuple[str, int, int]], eyes: Eyes, titles: Mapping[str, str]
) -> tuple[Group, ...]:
    sums: dict[str, list[int]] = {}
    for name, seconds, entries in pieces:
        found = sums.setdefault(name, [0, 0])
        found[0] += seconds
        found[1] += entries
    return tuple(
        Group(name, titles.get(name, name), seconds, entries, eyes.value(seconds))
        for name, (seconds, entries) in sorted(sums.items(), key=lambda it: (-it[1][0], it[0]))
    )


def _days(
    frame: Frame,
    totals: Totals,
    stints: Sequence[Stint],
    amounts: Sequence[DayAmount],
    eyes: Eyes,
) -> tuple[DayRow, ...]:
    """Every day with its sides; its sum is the report's."""
    by_side = {
        side: dict(
            frame.totals(
                [stint for stint in stints if eyes.side(stint[2]) == side],
                [amount for amount in amounts if eyes.side(amount[2]) == side],
            ).days
        )
        for side in ("on", "busywork")
    }
    return tuple(
        DayRow(day, seconds, by_side["on"][day], by_side["busywork"][day])
        for day, seconds in totals.days
    )


def _worth(rows: Sequence[TaskRow], total: int, eyes: Eyes) -> Worth:
    """Of what has a rate; sums of exact figures, rounded once."""
    priced = [row for row in rows if row.handed_off is not None]
    seconds = sum(row.seconds for row in priced)
    exact = seconds * eyes.hour_value / 3600
    cost = _cost(priced, eyes)
    return Worth(
        value=eyes.value(total),
        priced_seconds=seconds,
        priced_value=round(exact, 2),
        handed_off=round(cost, 2),
        difference=round(round(exact, 2) - round(cost, 2), 2),
    )


def _busywork(rows: Sequence[TaskRow], eyes: Eyes) -> Busywork:
    """The rows of that side; a tenth of the time stays, for checking."""
    own = [row for row in rows if row.side == "busywork"]
    priced = [row for row in own if row.handed_off is not None]
    seconds = sum(row.seconds for row in priced)
    cost = round(_cost(priced, eyes), 2)
    return Busywork(
        seconds=sum(row.seconds for row in own),
        value=eyes.value(sum(row.seconds for row in own)),
        priced_seconds=seconds,
        handed_off=cost,
        given_back_seconds=round(seconds * (1 - OVERSIGHT_SHARE)),
        saved=round(eyes.value(seconds) - cost, 2),
        unpriced=tuple(row.task for row in own if row.handed_off is None),
    )


def _cost(rows: Iterable[TaskRow], eyes: Eyes) -> float:
    return sum(
        compare(row.seconds, eyes.hour_value, eyes.profile(row.task)).handed_off or 0.0
        for row in rows
    )


def _past(
    frame: Frame, stints: Sequence[Stint], amounts: Sequence[DayAmount], eyes: Eyes
) -> tuple[Past, Totals]:
    totals = frame.totals(within(stints, frame), amounts)
    sums = {"on": 0, "busywork": 0, "in": 0}
    for total in totals.tasks:
        sums[eyes.side(total.task)] += total.seconds
    past = Past(
        frame.period.id, totals.total_seconds, sums["on"], sums["busywork"], totals.coverage
    )
    return past, totals


def _against(
    this: Past, totals: Totals, past: Sequence[Past], sums: Sequence[Totals]
) -> tuple[Against, ...]:
    figures = {
        "total": (this.total_seconds, [it.total_seconds for it in past]),
        "on": (this.on_seconds, [it.on_seconds for it in past]),
        "busywork": (this.busywork_seconds, [it.busywork_seconds for it in past]),
        "untracked": (totals.untracked_seconds, [it.untracked_seconds for it in sums]),
    }
    logged = [place for place, it in enumerate(past) if it.total_seconds]
    return tuple(
        Against(
            name=name,
            seconds=now,
            last=then[-1] if logged and logged[-1] == len(past) - 1 else None,
            median=middle([then[place] for place in logged]) if logged else None,
            periods=len(logged),
        )
        for name, (now, then) in figures.items()
    )
