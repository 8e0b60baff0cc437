"""The evidence for "once somewhere in each week": a rhythm of periods without a fixed day."""

from __future__ import annotations

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
    events = history.events
    seen = list(map(cells.__getitem__, events))
    held = _counted(seen)
    first, current = seen[0], cells[history.end]
    empty = current - first + (current in held) - len(held)
    counts: dict[tuple[int, int], int] = {}
    for cell, count in held.items():
        key = (count, sizes[cell])
        counts[key] = counts.get(key, 0) + 1
    shares = [(count / size, times) for (count, size), times in counts.items()]
    quiet = history.span - len(events)
    scores = []
    for miss, stray, weight, log_miss, log_stray, none in _SETTINGS:
        score = weight + empty * log_miss + quiet * none + len(events) * log_stray
        ratio = (1 - miss) / stray
        for share, times in shares:
            score += times * log(miss + ratio * share)
        scores.append(score)
    return total(scores) + log(sizes[first])


_SETTINGS = [
    (miss, stray, log(a * b), log(miss), log(stray), log(1 - stray))
    for miss, a in MISSES
    for stray, b in STRAYS
]


def _counted(seen: list[int]) -> dict[int, int]:
    """How often each comes."""
    held: dict[int, int] = {}
    for cell in seen:
        held[cell] = held.get(cell, 0) + 1
    return held
