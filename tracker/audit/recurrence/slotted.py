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


_KERNELS: dict[str, list[tuple[list[float], float]]] = {}


def kernels(cadence: str) -> list[tuple[list[float], float]]:
    """The three kernels of a cadence with the logarithms of their weights."""
    made = _KERNELS.get(cadence)
    if made is None:
        made = [(_kernel(width), log(w)) for width, w in zip(WIDTHS[cadence], WEIGHTS, strict=True)]
        _KERNELS[cadence] = made
    return made


class Fit:
    """How well one phase explains a history; ``score`` is its share of the evidence, in logs."""

    __slots__ = ("misses", "phase", "score")

    def __init__(self, phase: Phase, score: float) -> None:
        """Take the phase and its log weight plus log likelihood."""
        self.phase = phase
        self.score = score


def slotted(cadence: str, history: History) -> tuple[float, list[Fit]]:
    """Log evidence of a cadence with fixed days, and the phases, best first."""
    shapes = kernels(cadence)
    axis = history.axis
    first = history.events[0]
    fits: list[Fit] = []
    begins: list[float] = []
    for phase, weight in phases(cadence, axis.week):
        table = nearest(phase, axis)
        prior = log(weight)
        away = table.keys[first] & 255
        begins.append(prior + total([kernel[away] + share for kernel, share in shapes]))
        fits.append(Fit(phase, prior + _likelihood(table.keys, history, shapes)))
    fits.sort(key=_score, reverse=True)
    return total([fit.score for fit in fits]) - total(begins), fits


def _score(fit: Fit) -> float:
    return fit.score


def _likelihood(keys, history: History, shapes) -> float:
    """Log probability of a history if its slots are those of ``keys``."""
    events = history.events
    found = [keys[event] for event in events]
    found.sort(reverse=True)
    best = {key >> 8: key & 255 for key in found}
    hits = len(best)
    away = list(best.values())
    apart = total([sum([kernel[far] for far in away]) + share for kernel, share in shapes])
    current = keys[history.end] >> 8
    cells = current - (keys[events[0]] >> 8) + (current in best)
    spills = min(len(events) - hits, history.pairs)
    strays = len(events) - hits - spills
    return apart + turns(hits, cells - hits) + extras(strays, spills, hits, history.span)
