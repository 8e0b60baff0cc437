"""What is found out about one task: its rhythm, how sure that is, and why."""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

EDITION = 7
"""Raised when the same days may give another finding: what was kept of them is then thrown away."""


class Finding(Value):
    """The rhythm of one task, inferred from the local days on which it was logged.

    Attributes:
        cadence: One of ``domain.cadence.CADENCES``; ``none`` also while undecided.
        pattern: In words: ``Fridays``, ``last business day``,
            ``about every 30 days``; may be empty.
        confidence: Posterior probability of ``cadence``, 0-1.
        status: ``established likely tentative lapsed none``; ``declared`` is not found but said.
        occurrences: Distinct days in the regime that counts (from ``since`` on).
        since: First day of that regime.
        last: Last day it was logged.
        next_due: The next day it is expected; ``None`` for as-needed, none and lapsed.
        loose: Whether that is a guess: say "around".
        tentative: Where undecided, the cadence it tends to; else empty.
        decide_after: Where undecided, the day on which the evidence could suffice.
        per_month: Occurrences a month; as-needed ones counted over the last 12 worked weeks.
        reasons: The evidence in plain sentences, the most telling first.
        slots: Days on which it was or is expected, ascending, ``next_due`` last; the newest 60
            at most. Empty where nothing is expected.
        odds: Posterior by cadence, most likely first.
    """

    cadence: str
    pattern: str
    confidence: float
    status: str
    occurrences: int
    since: date | None
    last: date | None
    next_due: date | None
    loose: bool = False
    tentative: str = ""
    decide_after: date | None = None
    per_month: float = 0.0
    reasons: tuple[str, ...] = ()
    slots: tuple[date, ...] = ()
    odds: tuple[tuple[str, float], ...] = ()
