"""What holds of the money whatever goes in: every identity of the model, exactly.

The reckoning is plain arithmetic, so that fractions go through it as well as floats: with them
the identities hold to the last digit, and no tolerance hides anything.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.unit.audit.worth.cases import case, profile
from tracker.audit.worth.flips import soonest
from tracker.audit.worth.judge import decide, judge, judge_all
from tracker.audit.worth.model import Inputs, Numbers, reckon
from tracker.domain.errors import InvalidValue

FIELDS = Inputs.__fields__
QUICK = settings(max_examples=60, deadline=None)


def fraction(most: int = 400) -> st.SearchStrategy[Any]:
    return st.builds(Fraction, st.integers(0, most * 8), st.just(8))


@st.composite
def exact(draw: st.DrawFn) -> Inputs:
    """Inputs as fractions, often with zeros, where the break-even is near as often as far."""
    hours = draw(fraction(40))
    return Inputs(
        hour_value=draw(fraction()),
        hour_value_floor=draw(fraction()),
        own_hours=hours,
        rate=draw(st.one_of(st.just(Fraction(0)), fraction())),
        effort_factor=draw(fraction(3)),
        redo_share=draw(fraction(1)),
        minimum_hours=draw(st.one_of(st.just(Fraction(0)), fraction(5))),
        fixed_fee=draw(st.one_of(st.just(Fraction(0)), fraction())),
        oversight_hours=draw(st.one_of(st.just(hours / 10), fraction(45))),
        onboarding_hours=draw(fraction(60)),
        setup_fee=draw(st.one_of(st.just(Fraction(0)), fraction())),
        saved_cash=draw(st.one_of(st.just(Fraction(0)), fraction())),
    )


def at(inputs: Inputs, **changed: Any) -> Numbers:
    return reckon(inputs.replace(**changed))


@QUICK
@given(exact())
def test_nothing_is_saved_just_at_the_break_even(inputs: Inputs) -> None:
    """N = 0 <=> V = price per hour <=> v = break-even rate."""
    found = reckon(inputs)
    price, rate = found.price_per_hour_running, found.break_even_rate
    if price is not None:
        assert (found.net_saving == 0) == (inputs.hour_value == price)
        if price >= 0:
            assert at(inputs, hour_value=price).net_saving == 0
    if rate is not None:
        assert (found.net_saving == 0) == (inputs.rate == rate)
        if rate >= 0:
            assert at(inputs, rate=rate).net_saving == 0


@QUICK
@given(exact())
def test_the_first_year_pays_by_four_names(inputs: Inputs) -> None:
    """Gain >= 0 <=> V >= P <=> v <= first-year break-even <=> payback <= 12."""
    found = reckon(inputs)
    pays = found.first_year_gain >= 0
    price, rate = found.price_per_hour_first_year, found.break_even_rate_first_year
    if price is not None:
        assert pays == (inputs.hour_value >= price)
        assert pays == (found.band != "no")
        if price >= 0:
            assert at(inputs, hour_value=price).first_year_gain == 0
    if rate is not None:
        assert pays == (inputs.rate <= rate)
        if rate >= 0:
            assert at(inputs, rate=rate).first_year_gain == 0
    if found.payback_months is not None:
        assert pays == (found.payback_months <= 12)


@QUICK
@given(exact())
def test_the_first_year_is_never_better_than_those_after_it(inputs: Inputs) -> None:
    found = reckon(inputs)
    if found.price_per_hour_first_year is not None:
        assert found.price_per_hour_running is not None
        if found.cash >= 0:
            assert found.price_per_hour_first_year >= found.price_per_hour_running
    if found.break_even_rate is not None:
        assert found.break_even_rate_first_year is not None
        assert found.break_even_rate_first_year <= found.break_even_rate


@QUICK
@given(exact())
def test_fees_break_even_where_rates_do(inputs: Inputs) -> None:
    found = reckon(inputs)
    fee, first = found.break_even_fee, found.break_even_fee_first_year
    assert fee is not None
    assert first is not None
    if fee >= 0:
        assert at(inputs, fixed_fee=fee).net_saving == 0
    if first >= 0:
        assert at(inputs, fixed_fee=first).first_year_gain == 0


@QUICK
@given(exact())
def test_saving_is_one_cost_less_the_other(inputs: Inputs) -> None:
    found = reckon(inputs)
    assert found.net_saving == found.cost_in_house - found.cost_outsourced
    assert found.first_year_gain == 12 * found.net_saving - found.upfront
    if found.first_year_return is not None:
        assert found.first_year_return * (12 * found.cost_outsourced + found.upfront) == (
            found.first_year_gain
        )
    if found.payback_months is not None:
        assert found.payback_months * found.net_saving == found.upfront


@QUICK
@given(st.lists(st.floats(0, 1e12), min_size=len(FIELDS), max_size=len(FIELDS)))
def test_nothing_is_ever_infinite_or_no_number(given_fields: list[float]) -> None:
    found = reckon(Inputs(*given_fields))
    for name in Numbers.__fields__:
        value = getattr(found, name)
        assert value is None or isinstance(value, str) or math.isfinite(value), name


@pytest.mark.parametrize("odd", [math.inf, math.nan, -1.0, 1e13])
@pytest.mark.parametrize("field", FIELDS)
def test_what_is_no_amount_is_refused(field: str, odd: float) -> None:
    with pytest.raises(InvalidValue):
        reckon(Inputs(*[1.0] * len(FIELDS)).replace(**{field: odd}))


RATING = st.integers(1, 5)


@st.composite
def any_case(draw: st.DrawFn) -> Any:
    """Cases on both sides of every threshold."""
    return case(
        goal=draw(st.sampled_from([20_000, 60_000, 200_000])),
        logged=draw(st.sampled_from([None, 900, 2080, 4000])),
        cadence=draw(
            st.sampled_from(["daily", "weekly", "biweekly", "monthly", "quarterly", "as-needed"])
        ),
        hours=draw(st.floats(0.02, 12)),
        rate=draw(st.one_of(st.just(0.0), st.floats(1, 300))),
        fee=draw(st.one_of(st.just(0.0), st.floats(1, 900))),
        minimum=draw(st.sampled_from([0.0, 0.0, 1.0, 4.0])),
        setup=draw(st.sampled_from([0.0, 0.0, 300.0])),
        rated={name: draw(RATING) for name in ("tedium", "growth", "skill", "like")},
        known=draw(st.sampled_from([{}, {"oversight_hours": 0.3}, {"onboarding_hours": 1.0}])),
        confidence=draw(st.floats(0.9, 1)),
    )


@QUICK
@given(any_case(), st.sampled_from(["tedium", "growth", "skill"]))
def test_a_rating_never_moves_the_score_the_wrong_way(one: Any, rating: str) -> None:
    """More tedium is more reason to hand off; more growth or skill is less. Speed by skill too."""
    one = one.replace(known=one.known.replace(effort_factor=None))
    now = getattr(one.profile, rating)
    assume(now < 5)
    higher = one.replace(profile=one.profile.replace(**{rating: now + 1}))
    change = decide(higher).score - decide(one).score
    assert change >= -1e-9 if rating == "tedium" else change <= 1e-9


@QUICK
@given(any_case())
def test_a_flip_is_where_the_verdict_changes(one: Any) -> None:
    """Just before it the verdict stands, and at it it is what the flip says."""
    found = decide(one)
    assume(found.name not in ("growth", "core"))
    flip = soonest(one, found)
    assume(flip is not None and flip.name in ("rate", "fee", "hour value", "hours", "oversight"))
    assert flip is not None
    side = math.copysign(1e-4, flip.at - flip.now)
    before, after = (moved(one, flip.name, flip.at * (1 + step)) for step in (-side, side))
    assert decide(before).name == found.name
    assert decide(after).name == flip.then
    assert 0 <= flip.distance <= 9


def moved(one: Any, name: str, given_value: float) -> Any:
    """The case with one number changed, as its owner would change it."""
    price = one.price
    match name:
        case "rate":
            price = price.replace(rate=given_value)
        case "fee":
            price = price.replace(fixed_fee=given_value)
        case "hour value":
            floor = one.hour_value_floor
            if floor is not None:
                floor *= given_value / one.hour_value
            return one.replace(hour_value=given_value, hour_value_floor=floor)
        case "hours":
            return one.replace(own_hours=given_value)
        case _:
            return one.replace(known=one.known.replace(oversight_hours=given_value))
    return one.replace(price=price, person=price)


@QUICK
@given(any_case())
def test_every_verdict_has_its_words(one: Any) -> None:
    found = judge(one)
    assert found == judge(one)
    assert found.headline.endswith(".")
    assert found.explanation.endswith(".")
    for odd in ("inf", "nan", "None", "  "):
        assert odd not in found.explanation + found.flips + found.evidence
    if found.is_candidate:
        assert all(part.met for part in found.parts)
        assert found.numbers is not None
        assert found.numbers.band != "no"
        assert found.score >= 50


@QUICK
@given(st.lists(any_case(), max_size=6))
def test_one_good_first_one_at_most_whatever_the_order(cases: list[Any]) -> None:
    named = [
        one.replace(task=f"task {number}", profile=profile(**{"task": f"task {number}"}))
        for number, one in enumerate(cases)
    ]
    found = judge_all(named)
    assert judge_all(named[::-1]) == found
    assert sum(one.good_first for one in found) == any(one.is_candidate for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
