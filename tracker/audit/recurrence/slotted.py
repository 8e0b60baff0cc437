"""The evidence for a rhythm with fixed days: every Friday, the 15th, the last business day.

Every occurrence belongs to the nearest slot. Of those nearest to one slot the nearest of all is
the hit; the others are spill-over or strays. A slot without a hit is a miss; the last one is
still open. How far hits lie from their slots is a kernel with a sharp peak and a long tail; its
width, the miss rate and the stray rate are summed over, each on its own because they factorise.
"""

from __future__ import annotations

from math import exp, log

from tracker.audit.recurrence.history import picker
from tracker.audit.recurrence.mixtures import MISSES, NEVER, STRAYS, extras, likely, total, turns
from tracker.audit.recurrence.nearest import FURTHEST, nearest
from tracker.audit.recurrence.slots import phases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History
    from tracker.audit.recurrence.nearest import Nearest
    from tracker.audit.recurrence.slots import Phase
    from tracker.audit.recurrence.working import Axis

    Known = tuple[Nearest, float, Phase]
    Together = tuple[tuple[int, bool], ...]
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
PROMISING, PROBES, ENOUGH, FULLY = 16, 10, 2, 3
"""So many phases are ranked after a look at about so many occurrences; so many of the nearest tell
whether any can matter, and so many are looked at in full."""
FAR, FAR_EACH = 8.0, 0.15
"""How far below what would matter a rough look has to stay, and more for each occurrence: a full
look finds up to 20 more in 150 occurrences (measured on made-up histories)."""


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


def slotted(
    cadence: str, history: History, *, rough: bool = False, least: float = NEVER
) -> tuple[float, list[Fit]]:
    """Log evidence of a cadence with fixed days, and the phases that were weighed, best first.

    All phases are ranked by a sample of the occurrences, the promising ones by the nearest
    occurrence of each slot, and the best of these in full; ``rough`` leaves out the last step.
    Where the phases nearest to the occurrences stay far below ``least``, so that nothing near to
    it can come out, the rest is left out.
    """
    kernels = _kernels(cadence)
    axis = history.axis
    known = _known(cadence, axis)
    begins = _begins(cadence, axis, history.events[0], known, kernels)
    known = _promising(known, history, PROMISING // 2 if rough else PROMISING)
    hopeless = least + begins - FAR - FAR_EACH * len(history.events)
    ranked: list[tuple[float, int]] = []
    for place, (table, weight, _) in enumerate(known):
        ranked.append((weight + _roughly(table, history, kernels), place))
        if place == ENOUGH - 1 and max(ranked)[0] < hopeless:
            break
    ranked.sort(reverse=True)
    fits = [Fit(known[place][2], score) for score, place in ranked]
    if not rough and ranked[0][0] >= hopeless:
        settings = SETTINGS
        for fit, (_, place) in zip(fits[:FULLY], ranked, strict=False):
            table, weight, _ = known[place]
            score, settings = _fully(table, history, kernels, settings)
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


def _promising(known: list[Known], history: History, most: int) -> list[Known]:
    """The phases nearest to the occurrences, first; the others add nothing to the sum.

    A sample of the occurrences tells, a larger one where none of the phases is left out.
    """
    probes = PROBES if len(known) > most else 4 * PROBES
    pick = picker(history.events[:: max(1, len(history.events) // probes)])
    ranked = sorted([(sum(pick(table.away)), place) for place, (table, _, _) in enumerate(known)])
    return [known[place] for _, place in ranked[:most]]


def _roughly(table: Nearest, history: History, kernels: Kernels) -> float:
    """Log probability of a history if the nearest occurrence of each slot is its hit."""
    found = table.keys(history)
    best = {key >> 8: key & 255 for key in sorted(found, reverse=True)}
    hits, seen = len(best), len(found)
    away = bytes(best.values())
    counts = [(far, away.count(far)) for far in set(away)]
    apart = total(
        [
            sum([count * kernel[far] for far, count in counts], weight)
            for kernel, weight in zip(kernels.logs, kernels.weights, strict=True)
        ]
    )
    current = table.cell(history.end)
    cells = current - (found[0] >> 8) + (current in best)
    spills = min(seen - hits, history.pairs)
    strays = seen - hits - spills
    return apart + turns(hits, cells - hits) + extras(strays, spills, hits, history.span)


def _fully(
    table: Nearest, history: History, kernels: Kernels, settings: list[Setting]
) -> tuple[float, list[Setting]]:
    """Log probability of a history, whichever occurrence of each slot is its hit, if any.

    In a cell with occurrences at distances d, each of which would be a stray with chance e, the
    probability is e for each, times m + (1 - m) sum of k(d) / e: the turn was missed, or one of
    them took it. ``e`` is higher for an occurrence on the day after another: it may be spill-over.

    Also returned are the settings (width, miss rate, stray rate) that matter: those which hardly
    explain the best phase need not be tried on the others.
    """
    single, several, empty = _by_cell(table, history)
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
        for cell, count in several:
            chance, hit = 1.0, 0.0
            for away, after in cell:
                extra = stray + spill if after else stray
                chance *= extra
                hit += chances[away] / extra
            score += count * log(chance * (miss + kept * hit))
        scores.append(score)
    return total(scores) + history.no_spill, [settings[place] for place in likely(scores)]


def _by_cell(
    table: Nearest, history: History
) -> tuple[list[tuple[int, int]], list[tuple[Together, int]], int]:
    """Occurrences by slot, and the number of slots without any.

    Lone ones as distance and count; others each with whether they come the day after another,
    and how many slots have the same.
    """
    cells: dict[int, Together] = {}
    keys = table.keys(history)
    for key, after in zip(keys, history.after, strict=True):
        cells[key >> 8] = (*cells.get(key >> 8, ()), (key & 255, after))
    alone: dict[int, int] = {}
    several: dict[Together, int] = {}
    for cell in cells.values():
        if len(cell) == 1 and not cell[0][1]:
            away = cell[0][0]
            alone[away] = alone.get(away, 0) + 1
        else:
            several[cell] = several.get(cell, 0) + 1
    current = table.cell(history.end)
    turned = current - (keys[0] >> 8) + (current in cells)
    return list(alone.items()), list(several.items()), turned - len(cells)
