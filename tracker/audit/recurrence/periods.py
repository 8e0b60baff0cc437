"""Weeks, pairs of weeks, months and quarters in working time, computed once for a log."""

from __future__ import annotations

from array import array
from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.working import Axis

    Cells = tuple[array[int], list[int]]


def periods(cadence: str, axis: Axis) -> list[Cells]:
    """By working index the number of the period it lies in, and the working days in each period.

    One such pair for every phase: the pairs of weeks that begin in an even or in an odd week.
    Where weekends are worked a week may begin on Monday or on Sunday.
    """
    made = axis.cells.get(cadence)
    if made is None:
        made = axis.cells[cadence] = [_counted(numbers) for numbers in _numbers(cadence, axis)]
    return made


def _numbers(cadence: str, axis: Axis) -> list[list[int]]:
    """For every working day the number of its period, by phase; not yet from 0."""
    days = axis.ordinals
    if cadence == "weekly":
        return [[(day - 1 + lead) // 7 for day in days] for lead in _leads(axis)]
    if cadence == "biweekly":
        return [[(day - 1 + lead) // 14 for day in days] for lead in (0, 7)]
    months = [_month(day) for day in days]
    return [[month // (1 if cadence == "monthly" else 3) for month in months]]


def _leads(axis: Axis) -> tuple[int, ...]:
    return (0, 1) if axis.week == 7 else (0,)


def _month(day: int) -> int:
    """Months since year 0 to the month of an ordinal."""
    known = date.fromordinal(day)
    return known.year * 12 + known.month - 1


def _counted(numbers: list[int]) -> Cells:
    """Number the periods from 0 without gaps and count the working days of each."""
    cells = array("i")
    sizes: list[int] = []
    current = -1
    for number in numbers:
        if number != current:
            current = number
            sizes.append(0)
        sizes[-1] += 1
        cells.append(len(sizes) - 1)
    return cells, sizes
