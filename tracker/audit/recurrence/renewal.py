"""The evidence for "30 days after the last time": gaps of about a period, whatever the calendar."""

from __future__ import annotations

from array import array
from collections import Counter
from math import exp, log, pi, sqrt
from operator import mul

from tracker.audit.recurrence.history import FURTHEST, picker
from tracker.audit.recurrence.mixtures import NEVER, total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History

    Table = tuple[array[float], array[float], float]
    """Log chance of a gap of each length, of none until then, and the log weight."""

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

WHOLE = sqrt(2 * pi)

_TABLES: dict[tuple[str, int], list[Table]] = {}


def renewal(cadence: str, history: History) -> float:
    """Log evidence that the gaps are about one period of the cadence, or a multiple of it."""
    gaps = Counter(history.gaps)
    pick, counts = picker(list(gaps)), list(gaps.values())
    tail = min(history.end - history.events[-1], FURTHEST)
    return total(
        [
            weight + later[tail] + sum(map(mul, pick(chances), counts))
            for chances, later, weight in _tables(cadence, history.axis.week)
        ]
    )


def _tables(cadence: str, week: int) -> list[Table]:
    """For each spread, miss rate and share of odd gaps: the table."""
    made = _TABLES.get((cadence, week))
    if made is None:
        period = PERIODS[cadence] * week / 7
        made = []
        for spread, a in SPREADS:
            bumps = _bumps(period, spread)
            for miss, b in SKIPS:
                turns = _turns(bumps, miss)
                made += [(*_gaps(turns, period, odd), log(a * b * c)) for odd, c in ODD]
        _TABLES[cadence, week] = made
    return made


def _bumps(period: float, spread: float) -> list[list[float]]:
    """Log-normal chance of gaps about one period, two, three ..., from 0 on.

    Three spreads beyond the longest one they have no weight, so the lists end there.
    """
    size = min(FURTHEST, int(LONGEST * period * exp(3 * spread))) + 1
    logs = [log(gap) for gap in range(1, size)]
    found = []
    for times in range(1, LONGEST + 1):
        middle = log(times * period)
        found.append(
            [0.0, *[exp(-(((x - middle) / spread) ** 2) / 2 - x) / spread / WHOLE for x in logs]]
        )
    return found


def _turns(bumps: list[list[float]], miss: float) -> list[float]:
    """Chance of a gap of each length if turns are left out this often; it sums to one."""
    shares = [(1 - miss) * miss**skipped for skipped in range(LONGEST)]
    raw = [
        sum([share * value for share, value in zip(shares, column, strict=True)])
        for column in zip(*bumps, strict=True)
    ]
    whole = sum(raw)
    return [value / whole for value in raw]


def _gaps(turns: list[float], period: float, odd: float) -> tuple[array[float], array[float]]:
    """Log chance of a gap of each length, and log chance that a gap is longer.

    Odd gaps are geometric, one in a period on average.
    """
    rate = 1 / period
    chances, later, left = [NEVER], [0.0], 1 - odd
    for gap in range(1, len(turns)):
        left -= (1 - odd) * turns[gap]
        beyond = odd * (1 - rate) ** gap
        chances.append(log((1 - odd) * turns[gap] + beyond * rate / (1 - rate)))
        later.append(log(max(left, 0.0) + beyond))
    start, step = log(odd), log(1 - rate)
    ahead = range(len(turns), FURTHEST + 1)
    chances += [start + log(rate) + (gap - 1) * step for gap in ahead]
    later += [start + gap * step for gap in ahead]
    return array("d", chances), array("d", later)
