"""What the dates of a task say about its rhythm."""

from __future__ import annotations

from datetime import date

from tracker.audit.recurrence.change import Regime, regime
from tracker.audit.recurrence.finding import Finding
from tracker.audit.recurrence.history import History
from tracker.audit.recurrence.needed import steady

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.audit.recurrence.working import WorkingTime

FEWEST = {"daily": 5, "weekly": 4, "biweekly": 4, "monthly": 3, "quarterly": 3}


def recognise(days: Sequence[date], working: WorkingTime, as_of: date) -> Finding:
    """Find the rhythm."""
    seen = sorted({day.toordinal() for day in days if day <= as_of})
    if not seen:
        return Finding("none", "", 1.0, "none", 0, None, None, None)
    first, last = date.fromordinal(seen[0]), date.fromordinal(seen[-1])
    if len(seen) < 3:
        return Finding("none", "", 1.0, "none", len(seen), first, last, None)
    axis = working.axis_for(seen)
    found = regime(History(axis, axis.indices(seen), axis.end))
    odds = found.evidence.odds()
    best = found.evidence.best
    sure = odds[best]
    ranked = tuple(sorted(odds.items(), key=lambda item: -item[1]))
    n = len(found.history.events)
    if best == "none" or odds["none"] > 0.3 or sure < 0.4 or n < FEWEST[best]:
        kind = steady(seen, working)
        return Finding("as-needed" if kind else "none", "", 1.0, "none", n, first, last, None,
            tentative=best if best != "none" else "", odds=ranked)
    return Finding(best, "", sure, "established", n, first, last, None, odds=ranked)
