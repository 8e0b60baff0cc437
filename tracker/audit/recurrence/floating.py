"""The evidence for "once somewhere in each week": a rhythm of periods without a fixed day."""

from __future__ import annotations

from math import log

from tracker.audit.recurrence.mixtures import extras, total, turns
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


def _likelihood(cells, sizes: list[int], history: History) -> float:
    """Log probability given the periods; the first occurrence is given."""
    events = history.events
    seen = {cells[event] for event in events}
    hits = len(seen)
    first, current = cells[events[0]], cells[history.end]
    apart = -sum([log(sizes[cell]) for cell in seen]) + log(sizes[first])
    turned = current - first + (current in seen)
    spills = min(len(events) - hits, history.pairs)
    strays = len(events) - hits - spills
    return apart + turns(hits, turned - hits) + extras(strays, spills, hits, history.span)
