"""A verdict as plain JSON: the names of the model, four decimals."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.model import Numbers
    from tracker.audit.worth.verdict import Price, Verdict

PLACES = 4
NEED_A_PRICE = (
    "rate",
    "fixed_fee",
    "cost_outsourced",
    "cash",
    "net_saving",
    "payback_months",
    "first_year_gain",
    "first_year_return",
    "price_per_hour_running",
    "price_per_hour_first_year",
    "band",
    "band_floor",
)
"""What cannot be said while nobody knows the price."""


def verdict_record(verdict: Verdict) -> dict[str, object]:
    """The stable shape of one row of ``audit --json``, and of ``whatif --json``."""
    return {
        "task": verdict.task,
        "verdict": verdict.verdict,
        "score": plain(verdict.score),
        "headline": verdict.headline,
        "explanation": verdict.explanation,
        "parts": [
            {"name": part.name, "met": part.met, "words": part.words} for part in verdict.parts
        ],
        "evidence": verdict.evidence,
        "assumed": list(verdict.assumed),
        "flips": verdict.flips,
        "depends": verdict.depends,
        "good_first": verdict.good_first,
        "needs_procedure": verdict.needs_procedure,
        "within_budget": verdict.within_budget,
        "cadence": verdict.cadence,
        "stage": verdict.stage,
        "own_hours": plain(verdict.own_hours),
        "own_value": plain(verdict.own_value),
        "price": None if verdict.price is None else price_record(verdict.price),
        "numbers": _numbers(verdict),
    }


def _numbers(verdict: Verdict) -> dict[str, object]:
    """Its numbers with the score; ``null`` for what needs a price where there is none."""
    score = plain(verdict.score)
    if verdict.numbers is not None:
        return {**numbers_record(verdict.numbers), "score": score}
    known = {} if verdict.unpriced is None else numbers_record(verdict.unpriced)
    return {**known, **dict.fromkeys(NEED_A_PRICE), "score": score}


def numbers_record(numbers: Numbers) -> dict[str, object]:
    """Every quantity of the model by its name; ``null`` is never, or not defined."""
    return {name: plain(getattr(numbers, name)) for name in type(numbers).__fields__}


def price_record(price: Price) -> dict[str, object]:
    """What was reckoned with, and where it is from."""
    return {name: plain(getattr(price, name)) for name in type(price).__fields__}


def plain(given: object) -> object:
    """A number to four decimals, without a minus on nothing; anything else as it is."""
    return round(given, PLACES) + 0.0 if isinstance(given, float) else given
