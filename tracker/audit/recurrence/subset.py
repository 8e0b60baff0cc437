"""The evidence for two to four fixed weekdays every week, such as Monday, Wednesday and Friday."""

from __future__ import annotations

from math import log

from tracker.audit.recurrence.mixtures import LOG_MISSES, LOG_STRAYS, NEVER, total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History

PRICE = log(60)
"""What naming several days costs against naming one: there are so many ways to do it."""


def subset(history: History) -> tuple[float, tuple[int, ...]]:
    """Log evidence that some weekdays are the task's days, and which.

    Every weekday is in or out. On a day that is in, the task is done unless missed; on one that
    is out it is a stray.
    """
    seen, known = _by_weekday(history)
    days = [day for day in range(7) if known[day]]
    chosen = [day for day in days if seen[day] >= 2 and seen[day] >= 0.3 * known[day]]
    if not 2 <= len(chosen) <= 5 or len(days) < 3:
        return NEVER, ()
    scores: dict[tuple[int, ...], list[float]] = {}
    for hit, miss, share in LOG_MISSES:
        for stray, none, weight in LOG_STRAYS:
            within = [seen[d] * hit + (known[d] - seen[d]) * miss for d in range(7)]
            outside = [seen[d] * stray + (known[d] - seen[d]) * none for d in range(7)]
            base = sum(outside) + share + weight
            for some in _subsets(chosen):
                value = base + sum([within[day] - outside[day] for day in some])
                scores.setdefault(some, []).append(value)
    sums = {some: total(values) for some, values in scores.items()}
    best = max(sums, key=sums.__getitem__)
    return total(list(sums.values())) - PRICE, best


def _subsets(days: list[int]) -> list[tuple[int, ...]]:
    """Two to four of the days."""
    found: list[tuple[int, ...]] = [()]
    for day in days:
        found += [(*some, day) for some in found]
    return [some for some in found if 2 <= len(some) <= 4]


def _by_weekday(history: History) -> tuple[list[int], list[int]]:
    """After the first occurrence, by weekday: occurrences and working days."""
    axis = history.axis
    seen, known = [0] * 7, [0] * 7
    for event in history.events[1:]:
        seen[(axis.ordinals[event] - 1) % 7] += 1
    for day in axis.ordinals[history.events[0] + 1 : history.end + 1]:
        known[(day - 1) % 7] += 1
    return seen, known
