"""Everything the audit says of one log as of one day: what screens and commands draw from."""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.worth.profile import HourValue, Profile
    from tracker.audit.worth.realised import Realised
    from tracker.audit.worth.verdict import Verdict
    from tracker.domain.papers import Paper
    from tracker.domain.task import Task


class Survey(Value):
    """One look at the whole log; immutable, so it can be shown while the next one is made.

    Attributes:
        as_of: The local day it speaks of; what came later is left out.
        standings: One for every logged task, in no order that means anything.
        verdicts: By score, the highest first; empty where nobody asked for them.
        profiles: Task name to its ratings, marks and price.
        tasks: Task name to its record, where it has one.
        papers: Every paper up to ``as_of``.
        hour: V, with its floor where a year's logged hours are known.
        logged_hours: A year's; 0 where the log is too short to say.
        currency: Of all money in it.
        came: What came of each task in other hands, by its name in lower case.
    """

    as_of: date
    standings: tuple[Standing, ...]
    verdicts: tuple[Verdict, ...]
    profiles: Mapping[str, Profile]
    tasks: Mapping[str, Task]
    papers: tuple[Paper, ...]
    hour: HourValue
    logged_hours: float
    currency: str
    came: Mapping[str, Realised] = {}
