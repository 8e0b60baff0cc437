"""The evidence for "30 days after the last time": gaps of about a period, whatever the calendar."""

from __future__ import annotations

from math import exp, log, pi, sqrt

from tracker.audit.recurrence.history import FURTHEST
from tracker.audit.recurrence.mixtures import NEVER, total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History

PERIODS = {"weekly": 7, "biweekly": 14, "monthly": 30.4, "quarterly": 91.3}
"""Days from one time to the next."""
SPREADS = ((0.10, 0.35), (0.20, 0.40), (0.33, 0.25))
"""Spread of the gaps on the log scale, with weights."""
LONGEST = 4
"""A gap of up to so many periods is that many turns less one left out."""
SKIPS = ((0.06, 0.60), (0.22, 0.40))
"""Chance that a turn is left out, with weights."""
ODD = ((0.03, 0.60), (0.15, 0.40))
"""Share of gaps that have nothing to do with the period, with weights: a stray makes two."""

_TABLES: dict[tuple[str, int], list[tuple[list[float], list[float], float]]] = {}


def renewal(cadence: str, history: History) -> float:
    """Log evidence that the gaps are about one period of the cadence, or a multiple of it."""
    gaps = history.gaps
    tail = min(history.end - history.events[-1], FURTHEST)
    return total(
        [
            weight + later[tail] + sum(map(chances.__getitem__, gaps))
            for chances, later, weight in _tables(cadence, history.axis.week)
        ]
    )


def _tables(cadence: str, week: int) -> list[tuple[list[float], list[float], float]]:
    """For each spread and miss rate: log chance of a gap, of none until then, and the weight."""
    made = _TABLES.get((cadence, week))
    if made is None:
        period = PERIODS[cadence] * week / 7
        made = [
            (*_gaps(period, spread, miss, odd), log(a * b * c))
            for spread, a in SPREADS
            for miss, b in SKIPS
            for odd, c in ODD
        ]
        _TABLES[cadence, week] = made
    return made


def _gaps(period: float, spread: float, miss: float, odd: float) -> tuple[list[float], list[float]]:
    """Log chance of a gap of each length, and log chance that a gap is longer."""
    size = FURTHEST + 1
    raw = [0.0] * size
    for times in range(1, LONGEST + 1):
        share = (1 - miss) * miss ** (times - 1)
        middle = log(times * period)
        for gap in range(1, size):
            away = (log(gap) - middle) / spread
            raw[gap] += share * exp(-away * away / 2) / (gap * spread * sqrt(2 * pi))
    whole = sum(raw)
    rate = 1 / period
    chances = [(1 - odd) * value / whole for value in raw]
    for gap in range(1, size):
        chances[gap] += odd * rate * (1 - rate) ** (gap - 1)
    left, later = 1.0, []
    for value in chances:
        left -= value
        later.append(log(max(left, 1e-12)))
    return [log(value) if value > 0 else NEVER for value in chances], later
