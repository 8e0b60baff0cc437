"""Which of the fixed days that explain a history about equally well is named.

The evidence counts in working time, where the 30th and the last Friday are one day if the days
between them were off. A person looks at the calendar, so there the plainest is what it shows.
"""

from __future__ import annotations

from tracker.audit.recurrence.evidence import Shape
from tracker.audit.recurrence.punctual import NEAR, shown
from tracker.audit.recurrence.slotted import slotted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History

ALIKE = 3.0
"""Phases that are so near to the best, in logs, explain the days as well."""
SHOWN = 0.9
"""Share of the occurrences that are on a phase's own days where the calendar shows it, not the
working days before; three of three, but not three of four."""


def plainest(cadence: str, shape: Shape, history: History) -> Shape:
    """The shape to name and to expect: the same, but for what the calendar shows plainly.

    A rhythm of weeks without a fixed day is named by its weekday where it is nearly always on it.
    A day of the month that is mostly rolled back over days off gives way to one that is not.
    """
    if cadence in ("weekly", "biweekly"):
        return _weekday(cadence, shape, history) if shape.kind in ("floating", "after") else shape
    if shape.kind != "slots":
        return shape
    seen = len(history.events)
    if shown(shape.detail, history) >= NEAR * seen:
        return shape
    _, fits = slotted(cadence, history)
    plain = [
        (shown(fit.phase, history), fit.score, fit.phase)
        for fit in fits
        if fit.score >= fits[0].score - ALIKE and "business" not in fit.phase
    ]
    often, _, phase = max(plain, default=(0, 0.0, shape.detail))
    return Shape("slots", phase, shape.sure) if often >= SHOWN * seen else shape


def _weekday(cadence: str, shape: Shape, history: History) -> Shape:
    """The weekday of a rhythm without a fixed day, if it has one all the same."""
    _, fits = slotted(cadence, history)
    often = shown(fits[0].phase, history)
    held = often >= NEAR * len(history.events)
    return Shape("slots", fits[0].phase, shape.sure) if held else shape
