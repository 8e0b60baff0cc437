"""How near to their slots the occurrences of a rhythm lie."""

from __future__ import annotations

from tracker.audit.recurrence.nearest import nearest
from tracker.audit.recurrence.slots import days_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.evidence import Shape
    from tracker.audit.recurrence.history import History
    from tracker.audit.recurrence.slots import Phase

NEAR = 0.75
"""Share of the turns within a day of their slot from which a date may be named."""


def distances(shape: Shape, history: History) -> dict[int, int]:
    """By slot that was served, the working days between it and the nearest occurrence."""
    best: dict[int, int] = {}
    for key in nearest(shape.detail, history.axis).keys(history):
        cell, away = key >> 8, key & 255
        best[cell] = min(away, best.get(cell, away))
    return best


def loose(cadence: str, shape: Shape, history: History) -> bool:
    """Whether the next day can only be named roughly."""
    if cadence == "daily" or shape.kind == "subset":
        return False
    if shape.kind != "slots":
        return True
    best = distances(shape, history)
    return sum([away <= 1 for away in best.values()]) < NEAR * len(best)


def shown(phase: Phase, history: History) -> int:
    """How many occurrences are on the days of a phase as the calendar has them.

    What was rolled back to the working day before is not.
    """
    days = set(days_of(phase, history.axis))
    ordinals = history.axis.ordinals
    return sum([ordinals[event] in days for event in history.events])
