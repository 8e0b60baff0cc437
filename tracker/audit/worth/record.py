"""A verdict as plain JSON: the names of the model, four decimals."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.model import Numbers
    from tracker.audit.worth.verdict import Price, Verdict

PLACES = 4


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
        "numbers": None if verdict.numbers is None else numbers_record(verdict.numbers),
    }


def numbers_record(numbers: Numbers) -> dict[str, object]:
    """Every quantity of the model by its name; ``null`` is never, or not defined."""
    return {name: plain(getattr(numbers, name)) for name in type(numbers).__fields__}


def price_record(price: Price) -> dict[str, object]:
    """What was reckoned with, and where it is from."""
    return {name: plain(getattr(price, name)) for name in type(price).__fields__}


def plain(given: object) -> object:
    """A number to four decimals, without a minus on nothing; anything else as it is."""
    return round(given, PLACES) + 0.0 if isinstance(given, float) else given
