"""What the days of a task say about its rhythm: the whole detector in one call."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import pairwise

from tracker.audit.recurrence import reasons
from tracker.audit.recurrence.change import whole_regime
from tracker.audit.recurrence.decide import (
    ESTABLISHED,
    FEWEST,
    alive,
    decide_after,
    named,
    tending,
)
from tracker.audit.recurrence.due import expected
from tracker.audit.recurrence.finding import Finding
from tracker.audit.recurrence.needed import Steady, steady
from tracker.audit.recurrence.pattern import words
from tracker.audit.recurrence.plainest import plainest
from tracker.audit.recurrence.punctual import loose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.audit.recurrence.change import Regime
    from tracker.audit.recurrence.evidence import Shape
    from tracker.audit.recurrence.working import WorkingTime

TOO_FEW = 3
"""Fewer days than this say nothing."""
PER_MONTH = {"weekly": 52 / 12, "biweekly": 26 / 12, "monthly": 1.0, "quarterly": 1 / 3}
"""Turns a month; a working day comes 260/12 times a month, any day 365/12 times."""


def recognise(days: Sequence[date], working: WorkingTime, as_of: date) -> Finding:
    """Find the rhythm of a task.

    Args:
        days: Local days on which it was logged, in any order; those after ``as_of`` are left out.
        working: The working time of the whole log, as of the same day.
        as_of: The day of the question.
    """
    seen = sorted({day.toordinal() for day in days if day <= as_of})
    if len(seen) < TOO_FEW:
        return _too_few(seen)
    axis = working.axis_for(seen)
    held = whole_regime(axis, axis.indices(seen))
    inside = seen[bisect_left(seen, held.history.events[0], key=axis.at) :]
    kind = steady(seen, working)
    cadence = named(held, kind)
    if cadence:
        return _named(cadence, held, inside, as_of)
    if kind is not None:
        return _as_needed(kind, held, seen)
    return _undecided(held, inside, as_of)


def _too_few(seen: list[int]) -> Finding:
    """One day or two, or none at all."""
    first = date.fromordinal(seen[0]) if seen else None
    last = date.fromordinal(seen[-1]) if seen else None
    told = reasons.of_none(len(seen), {}) if seen else ()
    return Finding("none", "", 1.0, "none", len(seen), first, last, None, reasons=told)


def _named(cadence: str, held: Regime, seen: list[int], as_of: date) -> Finding:
    """A rhythm, alive or lapsed."""
    shape = plainest(cadence, held.evidence.shapes[cadence], held.history)
    odds = held.evidence.odds()
    weekends = held.history.axis.week == 7
    going = alive(cadence, held)
    status = "established" if odds[cadence] >= ESTABLISHED else "likely"
    slots = expected(cadence, shape, held.history, seen[-1])
    told = reasons.of_named(cadence, shape, held, as_of)
    if not going:
        last = reasons.day_words(date.fromordinal(seen[-1]), as_of)
        told = (*told, f"Not logged since {last}, though other work was.")
    return Finding(
        cadence,
        words(cadence, shape, weekends=weekends, gap=_usual_gap(seen)),
        odds[cadence],
        status if going else "lapsed",
        len(seen),
        date.fromordinal(seen[0]),
        date.fromordinal(seen[-1]),
        date.fromordinal(slots[-1]) if going else None,
        loose=loose(cadence, shape, held.history),
        per_month=_per_month(cadence, shape, weekends=weekends),
        reasons=told,
        slots=tuple(date.fromordinal(day) for day in (slots if going else slots[:-1])),
        odds=_ranked(odds),
    )


def _as_needed(kind: Steady, held: Regime, seen: list[int]) -> Finding:
    """Steady work on no days of its own."""
    odds = held.evidence.odds()
    often = f"{round(kind.per_month)} a month" if kind.per_month >= 1 else "less than one a month"
    return Finding(
        "as-needed",
        f"most {kind.unit}, {often}",
        kind.sure,
        "established" if kind.sure >= ESTABLISHED else "likely",
        len(seen),
        date.fromordinal(seen[0]),
        date.fromordinal(seen[-1]),
        None,
        loose=True,
        per_month=kind.per_month,
        reasons=reasons.of_steady(kind.unit, kind.present, kind.of, odds),
        odds=_ranked(odds),
    )


def _undecided(held: Regime, seen: list[int], as_of: date) -> Finding:
    """No rhythm, or too little to say which."""
    odds = held.evidence.odds()
    first, last = date.fromordinal(seen[0]), date.fromordinal(seen[-1])
    tends = tending(held)
    if not tends:
        told = reasons.of_none(len(seen), odds)
        return Finding(
            "none", "", odds["none"], "none", len(seen), first, last, None,
            reasons=told, odds=_ranked(odds),
        )  # fmt: skip
    return Finding(
        "none",
        "",
        odds["none"],
        "tentative",
        len(seen),
        first,
        last,
        None,
        tentative=tends,
        decide_after=decide_after(tends, len(seen), last, as_of),
        reasons=reasons.of_tending(tends, len(seen), FEWEST[tends], odds),
        odds=_ranked(odds),
    )


def _ranked(odds: dict[str, float]) -> tuple[tuple[str, float], ...]:
    """Likeliest first."""
    return tuple(sorted(odds.items(), key=lambda item: (-item[1], item[0])))


def _usual_gap(seen: list[int]) -> int:
    """The median of the days between two times."""
    gaps = sorted([after - before for before, after in pairwise(seen)])
    return gaps[len(gaps) // 2] if gaps else 0


def _per_month(cadence: str, shape: Shape, *, weekends: bool) -> float:
    """Turns a month."""
    if cadence == "daily":
        return (365 if weekends else 260) / 12
    return PER_MONTH[cadence] * (len(shape.detail) if shape.kind == "subset" else 1)
