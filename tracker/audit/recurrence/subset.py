"""The evidence for fixed weekdays every week, such as Monday, Wednesday and Friday.

Every weekday is one of the task's days or is not. How often the task is done on a weekday is
unknown but nearly always on the one kind and nearly never on the other: a beta distribution
each, summed over (the beta-binomial: Skellam, J. R. Stat. Soc. B 10, 1948). Every choice of one
to four days that leaves some out is weighed; their sum needs no enumeration.
"""

from __future__ import annotations

from math import lgamma, log

from tracker.audit.recurrence.mixtures import NEVER, total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History

KINDS = (((6.0, 2.0), (0.7, 9.0), 0.5), ((4.0, 2.5), (1.0, 6.0), 0.5))
"""Beta distributions of the share of weeks with the task on one of its days, and on another, with
a weight: .75 and .07 in the middle of the strict, .62 and .14 of the lax; own choice."""
SIZES = (0.0, 0.15, 0.45, 0.25, 0.15)
"""How likely a task is to have so many days."""


def subset(history: History) -> tuple[float, tuple[int, ...]]:
    """Log evidence that some weekdays are the task's days, and which."""
    seen, known = by_weekday(history)
    days = [day for day in range(7) if known[day]]
    if len(days) < 3:
        return NEVER, ()
    found = [(_chosen(seen, known, days, *kind[:2]), log(kind[2])) for kind in KINDS]
    scores = [score + weight for (score, _), weight in found]
    return total(scores), found[scores[1] > scores[0]][0][1]


def _chosen(
    seen: list[int],
    known: list[int],
    days: list[int],
    his: tuple[float, float],
    other: tuple[float, float],
) -> tuple[float, tuple[int, ...]]:
    """Log evidence of one to four days of one kind, and the days if they are several."""
    own = [_mass(seen[day], known[day], *his) for day in days]
    rest = [_mass(seen[day], known[day], *other) for day in days]
    sums = [0.0] + [NEVER] * 4
    for within, outside in zip(own, rest, strict=True):
        sums = [
            total([sums[size] + outside, sums[size - 1] + within if size else NEVER])
            for size in range(5)
        ]
    most = min(4, len(days) - 1)
    scores = [sums[size] - _ways(len(days), size) + log(SIZES[size]) for size in range(1, most + 1)]
    chosen = tuple(day for day, a, b in zip(days, own, rest, strict=True) if a > b)
    return total(scores), chosen if 2 <= len(chosen) <= most else ()


def _mass(seen: int, known: int, yes: float, no: float) -> float:
    """Log beta-binomial mass of one order of ``seen`` in ``known``."""
    return (
        lgamma(yes + seen)
        + lgamma(no + known - seen)
        - lgamma(yes + no + known)
        + lgamma(yes + no)
        - lgamma(yes)
        - lgamma(no)
    )


def _ways(days: int, size: int) -> float:
    """Log number of ways to choose."""
    return lgamma(days + 1) - lgamma(size + 1) - lgamma(days - size + 1)


def by_weekday(history: History) -> tuple[list[int], list[int]]:
    """After the first occurrence, by weekday 0 Monday .. 6: occurrences and working days."""
    ordinals = history.axis.ordinals
    seen, known = [0] * 7, [0] * 7
    for event in history.events[1:]:
        seen[(ordinals[event] - 1) % 7] += 1
    for day in ordinals[history.events[0] + 1 : history.end + 1]:
        known[(day - 1) % 7] += 1
    return seen, known
