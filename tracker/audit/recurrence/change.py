"""When a rhythm began: whether an earlier one, or work at random, came before it, or it stopped."""

from __future__ import annotations

from math import log

from tracker.audit.recurrence.evidence import Evidence, weigh
from tracker.audit.recurrence.history import History

CUTS = 4
"""Places at most where a change is looked for."""
PRICE = log(CUTS) + log(30) + 3
"""What a change has to win: one of so many places, a first day that is given, and 3 nats more."""
NEAR, TRIED = 4.0, 2
"""Cuts that come so near to the price roughly are looked at in full, so many at most."""
NEWEST = 150
"""Occurrences looked at in one go: more make no answer surer."""
SHORT = 10
"""Fewer occurrences do not tell of two rhythms."""
SURE, EVEN = 0.99, 0.8
"""A rhythm that explains all so well, at a rate that hardly changes, is not cut."""
LEAST = 3
"""Occurrences on either side of a change."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.working import Axis


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


def whole_regime(axis: Axis, events: list[int]) -> Regime:
    """The last stretch with one rhythm, of however many occurrences.

    What matters now is the newest :data:`NEWEST` of them. Where they tell of one rhythm, it is
    followed back by as many at a time, as long as these tell of the same; so a routine of ten
    years costs hardly more than one of two. What has no rhythm now began whenever it began.
    """
    held = regime(History(axis, events[-NEWEST:], axis.end))
    start = len(events) - NEWEST
    if start <= 0 or held.changed:
        return held
    if _hopeless(held.evidence):
        return Regime(History(axis, events, axis.end), held.evidence, changed=False)
    while start > 0:
        block = events[max(0, start - NEWEST) : start]
        if len(block) >= SHORT:
            earlier = weigh(History(axis, block, events[start] - 1), rough=True)
            if earlier.best != held.evidence.best:
                break
        start = max(0, start - NEWEST)
    return Regime(History(axis, events[start:], axis.end), held.evidence, changed=start > 0)


def regime(history: History) -> Regime:
    """The last stretch with one rhythm.

    Every cut is looked at roughly; the best one, if it comes near, in full.
    """
    whole = weigh(history)
    held = Regime(history, whole, changed=False)
    if len(history.events) < SHORT:
        return held
    steady = whole.best != "none" and whole.odds()[whole.best] > SURE
    places = cuts(history, EVEN if steady else 0.0)
    if not places:
        return held
    rough = whole.whole if _hopeless(whole) else weigh(history, rough=True).whole
    found = []
    for cut in places:
        before, later = _parts(history, cut)
        gain = weigh(before, rough=True).whole + weigh(later, rough=True).whole - rough
        if gain > PRICE - NEAR:
            found.append((gain, cut))
    for _, cut in sorted(found, reverse=True)[:TRIED]:
        before, later = _parts(history, cut)
        early, late = weigh(before), weigh(later)
        if early.whole + late.whole > whole.whole + PRICE and _differ(early, late, whole):
            return Regime(later, late, changed=True)
    return held


def _hopeless(evidence: Evidence) -> bool:
    """Whether there is surely no rhythm."""
    return evidence.best == "none" and evidence.odds()["none"] > SURE


def _parts(history: History, cut: int) -> tuple[History, History]:
    """What came before the occurrence of that number, and what came from it on."""
    events = history.events
    before = History(history.axis, events[:cut], events[cut] - 1)
    return before, History(history.axis, events[cut:], history.end)


def _differ(early: Evidence, late: Evidence, whole: Evidence) -> bool:
    """Whether a change makes a difference to what is said now."""
    return late.best != early.best or late.best != whole.best


def cuts(history: History, least: float = 0.0) -> list[int]:
    """Numbers of the occurrences at which a new rhythm may have begun, likeliest first.

    Where the rates before and after differ most: the likelihood ratio of two Poisson rates. None
    where even these differ by less than ``least`` in logs.
    """
    events, size = history.events, len(history.events)
    span = history.span + 1
    found = []
    for cut in range(LEAST, size - LEAST + 1):
        early, late = events[cut] - events[0], history.end - events[cut] + 1
        gain = cut * log(cut / early) + (size - cut) * log((size - cut) / late)
        found.append((gain - size * log(size / span), cut))
    found.sort(reverse=True)
    if not found or found[0][0] < least:
        return []
    chosen: list[int] = []
    for _, cut in found:
        if all(abs(cut - other) > max(1, size // 20) for other in chosen):
            chosen.append(cut)
        if len(chosen) == CUTS:
            break
    return chosen
