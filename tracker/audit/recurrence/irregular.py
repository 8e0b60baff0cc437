"""The evidence for no rhythm at all: what every rhythm has to beat.

More than half of the skill is here. Work that comes at random, in bursts of consecutive days, or
ever more rarely is described as well as can be, so that it is not taken for a rhythm.
"""

from __future__ import annotations

from math import log

from tracker.audit.recurrence.history import FURTHEST
from tracker.audit.recurrence.mixtures import total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History

RATES = (
    (0.004, 0.12), (0.008, 0.13), (0.016, 0.15), (0.03, 0.15), (0.06, 0.14), (0.11, 0.12),
    (0.18, 0.10), (0.28, 0.06), (0.40, 0.03),
)  # fmt: skip
"""Chance of an occurrence on a working day that follows one without."""
STICKS = ((None, 0.5), (0.25, 0.15), (0.55, 0.22), (0.8, 0.13))
"""Chance of one on a day that follows one with: the same, or bursts of some length."""
LENGTHS = ((0.55, 0.30), (0.20, 0.25), (0.07, 0.20), (0.02, 0.15), (0.005, 0.10))
"""Heavy-tailed gaps: a mixture of geometric ones, their rates with weights."""
MARKOV = 0.6
"""Share of the first kind; the rest has heavy-tailed gaps."""


def irregular(history: History) -> float:
    """Log evidence that a task has no rhythm."""
    return total([log(MARKOV) + _markov(history), log(1 - MARKOV) + _heavy(history)])


def _markov(history: History) -> float:
    """A first-order Markov chain on working days, summed over rates and stickiness."""
    kept = history.pairs
    more = len(history.events) - 1 - kept
    left = len(history.events) - kept - (history.events[-1] == history.end)
    quiet = history.span - kept - more - left
    return total(
        [
            weight + more * came + quiet * none + kept * again + left * over
            for weight, came, none, again, over in _SETTINGS
        ]
    )


_SETTINGS = [
    (
        log(share * weight),
        log(rate),
        log(1 - rate),
        log(rate if stick is None else stick),
        log(1 - (rate if stick is None else stick)),
    )
    for rate, share in RATES
    for stick, weight in STICKS
]
"""Every rate with every stickiness: the log of their weight, of an occurrence after a day without
one, of none, and of one and none after a day with one."""


def _chances(gap: int) -> float:
    return log(sum([w * p * (1 - p) ** (gap - 1) for p, w in LENGTHS]))


_GAPS = [0.0] + [_chances(gap) for gap in range(1, FURTHEST + 1)]


def _heavy(history: History) -> float:
    """Independent gaps of a mixture of lengths; the last one is still open."""
    tail = history.end - history.events[-1]
    open_end = log(sum([w * (1 - p) ** tail for p, w in LENGTHS]))
    return open_end + sum(map(_GAPS.__getitem__, history.gaps))
