"""What is reckoned with when a trial begins, kept to be compared with what comes."""

from __future__ import annotations

from tracker.domain.papers import Promise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.model import Numbers


def promise_of(numbers: Numbers) -> Promise:
    """The promise in the numbers of a verdict: the price and the limit of the first year."""
    return Promise(
        freed_hours=numbers.freed_hours,
        cash=numbers.cash,
        price_per_hour=numbers.price_per_hour_first_year,
        break_even_rate=numbers.break_even_rate_first_year,
        upfront=numbers.upfront,
        own_hours=numbers.own_hours,
        hour_value=numbers.hour_value,
        rate=numbers.rate,
    )
