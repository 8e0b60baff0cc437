"""Every model weighed against every other: the odds of each cadence for one history."""

from __future__ import annotations

from math import exp, log

from tracker.audit.recurrence.daily import daily
from tracker.audit.recurrence.floating import floating
from tracker.audit.recurrence.irregular import irregular
from tracker.audit.recurrence.mixtures import NEVER, total
from tracker.audit.recurrence.renewal import PERIODS, renewal
from tracker.audit.recurrence.slotted import slotted
from tracker.audit.recurrence.subset import subset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.history import History

PRIOR = {
    "none": 0.40,
    "weekly": 0.18,
    "monthly": 0.18,
    "daily": 0.10,
    "biweekly": 0.07,
    "quarterly": 0.07,
}
"""How common each is among the tasks of a log, before looking; own estimate."""
SLOTS, FLOATING, AFTER = 0.55, 0.20, 0.25
"""How people keep a rhythm: on a fixed day, some time in the period, so long after the last."""
SUBSET = 0.25
"""Share of weekly rhythms that have several days."""


class Shape:
    """The best explanation of one cadence.

    Attributes:
        kind: ``slots``, ``floating``, ``after``, ``subset`` or ``daily``.
        detail: The phase of the slots, or the weekdays of a subset.
        sure: Share of the cadence's evidence that this explanation carries, 0-1.
    """

    __slots__ = ("detail", "kind", "sure")

    def __init__(self, kind: str, detail: tuple[str | int, ...] = (), sure: float = 1.0) -> None:
        """Take the fields."""
        self.kind = kind
        self.detail = detail
        self.sure = sure


class Evidence:
    """What speaks for each cadence.

    Attributes:
        logs: Log of prior times likelihood by cadence; ``none`` is the irregular model.
        shapes: The best explanation by cadence.
        whole: The log of the sum of all.
    """

    __slots__ = ("logs", "shapes", "whole")

    def __init__(self, logs: dict[str, float], shapes: dict[str, Shape]) -> None:
        """Take what every model gave."""
        self.logs = logs
        self.shapes = shapes
        self.whole = total(list(logs.values()))

    def odds(self) -> dict[str, float]:
        """The posterior probability of each cadence."""
        return {name: exp(value - self.whole) for name, value in self.logs.items()}

    @property
    def best(self) -> str:
        """The likeliest."""
        return max(self.logs, key=self.logs.__getitem__)


STOPPED, ENDED = 0.03, 0.4
"""Chance that a rhythm was given up after its last occurrence, and that work without one was over:
projects end, routines seldom do."""
ROUTINE = 40
"""Fewest days of a daily routine that may have been given up: fewer are a project."""


def weigh(history: History, *, rough: bool = False) -> Evidence:
    """Ask every model that could explain a history of this density."""
    whole = _weigh(history, rough=rough)
    tail = history.end - history.events[-1]
    if tail <= 10:
        return whole
    ended = _weigh(history.upto_last(), rough=rough)
    logs, shapes = dict(whole.logs), dict(whole.shapes)
    for name, value in ended.logs.items():
        if name == "daily" and len(history.events) < ROUTINE:
            continue
        gone = ENDED if name == "none" else STOPPED
        over, going = value + log(gone), logs.get(name, NEVER) + log(1 - gone)
        if name in ended.shapes and over > going:
            shapes[name] = ended.shapes[name]
        logs[name] = total([over, going])
    return Evidence(logs, shapes)


def _weigh(history: History, *, rough: bool) -> Evidence:
    logs = {"none": log(PRIOR["none"]) + irregular(history)}
    shapes = {}
    seen = len(history.events)
    if seen >= LEAST * (history.span + 1) or history.span < 12:
        logs["daily"] = log(PRIOR["daily"]) + daily(history)
        shapes["daily"] = Shape("daily")
    for cadence, days in PERIODS.items():
        expected = (history.span + 1) / (days * history.axis.week / 7)
        if expected < SPANS:
            continue
        if seen <= MOST * expected + 6 and not (expected >= 8 and seen < LEAST * expected):
            prior = log(PRIOR[cadence])
            least = max(logs.values()) - prior
            value, shapes[cadence] = _periodic(cadence, history, rough=rough, least=least)
            logs[cadence] = prior + value
        elif cadence == "weekly" and 2 * expected < seen <= 4.3 * expected + 6:
            value, several = subset(history)
            if several:
                shapes[cadence] = Shape("subset", several)
                logs[cadence] = log(PRIOR[cadence] * SUBSET) + value
    return Evidence(logs, shapes)


MOST, LEAST = 2.0, 0.4
"""A rhythm is not asked about where there are so many more or fewer days than it expects."""
SPANS = 0.8
"""Nor in a stretch that is shorter than this part of its period."""


def _periodic(cadence: str, history: History, *, rough: bool, least: float) -> tuple[float, Shape]:
    """Log evidence of a cadence over its three ways of being kept, and the best of them.

    What stays far below ``least`` is not worked out to the end.
    """
    found = {
        "floating": log(FLOATING) + floating(cadence, history),
        "after": log(AFTER) + renewal(cadence, history),
    }
    days: tuple[int, ...] = ()
    single = 1.0
    if cadence == "weekly":
        several, days = subset(history)
        single = 1 - SUBSET
        found = {kind: value + log(single) for kind, value in found.items()}
        found["subset"] = log(SUBSET) + several if days else NEVER
    own = log(SLOTS * single)
    least = max(least, *found.values()) - own
    fixed, fits = slotted(cadence, history, rough=rough, least=least)
    found["slots"] = own + fixed
    whole = total(list(found.values()))
    kind = max(found, key=found.__getitem__)
    detail = fits[0].phase if kind == "slots" else days if kind == "subset" else ()
    return whole, Shape(kind, detail, exp(found[kind] - whole))
