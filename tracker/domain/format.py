"""Lengths of time and sums of money as text; nothing here is ever read back."""

from __future__ import annotations

_SIGNS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "CNY": "CN¥",
    "INR": "₹",
    "KRW": "₩",
    "ILS": "₪",
    "NGN": "₦",
    "PHP": "₱",
    "UAH": "₴",
    "VND": "₫",
    "CAD": "CA$",
    "AUD": "A$",
    "NZD": "NZ$",
    "HKD": "HK$",
    "SGD": "S$",
    "MXN": "MX$",
    "BRL": "R$",
}
"""What is written straight before the amount; any other code stands with a space."""

_WHOLE = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF"})
"""Currencies without a minor unit (ISO 4217)."""


def duration(seconds: int) -> str:
    """``1h05``, ``25m``, ``42s``: whole minutes that have passed; seconds only under a minute."""
    if seconds < 0:
        return "-" + duration(-seconds)
    if seconds < 60:
        return f"{seconds}s" if seconds else "0m"
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}h{minutes:02}" if hours else f"{minutes}m"


def timer(seconds: int) -> str:
    """``0:42:17``, as a stopwatch shows it."""
    if seconds < 0:
        return "-" + timer(-seconds)
    minutes, second = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{second:02}"


def hours_minutes(seconds: int) -> str:
    """``1:05``, ``0:42``: whole minutes that have passed."""
    if seconds < 0:
        return "-" + hours_minutes(-seconds)
    minutes = seconds // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def decimal_hours(seconds: int, decimals: int = 2) -> str:
    """``1.08`` hours; halves go to the even digit, so that many rows do not drift upwards."""
    scale = 10**decimals
    whole, rest = divmod(abs(seconds) * scale, 3600)
    if rest * 2 > 3600 or (rest * 2 == 3600 and whole % 2):
        whole += 1
    sign = "-" if seconds < 0 and whole else ""
    if not decimals:
        return f"{sign}{whole}"
    return f"{sign}{whole // scale}.{whole % scale:0{decimals}}"


def money(
    amount: float, currency: str, decimals: int | None = None, *, signed: bool = False
) -> str:
    """``$1,256.41``, ``-$12.00``, ``€12.00``, ``CHF 12.00``.

    Rounds half to even on the exact binary value, as Python's own formatting does; what rounds
    to nothing has no minus.

    Args:
        amount: In ``currency``.
        currency: ISO 4217 code.
        decimals: By default what the currency has: 2, or 0 where it has no minor unit.
        signed: Put a ``+`` before what is more than nothing.
    """
    if decimals is None:
        decimals = 0 if currency in _WHOLE else 2
    text = f"{abs(amount):,.{decimals}f}"
    sign = ""
    if text.strip("0.,"):
        sign = "-" if amount < 0 else "+" if signed else ""
    return f"{sign}{_SIGNS.get(currency) or currency + ' '}{text}"
