"""What changes a verdict soonest: where a service stands beside a person, and what grows."""

from __future__ import annotations

import math
from itertools import product
from typing import Any

import pytest

from tests.unit.audit.worth.cases import case
from tracker.audit.worth.flips import soonest
from tracker.audit.worth.judge import decide, judge
from tracker.audit.worth.price import plain_rate

PERSON = plain_rate(40.0, "quote", "Kim")
MONEY = ("rate", "fee", "hour value", "hours", "oversight")


def service(fee: float, setup: float = 0.0) -> Any:
    made = plain_rate(0.0, "quote", "a page")
    return made.replace(fixed_fee=fee, setup_fee=setup, vendor="service")


def beside(automation: Any, person: Any = PERSON, **rest: Any) -> Any:
    """A task for which both a person and a service have named their price."""
    return case(**rest).replace(price=person, person=person, automation=automation)


def moved(one: Any, name: str, at: float) -> Any:
    """The case with one number changed: a price is that of the offer that is reckoned with."""
    match name:
        case "hour value":
            floor = one.hour_value_floor and one.hour_value_floor * at / one.hour_value
            return one.replace(hour_value=at, hour_value_floor=floor)
        case "hours":
            return one.replace(own_hours=at)
        case "oversight":
            return one.replace(known=one.known.replace(oversight_hours=at))
    field = "rate" if name == "rate" else "fixed_fee"
    taken = decide(one).price
    offers = {each: getattr(one, each) for each in ("price", "person", "automation")}
    return one.replace(
        **{
            each: price.replace(**{field: at})
            for each, price in offers.items()
            if price is not None and price == taken
        }
    )


def test_a_service_that_never_repays_its_set_up_hides_no_person() -> None:
    alone = case(cadence="daily", hours=0.5)
    found = decide(alone)
    for worse in (service(49.0, setup=30_000.0), service(400.0, setup=30_000.0)):
        both = decide(alone.replace(automation=worse))
        assert (both.name, both.score, both.price) == ("candidate", found.score, alone.person)
        assert both.numbers == found.numbers
    assert decide(alone.replace(automation=service(49.0, setup=300.0))).name == "automate"


def test_a_chosen_service_counts_even_where_it_does_not_pay() -> None:
    dear = service(49.0, setup=30_000.0)
    chosen = beside(dear).replace(price=dear)
    assert (decide(chosen).name, decide(chosen).price) == ("not-yet", dear)


def test_a_service_becomes_right_where_it_is_repaid() -> None:
    """(10.8 - 1.44) h a year at 256.41 are 26,000 and twelve times 49 at 11.08 h a month."""
    one = beside(service(49.0, setup=26_000.0), logged=None)
    found = decide(one)
    flip = soonest(one, found)
    assert flip is not None
    assert (found.name, flip.name, flip.then) == ("candidate", "hours", "automate")
    assert flip.at == pytest.approx(11.0784, abs=1e-3)
    assert decide(moved(one, flip.name, flip.at * 1.001)).name == "automate"
    assert decide(moved(one, flip.name, flip.at * 0.999)).name == "candidate"


SIDES = product(
    (0.0, 49.0, 390.0, 440.0, 4000.0),
    (0.0, 900.0, 6_000.0, 26_000.0),
    (15.0, 40.0, 180.0, 400.0),
    (0.3, 2.5),
    (40_000, 200_000),
    (2, 4),
)


def test_every_flip_with_a_service_beside_is_what_the_model_gives() -> None:
    seen = set()
    for fee, setup, rate, hours, goal, tedium in SIDES:
        rated = {"tedium": tedium, "growth": 1, "skill": 2}
        one = beside(
            service(fee, setup),
            plain_rate(rate, "quote", "Kim"),
            hours=hours,
            goal=goal,
            rated=rated,
        )
        found = decide(one)
        flip = soonest(one, found)
        if flip is None or flip.name not in MONEY:
            continue
        side = math.copysign(1e-4, flip.at - flip.now)
        before, after = (moved(one, flip.name, flip.at * (1 + step)) for step in (-side, side))
        assert (decide(before).name, decide(after).name) == (found.name, flip.then), (one, flip)
        seen.add((found.name, flip.then))
    assert {("automate", "candidate"), ("candidate", "automate")} <= seen


@pytest.mark.parametrize(
    ("verdict", "rest"),
    [
        ("keep", {"rated": {"tedium": 1, "growth": 3, "skill": 2}}),
        ("not-worth-it", {"rate": 900.0, "rated": {"tedium": 5, "growth": 3, "skill": 2}}),
        ("not-yet", {"setup": 90_000.0, "rated": {"tedium": 5, "growth": 3, "skill": 2}}),
    ],
)
def test_what_nearly_grows_the_business_is_one_step_from_it(
    verdict: str, rest: dict[str, Any]
) -> None:
    one = case(**rest)
    found = judge(one)
    assert found.verdict == verdict
    assert found.flips == "growth: 4 instead of 3, then keep it, for it grows the business"
    assert decide(one.replace(profile=one.profile.replace(growth=4))).name == "growth"


def test_growth_is_named_only_where_nothing_is_nearer() -> None:
    dear = case(rate=260.0, rated={"tedium": 5, "growth": 3, "skill": 2})
    flip = soonest(dear, decide(dear))
    assert flip is not None
    assert flip.name != "growth"
    assert flip.distance < 0.25


def test_every_step_of_a_rating_is_as_far_as_the_flip_or_farther() -> None:
    """Tedium and growth, up and down: none of them alone changes the verdict sooner."""
    prices: tuple[Any, ...] = (None, service(49.0), service(49.0, 26_000.0), service(4000.0))
    ratings = product((1, 2, 3, 5), (1, 2, 3))
    for (tedium, growth), rate, automation in product(ratings, (20.0, 180.0, 900.0), prices):
        rated = {"tedium": tedium, "growth": growth, "skill": 2}
        one = beside(automation, plain_rate(rate, "quote", "Kim"), rated=rated)
        found = decide(one)
        flip = soonest(one, found)
        for name, to in product(("tedium", "growth"), range(1, 6)):
            now = getattr(one.profile, name)
            there = decide(one.replace(profile=one.profile.replace(**{name: to}))).name
            if there != found.name:
                assert flip is not None
                assert flip.distance <= abs(to - now) / 4, (one, name, to)
