"""When a rhythm began: whether an earlier one, or work at random, came before it, or it stopped."""

from __future__ import annotations

from math import log

from tracker.audit.recurrence.evidence import Evidence, weigh
from tracker.audit.recurrence.history import History

CUTS = 7
"""Places at most where a change is looked for."""
PRICE = log(CUTS) + log(30) + 3
"""What a change has to win: one of so many places, a first day that is given, and 3 nats more."""
LEAST = 4
"""Occurrences on either side of a change."""


class Regime:
    """The stretch of a history that counts.

    Attributes:
        history: The occurrences from the last change on.
        evidence: What they say.
        changed: Whether another rhythm came before.
    """

    __slots__ = ("changed", "evidence", "history")

    def __init__(self, history: History, evidence: Evidence, *, changed: bool) -> None:
        """Take the fields."""
        self.history = history
        self.evidence = evidence
        self.changed = changed


def regime(history: History) -> Regime:
    """The last stretch with one rhythm."""
    whole = weigh(history)
    best = Regime(history, whole, changed=False)
    most = whole.whole + PRICE
    for cut in cuts(history):
        events = history.events
        before = weigh(History(history.axis, events[:cut], events[cut] - 1))
        later = History(history.axis, events[cut:], history.end)
        after = weigh(later)
        differs = after.best not in (before.best, whole.best) or (
            after.best == before.best != whole.best or before.best != after.best
        )
        if before.whole + after.whole > most and differs:
            most = before.whole + after.whole
            best = Regime(later, after, changed=True)
    return best


def cuts(history: History) -> list[int]:
    """Numbers of the occurrences at which a new rhythm may have begun, likeliest first.

    Where the rate before and after differs most (the likelihood ratio of two Poisson rates).
    """
    events, size = history.events, len(history.events)
    span = history.span + 1
    found = []
    for cut in range(LEAST, size - LEAST + 1):
        early, late = events[cut] - events[0], history.end - events[cut] + 1
        gain = cut * log(cut / early) + (size - cut) * log((size - cut) / late)
        found.append((gain - size * log(size / span), cut))
    found.sort(reverse=True)
    chosen: list[int] = []
    for _, cut in found:
        if all(abs(cut - other) > max(1, size // 20) for other in chosen):
            chosen.append(cut)
        if len(chosen) == CUTS:
            break
    return chosen
