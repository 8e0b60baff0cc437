"""A quote as fields to type in, and as a line to read; pure text both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import InvalidValue
from tracker.domain.papers import Quote
from tracker.domain.quote_words import besides, charge_words
from widgets.words import day_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from widgets.handoff.whatif import WhatIf

VENDORS = (
    ("freelancer", "Freelancer"),
    ("assistant", "Assistant"),
    ("firm", "Firm"),
    ("service", "Service or software"),
)
TERMS = (
    ("hourly", "An hour"),
    ("fixed", "Each time it is done"),
    ("per-item", "For each item"),
    ("monthly", "A month"),
)
"""Name and title of what can be chosen."""

NUMBERS = (
    ("amount", "Price", "45"),
    ("minimum_hours", "Minimum", "hours billed a month at least"),
    ("setup_fee", "Set-up", "once"),
    ("bonus", "Bonus", "on top, a month"),
    ("effort_factor", "Speed", "their hours for one of yours"),
    ("items", "Items", "how many each time"),
    ("redo_share", "Redo", "done again, such as 10%"),
    ("oversight_hours", "Oversight", "your hours a month"),
    ("onboarding_hours", "Training", "your hours, once"),
    ("saved_cash", "Saves", "no longer paid, a month"),
)
"""Field, title and hint of what is a number; empty is what it usually is, or is assumed."""
STAYS = (
    "minimum_hours",
    "setup_fee",
    "bonus",
    "effort_factor",
    *(name for name, *_ in NUMBERS[6:]),
)
"""What another price leaves as it was said."""


def number(text: str, name: str) -> float:
    """A number as typed: ``45``, ``45,50``, ``$1,200``, ``1 200.50``.

    Raises:
        InvalidValue: It is none, or below 0.
    """
    plain = "".join(one for one in text if one.isdigit() or one in ".,-")
    letters = any(one.isalpha() for one in text)
    if plain.count(",") == 1 and "." not in plain and len(plain.rsplit(",", 1)[1]) != 3:
        plain = plain.replace(",", ".")
    try:
        found = float(plain.replace(",", ""))
    except ValueError:
        found = -1.0
    if letters or not 0 <= found < 1e9:
        raise InvalidValue(f"{name} is a number such as 45 or 12.50.")
    return found


def share(text: str, name: str) -> float:
    """``10%`` and ``0.1`` are the same; raises InvalidValue as :func:`number` does."""
    plain = text.strip()
    found = number(plain.removesuffix("%"), name)
    return found / 100 if plain.endswith("%") else found


def filled_in(quote: Quote | None, what: WhatIf) -> dict[str, str]:
    """The fields of a quote at the price that was imagined.

    Args:
        quote: The one that is reckoned with; what else it says stays.
        what: Its price, and the time to check it where that was turned by hand.
    """
    given: dict[str, str] = {}
    if quote is not None:
        usual = type(quote).__defaults__
        said = {name: getattr(quote, name) for name in STAYS}
        given = {name: f"{one:g}" for name, one in said.items() if one != usual[name]}
        given["vendor"] = quote.vendor
    if what.by_fee:
        given.pop("bonus", None)
        given |= {"amount": f"{what.now.fixed_fee:g}", "terms": "monthly"}
    else:
        given |= {"amount": f"{what.now.rate:g}", "terms": "hourly"}
    if what.watching_changed:
        given["oversight_hours"] = f"{what.now.oversight_hours:g}"
    return given


def quote_of(
    typed: Mapping[str, str], *, quote_id: str, task: str, currency: str, today: date
) -> Quote:
    """The quote that the fields ask for, the one to reckon with from now on.

    Raises:
        InvalidValue: The price is missing, or a field is no number.
    """
    if not typed.get("amount", "").strip():
        raise InvalidValue("Type the price as a number, such as 45; 0 is free.")
    numbers = {
        name: (share if name == "redo_share" else number)(typed[name], title)
        for name, title, _ in NUMBERS
        if typed.get(name, "").strip()
    }
    if numbers.get("effort_factor") == 0:
        raise InvalidValue("Speed is more than 0: 1 is as fast as you, 0.5 twice as fast.")
    return Quote(
        id=quote_id,
        task=task,
        vendor=typed["vendor"],
        terms=typed["terms"],
        currency=currency,
        day=today,
        source=typed.get("source", "").strip(),
        chosen=True,
        **numbers,  # type: ignore[arg-type]
    )


def price_of(quote: Quote) -> str:
    """``$45.00 an hour``; ``$2.00 an item, 40 each time``."""
    words = charge_words(quote)
    return f"{words}, {quote.items:g} each time" if quote.terms == "per-item" else words


def extras_of(quote: Quote) -> str:
    """What comes on top: ``3 h at least, $150.00 set-up``."""
    return ", ".join(besides(quote, short=True))


def source_of(quote: Quote) -> str:
    """``Kim, freelancer, 19 Nov``."""
    day = f"{day_name(quote.day).split(' ', 1)[1]} {quote.day.year}"
    return ", ".join(part for part in (quote.source, quote.vendor, day) if part)
