"""What if: rate, own hour, hours and oversight turned with keys, everything reckoned anew."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING, Literal

from tracker.audit.worth.defaults import onboarding, oversight
from tracker.audit.worth.judge import judge
from tracker.audit.worth.model import Inputs
from tracker.domain.limits import MOST_HOURS
from tracker.domain.value import Value

if TYPE_CHECKING:
    from tracker.audit.worth.case import Case
    from tracker.audit.worth.model import Numbers
    from tracker.audit.worth.verdict import Price, Verdict

Knob = Literal["rate", "hour", "hours", "oversight"]
KNOBS: tuple[Knob, ...] = ("rate", "hour", "hours", "oversight")

LEAST_OVERSIGHT = 0.05
"""Hours a month: you answer for the work, so looking at it never takes nothing."""
MOST = 1e7
"""Beyond this no rate and no hour is worth thinking about."""


class WhatIf(Value):
    """The inputs as they are and as they are imagined.

    Attributes:
        watched: Whether oversight was turned by hand; till then it goes with the hours, unless
            somebody said what it is.
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
        """Whether the price is."""
        return (self.start.rate, self.start.fixed_fee) != (self.now.rate, self.now.fixed_fee)

    @property
    def watching_changed(self) -> bool:
        """Whether oversight was turned by hand to something else."""
        return self.watched and self.start.oversight_hours != self.now.oversight_hours

    @property
    def keepable(self) -> bool:
        """Whether something is different that a quote can hold: the price or oversight."""
        return self.price_changed or self.watching_changed

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
    if not what.watched and start.oversight_hours == oversight(start.own_hours):
        watching = max(min(LEAST_OVERSIGHT, start.oversight_hours), start.oversight_hours * share)
    learning = start.onboarding_hours
    if learning == onboarding(start.own_hours):
        learning = onboarding(hours)
    return what.now.replace(own_hours=hours, oversight_hours=watching, onboarding_hours=learning)


def imagined(base: Verdict, inputs: Inputs) -> Verdict:
    """``base`` as it would be with ``inputs``: judged by what judges every task.

    The price that was reckoned with is the one that is turned; where a person and a service
    could both do it, they are compared again. What was assumed and the order among the others
    stay as they are.
    """
    case, numbers = base.case, base.numbers
    if case is None or numbers is None or base.price is None:
        return base
    start = inputs_of(numbers)
    changed = {
        name: getattr(inputs, name)
        for name in ("oversight_hours", "onboarding_hours")
        if getattr(inputs, name) != getattr(start, name)
    }
    case = _priced(case, base.price, inputs).replace(
        hour_value=inputs.hour_value,
        hour_value_floor=inputs.hour_value_floor,
        known=case.known.replace(**changed),
    )
    if inputs.own_hours != start.own_hours:
        case = case.replace(own_hours=inputs.own_hours / case.share, durations=())
    found = judge(case)
    return found.replace(
        assumed=base.assumed,
        within_budget=base.within_budget,
        good_first=base.good_first and found.is_candidate,
    )


def _priced(case: Case, price: Price, inputs: Inputs) -> Case:
    """``case`` with the price of ``inputs`` wherever ``price`` stands."""
    now = price.replace(rate=inputs.rate, fixed_fee=inputs.fixed_fee)
    held = {name: getattr(case, name) for name in ("price", "person", "automation")}
    return case.replace(**{name: now for name, found in held.items() if found == price})
