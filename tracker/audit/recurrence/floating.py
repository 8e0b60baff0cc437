"""The evidence for "once somewhere in each week": a rhythm of periods without a fixed day."""

from __future__ import annotations

from collections import Counter
from math import log

from tracker.audit.recurrence.mixtures import MISSES, STRAYS, total
from tracker.audit.recurrence.periods import periods

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array

    from tracker.audit.recurrence.history import History


def floating(cadence: str, history: History) -> float:
    """Log evidence that a task is done once in each period, anywhere in it.

    Two phases for every second week, and for weeks of seven days which may begin on Sunday.
    """
    tables = periods(cadence, history.axis)
    scores = [_likelihood(cells, sizes, history) for cells, sizes in tables]
    return total(scores) - log(len(scores))


def _likelihood(cells: array[int], sizes: list[int], history: History) -> float:
    """Log probability given the periods, whichever occurrence in one is its turn, if any.

    In a period of n days with k occurrences, each a stray with chance e, the probability is e for
    each, times m + (1 - m) k / (n e). The first occurrence is given.
    """
    seen = history.pick(cells)
    held = Counter(seen)
    alike = Counter(zip(held.values(), map(sizes.__getitem__, held), strict=True))
    first, current = seen[0], cells[history.end]
    empty = current - first + (current in held) - len(held)
    quiet = history.span - len(seen)
    scores = [
        weight + empty * log_miss + quiet * none + len(seen) * log_stray
        for weight, log_miss, log_stray, none, _, _ in _SETTINGS
    ]
    for (count, size), times in alike.items():
        taken = _taken(count / size)
        scores = [score + times * more for score, more in zip(scores, taken, strict=True)]
    return total(scores) + log(sizes[first])


_SETTINGS = [
    (log(a * b), log(miss), log(stray), log(1 - stray), miss, (1 - miss) / stray)
    for miss, a in MISSES
    for stray, b in STRAYS
]
"""Every miss rate with every stray rate: the log of their weight, of a miss, of a stray and of a
day without one, and what the last factor is made of."""
_TAKEN: dict[float, list[float]] = {}


def _taken(share: float) -> list[float]:
    """For each setting what a period adds of whose days so large a share has an occurrence."""
    known = _TAKEN.get(share)
    if known is None:
        known = [log(miss + ratio * share) for *_, miss, ratio in _SETTINGS]
        _TAKEN[share] = known
    return known
