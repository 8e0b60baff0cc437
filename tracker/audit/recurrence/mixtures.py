"""Sums of likelihoods on the log scale, and the constants that several models share.

Every model of a rhythm gives the probability of the same thing, the working days on which a task
was logged given the first of them, so that models can be compared (Bayes factors: Kass and
Raftery, JASA 90, 1995). What is not known, such as how often the person misses a turn, is summed
over a few values with weights instead of being fitted; fitting would favour the richer model.
"""

from __future__ import annotations

from math import exp, log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NEVER = -1e9
"""The logarithm of what cannot be."""

MISSES = ((0.03, 0.35), (0.10, 0.30), (0.20, 0.20), (0.32, 0.15))
"""Chance that a turn is left out, with weights; own choice, as are all below."""
STRAYS = ((0.003, 0.45), (0.015, 0.35), (0.05, 0.20))
"""Chance per working day of an occurrence that belongs to no turn, with weights."""
SPILLS = ((0.01, 0.50), (0.06, 0.25), (0.18, 0.25))
"""Chance that work runs on into the next day, with weights."""

LOG_MISSES = tuple((log(1 - m), log(m), log(w)) for m, w in MISSES)
LOG_STRAYS = tuple((log(e), log(1 - e), log(w)) for e, w in STRAYS)
LOG_SPILLS = tuple((log(s), log(1 - s), log(w)) for s, w in SPILLS)


def total(logs: list[float]) -> float:
    """The logarithm of the sum of what ``logs`` are the logarithms of."""
    most = max(logs) if logs else NEVER
    if most <= NEVER:
        return NEVER
    return most + log(sum([exp(value - most) for value in logs]))


_TURNS: dict[int, float] = {}
_STRAYS: dict[int, float] = {}
_SPILLED: dict[int, float] = {}
"""What was worked out once: small whole numbers come again and again."""


def likely(scores: Sequence[float], within: float = 5.0) -> list[int]:
    """The places of the scores that are not far below the best one."""
    least = max(scores) - within
    return [place for place, score in enumerate(scores) if score >= least]


def turns(hits: int, misses: int) -> float:
    """Log probability that of so many turns these were taken and those left out."""
    key = hits << 16 | misses
    known = _TURNS.get(key)
    if known is None:
        known = total([hits * hit + misses * miss + weight for hit, miss, weight in LOG_MISSES])
        _TURNS[key] = known
    return known


def extras(strays: int, spills: int, hits: int, span: int) -> float:
    """Log probability of occurrences beside the hits, over ``span`` working days."""
    quiet = max(span - strays, 0)
    key = strays << 16 | quiet
    known = _STRAYS.get(key)
    if known is None:
        known = total([strays * log_e + quiet * none + w for log_e, none, w in LOG_STRAYS])
        _STRAYS[key] = known
    return known + spilled(spills, max(hits - spills, 0))


def spilled(spills: int, others: int) -> float:
    """Log probability that of so many turns these ran on into the next day."""
    key = spills << 16 | others
    known = _SPILLED.get(key)
    if known is None:
        known = total([spills * yes + others * no + weight for yes, no, weight in LOG_SPILLS])
        _SPILLED[key] = known
    return known
