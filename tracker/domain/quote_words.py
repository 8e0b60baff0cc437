"""A quote in words: one order and one rule of what is worth saying, for commands and screens."""

from __future__ import annotations

from tracker.domain.format import money
from tracker.domain.papers import Quote

_UNITS = {"hourly": "an hour", "fixed": "each time", "per-item": "an item", "monthly": "a month"}
_BESIDES = (
    ("minimum_hours", "{} h a month at least", "{} h at least"),
    ("setup_fee", "{} once", "{} set-up"),
    ("bonus", "{} a month on top", "{} bonus"),
    ("effort_factor", "{} of their hours for one of yours", "speed {}"),
    ("redo_share", "{} % done again", "redo {} %"),
    ("oversight_hours", "{} h a month to check it", "oversight {} h"),
    ("onboarding_hours", "{} h of training", "training {} h"),
    ("saved_cash", "{} a month no longer paid", "saves {}"),
)
"""Field of a quote, how it is said, and how where there is little room."""
_MONEY = frozenset({"setup_fee", "bonus", "saved_cash"})


def charge_words(quote: Quote) -> str:
    """``$45.00 an hour``."""
    return f"{money(quote.amount, quote.currency)} {_UNITS[quote.terms]}"


def besides(quote: Quote, *, short: bool = False) -> list[str]:
    """What comes on top, and what its owner said in place of what is assumed.

    What is as usual, or was not said, is left out. ``short`` is for where there is little room:
    ``3 h at least`` in place of ``3 h a month at least``.
    """
    usual = Quote.__defaults__
    return [
        (brief if short else full).format(_shown(quote, field))
        for field, full, brief in _BESIDES
        if getattr(quote, field) != usual[field]
    ]


def _shown(quote: Quote, field: str) -> str:
    given: float = getattr(quote, field)
    if field in _MONEY:
        return money(given, quote.currency)
    return f"{given * 100:g}" if field == "redo_share" else f"{given:g}"
