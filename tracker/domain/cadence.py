"""How often a task is said to come back: the owner's word, which wins over what is inferred."""

from __future__ import annotations

from tracker.domain.errors import InvalidValue
from tracker.domain.value import Value

CADENCES = ("daily", "weekly", "biweekly", "monthly", "quarterly", "as-needed", "none")
"""The names a person and every ``--json`` sees; ``none`` does not come back."""
STATUSES = ("declared", "established", "likely", "tentative", "lapsed", "none")
"""How sure a cadence is; see ``audit.recurrence``."""

UNITS = ("day", "weekday", "week", "month", "quarter", "as-needed", "none")
LONGEST_GRACE = 60


class Cadence(Value):
    """A declared rhythm: every ``every`` units, on an anchor within the unit or anywhere in it.

    At most one anchor is set: ``weekdays`` (weeks), ``day`` (of the month), ``nth`` with one of
    ``weekdays`` (of the month), or ``business`` (business day of the month). In a quarter the
    anchor lies in its ``month``.

    Attributes:
        unit: One of :data:`UNITS`; ``weekday`` is Monday to Friday.
        every: Units from one time to the next, 1-99.
        weekdays: 0 Monday .. 6 Sunday, ascending.
        day: 1-31, clamped to the month's end; -1 the last; 0 none.
        nth: 1-4, or -1 for the last, of the one weekday; 0 none.
        business: 1-10, or -1 to -10 from the end; 0 none.
        month: Month of the quarter, 1-3; 0 for the last one.
        after: Counted from the last time it was done, not from the calendar.
        grace: Days it may be late before it counts as missed, 0-60; ``None`` for the usual.
    """

    unit: str
    every: int = 1
    weekdays: tuple[int, ...] = ()
    day: int = 0
    nth: int = 0
    business: int = 0
    month: int = 0
    after: bool = False
    grace: int | None = None

    def __post_init__(self) -> None:
        """Check every field; raises InvalidValue."""
        if self.unit not in UNITS:
            raise InvalidValue(f"A cadence is by {', '.join(UNITS[:5])}, as-needed or none.")
        if not 1 <= self.every <= 99:
            raise InvalidValue("A cadence is every 1 to 99 days, weeks, months or quarters.")
        if self.grace is not None and not 0 <= self.grace <= LONGEST_GRACE:
            raise InvalidValue(f"A grace is 0 to {LONGEST_GRACE} days.")

    @property
    def name(self) -> str:
        """The lane it belongs to, one of :data:`CADENCES`: the nearest of them in length."""
        match self.unit:
            case "day" | "weekday":
                return _nearest(self.every)
            case "week":
                return _nearest(self.every * 7)
            case "month":
                return _nearest(self.every * 30)
            case "quarter":
                return "quarterly"
            case _:
                return self.unit


def _nearest(days: int) -> str:
    """The cadence whose period is nearest to ``days``, in proportion."""
    for most, name in ((3, "daily"), (10, "weekly"), (20, "biweekly"), (54, "monthly")):
        if days <= most:
            return name
    return "quarterly"
