"""The evidence for every working day."""

from __future__ import annotations

from math import log

from tracker.audit.recurrence.mixtures import total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History

SHARES = ((0.60, 0.1), (0.72, 0.2), (0.83, 0.25), (0.93, 0.25), (0.985, 0.2))
"""Share of the working days on which a daily task is done, with weights."""


def daily(history: History) -> float:
    """Log evidence that a task is done on every working day, now and then missed."""
    seen = len(history.events) - 1
    missed = history.span - seen
    return total([log(w) + seen * log(p) + missed * log(1 - p) for p, w in SHARES])
