"""The evidence for a rhythm with fixed days: every Friday, the 15th, the last business day.

Every occurrence belongs to the nearest slot. Of those nearest to one slot the nearest of all is
the hit; the others are spill-over or strays. A slot without a hit is a miss; the last one is
still open. How far hits lie from their slots is a kernel with a sharp peak and a long tail; its
width, the miss rate and the stray rate are summed over, each on its own because they factorise.
"""

from __future__ import annotations

from math import exp, log

from tracker.audit.recurrence.mixtures import MISSES, STRAYS, extras, likely, total, turns
from tracker.audit.recurrence.nearest import FURTHEST, nearest
from tracker.audit.recurrence.slots import phases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array

    from tracker.audit.recurrence.history import History
    from tracker.audit.recurrence.nearest import Nearest
    from tracker.audit.recurrence.slots import Phase
    from tracker.audit.recurrence.working import Axis

    Known = tuple[Nearest, float, Phase]
    Setting = tuple[int, float, float, float, float, float]

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
PROMISING, PROBES, FULLY = 16, 10, 3
"""So many phases are ranked after a look at about so many occurrences, and so many in full."""


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


SETTINGS = [
    (width, miss, stray, log(a * b * c), log(miss), log(1 - stray))
    for width, a in enumerate(WEIGHTS)
    for miss, b in MISSES
    for stray, c in STRAYS
]
"""Everything that is not known about how a task is kept: the number of the kernel, the miss and
the stray rate, with the log of their joint weight, of a miss and of a day without a stray."""


class Kernels:
    """The kernels of one cadence.

    Attributes:
        logs: Log probability by distance, for each width.
        chances: The same as probabilities.
        weights: Log weight of each width.
        mixed: Log probability by distance, all widths together.
    """

    __slots__ = ("chances", "logs", "mixed", "weights")

    def __init__(self, cadence: str) -> None:
        """Work out the tables."""
        self.logs = [_kernel(width) for width in WIDTHS[cadence]]
        self.chances = [[exp(value) for value in kernel] for kernel in self.logs]
        self.weights = [log(weight) for weight in WEIGHTS]
        self.mixed = [
            total([kernel[away] + w for kernel, w in zip(self.logs, self.weights, strict=True)])
            for away in range(FURTHEST + 1)
        ]


class Fit:
    """How well one phase explains a history.

    Attributes:
        phase: The slots.
        score: Log of the phase's weight times the likelihood.
    """

    __slots__ = ("phase", "score")

    def __init__(self, phase: Phase, score: float) -> None:
        """Take both."""
        self.phase = phase
        self.score = score


_KERNELS: dict[str, Kernels] = {}
_WEIGHTED: dict[tuple[str, int], list[tuple[Phase, float]]] = {}


def _kernels(cadence: str) -> Kernels:
    if cadence not in _KERNELS:
        _KERNELS[cadence] = Kernels(cadence)
    return _KERNELS[cadence]


def _weighted(cadence: str, week: int) -> list[tuple[Phase, float]]:
    """The phases of a cadence with the logarithms of their weights."""
    made = _WEIGHTED.get((cadence, week))
    if made is None:
        made = _WEIGHTED[cadence, week] = [(p, log(w)) for p, w in phases(cadence, week)]
    return made


def slotted(cadence: str, history: History, *, rough: bool = False) -> tuple[float, list[Fit]]:
    """Log evidence of a cadence with fixed days, and the phases that were weighed, best first.

    All phases are ranked by a sample of the occurrences, the promising ones by the nearest
    occurrence of each slot, and the best of these in full; ``rough`` leaves out the last step.
    """
    kernels = _kernels(cadence)
    axis = history.axis
    first = history.events[0]
    known = _known(cadence, axis)
    begins = _begins(cadence, axis, first, known, kernels)
    most = PROMISING // 2 if rough else PROMISING
    if len(known) > most:
        known = _promising(known, history.events, most)
    ranked = sorted(
        [
            (weight + _roughly(table.keys, history, kernels), place)
            for place, (table, weight, _) in enumerate(known)
        ],
        reverse=True,
    )
    fits = [Fit(known[place][2], score) for score, place in ranked]
    if not rough:
        settings = SETTINGS
        for fit, (_, place) in zip(fits[:FULLY], ranked, strict=False):
            table, weight, _ = known[place]
            score, settings = _fully(table.keys, history, kernels, settings)
            fit.score = weight + score
        fits.sort(key=_score, reverse=True)
    return total([fit.score for fit in fits]) - begins, fits


def _known(cadence: str, axis: Axis) -> list[Known]:
    """The phases of a cadence on an axis with their log weights; made once for a log."""
    known = axis.known.get(cadence)
    if known is None:
        known = axis.known[cadence] = [
            (nearest(phase, axis), weight, phase) for phase, weight in _weighted(cadence, axis.week)
        ]
    return known


def _begins(cadence: str, axis: Axis, first: int, known: list[Known], kernels: Kernels) -> float:
    """Log probability of the first occurrence over all phases: what it pays for the phase."""
    made = axis.begins.get((cadence, first))
    if made is None:
        made = total([weight + kernels.mixed[table.away[first]] for table, weight, _ in known])
        axis.begins[cadence, first] = made
    return made


def _score(fit: Fit) -> float:
    return fit.score


def _promising(known: list[Known], events: list[int], most: int) -> list[Known]:
    """The phases nearest to a sample of the occurrences; the others add nothing to the sum."""
    probes = events[:: max(1, len(events) // PROBES)]
    ranked = sorted(
        [
            (sum(map(table.away.__getitem__, probes)), place)
            for place, (table, _, _) in enumerate(known)
        ]
    )
    return [known[place] for _, place in ranked[:most]]


def _roughly(keys: array[int], history: History, kernels: Kernels) -> float:
    """Log probability of a history if the nearest occurrence of each slot is its hit."""
    events = history.events
    found = list(map(keys.__getitem__, events))
    began = found[0] >> 8
    found.sort(reverse=True)
    best = {key >> 8: key & 255 for key in found}
    hits = len(best)
    away = bytes(best.values())
    apart = total(
        [
            sum(map(kernel.__getitem__, away)) + weight
            for kernel, weight in zip(kernels.logs, kernels.weights, strict=True)
        ]
    )
    current = keys[history.end] >> 8
    cells = current - began + (current in best)
    spills = min(len(events) - hits, history.pairs)
    strays = len(events) - hits - spills
    return apart + turns(hits, cells - hits) + extras(strays, spills, hits, history.span)


def _fully(
    keys: array[int], history: History, kernels: Kernels, settings: list[Setting]
) -> tuple[float, list[Setting]]:
    """Log probability of a history, whichever occurrence of each slot is its hit, if any.

    In a cell with occurrences at distances d, each of which would be a stray with chance e, the
    probability is e for each, times m + (1 - m) sum of k(d) / e: the turn was missed, or one of
    them took it. ``e`` is higher for an occurrence on the day after another: it may be spill-over.

    Also returned are the settings (width, miss rate, stray rate) that matter: those which hardly
    explain the best phase need not be tried on the others.
    """
    single, several, empty = _by_cell(keys, history)
    spans = history.span - len(history.events)
    spill = history.spill
    scores = []
    for width, miss, stray, weight, log_miss, none in settings:
        chances = kernels.chances[width]
        kept = 1 - miss
        lost = miss * stray
        score = weight + empty * log_miss + spans * none
        for away, count in single:
            score += count * log(lost + kept * chances[away])
        for cell in several:
            chance, hit = 1.0, 0.0
            for away, after in cell:
                extra = stray + spill if after else stray
                chance *= extra
                hit += chances[away] / extra
            score += log(chance * (miss + kept * hit))
        scores.append(score)
    return total(scores) + history.no_spill, [settings[place] for place in likely(scores)]


def _by_cell(
    keys: array[int], history: History
) -> tuple[list[tuple[int, int]], list[list[tuple[int, bool]]], int]:
    """Occurrences by slot, and the number of slots without any.

    Lone ones as distance and count; others each with whether they come the day after another.
    """
    cells: dict[int, list[tuple[int, bool]]] = {}
    for event, after in zip(history.events, history.after, strict=True):
        key = keys[event]
        cells.setdefault(key >> 8, []).append((key & 255, after))
    counts: dict[int, int] = {}
    several = []
    for cell in cells.values():
        if len(cell) == 1 and not cell[0][1]:
            away = cell[0][0]
            counts[away] = counts.get(away, 0) + 1
        else:
            several.append(cell)
    current = keys[history.end] >> 8
    turned = current - (keys[history.events[0]] >> 8) + (current in cells)
    return list(counts.items()), several, turned - len(cells)
