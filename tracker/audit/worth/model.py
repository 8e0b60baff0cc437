"""The money of one task a month, kept by its owner against handed off: names of the model.

Every quantity, formula and identity is that of the decision model in docs/model.md.
"""

from __future__ import annotations

from tracker.domain.value import Value


class Inputs(Value):
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


class Numbers(Value):
    """What comes out; the first fields repeat the inputs. ``None`` is never, or not defined.

    ``band`` and ``band_floor`` are ``strong good marginal no``; see :func:`reckon`.
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
