"""A task's occurrences in working time: what every model of a rhythm looks at."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.working import Axis

FURTHEST = 499
"""Longer gaps are all alike."""


class History:
    """The occurrences of a task, or of one stretch of it.

    Attributes:
        axis: The working days they are counted in.
        events: Working indices, ascending, each once; at least one.
        end: Working index up to which the task was watched, inclusive.
        gaps: Working days from each occurrence to the next, :data:`FURTHEST` at most.
        pairs: How many occurrences come the day after another one.
    """

    __slots__ = ("axis", "end", "events", "gaps", "pairs")

    def __init__(self, axis: Axis, events: list[int], end: int) -> None:
        """Take ascending indices up to ``end``."""
        self.axis = axis
        self.events = events
        self.end = end
        self.gaps = [
            min(after - before, FURTHEST) for before, after in zip(events, events[1:], strict=False)
        ]
        self.pairs = self.gaps.count(1)

    @property
    def span(self) -> int:
        """Working days after the first occurrence, up to the end."""
        return self.end - self.events[0]

    def upto_last(self) -> History:
        """The same, watched only until its last occurrence."""
        return History(self.axis, self.events, self.events[-1])
