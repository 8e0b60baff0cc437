"""What was found, in words: Fridays, last business day, every second Tuesday, once a week."""

from __future__ import annotations

from tracker.audit.recurrence.phrases import pattern_of
from tracker.domain.cadence import Cadence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.evidence import Shape

    Detail = tuple[str | int, ...]

_UNITS = {"weekly": "week", "biweekly": "week", "monthly": "month", "quarterly": "quarter"}
_USUAL = {"weekly": 7, "biweekly": 14, "monthly": 30, "quarterly": 91}


def rhythm(cadence: str, shape: Shape, *, weekends: bool) -> Cadence:
    """The found rhythm as one that could be declared; ``weekends`` if it goes on there too."""
    if cadence == "daily":
        return Cadence("day" if weekends else "weekday")
    unit = _UNITS[cadence]
    every = 2 if cadence == "biweekly" else 1
    if shape.kind == "subset":
        return Cadence(unit, every, weekdays=tuple(int(day) for day in shape.detail))
    if shape.kind == "slots":
        return _anchored(unit, every, shape.detail)
    return Cadence(unit, every)


def words(cadence: str, shape: Shape, *, weekends: bool, gap: int = 0) -> str:
    """The pattern; ``gap`` is the usual number of days between two times, 0 where unknown."""
    if shape.kind == "after":
        return f"about every {gap or _USUAL[cadence]} days"
    return pattern_of(rhythm(cadence, shape, weekends=weekends))


def _anchored(unit: str, every: int, detail: Detail) -> Cadence:
    """The rhythm of a phase of fixed slots."""
    month = 0
    if detail[0] == "quarter":
        month, detail = int(detail[1]), detail[2:]
    kind, number = detail[0], int(detail[1])
    if kind in ("week", "fortnight"):
        return Cadence(unit, every, weekdays=(number % 7,))
    if kind == "nth":
        return Cadence(unit, every, nth=number, weekdays=(int(detail[2]),), month=month)
    if kind == "business":
        return Cadence(unit, every, business=number, month=month)
    return Cadence(unit, every, day=-1 if number == 31 else number, month=month)
