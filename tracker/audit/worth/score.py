"""One number from 0 to 100 that puts tasks in order; it decides nothing by itself but 50."""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.profile import Profile

STEADINESS = {
    "daily": 1.0,
    "weekly": 1.0,
    "biweekly": 0.9,
    "monthly": 0.8,
    "as-needed": 0.7,
    "quarterly": 0.6,
    "none": 0.0,
}
"""What comes back often is worth a procedure sooner."""
FULL_HOURS = 8.0
"""Own hours a month from which a task counts in full: one working day."""


class Weights(Value):
    """The share of each part of the score, and of each rating in the first."""

    opinion: float = 0.40
    price: float = 0.30
    hours: float = 0.15
    rhythm: float = 0.15
    tedium: float = 0.40
    growth: float = 0.35
    skill: float = 0.25


WEIGHTS = Weights()


def score(
    profile: Profile,
    *,
    price: float | None,
    hour_value: float,
    own_hours: float,
    cadence: str,
    confidence: float,
) -> float:
    """``100 (.40 A + .30 B + .15 C + .15 D)``: opinion, price, hours, rhythm.

    Args:
        profile: For tedium, growth and skill.
        price: P, of an hour bought back in the first year; ``None`` is never, or not known.
        hour_value: V.
        own_hours: h a month.
        cadence: One of ``domain.cadence.CADENCES``.
        confidence: Of the cadence, 0-1.
    """
    bargain = 0.0
    if price is not None and hour_value > 0:
        bargain = min(1.0, max(0.0, 1 - price / hour_value))
    return 100 * (
        WEIGHTS.opinion * opinion(profile.tedium, profile.growth, profile.skill)
        + WEIGHTS.price * bargain
        + WEIGHTS.hours * min(1.0, own_hours / FULL_HOURS)
        + WEIGHTS.rhythm * confidence * STEADINESS.get(cadence, 0.0)
    )


def opinion(tedium: int, growth: int, skill: int) -> float:
    """A: tedious, no growth, not what its owner is good at; 0-1 from three ratings of 1-5."""
    return (
        WEIGHTS.tedium * (tedium - 1) / 4
        + WEIGHTS.growth * (5 - growth) / 4
        + WEIGHTS.skill * (5 - skill) / 4
    )
