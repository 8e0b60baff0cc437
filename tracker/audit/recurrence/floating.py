"""The evidence for "once somewhere in each week": a rhythm of periods without a fixed day."""

from __future__ import annotations

from math import log

from tracker.audit.recurrence.mixtures import MISSES, STRAYS, total
from tracker.audit.recurrence.periods import periods

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History


def floating(cadence: str, history: History) -> tuple[float, int]:
    """Log evidence that a task is done once in each period, anywhere in it, and the best phase.

    Two phases for every second week, and for weeks of seven days which may begin on Sunday.
    """
    tables = periods(cadence, history.axis)
    scores = [_likelihood(cells, sizes, history) for cells, sizes in tables]
    best = max(range(len(scores)), key=scores.__getitem__)
    return total(scores) - log(len(scores)), best


def _likelihood(cells: array[int], sizes: list[int], history: History) -> float:
    """Log probability given the periods; the first occurrence is given."""
    events = history.events
    held: dict[int, int] = {}
    for event in events:
        cell = cells[event]
        held[cell] = held.get(cell, 0) + 1
    first, current = cells[events[0]], cells[history.end]
    empty = current - first + (current in held) - len(held)
    counts: dict[tuple[int, int], int] = {}
    for cell, count in held.items():
        key = (count, sizes[cell])
        counts[key] = counts.get(key, 0) + 1
    scores = []
    for miss, wm in MISSES:
        for stray, we in STRAYS:
            score = log(wm * we) + empty * log(miss) + (history.span - len(events)) * log(1 - stray) + len(events) * log(stray)
            for (count, size), times in counts.items():
                score += times * log(miss + (1 - miss) * count / (size * stray))
            scores.append(score)
    return total(scores) + log(sizes[first])
