"""The money of one task a month, kept by its owner against handed off: names of the model.

Every quantity, formula and identity is that of the decision model in docs/model.md.
"""

from __future__ import annotations

from math import isfinite

from tracker.domain.errors import InvalidValue
from tracker.domain.limits import MOST
from tracker.domain.value import Value

MONTHS = 12
"""Of the first year, in which what is spent once must come back."""


class Given(Value):
    """What goes into the reckoning; hours, months of 52/12 weeks, the owner's currency.

    Attributes:
        hour_value: V, an hour.
        hour_value_floor: V0, an hour; V where logged hours are not known.
        own_hours: h a month, of the part that would be handed off.
        rate: v an hour; 0 where only a fee is paid.
        effort_factor: e, vendor hours for one of ours.
        redo_share: r of handed-off work is done again.
        minimum_hours: Billed a month at least.
        fixed_fee: F a month.
        oversight_hours: o a month, never 0.
        onboarding_hours: T once.
        setup_fee: S once.
        saved_cash: m a month that disappears.
    """

    hour_value: float
    hour_value_floor: float
    own_hours: float
    rate: float
    effort_factor: float
    redo_share: float
    minimum_hours: float
    fixed_fee: float
    oversight_hours: float
    onboarding_hours: float
    setup_fee: float
    saved_cash: float


class Inputs(Given):
    """What may go in."""

    def __post_init__(self) -> None:
        """Every input is a number from 0 to :data:`MOST`; raises InvalidValue."""
        for name in type(self).__fields__:
            given = getattr(self, name)
            if not 0 <= given <= MOST:
                words = name.replace("_", " ")
                raise InvalidValue(f"The {words} is a number from 0 to {MOST:,.0f}.")


class Numbers(Given):
    """What comes out, beside what went in. ``None`` is never, or not defined.

    ``band`` and ``band_floor`` are ``strong good marginal no``; see :func:`reckon`.
    """

    billable_hours: float
    cost_in_house: float
    cost_outsourced: float
    cash: float
    freed_hours: float
    net_saving: float
    upfront: float
    payback_months: float | None
    first_year_gain: float
    first_year_return: float | None
    price_per_hour_running: float | None
    break_even_rate: float | None
    price_per_hour_first_year: float | None
    break_even_rate_first_year: float | None
    break_even_fee: float | None
    break_even_fee_first_year: float | None
    band: str
    band_floor: str


def reckon(inputs: Inputs) -> Numbers:
    """Every quantity of the model; nothing is ever infinite or not a number.

    Over a year the hours bought back are those freed less the onboarding, so the price of one
    in the first year is ``P = (12 cash + S) / (12 freed - T)``. The bands compare it with the
    hour value: ``strong`` to a quarter of it, ``good`` to half, ``marginal`` to all of it.
    """
    value, own = inputs.hour_value, inputs.own_hours
    fee, saved, setup = inputs.fixed_fee, inputs.saved_cash, inputs.setup_fee
    billable = max(
        own * inputs.effort_factor * (1 + inputs.redo_share),
        inputs.minimum_hours,
    )
    billed = inputs.rate * billable
    cash = billed + fee - saved
    freed = own - inputs.oversight_hours
    outsourced = billed + fee + inputs.oversight_hours * value
    saving = freed * value - cash
    upfront = inputs.onboarding_hours * value + setup
    freed_year = MONTHS * freed - inputs.onboarding_hours
    gain = MONTHS * saving - upfront
    price = ratio(MONTHS * cash + setup, freed_year)
    return Numbers(
        **{name: getattr(inputs, name) for name in Inputs.__fields__},
        billable_hours=billable,
        cost_in_house=own * value + saved,
        cost_outsourced=outsourced,
        cash=cash,
        freed_hours=freed,
        net_saving=saving,
        upfront=upfront,
        payback_months=ratio(upfront, saving),
        first_year_gain=gain,
        first_year_return=ratio(gain, MONTHS * outsourced + upfront),
        price_per_hour_running=ratio(cash, freed),
        break_even_rate=ratio(freed * value - fee + saved, billable),
        price_per_hour_first_year=price,
        break_even_rate_first_year=ratio(
            freed_year * value - setup - MONTHS * fee + MONTHS * saved, MONTHS * billable
        ),
        break_even_fee=freed * value + saved - billed,
        break_even_fee_first_year=(freed_year * value - setup) / MONTHS + saved - billed,
        band=band(price, value),
        band_floor=band(price, inputs.hour_value_floor),
    )


def ratio(top: float, bottom: float) -> float | None:
    """``top / bottom``; ``None`` where that is never reached or not defined."""
    if bottom <= 0:
        return None
    found = top / bottom
    return found if isfinite(found) else None


def band(price: float | None, value: float) -> str:
    """How good a price of an hour bought back is against what an hour is worth."""
    if price is None or price > value:
        return "no"
    if price <= value / 4:
        return "strong"
    return "good" if price <= value / 2 else "marginal"
