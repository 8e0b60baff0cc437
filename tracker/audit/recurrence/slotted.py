"""The evidence for a rhythm with fixed days: every Friday, the 15th, the last business day.

Every occurrence belongs to the nearest slot. Of those nearest to one slot the nearest of all is
the hit; the others are spill-over or strays. A slot without a hit is a miss; the last one is
still open. How far hits lie from their slots is a kernel with a sharp peak and a long tail; its
width, the miss rate and the stray rate are summed over, each on its own because they factorise.
"""

from __future__ import annotations

from math import exp, log

from tracker.audit.recurrence.mixtures import extras, total, turns
from tracker.audit.recurrence.nearest import FURTHEST, nearest
from tracker.audit.recurrence.slots import phases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array

    from tracker.audit.recurrence.history import History
    from tracker.audit.recurrence.slots import Phase

WIDTHS = {
    "weekly": (0.35, 0.9, 1.6),
    "biweekly": (0.4, 1.2, 2.4),
    "monthly": (0.5, 1.6, 3.5),
    "quarterly": (0.7, 3.0, 8.0),
}
"""Widths of the kernel in working days: punctual, usual, careless."""
WEIGHTS = (0.45, 0.37, 0.18)
TAIL = 0.07
"""Share of the kernel that is three times as wide."""
FULLY, PROBES = 24, 10
"""So many phases are weighed in full, chosen by about so many occurrences."""


def _kernel(width: float) -> list[float]:
    """Log probability of each distance in working days, two-sided, normalised on the integers."""
    parts = []
    for share, scale in ((1 - TAIL, width), (TAIL, 3 * width)):
        ratio = exp(-1 / scale)
        parts.append((share * (1 - ratio) / (1 + ratio), -1 / scale))
    return [
        log(max(sum(top * exp(slope * away) for top, slope in parts), 1e-300))
        for away in range(FURTHEST + 1)
    ]


_KERNELS: dict[str, tuple[list[tuple[list[float], float]], list[float]]] = {}


def kernels(cadence: str) -> tuple[list[tuple[list[float], float]], list[float]]:
    """The three kernels of a cadence with the logarithms of their weights, and their sum."""
    made = _KERNELS.get(cadence)
    if made is None:
        three = [
            (_kernel(width), log(w)) for width, w in zip(WIDTHS[cadence], WEIGHTS, strict=True)
        ]
        both = [total([kernel[far] + w for kernel, w in three]) for far in range(FURTHEST + 1)]
        made = _KERNELS[cadence] = (three, both)
    return made


class Fit:
    """How well one phase explains a history; ``score`` is its share of the evidence, in logs."""

    __slots__ = ("misses", "phase", "score")

    def __init__(self, phase: Phase, score: float) -> None:
        """Take the phase and its log weight plus log likelihood."""
        self.phase = phase
        self.score = score


def slotted(cadence: str, history: History) -> tuple[float, list[Fit]]:
    """Log evidence of a cadence with fixed days, and the phases that were weighed, best first."""
    shapes, usual = kernels(cadence)
    axis = history.axis
    first = history.events[0]
    known = [
        (nearest(phase, axis), log_weight, phase)
        for phase, log_weight in weighted(cadence, axis.week)
    ]
    begins = total([weight + usual[table.away[first]] for table, weight, _ in known])
    if len(known) > FULLY:
        known = _promising(known, history.events)
    fits = [
        Fit(phase, weight + _likelihood(table.keys, history, shapes))
        for table, weight, phase in known
    ]
    fits.sort(key=_score, reverse=True)
    return total([fit.score for fit in fits]) - begins, fits


def _promising(known, events):
    """The phases nearest to a sample of the occurrences; the others add nothing to the sum."""
    step = max(1, len(events) // PROBES)
    probes = events[::step]
    ranked = sorted(
        [(sum(map(table.away.__getitem__, probes)), n) for n, (table, _, _) in enumerate(known)]
    )
    return [known[n] for _, n in ranked[:FULLY]]


_WEIGHTED: dict[tuple[str, int], list[tuple[Phase, float]]] = {}


def weighted(cadence: str, week: int) -> list[tuple[Phase, float]]:
    """The phases of a cadence with the logarithms of their weights."""
    made = _WEIGHTED.get((cadence, week))
    if made is None:
        made = _WEIGHTED[cadence, week] = [(p, log(w)) for p, w in phases(cadence, week)]
    return made


def _score(fit: Fit) -> float:
    return fit.score


def _likelihood(
    keys: array[int], history: History, shapes: list[tuple[list[float], float]]
) -> float:
    """Log probability of a history if its slots are those of ``keys``."""
    events = history.events
    found = list(map(keys.__getitem__, events))
    began = found[0] >> 8
    found.sort(reverse=True)
    best = {key >> 8: key & 255 for key in found}
    hits = len(best)
    away = bytes(best.values())
    apart = total([sum(map(kernel.__getitem__, away)) + share for kernel, share in shapes])
    current = keys[history.end] >> 8
    cells = current - began + (current in best)
    spills = min(len(events) - hits, history.pairs)
    strays = len(events) - hits - spills
    return apart + turns(hits, cells - hits) + extras(strays, spills, hits, history.span)
