"""Steady work without a rhythm: as-needed, and just as recurring for the audit."""

from __future__ import annotations

from datetime import date
from math import exp, lgamma, log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.working import WorkingTime

WEEKS, WEEK_SHARE, WEEK_DAYS = 12, 0.60, 8
"""Present in so large a share of the last so many worked weeks, on so many days in all."""
MONTHS, MONTHS_PRESENT, MONTH_DAYS = 6, 5, 5
"""Present in so many of the last months, on so many days in all."""
OFTEN = 0.40
"""Steady is what is there in more of the weeks or months than this in the long run."""
MONTHS_A_WEEK = 12 / 52


class Steady:
    """How steadily a task is done.

    Attributes:
        unit: ``weeks`` or ``months``: what it was seen in most of.
        present, of: In how many of the last ones.
        per_month: Days a month, over the last worked weeks.
        sure: Probability that it is steady in the long run.
    """

    __slots__ = ("of", "per_month", "present", "sure", "unit")

    def __init__(self, unit: str, present: int, of: int, per_month: float) -> None:
        """Take the counts."""
        self.unit = unit
        self.present = present
        self.of = of
        self.per_month = per_month
        self.sure = _beyond(present, of)


def steady(days: list[int], working: WorkingTime) -> Steady | None:
    """How steadily a task with these ordinals is done; ``None`` where it is not."""
    if len(days) < MONTH_DAYS:
        return None
    weeks = working.weeks()[-WEEKS:]
    present = {(day - 1) // 7 for day in days}
    held = sum([week in present for week in weeks])
    newest = set(weeks)
    recent = sum([(day - 1) // 7 in newest for day in days])
    per_month = recent / len(weeks) / MONTHS_A_WEEK if weeks else 0.0
    if len(days) >= WEEK_DAYS and held >= WEEK_SHARE * len(weeks):
        return Steady("weeks", held, len(weeks), per_month)
    now = _month(working.as_of)
    months = {_month(day) for day in days}
    held = sum([now - back in months for back in range(MONTHS)])
    return Steady("months", held, MONTHS, per_month) if held >= MONTHS_PRESENT else None


def _month(day: int) -> int:
    known = date.fromordinal(day)
    return known.year * 12 + known.month


def _beyond(present: int, of: int) -> float:
    """Probability that the long-run share is beyond :data:`OFTEN`, all shares alike at first.

    The upper tail of a beta distribution with whole parameters, as a sum of binomial terms.
    """
    trials = of + 1
    return sum([
        exp(
            lgamma(trials + 1) - lgamma(n + 1) - lgamma(trials - n + 1)
            + n * log(OFTEN) + (trials - n) * log(1 - OFTEN)
        )
        for n in range(present + 1)
    ])  # fmt: skip
