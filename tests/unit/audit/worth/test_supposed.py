"""What is supposed lies over everything, for the task it is for and for one answer."""

from __future__ import annotations

import pytest

from tests.unit.audit.worth.cases import case
from tracker.audit.worth.defaults import NOTHING, Known, inputs_for, known_with
from tracker.audit.worth.flips import soonest
from tracker.audit.worth.judge import decide
from tracker.audit.worth.price import plain_rate
from tracker.audit.worth.supposed import Supposed
from tracker.audit.worth.words import assumptions

PERSON = plain_rate(40.0, "quote", "Ada").replace(
    minimum_hours=3.0, redo_share=0.0, oversight_hours=0.5, onboarding_hours=4.0, saved_cash=7.0
)
SERVICE = plain_rate(0.0, "quote", "a page").replace(fixed_fee=20.0, vendor="service")
BOTH = case(known={}).replace(price=PERSON, person=PERSON, automation=SERVICE, known=NOTHING)


def test_nothing_supposed_changes_nothing() -> None:
    assert Supposed(logged_hours=100.0).over(BOTH) == BOTH
    assert Supposed(task="Email", rate=1.0).over(BOTH) == BOTH
    assert Supposed(task="INVOICING", rate=1.0).over(BOTH) != BOTH


def test_a_supposed_price_stands_alone() -> None:
    assert decide(BOTH).price == SERVICE
    found = Supposed(rate=60.0).over(BOTH)
    numbers = decide(found).numbers
    assert numbers is not None
    assert (numbers.rate, numbers.fixed_fee, numbers.minimum_hours) == (60.0, 0.0, 3.0)
    assert (numbers.redo_share, numbers.oversight_hours, numbers.saved_cash) == (0.0, 0.5, 7.0)
    assert found.person == found.price
    bare = Supposed(fixed_fee=49.0).over(case(rate=None))
    assert bare.price is not None
    assert (bare.price.rate, bare.price.fixed_fee) == (0.0, 49.0)


def test_terms_are_supposed_of_every_price() -> None:
    found = Supposed(setup_fee=5.0, minimum_hours=9.0).over(BOTH)
    assert found.price == found.person == PERSON.replace(setup_fee=5.0, minimum_hours=9.0)
    assert found.automation == SERVICE.replace(setup_fee=5.0, minimum_hours=9.0)
    assert Supposed(setup_fee=5.0).over(case(rate=None)).price is None


def test_what_happened_beats_what_was_said_and_what_is_supposed_beats_both() -> None:
    seen = BOTH.replace(known=Known(oversight_hours=2.0), automation=None)
    assert known_with(seen.known, PERSON) == Known(None, 0.0, 2.0, 4.0, 7.0)
    found = decide(Supposed(known=Known(oversight_hours=1.0)).over(seen)).numbers
    assert found is not None
    assert (found.oversight_hours, found.onboarding_hours) == (1.0, 4.0)


@pytest.mark.parametrize("name", ["redo_share", "oversight_hours", "onboarding_hours"])
def test_only_what_nobody_said_is_assumed(name: str) -> None:
    word = {"redo_share": "redo", "oversight_hours": "oversight", "onboarding_hours": "training"}
    lone = BOTH.replace(automation=None)
    assert word[name] not in " ".join(assumptions(lone, decide(lone)))
    unsaid = PERSON.replace(**{name: None})
    without = lone.replace(price=unsaid, person=unsaid)
    assert word[name] in " ".join(assumptions(without, decide(without)))


def test_what_was_said_stays_where_hours_are_followed_to_another_verdict() -> None:
    """Two hours of oversight are two hours however long the task takes."""
    dear = PERSON.replace(rate=0.0, fixed_fee=200.0, saved_cash=0.0, oversight_hours=2.0)
    lone = BOTH.replace(price=dear, person=dear, automation=None, own_hours=8.0)
    flip = soonest(lone, decide(lone))
    assert flip is not None
    # 2400 a year / (12 x freed - 4) is the floor of 96.15 where 2.4133 h are freed
    assert (flip.name, flip.then) == ("hours", "candidate-if-reinvested")
    assert flip.at == pytest.approx(4.4133, abs=1e-3)


def test_inputs_take_the_word_of_the_quote() -> None:
    found = inputs_for(8.0, PERSON, hour_value=100.0, floor=None, skill=3)
    assert (found.redo_share, found.oversight_hours, found.onboarding_hours) == (0.0, 0.5, 4.0)
    assert found.saved_cash == 7.0
