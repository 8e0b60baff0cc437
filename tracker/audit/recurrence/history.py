"""A task's occurrences in working time: what every model of a rhythm looks at."""

from __future__ import annotations

from math import log
from operator import itemgetter, sub

from tracker.audit.recurrence.mixtures import spilled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tracker.audit.recurrence.working import Axis

FURTHEST = 499
"""Longer gaps are all alike."""
FITTED = -0.7
"""What fitting the chance of spill-over costs, in logs: one choice of two."""


def picker(places: list[int]) -> Callable[[Any], tuple[Any, ...]]:
    """What takes the items at these places of a table: most of the time goes into that."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda table: tuple([table[place] for place in places])


class History:
    """The occurrences of a task, or of one stretch of it.

    Attributes:
        axis: The working days they are counted in.
        events: Working indices, ascending, each once; at least one.
        end: Working index up to which the task was watched, inclusive.
        gaps: Working days from each occurrence to the next, :data:`FURTHEST` at most.
        pick: What stands in a table at each occurrence, as a tuple.
        pairs: How many occurrences come the day after another one.
        after: For each occurrence whether it does.
        spill: Estimated chance that work runs on into the next day.
        no_spill: Log probability that it did not where it did not.
    """

    __slots__ = ("after", "axis", "end", "events", "gaps", "no_spill", "pairs", "pick", "spill")

    def __init__(self, axis: Axis, events: list[int], end: int) -> None:
        """Take ascending indices up to ``end``."""
        self.axis = axis
        self.events = events
        self.end = end
        self.gaps = list(map(sub, events[1:], events))
        if max(self.gaps, default=0) > FURTHEST:
            self.gaps = [min(gap, FURTHEST) for gap in self.gaps]
        self.pick = picker(events)
        self.pairs = self.gaps.count(1)
        self.after = [False, *[gap == 1 for gap in self.gaps]]
        alone = len(events) - self.pairs
        self.spill = min(0.3, max(0.01, self.pairs / len(events)))
        self.no_spill = alone * log(1 - self.spill) + FITTED if self.pairs else spilled(0, alone)

    @property
    def span(self) -> int:
        """Working days after the first occurrence, up to the end."""
        return self.end - self.events[0]

    def upto_last(self) -> History:
        """The same, watched only until its last occurrence."""
        return History(self.axis, self.events, self.events[-1])
