"""What a hand-off brought, beside what was promised."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.audit.worth.cases import case
from tracker.audit.worth.actual import actual_inputs, handed_over
from tracker.audit.worth.case import NO_PAPERS, papers_by_task
from tracker.audit.worth.defaults import NOTHING
from tracker.audit.worth.judge import decide, judge
from tracker.audit.worth.model import Inputs, reckon
from tracker.audit.worth.price import plain_rate
from tracker.audit.worth.realised import (
    FIRST_DAYS,
    MONTH_DAYS,
    Realised,
    realised,
    so_far,
    trial_began,
)
from tracker.domain.papers import Bill, Brief, Check, Handoff, Later, Move, Paper, Promise

TRIAL = date(2026, 8, 20)
AS_OF = TRIAL + timedelta(days=91)
"""Three months of 52/12 weeks."""
PROMISE = Promise(
    freed_hours=9.75,
    cash=433.33,
    price_per_hour=51.28,
    break_even_rate=200.0,
    upfront=4000.0,
    own_hours=10.0,
    hour_value=256.41,
    rate=40.0,
)
HANDOFF = Handoff(
    "h", "Invoicing", (Move("briefed", date(2026, 8, 1)), Move("trial", TRIAL)), promise=PROMISE
)
OWN = tuple((TRIAL + timedelta(days=7 * week + 1), 1800, week in (2, 5)) for week in range(12))
"""Half an hour a week, twice of it redo."""


def bill(days: int, amount: float = 400.0, **rest: Any) -> Bill:
    given: dict[str, Any] = {"currency": "USD", "hours": 10.0, **rest}
    return Bill(f"b{days}", "Invoicing", TRIAL + timedelta(days=days), amount, **given)


def check(days: int, quality: int, late: int = 0) -> Check:
    return Check(f"c{days}", "Invoicing", TRIAL + timedelta(days=days), quality, late)


BILLS: tuple[Paper, ...] = (bill(30), bill(60), bill(90))


def of(*papers: Paper, own: Any = OWN, as_of: date = AS_OF, **rest: Any) -> Realised:
    found = so_far(HANDOFF, papers, own, as_of, "USD", **rest)
    assert found is not None
    return found


def test_hours_back_are_what_it_took_less_what_it_takes() -> None:
    found = of(*BILLS)
    assert found.months == pytest.approx(3.0)
    assert (found.oversight_hours, found.redo_hours) == (5.0, 1.0)
    assert found.hours_back == pytest.approx(24.0)
    assert found.hours_back_a_month == pytest.approx(8.0)
    assert found.redo_share == pytest.approx(1 / 30)


def test_cash_and_the_price_of_an_hour_back() -> None:
    found = of(*BILLS)
    assert found.cash == 1200.0
    assert found.cash_a_month == pytest.approx(1200 / (90 / MONTH_DAYS))
    assert found.price_per_hour == pytest.approx((found.cash_a_month or 0) / 8.0)
    assert found.rate == 40.0
    assert found.effort_factor == pytest.approx(30 / (90 / MONTH_DAYS) / 10)


def test_it_is_repaid_at_its_own_pace() -> None:
    found = of(*BILLS)
    saving = 8.0 * 256.41 - (found.cash_a_month or 0)
    assert found.repaid_on == TRIAL + timedelta(days=round(4000 / saving * MONTH_DAYS))
    assert of(bill(30, 9000.0)).repaid_on is None


def test_without_a_bill_the_price_is_not_known_yet() -> None:
    found = of()
    assert (found.cash, found.cash_a_month, found.price_per_hour) == (0, None, None)
    assert found.repaid_on is None


def test_a_single_bill_covers_a_month_at_least() -> None:
    assert of(bill(10)).cash_a_month == 400.0
    assert of(bill(61)).cash_a_month == pytest.approx(400 / (61 / MONTH_DAYS))
    weekly = of(bill(7, 100.0), bill(14, 100.0))
    assert weekly.cash_a_month == pytest.approx(200 / (14 / MONTH_DAYS))


def test_bills_without_hours_are_a_fee() -> None:
    found = of(bill(30, hours=None), bill(60, hours=None))
    assert (found.rate, found.effort_factor) == (None, None)
    assert found.fee == found.cash_a_month


def test_what_lies_outside_does_not_count() -> None:
    early, late = bill(-3), bill(200)
    foreign = bill(40, currency="GBP")
    own = ((TRIAL - timedelta(days=1), 36_000, False), (AS_OF + timedelta(days=1), 36_000, False))
    found = of(early, late, foreign, own=own)
    assert (found.cash, found.oversight_hours, found.redo_share) == (0, 0, None)


def test_before_the_trial_there_is_nothing() -> None:
    briefed = Handoff("h", "Invoicing", (Move("briefed", TRIAL),))
    assert realised(briefed, (), (), AS_OF, "USD") is None
    assert realised(HANDOFF, (), (), TRIAL - timedelta(days=1), "USD") is None
    again = HANDOFF.replace(moves=(*HANDOFF.moves, Move("mine", AS_OF), Move("trial", AS_OF)))
    assert trial_began(again) == AS_OF
    on = HANDOFF.replace(moves=(*HANDOFF.moves, Move("handed-off", AS_OF)))
    assert trial_began(on) == TRIAL


def test_quality_and_lateness() -> None:
    found = of(check(10, 5), check(20, 4), check(30, 3, 2))
    assert (found.quality, found.checks, found.late) == (4.0, 3, 1)
    assert found.warnings == ()
    poor = of(check(10, 5), check(20, 2, 1), check(30, 2, 2), check(40, 3))
    assert poor.warnings == (
        "The work of late was poor: you answer for it.",
        "2 of 4 times it came late.",
    )


def test_past_the_break_even_it_warns() -> None:
    assert of(*BILLS).warnings == ()
    dear = of(bill(30, 2500.0), bill(60, 2500.0))
    assert "yours is worth $256.41" in dear.warnings[0]
    assert dear.warnings[0].startswith("An hour back costs $")
    short = of(bill(30, 1050.0, hours=5.0), bill(60, 1050.0, hours=5.0))
    assert short.warnings == ("The rate is $210.00: past $200.00 it did not pay.",)
    busy = of(own=[(TRIAL + timedelta(days=day), 3600, False) for day in range(60)])
    assert busy.warnings == ("It takes you as much time as doing it yourself.",)


def test_growth_before_and_after() -> None:
    growth = [(TRIAL - timedelta(days=day), 3600) for day in (1, 8, 15, 56, 57)]
    growth += [(TRIAL + timedelta(days=1), 13 * 3600), (AS_OF + timedelta(days=1), 3600)]
    growth += [(TRIAL, 3600)]
    found = of(growth=growth)
    assert found.growth_before == pytest.approx(4 / 8)
    assert found.growth_after == pytest.approx(1.0)
    assert of().growth_before is None


MONTHLY = (
    "hours_back",
    "hours_back_a_month",
    "cash_a_month",
    "price_per_hour",
    "repaid_on",
    "fee",
    "effort_factor",
    "redo_share",
    "growth_after",
    "own_hours_a_month",
    "pays",
)
"""What holds the days since against a month, or growth against a week."""


def after(days: int, *papers: Paper, own: Any = (), **rest: Any) -> Realised:
    return of(*papers, own=own, as_of=TRIAL + timedelta(days=days), **rest)


def monthly(found: Realised) -> list[Any]:
    return [getattr(found, name) for name in MONTHLY]


def test_on_its_first_day_nothing_is_told_by_the_morning_before_it() -> None:
    morning = [(TRIAL, 49 * 60, False)]
    growth = [(TRIAL - timedelta(days=1), 22 * 8 * 3600), (TRIAL, 3600)]
    found = after(0, own=morning, growth=growth)
    assert (found.oversight_hours, found.redo_hours, found.months) == (0, 0, 0)
    assert (found.growth_before, found.warnings) == (22.0, ())
    assert monthly(found) == [None] * len(MONTHLY)
    assert found.too_early == "began today: too early to compare"
    assert after(30, own=morning).oversight_hours == 0


def test_redo_on_the_first_day_is_redo() -> None:
    found = after(0, own=[(TRIAL, 1800, True), (TRIAL, 1800, False)])
    assert (found.oversight_hours, found.redo_hours) == (0, 0.5)
    assert monthly(found) == [None] * len(MONTHLY)


def test_after_three_days_it_says_what_was_counted_and_no_more() -> None:
    own = [(TRIAL + timedelta(days=2), 36_000, False)]
    papers = (bill(1, 9000.0), check(2, 1, 3), check(3, 1, 3))
    found = after(3, *papers, own=own, growth=[(TRIAL + timedelta(days=1), 3600)])
    assert (found.oversight_hours, found.cash, found.rate) == (10.0, 9000.0, 900.0)
    assert (found.quality, found.checks, found.late) == (1.0, 2, 2)
    assert monthly(found) == [None] * len(MONTHLY)
    assert found.warnings == ()
    assert found.too_early == "3 days so far: too early to compare"
    assert after(1).too_early == "1 day so far: too early to compare"


def test_from_a_week_on_it_is_told_a_month() -> None:
    own = [(TRIAL + timedelta(days=3), 3600, False)]
    growth = [(TRIAL + timedelta(days=1), 7200)]
    assert after(6, own=own).hours_back_a_month is None
    week = after(7, bill(5), own=own, growth=growth)
    assert week.too_early == ""
    assert week.hours_back_a_month == pytest.approx(10 - MONTH_DAYS / 7)
    assert (week.cash_a_month, week.growth_after) == (400.0, 2.0)
    assert week.own_hours_a_month == pytest.approx(MONTH_DAYS / 7)
    assert week.pays is True
    month = after(30, bill(5), own=own, growth=growth)
    assert month.hours_back_a_month == pytest.approx(10 - MONTH_DAYS / 30)
    assert month.growth_after == pytest.approx(2 / (30 / 7))
    tedious = [(TRIAL + timedelta(days=3), 36_000, False)]
    assert after(7, own=tedious).pays is False


def test_what_judges_knows_nothing_before_a_week_has_gone() -> None:
    assert realised(HANDOFF, BILLS, OWN, TRIAL + timedelta(days=6), "USD") is None
    week = realised(HANDOFF, BILLS, OWN, TRIAL + timedelta(days=7), "USD")
    assert week == after(7, *BILLS, own=OWN)


@given(
    days=st.integers(0, 40),
    own=st.lists(st.tuples(st.integers(-3, 40), st.integers(1, 200_000), st.booleans())),
    bills=st.lists(
        st.tuples(st.integers(0, 40), st.floats(0, 9000), st.none() | st.floats(1, 90)), max_size=4
    ),
    marks=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5), st.integers(0, 9)), max_size=4),
)
def test_no_number_is_stretched_from_fewer_than_seven_days(
    days: int, own: Any, bills: Any, marks: Any
) -> None:
    papers = [bill(day, amount, hours=hours) for day, amount, hours in bills]
    papers += [check(*mark) for mark in marks]
    spent = [(TRIAL + timedelta(days=day), seconds, redo) for day, seconds, redo in own]
    growth = [(day, seconds) for day, seconds, _ in spent]
    found = after(days, *papers, own=spent, growth=growth)
    inputs = actual_inputs(INPUTS, found)
    if days < FIRST_DAYS:
        assert monthly(found) == [None] * len(MONTHLY)
        assert (found.warnings, inputs) == ((), INPUTS)
    else:
        assert found.hours_back_a_month is not None
        assert found.growth_after is not None
    hours = sum(seconds for at, seconds, redo in own if 0 < at <= days or (redo and at == 0))
    assert found.oversight_hours + found.redo_hours == pytest.approx(hours / 3600)


INPUTS = Inputs(256.41, 96.15, 10.0, 45.0, 0.8, 0.10, 2.0, 0.0, 1.0, 14.4, 0.0, 0.0)


def test_actuals_replace_assumptions_and_come_to_what_was_paid() -> None:
    found = of(*BILLS)
    actual = actual_inputs(INPUTS, found)
    assert actual.oversight_hours == pytest.approx(2.0)
    assert actual.redo_share == pytest.approx(1 / 30)
    numbers = reckon(actual)
    assert numbers.cash == pytest.approx(found.cash_a_month)
    assert numbers.freed_hours == pytest.approx(found.hours_back_a_month)
    assert numbers.price_per_hour_running == pytest.approx(found.price_per_hour)


def test_what_was_not_seen_stays_assumed() -> None:
    assert actual_inputs(INPUTS, of(own=())) == INPUTS
    fee = actual_inputs(INPUTS, of(bill(30, 90.0, hours=None), own=()))
    assert (fee.rate, fee.fixed_fee, fee.oversight_hours) == (0.0, 90.0, 1.0)


def test_the_verdict_goes_by_what_happened() -> None:
    own = case(own_hours=1.1, status="lapsed", stage="trial", as_of=AS_OF, known={})
    good = handed_over(own, HANDOFF, BILLS, OWN)
    assert decide(good).name == "candidate"
    numbers = decide(good).numbers
    assert numbers is not None
    assert (numbers.own_hours, round(numbers.freed_hours, 2)) == (10.0, 8.0)
    dear = handed_over(own, HANDOFF, (bill(30, 2500.0), bill(60, 2500.0)), OWN)
    assert decide(dear).name == "not-worth-it"
    assert "your bills" not in " ".join(judge(good).assumed)
    assert handed_over(own.replace(price=None), HANDOFF, (), OWN).price is None


def test_in_the_first_week_the_verdict_goes_by_what_was_promised() -> None:
    """A dear first bill and a day of showing how are no month of it."""
    day = TRIAL + timedelta(days=3)
    busy = ((day, 36_000, False),)
    own = case(own_hours=1.1, status="lapsed", stage="trial", as_of=day, known={})
    early = decide(handed_over(own, HANDOFF, (bill(2, 9000.0),), busy))
    unseen = decide(handed_over(own, HANDOFF, (), ()))
    assert early == unseen
    assert early.numbers is not None
    assert early.numbers.own_hours == 10.0
    week = own.replace(as_of=TRIAL + timedelta(days=7))
    assert decide(handed_over(week, HANDOFF, (bill(2, 9000.0),), busy)).name == "not-worth-it"


def test_what_the_quote_said_holds_until_it_was_seen() -> None:
    said = plain_rate(40.0, "quote", "Ada").replace(
        setup_fee=50.0, redo_share=0.0, oversight_hours=0.5, onboarding_hours=4.0, saved_cash=7.0
    )
    own = case(stage="trial", as_of=AS_OF, known={}).replace(price=said, known=NOTHING)
    unseen = decide(handed_over(own, HANDOFF, BILLS, ())).numbers
    assert unseen is not None
    assert (unseen.rate, unseen.setup_fee, unseen.onboarding_hours) == (40.0, 50.0, 4.0)
    assert (unseen.redo_share, unseen.oversight_hours, unseen.saved_cash) == (0.0, 0.5, 7.0)
    seen = decide(handed_over(own, HANDOFF, BILLS, OWN)).numbers
    assert seen is not None
    assert seen.oversight_hours == pytest.approx(2.0)
    assert seen.onboarding_hours == 4.0


def test_a_share_is_not_counted_twice() -> None:
    """The promise is of the handed part already."""
    half = handed_over(case(share=0.5, as_of=AS_OF, stage="trial"), HANDOFF, BILLS, OWN)
    assert half.handed_hours == pytest.approx(10.0)


def test_of_two_briefs_the_one_that_says_something_counts() -> None:
    written = Brief("a", "Invoicing", steps=("one",), revised="1")
    blank = Brief("b", "Invoicing", revised="2")
    assert papers_by_task((written, blank), AS_OF)["invoicing"].brief == written


def test_papers_by_task_as_they_were_then() -> None:
    brief = Brief("b", "invoicing", steps=("one",), updated=date(2026, 9, 1))
    later = Later("l", "Invoicing", "keep", "candidate", date(2026, 9, 2))
    taken = HANDOFF.replace(moves=(*HANDOFF.moves, Move("handed-off", date(2026, 10, 1))))
    papers = (brief, later, taken, *BILLS)
    now = papers_by_task(papers, AS_OF)["invoicing"]
    assert (now.brief, now.later, now.handoff) == (brief, later, taken)
    then = papers_by_task(papers, date(2026, 8, 25))["invoicing"]
    assert (then.brief, then.later) == (None, None)
    assert then.handoff == HANDOFF
    before = papers_by_task(papers, date(2026, 8, 10))["invoicing"]
    assert before.handoff is not None
    assert (before.handoff.stage, before.handoff.promise) == ("briefed", None)
    assert papers_by_task(papers, date(2026, 1, 1)).get("invoicing", NO_PAPERS) == NO_PAPERS
