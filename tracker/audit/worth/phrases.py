"""Days, hours and prices as they stand in a sentence."""

from __future__ import annotations

from tracker.domain.format import money

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracker.audit.worth.verdict import Price

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_text(day: date, as_of: date | None) -> str:
    """``5 Dec``, with its year where that is another than that of ``as_of``."""
    text = f"{day.day} {_MONTHS[day.month - 1][:3]}"
    return text if as_of is not None and day.year == as_of.year else f"{text} {day.year}"


def month_text(day: date, as_of: date | None) -> str:
    """``May``, with its year where that is another than that of ``as_of``."""
    text = _MONTHS[day.month - 1]
    return text if as_of is not None and day.year == as_of.year else f"{text} {day.year}"


def percent(share: float) -> str:
    """``99 %``; never a whole 100 % of what is not certain."""
    shown = round(share * 100)
    return f"{99 if shown == 100 and share < 1 else shown} %"


def hours_text(hours: float) -> str:
    """``9.8 h``; under an hour ``0.25 h``, under six minutes ``2.4 min``; halves go up."""
    exact = hours + 1e-9  # 10.8333 - 1.0833 is 9.75 but for the last bit
    if 0 < hours < 0.095:
        return f"{exact * 60:.1f} min"
    return f"{exact:.2f} h" if 0 < hours < 0.95 else f"{exact:.1f} h"


def asked(price: Price, currency: str) -> str:
    """``$40.00 an hour``, ``about $45.00 an hour``, ``$49.00 a month``, or both."""
    parts = []
    if price.rate:
        parts.append(f"{money(price.rate, currency)} an hour")
    if price.fixed_fee:
        parts.append(f"{money(price.fixed_fee, currency)} a month")
    about = "about " if parts and price.kind in ("estimate", "software") else ""
    return about + (" and ".join(parts) or "nothing")


def times(count: int) -> str:
    """``Seen 12 times``."""
    return {0: "Not seen yet", 1: "Seen once", 2: "Seen twice"}.get(count, f"Seen {count} times")
