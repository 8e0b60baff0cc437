"""From odds to an answer: named, undecided with what it tends to, or no rhythm."""

from __future__ import annotations

from datetime import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.change import Regime
    from tracker.audit.recurrence.needed import Steady

FEWEST = {"daily": 5, "weekly": 4, "biweekly": 4, "monthly": 3, "quarterly": 3}
"""Days it takes before a cadence can be named."""
DOUBT = 0.27
"""A rhythm is named only where the odds of none at all are below this ..."""
DOUBT_OF_WEEKLY = 0.50
"""... or below this, for a weekly one of what is done in most weeks: such work comes back anyhow,
and in between a worn rhythm is some five times as frequent as chance ..."""
LEAD = 0.40
"""... and its own are above this. Where two rhythms compete, that it comes back is sure and only
which of them is not. Both measured on made-up histories (``tests/bench/recurrence``): a higher
bar misses one rhythm in thirty, a lower one makes more out of chance."""
ESTABLISHED = 0.99
"""From this posterior on a cadence is established; a named one below it is likely."""
TENDING = 0.25
"""An undecided history tends to a cadence with at least these odds."""
_DAYS = {"daily": 1.4, "weekly": 7, "biweekly": 14, "monthly": 30.4, "quarterly": 91.3}
ACTIVE = {"daily": 10, "weekly": 3.5, "biweekly": 3.5, "monthly": 2.5, "quarterly": 1.6}
"""How long after the last time a task still counts as alive: working days for daily, else
periods. Someone skips three weekly turns before a quarterly one."""


def named(regime: Regime, kind: Steady | None) -> str:
    """The cadence that can be named, or empty; ``kind`` says how steadily the task is done."""
    odds, best = regime.evidence.odds(), regime.evidence.best
    in_most_weeks = kind is not None and kind.unit == "weeks"
    doubt = DOUBT_OF_WEEKLY if best == "weekly" and in_most_weeks else DOUBT
    if best == "none" or odds["none"] > doubt or odds[best] < LEAD:
        return ""
    return best if len(regime.history.events) >= FEWEST[best] else ""


def tending(regime: Regime) -> str:
    """The likeliest cadence of an undecided history, or empty where none is likely enough."""
    odds = {name: value for name, value in regime.evidence.odds().items() if name != "none"}
    best = max(odds, key=odds.__getitem__, default="")
    if not best or odds[best] < TENDING:
        return ""
    return best if alive(best, regime) else ""


def alive(cadence: str, regime: Regime) -> bool:
    """Whether a rhythm still goes on, in working time."""
    history = regime.history
    quiet = history.end - history.events[-1]
    if cadence == "daily":
        return quiet <= ACTIVE["daily"]
    return quiet <= ACTIVE[cadence] * _DAYS[cadence] * history.axis.week / 7


def decide_after(cadence: str, count: int, last: date, as_of: date) -> date:
    """The day after which the evidence could suffice, if the rhythm goes on.

    Of the turns that are lacking, the last; one more where only certainty lacks.
    """
    lacking = max(FEWEST[cadence] - count, 1)
    day = last + timedelta(days=round(lacking * _DAYS[cadence]))
    return max(day, as_of + timedelta(days=1))
