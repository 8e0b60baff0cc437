"""The evidence for fixed weekdays every week, such as Monday, Wednesday and Friday.

Every weekday is one of the task's days or is not. How often the task is done on a weekday is
unknown but nearly always on the one kind and nearly never on the other: a beta distribution
each, summed over (the beta-binomial: Skellam, J. R. Stat. Soc. B 10, 1948). Every choice of one
to four days that leaves some out is weighed; their sum needs no enumeration.
"""

from __future__ import annotations

from bisect import bisect_right
from math import exp, lgamma, log

from tracker.audit.recurrence.mixtures import NEVER, total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History

KINDS = (((6.0, 2.0), (0.7, 9.0), 0.5), ((4.0, 2.5), (1.0, 6.0), 0.5))
"""Beta distributions of the share of weeks with the task on one of its days, and on another, with
a weight: .75 and .07 in the middle of the strict, .62 and .14 of the lax; own choice."""
SIZES = (0.0, 0.15, 0.45, 0.25, 0.15)
"""How likely a task is to have so many days."""


_CONSTANTS = [
    tuple([lgamma(yes + no) - lgamma(yes) - lgamma(no) for yes, no in kind[:2]]) for kind in KINDS
]


def subset(history: History) -> tuple[float, tuple[int, ...]]:
    """Log evidence that some weekdays are the task's days, and which."""
    seen, known = by_weekday(history)
    days = [day for day in range(7) if known[day]]
    if len(days) < 3:
        return NEVER, ()
    scores, chosen = [], []
    for (his, other, weight), (one, two) in zip(KINDS, _CONSTANTS, strict=True):
        own = [one + _mass(seen[day], known[day], *his) for day in days]
        rest = [two + _mass(seen[day], known[day], *other) for day in days]
        scores.append(_any(own, rest) + log(weight))
        chosen.append([day for day, a, b in zip(days, own, rest, strict=True) if a > b])
    best = chosen[scores[1] > scores[0]]
    several = 2 <= len(best) <= min(4, len(days) - 1)
    return total(scores), tuple(best) if several else ()


def _any(own: list[float], rest: list[float]) -> float:
    """Log evidence of one to four days, whichever, given that of each weekday if it is one.

    The sums over all choices of so many days are the elementary symmetric polynomials of how much
    likelier each is one of them; scaled by the greatest, so that they stay numbers.
    """
    gains = [a - b for a, b in zip(own, rest, strict=True)]
    most = max(gains)
    sums = [1.0, 0.0, 0.0, 0.0, 0.0]
    for gain in gains:
        share = exp(gain - most)
        for size in (4, 3, 2, 1):
            sums[size] += share * sums[size - 1]
    sizes = range(1, min(4, len(gains) - 1) + 1)
    return sum(rest) + total(
        [
            log(sums[size]) + size * most - _ways(len(gains), size) + log(SIZES[size])
            for size in sizes
            if sums[size] > 0
        ]
    )


def _mass(seen: int, known: int, yes: float, no: float) -> float:
    """Log beta-binomial mass of one order of ``seen`` in ``known``, but for a constant."""
    return lgamma(yes + seen) + lgamma(no + known - seen) - lgamma(yes + no + known)


def _ways(days: int, size: int) -> float:
    """Log number of ways to choose."""
    return lgamma(days + 1) - lgamma(size + 1) - lgamma(days - size + 1)


def by_weekday(history: History) -> tuple[list[int], list[int]]:
    """After the first occurrence, by weekday 0 Monday .. 6: occurrences and working days."""
    axis, first, end = history.axis, history.events[0], history.end
    weekday = axis.weekday
    days = bytes(history.pick(weekday))
    seen = [days.count(day) for day in range(7)]
    seen[weekday[first]] -= 1
    known = [bisect_right(held, end) - bisect_right(held, first) for held in axis.by_weekday()]
    return seen, known
