"""What if: rate, own hour, hours and oversight turned with keys, everything reckoned anew."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING, Literal

from tracker.audit.worth.case import Case
from tracker.audit.worth.defaults import Known, onboarding
from tracker.audit.worth.judge import judge
from tracker.audit.worth.model import Inputs
from tracker.domain.value import Value

if TYPE_CHECKING:
    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.worth.model import Numbers
    from tracker.audit.worth.verdict import Verdict

Knob = Literal["rate", "hour", "hours", "oversight"]
KNOBS: tuple[Knob, ...] = ("rate", "hour", "hours", "oversight")

LEAST_OVERSIGHT = 0.05
"""Hours a month: you answer for the work, so looking at it never takes nothing."""
MOST = 1e7
"""Beyond this no rate and no hour is worth thinking about."""
MOST_HOURS = 744.0
"""Hours in the longest month."""


class WhatIf(Value):
    """The inputs as they are and as they are imagined.

    Attributes:
        watched: Whether oversight was turned by hand; till then it goes with the hours.
    """

    start: Inputs
    now: Inputs
    watched: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything is different."""
        return self.start != self.now

    @property
    def price_changed(self) -> bool:
        """Whether the price is: only that can be kept as a quote."""
        return (self.start.rate, self.start.fixed_fee) != (self.now.rate, self.now.fixed_fee)

    @property
    def by_fee(self) -> bool:
        """Whether a fee a month is turned, for want of an hourly rate."""
        return not self.start.rate and self.start.fixed_fee > 0


def begin(numbers: Numbers) -> WhatIf:
    """Nothing is changed yet."""
    inputs = inputs_of(numbers)
    return WhatIf(inputs, inputs)


def inputs_of(numbers: Numbers) -> Inputs:
    """What ``numbers`` were reckoned from; they repeat it."""
    return Inputs(**{name: getattr(numbers, name) for name in Inputs.__fields__})


def turned(what: WhatIf, knob: Knob, by: int) -> WhatIf:
    """``what`` with one input ``by`` steps higher or lower; ten steps are a leap."""
    now = what.now
    match knob:
        case "rate":
            name = "fixed_fee" if what.by_fee else "rate"
            return what.replace(now=now.replace(**{name: stepped(getattr(now, name), by, 0.0)}))
        case "hour":
            return what.replace(now=_with_hour(what, stepped(now.hour_value, by, 1.0)))
        case "hours":
            return what.replace(now=_with_hours(what, stepped_hours(now.own_hours, by)))
        case "oversight":
            least = min(LEAST_OVERSIGHT, what.start.oversight_hours)
            most = max(what.now.own_hours * 2, 1.0)
            aimed = _on_grid(now.oversight_hours, by, 0.05 if now.oversight_hours < 1 else 0.25)
            return what.replace(
                now=now.replace(oversight_hours=max(least, min(aimed, most))), watched=True
            )


def stepped(amount: float, by: int, least: float) -> float:
    """``amount`` moved ``by`` steps of 2 to 5 % of it, on round numbers; back the same way."""
    for _ in range(abs(by)):
        if by > 0:
            amount = _on_grid(amount, 1, _step(amount))
        else:
            amount = _on_grid(amount, -1, _step(amount * (1 - 1e-9)))
    return max(least, min(amount, MOST))


def stepped_hours(hours: float, by: int) -> float:
    """``hours`` moved by quarters under 5, halves under 20, whole ones above."""
    for _ in range(abs(by)):
        step = 0.25 if hours < 5 else 0.5 if hours < 20 else 1.0
        hours = _on_grid(hours, 1 if by > 0 else -1, step)
    return max(0.25, min(hours, MOST_HOURS))


def _step(amount: float) -> float:
    """0.5 under 20, 1 under 50, 2 under 100, 5 under 200, and so on."""
    if amount < 10:
        return 0.5
    size = 10.0 ** floor(log10(amount))
    lead = amount / size
    return size * (0.05 if lead < 2 else 0.1 if lead < 5 else 0.2)


def _on_grid(amount: float, way: int, step: float) -> float:
    """The next multiple of ``step`` above or below ``amount``."""
    place = amount / step
    nearest = round(place)
    if abs(place - nearest) < 1e-6:
        return round((nearest + way) * step, 6)
    beyond = floor(place) + (1 if way > 0 else 0)
    return round((beyond + way - (1 if way > 0 else -1)) * step, 6)


def _with_hour(what: WhatIf, value: float) -> Inputs:
    """The own hour at ``value``; the floor stays, and is never above it."""
    start = what.start
    has_floor = start.hour_value_floor < start.hour_value
    least = min(start.hour_value_floor, value) if has_floor else value
    return what.now.replace(hour_value=value, hour_value_floor=least)


def _with_hours(what: WhatIf, hours: float) -> Inputs:
    """``hours`` a month; what was reckoned from the hours follows them."""
    start, share = what.start, hours / what.start.own_hours if what.start.own_hours else 1.0
    watching = what.now.oversight_hours
    if not what.watched:
        watching = max(min(LEAST_OVERSIGHT, start.oversight_hours), start.oversight_hours * share)
    learning = start.onboarding_hours
    if learning == onboarding(start.own_hours):
        learning = onboarding(hours)
    return what.now.replace(own_hours=hours, oversight_hours=watching, onboarding_hours=learning)


def imagined(base: Verdict, standing: Standing, inputs: Inputs, currency: str) -> Verdict:
    """``base`` as it would be with ``inputs``: judged by what judges every task.

    What was assumed, the papers and the order among the others stay as they are. An answer that
    is to automate stays one for as long as the fee is worth it.
    """
    price = base.price
    if price is None:
        return base
    case = Case(
        task=base.task,
        profile=base.profile,
        cadence=standing.cadence,
        status=standing.status,
        confidence=standing.confidence,
        own_hours=inputs.own_hours,
        hour_value=inputs.hour_value,
        hour_value_floor=inputs.hour_value_floor,
        currency=currency,
        price=price.replace(rate=inputs.rate, fixed_fee=inputs.fixed_fee),
        known=Known(
            effort_factor=inputs.effort_factor,
            redo_share=inputs.redo_share,
            oversight_hours=inputs.oversight_hours,
            onboarding_hours=inputs.onboarding_hours,
            saved_cash=inputs.saved_cash,
        ),
        per_month=standing.per_month,
        occurrences=standing.occurrences,
        since=standing.since,
        last=standing.last,
        pattern=standing.pattern,
        tentative=standing.found.tentative,
        decide_after=standing.found.decide_after,
    )
    found = judge(case).replace(
        assumed=base.assumed,
        needs_procedure=base.needs_procedure,
        stage=base.stage,
        later=base.later,
        evidence=base.evidence,
    )
    if base.verdict == "too-little-data":
        return found.replace(verdict=base.verdict, headline=base.headline)
    if base.verdict == "automate" and found.is_candidate:
        return found.replace(verdict=base.verdict, headline=base.headline)
    return found.replace(good_first=base.good_first and found.is_candidate)
