"""Cases made by hand: the six vectors of the model, and whatever a test changes in one."""

from __future__ import annotations

from typing import Any

from tracker.audit.worth.case import Case
from tracker.audit.worth.defaults import TIMES_A_MONTH, Known
from tracker.audit.worth.price import plain_rate
from tracker.audit.worth.profile import Profile

RATED: dict[str, Any] = {
    "task": "Invoicing",
    "category": "invoicing",
    "tedium": 4,
    "growth": 1,
    "skill": 3,
    "like": 3,
    "necessary": True,
    "only_me": False,
    "core": False,
    "confidential": False,
    "expert": False,
    "assumed": (),
    "rate": None,
    "rate_source": "",
}


def profile(**changed: Any) -> Profile:
    """A tedious routine task, but for what is said."""
    return Profile(**{**RATED, **changed})


def case(  # noqa: PLR0913 - a case has as many sides
    *,
    goal: float = 200_000,
    days: tuple[float, float, float] = (3, 5, 52),
    logged: float | None = 2080,
    cadence: str = "weekly",
    hours: float = 2.5,
    rate: float | None = 40.0,
    fee: float = 0.0,
    minimum: float = 0.0,
    setup: float = 0.0,
    rated: dict[str, Any] | None = None,
    known: dict[str, float] | None = None,
    **rest: Any,
) -> Case:
    """A case as vector 1 of the model, but for what is said; ``hours`` are those of one time."""
    value = goal / (days[0] * days[1] * days[2])
    price = None
    if rate is not None:
        price = plain_rate(rate, "quote", "quote of a freelancer").replace(
            fixed_fee=fee, minimum_hours=minimum, setup_fee=setup
        )
    of_a_month = TIMES_A_MONTH.get(cadence, 1.0)
    given: dict[str, Any] = {
        "task": "Invoicing",
        "profile": profile(**(rated or {"tedium": 5, "growth": 1, "skill": 2})),
        "cadence": cadence,
        "status": "established",
        "confidence": 0.99,
        "own_hours": hours * of_a_month,
        "per_month": of_a_month,
        "hour_value": value,
        "hour_value_floor": None if logged is None else min(value, goal / logged),
        "currency": "USD",
        "price": price,
        "person": price,
        "known": Known(**{"effort_factor": 1.0, "redo_share": 0.0, **(known or {})}),
        "occurrences": 45,
    }
    return Case(**{**given, **rest})


VECTORS: tuple[Case, ...] = (
    case(),
    case(
        goal=60_000,
        days=(4, 5, 48),
        logged=1920,
        cadence="monthly",
        hours=1.5,
        rate=0.0,
        fee=49.0,
        rated={"tedium": 4, "growth": 1, "skill": 2},
        known={"oversight_hours": 0.25, "onboarding_hours": 3.0},
        confidence=0.97,
    ),
    case(
        goal=120_000,
        days=(3, 5, 50),
        logged=2250,
        cadence="daily",
        hours=0.75,
        rate=28.0,
        rated={"tedium": 4, "growth": 2, "skill": 3},
        known={"effort_factor": 1.2, "redo_share": 0.10, "oversight_hours": 2.4375},
    ),
    case(
        goal=45_000,
        days=(5, 5, 48),
        logged=1800,
        cadence="monthly",
        hours=2.0,
        rate=95.0,
        minimum=3.0,
        setup=150.0,
        rated={"tedium": 3, "growth": 3, "skill": 4},
        known={"onboarding_hours": 4.0},
        confidence=0.95,
    ),
    case(
        goal=90_000,
        days=(3, 5, 48),
        logged=2000,
        cadence="quarterly",
        hours=4.0,
        rate=75.0,
        setup=200.0,
        rated={"tedium": 5, "growth": 1, "skill": 1},
        known={"oversight_hours": 0.25, "onboarding_hours": 5.0},
        confidence=0.92,
    ),
    case(
        hours=0.1,
        rate=25.0,
        minimum=1.0,
        rated={"tedium": 4, "growth": 1, "skill": 2},
        known={"oversight_hours": 0.25, "onboarding_hours": 2.0},
    ),
)
"""The six vectors of docs/model.md, in order."""
