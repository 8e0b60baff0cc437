"""The usual recipe, to compare with: the median gap between occurrences, looked up in bands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from tests.bench.recurrence import as_needed
from tests.bench.recurrence.score import Answer

BANDS = (
    (1, 2, "daily"),
    (5, 9, "weekly"),
    (12, 17, "biweekly"),
    (25, 36, "monthly"),
    (80, 100, "quarterly"),
)
"""Calendar days, both ends included, as public code has them."""


def answer(days: Sequence[date], worked: Sequence[date], as_of: date) -> Answer:
    """What the bands say; where they say nothing, the rule for steady work is asked as well."""
    distinct = sorted(set(days))
    if len(distinct) >= 3:
        gap = median((after - before).days for before, after in pairwise(distinct))
        for low, high, cadence in BANDS:
            if low <= gap <= high:
                due = distinct[-1] + timedelta(days=round(gap))
                return Answer(cadence, 1.0, due, distinct[0])
    steady = as_needed.verdicts(distinct, worked, as_of) == {"as-needed"}
    return Answer("as-needed" if steady else "none", 1.0)
