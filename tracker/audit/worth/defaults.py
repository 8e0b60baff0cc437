"""What is assumed where nobody has said it, so that every task can be reckoned with.

Sources: the "30 x a daily task" rule of thumb for training (12 % of a year's hours), freelance
practice for redo and oversight; docs/model.md says more.
"""

from __future__ import annotations

from tracker.audit.worth.model import Inputs
from tracker.audit.worth.profile import OVERSIGHT_SHARE, REDO_SHARE, effort_factor
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.verdict import Price

ONBOARDING_SHARE = 1.44
"""Months' own hours that are spent once on training: 12 % of the twelve of a year."""
LEAST_ONBOARDING = 2.0
"""Hours: explaining even a small task takes a morning of two people's attention."""

TIMES_A_MONTH = {
    "daily": 260 / 12,
    "weekly": 52 / 12,
    "biweekly": 26 / 12,
    "monthly": 1.0,
    "quarterly": 1 / 3,
}
"""Occurrences in a month of 52/12 weeks; daily is Monday to Friday."""


class Known(Value):
    """What is known in place of an assumption; ``None`` is assumed.

    Attributes:
        effort_factor: e, vendor hours for one of ours.
        redo_share: r.
        oversight_hours: o a month.
        onboarding_hours: T once.
        saved_cash: m a month; nothing unless said.
    """

    effort_factor: float | None = None
    redo_share: float | None = None
    oversight_hours: float | None = None
    onboarding_hours: float | None = None
    saved_cash: float | None = None


NOTHING = Known()
_TOLD = Known.__fields__


def inputs_for(
    own_hours: float,
    price: Price,
    *,
    hour_value: float,
    floor: float | None,
    skill: int,
    known: Known = NOTHING,
) -> Inputs:
    """The inputs of ``own_hours`` a month at ``price``, with defaults for what is not known.

    Args:
        own_hours: h a month of the part that is handed off.
        price: What someone else charges, with what the owner said of speed, redo, oversight,
            training and saved cash; that beats what is assumed.
        hour_value: V.
        floor: V0; ``None`` where it is not known: then it is V.
        skill: The owner's, 1-5: one who is good at it is quicker than whoever takes it over.
        known: What is known already, such as the actual hours of a trial.
    """
    told = known_with(known, price)
    effort = told.effort_factor
    if effort is None:
        effort = effort_factor(skill)
    return Inputs(
        hour_value=hour_value,
        hour_value_floor=hour_value if floor is None else floor,
        own_hours=own_hours,
        rate=price.rate,
        effort_factor=effort,
        redo_share=REDO_SHARE if told.redo_share is None else told.redo_share,
        minimum_hours=price.minimum_hours,
        fixed_fee=price.fixed_fee,
        oversight_hours=oversight(own_hours, told),
        onboarding_hours=onboarding(own_hours, told),
        setup_fee=price.setup_fee,
        saved_cash=told.saved_cash or 0.0,
    )


def known_with(known: Known, price: Price | None) -> Known:
    """``known``, and what the owner said with the price where nothing better is known."""
    if price is None:
        return known
    return Known(*[_first(getattr(known, name), getattr(price, name)) for name in _TOLD])


def _first(found: float | None, told: float | None) -> float | None:
    return told if found is None else found


def oversight(own_hours: float, known: Known = NOTHING) -> float:
    """A tenth of the time a month stays with the owner, who answers for the work."""
    if known.oversight_hours is not None:
        return known.oversight_hours
    return OVERSIGHT_SHARE * own_hours


def onboarding(own_hours: float, known: Known = NOTHING) -> float:
    """T once: ``max(2, 1.44 h)``."""
    if known.onboarding_hours is not None:
        return known.onboarding_hours
    return max(LEAST_ONBOARDING, ONBOARDING_SHARE * own_hours)
